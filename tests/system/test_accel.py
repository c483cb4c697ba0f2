# SPDX-License-Identifier: Apache-2.0
"""How the interpreter runs harts: a thread for each, or guest time counted in instructions."""

import re
import time
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import FIRMWARE, KERNEL, Emulator, run, virt
from tests.support.gdb_remote import FIRST_CSR, connect
from tests.system.test_gdb import counter_symbol, counters

THREADS = ("--accel", "interp,threads=on")
ROUNDS = 20000
INSTRET, TIME = FIRST_CSR + 0xB02, FIRST_CSR + 0xC01


def meeting(cpus: int) -> Path:
    """Gives a guest whose harts count together: under a lock, by an AMO, and by lr and sc.

    The first one checks the counts when all are done.
    """
    return guests.assemble(
        f"""
        la   a0, words
        li   s0, {ROUNDS}
        li   t1, 1
    round:
        amoswap.w.aq t0, t1, (a0)
        bnez t0, round
        ld   t2, 8(a0)
        addi t2, t2, 1
        sd   t2, 8(a0)
        fence rw, w
        sw   zero, 0(a0)
        addi t3, a0, 16
        amoadd.d zero, t1, (t3)
        addi t3, a0, 24
    1:  lr.d t4, (t3)
        addi t4, t4, 1
        sc.d t5, t4, (t3)
        bnez t5, 1b
        addi s0, s0, -1
        bnez s0, round
        fence
        addi t3, a0, 32
        amoadd.d zero, t1, (t3)
        csrr t0, mhartid
        bnez t0, park
        li   t4, {cpus}
    1:  ld   t2, 32(a0)
        bne  t2, t4, 1b
        fence
        li   t4, {cpus * ROUNDS}
        ld   t2, 8(a0)
        bne  t2, t4, wrong
        ld   t2, 16(a0)
        bne  t2, t4, wrong
        ld   t2, 24(a0)
        bne  t2, t4, wrong
        {guests.finishing(guests.PASS)}
    wrong:
        {guests.finishing(guests.fail(1))}
    park:
        wfi
        j    park
        .balign 64
    words:
        .zero 64
        """
    )


# Ten timer interrupts, a millisecond apart, with waiting and counting in between; each prints the
# time and the instructions of the hart, in hexadecimal.
TICKING = """
    csrr t0, mhartid
    bnez t0, park
    la   t0, tick
    csrw mtvec, t0
    li   s0, 10
    li   s1, 0x200bff8
    li   s2, 0x2004000
    li   s3, 0x10000000
    ld   s4, 0(s1)
next:
    li   t0, 10000
    add  s4, s4, t0
    sd   s4, 0(s2)
    li   t0, 0x80
    csrs mie, t0
    csrsi mstatus, 8
    andi t0, s0, 1
    beqz t0, wait
1:  addi s5, s5, 1
    j    1b
wait:
    wfi
    j    wait
    .balign 4
tick:
    csrr s6, minstret
    ld   s7, 0(s1)
    li   t0, -1
    sd   t0, 0(s2)
    mv   a0, s7
    call print
    mv   a0, s6
    call print
    addi s0, s0, -1
    la   t0, next
    csrw mepc, t0
    beqz s0, done
    mret
print:
    li   t0, 60
1:  srl  t1, a0, t0
    andi t1, t1, 15
    addi t1, t1, '0'
    li   t2, '9'
    ble  t1, t2, 2f
    addi t1, t1, 39
2:  sb   t1, 0(s3)
    addi t0, t0, -4
    bgez t0, 1b
    li   t1, ' '
    sb   t1, 0(s3)
    ret
park:
    wfi
    j    park
done:
    FINISH
"""


def ticking() -> Path:
    """Gives the guest above."""
    return guests.assemble(TICKING.replace("FINISH", guests.finishing(guests.PASS)))


@pytest.mark.parametrize("cpus", [1, 4, 8])
def test_harts_with_threads_of_their_own_count_together(cpus: int) -> None:
    finished = run("-M", f"virt,cpus={cpus},firmware={meeting(cpus)}", *THREADS)
    assert (finished.status, finished.err) == (0, "")


def test_harts_that_take_turns_count_together() -> None:
    assert run("-M", f"virt,cpus=4,firmware={meeting(4)}").status == 0
    assert run("-M", f"virt,cpus=4,firmware={meeting(4)}", "--accel", "interp,icount=1").status == 0


def test_firmware_boots_on_threads() -> None:
    with Emulator(*virt(cpus=4, firmware=FIRMWARE, kernel=KERNEL), *THREADS) as machine:
        said = machine.hear("Hit any key to stop autoboot")
        assert re.search(r"Platform HART Count +: 4\r", said), said
        machine.type("\n")
        machine.hear("=> ")
        assert "U-Boot 20" in machine.ask("version")
        machine.type("poweroff\n")
        assert machine.wait() == 0


