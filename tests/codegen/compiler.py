# SPDX-License-Identifier: Apache-2.0
"""Compiles C++ as the project is compiled: with all its warnings, each of them an error."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WARNINGS = "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-declarations -Werror".split()
# The table of object types stands on coldplug's own objects, and so on coldplug's schema.
NOT_ALONE = "object_table"


@dataclass(frozen=True)
class Unit:
    """One source, and how it is compiled; without a target it is only checked."""

    source: Path
    target: Path | None
    flags: tuple[str, ...] = ()
    includes: tuple[Path, ...] = ()
    compiler: str = "g++"

    def compile(self) -> str:
        """Returns what the compiler says; ccache makes it say it quickly the next time."""
        launcher = ["ccache"] if shutil.which("ccache") else []
        folders = [f"-I{folder}" for folder in (*self.includes, ROOT)]
        output = ["-c", "-o", str(self.target)] if self.target else ["-fsyntax-only"]
        command = [*launcher, self.compiler, "-std=c++20", *WARNINGS, *self.flags, *folders]
        done = subprocess.run(
            [*command, str(self.source), *output], capture_output=True, text=True, check=False
        )
        return done.stderr or ("" if done.returncode == 0 else "failed")


def compile_all(units: Sequence[Unit]) -> dict[Path, str]:
    """Compiles with all processors; returns what is said of the sources that have faults."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = pool.map(Unit.compile, units)
        return {unit.source: said for unit, said in zip(units, complaints) if said}


def link(objects: Iterable[Path], target: Path, libraries: Sequence[str] = ()) -> None:
    """Makes a program."""
    command = ["g++", *map(str, objects), "-o", str(target), *libraries]
    subprocess.run(command, check=True)
