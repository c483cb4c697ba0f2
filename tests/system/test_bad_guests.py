# SPDX-License-Identifier: Apache-2.0
"""Guests that do what no guest should: the machine goes on, and so do its monitors."""

import time
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.device_trees import facts
from tests.support.emulator import Emulator, run, virt
from tests.system.test_idle import cpu_seconds

ACCELERATORS = ["interp", "interp,threads=on"]
# Of a guest that has come to its end.
DONE = 7


def devices_of_virt(tmp_path: Path) -> list[int]:
    """Where registers are; not those that end the guest."""
    blob = tmp_path / "tree.dtb"
    run("-M", "virt,cpus=2,pci=on,aclint=on", "--dumpdtb", str(blob), "-S", "--quit")
    found = sorted(facts(blob).devices)
    return [address for address in found if address != 0x10_0000]


def test_registers_are_accessed_in_every_width_and_nowhere_aligned(tmp_path: Path) -> None:
    places = devices_of_virt(tmp_path)
    assert len(places) > 8
    tables = "\n".join(f"    .dword {address:#x}" for address in places)
    accesses = "\n".join(
        f"    {load} t0, {offset}(a0)\n    {store} t0, {offset}(a0)"
        for load, store in (("lb", "sb"), ("lhu", "sh"), ("lw", "sw"), ("ld", "sd"))
        for offset in range(-8, 72)
    )
    program = guests.assemble(
        f"""
        la   t0, handler
        csrw mtvec, t0
        la   s0, places
        li   s1, {len(places)}
    next:
        ld   a0, 0(s0)
    {accesses}
        li   t0, 1
        amoadd.w t0, t0, (a0)
        lr.w t0, (a0)
        sc.w t0, t0, (a0)
        jalr ra, 0(a0)
        addi s0, s0, 8
        addi s1, s1, -1
        bnez s1, next
        {guests.finishing(guests.fail(DONE))}
        .balign 4
    handler:
        csrr t6, mcause
        li   t5, 1
        bne  t6, t5, 2f
        csrw mepc, ra       # it has jumped there
        mret
    2:  csrr t6, mepc
        lhu  t5, 0(t6)
        andi t5, t5, 3
        addi t6, t6, 2
        li   t4, 3
        bne  t5, t4, 1f
        addi t6, t6, 2
    1:  csrw mepc, t6
        mret
        .balign 8
    places:
    {tables}
        """
    )
    done = run(*virt(firmware=program, cpus=2, pci="on", aclint="on"))
    assert done.status == DONE, done.err


@pytest.mark.parametrize("accelerator", ACCELERATORS)
@pytest.mark.parametrize(
    "handler",
    [
        "mret",
        "wfi\n mret",
        "csrci mstatus, 8\n csrsi mstatus, 8\n j handler",
        "li t0, 0x10000000\n sb t0, 0(t0)\n mret",
    ],
    ids=["at-once", "waiting", "nested", "printing"],
)
def test_a_storm_of_interrupts_leaves_monitors_alone(accelerator: str, handler: str) -> None:
    """The timer's interrupt, which nobody ever clears."""
    program = guests.assemble(
        f"""
        la   t0, handler
        csrw mtvec, t0
        li   t0, 0x80
        csrw mie, t0
        li   t1, 0x2004000
        sd   zero, 0(t1)
        sd   zero, 8(t1)
        csrsi mstatus, 8
    1:  j    1b
        .balign 4
    handler:
        {handler}
        """
    )
    serial = (
        "--object",
        "chardev-null,id=void",
        "-M",
        f"virt,serial=void,cpus=2,firmware={program}",
    )
    with Emulator(*serial, "--accel", accelerator) as machine:
        monitor = machine.monitor
        for _ in range(50):
            assert monitor.state() == "running"
        monitor.execute("stop")
        monitor.execute("system_reset")
        monitor.execute("cont")
        assert monitor.state() == "running"
        monitor.execute("quit")
        assert machine.wait() == 0


@pytest.mark.parametrize("accelerator", ACCELERATORS)
def test_waiting_for_nothing_costs_nothing_and_can_be_ended(accelerator: str) -> None:
    program = guests.assemble("csrw mie, zero\n1: wfi\n j 1b")
    with Emulator(*virt(firmware=program, cpus=4), "--accel", accelerator) as machine:
        monitor = machine.monitor
        before, began = cpu_seconds(machine.process.pid), time.monotonic()
        time.sleep(0.5)
        share = (cpu_seconds(machine.process.pid) - before) / (time.monotonic() - began)
        assert share < 0.1
        for command in ("stop", "cont", "system_reset", "quit"):
            monitor.execute(command)
        assert machine.wait() == 0


