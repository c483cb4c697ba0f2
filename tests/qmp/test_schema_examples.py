# SPDX-License-Identifier: Apache-2.0
"""Runs the examples that the schema's documentation gives, so that the manual cannot lie.

The examples of a schema file run one after the other against one machine, which is brought to a
phase that the command runs in; a new machine is started when that phase lies behind. In an answer,
an example may leave members and elements out.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulator import ROOT, Emulator
from tests.support.qmp import Message, Monitor

_EXAMPLE = re.compile(r"^# Example:\n#\n((?:# (?:->|<-|   ).*\n)+)", re.MULTILINE)
_DOC = re.compile(r"^##\n(?:#.*\n)*?##\n", re.MULTILINE)


@dataclass(frozen=True)
class Exchange:
    """A command, and what is to come back."""

    sent: Message
    awaited: Message


def exchanges(text: str) -> Iterator[Exchange]:
    """Yields the examples of commands in a schema file, in order."""
    for doc in _DOC.findall(text):
        for example in _EXAMPLE.findall(doc):
            lines = re.sub(r"^# ", "", example, flags=re.MULTILINE)
            messages = [
                (part[:2], json.loads(part[2:])) for part in re.split(r"\n(?=->|<-)", lines)
            ]
            for (arrow, sent), (_, awaited) in zip(messages, messages[1:]):
                if arrow == "->":
                    yield Exchange(sent, awaited)


SCHEMA = {
    str(path.relative_to(ROOT)): list(exchanges(path.read_text("utf-8")))
    for path in sorted((ROOT / "schema").rglob("*.json"))
}
EXAMPLES = {name: found for name, found in SCHEMA.items() if found}


class Stage:
    """Machines, one after the other, each brought to where a command can run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vm: Emulator | None = None

    def close(self) -> None:
        """Ends the machine."""
        if self._vm:
            self._vm.__exit__(None, None, None)
            self._vm = None

    def brought_to(self, command: str) -> Monitor:
        """Gives a monitor of a machine in a phase that the command runs in."""
        if self._vm is None or not self._walk(self._vm.monitor, command):
            self.close()
            self._vm = Emulator("--until", "no-machine", cwd=self._folder)
            assert self._walk(self._vm.monitor, command), f"no way to a phase of {command}"
        if command == "qmp_capabilities":
            return self._vm.connect(negotiate=False)
        return self._vm.monitor

    def _walk(self, monitor: Monitor, command: str) -> bool:
        phases = monitor.execute("query-phases")
        rule = next(rule for rule in phases["commands"] if rule["name"] == command)
        if phases["phase"] in rule["in"]:
            return True
        if phases["phase"] == "no-machine":
            monitor.execute("machine-set", {"type": "virt"})
            return self._walk(monitor, command)
        reachable = {step["to"] for step in phases["steps"] if step["from"] == phases["phase"]}
        target = next((phase for phase in rule["in"] if phase in reachable), None)
        if target:
            monitor.execute("until-phase", {"phase": target})
        return target is not None


def is_part(example: Any, actual: Any) -> bool:
    """Tells whether an answer has all that an example shows of it."""
    if isinstance(example, dict):
        return isinstance(actual, dict) and all(
            key in actual and is_part(value, actual[key]) for key, value in example.items()
        )
    if isinstance(example, list):
        return isinstance(actual, list) and all(
            any(is_part(value, element) for element in actual) for value in example
        )
    return type(example) is type(actual) and bool(example == actual)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_true(name: str, tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    try:
        for exchange in EXAMPLES[name]:
            monitor = stage.brought_to(exchange.sent["execute"])
            monitor.send_bytes(json.dumps(exchange.sent).encode() + b"\n")
            reply = monitor.read_reply()
            assert is_part(exchange.awaited, reply), f"{exchange.sent}: {reply}"
            if exchange.sent["execute"] == "quit":
                stage.close()
    finally:
        stage.close()


def test_many_commands_have_examples() -> None:
    shown = {exchange.sent["execute"] for found in EXAMPLES.values() for exchange in found}
    assert len(shown) > 15, sorted(shown)
