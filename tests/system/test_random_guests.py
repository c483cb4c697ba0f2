# SPDX-License-Identifier: Apache-2.0
"""Guests that read and write registers and memory by chance, with cards of all kinds plugged.

What they do depends on the seed alone, as long as a single hart does it. They never end: they are
ended when they have executed enough, or when nothing executes any more.
"""

import time
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator
from tests.support.jobs import job
from tests.support.qmp import Monitor

ENOUGH = 3_000_000  # instructions of hart 0

# Where they go, and how far: the bits of an offset. Not to the finisher, which would end them.
PLACES = [
    *((0x10_1000, 0xFF), (0x200_0000, 0xFFFF), (0xC00_0000, 0x3F_FFFF), (0xC20_0000, 0x7FFF)),
    *((0x1000_0000, 0xFF), (0x1010_0000, 0xFF)),
    *((0x1000_1000 + 0x1000 * slot, 0x1FF) for slot in range(8)),
    # Configuration space: all of bus 0, some functions, and buses behind root ports.
    *((0x3000_0000, 0xF_FFFF), (0x3000_8000, 0xFFF), (0x3004_0000, 0xFFF), (0x3010_0000, 0xFFFF)),
    *((0x4000_0000, 0xFFFF), (0x4000_0000, 0x7FF_FFFF)),
    *((0x8000_1000, 0xFFF), (0x8000_2000, 0xFFFF)),
]
ACCESSES = """
    sw sw sw sw lw sb sh sd ld lb lhu amoor.w amoadd.d csrsi csrci lw
""".split()
CARDS = [
    "virtio-blk,id=b0,bus=virtio[0],drive=null0",
    "virtio-net,id=n0,bus=virtio[1],netdev=net0",
    "virtio-console,id=c0,bus=virtio[2],chardev=void0",
    "virtio-rng,id=r0,bus=virtio[3]",
    "virtio-balloon,id=l0,bus=virtio[4]",
    "virtio-keyboard,id=k0,bus=virtio[5]",
    "virtio-blk-pci,id=b1,bus=pcie,addr=8,drive=null1",
    "virtio-net-pci,id=n1,bus=rp[0],netdev=net1",
]


def access(name: str) -> str:
    """Gives four instructions, of four bytes each."""
    if name.startswith("csr"):
        text = f"{name} mstatus, 8"
    elif name.startswith("amo"):
        text = f"{name} a2, a2, (a0)"
    else:
        text = f"{name} a2, 0(a0)"
    return f"    {text}\n    j next\n    nop\n    nop"


def guest(seed: int) -> str:
    """Gives a program that takes all its choices from a linear congruential generator."""
    places = "\n".join(f"    .dword {at:#x}, {bits:#x}" for at, bits in PLACES)
    accesses = "\n".join(access(name) for name in ACCESSES)
    program = guests.assemble(
        f"""
        .option norvc
        .macro turn
        mul  s0, s0, s1
        add  s0, s0, s2
        .endm
        la   t0, handler
        csrw mtvec, t0
        li   t0, 0x888
        csrw mie, t0
        csrr t1, mhartid
        li   s0, {seed * 1_000_003}
        add  s0, s0, t1
        li   s1, 6364136223846793005
        li   s2, 1442695040888963407
        la   s3, places
        li   s4, {len(PLACES)}
    next:
        turn
        srli t0, s0, 33
        remu t1, t0, s4
        slli t1, t1, 4
        add  t1, t1, s3
        ld   a0, 0(t1)
        ld   a1, 8(t1)
        turn
        srli t0, s0, 30
        and  t0, t0, a1
        srli t2, s0, 60
        li   t3, 3
        bltu t2, t3, 1f         # most are aligned
        andi t0, t0, -4
    1:  add  a0, a0, t0
        turn
        srli a2, s0, 20
        srli t2, s0, 61
        li   t3, 1
        bltu t2, t3, go         # any number
        beq  t2, t3, byte
        li   t3, 3
        bltu t2, t3, memory
        beq  t2, t3, bit
        andi a2, a2, 7
        j    go
    byte:
        andi a2, a2, 0xff
        j    go
    bit:
        andi a2, a2, 63
        li   t3, 1
        sll  a2, t3, a2
        j    go
    memory:
        li   t3, 0xfffff0
        and  a2, a2, t3
        li   t3, 0x80000000
        add  a2, a2, t3
    go:
        srli t2, s0, 57
        andi t2, t2, {len(ACCESSES) - 1}
        slli t2, t2, 4
        la   t3, accesses
        add  t3, t3, t2
        jr   t3
    accesses:
    {accesses}
        .balign 4
    handler:
        csrr t6, mcause
        bltz t6, interrupt
        csrr t6, mepc
        addi t6, t6, 4
        csrw mepc, t6
        mret
    interrupt:                  # no more of them, until the program wants some again
        li   t5, 0x80
        csrc mstatus, t5
        mret
        .balign 8
    places:
    {places}
        """
    )
    return str(program)


@pytest.mark.parametrize(
    "machine, accelerator",
    [
        ("cpus=1", "interp"),
        ("cpus=1,aia=aplic-imsic", "interp,icount=3"),
        ("cpus=2,aia=aplic", "interp"),
        ("cpus=4", "interp,threads=on"),
        ("cpus=4,aia=aplic-imsic", "interp,threads=on"),
    ],
)
@pytest.mark.parametrize("seed", range(1, 4))
def test_guests_by_chance_do_no_harm(
    machine: str, accelerator: str, seed: int, tmp_path: Path
) -> None:
    options = [f"virt,serial=void1,pci=on,root-ports=2,memory=64M,firmware={guest(seed)},{machine}"]
    backends = [word for number in range(2) for word in _backends(number)]
    cards = [word for card in CARDS for word in ("-d", card)]
    with Emulator(*backends, "-M", *options, "--accel", accelerator, *cards) as emulator:
        monitor = emulator.monitor
        where = {"path": "/machine/cpus/hart[0]", "property": "instructions"}
        before, now = -1, 0
        while before < now < ENOUGH and monitor.state() == "running":
            before = now
            time.sleep(0.2)
            now = monitor.execute("qom-get", where)
        ask_everything(monitor)
        draw_everything(monitor)
        # It may let go of a card as long as it runs.
        monitor.execute("stop")
        assert "error" not in job(monitor, "snapshot-save", "now", tmp_path)
        ask_everything(monitor)
        assert "error" not in job(monitor, "snapshot-load", "now", tmp_path)
        monitor.execute("system_reset")
        ask_everything(monitor)
        monitor.execute("quit")
        assert emulator.wait() == 0


def ask_everything(monitor: Monitor) -> None:
    """Gives all commands that only look a try; some want arguments, and say so."""
    for command in monitor.execute("query-commands"):
        if command["name"].startswith("query-"):
            monitor.send(command["name"])
            monitor.read_reply()


def draw_everything(monitor: Monitor) -> None:
    schema = {each["name"]: each for each in monitor.execute("query-qmp-schema")}
    members = schema[schema["query-graph"]["arg-type"]]["members"]
    kinds, formats = (schema[member["type"]]["members"] for member in members)
    for kind in kinds:
        for drawn in formats:
            arguments = {"kind": kind["name"], "format": drawn["name"]}
            assert monitor.execute("query-graph", arguments)["text"]


def _backends(number: int) -> tuple[str, ...]:
    return (
        *("--blockdev", f"null-co,node-name=null{number},size=16M"),
        *("--netdev", f"user,id=net{number},restrict=on"),
        *("--object", f"chardev-null,id=void{number}"),
    )
