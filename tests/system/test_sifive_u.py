# SPDX-License-Identifier: Apache-2.0
"""The machine `sifive-u` under published firmware: OpenSBI on its device tree, and U-Boot."""

import pytest

from tests.support import opensbi
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
