# SPDX-License-Identifier: Apache-2.0
"""config-diff: how the machine differs from one that is wanted, and what would make it that one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.support.emulator import ROOT, Emulator, run, virt
from tests.support.qmp import Message, Monitor
from tests.system.test_configuration import Commands, builds, config_of, try_all

VIRT: Commands = [
    ("machine-set", {"type": "virt", "memory": "64M"}),
    ("until-phase", {"phase": "machine-initialized"}),
]
INNER: Message = {"driver": "null-co", "size": 4096}
NODES: Commands = [
    ("blockdev-add", {"driver": "raw", "node-name": "disk0", "offset": 512, "file": INNER}),
    ("blockdev-add", {"driver": "raw", "node-name": "part0", "size": 512, "file": "disk0"}),
]
SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
MACHINES = [
    *(info["name"] for info in json.loads(run("--query-machines").out)),
    "docs/examples/soc/acorn.json",
]
CARD = "tests/machines/good/card.json"
BUILT = ("--until", "machine-initialized")


def diff(monitor: Monitor, **wanted: object) -> dict[str, Any]:
    found: dict[str, Any] = monitor.execute("config-diff", wanted)
    assert bool(found["differences"]) == bool(found["commands"])
    return found


def file_of(config: Message, folder: Path) -> str:
    path = folder / "wanted.json"
    path.write_text(json.dumps(config), "utf-8")
    return str(path)


def reconcile(monitor: Monitor, found: dict[str, Any]) -> None:
    """Runs the commands that can be run."""
    for command in found["commands"]:
        if "needs-power-cycle" not in command:
            monitor.execute(command["execute"], command["arguments"])


@pytest.mark.parametrize("phase", ["machine-initialized", "prelaunch"])
@pytest.mark.parametrize("machine", MACHINES)
def test_a_machine_is_what_its_description_says(machine: str, phase: str, tmp_path: Path) -> None:
    options = ("-S",) if phase == "prelaunch" else BUILT
    with Emulator("-M", machine, *options) as emulator:
        emulator.monitor.wait_state(phase)
        same = {"differences": [], "commands": [], "needs-power-cycle": False}
        assert diff(emulator.monitor, type=machine) == same
        config = file_of(config_of(emulator.monitor), tmp_path)
        assert diff(emulator.monitor, file=config) == same


def test_differences_of_all_kinds_are_told(tmp_path: Path) -> None:
    extra = ("-d", "ram,id=more,size=8K", "--map", "more,at=0x20000000,into=bus")
    with Emulator(*virt(), *BUILT, *extra) as emulator:
        emulator.monitor.execute("device_add", {"driver": "or-gate", "id": "thing"})
        wanted = {
            "machine": {"type": "virt", "memory": "64M"},
            "devices": [
                {"driver": "mailbox", "id": "thing"},
                {"driver": "uart16550", "id": "uart1"},
            ],
            "map": [{"region": "uart1:regs", "at": "0x10010000", "into": "bus"}],
            "connect": [{"from": "uart1:irq", "to": "plic:in[20]"}],
        }
        found = diff(emulator.monitor, file=file_of(wanted, tmp_path))["differences"]
    assert {"kind": "surplus", "path": "/machine/more", "present": "ram"} in found
    assert {"kind": "missing", "path": "/machine/uart1", "wanted": "uart16550"} in found
    thing = {"kind": "type", "path": "/machine/thing", "present": "or-gate", "wanted": "mailbox"}
    assert thing in found
    size: Message = {"property": "size", "present": 128 << 20, "wanted": 64 << 20}
    assert {"kind": "property", "path": "/machine/ram", **size} in found
    window = {"region": "more:mem", "at": 0x2000_0000, "into": "bus", "size": 8192}
    assert {"kind": "window", "path": "/machine/bus", "present": window} in found
    wire = {"from": "uart1:irq", "to": "plic:in[20]"}
    assert {"kind": "wire", "path": "/machine/uart1", "wanted": wire} in found
    assert {"kind": "surplus", "path": "/objects/console", "present": "chardev-stdio"} in found


@SLOW
@given(before=builds("machine-initialized"), wanted=builds("machine-initialized"))
@example(before=VIRT, wanted=[*NODES, *VIRT])
def test_commands_make_it_the_wanted_machine(
    before: Commands, wanted: Commands, tmp_path_factory: Any
) -> None:
    folder: Path = tmp_path_factory.mktemp("diff")
    with Emulator("--until", "no-machine") as emulator:
        try_all(emulator.monitor, wanted)
        config = config_of(emulator.monitor)
        tree = tree_of(emulator.monitor)
    with Emulator("--until", "no-machine") as emulator:
        try_all(emulator.monitor, before)
        found = diff(emulator.monitor, file=file_of(config, folder))
        assert not found["needs-power-cycle"]
        reconcile(emulator.monitor, found)
        assert not diff(emulator.monitor, file=file_of(config, folder))["differences"]
        assert tree_of(emulator.monitor) == tree


def tree_of(monitor: Monitor) -> list[Any]:
    return [monitor.execute("query-tree", {"path": path}) for path in ("/machine", "/objects")]


def test_running_machine_takes_what_can_be_hot_plugged(tmp_path: Path) -> None:
    with Emulator(*virt(), "-d", "or-gate,id=old") as emulator:
        monitor = emulator.monitor
        monitor.wait_state("running")
        config = config_of(monitor)
        config["devices"] = [
            {"driver": CARD, "id": "card"},
            {"driver": "uart16550", "id": "uart1", "chardev": "con1"},
        ]
        config["objects"].append({"qom-type": "chardev-null", "id": "con1"})
        config["map"] = [{"region": "card/regs", "at": "0x20000000", "into": "bus"}]
        wanted = file_of(config, tmp_path)
        found = diff(monitor, file=wanted)
        assert found["needs-power-cycle"]
        (late,) = [each for each in found["commands"] if "needs-power-cycle" in each]
        assert late["execute"] == "device_add" and late["arguments"]["id"] == "uart1"
        refused = monitor.error("device_add", late["arguments"])
        assert refused.desc == late["needs-power-cycle"]
        reconcile(monitor, found)
        (left,) = diff(monitor, file=wanted)["commands"]
        assert left == late
        assert monitor.state() == "running"


def test_what_goes_with_something_that_stays_stays_too(tmp_path: Path) -> None:
    with Emulator(*virt(), "-S") as emulator:
        monitor = emulator.monitor
        monitor.wait_state("prelaunch")
        config = config_of(monitor)
        config["machine"]["serial"] = "other"
        config["objects"] = [{"qom-type": "chardev-null", "id": "other"}]
        found = diff(monitor, file=file_of(config, tmp_path))
        reasons = {
            (each["execute"], each["arguments"].get("id")): each.get("needs-power-cycle")
            for each in found["commands"]
        }
        assert reasons["device_del", "uart0"] == "object type 'uart16550' cannot be unplugged"
        assert reasons["object-del", "console"] == "goes with /machine/uart0"
        assert reasons["object-add", "other"] is None


def test_nothing_is_opened_or_changed(tmp_path: Path) -> None:
    with Emulator(*virt(), "-S") as emulator:
        monitor = emulator.monitor
        monitor.wait_state("prelaunch")
        before = monitor.execute("query-tree"), config_of(monitor)
        out = tmp_path / "out.txt"
        wanted = {
            "machine": "virt",
            "objects": [{"qom-type": "chardev-file", "id": "log", "out": str(out)}],
        }
        kinds = [
            each["kind"] for each in diff(monitor, file=file_of(wanted, tmp_path))["differences"]
        ]
        assert "missing" in kinds and not out.exists()
        assert (monitor.execute("query-tree"), config_of(monitor)) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "either 'file' or 'type' is expected"),
        ({"file": "a.json", "type": "virt"}, "either 'file' or 'type' is expected"),
        ({"file": "a.json", "cpus": 2}, "parameters are for 'type'; those of a file are in it"),
        ({"file": "no-such.json"}, "no-such.json: No such file or directory"),
        ({"type": "vrit"}, "no machine 'vrit'; did you mean 'virt'?"),
        ({"type": "virt", "cpu": 2}, "virt has no parameter 'cpu'; did you mean 'cpus'?"),
    ],
)
def test_bad_arguments(arguments: Message, message: str) -> None:
    with Emulator(*virt(), *BUILT) as emulator:
        assert message in emulator.monitor.error("config-diff", arguments).desc


def test_faults_of_the_file_are_told_in_place(tmp_path: Path) -> None:
    path = tmp_path / "wanted.json"
    path.write_text(
        '{\n "machine": "virt",\n "devices": [{"driver": "uart1655", "id": "x"}]\n}', "utf-8"
    )
    with Emulator(*virt(), *BUILT) as emulator:
        error = emulator.monitor.error("config-diff", {"file": str(path)})
    assert f"{path}:3:" in error.desc and "did you mean" in error.desc


def test_it_needs_a_machine_that_was_built() -> None:
    with Emulator("--until", "no-machine") as emulator:
        error = emulator.monitor.error("config-diff", {"type": "virt"})
    assert "machine-initialized" in error.desc


def test_as_an_option() -> None:
    done = run(
        *("-M", "virt", "--until-phase", "machine-initialized"),
        *("--config-diff", "type=virt,memory=64M", "--quit"),
        cwd=ROOT,
    )
    assert done.status == 0, done.err
    assert json.loads(done.out)["differences"][0]["path"] == "/machine/ram"
