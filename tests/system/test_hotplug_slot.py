# SPDX-License-Identifier: Apache-2.0
"""Cards come and go while the guest runs: it lets go of them, refuses to, or says nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import slots
from tests.support.emulator import ROOT, Emulator, virt
from tests.support.qmp import Message, Monitor

CARD: Message = {"driver": "tests/machines/good/card.json", "id": "card", "parent": "/machine/slot"}
PATH = "/machine/slot/card"
WINDOW = {"region": "slot/card/regs", "at": 0x2000_0000, "into": "bus"}
WIRE = {"from": "slot/card/mailbox:irq[0]", "to": "plic:in[21]"}
REGISTERS = 0x1001_2000
SLOT = (
    *("-d", "hotplug-slot,id=slot", "--map", "slot,at=0x10012000,into=bus"),
    *("--connect", "slot:irq,to=plic:in[20]"),
)


@contextmanager
def running(*options: str) -> Iterator[Emulator]:
    with Emulator(*virt(firmware=slots.driver(REGISTERS)), *SLOT, *options) as machine:
        machine.monitor.wait_state("running")
        yield machine


@contextmanager
def plugged() -> Iterator[Emulator]:
    """Gives a running guest that uses a card."""
    with running() as machine:
        plug(machine)
        yield machine


def plug(machine: Emulator) -> None:
    machine.monitor.execute("device_add", CARD)
    machine.monitor.execute("map", WINDOW)
    machine.monitor.execute("connect", WIRE)
    machine.type("s?")
    assert machine.hear("P").endswith("IP")  # the button, and that there is a card now


def is_there(monitor: Monitor) -> bool:
    slot = monitor.execute("query-tree", {"path": "/machine/slot"})
    return bool(slot["children"])


def test_guest_lets_go() -> None:
    with running() as machine:
        slots.check_that_cards_come_and_go(machine, plug, PATH)


def test_guest_refuses() -> None:
    with plugged() as machine:
        monitor = machine.monitor
        monitor.execute("device_del", {"id": PATH})
        machine.type("bs")
        data = {"device": "card", "path": PATH, "reason": "refused"}
        assert monitor.wait_event("DEVICE_UNPLUG_GUEST_ERROR")["data"] == data
        assert is_there(monitor) and slots.pending(monitor) == []
        machine.type("bs")  # nobody asked
        assert monitor.execute("query-status")["status"] == "running"


def test_guest_says_nothing() -> None:
    with plugged() as machine:
        monitor = machine.monitor
        monitor.execute("device_del", {"id": "card"})
        monitor.execute("device_del", {"id": "card", "timeout": 50})
        data = {"device": "card", "path": PATH, "reason": "timeout"}
        assert monitor.wait_event("DEVICE_UNPLUG_GUEST_ERROR")["data"] == data
        assert is_there(monitor) and slots.pending(monitor) == []
        machine.type("bo")  # late, but it does not need to be asked
        monitor.wait_event("DEVICE_DELETED")
        assert not is_there(monitor)


def test_an_answer_in_time_ends_the_wait() -> None:
    with plugged() as machine:
        monitor = machine.monitor
        monitor.execute("device_del", {"id": "card", "timeout": 200})
        machine.type("bo")
        monitor.wait_event("DEVICE_DELETED")
        plug(machine)
        monitor.execute("device_del", {"id": "card"})
        machine.type("?")
        machine.hear("P")
        monitor.execute("stop")
        assert slots.pending(monitor) == [PATH]  # the first one's time is not the second one's


def test_reset_takes_away_what_was_asked_for() -> None:
    with plugged() as machine:
        monitor = machine.monitor
        monitor.execute("device_del", {"id": "card"})
        monitor.execute("system_reset")
        monitor.wait_event("DEVICE_DELETED")
        assert not is_there(monitor)


def test_what_the_guest_does_not_use_goes_at_once() -> None:
    with running() as machine:
        monitor = machine.monitor
        machine.type("o?")
        machine.hear("\x10")
        monitor.execute("device_add", CARD)
        monitor.execute("map", WINDOW)
        monitor.execute("device_del", {"id": "card"})
        assert not is_there(monitor)
        monitor.wait_event("DEVICE_DELETED")


def test_card_that_was_there_from_the_beginning() -> None:
    with running("-d", f"{CARD['driver']},id=card,parent=/machine/slot") as machine:
        machine.type("?")
        assert machine.hear("P").endswith("@P")  # nothing has happened
        machine.monitor.execute("device_del", {"id": "card"})
        assert is_there(machine.monitor)
        machine.type("o")
        machine.monitor.wait_event("DEVICE_DELETED")


def test_by_surprise() -> None:
    with plugged() as machine:
        machine.monitor.execute("device-remove", {"id": "card"})
        assert not is_there(machine.monitor)
        machine.type("?")
        assert machine.hear("\x10").endswith("H\x10")


def test_slot_holds_one_card() -> None:
    with plugged() as machine:
        error = machine.monitor.error("device_add", {**CARD, "id": "other"})
        assert error.desc == "/machine/slot holds 'card' already"


def test_slot_holds_one_card_before_there_is_a_guest() -> None:
    with Emulator(*virt(), *SLOT, "--until", "machine-initialized") as machine:
        machine.monitor.execute("device_add", {**CARD, "id": "one"})
        error = machine.monitor.error("device_add", {**CARD, "id": "two"})
        assert error.desc == "/machine/slot holds 'one' already"


def test_configuration_and_journal_know_what_has_become_of_it(tmp_path: Path) -> None:
    with plugged() as machine:
        monitor = machine.monitor
        config = monitor.execute("query-config")["config"]
        assert CARD in config["devices"]
        monitor.execute("device_del", {"id": "card"})
        assert monitor.execute("query-config")["config"] == config
        machine.type("bo")
        monitor.wait_event("DEVICE_DELETED")
        left = monitor.execute("query-config")["config"]
        assert CARD not in left["devices"]
        assert all("card" not in json.dumps(each) for each in left["map"] + left["connect"])
        journal = monitor.execute("query-journal")["entries"]
        (removed,) = [each for each in journal if each["execute"] == "device-remove"]
        assert removed["origin"] == "guest" and removed["arguments"] == {"id": PATH}
        assert not [each for each in journal if each["execute"] == "device_del"]
        tree = monitor.execute("query-tree", {"path": "/machine"})
    del left["monitors"], left["until"]
    (tmp_path / "left.json").write_text(json.dumps(left), "utf-8")
    with Emulator("--config", str(tmp_path / "left.json"), "-S", cwd=ROOT) as machine:
        machine.monitor.wait_state("prelaunch")
        assert machine.monitor.execute("query-tree", {"path": "/machine"}) == tree


@pytest.mark.parametrize("timeout", [0, 3_600_001])
def test_timeout_has_bounds(timeout: int) -> None:
    with plugged() as machine:
        error = machine.monitor.error("device_del", {"id": "card", "timeout": timeout})
        assert "'timeout'" in error.desc and slots.pending(machine.monitor) == []
