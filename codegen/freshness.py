# SPDX-License-Identifier: Apache-2.0
"""Remembers what a run of the generator read and wrote, to see when nothing has changed.

    run = find(options)
    if not run.is_current():
        ...
        run.remember([*schema.files], made)

A file is known by its size and time.  The notes are in the user's cache; without it all is done
again, as it is after any doubt.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_GENERATOR = os.path.dirname(os.path.abspath(__file__))
_TICK_NS = 50_000_000
"""Two changes of a file that are further apart differ in its time, on any file system"""


class Run:
    """One way to call the generator: its arguments, and where from."""

    def __init__(self, note: Path | None, tools: list[str]) -> None:
        self._note = note
        self._tools = tools
        self._started = time.time_ns()

    def is_current(self) -> bool:
        """True if all files are as they were after the last run, which succeeded."""
        if self._note is None:
            return False
        try:
            known = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(known == self._state(known["read"], known["made"]))

    def remember(self, read: Iterable[str], made: Iterable[Path]) -> None:
        """Notes that all is up to date, unless a file was changed since this run began."""
        if self._note is None:
            return
        own = [str(path) for path in _generator_files()]
        state = self._state(_absolute([*read, *own]), _absolute(map(str, made)))
        times = [stamp[0] for stamp in state["read"].values() if stamp]
        if all(stamp < self._started - _TICK_NS for stamp in times):
            self._note.write_text(json.dumps(state), encoding="utf-8")

    def _state(self, read: Iterable[str], made: Iterable[str]) -> dict[str, dict[str, list[int]]]:
        """Times and sizes, of what decides about the output and of the output."""
        return {
            "read": {path: _stamp(path) for path in read},
            "made": {path: _stamp(path) for path in made},
            "tools": {path: _stamp(path) for path in self._tools},
        }


def find(options: argparse.Namespace) -> Run:
    """The run of these options of `qapigen generate`."""
    words = [sys.version, os.getcwd(), *map(str, vars(options).values())]
    name = hashlib.sha256("\0".join(words).encode()).hexdigest()
    directory = cache_directory("runs")
    tools = []
    if options.format:
        tools = [shutil.which("clang-format") or "", str(find_style(Path(options.output)) or "")]
    return Run(directory / f"{name}.json" if directory else None, tools)


def find_style(directory: Path) -> Path | None:
    """The clang-format file that holds for a directory, as clang-format would find it."""
    absolute = directory.resolve()
    candidates = (parent / ".clang-format" for parent in (absolute, *absolute.parents))
    return next((candidate for candidate in candidates if candidate.is_file()), None)


@cache
def cache_directory(kind: str) -> Path | None:
    """Where files of a kind are kept that can be made again; nothing where there is no place."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    directory = Path(root) / "qapigen" / kind
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return directory


def _absolute(paths: Iterable[str]) -> list[str]:
    return [os.path.abspath(path) for path in paths]


def _stamp(path: str) -> list[int]:
    try:
        status = os.stat(path)
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]


def _generator_files() -> list[Path]:
    """The generator itself: a change to it changes what it makes."""
    return [
        path for path in Path(_GENERATOR).rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
