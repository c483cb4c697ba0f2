# SPDX-License-Identifier: Apache-2.0
"""What serial lines can be connected to, as a user of the machine meets it."""

import base64
import json
import os
from pathlib import Path

from tests.support import guests
from tests.support.emulator import Emulator

# Says what it hears, and first that it is there; the base address is that of the line.
ECHO = """
    li s0, {base}
    li t1, '>'
    sb t1, 0(s0)
1:  lbu t0, 5(s0)
    andi t0, t0, 1
    beqz t0, 1b
    lbu t1, 0(s0)
    sb t1, 0(s0)
    j 1b
"""


def test_a_pseudoterminal_is_the_console_of_whoever_opens_it() -> None:
    firmware = guests.assemble(ECHO.format(base=0x1000_0000))
    with Emulator("--until", "no-machine") as machine:
        made = machine.monitor.execute(
            "chardev-add", {"id": "con", "backend": {"type": "pty", "data": {}}}
        )
        listed = machine.monitor.execute("query-chardev")
        assert listed[0]["filename"] == f"pty:{made['pty']}"
        terminal = os.open(made["pty"], os.O_RDWR | os.O_NOCTTY)
        try:
            machine.monitor.execute(
                "machine-set", {"type": "virt", "serial": "con", "firmware": str(firmware)}
            )
            machine.monitor.execute("until-phase", {"phase": "running"})
            assert os.read(terminal, 1) == b">"
            os.write(terminal, b"q")
            assert os.read(terminal, 1) == b"q"
        finally:
            os.close(terminal)


def test_two_lines_share_one_far_end(tmp_path: Path) -> None:
    firmware = guests.assemble(ECHO.format(base=0x1000_0000))
    log = tmp_path / "log"
    with Emulator(
        *("-chardev", f"stdio,id=con,mux=on,logfile={log}"),
        *("-M", f"virt,serials=2,serial=con,serial1=con,firmware={firmware}"),
    ) as machine:
        machine.hear(">")
        machine.type("a")
        machine.hear("a")
        machine.type("\x01cb\x01cd")  # b is for the second line, where nobody answers
        machine.hear("[/machine/uart[1]]")
        machine.hear("[/machine/uart0]\r\nd")
    assert log.read_bytes().startswith(b">a\r\n[")


def say(machine: Emulator, command: str, **arguments: object) -> None:
    machine.type(json.dumps({"execute": command, "arguments": arguments}) + "\n")


def test_a_monitor_shares_the_line_of_a_console() -> None:
    firmware = guests.assemble(ECHO.format(base=0x1000_0000))
    with Emulator(
        *("-chardev", "stdio,id=con,mux=on"),
        *("-M", f"virt,serial=con,firmware={firmware}"),
        *("-mon", "chardev=con,mode=control,id=mon"),
    ) as machine:
        machine.hear('"capabilities"')
        machine.hear(">")
        say(machine, "qmp_capabilities")
        machine.hear('{"return": {}}')
        say(machine, "query-status")
        machine.hear('"running":true')
        machine.type("\x01ca")
        machine.hear("[/machine/uart0]\r\na")
        monitors = machine.monitor.execute("query-monitors")
        assert [each["listen"] for each in monitors if each["id"] == "mon"] == ["chardev:con"]
        machine.type("\x01c")
        machine.hear("[monitor 'mon']")
        say(machine, "quit")
        machine.hear('{"return": {}}')
        assert machine.process.wait() == 0


def test_a_monitor_keeps_its_chardev_until_it_goes() -> None:
    with Emulator("-chardev", "stdio,id=con", "--until", "no-machine") as machine:
        add = {"listen": "chardev:con", "id": "mon"}
        machine.monitor.execute("monitor-add", add)
        for command in ("chardev-remove", "object-del"):
            refused = machine.monitor.error(command, {"id": "con"})
            assert "in use by monitor 'mon'" in refused.desc
        refused = machine.monitor.error("monitor-add", {"listen": "chardev:con"})
        assert "in use by monitor 'mon'" in refused.desc
        say(machine, "qmp_capabilities")
        machine.hear('{"return": {}}')
        say(machine, "monitor-del", id="mon")
        machine.hear('{"return": {}}')  # it tells its own end
        machine.monitor.execute("object-del", {"id": "con"})
        refused = machine.monitor.error("monitor-add", add)
        assert refused.desc == "chardev 'con' not found"


def test_a_monitor_goes_with_the_transaction_that_made_it() -> None:
    with Emulator("--until", "no-machine") as machine:
        machine.monitor.execute("config-begin")
        machine.monitor.execute("object-add", {"qom-type": "chardev-null", "id": "con"})
        machine.monitor.execute("monitor-add", {"listen": "chardev:con", "id": "mon"})
        machine.monitor.execute("config-abort")
        assert [each["id"] for each in machine.monitor.execute("query-monitors")] == ["monitor0"]
        assert machine.monitor.execute("query-chardev") == []


def test_a_file_tells_of_a_monitor_on_a_chardev(tmp_path: Path) -> None:
    options = ("-chardev", "null,id=con", "-mon", "chardev=con,mode=control")
    with Emulator(*options, "--until", "no-machine") as machine:
        config = machine.monitor.execute("query-config")["config"]
    path = tmp_path / "machine.json"
    config["monitors"] = [each for each in config["monitors"] if "chardev" in each["listen"]]
    path.write_text(json.dumps(config), "utf-8")
    with Emulator("--config", str(path), "--until", "no-machine") as machine:
        listens = [each["listen"] for each in machine.monitor.execute("query-monitors")]
        assert "chardev:con" in listens


def test_a_monitor_hears_all_of_what_is_sent_at_once() -> None:
    """More than the line takes at a time, and answers for more than is kept."""
    commands = [{"execute": "query-commands", "id": number} for number in range(50)]
    options = ("-chardev", "stdio,id=con", "-mon", "chardev=con,mode=control")
    with Emulator(*options, "--until", "no-machine") as machine:
        say(machine, "qmp_capabilities")
        machine.type("".join(map(json.dumps, commands)))
        for number in range(50):
            machine.hear(f'"id": {number}}}')


def test_a_ring_buffer_tells_the_last_that_was_said() -> None:
    firmware = guests.assemble(ECHO.format(base=0x1000_0000))
    with Emulator(
        *("-chardev", "ringbuf,id=last,size=3"),
        *("-M", f"virt,serial=last,firmware={firmware}"),
    ) as machine:
        read = {"device": "last", "size": 10}
        while (said := machine.monitor.execute("ringbuf-read", read)) == "":
            pass
        assert said == ">"
        data = base64.b64encode(b"\x00\xff<end").decode()
        write = {"device": "last", "data": data, "format": "base64"}
        machine.monitor.execute("ringbuf-write", write)
        answer = machine.monitor.execute("ringbuf-read", {**read, "size": 2, "format": "base64"})
        assert base64.b64decode(answer) == b"en"
        machine.monitor.execute("ringbuf-write", {**write, "data": "gGE="})
        assert machine.monitor.execute("ringbuf-read", read) == "d\ufffda"
        wrong = machine.monitor.error("ringbuf-write", {**write, "data": "?"})
        assert "not base64" in str(wrong)
        wrong = machine.monitor.error("ringbuf-read", {**read, "device": "first"})
        assert "'first' not found" in str(wrong)
