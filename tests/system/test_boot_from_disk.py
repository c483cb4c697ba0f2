# SPDX-License-Identifier: Apache-2.0
"""U-Boot finds a kernel on a disk by itself, and boots it."""

import struct
import subprocess
from pathlib import Path

import pytest

from tests.support import debian, flash_boot
from tests.support.emulator import FIRMWARE, KERNEL, Emulator, virt
from tests.support.flash_boot import on_file

pytestmark = pytest.mark.linux

BOOT_S = 300.0
SECTOR = 512
FIRST_SECTOR = 2048
DISK_BYTES = 128 << 20
LINUX = 0x83
ACTIVE = 0x80
MENU = """
default linux
label linux
    kernel /vmlinux
    initrd /initrd
    append console=ttyS0 quiet
"""
SCRIPT = """
mount -t ext4 /dev/vda1 /mnt
echo menu: $(grep -c label /mnt/extlinux/extlinux.conf)
umount /mnt
poweroff -f
"""


def make_disk(path: Path, folder: Path) -> None:
    """Makes a disk with one bootable partition, which holds what is in the folder."""
    with open(path, "wb") as disk:
        disk.truncate(DISK_BYTES)
        sectors = DISK_BYTES // SECTOR - FIRST_SECTOR
        entry = struct.pack("<B3xB3xII", ACTIVE, LINUX, FIRST_SECTOR, sectors)
        disk.seek(446)
        disk.write(entry + bytes(48) + b"\x55\xaa")
    offset = f"offset={FIRST_SECTOR * SECTOR}"
    size = f"{sectors * SECTOR // 1024}k"
    make = ("mkfs.ext4", "-q", "-F", "-E", offset, "-d", str(folder), str(path), size)
    subprocess.run(make, check=True)


@pytest.fixture(name="disk", scope="module")
def _disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    linux = debian.linux()
    folder = tmp_path_factory.mktemp("disk")
    files = folder / "files"
    (files / "extlinux").mkdir(parents=True)
    (files / "extlinux" / "extlinux.conf").write_text(MENU, "utf-8")
    (files / "vmlinux").write_bytes(linux.kernel.read_bytes())
    (files / "initrd").write_bytes(linux.initramfs(["virtio_blk", "virtio_mmio", "ext4"], SCRIPT))
    make_disk(folder / "disk.img", files)
    return folder / "disk.img"


def boots(disk: Path, transport: tuple[str, ...], *options: str) -> None:
    """Waits until the kernel that U-Boot has found on the disk says what else is there."""
    with Emulator(
        *options,
        *("--blockdev", f"raw,node-name=disk,file.driver=file,file.filename={disk}"),
        *transport,
    ) as machine:
        machine.hear("U-Boot")
        machine.hear("menu: 1", BOOT_S)
        assert machine.wait(BOOT_S) == 0


def test_u_boot_boots_the_kernel_on_the_disk(disk: Path) -> None:
    card = ("--device", "virtio-blk,id=blk,bus=virtio[0],drive=disk")
    boots(disk, card, *virt(firmware=FIRMWARE, kernel=KERNEL, memory="512M"))


def test_u_boot_in_flash_boots_the_kernel_on_a_disk_of_pci(disk: Path, tmp_path: Path) -> None:
    _, flash = on_file(tmp_path, flash_boot.contents(flash_boot.SUPERVISOR))
    card = (
        *("--device", "virtio-pci,id=slot,bus=pcie"),
        *("--device", "virtio-blk,id=blk,bus=slot,drive=disk"),
    )
    machine = virt(firmware=FIRMWARE, pflash0="flash", pci="on", memory="512M")
    boots(disk, card, *flash, *machine)
