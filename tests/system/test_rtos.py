# SPDX-License-Identifier: Apache-2.0
"""An operating system of the other kind: small, for one purpose, its tasks driven by the timer."""

import pytest

from tests.support.emulator import CONSOLE, run
from tests.support.firmware import RTOS

SAID = "rtos\n{}sum 500500\ncomputed right: 1 1\n".format(
    "".join(f"time {number}: 2 ticks\n" for number in range(1, 6))
)


@pytest.mark.parametrize("machine", RTOS)
@pytest.mark.parametrize("accel", ["interp", "interp,icount=2", "interp,threads=on"])
def test_its_tasks_share_a_hart(machine: str, accel: str) -> None:
    program = RTOS[machine].build()
    # Guest time that follows the instructions makes what it says exact; with the host's clock a
    # tick may be late on a host that is busy.
    done = run(*CONSOLE, "-M", f"{machine},serial=console,firmware={program}", "--accel", accel)
    assert done.status == 0
    if "icount" in accel:
        assert done.out.endswith(SAID)
    else:
        assert done.out.endswith("sum 500500\ncomputed right: 1 1\n")
        assert done.out.count("time ") == 5
