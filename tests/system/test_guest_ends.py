# SPDX-License-Identifier: Apache-2.0
"""How guests end, and what the program's exit status is then."""

import signal

import pytest

from tests.support import guests
from tests.support.emulator import Emulator, run, virt


def board(guest: object) -> tuple[str, ...]:
    """Gives the option for a machine that runs one of our guests."""
    return virt(firmware=guest)


def test_power_off_exits_with_0() -> None:
    finished = run(*board(guests.finisher(guests.PASS)))
    assert (finished.status, finished.out, finished.err) == (0, "", "")


@pytest.mark.parametrize("code", [1, 7, 255])
def test_failure_exits_with_the_code_of_the_guest(code: int) -> None:
    assert run(*board(guests.finisher(guests.fail(code)))).status == code


def test_failure_with_code_0_is_no_success() -> None:
    assert run(*board(guests.finisher(guests.fail(0)))).status == 1


def test_what_the_guest_prints_is_on_standard_output() -> None:
    end = "li t0, 0x100000\nli t1, 0x5555\nsw t1, 0(t0)\n1: j 1b\n"
    finished = run(*board(guests.greeter("hello from the guest", end)))
    assert (finished.status, finished.out) == (0, "hello from the guest")


def test_guest_reset_starts_it_again() -> None:
    # Counts in memory, which a reset leaves alone; asks for a reset twice, then powers off.
    guest = guests.assemble(
        """
        li t0, 0x80100000
        lw t1, 0(t0)
        addi t1, t1, 1
        sw t1, 0(t0)
        li t2, 0x10000000
        addi t3, t1, '0'
        sb t3, 0(t2)
        li t4, 0x100000
        li t5, 0x7777
        li t6, 3
        bltu t1, t6, 1f
        li t5, 0x5555
    1:  sw t5, 0(t4)
    2:  j 2b
        """
    )
    finished = run(*board(guest))
    assert (finished.status, finished.out) == (0, "123")


def test_no_reboot_ends_where_the_guest_asks_for_a_reset() -> None:
    assert run(*board(guests.finisher(guests.RESET)), "--no-reboot").status == 0


def test_no_shutdown_stays_for_monitors_to_look() -> None:
    with Emulator(*board(guests.finisher(guests.PASS)), "--no-shutdown") as machine:
        machine.monitor.wait_state("shutdown")
        assert machine.monitor.execute("query-status") == {"running": False, "status": "shutdown"}
        error = machine.monitor.error("cont")
        assert error.desc.startswith("cont: not in phase shutdown; it runs in ")
        machine.monitor.execute("system_reset")
        assert machine.monitor.state() == "prelaunch"


def test_power_off_tells_monitors_before_the_end() -> None:
    with Emulator(*board(guests.finisher(guests.PASS)), "-S") as machine:
        machine.monitor.execute("cont")
        event = machine.monitor.wait_event("SHUTDOWN")
        assert event["data"] == {"guest": True, "reason": "guest-shutdown"}
        assert set(event["timestamp"]) == {"seconds", "microseconds"}
        assert machine.wait() == 0


def test_panic_exits_with_1() -> None:
    assert run(*board(guests.panicker()), *guests.PANIC_DEVICE).status == 1


def test_panic_is_told_to_monitors() -> None:
    with Emulator(*board(guests.panicker()), *guests.PANIC_DEVICE, "-S") as machine:
        machine.monitor.execute("cont")
        event = machine.monitor.wait_event("GUEST_PANICKED")
        assert event["data"] == {"action": "shutdown"}
        assert machine.wait() == 1


def test_panic_can_pause() -> None:
    arguments = (*board(guests.panicker()), *guests.PANIC_DEVICE)
    with Emulator(*arguments, "--action", "panic=pause") as machine:
        machine.monitor.wait_state("guest-panicked")
        assert machine.monitor.execute("query-status")["status"] == "guest-panicked"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_it_and_removes_the_socket(number: signal.Signals) -> None:
    with Emulator(*board(guests.spinner())) as machine:
        machine.monitor.wait_state("running")
        machine.process.send_signal(number)
        event = machine.monitor.wait_event("SHUTDOWN")
        assert event["data"] == {"guest": False, "reason": "host-signal"}
        machine.wait()
        with pytest.raises(AssertionError):
            machine.connect()
