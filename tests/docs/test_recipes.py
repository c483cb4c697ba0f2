# SPDX-License-Identifier: Apache-2.0
"""Follows docs/add-a-*.md in a copy of the repository, one after the other.

The phase comes first: everything is compiled anew after it, and after the others only little.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.markdown import follow
from tests.support.emulator import ROOT


@pytest.fixture(name="copy", scope="module")
def _copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Gives a copy of all files, configured; ccache makes its builds short (CMakePresets.json)."""
    root = tmp_path_factory.mktemp("recipes") / "coldplug"
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in set(names.split("\0")):
        if (ROOT / name).is_file():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    subprocess.run(["cmake", "--preset", "release"], cwd=root, check=True, capture_output=True)
    yield root
    shutil.rmtree(root)


@pytest.mark.parametrize("name", ["add-a-phase", "add-a-command", "add-a-device"])
def test_recipe_leads_where_it_says(copy: Path, name: str) -> None:
    follow(copy / "docs" / f"{name}.md", copy)
