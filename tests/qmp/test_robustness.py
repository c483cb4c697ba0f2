# SPDX-License-Identifier: Apache-2.0
"""Sends what no client should.

Each bad message gets one error, the connection goes on, and so does everybody else's.
"""

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.emulator import Emulator
from tests.support.qmp import Message, Monitor

BAD_MESSAGES = {
    "garbage": b"%%p",
    "closing-bracket": b"{]",
    "missing-value": b'{"execute": }',
    "trailing-comma": b'{"execute": "query-status",}',
    "extra-brace": b'{"execute": "query-status"}}',
    "bare-word": b'{"execute": query-status}',
    "control-byte": b'{"execute": "query-\x01status"}',
    "nul-byte": b'{"execute": \x00"query-status"}',
    "byte-ff": b"{\xff}",
    "invalid-utf8": b'{"execute": "query-\xc3\x28"}',
    "overlong-utf8": b'{"execute": "\xe0\x80\xaf"}',
    "surrogate-utf8": b'{"execute": "\xed\xa0\x80"}',
    "bad-escape": b'{"execute": "\\q"}',
    "short-escape": b'{"execute": "\\u12"}',
    "lone-surrogate": b'{"execute": "\\ud800"}',
    "leading-zero": b'{"execute": "query-status", "id": 01}',
    "plus-sign": b'{"execute": "query-status", "id": +1}',
    "not-a-number": b'{"execute": "query-status", "id": NaN}',
    "number-beyond-bounds": b'{"execute": "query-status", "id": [1e400]}',
    "duplicate-key": b'{"execute": "query-status", "execute": "query-status"}',
    "null": b"null",
    "number": b"42",
    "string": b'"query-status"',
    "array": b"[]",
    "empty-object": b"{}",
    "execute-not-a-string": b'{"execute": true}',
    "arguments-not-an-object": b'{"execute": "query-status", "arguments": []}',
    "arguments-null": b'{"execute": "query-status", "arguments": null}',
    "unknown-member": b'{"execute": "query-status", "extra": 1}',
    "unknown-argument": b'{"execute": "query-status", "arguments": {"extra": 1}}',
    "missing-argument": b'{"execute": "qom-get", "arguments": {"path": "/"}}',
    "wrong-type": b'{"execute": "qom-get", "arguments": {"path": 1, "property": "x"}}',
    "deep-array": b"[" * 10_000 + b"]" * 10_000,
    "deep-array-unbalanced": b"[" * 10_000,
    "deep-object": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "long-garbage": b"%" * (4 << 20),
}


@pytest.fixture(name="machine", scope="module")
def _vm() -> Iterator[Emulator]:
    with Emulator("--until", "no-machine") as machine:
        yield machine


def connect_over(machine: Emulator, transport: str, negotiate: bool = True) -> Monitor:
    """Makes a connection of a kind; `oob` is on a Unix socket, but served by the I/O thread."""
    if transport == "tcp":
        machine.monitor.execute("monitor-add", {"listen": "tcp:127.0.0.1:0", "id": "tcp"})
        (listed,) = [one for one in machine.monitor.execute("query-monitors") if one["id"] == "tcp"]
        host, port = listed["listen"].removeprefix("tcp:").split(":")
        return Monitor(socket.create_connection((host, int(port))), negotiate)
    if transport == "handed-over":
        ours, theirs = socket.socketpair()
        request = b'{"execute": "getfd", "arguments": {"fdname": "pair"}}'
        socket.send_fds(machine.monitor.socket, [request], [theirs.fileno()])
        machine.monitor.read_reply()
        theirs.close()
        machine.monitor.execute("monitor-add", {"listen": "fd:pair", "id": "handed-over"})
        return Monitor(ours, negotiate)
    monitor = machine.connect(negotiate and transport == "unix")
    if negotiate and transport == "oob":
        monitor.execute("qmp_capabilities", {"enable": ["oob"]})
    return monitor


@pytest.fixture(name="monitor", params=["unix", "oob", "tcp", "handed-over"])
def _monitor(machine: Emulator, request: pytest.FixtureRequest) -> Iterator[Monitor]:
    monitor = connect_over(machine, request.param)
    yield monitor
    monitor.close()
    if request.param in ("tcp", "handed-over"):
        machine.monitor.execute("monitor-del", {"id": request.param})


def replies_up_to_probe(monitor: Monitor) -> list[Message]:
    """Sends a message that can be recognised, and gives the answers to those before it."""
    monitor.send("query-version", id="probe")
    replies = []
    while (reply := monitor.read_reply()).get("id") != "probe":
        replies.append(reply)
    assert "return" in reply, reply
    return replies


@pytest.mark.parametrize("name", BAD_MESSAGES)
def test_bad_message_gets_one_error_and_the_connection_goes_on(monitor: Monitor, name: str) -> None:
    monitor.send_bytes(BAD_MESSAGES[name] + b"\n")
    replies = replies_up_to_probe(monitor)
    assert len(replies) == (2 if name == "extra-brace" else 1), replies
    error = replies[-1]["error"]
    assert error["class"] == "GenericError"
    assert error["desc"] and "\n" not in error["desc"] and len(error["desc"]) < 1000


