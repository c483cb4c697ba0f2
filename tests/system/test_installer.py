# SPDX-License-Identifier: Apache-2.0
"""Debian's installer comes up on the serial line, and is answered."""

from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, Emulator, virt

pytestmark = pytest.mark.linux

BOOT_S = 300.0
PACKAGE = "debian-installer-13-netboot-riscv64"
NAME = "Debian's installer"
ENTER = "\r"


def images() -> tuple[Path, Path]:
    """Gives its kernel and its initial file system."""
    folder = debian.cached(f"{debian.SUITE}-installer", NAME, fetch)
    kernel = next((folder / "root").rglob("riscv64/linux"))
    return kernel, kernel.with_name("initrd.gz")


def fetch(folder: Path) -> None:
    debian.unpack(folder, lambda _: [PACKAGE])


def test_the_installer_asks_for_language_and_country() -> None:
    kernel, initrd = images()
    words = "console=ttyS0 quiet"
    parameters = virt(firmware=FIRMWARE, kernel=kernel, initrd=initrd, append=words, memory="512M")
    with Emulator(*parameters) as machine:
        machine.hear("Select a language", BOOT_S)
        languages = machine.hear("<Go Back>", BOOT_S)
        assert "Choose the language to be used for the installation process." in languages
        assert "English" in languages
        # The frame is complete when the line below it says what keys do.
        machine.hear("activates buttons", BOOT_S)
        machine.type(ENTER)
        machine.hear("Select your location", BOOT_S)
        countries = machine.hear("<Go Back>", BOOT_S)
    assert "United States" in countries
