# SPDX-License-Identifier: Apache-2.0
"""Whether a generated file is well formed, as far as its language can be read here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from xml.etree import ElementTree

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SHELLS = {".bash": "bash", ".fish": "fish", ".zsh": "zsh"}


def fault(path: str, text: str) -> str:
    """What is wrong with a file; nothing if it is well formed, or nobody can tell."""
    suffix = "." + path.rpartition(".")[2]
    # Zsh finds its completion by the name alone.
    shell = "zsh" if path.rpartition("/")[2].startswith("_") and "." not in path else ""
    if shell := shell or _SHELLS.get(suffix, ""):
        return _shell_fault(shell, text)
    check = _CHECKS.get(suffix)
    return check(text) if check else ""


def _caught(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except (ValueError, SyntaxError, ElementTree.ParseError) as error:
        return str(error)
    return ""


def _shell_fault(shell: str, text: str) -> str:
    if shutil.which(shell) is None:
        return ""
    command = [shell, "--no-config", "-n"] if shell == "fish" else [shell, "-n"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return done.stderr or ("" if done.returncode == 0 else f"{shell} refuses it")


def _man_fault(text: str) -> str:
    """A line that begins with a dot or quote is a request, which is two letters here."""
    wrong = re.search(r"^(?:'|\.(?![A-Z]{1,2}\b|\\\"|[a-z]{2}\b)).*", text, re.MULTILINE)
    return f"no request: {wrong[0]}" if wrong else ""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.fault = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        name = dict(attrs).get("id")
        if name in self.ids:
            self.fault = f"two elements with the id {name}"
        if name is not None:
            self.ids.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.fault = self.fault or f"</{tag}> closes nothing at {self.getpos()}"


def _html_fault(text: str) -> str:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    return tags.fault or (f"<{tags.open[-1]}> is not closed" if tags.open else "")


_CHECKS: dict[str, Callable[[str], str]] = {
    ".json": partial(_caught, json.loads),
    ".py": partial(_caught, lambda text: compile(text, "generated", "exec")),
    ".svg": partial(_caught, ElementTree.fromstring),
    ".html": _html_fault,
    ".1": _man_fault,
    ".7": _man_fault,
}
