# SPDX-License-Identifier: Apache-2.0
"""Parts that are plugged into a machine that is there, and pulled again: whole, or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import guests
from tests.support.emulator import ROOT, Emulator, run, virt
from tests.support.qmp import Message

CARD = "tests/machines/good/card.json"
BANK = "tests/machines/good/uart-bank.json"
WINDOW = {"region": "card/regs", "at": 0x2000_0000, "into": "bus"}
WIRE = {"from": "card/mailbox:irq[0]", "to": "plic:in[20]"}
PHASES = ("machine-initialized", "prelaunch", "running")
HIGH = "0xffff0000"


@pytest.fixture(name="machine", params=PHASES)
def _machine(request: pytest.FixtureRequest) -> Iterator[Emulator]:
    options = ("--until", request.param) if request.param != "prelaunch" else ("-S",)
    with Emulator(*virt(), *options) as machine:
        machine.monitor.wait_state(request.param)
        yield machine


@pytest.fixture(name="running")
def _running() -> Iterator[Emulator]:
    with Emulator(*virt()) as machine:
        machine.monitor.wait_state("running")
        yield machine


def tree(machine: Emulator) -> Any:
    """Gives all there is, without what changes by itself."""
    return machine.monitor.execute("query-tree", {"path": "/machine"})


def card(**params: object) -> Message:
    return {"driver": CARD, "id": "card", **params}


def test_comes_and_goes_as_one(machine: Emulator) -> None:
    before = tree(machine)
    machine.monitor.execute("device_add", card(banks=3, channels=2))
    added = machine.monitor.execute("query-tree", {"path": "/machine/card"})
    assert [child["name"] for child in added["children"]] == [
        *(f"bank[{i}]" for i in range(3)),
        "mailbox",
        "regs",
    ]
    hot = machine.monitor.state() != "machine-initialized"
    for child in added["children"]:
        assert child["life"] == "realized" and child["properties"]["hotplugged"] is hot
    machine.monitor.execute("map", WINDOW)
    machine.monitor.execute("connect", WIRE)
    assert machine.monitor.error("device_del", {"id": "card"}).desc == (
        "card/mailbox:irq[0] is wired to plic:in[20]"
    )
    machine.monitor.execute("disconnect", WIRE)
    assert "mapped" in machine.monitor.error("device_del", {"id": "card"}).desc
    machine.monitor.execute("unmap", {k: WINDOW[k] for k in ("region", "at", "into")})
    machine.monitor.execute("device_del", {"id": "card"})
    assert tree(machine) == before


def test_guest_can_use_it_at_once() -> None:
    reader = guests.assemble(
        """
            li a0, 0x10000000
            li a1, 0x20000000
        1:  lbu t0, 5(a0)           # until somebody types
            andi t0, t0, 1
            beqz t0, 1b
            lw t1, 8(a1)            # STATUS of the mailbox: there is room for a word
            addi t1, t1, '0'
            sb t1, 0(a0)
        2:  j 2b
        """
    )
    with Emulator(*virt(firmware=reader)) as machine:
        machine.monitor.wait_state("running")
        machine.monitor.execute("device_add", card())
        machine.monitor.execute("map", WINDOW)
        machine.type("x")
        assert machine.hear("2")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"driver": "no-such-part"}, "no device type 'no-such-part'"),
        ({"driver": "./no-such.json"}, "./no-such.json: No such file or directory"),
        (
            {"driver": "machines/virt.json"},
            "machines/virt.json: describes the machine 'virt', not a part",
        ),
        (
            card(bank=1),
            "part card has no parameter or exposed property 'bank'; did you mean 'banks'?",
        ),
        (card(banks=17), "Parameter 'banks' is 17; it must be 1 to 16"),
        (card(banks="many"), "Invalid parameter type for 'banks', expected: integer"),
        (card(channels=65), "Parameter 'channels' is 65; it must be 1 to 64"),
        ({**card(), "id": "plic"}, "plic"),
        ({**card(), "parent": "/objects"}, "/objects is no part of the machine"),
        (card(**{"bank-size": 5000}), "bank-size must be a multiple of 4K"),
    ],
)
def test_faults_leave_nothing_behind(running: Emulator, arguments: Message, message: str) -> None:
    before = tree(running)
    error = running.monitor.error("device_add", {"id": "card", **arguments})
    assert message in error.desc
    assert tree(running) == before
    assert running.monitor.state() == "running"


def test_what_cannot_be_hot_plugged_is_named(running: Emulator) -> None:
    before = tree(running)
    error = running.monitor.error("device_add", {"driver": BANK, "id": "bank"})
    assert error.desc.count("object type 'uart16550' cannot be hot-plugged") == 2
    assert f"{BANK}:8:" in error.desc and "uart[1]" in error.desc
    assert tree(running) == before
    assert "cannot be unplugged" in running.monitor.error("device_del", {"id": "uart0"}).desc


def test_configuration_has_it_as_it_was_given(tmp_path: Path) -> None:
    options = (
        "-d",
        f"{CARD},id=card,banks=1,bank-size=8K",
        "--map",
        f"card/regs,at={HIGH},into=bus",
    )
    with Emulator(*virt(), *options, "-S") as machine:
        machine.monitor.wait_state("prelaunch")
        config = machine.monitor.execute("query-config")["config"]
        before = tree(machine)
    (device,) = config["devices"]
    assert device == {"driver": CARD, "id": "card", "banks": 1, "bank-size": 8192}
    del config["monitors"]
    (tmp_path / "config.json").write_text(json.dumps(config), "utf-8")
    with Emulator("--config", str(tmp_path / "config.json"), cwd=ROOT) as machine:
        machine.monitor.wait_state("prelaunch")
        assert tree(machine) == before


def test_shipped_parts_are_listed_and_plugged() -> None:
    parts = {part["name"]: part for part in json.loads(run("--query-parts").out)}
    cards = {
        f"virtio-{kind}-pci" for kind in ("balloon", "blk", "keyboard", "net", "rng", "serial")
    }
    assert set(parts) == {"clint", "fe310", "fu540"} | cards
    assert parts["clint"]["spaces"] == ["regs"] and parts["clint"]["ports"] == [
        "msip[i]",
        "mtip[i]",
    ]
    assert {param["name"] for param in parts["clint"]["params"]} == {"harts", "timebase"}
    clint = ("-d", "clint,id=clint,timebase=1000000", "--map", "clint/regs,at=0x3000000,into=bus")
    with Emulator(*virt(), *clint, "-S") as machine:
        machine.monitor.wait_state("prelaunch")
        asked = {"path": "/machine/clint/mtimer", "property": "timebase-frequency"}
        assert machine.monitor.execute("qom-get", asked) == 1_000_000
