# SPDX-License-Identifier: Apache-2.0
"""tools/qmp-configure and tools/qmp-shell with the emulator."""

import json
import os
import pty
import selectors
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import PROGRAM, ROOT, Emulator, Finished, run
from tests.support.patience import TIMEOUT_S

SHELL = str(ROOT / "tools" / "qmp-shell")
CONFIGURE = str(ROOT / "tools" / "qmp-configure")
BELL = "\a"
NO_MACHINE = ("--until", "no-machine")
EXEC = ("--", str(PROGRAM), *NO_MACHINE)
BOARD = """
# A machine of which much is written as text.
machine-set type=virt memory=64M firmware={firmware}
accel-set accels=interp   # a list of one
machine-init
device_add driver=uart16550 id=uart1 clock-frequency=0x100000
{{'execute': 'map', "arguments": {{"region": "uart1:regs", "at": "0x10010000", "into": "bus"}}}}
connect from=uart1:irq to=plic:in[20]
object-add qom-type=chardev-file id=true out=/dev/null append=on
"""


def configure(*arguments: str, stdin: str = "") -> Finished:
    finished = subprocess.run(
        [CONFIGURE, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return Finished(finished.returncode, finished.stdout, finished.stderr)


def test_configure_does_what_script_does(tmp_path: Path) -> None:
    script = tmp_path / "board.qmp"
    script.write_text(BOARD.format(firmware=guests.spinner()))
    with Emulator("--script", str(script), "--until", "machine-initialized") as machine:
        wanted = machine.monitor.execute("query-tree")
    with Emulator(*NO_MACHINE) as machine:
        machine.monitor.state()
        finished = configure(f"unix:{machine.socket_path}", str(script))
        assert (finished.status, finished.err) == (0, "")
        assert json.loads(finished.out) == {"accel": "interp", "refused": []}
        assert machine.monitor.execute("query-tree") == wanted


def test_configure_takes_a_bare_path_and_standard_input() -> None:
    with Emulator(*NO_MACHINE) as machine:
        machine.monitor.state()
        finished = configure(machine.socket_path, "-", stdin="query-version\nquery-status")
        lines = [json.loads(line) for line in finished.out.splitlines()]
        assert (finished.status, list(lines[0]), len(lines)) == (0, ["qemu", "package"], 2)


def test_configure_stops_at_the_first_error(tmp_path: Path) -> None:
    script = tmp_path / "bad.qmp"
    script.write_text("machine-set type=virt\n\nmachine-init\naccel-set accels=interp\n")
    with Emulator(*NO_MACHINE) as machine:
        machine.monitor.state()
        finished = configure(machine.socket_path, str(script))
        assert finished.status == 1
        assert finished.err.startswith(f"{script}:3: machine-init: not in phase machine-created")
        assert machine.monitor.state() == "machine-created"


def test_configure_sends_nothing_of_a_script_that_is_none(tmp_path: Path) -> None:
    script = tmp_path / "bad.qmp"
    script.write_text("machine-set type=virt\nmachine-init now\n")
    with Emulator(*NO_MACHINE) as machine:
        machine.monitor.state()
        finished = configure(machine.socket_path, str(script))
        assert finished == Finished(1, "", f"{script}:2: expected key=value, found 'now'\n")
        assert machine.monitor.state() == "no-machine"


@pytest.mark.parametrize(
    "line",
    [
        "c a",
        "c a=1 a=2",
        "c a.b=1 a=2",
        "c a=1 a.b=2",
        "c a..b=1",
        "c =1",
        'c a={"b"',
        'c a="b"c',
        '{"arguments": {}}',
        '{"execute": 1}',
        '{"execute": "c", "arguments": []}',
        '{"execute": "c", "more": 1}',
        "no-such-command",
        "query-commands now=perhaps",
    ],
)
def test_configure_refuses_as_script_does(tmp_path: Path, line: str) -> None:
    script = tmp_path / "bad.qmp"
    script.write_text(f"query-version\n{line}\n")
    own = run("--script", str(script), *NO_MACHINE).err.replace(f"{script}:2: ", "")
    finished = configure("--exec", str(script), *EXEC)
    assert finished.status == 1
    said = finished.err.removeprefix(f"{script}:2: ").strip()
    assert said and own.strip().removeprefix("coldplug: ").startswith(said.partition(" (on")[0])


def test_configure_with_an_emulator_of_its_own(tmp_path: Path) -> None:
    script = tmp_path / "guest.qmp"
    firmware = guests.finisher(guests.PASS)
    script.write_text(f"machine-set type=virt firmware={firmware}\nuntil-phase phase=running\n")
    assert configure("--exec", str(script), *EXEC).status == 0
    script.write_text("quit now=1\n")
    assert configure("--exec", str(script), *EXEC).status == 1


@pytest.mark.parametrize("address", ["/no/such/socket", "tcp:127.0.0.1:1", "tcp:7", "unix:"])
def test_nobody_there(address: str) -> None:
    finished = configure(address, "/dev/null")
    assert finished.status == 1
    assert finished.err.startswith(f"{address}: ") and len(finished.err.splitlines()) == 1


class Typist:
    """The shell at a terminal, and who types there."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self._terminal, theirs = pty.openpty()
        environment = {**os.environ, "XDG_STATE_HOME": str(home), "TERM": "dumb"}
        # Ends in close().  pylint: disable-next=consider-using-with
        self.process = subprocess.Popen(
            [SHELL, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def hear(self, wanted: str) -> str:
        """Waits for a text, and gives what was shown up to its end."""
        heard = ""
        deadline = time.monotonic() + TIMEOUT_S
        with selectors.DefaultSelector() as selector:
            selector.register(self._terminal, selectors.EVENT_READ)
            while wanted not in heard:
                ready = selector.select(max(0.0, deadline - time.monotonic()))
                assert ready, f"no {wanted!r} in {heard!r}"
                # One by one, so that what follows is there for the next to wait for.
                heard += os.read(self._terminal, 1).decode(errors="replace").strip(BELL)
        return heard

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._terminal)


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture(name="typist")
def _typist(home: Path) -> Iterator[Typist]:
    typist = Typist(home, "--exec", *EXEC)
    typist.hear("(no-machine) ")
    yield typist
    typist.close()


@pytest.mark.parametrize(
    "typed, completed",
    [
        ("query-sta\t", "query-status "),
        ("help devi\t_a\t", "help device_add"),
        ("help uart\t", "help uart16550"),
        ("device_add dri\tua\t", "device_add driver=uart16550 "),
        ("device_add driver=uart16550 clock\t", "clock-frequency="),
        ("set-action pan\tpau\t", "set-action panic=pause "),
        ("monitor-add pre\tt\t", "monitor-add pretty=true "),
        ("chardev-add backend.ty\tso\t", "chardev-add backend.type=socket "),
    ],
    ids=lambda text: "-".join(text.split()),
)
def test_shell_completes(typist: Typist, typed: str, completed: str) -> None:
    typist.type(typed)
    typist.hear(completed)


def test_shell_shows_phases_answers_and_events(typist: Typist) -> None:
    typist.type(f"machine-set type=virt firmware={guests.spinner()}\n")
    typist.hear("(machine-created) ")
    typist.type("until-phase phase=running\n")
    shown = typist.hear("(running) ")
    assert " RESUME" in shown
    typist.type("query-status\n")
    assert '"running": true,\r\n  "status": "running"' in typist.hear("(running) ")
    typist.type("cont now=1\n")
    assert "error: Parameter 'now' is unexpected" in typist.hear("(running) ")
    typist.type("quit\n")
    typist.hear("SHUTDOWN")
    assert typist.process.wait(TIMEOUT_S) == 0


def test_shell_shows_events_while_a_line_is_typed(home: Path) -> None:
    arguments = ("-M", f"virt,firmware={guests.spinner()}", "--until", "running")
    with Emulator(*arguments) as machine:
        machine.monitor.wait_state("running")
        typist = Typist(home, machine.socket_path)
        try:
            typist.hear("(running) ")
            typist.type("query-sta")
            typist.hear("query-sta")
            machine.monitor.execute("stop")
            typist.hear(" STOP")
            # What was typed stands there again, and goes on.
            typist.hear("(running) query-sta")
            typist.type("tus\n")
            typist.hear('"status": "paused"')
        finally:
            typist.close()


def test_shell_explains(typist: Typist) -> None:
    typist.type("help device_add\n")
    page = typist.hear("(no-machine) ")
    assert "device_add driver=... id=... [parent=...]" in page
    assert "driver: the object type" in page
    typist.type("help uart16550\n")
    assert "clock-frequency: of the input clock" in typist.hear("(no-machine) ")
    typist.type("help nothing\n")
    typist.hear("error: there is no help on 'nothing'")


def test_shell_remembers_lines(home: Path) -> None:
    for typed in ("query-version\n", "\x1b[A"):
        typist = Typist(home, "--exec", *EXEC)
        typist.hear("(no-machine) ")
        typist.type(typed)
        typist.hear("query-version")
        if typed.endswith("\n"):
            typist.hear("(no-machine) ")
            typist.type("\x04")
            assert typist.process.wait(TIMEOUT_S) == 0
        typist.close()
    assert "query-version" in (home / "coldplug" / "qmp-history").read_text()


def test_shell_takes_piped_commands() -> None:
    finished = subprocess.run(
        [SHELL, "--exec", *EXEC],
        input="query-status\nnonsense\nquery-status x\n",
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert finished.returncode == 0
    assert '"running": false' in finished.stdout
    assert "error: The command nonsense has not been found" in finished.stdout
    assert "error: expected key=value, found 'x'" in finished.stdout
