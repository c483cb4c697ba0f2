# SPDX-License-Identifier: Apache-2.0
"""Stopping, going on, resetting, and several monitors that watch."""

import json
import socket
import subprocess
import time

from tests.support import guests
from tests.support.emulator import FIRMWARE, KERNEL, PROGRAM, Emulator, virt
from tests.support.qmp import Monitor

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
        timeout=30,
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
