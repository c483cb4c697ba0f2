# SPDX-License-Identifier: Apache-2.0
"""Machines that can be made, and cannot be completed: nothing of them gets ready."""

from tests.support.emulator import ROOT, Emulator, run

UNSOUND = ROOT / "tests" / "machines" / "unsound"
DRAM = {"driver": "ram", "id": "dram", "size": 65536}


def faults_of(name: str) -> list[str]:
    """As they are said from the root of the project."""
    lines = (UNSOUND / f"{name}.err").read_text("utf-8").splitlines()
    return [line.replace("unsound/", "tests/machines/unsound/") for line in lines]


def test_all_faults_are_told_and_the_process_ends() -> None:
    done = run("-M", "tests/machines/unsound/harts.json", "--until-phase", "prelaunch", "--quit")
    assert done.status == 1
    told = [line.split("tests/", 1)[1] for line in done.err.splitlines()]
    assert told == [line.split("tests/", 1)[1] for line in faults_of("harts")]


def test_what_is_missing_can_be_added_before_the_machine_is_ready() -> None:
    with Emulator("-M", "none", "--until", "machine-initialized") as machine:
        monitor = machine.monitor
        monitor.execute("device_add", {"driver": "address-space", "id": "bus"})
        monitor.execute("device_add", {"driver": "riscv-cluster", "id": "cpus", "space": "bus"})
        refused = monitor.error("machine-done")
        assert refused.desc == "the harts of 'cpus' see no RAM: none is mapped into 'bus'"
        assert monitor.execute("query-machine-phase")["phase"] == "machine-initialized"
        monitor.execute("device_add", DRAM)
        monitor.execute("map", {"region": "dram", "at": 0x8000_0000, "into": "bus"})
        monitor.execute("machine-done")
