# SPDX-License-Identifier: Apache-2.0
"""A client of gdb's remote protocol: strict in what it reads, able to send what no gdb should.

    with GdbRemote(connect(path)) as gdb:
        assert gdb.ask("?").startswith("T05")
        gdb.ask("vCont;c", reply=False)
"""

import re
import socket
import time
from types import TracebackType

from tests.support.emulator import Emulator
from tests.support.patience import TIMEOUT_S

FEATURES = "qSupported:multiprocess+;swbreak+;hwbreak+"
PC, FIRST_FLOAT, FIRST_CSR, PRIVILEGE = 32, 33, 65, 4161


def checksum(payload: bytes) -> int:
    """Gives the sum that stands behind a packet."""
    return sum(payload) & 0xFF


class GdbRemote:
    """One connection to a server for gdb."""

    def __init__(self, connection: socket.socket, features: str = FEATURES) -> None:
        self.socket = connection
        self.socket.settimeout(TIMEOUT_S)
        self._unread = b""
        self._acknowledges = True
        self.features = self.ask(features).split(";") if features else []

    def __enter__(self) -> "GdbRemote":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.socket.close()

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.socket.sendall(data)

    def send(self, payload: str | bytes) -> None:
        """Sends a packet, and reads that it arrived."""
        data = payload.encode() if isinstance(payload, str) else payload
        self.send_bytes(b"$" + data + b"#%02x" % checksum(data))
        if self._acknowledges:
            assert (answer := self._read_byte()) == b"+", answer

    def read(self) -> str:
        """Reads a packet."""
        assert (start := self._read_byte()) == b"$", start
        while not (found := re.match(rb"(?s)([^#]*)#([0-9a-f]{2})", self._unread)):
            self._receive()
        self._unread = self._unread[found.end() :]
        assert int(found[2], 16) == checksum(found[1])
        if self._acknowledges:
            self.send_bytes(b"+")
        return found[1].decode("latin-1")

    def ask(self, payload: str | bytes) -> str:
        """Sends a packet and gives the answer."""
        self.send(payload)
        return self.read()

    def stop_acknowledging(self) -> None:
        """Tells the server that the connection loses nothing."""
        assert self.ask("QStartNoAckMode") == "OK"
        self._acknowledges = False

    def has_hung_up(self) -> bool:
        """Waits for the end of the connection."""
        try:
            while data := self.socket.recv(4096):
                self._unread += data
        except ConnectionResetError:
            pass
        return True

    # What tests mean by packets.

    def register(self, number: int) -> int:
        """Reads a register of the selected thread."""
        text = self.ask(f"p{number:x}")
        return int.from_bytes(bytes.fromhex(text), "little")

    def set_register(self, number: int, value: int, size: int = 8) -> str:
        """Writes one, and gives the answer."""
        return self.ask(f"P{number:x}={value.to_bytes(size, 'little').hex()}")

    def memory(self, address: int, size: int) -> bytes:
        """Reads memory as the selected thread sees it."""
        return bytes.fromhex(self.ask(f"m{address:x},{size:x}"))

    def description(self) -> str:
        """Reads the description of the target."""
        text = ""
        while True:
            part = self.ask(f"qXfer:features:read:target.xml:{len(text):x},800")
            text += part[1:]
            if part[0] == "l":
                return text
            assert part[0] == "m", part

    def threads(self) -> list[str]:
        """Names the threads."""
        found: list[str] = []
        part = self.ask("qfThreadInfo")
        while part != "l":
            assert part[0] == "m", part
            found += part[1:].split(",")
            part = self.ask("qsThreadInfo")
        return found

    def monitor(self, line: str) -> str:
        """Runs a command of the emulator, and gives what it prints."""
        answer, printed = self.ask(f"qRcmd,{line.encode().hex()}"), ""
        while answer != "OK":
            assert answer[0] == "O", answer
            printed += bytes.fromhex(answer[1:]).decode()
            answer = self.read()
        return printed

    def resume(self, actions: str = "c") -> str:
        """Resumes, and waits for the stop."""
        self.send(f"vCont;{actions}")
        return self.read()

    def _read_byte(self) -> bytes:
        while not self._unread:
            self._receive()
        byte, self._unread = self._unread[:1], self._unread[1:]
        return byte

    def _receive(self) -> None:
        data = self.socket.recv(65536)
        if not data:
            raise EOFError(f"it hung up after {self._unread!r}")
        self._unread += data


def connect(machine: Emulator, features: str = FEATURES) -> GdbRemote:
    """Connects to the emulator's first server, or makes one, when the last client has left."""
    deadline = time.monotonic() + TIMEOUT_S
    servers = machine.monitor.execute("query-gdbservers")
    while servers and "client" in servers[0] and time.monotonic() < deadline:
        time.sleep(0.005)
        servers = machine.monitor.execute("query-gdbservers")
    if not servers:
        machine.monitor.execute("gdbserver-start", {"listen": "tcp:127.0.0.1:0"})
        servers = machine.monitor.execute("query-gdbservers")
    host, port = servers[0]["listen"].removeprefix("tcp:").split(":")
    return GdbRemote(socket.create_connection((host, int(port))), features)
