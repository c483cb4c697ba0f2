#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Measures coldplug against qemu-system-riscv64, and prints the table of docs/performance.md.

    tests/bench/run.py            prints it
    tests/bench/run.py --quick    with fewer runs, to see that everything works
    tests/bench/run.py --write    puts it into docs/performance.md
"""

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass

import measure
from measure import ROOT, Subject

PAGE = ROOT / "docs" / "performance.md"
MARKS = ("<!-- table begins -->\n", "<!-- table ends -->\n")
DEVICES = 128


@dataclass(frozen=True)
class Row:
    """One line of the table. A ratio above 1 is in coldplug's favour."""

    what: str
    ours: float
    theirs: float
    unit: str
    is_rate: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs if self.is_rate else self.theirs / self.ours

    def __str__(self) -> str:
        numbers = f"{self.ours:.3g} {self.unit} | {self.theirs:.3g} {self.unit}"
        return f"| {self.what} | {numbers} | {self.ratio:.2f} |"


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
    our_trip, their_trip = (measure.round_trip_us(subject, seconds) for subject in (ours, theirs))
    ours_each, theirs_each = (
        measure.device_us(subject, DEVICES, runs) for subject in (ours, theirs)
    )
    return [
        *start_rows(ours, theirs, runs),
        Row("serial round trip", our_trip, their_trip, "us"),
        Row(f"each of {DEVICES} cold-plugged devices", ours_each, theirs_each, "us"),
        *(guest_row(ours, theirs, kernel, 1 if is_quick else 5) for kernel in measure.KERNELS),
    ]


def version(command: list[str]) -> str:
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+[.\d]*", text)
    return found[0] if found else "unknown"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    measure.build()
    ours = measure.coldplug(ROOT / "build" / "release" / "coldplug")
    theirs = measure.qemu()
    versions = (
        f"QEMU {version(['qemu-system-riscv64', '--version'])}, g++ {version(['g++', '--version'])}"
    )
    table = [f"| {versions} | coldplug | QEMU | ratio |", "|---|---|---|---|"]
    table += [str(row) for row in rows(ours, theirs, arguments.quick)]
    text = "\n".join(table) + "\n"
    print(text, end="")
    if arguments.write:
        before, _, rest = PAGE.read_text("utf-8").partition(MARKS[0])
        PAGE.write_text(before + MARKS[0] + text + MARKS[1] + rest.partition(MARKS[1])[2], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
