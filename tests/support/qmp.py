# SPDX-License-Identifier: Apache-2.0
"""A QMP client for tests: strict about what it reads, and able to send what no client should."""

import json
import socket
import time
from typing import Any

from tests.support.patience import TIMEOUT_S

Message = dict[str, Any]


class QmpError(Exception):
    """An error reply."""

    def __init__(self, reply: Message) -> None:
        self.error_class: str = reply["error"]["class"]
        self.desc: str = reply["error"]["desc"]
        super().__init__(f"{self.error_class}: {self.desc}")


class Monitor:
    """One connection to a monitor."""

    def __init__(self, connection: socket.socket, negotiate: bool = True) -> None:
        self.socket = connection
        self.socket.settimeout(TIMEOUT_S)
        self._unread = b""
        self.events: list[Message] = []
        self.greeting = self.read()
        if negotiate:
            self.execute("qmp_capabilities")

    def close(self) -> None:
        self.socket.close()

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.socket.sendall(data)

    def send(self, command: str, arguments: Message | None = None, **more: Any) -> None:
        """Sends a command, and does not wait for its answer."""
        message: Message = {"execute": command, **more}
        if arguments:
            message["arguments"] = arguments
        self.send_bytes(json.dumps(message).encode() + b"\n")

    def read(self) -> Message:
        """Reads the next message: one line, one object of valid JSON."""
        while b"\n" not in self._unread:
            data = self.socket.recv(1 << 20)
            if not data:
                raise EOFError(f"the monitor hung up after {self._unread!r}")
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        message = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
        assert isinstance(message, dict)
        return message

    def read_reply(self) -> Message:
        """Reads up to the next answer, and keeps the events that come before it."""
        while True:
            message = self.read()
            if "event" not in message:
                return message
            self.events.append(message)

    def execute(self, command: str, arguments: Message | None = None) -> Any:
        """Runs a command and gives what it returns; an error is raised."""
        self.send(command, arguments)
        reply = self.read_reply()
        if "error" in reply:
            raise QmpError(reply)
        return reply["return"]

    def error(self, command: str, arguments: Message | None = None) -> QmpError:
        """Runs a command that is to fail, and gives its error."""
        try:
            result = self.execute(command, arguments)
        except QmpError as error:
            return error
        raise AssertionError(f"{command} {arguments} succeeded: {result}")

    def wait_event(self, name: str) -> Message:
        """Waits for an event; those before it stay in `events`."""
        while True:
            for index, event in enumerate(self.events):
                if event["event"] == name:
                    return self.events.pop(index)
            message = self.read()
            assert "event" in message, f"an answer to nothing: {message}"
            self.events.append(message)

    def state(self) -> str:
        """Gives the phase, run states told apart."""
        return str(self.execute("query-machine-phase")["state"])

    def wait_state(self, wanted: str) -> None:
        """Waits until the machine stands there."""
        deadline = time.monotonic() + TIMEOUT_S
        while (state := self.state()) != wanted:
            assert time.monotonic() < deadline, f"still {state}, not {wanted}"
            time.sleep(0.005)


def _refuse_constant(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")


def connect_unix(path: str, negotiate: bool = True) -> Monitor | None:
    """Connects, if somebody listens."""
    client = socket.socket(socket.AF_UNIX)
    try:
        client.connect(path)
    except (FileNotFoundError, ConnectionRefusedError):
        client.close()
        return None
    return Monitor(client, negotiate)
