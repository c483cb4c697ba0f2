# SPDX-License-Identifier: Apache-2.0
"""A back end of vhost-user: a neighbour in the guest's network that answers pings.

QEMU's docs/interop/vhost-user.rst; VIRTIO 1.2, 2.7 and 5.1.6.
"""

import array
import mmap
import os
import select
import socket
import struct
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

GET_FEATURES, SET_MEM_TABLE, SET_VRING_NUM, SET_VRING_ADDR = 1, 5, 8, 9
SET_VRING_KICK, SET_VRING_CALL, GET_PROTOCOL_FEATURES = 12, 13, 15
VERSION_1, PROTOCOL_FEATURES, REPLY_ACK = 1 << 32, 1 << 30, 1 << 3
REPLY, NEED_REPLY = 5, 8

HEADER = 12
NEIGHBOUR = bytes.fromhex("525400000001")
ARP, IP, ICMP = b"\x08\x06", b"\x08\x00", 1


@dataclass
class Ring:
    """A queue: where its parts are in the memory, and the files through which both sides tell."""

    size: int = 0
    descriptors: int = 0
    available: int = 0
    used: int = 0
    kick: int = -1
    call: int = -1
    taken: int = 0


class Neighbour(threading.Thread):
    """Connects to a front end, and answers ARP and pings to `address` until it is left.

    with Neighbour(path, "10.0.3.2"):
        guest.run("ping -c 1 10.0.3.2")
    """

    def __init__(self, path: Path, address: str) -> None:
        super().__init__(daemon=True)
        self.address = socket.inet_aton(address)
        self.rings = (Ring(), Ring())
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self._memory: mmap.mmap | None = None
        self._base = 0
        self._wake, self._woken = socket.socketpair()

    def __enter__(self) -> "Neighbour":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wake.close()
        self.join()

    def run(self) -> None:
        """Serves the front end."""
        with self.socket, self._woken:
            while True:
                kicks = [ring.kick for ring in self.rings if ring.kick != -1]
                ready, _, _ = select.select([self.socket, self._woken, *kicks], [], [])
                if self._woken in ready or self.socket in ready and not self._serve():
                    break
                for kick in kicks:
                    if kick in ready:
                        os.read(kick, 8)
                self._answer_frames()
        for ring in self.rings:
            for descriptor in {ring.kick, ring.call} - {-1}:
                os.close(descriptor)

    def _serve(self) -> bool:
        """Does what one message asks for. False when there are no more."""
        data, descriptors, _, _ = socket.recv_fds(self.socket, 12, 1)
        if len(data) < 12:
            return False
        request, flags, size = struct.unpack("=3I", data)
        payload = self.socket.recv(size) if size else b""
        descriptor = descriptors[0] if descriptors else -1
        if request == SET_MEM_TABLE:
            _, _, _, length, self._base, _ = struct.unpack("=2I4Q", payload)
            self._memory = mmap.mmap(descriptor, length)
            os.close(descriptor)
        elif request == SET_VRING_NUM:
            _, self.rings[payload[0]].size = struct.unpack("=2I", payload)
        elif request == SET_VRING_ADDR:
            places = struct.unpack("=2I4Q", payload)[2:5]
            ring = self.rings[payload[0]]
            ring.descriptors, ring.used, ring.available = (place - self._base for place in places)
        elif request == SET_VRING_KICK:
            self.rings[payload[0]].kick = descriptor
        elif request == SET_VRING_CALL:
            self.rings[payload[0]].call = descriptor
        answers = {GET_FEATURES: VERSION_1 | PROTOCOL_FEATURES, GET_PROTOCOL_FEATURES: REPLY_ACK}
        if request in answers or flags & NEED_REPLY:
            answer = answers.get(request, 0)
            self.socket.sendall(struct.pack("=3IQ", request, REPLY, 8, answer))
        return True

    def _answer_frames(self) -> None:
        receive, send = self.rings
        while -1 not in (receive.kick, receive.call, send.kick, send.call):
            buffer = self._next_buffer(send)
            if buffer is None:
                break
            index, start, size = buffer
            reply = self._reply_to(self._bytes(start + HEADER, size - HEADER))
            self._use(send, index, 0)
            room = self._next_buffer(receive) if reply else None
            if room is not None:
                index, start, _ = room
                self._write(start, bytes(HEADER) + reply)
                self._use(receive, index, HEADER + len(reply))

    def _next_buffer(self, ring: Ring) -> tuple[int, int, int] | None:
        (available,) = struct.unpack("<H", self._bytes(ring.available + 2, 2))
        if available == ring.taken:
            return None
        place = ring.available + 4 + 2 * (ring.taken % ring.size)
        ring.taken = (ring.taken + 1) & 0xFFFF
        (index,) = struct.unpack("<H", self._bytes(place, 2))
        start, size = struct.unpack("<QI", self._bytes(ring.descriptors + 16 * index, 12))
        return index, start - self._base, size

    def _use(self, ring: Ring, index: int, written: int) -> None:
        (used,) = struct.unpack("<H", self._bytes(ring.used + 2, 2))
        element = struct.pack("<2I", index, written)
        self._write(ring.used + 4 + 8 * (used % ring.size), element)
        self._write(ring.used + 2, struct.pack("<H", (used + 1) & 0xFFFF))
        os.write(ring.call, struct.pack("=Q", 1))

    def _bytes(self, start: int, size: int) -> bytes:
        assert self._memory is not None
        return self._memory[start : start + size]

    def _write(self, start: int, data: bytes) -> None:
        assert self._memory is not None
        self._memory[start : start + len(data)] = data

    def _reply_to(self, frame: bytes) -> bytes:
        """Gives the frame that answers another one; empty when none does."""
        guest, kind, packet = frame[6:12], frame[12:14], frame[14:]
        head = guest + NEIGHBOUR + kind
        if kind == ARP and packet[6:8] == b"\0\1" and packet[24:28] == self.address:
            return head + packet[:6] + b"\0\2" + NEIGHBOUR + self.address + packet[8:18]
        if kind == IP and packet[9] == ICMP and packet[16:20] == self.address and packet[20] == 8:
            # With the addresses exchanged, its sum stays what it is.
            header = packet[:12] + packet[16:20] + packet[12:16]
            echo = bytes(4) + packet[24:]
            return head + header + echo[:2] + checksum(echo) + echo[4:]
        return b""


def checksum(data: bytes) -> bytes:
    """Gives the checksum of the Internet (RFC 1071)."""
    total = sum(array.array("H", data + bytes(len(data) % 2)))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return struct.pack("=H", ~total & 0xFFFF)
