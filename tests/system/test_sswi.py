# SPDX-License-Identifier: Apache-2.0
"""Supervisor software interrupts by registers: one hart wakes another, which clears them."""

from pathlib import Path

import pytest

from tests.support import guests
from tests.support.device_trees import decompiled
from tests.support.emulator import run, virt

WAKER = f"""
    li s0, 0x10000000
    li s1, 0x2f00000
    li t0, 2                # SSIP
    csrr a0, mhartid
    bnez a0, other
    csrw mideleg, t0
    csrw mie, t0
1:  wfi
    csrr t1, sip
    and t1, t1, t0
    beqz t1, 1b
    li t2, 'w'
    sb t2, 0(s0)
    csrc sip, t0
    csrr t1, mip
    and t1, t1, t0
    lw t2, 0(s1)
    or t1, t1, t2
    addi t1, t1, '0'        # neither the hart nor the register has it still
    sb t1, 0(s0)
    {guests.finishing(guests.PASS)}
other:
    li t1, 1
    sw t1, 0(s1)
1:  j 1b
"""


@pytest.mark.parametrize("aia", ["none", "aplic-imsic"])
def test_a_hart_wakes_another(aia: str) -> None:
    done = run(*virt(firmware=guests.assemble(WAKER), cpus=2, aclint="on", aia=aia))
    assert (done.out, done.status) == ("w0", 0)


def test_a_guest_is_told_of_it_where_it_is(tmp_path: Path) -> None:
    blob = tmp_path / "tree.dtb"
    for option, is_there in (("on", True), ("off", False)):
        run("-M", f"virt,cpus=2,aclint={option}", "--dumpdtb", str(blob), "-S", "--quit")
        tree = decompiled(blob)
        assert ("sswi@2f00000 {" in tree) is is_there
        assert ('compatible = "riscv,aclint-sswi";' in tree) is is_there
