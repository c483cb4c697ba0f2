# SPDX-License-Identifier: Apache-2.0
"""Stopping, going on, resetting, and several monitors that watch."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import FIRMWARE, KERNEL, PROGRAM, Emulator, virt
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Monitor
from tests.support.stages import stage_in

BOOT = virt(firmware=FIRMWARE, kernel=KERNEL)


def spinning() -> tuple[str, ...]:
    """Gives the option for a machine whose guest only runs."""
    return virt(firmware=guests.spinner())


def test_stop_and_cont_are_told_to_every_monitor() -> None:
    with Emulator(*spinning()) as machine:
        first, second = machine.monitor, machine.connect()
        first.wait_state("running")
        first.events.clear()
        second.execute("query-version")
        second.events.clear()
        first.execute("stop")
        first.execute("cont")
        for monitor in (first, second):
            assert monitor.wait_event("STOP") and monitor.wait_event("RESUME")
        second.close()


def test_guest_stands_still_while_stopped() -> None:
    counter = """
        li t0, 0x10000000
        li t1, '.'
    1:  sb t1, 0(t0)
        li t2, 20000
    2:  addi t2, t2, -1
        bnez t2, 2b
        j 1b
    """
    with Emulator(*virt(firmware=guests.assemble(counter))) as machine:
        machine.hear("." * 20)
        machine.monitor.execute("stop")
        machine.drain()
        time.sleep(0.05)
        assert machine.drain() == ""
        machine.monitor.execute("cont")
        machine.hear("." * 20)


def test_system_reset_boots_again() -> None:
    with Emulator(*BOOT) as machine:
        machine.hear("Hit any key to stop autoboot")
        machine.monitor.execute("system_reset")
        assert machine.monitor.wait_event("RESET")["data"]["guest"] is False
        said = machine.hear("Hit any key to stop autoboot")
        assert "OpenSBI v1." in said
        assert machine.monitor.state() == "running"


def test_guest_resets_itself() -> None:
    with Emulator(*BOOT) as machine:
        machine.hear("Hit any key to stop autoboot")
        machine.type(" ")
        machine.hear("=> ")
        machine.type("reset\n")
        assert machine.monitor.wait_event("RESET")["data"] == {
            "guest": True,
            "reason": "guest-reset",
        }
        assert "OpenSBI v1." in machine.hear("Hit any key to stop autoboot")


def test_stopped_guest_goes_on_where_it_was() -> None:
    with Emulator(*BOOT) as machine:
        machine.hear("Platform Name")
        for _ in range(20):
            machine.monitor.execute("stop")
            machine.monitor.execute("cont")
        machine.hear("Hit any key to stop autoboot")


def test_no_event_before_negotiation() -> None:
    with Emulator(*spinning()) as machine:
        machine.monitor.wait_state("running")
        silent = machine.connect(negotiate=False)
        machine.monitor.execute("stop")
        silent.send("qmp_capabilities", id=1)
        assert silent.read() == {"return": {}, "id": 1}
        silent.close()


def test_monitors_over_tcp_and_unix_and_one_added_later() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with Emulator("--qmp", f"tcp:127.0.0.1:{port}", "--until", "no-machine") as machine:
        assert machine.monitor.state() == "no-machine"
        over_tcp = Monitor(socket.create_connection(("127.0.0.1", port)))
        path = machine.socket_path + ".more"
        over_tcp.execute("monitor-add", {"listen": f"unix:{path}"})
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(path)
            more = Monitor(client)
            assert more.greeting == over_tcp.greeting == machine.monitor.greeting
            more.execute("machine-set", {"type": "virt"})
        assert machine.monitor.state() == "machine-created"
        over_tcp.close()


def test_sessions_one_after_the_other() -> None:
    with Emulator("--until", "no-machine") as machine:
        for _ in range(100):
            monitor = machine.connect()
            assert monitor.execute("query-version")["package"]
            monitor.close()


def test_monitor_on_standard_input_and_output() -> None:
    process = subprocess.run(
        [str(PROGRAM), "--qmp", "stdio", "--until", "no-machine"],
        input=b'{"execute": "qmp_capabilities"}\n{"execute": "quit", "id": 9}\n',
        capture_output=True,
        timeout=TIMEOUT_S,
        check=True,
    )
    lines = process.stdout.splitlines()
    assert lines[0].startswith(b'{"QMP":')
    assert any(json.loads(line).get("id") == 9 for line in lines)


def test_preconfig_then_exit() -> None:
    with Emulator(*spinning(), "--preconfig") as machine:
        assert machine.monitor.state() == "accel-created"
        assert machine.monitor.execute("query-status") == {"running": False, "status": "prelaunch"}
        machine.monitor.execute("x-exit-preconfig")
        machine.monitor.wait_event("RESUME")
        assert machine.monitor.execute("query-status") == {"running": True, "status": "running"}
        error = machine.monitor.error("x-exit-preconfig")
        assert error.desc.startswith("x-exit-preconfig: not in phase running")


@contextmanager
def with_devices(firmware: Path, *options: str) -> Iterator[Emulator]:
    """Gives a machine whose guest has the devices that it needs to be stopped by them."""
    devices = (
        *("-d", "acpi-sleep,id=sleep", "--map", f"sleep,at={guests.SLEEP_AT:#x},into=bus"),
        *("-d", "dw-wdt,id=wdt", "--map", f"wdt,at={guests.WATCHDOG_AT:#x},into=bus"),
        *guests.PANIC_DEVICE,
    )
    with Emulator(*virt(firmware=firmware), *devices, *options, "-S") as machine:
        machine.monitor.execute("cont")
        yield machine


def test_guest_that_sleeps_goes_on_where_it_was_when_it_is_woken() -> None:
    guest = guests.assemble(
        f"""
        li a1, 0x10000000
        li a2, {guests.SLEEP_AT:#x}
        li t1, 'a'
        sb t1, 0(a1)
        li t1, 0x24
        sb t1, 0(a2)
    1:  lbu t2, 1(a2)           # until WAK_STS says that it has slept
        srli t2, t2, 7
        beqz t2, 1b
        addi t2, t2, '0'
        sb t2, 0(a1)
    1:  j 1b
        """
    )
    with with_devices(guest) as machine:
        machine.monitor.wait_event("SUSPEND")
        status = machine.monitor.execute("query-status")
        assert status == {"running": False, "status": "suspended"}
        assert machine.hear("a") == "a" and machine.drain() == ""
        machine.monitor.execute("system_wakeup")
        assert machine.monitor.wait_event("WAKEUP")
        assert machine.hear("1") == "1"
        assert machine.monitor.error("system_wakeup").desc.startswith("system_wakeup: not in phase")


def test_time_goes_on_for_a_guest_that_sleeps() -> None:
    alarm = guests.assemble(
        f"""
        li a1, {guests.SLEEP_AT:#x}
        li a2, 0x200bff8
        li a3, 0x2004000
        ld t0, 0(a2)
        li t1, 500000           # 50 ms
        add t0, t0, t1
        sd t0, 0(a3)
        li t1, 0x24
        sb t1, 0(a1)
        li a0, 0x10000000
        li t1, '!'
        sb t1, 0(a0)
    1:  j 1b
        """
    )
    # The timer's interrupt wakes the machine: it is wired to a hart and to the sleep controller.
    with with_devices(alarm, "--connect", "mtimer:mtip[0],to=sleep:wake") as machine:
        machine.monitor.wait_event("SUSPEND")
        machine.monitor.wait_event("WAKEUP")
        machine.hear("!")


def test_reset_of_a_guest_that_sleeps_makes_it_ready_to_start() -> None:
    sleeper = guests.assemble(f"li a1, {guests.SLEEP_AT:#x}\nli t1, 0x24\nsb t1, 0(a1)\n1: j 1b\n")
    with with_devices(sleeper) as machine:
        machine.monitor.wait_state("suspended")
        machine.monitor.execute("system_reset")
        assert machine.monitor.state() == "prelaunch"
        machine.monitor.execute("cont")
        machine.monitor.wait_state("suspended")


def watched(first: int = 0) -> Path:
    """Gives a guest that says that it starts, enables its watchdog and forgets it."""
    return guests.assemble(
        f"""
        li a1, 0x10000000
        li a2, {guests.WATCHDOG_AT:#x}
        li t1, '>'
        sb t1, 0(a1)
        li t1, {first}
        sw t1, 4(a2)
        li t1, 1
        sw t1, 0(a2)
    1:  j 1b
        """
    )


def test_watchdog_resets_the_machine_unless_told_otherwise() -> None:
    with with_devices(watched()) as machine:
        assert machine.monitor.wait_event("WATCHDOG")["data"] == {"action": "reset"}
        reset = machine.monitor.wait_event("RESET")["data"]
        assert reset == {"guest": True, "reason": "guest-reset"}
        machine.hear(">>")


@pytest.mark.parametrize("action", ["none", "debug"])
def test_watchdog_can_be_looked_at_only(action: str) -> None:
    with with_devices(watched(), "--watchdog-action", action) as machine:
        for _ in range(2):
            assert machine.monitor.wait_event("WATCHDOG")["data"] == {"action": action}
        assert machine.monitor.state() == "running"
        assert ("/machine/wdt: has expired" in machine.stderr) == (action == "debug")


def test_watchdog_powers_off() -> None:
    with with_devices(watched(), "--action", "watchdog=poweroff") as machine:
        assert machine.wait() == 0


def test_watchdog_stops_the_machine_and_cont_goes_on() -> None:
    with with_devices(watched(0x0C), "--action", "watchdog=pause") as machine:
        machine.monitor.wait_event("WATCHDOG")
        assert machine.monitor.wait_event("STOP")
        assert machine.monitor.state() == "watchdog"
        machine.monitor.execute("cont")
        assert machine.monitor.state() == "running"


def lost(vector: str) -> Path:
    """Gives a guest that jumps to nowhere, where its trap handler is too."""
    return guests.assemble(f"li t0, {vector}\ncsrw mtvec, t0\njr t0\n")


def test_trap_loop_is_told_of_and_stops_only_if_asked_to() -> None:
    with Emulator(*virt(firmware=lost("0x40")), "-S") as machine:
        machine.monitor.execute("cont")
        told = machine.monitor.wait_event("TRAP_LOOP")["data"]
        assert told == {"hart": "/machine/cpus/hart[0]", "address": 0x40, "action": "none"}
        assert machine.monitor.state() == "running"
        assert "the instruction at its trap vector 0x40 traps for ever" in machine.stderr


def test_trap_loop_is_an_internal_error_that_a_reset_ends() -> None:
    with Emulator(*virt(firmware=lost("0x40")), "--action", "trap-loop=pause", "-S") as machine:
        machine.monitor.execute("cont")
        machine.monitor.wait_event("TRAP_LOOP")
        assert machine.monitor.wait_event("STOP")
        status = machine.monitor.execute("query-status")
        assert status == {"running": False, "status": "internal-error"}
        assert machine.monitor.error("cont").desc.startswith("cont: not in phase internal-error")
        machine.monitor.execute("system_reset")
        machine.monitor.execute("cont")
        machine.monitor.wait_state("internal-error")


COUNTING = """
    li a1, 0x10000000
    li t1, '0'
1:  sb t1, 0(a1)
    addi t1, t1, 1
    j 1b
"""


def test_hart_stops_before_a_breakpoint_and_goes_past_it() -> None:
    # `sb` is the third instruction; `lui` and `addi` are before it.
    with Emulator(*virt(firmware=guests.assemble(COUNTING)), "-S") as machine:
        address = 0x8000_0008
        machine.monitor.execute("breakpoint-add", {"address": address})
        machine.monitor.execute("breakpoint-add", {"address": address})
        listed = machine.monitor.execute("query-breakpoints")
        assert listed == [{"hart": "/machine/cpus/hart[0]", "address": address}]
        for digit in "012":
            machine.monitor.execute("cont")
            event = machine.monitor.wait_event("BREAKPOINT")
            assert event["data"] == {"hart": "/machine/cpus/hart[0]", "address": address}
            assert machine.monitor.state() == "debug"
            assert machine.drain() == ("" if digit == "0" else chr(ord(digit) - 1))
        machine.monitor.execute("breakpoint-remove", {"address": address})
        assert machine.monitor.execute("query-breakpoints") == []
        machine.monitor.execute("cont")
        assert machine.hear("23456789")
        error = machine.monitor.error("breakpoint-remove", {"address": address})
        assert error.desc == f"there is no breakpoint at {address:#x}"


def test_breakpoint_is_of_one_hart_if_it_is_named() -> None:
    with Emulator(*virt(firmware=guests.assemble(COUNTING), cpus=2), "-S") as machine:
        where = {"address": 0x8000_0008, "hart": "/machine/cpus/hart[1]"}
        machine.monitor.execute("breakpoint-add", where)
        machine.monitor.execute("cont")
        event = machine.monitor.wait_event("BREAKPOINT")
        assert event["data"]["hart"] == where["hart"]
        error = machine.monitor.error("breakpoint-add", {"address": 0, "hart": "uart0"})
        assert error.desc == "'uart0' is no hart"


def test_breakpoint_can_be_set_while_the_guest_runs() -> None:
    with Emulator(*spinning()) as machine:
        machine.monitor.wait_state("running")
        machine.monitor.execute("breakpoint-add", {"address": 0x8000_0000})
        for _ in range(3):
            machine.monitor.wait_event("BREAKPOINT")
            machine.monitor.execute("cont")


def logging(text: str) -> tuple[str, ...]:
    """Gives the options for a guest that writes a text to the backend `log`."""
    return "-M", f"virt,serial=log,firmware={guests.greeter(text)}"


def test_guest_stops_at_a_full_disk_and_cont_tries_again(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "log")
    # Without a reader, each write fails.
    reader = os.open(tmp_path / "log", os.O_RDONLY | os.O_NONBLOCK)
    log = ("--object", f"chardev-file,id=log,out={tmp_path}/log,werror=stop")
    with Emulator(*log, *logging("hello"), "-S") as machine:
        assert machine.monitor.state() == "prelaunch"
        os.close(reader)
        machine.monitor.execute("cont")
        for _ in range(2):
            told = machine.monitor.wait_event("CHARDEV_IO_ERROR")["data"]
            assert told["backend"] == "/objects/log" and told["action"] == "stop"
            assert told["nospace"] is False and "Broken pipe" in told["reason"]
            assert machine.monitor.state() == "io-error"
            machine.monitor.events.clear()
            machine.monitor.execute("cont")
        machine.monitor.wait_state("io-error")
        with open(tmp_path / "log", "rb", opener=_open_at_once) as file:
            machine.monitor.execute("cont")
            said = b""
            while said != b"hello":
                said += file.read(1) or b""
        assert machine.monitor.state() == "running"


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


@pytest.mark.parametrize("policy", ["stop", "enospc"])
def test_full_disk_is_told_apart(policy: str) -> None:
    log = ("--object", f"chardev-file,id=log,out=/dev/full,werror={policy}")
    with Emulator(*log, *logging("x"), "-S") as machine:
        machine.monitor.execute("cont")
        assert machine.monitor.wait_event("CHARDEV_IO_ERROR")["data"]["nospace"] is True
        machine.monitor.wait_state("io-error")


def test_output_is_lost_if_that_is_the_policy() -> None:
    log = ("--object", "chardev-file,id=log,out=/dev/full")
    with Emulator(*log, *logging("x"), "-S") as machine:
        machine.monitor.execute("cont")
        assert machine.monitor.wait_event("CHARDEV_IO_ERROR")["data"]["action"] == "report"
        assert machine.monitor.state() == "running"


def test_guest_stops_at_an_error_of_its_disk_and_cont_tries_again() -> None:
    with stage_in("running") as start:
        bad = {"path": "/objects/disk", "property": "inject-error"}
        start.monitor.execute("qom-set", {**bad, "value": [{"iotype": "write", "errno": 28}]})
        start.machine.type("d")
        for _ in range(2):
            told = start.monitor.wait_event("BLOCK_IO_ERROR")["data"]
            assert told == {
                "qom-path": "/machine/card",
                "device": "",
                "node-name": "disk",
                "operation": "write",
                "action": "stop",
                "nospace": True,
                "reason": "No space left on device",
            }
            assert start.monitor.state() == "io-error"
            start.monitor.events.clear()
            start.monitor.execute("cont")
        start.monitor.wait_state("io-error")
        start.monitor.execute("qom-set", {**bad, "value": []})
        assert written(start.monitor) == 0
        start.monitor.execute("cont")
        while written(start.monitor) == 0:
            pass
        assert start.monitor.state() == "running"


def written(monitor: Monitor) -> int:
    """Gives how many writes of the stage's disk are done."""
    nodes = monitor.execute("query-blockstats")
    disk = next(node["stats"] for node in nodes if node["node-name"] == "disk")
    return int(disk["wr_operations"])
