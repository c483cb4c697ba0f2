# SPDX-License-Identifier: Apache-2.0
"""What is in a flash that U-Boot starts from: a loader of ours, and U-Boot behind it.

    _, node = on_file(folder, flash_boot.contents(flash_boot.SUPERVISOR))

U-Boot, as it is packaged, does not run where it lies in flash. It is linked for a place in memory:
its start in machine mode, 2 MiB further when OpenSBI starts it. Until it relocates itself it calls
through its global offset table, which holds those addresses, and it draws lots among the harts with
an atomic access to its data. So something must put it there, as the first stage of a boot does.
"""

import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support import guests

IMAGES = Path("/usr/lib/u-boot")
OFFSET = 64 << 10
SIZE = 32 << 20


@dataclass(frozen=True)
class UBoot:
    """One of the two that there are, and where it is linked for."""

    image: Path
    linked_at: int


MACHINE = UBoot(IMAGES / "qemu-riscv64" / "u-boot.bin", 0x8000_0000)
SUPERVISOR = UBoot(IMAGES / "qemu-riscv64_smode" / "u-boot.bin", 0x8020_0000)


def contents(uboot: UBoot) -> bytes:
    """Gives what is in the flash, from its start on."""
    image = uboot.image.read_bytes()
    return _loader(uboot.linked_at, len(image)).ljust(OFFSET, b"\xff") + image


def on_file(folder: Path, data: bytes, name: str = "flash") -> tuple[Path, tuple[str, ...]]:
    """Gives an image of the size of a flash, and the options of a node for it."""
    image = folder / f"{name}.img"
    image.write_bytes(data.ljust(SIZE, b"\xff"))
    return image, ("--blockdev", f"file,node-name={name},filename={image}")


@cache
def _loader(place: int, length: int) -> bytes:
    """Runs wherever it is, and leaves the registers alone that say what hart and tree there are."""
    program = guests.assemble(
        f"""
        auipc t0, 0
        li t1, {OFFSET:#x}
        add t0, t0, t1
        li t1, {place:#x}
        li t2, {place + length:#x}
    1:  ld t3, 0(t0)
        sd t3, 0(t1)
        addi t0, t0, 8
        addi t1, t1, 8
        bltu t1, t2, 1b
        fence.i
        li t0, {place:#x}
        jr t0
        """
    )
    return raw(program)


def raw(program: Path) -> bytes:
    """Gives what a program has in memory."""
    code = program.with_suffix(".bin")
    copy = ["riscv64-unknown-elf-objcopy", "-O", "binary", str(program), str(code)]
    subprocess.run(copy, check=True)
    return code.read_bytes()
