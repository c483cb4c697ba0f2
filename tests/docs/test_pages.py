# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of README.md and of docs/, and follows their links."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.docs.markdown import Block, blocks, is_output, pairs, run
from tests.support.emulator import ROOT
from tests.support.patience import TIMEOUT_S

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# What is to be run, each with the block that follows it.
COMMANDS = [
    pair
    for page in PAGES
    if not page.name.startswith("add-a-")
    for pair in pairs(blocks(page))
    if pair[0].language == "sh" and pair[0].rest in ("run", "guest")
]
_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("block, after", COMMANDS, ids=[block.where for block, _ in COMMANDS])
def test_command_does_what_the_page_says(block: Block, after: Block | None) -> None:
    # The demo types by itself when nobody sits at a terminal.
    if block.rest == "run" or "tools/demo" in block.text:
        printed = run(block, ROOT)
        if after and (after.language, after.rest) == ("text", "output"):
            assert is_output(after.text, printed), f"{after.where}: {printed[-4000:]}"
        return
    typist = [str(ROOT / "tools" / "type-to-guest"), "bash", "-e", "-c", block.text]
    process = subprocess.run(
        typist, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    assert process.returncode == 0, f"{block.where}: {process.stdout}{process.stderr}"
    assert "U-Boot 20" in process.stdout


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_readme_shows_all_four_ways() -> None:
    guests = [block.text for block in blocks(ROOT / "README.md") if block.rest == "guest"]
    for way in ("--device", "--config", "--script", "client.py"):
        assert any(way in text for text in guests), way
