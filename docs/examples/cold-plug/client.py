#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Brings up the machine `virt` with a second uart that was always there, over QMP.

    docs/examples/cold-plug/client.py SOCKET &
    build/release/coldplug --until no-machine --qmp unix:SOCKET

Waits until the emulator listens. Needs nothing but Python.
"""

import json
import socket
import sys
import time
from typing import Any

IMAGES = {
    "firmware": "/usr/lib/riscv64-linux-gnu/opensbi/generic/fw_dynamic.bin",
    "kernel": "/usr/lib/u-boot/qemu-riscv64_smode/u-boot.bin",
}
COMMANDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("object-add", {"qom-type": "chardev-stdio", "id": "console"}),
    ("machine-set", {"type": "virt", "serial": "console", **IMAGES}),
    ("accel-set", {"accels": ["interp"]}),
    ("machine-init", {}),
    ("device_add", {"driver": "uart16550", "id": "uart1"}),
    ("map", {"region": "uart1:regs", "at": 0x1001_0000, "into": "bus"}),
    ("connect", {"from": "uart1:irq", "to": "plic:in[20]"}),
    ("machine-done", {}),
    ("cont", {}),
)


class Monitor:
    """A connection to the emulator on which QMP is spoken."""

    def __init__(self, path: str) -> None:
        self._file = connect(path).makefile("rw", encoding="utf-8")
        self._file.readline()  # the greeting
        self.execute("qmp_capabilities", {})

    def execute(self, command: str, arguments: dict[str, Any]) -> Any:
        """Runs a command, and gives what it returns."""
        self._file.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self._file.flush()
        while True:
            message = json.loads(self._file.readline())
            if "error" in message:
                sys.exit(f"{command}: {message['error']['desc']}")
            if "return" in message:
                return message["return"]
            # What is left is an event, which nobody here waits for.


def connect(path: str) -> socket.socket:
    """Connects as soon as somebody listens."""
    deadline = time.monotonic() + 10
    while True:
        client = socket.socket(socket.AF_UNIX)
        try:
            client.connect(path)
            return client
        except (FileNotFoundError, ConnectionRefusedError):
            client.close()
            if time.monotonic() > deadline:
                sys.exit(f"nobody listens on {path}")
            time.sleep(0.01)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    monitor = Monitor(sys.argv[1])
    for command, arguments in COMMANDS:
        monitor.execute(command, arguments)


if __name__ == "__main__":
    main()
