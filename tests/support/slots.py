# SPDX-License-Identifier: Apache-2.0
"""A guest that drives a slot of PCI Express as it is told on the console.

    with Emulator(*virt(firmware=slots.driver(0x10012000)), ...) as machine:
        machine.type("s?")
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support import guests
from tests.support.emulator import Emulator
from tests.support.qmp import Monitor

# SLTCTL: the indicators of the guest's power, with the power off in the last.
SHINES, BLINKS, OFF = 0x0129, 0x0229, 0x0729
TOLD = {"s": SHINES, "b": BLINKS, "o": OFF}


def driver(registers: int) -> Path:
    """Gives a guest that sets the slot's control register as single characters tell it, and shows
    its status register, as one letter from `@` on for bits 0 and 3 and `P` when a card is there.
    """
    cases = "".join(
        f"li t1, '{key}'\nbne t0, t1, 2f\nli t2, {value:#x}\nsh t2, 4(a1)\nj 1b\n2:\n"
        for key, value in TOLD.items()
    )
    return guests.assemble(
        f"""
            li a0, 0x10000000
            li a1, {registers:#x}
        1:  lbu t0, 5(a0)
            andi t0, t0, 1
            beqz t0, 1b
            lbu t0, 0(a0)
            {cases}
            lhu t2, 6(a1)
            sh t2, 6(a1)            # ends the events that it shows
            andi t3, t2, 0x9
            addi t3, t3, '@'
            sb t3, 0(a0)
            andi t3, t2, 0x40
            addi t3, t3, 0x10
            sb t3, 0(a0)
            j 1b
        """
    )


def pending(monitor: Monitor) -> Any:
    """Gives the paths of cards that the guest was asked for."""
    return [each["path"] for each in monitor.execute("query-hotplug")]


def check_that_cards_come_and_go(
    machine: Emulator, plug: Callable[[Emulator], None], path: str
) -> None:
    """Plugs a card in, has the guest let go of it, and plugs it in again."""
    monitor = machine.monitor
    before = monitor.execute("query-tree", {"path": "/machine"})
    plug(machine)
    with_card = monitor.execute("query-tree", {"path": "/machine"})
    monitor.execute("device_del", {"id": "card"})
    assert pending(monitor) == [path]
    assert monitor.execute("query-tree", {"path": "/machine"}) == with_card
    machine.type("?")
    assert machine.hear("P").endswith("AP")
    machine.type("bo")
    assert monitor.wait_event("DEVICE_DELETED")["data"] == {"device": "card", "path": path}
    assert pending(monitor) == []
    assert monitor.execute("query-tree", {"path": "/machine"}) == before
    machine.type("?")
    assert machine.hear("\x10").endswith("H\x10")  # presence has changed: nothing is there
    plug(machine)
