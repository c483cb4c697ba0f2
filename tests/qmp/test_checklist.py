# SPDX-License-Identifier: Apache-2.0
"""What clients that were written for QEMU rely on, point by point: what its own tests ask for."""

from collections.abc import Iterator

import pytest

from tests.support.emulator import Emulator
from tests.support.qmp import Message, Monitor

BROKEN = {
    "brackets": b"{]\n",
    "ff": b"{\xff",
    "control": b"{\x01",
    "ff-in-string": b"{'bad \xff",
    "newline-in-string": b"{'one\ntwo'}\n",
    "interpolation": b"%%p\n",
    "null": b"null\n",
    "empty": b"{}\n",
    "execute": b"{'execute': true}\n",
    "arguments": b"{'execute': 'query-status', 'arguments': []}\n",
    "extra": b"{'execute': 'query-status', 'extra': 1}\n",
}


@pytest.fixture(name="machine", scope="module")
def _machine() -> Iterator[Emulator]:
    with Emulator("--until", "no-machine") as machine:
        yield machine


@pytest.fixture(name="monitor")
def _monitor(machine: Emulator) -> Iterator[Monitor]:
    """A connection on which nothing was said yet."""
    monitor = machine.connect(negotiate=False)
    yield monitor
    monitor.close()


def test_greeting(monitor: Monitor) -> None:
    (name,) = monitor.greeting
    said = monitor.greeting[name]
    assert name == "QMP" and set(said) == {"version", "capabilities"}
    assert set(said["version"]["qemu"]) == {"major", "minor", "micro"}
    assert isinstance(said["version"]["package"], str)
    assert said["capabilities"][0] == "oob"


def test_nothing_goes_before_the_handshake(monitor: Monitor) -> None:
    assert monitor.error("query-version").error_class == "CommandNotFound"
    assert monitor.execute("qmp_capabilities") == {}
    assert monitor.execute("query-version")
    assert monitor.error("qmp_capabilities").error_class == "CommandNotFound"


@pytest.mark.parametrize("negotiated", [False, True])
@pytest.mark.parametrize("name", BROKEN)
def test_recovery(monitor: Monitor, name: str, negotiated: bool) -> None:
    if negotiated:
        monitor.execute("qmp_capabilities")
    monitor.send_bytes(BROKEN[name])
    # Some clients send no newline: what begins like a request, or a line end, ends what is broken.
    monitor.send_bytes(b"\n{'execute': 'no-such-cmd'}\n")
    errors = [monitor.read_reply()["error"]["class"]]
    while errors[-1] != "CommandNotFound":
        errors.append(monitor.read_reply()["error"]["class"])
    assert errors[:-1] and set(errors[:-1]) == {"GenericError"}


def test_ids_come_back(monitor: Monitor) -> None:
    monitor.send_bytes(b"{'execute': 'qmp_capabilities', 'id': 'cookie#1'}")
    assert monitor.read() == {"return": {}, "id": "cookie#1"}
    monitor.send_bytes(b"{'execute': 'no-such-cmd', 'id': 2}")
    reply = monitor.read()
    assert (reply["id"], reply["error"]["class"]) == (2, "CommandNotFound")


def test_capabilities(monitor: Monitor) -> None:
    error = monitor.error("qmp_capabilities", {"enable": ["none-such"]})
    assert error.error_class == "GenericError" and "none-such" in error.desc
    assert monitor.error("query-version").error_class == "CommandNotFound"
    assert monitor.execute("qmp_capabilities", {"enable": ["oob"]}) == {}
    monitor.send_bytes(b"{'exec-oob': 'query-commands', 'id': 1}")
    assert "does not support OOB" in monitor.read()["error"]["desc"]
    monitor.send_bytes(b"{'exec-oob': 'query-version', 'id': 2}")
    assert "return" in monitor.read()


def test_out_of_band_needs_the_handshake(monitor: Monitor) -> None:
    monitor.execute("qmp_capabilities")
    monitor.send_bytes(b"{'exec-oob': 'query-version', 'id': 1}")
    assert monitor.read()["error"]["class"] == "GenericError"


def test_what_is_broken_is_answered_in_its_turn(monitor: Monitor) -> None:
    monitor.execute("qmp_capabilities", {"enable": ["oob"]})
    monitor.send_bytes(
        b"{'execute': 'query-qmp-schema', 'id': 1} {'execute': 'query-version', 'id': 2, 'x': 1}"
        b"{'execute': 'query-version', 'id': 3}"
    )
    found = [monitor.read() for _ in range(3)]
    in_turn = [("error" if "error" in reply else "return") for reply in found]
    assert in_turn == ["return", "error", "return"]
    assert (found[0]["id"], found[2]["id"]) == (1, 3)


def test_missing_argument(monitor: Monitor) -> None:
    monitor.execute("qmp_capabilities")
    error = monitor.error("qom-set", {"path": "/machine", "property": "x"})
    assert (error.error_class, error.desc) == ("GenericError", "Parameter 'value' is missing")


def test_preconfig() -> None:
    with Emulator("--preconfig", "--machine", "virt") as machine:
        monitor = machine.monitor
        assert monitor.execute("query-commands")
        assert monitor.error("cont").error_class == "GenericError"
        assert monitor.execute("query-status")["status"] == "prelaunch"
        assert monitor.execute("x-exit-preconfig") == {}
        monitor.wait_event("RESUME")
        assert monitor.execute("query-status") == {"running": True, "status": "running"}
        assert monitor.error("x-exit-preconfig").error_class == "GenericError"


def test_objects_that_are_refused_leave_room_for_the_right_one(machine: Emulator) -> None:
    monitor = machine.monitor
    right: Message = {"qom-type": "chardev-file", "id": "f", "out": "/dev/null"}
    wrong: list[Message] = [
        {},
        {"qom-type": "chardev-file"},
        {"id": "f"},
        {**right, "append": "1"},
        {**right, "none-such": 1},
        {**right, "out": 5},
        {**right, "id": None},
    ]
    for arguments in wrong:
        assert monitor.error("object-add", arguments).error_class == "GenericError"
        monitor.execute("object-add", right)
        assert monitor.error("object-add", right).error_class == "GenericError"
        assert monitor.error("object-del", {"id": "g"}).error_class == "GenericError"
        assert monitor.error("object-del", {"ida": "f"}).error_class == "GenericError"
        monitor.execute("object-del", {"id": "f"})
        assert monitor.error("object-del", {"id": "f"}).error_class == "GenericError"
