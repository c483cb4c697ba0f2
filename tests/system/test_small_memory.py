# SPDX-License-Identifier: Apache-2.0
"""Machines with little memory: the device tree takes none of that in which the images are."""

from pathlib import Path

from tests.support import guests
from tests.support.emulator import run

MEMORY = 2 << 20


def test_the_tree_spares_the_firmware() -> None:
    finished = run("-M", f"virt,memory={MEMORY},firmware={guests.finisher(guests.PASS)}")
    assert (finished.status, finished.err) == (0, "")


def test_a_firmware_that_leaves_no_room_is_told(tmp_path: Path) -> None:
    firmware = tmp_path / "firmware.bin"
    firmware.write_bytes(bytes(MEMORY))
    line = (
        "-M",
        f"virt,memory={MEMORY},firmware={firmware}",
        "--until-phase",
        "prelaunch",
        "--quit",
    )
    finished = run(*line)
    assert finished.status == 1
    assert "no memory for a device tree of" in finished.err
    assert "device-tree=off" in finished.err
    firmware.write_bytes(bytes(MEMORY // 2))
    assert run(*line).status == 0


def test_registers_in_the_midst_of_memory_leave_room_behind_them() -> None:
    """The words of HTIF are registers, wherever an image has them."""
    words = ".balign 8\n.globl tohost, fromhost\ntohost: .dword 0\nfromhost: .dword 0\n"
    firmware = guests.assemble(guests.finishing(guests.PASS) + words)
    finished = run("-M", f"virt,firmware={firmware}")
    assert (finished.status, finished.err) == (0, "")
