# SPDX-License-Identifier: Apache-2.0
"""Named pipes: files that take and give only as much as the test lets them."""

import fcntl
import os
from pathlib import Path

_SMALLEST = 4096


class Pipe:
    """A named pipe whose other end the emulator has. It holds 4 KiB."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._end = -1
        self.open()

    def open(self) -> None:
        """Takes both ends, so that nobody waits for the other one."""
        self.close()
        self._end = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)
        fcntl.fcntl(self._end, fcntl.F_SETPIPE_SZ, _SMALLEST)

    def close(self) -> None:
        """Lets go: whoever reads is at the end, and whoever writes has nobody to write to."""
        if self._end >= 0:
            os.close(self._end)
        self._end = -1

    def drain(self) -> None:
        """Takes what is in it."""
        try:
            os.read(self._end, _SMALLEST)
        except BlockingIOError:
            pass

    def write_whole(self, data: bytes) -> None:
        """Lets the other side read this, and then the end."""
        os.set_blocking(self._end, True)
        # The reading end here would keep it from being read to its end.
        writer = os.open(self.path, os.O_WRONLY)
        self.close()
        with open(writer, "wb") as file:
            file.write(data)
