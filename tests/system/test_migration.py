# SPDX-License-Identifier: Apache-2.0
"""A guest that is saved in one process goes on in another, and knows nothing of it."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator, run, virt
from tests.support.qmp import Message, Monitor

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def counter() -> Path:
    """Gives a guest that writes the next letter at each interrupt of its timer, every 5 ms."""
    return guests.assemble(
        """
        la t0, trap
        csrw mtvec, t0
        li s1, 0x2004000
        li s2, 0x200bff8
        li s3, 0x10000000
        la s4, count
        ld t0, 0(s2)
        sd t0, 0(s1)
        li t0, 0x80
        csrw mie, t0
        csrsi mstatus, 8
    1:  wfi
        j 1b
        .align 2
    trap:
        ld t0, 0(s4)
        li t1, 26
        remu t1, t0, t1
        addi t1, t1, 'a'
        sb t1, 0(s3)
        addi t0, t0, 1
        sd t0, 0(s4)
        ld t0, 0(s2)
        li t1, 50000
        add t0, t0, t1
        sd t0, 0(s1)
        mret
        .align 3
    count:
        .dword 0
    """
    )


def settled(monitor: Monitor, *wanted: str) -> Message:
    """Waits until a migration stands in one of these states, and gives all that is told of it."""
    while True:
        info: Message = monitor.execute("query-migrate")
        if info["status"] in wanted:
            return info
        assert info["status"] in ("setup", "active", "device", "pre-switchover"), info


def failure(monitor: Monitor) -> str:
    """Waits until a migration fails, and gives the reason."""
    return str(settled(monitor, "failed")["error-desc"])


def switch_on(monitor: Monitor, *capabilities: str) -> None:
    wanted = [{"capability": name, "state": True} for name in capabilities]
    monitor.execute("migrate-set-capabilities", {"capabilities": wanted})


def statuses(monitor: Monitor) -> list[str]:
    """Gives what MIGRATION told so far."""
    monitor.execute("query-version")
    return [e["data"]["status"] for e in monitor.events if e["event"] == "MIGRATION"]


def machine() -> tuple[str, ...]:
    return virt(firmware=counter(), memory="16M")


def is_alphabet(text: str, start: int = 0) -> bool:
    """Tells whether it is the alphabet, again and again."""
    return all(letter == LETTERS[(start + i) % 26] for i, letter in enumerate(text))


def saved(file: Path) -> str:
    """Saves a guest that runs, and gives what it has written."""
    with Emulator(*machine()) as source:
        said = source.hear("abcdefghijklmnopqrstuvwxyzabc")
        source.monitor.execute("migrate", {"uri": f"file:{file}"})
        source.monitor.wait_state("postmigrate")
        time.sleep(0.1)
        said += source.drain()
        time.sleep(0.1)
        assert source.drain() == "", "it stands still"
    assert is_alphabet(said)
    return said


def test_guest_goes_on_where_it_was(tmp_path: Path) -> None:
    said = saved(tmp_path / "guest")
    with Emulator(*machine(), "--incoming", f"file:{tmp_path}/guest") as target:
        target.monitor.wait_state("running")
        more = target.hear("z") + target.hear("z") + target.hear("z")
        assert is_alphabet(more, len(said))


def test_guest_goes_on_at_its_source_too(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        said = source.hear("m")
        source.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        source.monitor.wait_state("postmigrate")
        source.monitor.execute("cont")
        said += source.hear("z") + source.hear("z")
        assert is_alphabet(said)


def test_guest_that_was_paused_waits_to_go_on(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        said = source.hear("m")
        source.monitor.execute("stop")
        source.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        source.monitor.wait_state("postmigrate")
        time.sleep(0.1)
        said += source.drain()
    with Emulator(*machine(), "--incoming", f"file:{tmp_path}/guest") as target:
        target.monitor.wait_state("paused")
        target.monitor.execute("cont")
        assert is_alphabet(target.hear("z") + target.hear("z"), len(said))


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "text"])
def test_damaged_file_is_refused_and_the_machine_still_waits(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "guest"
    saved(file)
    whole = file.read_bytes()
    middle = len(whole) // 2
    file.write_bytes(
        {
            "cut": whole[:middle],
            "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "empty": b"",
            "text": b"hello\n",
        }[damage]
    )
    with Emulator(*machine(), "--until", "prelaunch") as target:
        target.monitor.execute("migrate-await")
        target.monitor.execute("migrate-incoming", {"uri": f"file:{file}"})
        assert failure(target.monitor).startswith(f"file:{file}: is ")
        assert target.monitor.state() == "inmigrate"
        file.write_bytes(whole)
        target.monitor.execute("migrate-incoming", {"uri": f"file:{file}"})
        target.monitor.wait_state("running")


def test_start_with_a_damaged_file_ends_with_an_error(tmp_path: Path) -> None:
    file = tmp_path / "guest"
    file.write_bytes(b"hello\n")
    ended = run(*machine(), "--incoming", f"file:{file}")
    assert ended.status == 1
    assert f"migrate-incoming: file:{file}: is not a guest that was saved" in ended.err


def test_other_machine_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "guest"
    saved(file)
    with Emulator(*virt(memory="32M", firmware=counter()), "--until", "prelaunch") as target:
        target.monitor.execute("migrate-await")
        target.monitor.execute("migrate-incoming", {"uri": f"file:{file}"})
        assert failure(target.monitor) == f"file:{file}: its memory is not that of this machine"
        assert target.monitor.state() == "inmigrate"


def test_failure_to_save_lets_the_guest_go_on(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        source.hear("m")
        error = source.monitor.error("migrate", {"uri": f"file:{tmp_path}/no-such-folder/guest"})
        assert error.desc.startswith("cannot open")
        error = source.monitor.error("migrate", {"uri": "exec:cat"})
        assert error.desc.startswith("'exec:cat' is no place for a guest; file:PATH")
        assert source.monitor.state() == "running"
        source.hear("z")


@contextmanager
def waiting(uri: str) -> Iterator[Emulator]:
    """Gives a machine that waits for a guest at an address."""
    with Emulator(*machine(), "--incoming", "defer") as target:
        switch_on(target.monitor, "events")
        target.monitor.execute("migrate-incoming", {"uri": uri})
        yield target


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("kind", ["unix", "tcp"])
def test_guest_goes_over_a_socket(tmp_path: Path, kind: str) -> None:
    uri = f"unix:{tmp_path}/sock" if kind == "unix" else f"tcp:127.0.0.1:{free_port()}"
    with Emulator(*machine()) as source, waiting(uri) as target:
        switch_on(source.monitor, "events")
        said = source.hear("abcdefghijklmnopqrstuvwxyzabc")
        source.monitor.execute("migrate", {"uri": uri})
        source.monitor.wait_state("postmigrate")
        said += source.drain()
        target.monitor.wait_state("running")
        assert is_alphabet(said)
        assert is_alphabet(target.hear("z") + target.hear("z"), len(said))
        assert statuses(source.monitor) == ["setup", "active", "device", "completed"]
        assert statuses(target.monitor) == ["setup", "active", "completed"]
        told = source.monitor.execute("query-migrate")
        assert told["ram"]["remaining"] == 0 and told["ram"]["transferred"] > 10_000


def test_guest_goes_over_descriptors() -> None:
    ours, theirs = socket.socketpair()
    with Emulator(*machine()) as source, Emulator(*machine(), "--incoming", "defer") as target:
        said = source.hear("m")
        for side, end, command in (
            (target, theirs, "migrate-incoming"),
            (source, ours, "migrate"),
        ):
            request = b'{"execute": "getfd", "arguments": {"fdname": "way"}}'
            socket.send_fds(side.monitor.socket, [request], [end.fileno()])
            assert side.monitor.read_reply() == {"return": {}}
            end.close()
            side.monitor.execute(command, {"uri": "fd:way"})
        source.monitor.wait_state("postmigrate")
        said += source.drain()
        target.monitor.wait_state("running")
        assert is_alphabet(target.hear("z"), len(said))


def test_guest_stays_if_the_other_side_is_not_there(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        source.monitor.execute("migrate", {"uri": f"unix:{tmp_path}/nobody"})
        assert failure(source.monitor) == f"unix:{tmp_path}/nobody: No such file or directory"
        assert source.monitor.state() == "running"


@pytest.mark.parametrize("taken", [0, 1000, -1])
def test_guest_stays_if_the_other_side_goes_away(tmp_path: Path, taken: int) -> None:
    with socket.socket(socket.AF_UNIX) as listener, Emulator(*machine()) as source:
        listener.bind(f"{tmp_path}/sock")
        listener.listen()
        said = source.hear("m")
        source.monitor.execute("migrate", {"uri": f"unix:{tmp_path}/sock"})
        peer, _ = listener.accept()
        with peer:
            while taken < 0 and peer.recv(65536):
                pass  # all of it, but no answer
            if taken > 0:
                peer.recv(taken)
        assert failure(source.monitor)
        source.monitor.wait_state("running")
        assert is_alphabet(said + source.hear("z") + source.hear("z"))


def test_guest_stays_if_the_other_side_refuses_it(tmp_path: Path) -> None:
    uri = f"unix:{tmp_path}/sock"
    other = virt(memory="32M", firmware=counter())
    with Emulator(*machine()) as source, Emulator(*other, "--incoming", "defer") as target:
        target.monitor.execute("migrate-incoming", {"uri": uri})
        source.hear("m")
        source.monitor.execute("migrate", {"uri": uri})
        reason = "its memory is not that of this machine"
        assert failure(source.monitor) == f"the other side: {reason}"
        assert failure(target.monitor) == f"{uri}: {reason}"
        source.monitor.wait_state("running")
        source.hear("z")
        assert target.monitor.state() == "inmigrate"


@pytest.mark.parametrize("sent", [0, 1, 5000])
def test_machine_still_waits_if_its_source_dies(tmp_path: Path, sent: int) -> None:
    saved(tmp_path / "guest")
    whole = (tmp_path / "guest").read_bytes()
    uri = f"unix:{tmp_path}/sock"
    with waiting(uri) as target:
        with socket.socket(socket.AF_UNIX) as source:
            source.connect(f"{tmp_path}/sock")
            source.sendall(whole[:sent])
        assert failure(target.monitor).startswith(f"{uri}: is ")
        target.monitor.execute("migrate-incoming", {"uri": uri})
        with socket.socket(socket.AF_UNIX) as source:
            source.connect(f"{tmp_path}/sock")
            source.sendall(whole)
            source.shutdown(socket.SHUT_WR)
            assert source.recv(100) == b"\n", "it is told that the guest has been taken"
        target.monitor.wait_state("running")


def test_guest_that_is_given_up_goes_on_here(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        switch_on(source.monitor, "events", "pause-before-switchover")
        said = source.hear("m")
        source.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        settled(source.monitor, "pre-switchover")
        assert source.monitor.state() == "finish-migrate"
        error = source.monitor.error("migrate-continue", {"state": "active"})
        assert error.desc == "no migration waits in active; pre-switchover is where"
        source.monitor.execute("migrate_cancel")
        assert source.monitor.state() == "running"
        assert statuses(source.monitor) == ["setup", "active", "pre-switchover", "cancelled"]
        assert not list(tmp_path.iterdir())
        assert is_alphabet(said + source.hear("z") + source.hear("z"))


def test_switchover_waits_to_be_told(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        switch_on(source.monitor, "events", "pause-before-switchover")
        source.hear("m")
        source.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        settled(source.monitor, "pre-switchover")
        assert not (tmp_path / "guest").exists()
        source.monitor.execute("migrate-continue", {"state": "pre-switchover"})
        source.monitor.wait_state("postmigrate")
        assert (tmp_path / "guest").exists()


def test_bandwidth_is_kept_to_and_can_be_raised(tmp_path: Path) -> None:
    with Emulator(*machine()) as source:
        source.monitor.execute("migrate-set-parameters", {"max-bandwidth": 1000})
        source.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        source.monitor.wait_state("finish-migrate")
        time.sleep(0.3)
        told = source.monitor.execute("query-migrate")
        assert told["status"] == "active" and told["ram"]["transferred"] < 5000
        assert source.monitor.error("migrate", {"uri": "file:x"}).desc.startswith(
            "migrate: not in phase finish-migrate"
        )
        source.monitor.execute("migrate-set-parameters", {"max-bandwidth": 0})
        source.monitor.wait_state("postmigrate")


def test_settings_can_be_made_before_there_is_a_machine() -> None:
    with Emulator("--until", "no-machine") as emulator:
        switch_on(emulator.monitor, "events")
        emulator.monitor.execute("migrate-set-parameters", {"max-bandwidth": 5})
        assert emulator.monitor.execute("query-migrate-parameters") == {"max-bandwidth": 5}
        told = emulator.monitor.execute("query-migrate-capabilities")
        assert {"capability": "events", "state": True} in told
        wanted = {"capabilities": [{"capability": "xbzrle", "state": True}]}
        assert "xbzrle" in emulator.monitor.error("migrate-set-capabilities", wanted).desc
