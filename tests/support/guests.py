# SPDX-License-Identifier: Apache-2.0
"""Guests of our own: a few lines of assembly for the bare machine, compiled on demand."""

import hashlib
import subprocess
from functools import cache
from pathlib import Path

from tests.support.emulator import ROOT

OUTPUT = ROOT / "build" / "guests"
FLAGS = (
    "-march=rv64gc",
    "-mabi=lp64d",
    "-mcmodel=medany",
    "-nostdlib",
    "-nostartfiles",
    "-static",
    "-O2",
    "-Wl,--build-id=none,--no-relax,--no-warn-rwx-segments",
    "-T",
    str(ROOT / "tests" / "support" / "guest.ld"),
)

PANIC_AT = 0x1000_2000
PANIC_DEVICE = ("-d", "pvpanic-mmio,id=panic", "--map", f"panic,at={PANIC_AT:#x},into=bus")
PASS = 0x5555
RESET = 0x7777


def fail(code: int) -> int:
    """Gives the word that ends the machine with an exit status."""
    return code << 16 | 0x3333


@cache
def assemble(text: str) -> Path:
    """Gives the ELF file of a program in assembly whose entry is `_start`, at 0x80000000."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    text = f".section .text.start\n.globl _start\n_start:\n{text}"
    stem = OUTPUT / hashlib.sha256(f"{text}{FLAGS}".encode()).hexdigest()[:16]
    source, program = stem.with_suffix(".S"), stem.with_suffix(".elf")
    if not program.exists():
        source.write_text(text, "utf-8")
        # Under another name first, for tests that run at the same time need it too.
        draft = stem.with_suffix(f".{id(text)}")
        subprocess.run(
            ["riscv64-unknown-elf-gcc", *FLAGS, str(source), "-o", str(draft)], check=True
        )
        draft.rename(program)
    return program


def finisher(word: int) -> Path:
    """Gives a guest that writes a word to the test finisher at once."""
    return assemble(f"li t0, 0x100000\nli t1, {word:#x}\nsw t1, 0(t0)\n1: j 1b\n")


def panicker() -> Path:
    """Gives a guest that reports a panic at once, to a register at PANIC_AT."""
    return assemble(f"li t0, {PANIC_AT:#x}\nli t1, 1\nsb t1, 0(t0)\n1: j 1b\n")


def spinner() -> Path:
    """Gives a guest that runs for ever and asks for nothing."""
    return assemble("1: j 1b\n")


def greeter(text: str, then: str = "1: j 1b\n") -> Path:
    """Gives a guest that writes a text to the first uart."""
    return assemble(
        f"""
        la a0, text
        li a1, 0x10000000
    next:
        lbu a2, 0(a0)
        beqz a2, done
        sb a2, 0(a1)
        addi a0, a0, 1
        j next
    done:
        {then}
    text:
        .asciz "{text}"
    """
    )
