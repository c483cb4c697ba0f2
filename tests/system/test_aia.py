# SPDX-License-Identifier: Apache-2.0
"""Debian's kernel on `virt` with the Advanced Interrupt Architecture instead of a PLIC."""

import time
from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, run, virt

pytestmark = pytest.mark.linux

MODULES = ["virtio_mmio", "virtio_rng", "i2c-ocores", "at24", "qemu_fw_cfg"]
SCRIPT = """
cat /proc/interrupts
echo clock: $(cat /sys/class/rtc/rtc0/since_epoch) $(cat /sys/class/rtc/rtc0/name)
echo eeprom: $(dd if=/sys/bus/i2c/devices/0-0050/eeprom bs=8 count=1 2>/dev/null)
echo item: $(cat /sys/firmware/qemu_fw_cfg/by_name/opt/test/greeting/raw)
echo random: $(dd if=/dev/hwrng bs=16 count=1 2>/dev/null | wc -c)
echo harts: $(cat /sys/devices/system/cpu/online)
dmesg | grep -E "WARNING|BUG|Oops"
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops")
poweroff -f
"""


def booted(tmp_path: Path, *devices: str, **parameters: object) -> str:
    """What the guest says; it has ended by itself, and found nothing odd."""
    linux = debian.linux()
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    eeprom = tmp_path / "eeprom"
    eeprom.write_bytes(b"good day".ljust(32768))
    append = f"console=ttyS0 {debian.PATIENT}"
    done = run(
        *virt(cpus=2, memory="256M", append=append, **images, **parameters),
        *("--blockdev", f"file,node-name=eeprom,filename={eeprom}"),
        *("--device", "i2c-ocores,id=i2c", "--map", "i2c,at=0x10020000,into=bus"),
        *("--connect", "i2c:irq,to=aplic:in[20]"),
        *("--device", "at24c256,id=store,bus=i2c,drive=eeprom"),
        *("--fw-cfg", "id=item,name=opt/test/greeting,string=hello"),
        *devices,
    )
    said = done.out.replace("\r", "")
    assert done.status == 0, said
    assert "oddities: 0\n" in said
    assert "harts: 0-1\n" in said
    assert "random: 16\n" in said
    assert "eeprom: good day\n" in said
    assert "item: hello\n" in said
    since_epoch, name = said.partition("clock: ")[2].split()[:2]
    assert name == "goldfish_rtc"
    assert abs(int(since_epoch) - time.time()) < 60
    return said


def test_messages_come_to_imsics(tmp_path: Path) -> None:
    card = ("virtio-pci,id=slot,bus=pcie", "virtio-rng,id=rng,bus=slot")
    devices = [word for text in card for word in ("--device", text)]
    said = booted(tmp_path, *devices, aia="aplic-imsic", pci="on")
    assert "APLIC-MSI" in said
    assert "PCI-MSIX" in said
    assert "SiFive PLIC" not in said


def test_aplic_interrupts_harts_by_itself(tmp_path: Path) -> None:
    said = booted(tmp_path, "--device", "virtio-rng,id=rng,bus=virtio[0]", aia="aplic")
    assert "APLIC-DIRECT" in said
