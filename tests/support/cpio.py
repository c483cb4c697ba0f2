# SPDX-License-Identifier: Apache-2.0
"""Archives of the form that a kernel takes its initial file system from: cpio, new ASCII format."""

import io

MAGIC = b"070701"
FOLDER = 0o040755
FILE = 0o100755
LINK = 0o120777
CHARACTER_DEVICE = 0o020600
END = "TRAILER!!!"


class Archive:
    """An archive that is being made."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._inode = 0

    def add_folder(self, name: str) -> None:
        self._add(name, FOLDER)

    def add_file(self, name: str, data: bytes) -> None:
        self._add(name, FILE, data)

    def add_link(self, name: str, target: str) -> None:
        self._add(name, LINK, target.encode())

    def add_device(self, name: str, major: int, minor: int) -> None:
        self._add(name, CHARACTER_DEVICE, device=(major, minor))

    def finish(self) -> bytes:
        self._add(END, 0)
        return self._out.getvalue()

    def _add(
        self, name: str, mode: int, data: bytes = b"", device: tuple[int, int] = (0, 0)
    ) -> None:
        self._inode += 1
        text = name.encode() + b"\0"
        # inode, mode, user, group, links, time, size, device, device of special file, name, sum
        numbers = (self._inode, mode, 0, 0, 1, 0, len(data), 0, 0, *device, len(text), 0)
        self._put(MAGIC + b"".join(b"%08x" % number for number in numbers) + text)
        self._put(data)

    def _put(self, data: bytes) -> None:
        self._out.write(data + b"\0" * (-len(data) % 4))
