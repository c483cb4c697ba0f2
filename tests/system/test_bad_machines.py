# SPDX-License-Identifier: Apache-2.0
"""Wrong descriptions, asked about in each of the ways that there are: the answers are the same.

What is wrong with every one of them is tested in tests/unit/machine/bad_machines_test.cpp.
"""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.emulator import ROOT, Emulator, run

BAD = ROOT / "tests" / "machines" / "bad"
# Of each element of the language the first document and the last one.
SAMPLES = [
    document
    for element in sorted(BAD.iterdir())
    for document in (sorted(element.glob("*.err"))[0], sorted(element.glob("*.err"))[-1])
]


def path_of(expected: Path) -> str:
    return str(expected.with_suffix(".json").relative_to(ROOT))


def faults_in(expected: Path) -> list[str]:
    return expected.read_text("utf-8").splitlines()


def without_folders(lines: list[str], expected: Path) -> list[str]:
    """The lines as the file has them, which names documents beside it by their names alone."""
    beside = f"{expected.parent.relative_to(ROOT)}/"
    return [line.replace(beside, "").replace("tests/machines/", "") for line in lines]


@pytest.mark.parametrize("expected", SAMPLES, ids=path_of)
def test_faults_are_the_same_however_they_are_asked_for(expected: Path) -> None:
    path = path_of(expected)
    checked = subprocess.run(
        [ROOT / "tools" / "machine", "check", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1
    planned = run("--plan", f"type={path}", "--output", "json", "--quit")
    assert planned.status == 0
    plan = json.loads(planned.out)
    assert not plan["commands"] or "(" in plan["errors"][0]  # what only building would find
    for faults in (checked.stderr.splitlines(), plan["errors"]):
        assert without_folders(faults, expected) == faults_in(expected)


def test_faults_are_the_same_over_qmp() -> None:
    with Emulator("--until", "no-machine") as machine:
        for expected in SAMPLES:
            plan = machine.monitor.execute("machine-plan", {"type": path_of(expected)})
            assert without_folders(plan["errors"], expected) == faults_in(expected)


@pytest.mark.parametrize("expected", SAMPLES, ids=path_of)
def test_machine_is_not_made(expected: Path) -> None:
    done = run("--machine", path_of(expected), "--until-phase", "machine-initialized", "--quit")
    assert done.status == 1
    assert not done.out
