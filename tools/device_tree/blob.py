# SPDX-License-Identifier: Apache-2.0
"""Gets the blob of a device tree from a file: as it is, or by having dtc compile a source."""

import subprocess
import sys
from pathlib import Path

MAGIC = bytes.fromhex("d00dfeed")
STANDARD_INPUT = "-"


class TreeError(Exception):
    """No draft can be made of it."""


def read_blob(name: str) -> bytes:
    """Reads a source or a blob, whichever it is; `-` is standard input."""
    content = _content(name)
    if not content:
        raise TreeError(f"{name} is empty")
    if content.startswith(MAGIC):
        return content
    if name.endswith((".dtb", ".dtbo")) or b"\0" in content:
        raise TreeError(f"{name} is no device tree: it does not begin with 0x{MAGIC.hex()}")
    return _compiled(name, content)


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise TreeError(f"{name}: {error.strerror}") from None


def _compiled(name: str, source: bytes) -> bytes:
    """Has dtc compile a source; what it has to say goes to standard error as it is."""
    # By its name, so that dtc finds what the source includes, and tells where an error is.
    given = ["-"] if name == STANDARD_INPUT else ["-i", str(Path(name).parent), name]
    try:
        done = subprocess.run(
            ["dtc", "-q", "-I", "dts", "-O", "dtb", *given],
            input=source if name == STANDARD_INPUT else None,
            stdout=subprocess.PIPE,
            check=False,
        )
    except FileNotFoundError:
        raise TreeError("dtc is not there: apt install device-tree-compiler") from None
    if done.returncode != 0:
        raise TreeError(f"{name}: dtc takes it for no source of a device tree")
    return done.stdout
