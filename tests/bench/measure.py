# SPDX-License-Identifier: Apache-2.0
"""Measures coldplug and QEMU alike: the same guests, the same client, one after the other."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
OUTPUT = ROOT / "build" / "bench"


@dataclass(frozen=True)
class Subject:
    """An emulator under measurement, by its command lines."""

    name: str
    monitor: tuple[str, ...]
    """A machine that waits, and QMP on standard input and output."""
    guest: Callable[[Path], Sequence[str]]
    """A machine that runs a guest to its end, its serial line on standard output."""
    running: Callable[[Path], Sequence[str]]
    """A machine that runs a guest, and QMP on standard input and output."""
    one_more: Callable[[str], Sequence[str]]
    """Options for one more monitor, at this path."""
    devices: Callable[[int], Sequence[str]]
    """Options for so many further devices."""


def coldplug(program: Path) -> Subject:
    """Describes this emulator."""
    return Subject(
        "coldplug",
        (str(program), "--qmp", "stdio", "-M", "virt", "-S"),
        lambda guest: [
            *(str(program), "--object", "chardev-stdio,id=console"),
            *("-M", f"virt,serial=console,firmware={guest}"),
        ],
        lambda guest: [str(program), "--qmp", "stdio", "-M", f"virt,firmware={guest}"],
        lambda path: ["--qmp", f"unix:{path}"],
        lambda count: [
            word
            for i in range(count)
            for word in (
                *("--device", f"uart16550,id=extra{i}"),
                *("--map", f"extra{i}:regs,at={0x2000_0000 + 0x1000 * i:#x},into=bus"),
            )
        ],
    )


def qemu() -> Subject:
    """Describes QEMU; its devices are functions on the root bus: no others can be so many."""
    program = "qemu-system-riscv64"
    return Subject(
        "QEMU",
        (program, "-M", "virt", "-display", "none", "-S", "-qmp", "stdio"),
        lambda guest: [program, "-M", "virt", "-nographic", "-bios", str(guest)],
        lambda guest: [
            *(program, "-M", "virt", "-display", "none", "-qmp", "stdio"),
            *("-bios", str(guest)),
        ],
        lambda path: ["-qmp", f"unix:{path},server=on,wait=off"],
        lambda count: [
            word
            for i in range(count)
            for word in (
                "-device",
                f"virtio-rng-pci,multifunction=on,addr={i // 8 + 1:#x}.{i % 8}",
            )
        ],
    )


def probe(*arguments: str) -> list[int]:
    """Runs the probe and gives its numbers."""
    done = subprocess.run(
        [str(OUTPUT / "probe"), *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return [int(word) for word in done.stdout.split()]


def build() -> None:
    """Compiles the probe."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    source = str(HERE / "probe.cpp")
    subprocess.run(["g++", "-std=c++20", "-O2", source, "-o", str(OUTPUT / "probe")], check=True)


def start(subject: Subject, runs: int) -> tuple[float, float, float]:
    """Gives milliseconds to the greeting and to the first answer, and MiB occupied then."""
    greeting, answer, resident = probe("start", str(runs), *subject.monitor)
    return greeting / 1e6, answer / 1e6, resident / 1024


def device_us(subject: Subject, count: int, runs: int) -> float:
    """Gives the microseconds that each further device adds to a start."""
    without = probe("start", str(runs), *subject.monitor)[1]
    with_them = probe("start", str(runs), *subject.monitor, *subject.devices(count))[1]
    return (with_them - without) / count / 1e3
