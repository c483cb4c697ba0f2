# SPDX-License-Identifier: Apache-2.0
"""The machine `opentitan-mini` under a program of its kind: serial port and timer by interrupts."""

from tests.support.emulator import CONSOLE, Emulator
from tests.support.firmware import OPENTITAN_MINI


def test_it_ticks_and_echoes() -> None:
    program = OPENTITAN_MINI.build()
    with Emulator(*CONSOLE, "-M", f"opentitan-mini,serial=console,firmware={program}") as chip:
        assert chip.hear("tick 3\n") == "ibex\ntick 1\ntick 2\ntick 3\n"
        chip.type("hello, titan")
        chip.hear("HELLO, TITAN")
