#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures coldplug against qemu-system-riscv64, and prints the table of docs/performance.md.

    tests/bench/run.py            prints it
    tests/bench/run.py --quick    with fewer runs, to see that everything works
    tests/bench/run.py --write    puts it into docs/performance.md
"""

import argparse
import sys

import measure
import monitors
from measure import ROOT, Subject
from table import Row, put_into_page, table, version

DEVICES = 128


def start_rows(ours: Subject, theirs: Subject, runs: int) -> list[Row]:
    both = zip(measure.start(ours, runs), measure.start(theirs, runs))
    names = ("exec to greeting", "exec to first answer", "resident at the first answer")
    units = ("ms", "ms", "MiB")
    return [Row(name, *pair, unit) for name, pair, unit in zip(names, both, units)]


def guest_row(ours: Subject, theirs: Subject, kernel: str, runs: int) -> Row:
    """Compares instructions per second, less what a guest that does nothing takes."""
    _, instructions = measure.guest_seconds(ours, kernel, 1)
    rates = []
    for subject in (ours, theirs):
        idle, _ = measure.guest_seconds(subject, "empty", runs)
        busy, _ = measure.guest_seconds(subject, kernel, runs)
        rates.append(instructions / 1e6 / max(busy - idle, 1e-3))
    return Row(f"guest: {kernel}", rates[0], rates[1], "MIPS", is_rate=True)


def rows(ours: Subject, theirs: Subject, is_quick: bool) -> list[Row]:
    runs = 3 if is_quick else 21
    seconds = 1 if is_quick else 5
    ours_each, theirs_each = (
        measure.device_us(subject, DEVICES, runs) for subject in (ours, theirs)
    )
    return [
        *start_rows(ours, theirs, runs),
        *monitors.rows(ours, theirs, seconds),
        Row(f"each of {DEVICES} cold-plugged devices", ours_each, theirs_each, "us"),
        monitors.node_row(ours, theirs, runs),
        *(guest_row(ours, theirs, kernel, 1 if is_quick else 5) for kernel in measure.KERNELS),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    measure.build()
    program = ROOT / "build" / "release" / "coldplug"
    ours = measure.coldplug(program)
    theirs = measure.qemu()
    versions = (
        f"QEMU {version(['qemu-system-riscv64', '--version'])}, g++ {version(['g++', '--version'])}"
    )
    text = table(versions, "coldplug", "QEMU", rows(ours, theirs, arguments.quick))
    print(text, end="")
    loads = monitors.load_table(program, 3 if arguments.quick else 5)
    print(loads, end="")
    nodes = monitors.node_table(program, 3 if arguments.quick else 5)
    print(nodes, end="")
    if arguments.write:
        put_into_page("table", text)
        put_into_page("devices table", loads)
        put_into_page("nodes table", nodes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
