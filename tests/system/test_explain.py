# SPDX-License-Identifier: Apache-2.0
"""The command `explain`: where the values of a machine come from."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulator import ROOT, Emulator, run

SOC = ROOT / "docs" / "examples" / "soc"
BUILT = ("--until", "machine-initialized")
UNTIL = ("--until-phase", "machine-initialized")
VARIATION = """{
  "machine": "fast",
  "base": "./acorn.json",
  "params": { "ram": "32K" },
  "patch": [
    { "set": "uarts.uart[2].clock-frequency", "to": "${clock * 2}" },
    { "remove": "test", "with-wires": true }
  ]
}
"""


def explain(machine: Emulator, path: str) -> dict[str, Any]:
    found: dict[str, Any] = machine.monitor.execute("explain", {"path": path})
    return found


def prop(machine: Emulator, path: str) -> dict[str, Any]:
    """Explains one property."""
    (found,) = explain(machine, path)["properties"]
    assert found["name"] == path.rpartition(".")[2]
    return dict(found)


def test_values_are_followed_through_parts_to_who_gave_them() -> None:
    with Emulator("-M", f"{SOC}/acorn.json,ram=128K", *BUILT) as machine:
        size = prop(machine, "ram.size")
        assert (size["value"], size["source"], size["written"]) == (131072, "description", "${ram}")
        assert size["because"] == [
            {"name": "ram", "value": 131072, "source": "command", "where": "--machine"}
        ]
        count = prop(machine, "/machine/core/cpus.count")
        assert count["where"].endswith("core-complex.json:16:18 (nodes.cpus.props.count of core)")
        (harts,) = count["because"]
        assert (harts["name"], harts["value"]) == ("harts", 2)
        assert harts["where"].endswith("acorn.json:13:59 (nodes.core.props.harts)")
        (timebase,) = prop(machine, "core/cpus.timebase-frequency")["because"]
        assert timebase["where"].endswith("core-complex.json:9:45 (params.timebase of core)")


def test_what_a_part_exposes_comes_from_around_it() -> None:
    with Emulator("-M", f"{SOC}/acorn.json", *BUILT) as machine:
        clock = prop(machine, "uarts/uart[1].clock-frequency")
        assert clock["where"].endswith("(nodes.uarts.props.clock-frequency)")
        assert clock["because"][0]["where"].endswith("(params.clock)")


def test_an_object_says_who_made_it() -> None:
    with Emulator("-M", f"{SOC}/acorn.json", "-d", "sifive-uart,id=more", *BUILT) as machine:
        core = explain(machine, "/machine/core")
        assert (core["type"], core["source"]) == ("container", "description")
        assert [value["name"] for value in core["properties"]] == ["harts"]
        hart = explain(machine, "core/cpus/hart[0]")
        assert hart["source"] == "program" and "where" not in hart
        more = explain(machine, "more")
        assert (more["source"], more["where"]) == ("command", "--device")
        assert prop(machine, "more.clock-frequency")["source"] == "default"


def test_commands_have_the_last_word() -> None:
    with Emulator("--until", "no-machine") as machine:
        machine.monitor.execute("machine-set", {"type": "virt", "memory": "64M"})
        machine.monitor.execute("until-phase", {"phase": "machine-initialized"})
        (memory,) = prop(machine, "ram.size")["because"]
        client = memory["where"]
        assert memory["source"] == "command" and client.startswith("monitor")
        assert prop(machine, "/accel.slice")["source"] == "default"
        backend = {"qom-type": "chardev-null", "id": "nowhere"}
        machine.monitor.execute("object-add", backend)
        nowhere = explain(machine, "nowhere")
        assert (nowhere["source"], nowhere["where"]) == ("command", client)


def test_variations_say_what_they_change(tmp_path: Path) -> None:
    for part in SOC.glob("*.json"):
        shutil.copy(part, tmp_path)
    (tmp_path / "fast.json").write_text(VARIATION, "utf-8")
    with Emulator("-M", f"{tmp_path}/fast.json", *BUILT) as machine:
        clock = prop(machine, "uarts/uart[2].clock-frequency")
        assert (clock["value"], clock["written"]) == (100000000, "${clock * 2}")
        assert clock["where"].endswith("fast.json:6:53 (patch[0].to)")
        (ram,) = prop(machine, "ram.size")["because"]
        assert ram["where"].endswith("fast.json:4:22 (params.ram)")
        # What is on the disk has changed since, and would be told for what was built.
        (tmp_path / "fast.json").write_text(VARIATION.replace("32K", "64K"), "utf-8")
        error = machine.monitor.error("explain", {"path": "ram"})
        assert "no longer what the machine was built from" in error.desc
        assert explain(machine, "/accel")["source"] == "program"


@pytest.mark.parametrize(
    "path, says",
    [
        ("rm", "did you mean 'ram'?"),
        ("ram.sise", "did you mean 'size'?"),
        ("rm.size", "'rm.size'"),
        ("", "''"),
    ],
)
def test_what_there_is_not_is_said(path: str, says: str) -> None:
    with Emulator("-M", "virt", *BUILT) as machine:
        assert says in machine.monitor.error("explain", {"path": path}).desc


def test_it_can_be_asked_on_the_command_line() -> None:
    finished = run("-M", "virt", *UNTIL, "--explain-path", "plic", "--quit")
    assert (finished.status, finished.err) == (0, "")
    assert json.loads(finished.out)["type"] == "plic"


def test_part_that_was_plugged_in_is_followed_to_the_command() -> None:
    bank = "docs/examples/soc/uart-bank.json"
    options = ("-d", f"{bank},id=uarts,count=3,clock-frequency=1000000")
    with Emulator("-M", "virt", *BUILT, *options) as machine:
        part = explain(machine, "uarts")
        assert part["source"] == "command" and part["where"] == "--device"
        given = {each["name"]: (each["source"], each["where"]) for each in part["properties"]}
        command = ("command", "--device")
        assert given == {"count": command, "clock-frequency": command}
        uart = explain(machine, "uarts/uart[1]")
        assert uart["source"] == "description"
        assert uart["where"].startswith(f"{bank}:10:") and "uart[1] of uarts" in uart["where"]
        assert prop(machine, "uarts/uart[1].clock-frequency")["source"] == "command"
        size = prop(machine, "uarts/regs.size")
        assert size["written"] == "${count * stride}"
        because = {each["name"]: each["source"] for each in size["because"]}
        assert because == {"count": "command", "stride": "description"}


def test_part_that_has_changed_since_is_not_explained(tmp_path: Path) -> None:
    bank = tmp_path / "bank.json"
    shutil.copy(SOC / "uart-bank.json", bank)
    with Emulator("-M", "virt", *BUILT, "-d", f"{bank},id=uarts") as machine:
        machine.monitor.wait_state("machine-initialized")
        bank.write_text("{", "utf-8")
        error = machine.monitor.error("explain", {"path": "uarts/uart[0]"})
    assert error.desc == (
        f"the description of part '{bank}' is no longer what the part was built from"
    )
