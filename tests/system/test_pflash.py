# SPDX-License-Identifier: Apache-2.0
"""Guests run from the flash of `virt`, find out what it is, and write to it. U-Boot is one."""

from pathlib import Path

from tests.support import flash_boot, guests
from tests.support.emulator import FIRMWARE, KERNEL, Emulator, run, virt
from tests.support.flash_boot import on_file

SECTOR = 256 << 10
FLASH_1 = 0x2200_0000

# Asks for the query table, erases the second sector, programs a word, and says what came of it.
WRITER = f"""
    li s0, {FLASH_1:#x}
    li t0, 0x00980098
    sw t0, 0x154(s0)
    lw t1, 0x40(s0)         # 'Q' of both chips
    li t2, 0x00510051
    li a0, 1
    bne t1, t2, fail
    li s1, {FLASH_1 + SECTOR:#x}
    li t0, 0x00200020
    sw t0, 0(s1)
    li t0, 0x00d000d0
    sw t0, 0(s1)
    call ready
    li t0, 0x00400040
    sw t0, 0(s1)
    li t0, 0x12345678
    sw t0, 0(s1)
    call ready
    li t0, 0x00ff00ff
    sw t0, 0(s0)
    lwu t1, 0(s1)
    li t0, 0x12345678
    li a0, 2
    bne t1, t0, fail
    {guests.finishing(guests.PASS)}
ready:
    lwu t1, 0(s1)
    li t2, 0x00800080
    and t3, t1, t2
    bne t3, t2, ready
    li a0, 3
    bne t1, t2, fail
    ret
fail:
    slli a0, a0, 16
    li t1, 0x3333
    or t1, t1, a0
    li t0, 0x100000
    sw t1, 0(t0)
1:  j 1b
"""


def test_what_a_guest_writes_is_there_the_next_time(tmp_path: Path) -> None:
    image, node = on_file(tmp_path, b"as it was")
    writer = guests.assemble(WRITER)
    done = run(*node, *virt(firmware=writer, pflash1="flash"))
    assert done.status == 0, done.err
    with open(image, "rb") as file:
        assert file.read(9) == b"as it was"
        file.seek(SECTOR)
        assert file.read(8) == bytes.fromhex("78563412ffffffff")


def test_flash_without_a_node_takes_the_same(tmp_path: Path) -> None:
    assert run(*virt(firmware=guests.assemble(WRITER))).status == 0
    image, node = on_file(tmp_path, b"")
    before = image.stat().st_mtime_ns
    read_only = (*node[:1], f"{node[1]},read-only=on")
    done = run(*read_only, *virt(firmware=guests.assemble(WRITER), pflash1="flash"))
    assert done.status == 3, "the blocks are locked"
    assert image.stat().st_mtime_ns == before


def test_firmware_runs_from_flash(tmp_path: Path) -> None:
    program = guests.finisher(guests.fail(5))
    _, node = on_file(tmp_path, flash_boot.raw(program))
    assert run(*node, *virt(pflash0="flash")).status == 5


def prompt(machine: Emulator) -> None:
    """Waits for U-Boot, and keeps it from booting."""
    machine.hear("Hit any key to stop autoboot")
    machine.type(" ")
    machine.hear("=> ")


def test_uboot_knows_the_flash() -> None:
    """U-Boot looks for narrow buses first, and takes what answers on 16 lines with its addresses
    shifted by one: the lower one of the two chips. It says the same on another emulator's `virt`,
    and reads and writes all of the bank nevertheless, as accesses of 16 bits reach both chips."""
    with Emulator(*virt(firmware=FIRMWARE, kernel=KERNEL)) as machine:
        prompt(machine)
        said = machine.ask("flinfo")
    assert "Bank # 1: CFI conformant flash (16 x 16)  Size: 16 MB in 128 Sectors" in said
    assert "Bank # 2: CFI conformant flash (16 x 16)  Size: 16 MB in 128 Sectors" in said
    assert "Intel Extended command set, Manufacturer ID: 0x89, Device ID: 0x0018" in said


STORED_AT, STORED = FLASH_1, 0x4000
SCRATCH = 0x8400_0000


def test_uboot_starts_from_flash_and_keeps_its_environment_there(tmp_path: Path) -> None:
    """By itself in machine mode, behind OpenSBI in supervisor mode: the second one finds what the
    first one has kept."""
    image, environment = on_file(tmp_path, b"", "environment")
    _, by_itself = on_file(tmp_path, flash_boot.contents(flash_boot.MACHINE), "machine")
    _, behind = on_file(tmp_path, flash_boot.contents(flash_boot.SUPERVISOR), "supervisor")
    flashes = virt(pflash0="machine", pflash1="environment")
    with Emulator(*by_itself, *environment, *flashes) as machine:
        prompt(machine)
        machine.ask("setenv kept across-runs")
        machine.ask(f"env export -c -s {STORED:#x} {SCRATCH:#x}")
        assert "Erased" in machine.ask(f"erase {STORED_AT:#x} +{SECTOR:#x}")
        assert "done" in machine.ask(f"cp.b {SCRATCH:#x} {STORED_AT:#x} {STORED:#x}")
        machine.monitor.execute("quit")
        assert machine.wait() == 0
    assert b"\0kept=across-runs\0" in image.read_bytes()[:STORED]
    flashes = virt(firmware=FIRMWARE, pflash0="supervisor", pflash1="environment")
    with Emulator(*behind, *environment, *flashes) as machine:
        machine.hear("OpenSBI")
        prompt(machine)
        machine.ask(f"env import -c {STORED_AT:#x} {STORED:#x}")
        assert "kept=across-runs" in machine.ask("printenv kept")
        machine.type("poweroff\n")
        assert machine.wait() == 0
