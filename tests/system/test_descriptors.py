# SPDX-License-Identifier: Apache-2.0
"""Descriptors from others: over a monitor (SCM_RIGHTS), and inherited from whoever starts it."""

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
from tests.support.emulator import PROGRAM, Emulator
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Message, Monitor, connect_unix

NO_MACHINE = ("--until", "no-machine")
NONE_CAME = "No file descriptor supplied via SCM_RIGHTS"
NOT_FOUND = "File descriptor named '{}' not found"


@contextmanager
def emulator(*arguments: str) -> Iterator[Emulator]:
    with Emulator(*(arguments or NO_MACHINE)) as machine:
        machine.monitor.state()
        yield machine


def open_files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


def wait_open_files(pid: int, wanted: int) -> None:
    """Waits until so many are open: who hangs up is seen a little later."""
    deadline = time.monotonic() + TIMEOUT_S
    while (count := open_files(pid)) != wanted:
        assert time.monotonic() < deadline, f"{count} are open, not {wanted}"
        time.sleep(0.005)


def send_with(monitor: Monitor, fds: list[int], command: str, arguments: Message) -> None:
    request = json.dumps({"execute": command, "arguments": arguments}).encode()
    socket.send_fds(monitor.socket, [request], fds)


def hand_over(monitor: Monitor, descriptor: int, command: str, **arguments: object) -> Message:
    """Sends a command with a descriptor, and gives the whole reply."""
    named = {key.replace("_", "-"): value for key, value in arguments.items()}
    send_with(monitor, [descriptor], command, named)
    return monitor.read_reply()


def test_names_are_given_and_taken_away() -> None:
    with emulator() as machine, open("/dev/null", "rb") as file:
        monitor, pid = machine.monitor, machine.process.pid
        before = open_files(pid)
        assert monitor.error("getfd", {"fdname": "a"}).desc == NONE_CAME
        assert hand_over(monitor, file.fileno(), "getfd", fdname="a") == {"return": {}}
        assert open_files(pid) == before + 1
        assert hand_over(monitor, file.fileno(), "getfd", fdname="a") == {"return": {}}
        assert open_files(pid) == before + 1, "what had the name is closed"
        assert monitor.execute("closefd", {"fdname": "a"}) == {}
        assert monitor.error("closefd", {"fdname": "a"}).desc == NOT_FOUND.format("a")
        assert open_files(pid) == before


def test_a_name_that_is_refused_leaves_the_descriptor_for_the_next_try() -> None:
    with emulator() as machine, open("/dev/null", "rb") as file:
        reply = hand_over(machine.monitor, file.fileno(), "getfd", fdname="1a")
        assert "not starting with a digit" in reply["error"]["desc"]
        assert machine.monitor.execute("getfd", {"fdname": "a"}) == {}


def test_a_descriptor_waits_for_the_command_that_takes_it() -> None:
    with emulator() as machine, open("/dev/null", "rb") as file:
        monitor, pid = machine.monitor, machine.process.pid
        before = open_files(pid)
        # It comes with a blank, then with half a command, then with one that has no use for it.
        socket.send_fds(monitor.socket, [b" "], [file.fileno()])
        assert monitor.execute("getfd", {"fdname": "a"}) == {}
        socket.send_fds(monitor.socket, [b'{"execute": "getfd", '], [file.fileno()])
        monitor.send_bytes(b'"arguments": {"fdname": "b"}}')
        assert monitor.read_reply() == {"return": {}}
        assert "return" in hand_over(monitor, file.fileno(), "query-status")
        assert monitor.execute("getfd", {"fdname": "c"}) == {}
        assert open_files(pid) == before + 3
        # What nobody took goes when others come.
        for _ in range(20):
            assert "return" in hand_over(monitor, file.fileno(), "query-status")
        assert open_files(pid) == before + 4


def test_names_belong_to_a_client_and_go_with_it() -> None:
    with emulator() as machine, open("/dev/null", "rb") as file:
        pid, number = machine.process.pid, file.fileno()
        before = open_files(pid)
        other = machine.connect()
        assert hand_over(other, number, "getfd", fdname="a") == {"return": {}}
        send_with(other, [number] * 16, "query-status", {})
        assert "return" in other.read_reply()
        assert open_files(pid) == before + 18
        assert machine.monitor.error("closefd", {"fdname": "a"}).desc == NOT_FOUND.format("a")
        # With half a command, too.
        socket.send_fds(other.socket, [b'{"execute"'], [number] * 4)
        other.close()
        wait_open_files(pid, before)


