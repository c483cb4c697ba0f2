# SPDX-License-Identifier: Apache-2.0
"""The profiles of the shipped machines: each machine has two, and each builds its machine."""

from pathlib import Path

import pytest

from tests.support.emulator import ROOT, Emulator

FOLDER = ROOT / "machines" / "profiles"
PROFILES = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("profile", PROFILES, ids=[path.stem for path in PROFILES])
def test_a_profile_builds_its_machine(profile: Path, tmp_path: Path) -> None:
    with Emulator("--config", str(profile), "-S", cwd=tmp_path) as machine:
        assert machine.monitor.state() == "prelaunch"
        kind = machine.monitor.execute("query-config")["config"]["machine"]["type"]
        assert profile.stem in (kind, f"{kind}-minimal")


def test_each_machine_has_a_minimal_and_a_convenient_profile() -> None:
    with Emulator("--until", "no-machine") as machine:
        names = {info["name"] for info in machine.monitor.execute("query-machines")} - {"none"}
    wanted = {f"{name}{kind}" for name in names for kind in ("", "-minimal")}
    assert {path.stem for path in PROFILES} == wanted
