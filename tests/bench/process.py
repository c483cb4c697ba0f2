# SPDX-License-Identifier: Apache-2.0
"""What a process and its children take: of the processors, of the clock, of memory."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Usage:
    cpu: float
    """Seconds, of it and of all its children"""
    wall: float
    resident: float
    """MiB, of the largest of them"""


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Usage:
    """Runs a program, which must succeed."""
    began = time.monotonic()
    # pylint: disable-next=consider-using-with
    started = subprocess.Popen(
        [str(word) for word in command], env={**os.environ, **(environment or {})}
    )
    _, status, used = os.wait4(started.pid, 0)
    wall = time.monotonic() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def median(measured: Sequence[Usage]) -> Usage:
    """Each of the three numbers in the middle of its kind."""
    return Usage(
        statistics.median(usage.cpu for usage in measured),
        statistics.median(usage.wall for usage in measured),
        max(usage.resident for usage in measured),
    )


def alternate(runs: int, *subjects: Callable[[], Usage]) -> list[Usage]:
    """Runs all in turn, again and again, so that what else the machine does is shared by all."""
    found: list[list[Usage]] = [[] for _ in subjects]
    for _ in range(runs):
        for measured, subject in zip(found, subjects):
            measured.append(subject())
    return [median(measured) for measured in found]
