#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures coldplug against qemu-system-riscv64, and prints the tables of docs/performance.md.

    tests/bench/run.py            prints all of them
    tests/bench/run.py kernels    one of them; --help names them
    tests/bench/run.py --quick    with fewer runs, to see that everything works
    tests/bench/run.py --write    puts them into docs/performance.md
"""

import argparse
import sys
from collections.abc import Callable

import guests
import linux_guest
import measure
import monitors
from measure import ROOT, Subject
from table import Row, put_into_page, table, version

DEVICES = 128
PROGRAM = ROOT / "build" / "release" / "coldplug"


def versions() -> str:
    """Heads the first column of a table."""
    qemu, compiler = version(["qemu-system-riscv64", "--version"]), version(["g++", "--version"])
    return f"QEMU {qemu}, g++ {compiler}"


def comparison(rows: list[Row | str]) -> str:
    return table(versions(), "coldplug", "QEMU", rows)


def start_rows(ours: Subject, theirs: Subject, runs: int) -> list[Row]:
    both = zip(measure.start(ours, runs), measure.start(theirs, runs))
    names = ("exec to greeting", "exec to first answer", "resident at the first answer")
    units = ("ms", "ms", "MiB")
    return [Row(name, *pair, unit) for name, pair, unit in zip(names, both, units)]


def monitor_table(is_quick: bool) -> str:
    ours, theirs = measure.coldplug(PROGRAM), measure.qemu()
    runs = 3 if is_quick else 21
    ours_each, theirs_each = (
        measure.device_us(subject, DEVICES, runs) for subject in (ours, theirs)
    )
    return comparison(
        [
            *start_rows(ours, theirs, runs),
            *monitors.rows(ours, theirs, 1 if is_quick else 5),
            Row(f"each of {DEVICES} cold-plugged devices", ours_each, theirs_each, "us"),
            monitors.node_row(ours, theirs, runs),
        ]
    )


def kernel_table(is_quick: bool) -> str:
    ours, theirs = measure.coldplug(PROGRAM), measure.qemu()
    return comparison(guests.rows(ours, theirs, 1 if is_quick else 3))


def linux_table(is_quick: bool) -> str:
    ours, theirs = measure.coldplug(PROGRAM), measure.qemu()
    return comparison(linux_guest.rows(ours, theirs, 1 if is_quick else 3))


TABLES: dict[str, Callable[[bool], str]] = {
    "monitor": monitor_table,
    "kernels": kernel_table,
    "linux": linux_table,
    "devices": lambda is_quick: monitors.load_table(PROGRAM, 3 if is_quick else 5),
    "nodes": lambda is_quick: monitors.node_table(PROGRAM, 3 if is_quick else 5),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", nargs="*", help=f"of {', '.join(TABLES)}; without one, all")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    for name in arguments.table:
        if name not in TABLES:
            parser.error(f"no table '{name}'; there are {', '.join(TABLES)}")
    measure.build()
    guests.build()
    for name in arguments.table or TABLES:
        text = TABLES[name](arguments.quick)
        print(text, end="", flush=True)
        if arguments.write:
            put_into_page(f"{name} table", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
