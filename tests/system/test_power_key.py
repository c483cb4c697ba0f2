# SPDX-License-Identifier: Apache-2.0
"""The power key: what presses it, and a guest that hears of it by way of a pin."""

from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator, run, virt

POWER = {"keys": [{"type": "qcode", "data": "power"}]}


def power_manager() -> Path:
    """Gives a guest that powers off when the pin of the power key rises, and tells what it saw."""
    return guests.assemble(
        """
        li s0, 0x10000000       # serial line
        li s1, 0x10060000       # GPIO
        li s2, 0xc000000        # PLIC
        li t0, 1
        sw t0, 0x04(s1)         # input_en
        sw t0, 0x18(s1)         # rise_ie
        sw t0, 256(s2)          # priority of source 64
        li t1, 1
        li t2, 0x2008
        add t2, t2, s2
        sw t1, 0(t2)            # enabled for machine mode of hart 0
        li t1, 0x800
        csrs mie, t1
        li t0, 'w'
        sb t0, 0(s0)
    1:  wfi
        li t2, 0x200004
        add t2, t2, s2
        lw t1, 0(t2)            # claim
        beqz t1, 1b
        addi t1, t1, 'a' - 64
        sb t1, 0(s0)
        lw t1, 0x1c(s1)         # rise_ip
        addi t1, t1, '0'
        sb t1, 0(s0)
        li t0, 0x5555
        li t1, 0x100000
        sw t0, 0(t1)
    1:  j 1b
        """
    )


@pytest.mark.parametrize("command", ["system_powerdown", "send-key"])
def test_a_guest_powers_off_when_its_key_is_pressed(command: str) -> None:
    with Emulator(*virt(firmware=power_manager()), "--no-shutdown") as machine:
        machine.hear("w")
        machine.monitor.execute(command, POWER if command == "send-key" else None)
        assert machine.hear("1") == "a1"
        shutdown = machine.monitor.wait_event("SHUTDOWN")
        assert shutdown["data"] == {"guest": True, "reason": "guest-shutdown"}
        told = [event["event"] for event in machine.monitor.events]
        assert ("POWERDOWN" in told) is (command == "system_powerdown")


def test_a_guest_that_stands_still_hears_of_the_key_when_it_goes_on() -> None:
    with Emulator(*virt(firmware=power_manager())) as machine:
        machine.hear("w")
        machine.monitor.execute("stop")
        machine.monitor.execute("system_powerdown")
        assert machine.monitor.wait_event("POWERDOWN")
        machine.monitor.execute("cont")
        assert machine.wait() == 0


def test_machines_without_a_power_key_say_so() -> None:
    done = run("-M", "sifive-e", "--until-phase", "running", "--system-powerdown", "--quit")
    assert done.status == 1 and "this machine has no power key" in done.err
    with Emulator("-M", "sifive-e") as machine:
        error = machine.monitor.error("system_powerdown")
        assert "this machine has no power key" in error.desc
        assert machine.monitor.error("send-key", POWER).desc == "/machine has no key 'power'"


def test_a_key_is_on_a_device() -> None:
    keyboard = ("-d", "virtio-keyboard,id=kbd,bus=virtio[0]")
    with Emulator(*virt(firmware=guests.spinner()), *keyboard) as machine:
        monitor = machine.monitor
        monitor.wait_state("running")
        letter = {"keys": [{"type": "qcode", "data": "a"}]}
        monitor.execute("send-key", letter)
        monitor.execute("send-key", {**letter, "device": "kbd", "hold-time": 1})
        error = monitor.error("send-key", {**letter, "device": "power-key"})
        assert error.desc == "/machine/power-key has no key 'a'"
        error = monitor.error("send-key", {"keys": [{"type": "qcode", "data": "unmapped"}]})
        assert error.desc == "/machine has no key 'unmapped'"
