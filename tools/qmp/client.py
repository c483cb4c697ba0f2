# SPDX-License-Identifier: Apache-2.0
"""The generated client of this tree, and connections made with it."""

from __future__ import annotations

import asyncio
import fcntl
import importlib
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "coldplug_client"
PATIENCE_S = 30.0


class TargetError(Exception):
    """There is nothing to connect to."""


def load_client() -> ModuleType:
    """Brings the generated client up to date with the schema, and imports it."""
    folder = _writable_folder()
    generate = [
        *(sys.executable, str(ROOT / "tools" / "qapigen"), "generate"),
        *(str(ROOT / "schema" / "coldplug.json"), "--output", str(folder)),
        *("--backend", "python-client"),
    ]
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        # Tools that start at the same time must not read what another one writes.
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(generate, check=True, stdout=subprocess.DEVNULL)
        sys.path.insert(0, str(folder / "python"))
        return importlib.import_module(PACKAGE)


def _writable_folder() -> Path:
    """Chooses build/ of this tree, or the user's cache where the tree is not the user's."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    for folder in (ROOT / "build" / "python-client", cache / "coldplug" / "python-client"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise TargetError("neither build/ nor the user's cache can be written to")


@dataclass
class Emulator:
    """An emulator that was started for its monitor."""

    process: subprocess.Popen[bytes]
    folder: tempfile.TemporaryDirectory[str]
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.address = f"unix:{self.folder.name}/qmp.sock"

    def end(self) -> int:
        """Waits for its end, and gives its exit status."""
        status = self.process.wait()
        self.folder.cleanup()
        return status

    def kill(self) -> None:
        """Ends it."""
        if self.process.poll() is None:
            self.process.terminate()
        self.end()


def start_emulator(command: list[str], has_terminal: bool) -> Emulator:
    """Starts an emulator with one more monitor; `has_terminal`: its input is ours."""
    # Removed when the emulator has ended.  pylint: disable-next=consider-using-with
    folder = tempfile.TemporaryDirectory(prefix="qmp-")
    monitor = ["--qmp", f"unix:{folder.name}/qmp.sock"]
    try:
        # pylint: disable-next=consider-using-with
        process = subprocess.Popen(
            [*command, *monitor], stdin=None if has_terminal else subprocess.DEVNULL
        )
    except OSError as error:
        folder.cleanup()
        raise TargetError(f"{command[0]}: {error.strerror}") from None
    return Emulator(process, folder)


async def connect(package: ModuleType, address: str, emulator: Emulator | None = None) -> Any:
    """Connects to `unix:PATH`, `tcp:HOST:PORT` or PATH; gives the client's connection.

    An emulator that was just started is waited for.
    """
    errors = importlib.import_module(f"{PACKAGE}.errors")
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return await _open(package, address)
        except OSError as error:
            if emulator is None or time.monotonic() > deadline:
                raise TargetError(f"{address}: {error.strerror or error}") from None
            if emulator.process.poll() is not None:
                raise TargetError("the emulator ended before it could be spoken to") from None
        except errors.ClientError as error:
            raise TargetError(f"{address}: {error}") from None
        await asyncio.sleep(0.005)


async def _open(package: ModuleType, address: str) -> Any:
    module = importlib.import_module(f"{package.__name__}.connection")
    limit = module.LINE_LIMIT
    if address.startswith("tcp:"):
        host, _, port = address.removeprefix("tcp:").rpartition(":")
        if not host or not port.isdigit():
            raise TargetError(f"{address}: it must be tcp:HOST:PORT")
        streams = await asyncio.open_connection(host.strip("[]"), int(port), limit=limit)
    else:
        path = address.removeprefix("unix:")
        streams = await asyncio.open_unix_connection(path, limit=limit)
    return await module.Connection.open(*streams)
