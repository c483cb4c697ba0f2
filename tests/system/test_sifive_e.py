# SPDX-License-Identifier: Apache-2.0
"""The machine `sifive-e` under a program for the FE310: clocks, interrupts, pins, watchdog."""

from collections.abc import Iterator

import pytest

from tests.support.emulator import CONSOLE, Emulator
from tests.support.firmware import SIFIVE_E

GREETING = "fe310 at 256000000 Hz, divisor 2221\n"
HFCLK = {"path": "soc/prci", "property": "hfclk"}


def machine() -> tuple[str, ...]:
    return (*CONSOLE, "-M", f"sifive-e,serial=console,firmware={SIFIVE_E.build()}")


@pytest.fixture(name="board")
def _board() -> Iterator[Emulator]:
    """The pin of the lamp is wired to that of the sensor."""
    with Emulator(*machine(), "--connect", "soc/gpio:out[5],to=soc/gpio:in[6]") as board:
        assert board.hear(GREETING) == GREETING
        yield board


def test_the_timer_ticks_at_its_pace(board: Emulator) -> None:
    board.hear("tick 3\n")
    assert board.monitor.execute("qom-get", HFCLK) == 256_000_000


def test_what_is_typed_comes_back_by_interrupt(board: Emulator) -> None:
    board.hear("tick 3\n")
    board.type("ahoy, matey")
    board.hear("AHOY, MATEY")


def test_a_pin_that_rises_interrupts(board: Emulator) -> None:
    board.hear("tick 3\n")
    board.type("l")
    assert board.hear("\n") == "sensor 1\n"
    board.type("lxl")
    assert board.hear("\n") == "Xsensor 1\n"


def test_the_watchdog_resets_the_chip(board: Emulator) -> None:
    board.type("w")
    board.hear("watchdog\n")
    board.hear(GREETING)
    board.hear("tick 3\n")


def test_without_firmware_nothing_runs() -> None:
    with Emulator("-M", "sifive-e") as board:
        assert board.monitor.state() == "running"
