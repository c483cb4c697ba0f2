# SPDX-License-Identifier: Apache-2.0
"""Cards of PCI Express come into root ports and go from them, before there is a guest and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import guests, slots
from tests.support.emulator import ROOT, Emulator, run, virt
from tests.support.jobs import job
from tests.support.qmp import Message, Monitor

# Slot capabilities of the function at 1.0 of bus 0: behind the header and the capability's begin.
REGISTERS = 0x3000_0000 + (1 << 15) + 0x40 + 0x14
PORT = "rp[0]"
CARD: Message = {"driver": "virtio-rng-pci", "id": "card", "bus": PORT}
PATH = "/machine/card"


@contextmanager
def running(*options: str) -> Iterator[Emulator]:
    machine = virt(pci="on", **{"root-ports": 2, "firmware": slots.driver(REGISTERS)})
    with Emulator(*machine, *options) as emulator:
        emulator.monitor.wait_state("running")
        yield emulator


@contextmanager
def plugged() -> Iterator[Emulator]:
    """Gives a running guest that uses a card."""
    with running() as machine:
        plug(machine)
        yield machine


def plug(machine: Emulator) -> None:
    machine.monitor.execute("device_add", CARD)
    machine.type("s?")
    assert machine.hear("P").endswith("IP")  # the button, and that there is a card now


def is_there(monitor: Monitor) -> bool:
    tree = monitor.execute("query-tree", {"path": "/machine", "depth": 1})
    return any(child["name"] == "card" for child in tree["children"])


def test_guest_lets_go() -> None:
    with running() as machine:
        slots.check_that_cards_come_and_go(machine, plug, PATH)


def test_guest_refuses() -> None:
    with plugged() as machine:
        machine.monitor.execute("device_del", {"id": PATH})
        machine.type("bs")
        data = {"device": "card", "path": PATH, "reason": "refused"}
        assert machine.monitor.wait_event("DEVICE_UNPLUG_GUEST_ERROR")["data"] == data
        assert is_there(machine.monitor) and slots.pending(machine.monitor) == []


def test_guest_says_nothing() -> None:
    with plugged() as machine:
        machine.monitor.execute("device_del", {"id": "card", "timeout": 50})
        data = {"device": "card", "path": PATH, "reason": "timeout"}
        assert machine.monitor.wait_event("DEVICE_UNPLUG_GUEST_ERROR")["data"] == data
        assert is_there(machine.monitor) and slots.pending(machine.monitor) == []


def test_reset_takes_away_what_was_asked_for() -> None:
    with plugged() as machine:
        machine.monitor.execute("device_del", {"id": "card"})
        machine.monitor.execute("system_reset")
        machine.monitor.wait_event("DEVICE_DELETED")
        assert not is_there(machine.monitor)


def test_by_surprise() -> None:
    with plugged() as machine:
        machine.monitor.execute("device-remove", {"id": "card"})
        machine.monitor.wait_event("DEVICE_DELETED")
        assert not is_there(machine.monitor)
        machine.type("?")
        assert machine.hear("\x10").endswith("H\x10")


def test_functions_come_one_by_one_and_go_together() -> None:
    with running() as machine:
        monitor = machine.monitor
        second = {**CARD, "id": "second", "addr": "0.1"}
        monitor.execute("device_add", second)
        machine.type("?")
        assert machine.hear("\x10").endswith("@\x10")  # the guest does not know of it
        monitor.execute("device_del", {"id": "second"})
        monitor.wait_event("DEVICE_DELETED")
        monitor.execute("device_add", second)
        monitor.execute("device_add", {**CARD, "addr": "0.0", "multifunction": True})
        machine.type("s?")
        assert machine.hear("P").endswith("IP")
        error = monitor.error("device_add", {**CARD, "id": "third", "addr": "0.2"})
        assert "function 0 of /machine/rp[0] is there already" in error.desc
        monitor.execute("device_del", {"id": "second"})
        assert len(slots.pending(monitor)) == 2
        machine.type("o")
        gone = {monitor.wait_event("DEVICE_DELETED")["data"]["device"] for _ in range(2)}
        assert gone == {"card", "second"}
        assert not is_there(monitor)


def test_functions_come_in_any_order_before_there_is_a_guest() -> None:
    cards = ("card,addr=0.0,multifunction=on", "second,addr=0.1", "third,addr=0.2")
    options: list[str] = []
    for card in cards:
        options += ["-d", f"virtio-rng-pci,bus={PORT},id={card}"]
    with running(*options) as machine:
        machine.type("?")
        assert machine.hear("P").endswith("@P")  # nothing has happened
        machine.monitor.execute("device_del", {"id": "third"})
        assert len(slots.pending(machine.monitor)) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"bus": PORT}, "/machine/card/pci is at 0.0 of /machine/rp[0] already"),
        ({"bus": PORT, "addr": "1"}, "/machine/rp[0] has no device 1"),
        ({"bus": PORT, "addr": "0.8"}, "'0.8' is no place on a PCI bus"),
        ({"bus": "pcie"}, "/machine/pcie takes nothing while there is a guest; root ports do"),
        ({"bus": "rp[2]"}, "rp[2]"),
        ({"bus": "rp[1]", "max-bytes": 0}, "Parameter 'max-bytes' is 0"),
        ({"bus": "rp[1]", "max-byte": 1}, "did you mean 'max-bytes'?"),
    ],
)
def test_faults_leave_nothing_behind(arguments: Message, message: str) -> None:
    with plugged() as machine:
        before = machine.monitor.execute("query-tree", {"path": "/machine"})
        other = {"driver": "virtio-rng-pci", "id": "other", **arguments}
        assert message in machine.monitor.error("device_add", other).desc
        assert machine.monitor.execute("query-tree", {"path": "/machine"}) == before


def test_power_fault_is_told() -> None:
    with plugged() as machine:
        fault = {"path": "/machine/rp[0]", "property": "power-fault", "value": True}
        machine.monitor.execute("qom-set", fault)
        assert machine.monitor.execute("qom-get", {k: fault[k] for k in ("path", "property")})
        assert is_there(machine.monitor)


def test_composed_by_hand() -> None:
    cards = ("-d", f"virtio-pci,id=way,bus={PORT}", "-d", "virtio-rng,id=card,bus=way")
    with running(*cards) as machine:
        machine.monitor.execute("device_del", {"id": "card"})
        waiting = machine.monitor.execute("query-hotplug")
        assert [each["path"] for each in waiting] == [PATH, "/machine/way"]
        assert {each["slot"] for each in waiting} == {"/machine/rp[0]"}
        machine.type("so")
        gone = [machine.monitor.wait_event("DEVICE_DELETED")["data"]["device"] for _ in range(2)]
        assert gone == ["card", "way"]


def test_bus_graph_shows_who_is_on_which() -> None:
    with plugged() as machine:
        edges = machine.monitor.execute("query-graph", {"kind": "bus"})["edges"]
        ways = {(edge["from"], edge["to"]) for edge in edges if edge.get("property") == "bus"}
        assert {("rp[0]", "pcie"), ("card/pci", "rp[0]"), ("card/device", "card/pci")} <= ways


# Gives the port bus 1 and the first megabyte of the window, and the card the beginning of that.
OPENER = """
    li   a0, 0x30008000
    li   a1, 0x30100000
    li   t0, 0x010100
    sw   t0, 0x18(a0)
    li   t0, 0x40004000
    sw   t0, 0x20(a0)
    li   t0, 6
    sh   t0, 4(a0)
    li   t1, 0x40000000
    sw   t1, 0x20(a1)
    sh   t0, 4(a1)
    li   t0, 0x10000000
    li   t1, '!'
    sb   t1, 0(t0)
