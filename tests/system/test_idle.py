# SPDX-License-Identifier: Apache-2.0
"""A guest that waits takes next to nothing of the host's processors."""

import time
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator, virt

TICKS = 50
TICKS_PER_S = 25
TIMEBASE_HZ = 10_000_000
MOST = 0.02

# Waits, and wakes 25 times a second, as a kernel does that has nothing to do; says so when that
# begins and when it ends.
WAITING = f"""
    csrr t0, mhartid
    bnez t0, park
    li   s0, {TICKS}
    li   s1, 0x200bff8
    li   s2, 0x2004000
    li   s3, 0x10000000
    li   t0, 0x80
    csrw mie, t0
    li   t0, '<'
    sb   t0, 0(s3)
    ld   s4, 0(s1)
next:
    li   t0, {TIMEBASE_HZ // TICKS_PER_S}
    add  s4, s4, t0
    sd   s4, 0(s2)
1:  wfi
    csrr t0, mip
    andi t0, t0, 0x80
    beqz t0, 1b
    addi s0, s0, -1
    bnez s0, next
    li   t0, '>'
    sb   t0, 0(s3)
    li   t0, -1
    sd   t0, 0(s2)
park:
    wfi
    j    park
"""


def cpu_seconds(process: int) -> float:
    """What all threads of a process have had of the processors."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text("ascii").split()[0]) for thread in threads) / 1e9


@pytest.mark.parametrize("accelerator", ["interp", "interp,threads=on"])
def test_a_guest_that_waits_for_its_timer_takes_no_processor(accelerator: str) -> None:
    firmware = str(guests.assemble(WAITING))
    with Emulator(*virt(firmware=firmware, cpus="2"), "--accel", accelerator) as emulator:
        emulator.hear("<")
        began, before = time.monotonic(), cpu_seconds(emulator.process.pid)
        emulator.hear(">")
        used = cpu_seconds(emulator.process.pid) - before
        share = used / (time.monotonic() - began)
    assert share < MOST
