# SPDX-License-Identifier: Apache-2.0
"""Compiles what both generators made, at -O2, and says what that took.

QEMU's C is compiled without QEMU: each header that it asks for and that was not generated is one
that includes qapi_c_stubs.inc.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import process
from measure import ROOT

_INCLUDE = re.compile(r'#include "([^"]+)"')
_OURS = (
    *("-std=c++20", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion"),
    *("-Wmissing-declarations", "-Werror"),
)
UNIT = 64
TOGETHER = ("types", "events")
"""How many files are in a translation unit, and which: as cmake/qapigen_add_schema.cmake says"""


def compile_cpp(compiler: str, output: Path) -> float:
    """CPU seconds for our code, in units of several files, as the CMake package builds it."""
    folder = output.parent / "units"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return _compile([compiler, *_OURS, *_folders(output)], list(_units(output, folder)))


def compile_c(compiler: str, output: Path) -> float:
    """CPU seconds for QEMU's code."""
    stubs = output.parent / "stubs"
    _write_stubs(output, stubs)
    found = subprocess.run(
        ["pkg-config", "--cflags", "glib-2.0"], check=False, capture_output=True, text=True
    )
    folders = [f"-I{folder}" for folder in (output.parent, output, stubs)]
    return _compile([compiler, "-O2", *folders, *found.stdout.split()], _sources(output, "c"))


def has_glib() -> bool:
    """Whether QEMU's code is compiled with the real GLib."""
    return not subprocess.run(["pkg-config", "--exists", "glib-2.0"], check=False).returncode


def _folders(output: Path) -> list[str]:
    """Where our headers are: the generated ones, and the runtime's, but none of the emulator's."""
    runtime = output.parent / "runtime"
    if not runtime.exists():
        runtime.symlink_to(ROOT / "runtime")
    return [f"-I{output.parent}"]


def _units(output: Path, folder: Path) -> Iterable[Path]:
    sources = _sources(output, "cpp")
    united = [path for path in sources if path.parent.name in TOGETHER]
    for begin in range(0, len(united), UNIT):
        unit = folder / f"types_{begin // UNIT}.cpp"
        unit.write_text("".join(f'#include "{path}"\n' for path in united[begin:][:UNIT]))
        yield unit
    yield from (path for path in sources if path.parent.name not in TOGETHER)


def _sources(output: Path, suffix: str) -> list[Path]:
    return sorted(output.rglob(f"*.{suffix}"))


def _compile(command: Sequence[str | Path], sources: Iterable[Path]) -> float:
    return sum(process.run([*command, "-c", path, "-o", "/dev/null"]).cpu for path in sources)


def _write_stubs(output: Path, stubs: Path) -> None:
    """A header in the place of each that the code asks for and that is not there."""
    shutil.rmtree(stubs, ignore_errors=True)
    present = {path.name for path in output.iterdir()}
    stub = Path(__file__).parent / "qapi_c_stubs.inc"
    for source in output.iterdir():
        for name in _INCLUDE.findall(source.read_text("utf-8")):
            if Path(name).name not in present:
                header = stubs / name
                header.parent.mkdir(parents=True, exist_ok=True)
                policy = '#include "qapi-types-compat.h"\n' if "compat-policy" in name else ""
                header.write_text(f'#include "{stub}"\n{policy}', "utf-8")