def test_threads_stop_and_go_on() -> None:
    with Emulator(*counters(4), *THREADS) as machine:
        for _ in range(50):
            machine.monitor.execute("cont")
            machine.monitor.execute("stop")
        machine.monitor.execute("cont")
        machine.monitor.execute("system_reset")
        assert machine.monitor.state() == "running"


def test_threads_stop_at_breakpoints_and_step() -> None:
    store, words = counter_symbol("store"), counter_symbol("words")
    with Emulator(*counters(4), *THREADS, "-S") as machine, connect(machine) as gdb:
        gdb.ask(f"Z0,{store:x},4")
        stopped = {gdb.resume() for _ in range(20)}
        assert stopped <= {f"T05thread:p1.{one};swbreak:;" for one in range(1, 5)}
        gdb.ask(f"z0,{store:x},4")
        gdb.ask("Hgp1.2")
        retired = gdb.register(INSTRET)
        assert gdb.resume("s:p1.2") == "T05thread:p1.2;"
        assert gdb.register(INSTRET) == retired + 1
        gdb.ask(f"Z2,{words + 24:x},8")
        assert gdb.resume() == f"T05thread:p1.4;watch:{words + 24:x};"


def test_snapshot_of_threads(tmp_path: Path) -> None:
    with Emulator(*counters(4), *THREADS) as machine:
        machine.monitor.wait_state("running")
        machine.monitor.execute("stop")
        machine.monitor.execute("migrate", {"uri": f"file:{tmp_path}/guest"})
        machine.monitor.wait_state("postmigrate")
    with Emulator(*counters(4), *THREADS, "-S") as machine:
        machine.monitor.execute("migrate-await")
        machine.monitor.execute("migrate-incoming", {"uri": f"file:{tmp_path}/guest"})
        machine.monitor.wait_state("paused")
        machine.monitor.execute("cont")


def traced(shift: int) -> tuple[str, list[int]]:
    """Runs the guest that ticks: what it said, and each hart's instructions and time at the end."""
    options = ("--accel", f"interp,icount={shift}", "--no-shutdown", "-S")
    with Emulator(*virt(cpus=2, firmware=ticking()), *options) as machine:
        machine.monitor.execute("cont")
        machine.monitor.wait_state("shutdown")
        with connect(machine) as gdb:
            numbers = []
            for thread in ("p1.1", "p1.2"):
                gdb.ask(f"Hg{thread}")
                numbers += [gdb.register(INSTRET), gdb.register(TIME)]
        said = machine.hear(" ") + machine.drain()
    return said, numbers


@pytest.mark.parametrize("shift", [0, 3, 10])
def test_counted_runs_are_the_same(shift: int) -> None:
    first = traced(shift)
    assert traced(shift) == first
    numbers = [word for word in first[0].split() if word[0] != "{"]  # accel-set prints, too
    times = [int(word, 16) for word in numbers[::2]]
    assert len(times) == 10
    # A tick is 100 ns: each interrupt comes a millisecond after the one before, and is taken within
    # the few instructions that its handler needs to look.
    late = [time - 10000 * number for number, time in enumerate(times, 1)]
    assert all(0 <= each <= (1 << shift) for each in late), late


def test_counted_time_does_not_wait() -> None:
    guest = guests.assemble(
        f"""
        li   s1, 0x200bff8
        li   s2, 0x2004000
        ld   t0, 0(s1)
        li   t1, 6000000000     # ten minutes
        add  t0, t0, t1
        sd   t0, 0(s2)
        li   t0, 0x80
        csrs mie, t0
        wfi
        {guests.finishing(guests.PASS)}
        """
    )
    began = time.monotonic()
    assert run("-M", f"virt,firmware={guest}", "--accel", "interp,icount=3").status == 0
    assert time.monotonic() - began < 30


def test_time_cannot_be_counted_by_several_threads() -> None:
    finished = run("-M", "virt", "--accel", "interp,threads=on,icount=3", "-S", "--quit")
    assert finished.status == 1 and "icount needs threads=off" in finished.err
    finished = run("-M", "virt", "--accel", "interp,icount=11", "-S", "--quit")
    assert finished.status == 1 and "icount" in finished.err


def test_query_config_tells_how_harts_run() -> None:
    with Emulator("-M", "virt", "--accel", "interp,icount=3", "-S") as machine:
        config = machine.monitor.execute("query-config")["config"]
        assert config["accel"]["icount"] == 3
        where = {"path": "/accel", "property": "icount"}
        assert machine.monitor.execute("qom-get", where) == 3
