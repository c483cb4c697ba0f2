# SPDX-License-Identifier: Apache-2.0
"""Measures how fast guests run: programs on the bare machine, the same for both emulators."""

import resource
import statistics
import subprocess
from pathlib import Path

from measure import HERE, OUTPUT, ROOT, Subject
from table import Row, mean_row

COMPUTING = (
    *("alu", "muldiv", "sieve", "copy", "strings", "chase", "bytecode", "matmul", "nbody"),
)
SYSTEM = (
    *("tlb_hit", "tlb_miss", "tlb_flush", "page_fault", "ecall", "csr", "mmio", "amo", "smc"),
)
KERNELS = (*COMPUTING, *SYSTEM)
CROSS = (
    *("riscv64-unknown-elf-gcc", "-O2", "-march=rv64gc", "-mabi=lp64d", "-mcmodel=medany"),
    *("-Wall", "-Werror", "-fno-math-errno", "-nostdlib", "-ffreestanding", "-static"),
    *("-T", str(ROOT / "tests" / "support" / "guest.ld")),
    "-Wl,--build-id=none,--no-relax,--no-warn-rwx-segments",
)


def image(kernel: str) -> Path:
    """Where the kernel is, once it has been built."""
    return OUTPUT / f"{kernel}.elf"


def build() -> None:
    """Compiles all kernels."""
    for name in ("empty", "spin", *KERNELS):
        parts = [str(HERE / "kernels" / part) for part in ("start.S", f"{name}.c")]
        subprocess.run([*CROSS, *parts, "-o", str(image(name))], check=True)


def run(subject: Subject, kernel: str) -> tuple[float, int]:
    """Gives the processor's seconds for a kernel, and the number of instructions that it counted.

    A kernel whose result is wrong ends the emulator with an error.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        list(subject.guest(image(kernel))),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=120,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, int(done.stdout.split()[-1], 16)


def _in_turn(subjects: tuple[Subject, ...], kernel: str, runs: int) -> list[float]:
    """What each takes for a kernel: in turn, so that they share what else the machine does."""
    times: list[list[float]] = [[] for _ in subjects]
    for _ in range(runs):
        for taken, subject in zip(times, subjects):
            taken.append(run(subject, kernel)[0])
    return [statistics.median(taken) for taken in times]


def rows(ours: Subject, theirs: Subject, runs: int) -> list[Row | str]:
    """Instructions per second, less what a guest that does nothing takes."""
    subjects = (ours, theirs)
    idle = _in_turn(subjects, "empty", runs)
    found: dict[str, Row] = {}
    for kernel in KERNELS:
        _, instructions = run(ours, kernel)  # QEMU counts something else
        busy = _in_turn(subjects, kernel, runs)
        here, there = (instructions / 1e6 / max(one - none, 1e-3) for one, none in zip(busy, idle))
        found[kernel] = Row(kernel.replace("_", " "), here, there, "MIPS", is_rate=True)
    return [
        *found.values(),
        mean_row("those that compute", [found[kernel] for kernel in COMPUTING]),
        mean_row("system paths", [found[kernel] for kernel in SYSTEM]),
        mean_row("all", list(found.values())),
    ]
