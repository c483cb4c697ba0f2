# SPDX-License-Identifier: Apache-2.0
"""The command `dumpdtb`: what it writes, and what it says when it cannot."""

import subprocess
from pathlib import Path

import pytest

from tests.support.emulator import Emulator, run

SHIPPED = ("virt", "sifive-e", "sifive-u", "opentitan-mini", "duo")


@pytest.mark.parametrize("machine", SHIPPED)
def test_dtc_reads_what_is_written(machine: str, tmp_path: Path) -> None:
    blob = tmp_path / "tree.dtb"
    finished = run("-M", machine, "--dumpdtb", str(blob), "-S", "--quit")
    assert (finished.status, finished.err) == (0, "")
    dtc = subprocess.run(
        ["dtc", "-I", "dtb", "-O", "dts", str(blob)], capture_output=True, text=True, check=True
    )
    assert dtc.stderr == ""
    assert "cpus {" in dtc.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["tree.dtb"]


def test_a_tree_shows_what_was_added(tmp_path: Path) -> None:
    with Emulator("-M", "sifive-u", "--until", "machine-initialized") as machine:
        blob = tmp_path / "tree.dtb"
        machine.monitor.execute("dumpdtb", {"filename": str(blob)})
        before = blob.read_bytes()
        machine.monitor.execute("device_add", {"driver": "sifive-uart", "id": "more"})
        machine.monitor.execute("map", {"region": "more", "at": 0x1100_0000, "into": "soc/bus"})
        machine.monitor.execute("dumpdtb", {"filename": str(blob)})
        assert b"serial@11000000" in blob.read_bytes()
        assert b"serial@11000000" not in before


def test_a_machine_without_harts_to_start_has_no_tree(tmp_path: Path) -> None:
    with Emulator("-M", "none", "-S") as machine:
        error = machine.monitor.error("dumpdtb", {"filename": str(tmp_path / "tree.dtb")})
        assert "no 'riscv-boot'" in error.desc
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with Emulator("-M", "virt", "-S") as machine:
        error = machine.monitor.error("dumpdtb", {"filename": str(tmp_path / "no" / "tree.dtb")})
        assert "no/tree.dtb" in error.desc and "No such file" in error.desc


def test_the_boot_that_is_meant_can_be_said(tmp_path: Path) -> None:
    with Emulator("-M", "duo", "-S") as machine:
        blob = tmp_path / "tree.dtb"
        machine.monitor.execute("dumpdtb", {"filename": str(blob), "boot": "mcu-boot"})
        assert b"rv32imac" in blob.read_bytes()
        machine.monitor.execute("dumpdtb", {"filename": str(blob)})
        assert b"rv64imafdc" in blob.read_bytes()
        error = machine.monitor.error("dumpdtb", {"filename": str(blob), "boot": "mcu"})
        assert "mcu" in error.desc
