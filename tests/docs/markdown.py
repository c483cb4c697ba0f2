# SPDX-License-Identifier: Apache-2.0
"""Reads the fenced blocks of a page, and does what they say. docs/README.md explains the fences."""

import re
import subprocess
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

_FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
TIMEOUT_S = 1200


@dataclass(frozen=True)
class Block:
    """A fenced block."""

    where: str
    language: str
    rest: str
    """What stands after the language: how it is to be taken, or a file's name."""
    text: str


def blocks(page: Path) -> list[Block]:
    """Lists the blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = []
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        language, _, rest = match[1].partition(" ")
        found.append(Block(f"{page.name}:{line}", language, rest, match[2]))
    return found


def pairs(listed: list[Block]) -> list[tuple[Block, Block | None]]:
    """Lists blocks, each with the next one."""
    return list(zip_longest(listed, listed[1:]))


def run(block: Block, root: Path) -> str:
    """Runs a block in a shell, from the root, and gives what it prints."""
    process = subprocess.run(
        ["bash", "-e", "-c", block.text],
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert process.returncode == 0, f"{block.where}: {process.returncode}\n{process.stdout[-4000:]}"
    return process.stdout


def change(block: Block, root: Path) -> None:
    """Makes a change: the old lines of each piece stand in the file once, and give way."""
    header, _, body = block.text.partition("\n")
    path = root / header.removeprefix("--- ")
    for piece in body.removeprefix("@@\n").split("\n@@\n"):
        lines = piece.splitlines()
        old = "\n".join(line[1:] for line in lines if not line.startswith("+")) + "\n"
        new = "\n".join(line[1:] for line in lines if not line.startswith("-")) + "\n"
        text = path.read_text("utf-8")
        assert (
            text.count(old) == 1
        ), f"{block.where}: {text.count(old)} times in {path.name}:\n{old}"
        path.write_text(text.replace(old, new), "utf-8")


def is_output(awaited: str, printed: str) -> bool:
    """Tells whether a block printed at its end what the page shows; `...` stands for anything."""
    pattern = r"[\s\S]*".join(re.escape(part) for part in awaited.strip().split("..."))
    return re.search(pattern + r"\s*\Z", printed) is not None


def follow(page: Path, root: Path) -> None:
    """Does what a page says, from its top to its end."""
    printed = ""
    for block in blocks(page):
        if block.language == "sh" and block.rest == "run":
            printed = run(block, root)
        elif block.language == "text" and block.rest == "output":
            assert is_output(block.text, printed), f"{block.where}: {printed[-4000:]}"
        elif block.language == "diff":
            change(block, root)
        elif block.rest:
            path = root / block.rest
            assert not path.exists(), f"{block.where}: {block.rest} is there already"
            path.write_text(block.text, "utf-8")
