# SPDX-License-Identifier: Apache-2.0
"""Debian 13 from its first instruction to a login, on a disk and a network card of PCI Express.

It ends when somebody presses the power key of its keyboard: Debian's kernel for RISC-V has no
driver for keys on pins.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import archive, debian, debootstrap
from tests.support.emulator import FIRMWARE, Emulator, virt

pytestmark = pytest.mark.linux

BOOT_S = 600.0
COMMAND_S = 300.0
# systemd waits for 90 s as a rule, of which a busy host may give the guest a few.
PATIENT = "systemd.default_timeout_start_sec=600 systemd.default_device_timeout_sec=600"
PROMPT = "root@coldplug:~# "
APPEND = f"console=ttyS0 quiet {PATIENT}"
MODULES = ["virtio_blk", "virtio_net", "virtio_input", "evdev", "ext4"]
SCRIPT = """
mount -t ext4 /dev/vda /mnt
umount dev proc sys
exec switch_root /mnt /sbin/init
"""


class Guest:
    """Debian, and root at its console."""

    def __init__(self, machine: Emulator) -> None:
        self.machine = machine
        machine.hear("login: ", BOOT_S)
        machine.ask("root", PROMPT, COMMAND_S)
        # No echo of what is typed, and nothing that only a terminal understands.
        machine.ask("bind 'set enable-bracketed-paste off'; stty -echo; export TERM=dumb", PROMPT)

    def run(self, line: str) -> str:
        """Gives what a command prints."""
        said = self.machine.ask(line, PROMPT, COMMAND_S).removesuffix(PROMPT)
        return said.replace("\r", "").strip()


@contextmanager
def started(folder: Path, disk: Path, **parameters: object) -> Iterator[Guest]:
    """Starts the guest with a disk, whose suffix tells its format."""
    linux = debian.linux()
    initrd = folder / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    with Emulator(
        *virt(pci="on", memory="512M", append=APPEND, **images, **parameters),
        *("--blockdev", f"{disk.suffix[1:]},node-name=disk,file.driver=file,file.filename={disk}"),
        *("--netdev", "user,id=net"),
        *("--device", "virtio-pci,id=slot0,bus=pcie"),
        *("--device", "virtio-blk,id=blk,bus=slot0,drive=disk"),
        *("--device", "virtio-pci,id=slot1,bus=pcie"),
        *("--device", "virtio-net,id=nic,bus=slot1,netdev=net"),
        *("--device", "virtio-pci,id=slot2,bus=pcie"),
        *("--device", "virtio-keyboard,id=keyboard,bus=slot2"),
    ) as machine:
        yield Guest(machine)
        machine.monitor.execute("system_powerdown")
        assert machine.monitor.wait_event("POWERDOWN")
        shutdown = machine.monitor.wait_event("SHUTDOWN")
        assert shutdown["data"] == {"guest": True, "reason": "guest-shutdown"}
        assert machine.wait(BOOT_S) == 0


def is_whole(disk: Path) -> bool:
    """Tells whether the file system on a raw disk needs no repair."""
    check = ["e2fsck", "-f", "-n", str(disk)]
    return subprocess.run(check, check=False, capture_output=True).returncode == 0


def test_root_logs_in_and_installs_a_package(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    with archive.serve(tmp_path / "archive", "greeting", "good day") as port:
        disk = debootstrap.disk(tmp_path / "disk.raw")
        with started(tmp_path, disk, cpus=1) as guest:
            assert guest.run("systemctl is-system-running --wait") == "running"
            assert guest.run("dmesg | grep -cE 'WARNING|BUG|Oops'") == "0"
            source = f"deb [trusted=yes] http://10.0.2.2:{port}/ ./"
            guest.run(f"echo '{source}' >/etc/apt/sources.list; rm -rf /etc/apt/sources.list.d")
            guest.run("apt-get update")
            guest.run("apt-get install -y greeting")
            assert guest.run("greeting") == "good day"
            pins = "/sys/bus/platform/drivers/sifive_gpio"
            assert guest.run(f"ls -d {pins}/*.gpio") == f"{pins}/10060000.gpio"
        assert is_whole(disk)


def test_four_harts_are_four_processors_and_a_disk_is_an_overlay(tmp_path: Path) -> None:
    disk = debootstrap.overlay(tmp_path / "disk.qcow2")
    with started(tmp_path, disk, cpus=4) as guest:
        assert guest.run("nproc") == "4"
        assert guest.run("systemctl is-system-running --wait") == "running"
    subprocess.run(["qemu-img", "check", "-q", str(disk)], check=True)
    copy = tmp_path / "copy.raw"
    subprocess.run(["qemu-img", "convert", "-O", "raw", str(disk), str(copy)], check=True)
    assert is_whole(copy)