def test_clients_on_the_io_thread_leak_nothing() -> None:
    with emulator() as machine, open("/dev/null", "rb") as file:
        pid = machine.process.pid
        counts = []
        for _ in range(3):
            other = machine.connect(negotiate=False)
            other.execute("qmp_capabilities", {"enable": ["oob"]})
            # The thread has files of its own, from its first client on.
            counts.append(open_files(pid))
            for name in ("a", "b"):
                assert hand_over(other, file.fileno(), "getfd", fdname=name) == {"return": {}}
            assert open_files(pid) == counts[0] + 2
            other.close()
            wait_open_files(pid, counts[0] - 1)
        assert len(set(counts)) == 1


def test_sets() -> None:
    with emulator() as machine, open("/dev/null", "rb") as reads, open("/dev/null", "wb") as writes:
        monitor, pid = machine.monitor, machine.process.pid
        before = open_files(pid)
        assert monitor.execute("query-fdsets") == []
        assert monitor.error("add-fd", {}).desc == NONE_CAME
        first = hand_over(monitor, reads.fileno(), "add-fd", fdset_id=7, opaque="r")["return"]
        second = hand_over(monitor, writes.fileno(), "add-fd", fdset_id=7)["return"]
        third = hand_over(monitor, reads.fileno(), "add-fd")["return"]
        assert (first["fdset-id"], second["fdset-id"], third["fdset-id"]) == (7, 7, 0)
        with_opaque = {"fd": first["fd"], "opaque": "r"}
        assert monitor.execute("query-fdsets") == [
            {"fdset-id": 0, "fds": [{"fd": third["fd"]}]},
            {"fdset-id": 7, "fds": [with_opaque, {"fd": second["fd"]}]},
        ]
        other = machine.connect()
        other.execute("remove-fd", {"fdset-id": 7, "fd": second["fd"]})
        assert other.error("remove-fd", {"fdset-id": 7, "fd": second["fd"]}).desc == (
            NOT_FOUND.format(f"fdset-id:7, fd:{second['fd']}")
        )
        assert other.error("remove-fd", {"fdset-id": 5}).desc == NOT_FOUND.format("fdset-id:5")
        other.execute("remove-fd", {"fdset-id": 7})
        other.execute("remove-fd", {"fdset-id": 0})
        other.close()
        assert monitor.execute("query-fdsets") == []
        wait_open_files(pid, before)
        reply = hand_over(monitor, reads.fileno(), "add-fd", fdset_id=-1)
        assert reply["error"]["desc"] == "Parameter 'fdset-id' expects a non-negative value"
        reply = hand_over(monitor, reads.fileno(), "add-fd", inherited=3)
        assert "on the command line only" in reply["error"]["desc"]


def test_file_backend_opens_a_set(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with emulator() as machine:
        monitor, pid = machine.monitor, machine.process.pid
        before = open_files(pid)
        backend = {"qom-type": "chardev-file", "id": "log", "out": "/dev/fdset/1"}
        assert "no such set" in monitor.error("object-add", backend).desc
        with open("/dev/null", "rb") as reads, open(path, "wb") as writes:
            hand_over(monitor, reads.fileno(), "add-fd", fdset_id=1)
            assert (
                "none of the set is open for writing" in monitor.error("object-add", backend).desc
            )
            hand_over(monitor, writes.fileno(), "add-fd", fdset_id=1)
        monitor.execute("object-add", backend)
        assert open_files(pid) == before + 3
        monitor.execute("remove-fd", {"fdset-id": 1})
        firmware = guests.greeter("through a set")
        monitor.execute("machine-set", {"type": "virt", "serial": "log", "firmware": str(firmware)})
        monitor.execute("until-phase", {"phase": "running"})
        deadline = time.monotonic() + TIMEOUT_S
        while "through a set" not in path.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.005)


