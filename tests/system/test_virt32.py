# SPDX-License-Identifier: Apache-2.0
"""The machine `virt32`: that of 64 bits with other harts."""

from pathlib import Path

from tests.support import guests
from tests.support.emulator import run

# A number that two adds of 32 bits wrap around, and paging by Sv32: only if both are as they must
# be is the letter sent. The page of 4 MiB at 0x80000000 maps itself, that at 0x40000000 the uart.
PROGRAM = """
    la   t0, table
    addi t2, t0, 0x400
    li   t1, 0x200000cf
    sw   t1, 0x400(t2)
    li   t1, 0x040000c7
    sw   t1, 0(t2)
    srli t0, t0, 12
    li   t1, 0x80000000
    or   t0, t0, t1
    csrw satp, t0
    li   t0, -1
    csrw pmpaddr0, t0
    li   t0, 0x1f
    csrw pmpcfg0, t0
    la   t0, supervisor
    csrw mepc, t0
    li   t0, 0x800
    csrs mstatus, t0
    la   t0, off
    csrw mtvec, t0
    mret
supervisor:
    li   t0, 0xffffffff
    addi t0, t0, 2
    li   t1, 0x40000000
    addi t2, t0, 'A' - 1
    sb   t2, 0(t1)
    ecall
off:
    li   t0, 0x100000
    li   t1, 0x5555
    sw   t1, 0(t0)
1:  j 1b
    .balign 4096
table:
    .zero 4096
"""


def test_its_harts_have_32_bits(tmp_path: Path) -> None:
    log = tmp_path / "serial.log"
    program = guests.assemble(PROGRAM, guests.ABI_32)
    line = ("--object", f"chardev-file,id=line,out={log}")
    finished = run(*line, "-M", f"virt32,serial=line,firmware={program}")
    assert (finished.status, finished.err) == (0, "")
    assert log.read_text("utf-8") == "A"


def test_its_memory_is_what_32_bits_reach() -> None:
    finished = run("-M", "virt32,memory=3G", "-S", "--quit")
    assert finished.status == 1
    assert "harts of 32 bits reach 2G at most" in finished.err
