# SPDX-License-Identifier: Apache-2.0
"""The machine `sifive-u` under published software: OpenSBI on its device tree, U-Boot, Linux."""

import hashlib
from pathlib import Path

import pytest

from tests.support import debian, opensbi
from tests.support.emulator import CONSOLE, FIRMWARE, KERNEL, Emulator

MACHINE = f"sifive-u,serial=console,firmware={FIRMWARE},kernel={KERNEL}"


@pytest.mark.parametrize("cpus", [1, 4])
def test_opensbi_starts_u_boot_on_an_application_core(cpus: int) -> None:
    with Emulator(*CONSOLE, "-M", f"{MACHINE},cpus={cpus}") as board:
        banner = board.hear("Boot HART MEDELEG")
        fields = dict(
            [part.strip() for part in line.split(":", 1)]
            for line in banner.splitlines()
            if line.count(":") == 1
        )
        assert fields["Platform Console Device"] == "sifive_uart"
        assert fields["Platform HART Count"] == str(cpus), "the monitor core is not for it"
        assert int(fields["Boot HART ID"]) in range(1, cpus + 1)
        board.hear("U-Boot 2023.01")
        board.hear("Hit any key")
        board.type("\n")
        board.hear("=> ")
        assert "riscv64-linux-gnu-gcc" in board.ask("version")


def test_opensbi_from_its_source_starts_u_boot() -> None:
    """Newer than the one that is installed, built here, and of a form that is placed anywhere."""
    for form in ("bin", "elf"):
        firmware = opensbi.build().with_suffix(f".{form}")
        machine = f"sifive-u,serial=console,firmware={firmware},kernel={KERNEL},cpus=4"
        with Emulator(*CONSOLE, "-M", machine) as board:
            banner = board.hear("Boot HART MEDELEG")
            assert "Platform Console Device     : sifive_uart" in banner
            assert "Domain0 HARTs               : 1*,2*,3*,4*" in banner
            board.hear("Hit any key")


# The gpio and pwm chips are seen by name; the flash is read, and a sector of it written.
LINUX = """
echo chips: $(ls /sys/bus/gpio/devices /sys/class/pwm | grep chip)
echo flash: $(md5sum /dev/mtd0ro | cut -c 1-32)
printf 'good day' | dd of=/dev/mtdblock0 bs=8 seek=512 conv=fsync 2>/dev/null
echo written: $(dd if=/dev/mtd0ro bs=8 skip=512 count=1 2>/dev/null)
echo processors: $(grep -c ^processor /proc/cpuinfo)
dmesg | grep -E "WARNING|BUG|Oops"
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops")
sync
echo that is all
"""
MODULES = ["spi-sifive", "spi-nor", "mtdblock", "pwm-sifive"]


@pytest.mark.linux
def test_debian_uses_the_chip(tmp_path: Path) -> None:
    linux = debian.linux()
    initrd, flash = tmp_path / "initrd", tmp_path / "flash.img"
    initrd.write_bytes(linux.initramfs(MODULES, LINUX + "exec sh\n"))
    content = b"".join(b"%07d\n" % number for number in range((16 << 20) // 8))
    flash.write_bytes(content)
    images = f"firmware={FIRMWARE},kernel={linux.kernel},initrd={initrd}"
    with Emulator(
        *CONSOLE,
        *("--blockdev", f"file,node-name=flash,filename={flash}"),
        *(
            "-M",
            f"sifive-u,serial=console,memory=256M,{images},append=console=ttySIF0 {debian.PATIENT}",
        ),
        *("-d", "spi-nor,id=nor,bus=/machine/soc/spi[0],drive=flash"),
    ) as board:
        said = board.hear("that is all").replace("\r", "")
    assert "chips: gpiochip0 pwmchip0 pwmchip1\n" in said
    assert f"flash: {hashlib.md5(content).hexdigest()}\n" in said
    assert "written: good day\n" in said
    assert "processors: 4\n" in said
    assert "oddities: 0\n" in said
    assert flash.read_bytes()[4096:4104] == b"good day"
