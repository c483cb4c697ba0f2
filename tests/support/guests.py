# SPDX-License-Identifier: Apache-2.0
"""Guests of our own: a few lines of assembly for the bare machine, compiled on demand."""

import hashlib
import subprocess
from functools import cache
from pathlib import Path

from tests.support.emulator import ROOT

OUTPUT = ROOT / "build" / "guests"
ABI_64 = ("-march=rv64gc", "-mabi=lp64d")
ABI_32 = ("-march=rv32gc", "-mabi=ilp32d")
FLAGS = (
    "-mcmodel=medany",
    "-nostdlib",
    "-nostartfiles",
    "-static",
    "-O2",
    "-Wl,--build-id=none,--no-relax,--no-warn-rwx-segments",
    "-T",
    str(ROOT / "tests" / "support" / "guest.ld"),
)

PANIC_AT = 0x1001_2000
SLEEP_AT = 0x1001_3000
WATCHDOG_AT = 0x1001_4000
LOG_AT = 0x1001_5000
DISK_AT = 0x1000_1000
BREAKPOINT_AT = 0x8000_0200
LINE_STATUS_AT = 0x1000_0005
PANIC_DEVICE = ("-d", "pvpanic-mmio,id=panic", "--map", f"panic,at={PANIC_AT:#x},into=bus")
PASS = 0x5555
RESET = 0x7777


def fail(code: int) -> int:
    """Gives the word that ends the machine with an exit status."""
    return code << 16 | 0x3333


@cache
def assemble(text: str, abi: tuple[str, ...] = ABI_64) -> Path:
    """Gives the ELF file of a program in assembly whose entry is `_start`, at 0x80000000."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    text = f".section .text.start\n.globl _start\n_start:\n{text}"
    flags = (*abi, *FLAGS)
    stem = OUTPUT / hashlib.sha256(f"{text}{flags}".encode()).hexdigest()[:16]
    source, program = stem.with_suffix(".S"), stem.with_suffix(".elf")
    if not program.exists():
        source.write_text(text, "utf-8")
        # Under another name first, for tests that run at the same time need it too.
        draft = stem.with_suffix(f".{id(text)}")
        subprocess.run(
            ["riscv64-unknown-elf-gcc", *flags, str(source), "-o", str(draft)], check=True
        )
        draft.rename(program)
    return program


def finisher(word: int) -> Path:
    """Gives a guest that writes a word to the test finisher at once."""
    return assemble(finishing(word))


def finishing(word: int) -> str:
    """Gives the instructions that write a word to the test finisher, and wait for the end."""
    return f"li t0, 0x100000\nli t1, {word:#x}\nsw t1, 0(t0)\n1: j 1b\n"


def panicker() -> Path:
    """Gives a guest that reports a panic at once, to a register at PANIC_AT."""
    return assemble(f"li t0, {PANIC_AT:#x}\nli t1, 1\nsb t1, 0(t0)\n1: j 1b\n")


def obedient() -> Path:
    """Gives a guest that does what single characters on the first uart tell it.

    `s` powers off, `r` resets, `p` panics, `z` sleeps, `w` lets the watchdog expire once, `i` traps
    for ever, `l` writes to a second uart, `d` writes to a virtio disk, `b` goes to BREAKPOINT_AT
    and back. The devices for it must be where the names above say. Received characters raise the
    uart's interrupt.
    """
    return assemble(
        f"""
        li a1, 0x10000000
        li a2, 0x100000
        li a3, {PANIC_AT:#x}
        li a4, {SLEEP_AT:#x}
        li a5, {WATCHDOG_AT:#x}
        li a6, {LOG_AT:#x}
        li a7, 0x76
        li t1, 1
        sb t1, 1(a1)
        j wait

        .org {BREAKPOINT_AT - 0x8000_0000:#x}
        nop
    wait:
        sw a7, 12(a5)
        lbu t0, 5(a1)
        andi t0, t0, 1
        beqz t0, wait
        lbu t0, 0(a1)
        li t1, 'z'
        beq t0, t1, sleep
        li t1, 'w'
        beq t0, t1, watchdog
        li t1, 'i'
        beq t0, t1, trap_loop
        li t1, 'l'
        beq t0, t1, log
        li t1, 'd'
        beq t0, t1, disk
        li t1, 'b'
        beq t0, t1, breakpoint
        li t1, 's'
        beq t0, t1, power_off
        li t1, 'r'
        beq t0, t1, reset
        li t1, 'p'
        bne t0, t1, wait
        li t1, 1
        sb t1, 0(a3)
        j wait
    sleep:
        li t1, 0x24
        sb t1, 0(a4)
        j wait
    watchdog:                   # 1.3 ms at first, then seconds: until the counter starts again
        li t1, 0x0c
        sw t1, 4(a5)
        li t1, 1
        sw t1, 0(a5)
        lw t2, 8(a5)
    1:  mv t1, t2
        lw t2, 8(a5)
        bleu t2, t1, 1b
        j wait
    trap_loop:
        csrw mtvec, zero
        .word 0
    log:
        sb t0, 0(a6)
        j wait
    disk:                       # the driver begins anew each time: VIRTIO 1.2, 3.1.1 and 4.2.2
        li t1, {DISK_AT:#x}
        sw zero, 0x70(t1)
        li t2, 3
        sw t2, 0x70(t1)
        li t2, 1
        sw t2, 0x24(t1)
        sw t2, 0x20(t1)
        li t2, 11
        sw t2, 0x70(t1)
        sw zero, 0x30(t1)
        li t2, 4
        sw t2, 0x38(t1)
        la t2, descriptors
        sw t2, 0x80(t1)
        la t2, available
        sw t2, 0x90(t1)
        la t2, used
        sw t2, 0xa0(t1)
        li t2, 1
        sw t2, 0x44(t1)
        li t2, 15
        sw t2, 0x70(t1)
        sw zero, 0x50(t1)
        j wait
    breakpoint:
        li t1, {BREAKPOINT_AT:#x}
        jr t1
    power_off:
        li t1, {PASS:#x}
        sw t1, 0(a2)
        j wait
    reset:
        li t1, {RESET:#x}
        sw t1, 0(a2)
        j wait

        .balign 16              # one sector is to be written
    descriptors:
        .quad header
        .word 16
        .half 1, 1
        .quad sector
        .word 512
        .half 1, 2
        .quad status
        .word 1
        .half 2, 0
        .space 16
    available:                  # without interrupts
        .half 1, 1, 0, 0, 0, 0
        .balign 4
    used:
        .space 40
    header:
        .word 1, 0, 0, 0
    sector:
        .space 512, 'd'
    status:
        .byte 0
    """
    )


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
