# SPDX-License-Identifier: Apache-2.0
"""Machines in any phase, with guests of our own."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support import guests
from tests.support.emulator import Emulator
from tests.support.qmp import Monitor

STAY = "shutdown=pause,panic=pause"


@contextmanager
def machine_in(phase: str) -> Iterator[Monitor]:
    """Gives a monitor of a machine that stands in a phase."""
    firmware = guests.spinner()
    if phase == "shutdown":
        firmware = guests.finisher(guests.PASS)
    if phase == "guest-panicked":
        firmware = guests.panicker()
    arguments = ["--action", STAY]
    if phase != "no-machine":
        arguments += ["--machine", f"virt,firmware={firmware}"]
    if phase == "guest-panicked":
        arguments += guests.PANIC_DEVICE
    starts_guest = phase in ("running", "paused", "shutdown", "guest-panicked")
    with Emulator(*arguments, "--until", "prelaunch" if starts_guest else phase) as machine:
        monitor = machine.monitor
        if starts_guest:
            monitor.execute("cont")
        if phase == "paused":
            monitor.execute("stop")
        monitor.wait_state(phase)
        yield monitor
