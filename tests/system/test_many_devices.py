# SPDX-License-Identifier: Apache-2.0
"""Machines of thousands of devices: what they take grows as the devices do."""

import json
import resource
import subprocess
from pathlib import Path

from tests.support.boards import many_uarts
from tests.support.emulator import PROGRAM, ROOT, Emulator

FEW, MANY = 1024, 8192
# In proportion it is 8 times as much; if it were the square, 64 times.
MOST = 24.0


def board(folder: Path, devices: int) -> Path:
    """Writes a configuration of so many mapped uarts."""
    path = folder / f"{devices}.json"
    path.write_text(json.dumps(many_uarts(devices)))
    return path


def seconds(*arguments: str) -> float:
    """Runs the emulator to its end, and gives the processor's time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, *arguments], cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_time_grows_as_the_devices_do(tmp_path: Path) -> None:
    few, many = (
        min(seconds("--config", str(board(tmp_path, count)), "--until", "prelaunch") for _ in "12")
        for count in (FEW, MANY)
    )
    assert many < MOST * few, f"{few:.3f} s for {FEW} devices, {many:.3f} s for {MANY}"


def test_all_of_them_are_there(tmp_path: Path) -> None:
    with Emulator("--config", str(board(tmp_path, MANY)), "-S") as machine:
        tree = machine.monitor.execute("query-tree", {"path": "/machine"})
        names = {child["name"] for child in tree["children"]}
        assert {f"extra{i}" for i in range(MANY)} <= names
        taken = 0x2000_0000 + 0x1000 * (MANY - 1)
        error = machine.monitor.error("map", {"region": "uart0:regs", "at": taken, "into": "bus"})
        assert f"would overlap extra{MANY - 1}:regs" in error.desc
