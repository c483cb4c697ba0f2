# SPDX-License-Identifier: Apache-2.0
"""Kernels are unpacked before they are loaded, and a damaged one is refused."""

import gzip
import struct
from pathlib import Path

import pytest

from tests.support import debian, flash_boot, guests
from tests.support.emulator import FIRMWARE, run, virt

HEADER_BYTES = 64


def kernel() -> bytes:
    """Gives a kernel in the Image format whose first instructions end the machine."""
    code = flash_boot.raw(guests.assemble(f"j {HEADER_BYTES:#x} + _start\n{HEADER}{ENDING}"))
    return code


HEADER = f"""
    .org 0x10
    .quad 0x10000
    .org 0x30
    .ascii "RISCV\\0\\0\\0RSC\\005"
    .org {HEADER_BYTES:#x}
"""
ENDING = guests.finishing(guests.fail(7))


def zboot(packed: bytes) -> bytes:
    """Gives a program of EFI with a kernel inside."""
    head = struct.pack("<4s4sII8x8s", b"MZ", b"zimg", 0x100, len(packed), b"gzip")
    return head.ljust(0x100, b"\0") + packed


def test_a_kernel_in_gzip_or_in_a_program_of_efi_runs(tmp_path: Path) -> None:
    image = tmp_path / "kernel"
    packed = gzip.compress(kernel())
    for contents in (kernel(), packed, zboot(packed)):
        image.write_bytes(contents)
        done = run(*virt(kernel=image))
        assert (done.status, done.err) == (7, "")


def test_a_damaged_kernel_is_named(tmp_path: Path) -> None:
    image = tmp_path / "kernel"
    image.write_bytes(zboot(gzip.compress(kernel()))[:-1])
    done = run(*virt(kernel=image))
    assert done.status == 1
    assert f"cannot load '{image}': it is truncated: the kernel in it ends at" in done.err


@pytest.mark.linux
def test_debians_kernel_boots_from_a_program_of_efi(tmp_path: Path) -> None:
    linux = debian.linux()
    image, initrd = tmp_path / "vmlinuz.efi", tmp_path / "initrd"
    image.write_bytes(zboot(gzip.compress(linux.kernel.read_bytes(), 1)))
    initrd.write_bytes(
        linux.initramfs([], "echo here: $(cat /proc/sys/kernel/ostype)\npoweroff -f\n")
    )
    words = {"initrd": initrd, "append": "console=ttyS0 quiet", "memory": "256M"}
    done = run(*virt(firmware=FIRMWARE, kernel=image, **words))
    assert "here: Linux" in done.out
    assert done.status == 0
