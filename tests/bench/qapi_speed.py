#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures qapigen against QEMU's own generator, and prints a table of docs/performance.md.

    tests/bench/qapi_speed.py QEMU_DIR            prints it; QEMU_DIR is a source tree of QEMU
    tests/bench/qapi_speed.py QEMU_DIR --quick    without compiling what was generated
    tests/bench/qapi_speed.py QEMU_DIR --write    puts it into docs/performance.md
    tests/bench/qapi_speed.py                     qapigen alone, on a made-up schema of that size
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import compiling
import synthetic
from generators import Qapigen, Qemu
from process import Usage, alternate, median
from table import Row, put_into_page, table, version

COMPILERS = (("g++", "gcc"), ("clang++", "clang"))
MAX_RESIDENT = 100
MAX_IDLE = 0.1


def difference(all_of_it: Usage, part: Usage) -> float:
    return max(all_of_it.cpu - part.cpu, 1e-3)


def generator_rows(ours: Qapigen, theirs: Qemu, runs: int) -> Iterator[Row]:
    """What it takes to read the schema, to write code, and to see that nothing changed."""
    our_first, our_front, their_front, our_all, their_all = alternate(
        runs, ours.generate_first, ours.check, theirs.check, ours.generate, theirs.generate
    )
    formatted = ours.generate_formatted()
    ours.generate()
    again = median([ours.generate_again() for _ in range(runs)])
    their_back = difference(their_all, their_front)
    yield Row("front end", our_front.cpu, their_front.cpu, "s")
    yield Row("back ends", difference(our_all, our_front), their_back, "s")
    yield Row("both", our_all.cpu, their_all.cpu, "s")
    yield Row("both, the first time", our_first.cpu, their_all.cpu, "s")
    yield Row("both, and clang-format", formatted.cpu, their_all.cpu, "s")
    yield Row("nothing has changed", again.cpu, their_all.cpu, "s")
    yield Row("nothing has changed, by the clock", again.wall, their_all.wall, "s")
    yield Row("peak of memory", our_first.resident, their_all.resident, "MiB")


def compiler_rows(ours: Qapigen, theirs: Qemu) -> Iterator[Row]:
    """What it takes to compile what both made."""
    for our_compiler, their_compiler in COMPILERS:
        their_seconds = compiling.compile_c(their_compiler, theirs.output)
        our_seconds = compiling.compile_cpp(our_compiler, ours.output)
        yield Row(f"compiling, {our_compiler}", our_seconds, their_seconds, "s")


def compare(tree: Path, folder: Path, runs: int, is_quick: bool) -> str:
    """The table."""
    theirs = Qemu(tree, folder)
    ours = Qapigen(theirs.schema, folder)
    rows = list(generator_rows(ours, theirs, runs))
    rows += [] if is_quick else list(compiler_rows(ours, theirs))
    release = (tree / "VERSION").read_text("utf-8").strip()
    glib = "" if compiling.has_glib() else ", no GLib"
    about = f"QEMU {release}, g++ {version(['g++', '--version'])}{glib}"
    return table(about, "qapigen", "QEMU", rows)


def measure_alone(folder: Path, runs: int) -> str:
    """What can be said without QEMU: there is nothing to be faster than."""
    ours = Qapigen(synthetic.write(folder / "schema"), folder)
    first, front, every = alternate(runs, ours.generate_first, ours.check, ours.generate)
    again = median([ours.generate_again() for _ in range(runs)])
    lines = [
        f"front end {front.cpu:.3g} s, all {every.cpu:.3g} s, the first time {first.cpu:.3g} s",
        f"nothing has changed: {again.cpu:.3g} s, a part of all of {again.cpu / every.cpu:.2f}"
        f" ({'below' if again.cpu < MAX_IDLE else 'NOT below'} {MAX_IDLE} s)",
        f"peak of memory {every.resident:.3g} MiB"
        f" ({'below' if every.resident < MAX_RESIDENT else 'NOT below'} {MAX_RESIDENT} MiB)",
        "left out: ratios to QEMU's generator and to its C code; they take a QEMU source tree",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("qemu", metavar="QEMU_DIR", type=Path, nargs="?")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.write and not arguments.qemu:
        parser.error("--write takes a QEMU_DIR")
    runs = 3 if arguments.quick else 7
    with tempfile.TemporaryDirectory() as name:
        if arguments.qemu:
            text = compare(arguments.qemu.resolve(), Path(name), runs, arguments.quick)
        else:
            text = measure_alone(Path(name), runs)
    print(text, end="")
    if arguments.write:
        put_into_page("qapigen table", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