def test_socket_backend_takes_a_named_socket() -> None:
    with emulator() as machine:
        monitor, pid = machine.monitor, machine.process.pid
        before = open_files(pid)
        ours, theirs = socket.socketpair()
        backend: Message = {
            "qom-type": "chardev-socket",
            "id": "con",
            "addr": {"type": "fd", "data": {"str": "pair"}},
        }
        assert NOT_FOUND.format("pair") in monitor.error("object-add", backend).desc
        hand_over(monitor, theirs.fileno(), "getfd", fdname="pair")
        theirs.close()
        # It fails, and the name is still there.
        error = monitor.error("object-add", {**backend, "server": True})
        assert "the socket does not listen; use server=off" in error.desc
        assert open_files(pid) == before + 1
        monitor.execute("object-add", {**backend, "server": False})
        assert open_files(pid) == before + 1
        assert monitor.error("closefd", {"fdname": "pair"}).desc == NOT_FOUND.format("pair")
        monitor.execute("object-del", {"id": "con"})
        assert ours.recv(1) == b"", "the other end sees that it is closed"
        assert open_files(pid) == before
        ours.close()


@pytest.mark.parametrize("listens", [False, True])
def test_monitor_on_a_socket_that_was_handed_over(tmp_path: Path, listens: bool) -> None:
    with emulator() as machine:
        if listens:
            server = socket.socket(socket.AF_UNIX)
            server.bind(str(tmp_path / "made"))
            server.listen()
            hand_over(machine.monitor, server.fileno(), "getfd", fdname="second")
        else:
            ours, theirs = socket.socketpair()
            hand_over(machine.monitor, theirs.fileno(), "getfd", fdname="second")
        machine.monitor.execute("monitor-add", {"listen": "fd:second", "read-only": True})
        second = connect_unix(str(tmp_path / "made")) if listens else Monitor(ours)
        assert second is not None
        assert second.state() == "no-machine"
        listed = {one["listen"]: one for one in second.execute("query-monitors")}
        assert listed["fd:second"]["read-only"] is True
        second.close()
        error = machine.monitor.error("monitor-add", {"listen": "fd:second"})
        assert error.desc == NOT_FOUND.format("second")


def test_a_client_cannot_reach_for_numbers() -> None:
    with emulator() as machine:
        for number in range(8):
            error = machine.monitor.error("monitor-add", {"listen": f"fd:{number}"})
            assert error.desc == NOT_FOUND.format(number)


def start(passed: list[int], *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(PROGRAM), *arguments, *NO_MACHINE], pass_fds=passed, stderr=subprocess.PIPE
    )


def test_inherited_sockets_on_the_command_line() -> None:
    ours, theirs = socket.socketpair()
    console, backend = socket.socketpair()
    with open("/dev/null", "wb") as file:
        with start(
            [theirs.fileno(), backend.fileno(), file.fileno()],
            *("--qmp", f"fd:{theirs.fileno()}"),
            *("--object", f"chardev-socket,id=c,addr.type=fd,addr.data.str={backend.fileno()}"),
            *("--add-fd", f"fdset-id=2,opaque=null,inherited={file.fileno()}"),
            *("--object", "chardev-file,id=f,out=/dev/fdset/2"),
        ) as process:
            theirs.close()
            backend.close()
            assert process.stderr is not None
            said = process.stderr.read().decode()
            assert "the socket does not listen; use server=off" in said
            assert process.wait(TIMEOUT_S) == 1
    ours.close()
    console.close()


def test_libvirt_style_start() -> None:
    ours, theirs = socket.socketpair()
    console, backend = socket.socketpair()
    addr = f"addr.type=fd,addr.data.str={backend.fileno()}"
    with start(
        [theirs.fileno(), backend.fileno()],
        *("--qmp", f"fd:{theirs.fileno()}"),
        *("--object", f"chardev-socket,id=c,server=off,{addr}"),
    ) as process:
        theirs.close()
        backend.close()
        monitor = Monitor(ours)
        assert [one["label"] for one in monitor.execute("query-chardev")] == ["c"]
        monitor.execute("object-del", {"id": "c"})
        assert console.recv(1) == b"", "no descriptor of it is left"
        monitor.execute("quit")
        assert process.wait(TIMEOUT_S) == 0
        monitor.close()
    console.close()


@pytest.mark.parametrize("name, says", [("0", "0 is not an inherited"), ("x", "is not the number")])
def test_what_is_not_inherited(name: str, says: str) -> None:
    with start([], "--qmp", f"fd:{name}") as process:
        assert process.stderr is not None
        assert says in process.stderr.read().decode()
        assert process.wait(TIMEOUT_S) == 1
