# SPDX-License-Identifier: Apache-2.0
"""The machines that come with the program, as their descriptions have them."""

import re

from tests.support.emulator import ROOT

FOLDER = ROOT / "machines"


def shipped() -> list[str]:
    """Names all of them, in order."""
    texts = [path.read_text("utf-8") for path in FOLDER.glob("*.json")]
    return sorted(found[1] for text in texts if (found := re.search(r'"machine": "([^"]+)"', text)))


def place_of_node(machine: str, node: str) -> str:
    """Gives FILE:LINE:COLUMN of what describes a node."""
    lines = (FOLDER / f"{machine}.json").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if (column := line.find(f'"{node}": {{', 0, 24)) >= 0 and "default" not in line:
            return f"machines/{machine}.json:{number}:{line.index('{', column) + 1}"
    raise AssertionError(f"{machine} has no node {node}")