1:  wfi
    j    1b
"""


def test_what_a_guest_opens_can_be_looked_at() -> None:
    options = virt(pci="on", **{"root-ports": 1}, firmware=guests.assemble(OPENER))
    with Emulator(*options, "-d", f"virtio-rng-pci,id=card,bus={PORT}") as machine:
        machine.hear("!")
        tree = str(machine.monitor.execute("query-tree"))
        assert "rp[0]:memory" in tree
        edges = machine.monitor.execute("query-graph", {"kind": "memory"})["edges"]
        shown = [edge for edge in edges if edge.get("region") == "rp[0]:memory"]
        assert {edge["to"] for edge in shown} == {"rp[0]"}
        assert 0x4000_0000 in {edge["at"] for edge in shown}
        machine.monitor.execute("device-remove", {"id": "card"})
        machine.monitor.execute("query-tree")


def test_snapshot_holds_a_slot_with_its_card(tmp_path: Path) -> None:
    with plugged() as machine:
        monitor = machine.monitor
        job(monitor, "snapshot-save", "plugged", tmp_path)
        monitor.execute("device_del", {"id": "card"})
        assert slots.pending(monitor)
        assert "error" not in job(monitor, "snapshot-load", "plugged", tmp_path)
        assert not slots.pending(monitor)  # nobody had asked then
        monitor.execute("device_del", {"id": "card"})
        machine.type("bo")
        monitor.wait_event("DEVICE_DELETED")
        told = job(monitor, "snapshot-load", "plugged", tmp_path)
        assert "card" in told["error"]  # a snapshot is of what there is


def test_root_ports_need_the_bus() -> None:
    done = run("-M", "virt,root-ports=1", "-S", "--quit", cwd=ROOT)
    assert "give pci=on too" in done.err