@pytest.mark.parametrize("name", BAD_MESSAGES)
def test_bad_message_before_negotiation_gets_one_error(machine: Emulator, name: str) -> None:
    monitor = machine.connect(negotiate=False)
    monitor.send_bytes(BAD_MESSAGES[name] + b"\n")
    monitor.send("qmp_capabilities", id="ready")
    replies = [monitor.read()]
    while replies[-1].get("id") != "ready":
        replies.append(monitor.read())
    assert "return" in replies.pop()
    assert replies and all("error" in reply for reply in replies), replies
    monitor.close()


def test_64_mib_of_garbage_are_refused_in_a_moment(monitor: Monitor) -> None:
    start = time.monotonic()
    chunk = bytes(range(128, 256)) * 8192
    for _ in range(64):
        monitor.send_bytes(chunk)
    monitor.send_bytes(b"\n")
    assert len(replies_up_to_probe(monitor)) == 1
    assert time.monotonic() - start < 20


def test_64_mib_string_is_refused_in_a_moment(monitor: Monitor) -> None:
    start = time.monotonic()
    monitor.send_bytes(b'{"execute": "')
    for _ in range(64):
        monitor.send_bytes(b"x" * (1 << 20))
    monitor.send_bytes(b'"}\n')
    replies = replies_up_to_probe(monitor)
    assert len(replies) == 1 and "error" in replies[0]
    assert time.monotonic() - start < 20


def test_message_one_byte_at_a_time(monitor: Monitor) -> None:
    for byte in b'{ "execute": "query-version", "id": "slow" }\n':
        monitor.send_bytes(bytes([byte]))
        time.sleep(0.0005)
    assert monitor.read_reply()["id"] == "slow"


def test_message_without_newline_runs_at_its_closing_brace(monitor: Monitor) -> None:
    monitor.send_bytes(b'{"execute": "query-version", "id": 1}')
    assert monitor.read_reply()["id"] == 1


def test_message_on_several_lines_and_two_on_one(monitor: Monitor) -> None:
    monitor.send_bytes(b'{\r\n  "execute": "query-version",\r\n  "id": 1\r\n}\r\n')
    monitor.send_bytes(
        b'{"execute": "query-version", "id": 2} {"execute": "query-version", "id": 3}'
    )
    assert [monitor.read_reply()["id"] for _ in range(3)] == [1, 2, 3]


def test_single_quotes_are_understood(monitor: Monitor) -> None:
    monitor.send_bytes(b"{'execute': 'query-version', 'id': 'cookie#1'}\n")
    assert monitor.read_reply()["id"] == "cookie#1"


@pytest.mark.parametrize(
    "text",
    [
        '"a\\u00e9\\ud83d\\ude00"',
        "1e400",
        "-0.0",
        "0.1",
        "1.0",
        str(10**30),
        '{"a": [1, null]}',
        "null",
    ],
)
def test_id_comes_back_as_it_was(machine: Emulator, text: str) -> None:
    monitor = machine.connect()
    monitor.send_bytes(b'{"execute": "query-version", "id": %s}\n' % text.encode())
    line = monitor.socket.makefile("rb").readline().decode()
    members = json.loads(line, parse_int=str, parse_float=str)
    assert members["id"] == json.loads(text, parse_int=str, parse_float=str)
    monitor.close()


def test_error_carries_the_id(monitor: Monitor) -> None:
    monitor.send("no-such-command", id=[2])
    reply = monitor.read_reply()
    assert reply == {
        "id": [2],
        "error": {
            "class": "CommandNotFound",
            "desc": "The command no-such-command has not been found",
        },
    }


@pytest.mark.parametrize(
    "start", [b"", b"{", b'{"execute": "query-ver', b'{"execute": "query-version"']
)
def test_vanished_client_leaves_nothing_behind(machine: Emulator, start: bytes) -> None:
    for _ in range(20):
        gone = machine.connect()
        gone.send_bytes(start)
        gone.close()
    monitor = machine.connect()
    assert monitor.execute("query-status")["running"] is False
    monitor.close()


def test_client_that_resets_the_connection(machine: Emulator) -> None:
    gone = machine.connect()
    for _ in range(50):
        gone.send("query-qmp-schema")
    gone.socket.shutdown(socket.SHUT_RD)
    gone.close()
    assert machine.monitor.execute("query-commands")


def test_client_that_never_reads_costs_bounded_memory(machine: Emulator) -> None:
    before = resident_kib(machine.process.pid)
    silent = machine.connect()
    silent.socket.settimeout(0.5)
    sent = 0
    try:
        for _ in range(3000):
            silent.send("query-qmp-schema")
            sent += 1
    except TimeoutError:
        pass  # it does not read on: just so
    assert resident_kib(machine.process.pid) - before < 32 * 1024, f"after {sent} commands"
    assert machine.monitor.execute("query-version")
    silent.close()


def resident_kib(pid: int) -> int:
    """Gives the memory that a process occupies."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def test_thousand_commands_in_flight_are_answered_in_order(monitor: Monitor) -> None:
    lines = b"".join(b'{"execute": "query-status", "id": %d}\n' % number for number in range(1000))
    monitor.send_bytes(lines)
    assert [monitor.read_reply()["id"] for _ in range(1000)] == list(range(1000))