def test_bars_on_top_of_memory_and_of_each_other_hide_nothing(tmp_path: Path) -> None:
    """Two cards, and all places where a BAR should not be; memory is what it was."""
    log = tmp_path / "guest.log"
    program = guests.assemble(
        f"""
        .equ ECAM, 0x30000000
        la   s0, places
        li   s1, 12
        li   s2, ECAM + 0x8000      # function 1.0
        li   s3, ECAM + 0x10000     # function 2.0
        la   s5, word
        li   s6, 0x123456789
    next:
        sd   s6, 0(s5)
        lwu  t0, 0(s0)
        lwu  t1, 4(s0)
        li   t3, 6                  # memory and bus master
        sh   zero, 4(s2)
        sw   t0, 0x20(s2)           # BAR 4 has 64 bits
        sw   t1, 0x24(s2)
        sw   t0, 0x20(s3)
        sw   t1, 0x24(s3)
        sw   t0, 0x14(s2)
        sh   t3, 4(s2)
        sh   t3, 4(s3)
        ld   t4, 0(s5)
        bne  t4, s6, wrong
        addi s6, s6, 1
        sd   s6, 0(s5)
        ld   t4, 0(s5)
        bne  t4, s6, wrong
        lw   t5, 0(s2)              # the function is still what it is
        lw   t6, 0(s3)
        li   t0, 0x1af4
        slli t5, t5, 48
        srli t5, t5, 48
        bne  t5, t0, wrong
        addi s0, s0, 8
        addi s1, s1, -1
        bnez s1, next
        {guests.finishing(guests.fail(DONE))}
    wrong:
        {guests.finishing(guests.fail(1))}
        .balign 4096
    word:
        .dword 0
        .balign 8
    places:
        .dword 0x80000000, word, 0x30000000, 0x30008000, 0x10000000, 0xc000000
        .dword 0x2000000, 0x40000000, 0, 0xfffffffffffff000, 0x400000000, 0x7fffffff0
        """
    )
    done = run(
        *("--object", f"chardev-file,id=line,out={log}"),
        *("-M", f"virt,serial=line,pci=on,firmware={program}"),
        *("--device", "virtio-rng-pci,id=one,bus=pcie,addr=1"),
        *("--device", "virtio-rng-pci,id=two,bus=pcie,addr=2"),
    )
    assert done.status == DONE, done.err


@pytest.mark.parametrize("accelerator", ACCELERATORS)
def test_bars_move_under_harts_that_use_them(accelerator: str) -> None:
    """One hart moves the registers of a card to and fro; three access both places all the time."""
    program = guests.assemble(
        f"""
        .option norvc               # so that a trap can pass over any of them
        la   t0, handler
        csrw mtvec, t0
        li   s2, 0x30008000         # function 1.0
        li   s3, 0x40000000
        li   s4, 0x40100000
        li   s5, 6
        li   s6, 3000
        csrr t0, mhartid
        bnez t0, user
    mover:
        sh   zero, 4(s2)
        sw   s3, 0x20(s2)
        sw   zero, 0x24(s2)
        sh   s5, 4(s2)
        lw   t0, 0(s3)
        sw   s4, 0x20(s2)
        sw   t0, 0(s4)
        addi s6, s6, -1
        bnez s6, mover
        {guests.finishing(guests.fail(DONE))}
    user:
        lw   t0, 0(s3)
        sw   t0, 0x14(s4)
        amoadd.w t0, t0, (s3)
        lw   t0, 0x14(s4)
        sb   t0, 0x14(s3)
        j    user
        .balign 4
    handler:
        csrr t6, mepc
        addi t6, t6, 4
        csrw mepc, t6
        mret
        """
    )
    done = run(
        *("-M", f"virt,cpus=4,pci=on,firmware={program}", "--accel", accelerator),
        *("--device", "virtio-rng-pci,id=one,bus=pcie,addr=1"),
    )
    assert done.status == DONE, done.err


def test_page_tables_in_registers_and_in_nothing_are_faults() -> None:
    program = guests.assemble(
        f"""
        li   s1, 5
        la   s0, places
        li   t0, -1
        csrw pmpaddr0, t0
        li   t0, 0x1f
        csrw pmpcfg0, t0
    next:
        la   t0, handler
        csrw mtvec, t0
        ld   t0, 0(s0)
        csrw satp, t0
        sfence.vma
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, below
        csrw mepc, t0
        mret
    below:
        nop
        j    wrong              # it had no page to run from
        .balign 4
    handler:
        csrr t0, mcause
        li   t1, 1              # of a table that is none: an access fault of the fetch
        beq  t0, t1, 1f
        li   t1, 12             # of an entry that is none: a page fault
        bne  t0, t1, wrong
    1:  addi s0, s0, 8
        addi s1, s1, -1
        bnez s1, next
        {guests.finishing(guests.fail(DONE))}
    wrong:
        {guests.finishing(guests.fail(1))}
        .balign 8
    places:                     # a uart, a PLIC, nothing, the end of memory, beyond all
        .dword 0x8000000000010000, 0x800000000000c000, 0x8000000000000fff
        .dword 0x8000000000087fff, 0x80000fffffffffff
        """
    )
    assert run(*virt(firmware=program)).status == DONE


@pytest.mark.parametrize("accelerator", ACCELERATORS)
def test_code_that_another_hart_writes_is_one_or_the_other(accelerator: str) -> None:
    """A hart calls a function again and again, and another one rewrites that without any fence."""
    program = guests.assemble(
        f"""
        la   s0, function
        li   s1, 0x00100513     # li a0, 1
        li   s2, 0x00200513     # li a0, 2
        li   s3, 20000
        csrr t0, mhartid
        bnez t0, writer
    caller:
        fence.i
        jalr ra, 0(s0)
        addi t0, a0, -1
        beqz t0, 1f
        addi t0, a0, -2
        bnez t0, wrong
    1:  addi s3, s3, -1
        bnez s3, caller
        {guests.finishing(guests.fail(DONE))}
    wrong:
        {guests.finishing(guests.fail(1))}
    writer:
        sw   s1, 0(s0)
        sw   s2, 0(s0)
        j    writer
        .balign 64
    function:
        .word 0x00100513
        ret
        """
    )
    done = run(*virt(firmware=program, cpus=2), "--accel", accelerator)
    assert done.status == DONE
