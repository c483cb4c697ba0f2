# SPDX-License-Identifier: Apache-2.0
"""Runs the transcripts beside this file.

    # what this is about
    $ -M virt -S                                    the command line; without it: --until no-machine
    -> { "execute": "query-version" }               is sent as it stands; may go on, indented
    <- { "return": { "package": "coldplug", ... } } is what comes next, an answer or an event

`...` is explained in tests/support/match.py. A transcript begins when the connection does, before
its negotiation, unless its command line is marked `$$`: then `qmp_capabilities` has been run.
"""

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.emulator import Emulator
from tests.support.match import matches, parse

FOLDER = Path(__file__).parent
TRANSCRIPTS = sorted(FOLDER.glob("*.qmp"))


@dataclass
class Line:
    """One message, sent or awaited."""

    number: int
    is_sent: bool
    text: str


@dataclass
class Transcript:
    """A file, read."""

    arguments: list[str] = field(default_factory=lambda: ["--until", "no-machine"])
    is_negotiated: bool = False
    lines: list[Line] = field(default_factory=list)


def read(path: Path) -> Transcript:
    """Reads a transcript."""
    transcript = Transcript()
    for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
        if text.startswith("$"):
            transcript.is_negotiated = text.startswith("$$")
            transcript.arguments = shlex.split(text.lstrip("$"))
        elif text.startswith(("-> ", "<- ")):
            transcript.lines.append(Line(number, text.startswith("-> "), text[3:]))
        elif text.startswith(" ") and text.strip():
            transcript.lines[-1].text += "\n" + text.strip()
        elif text and not text.startswith("#"):
            raise AssertionError(f"{path.name}:{number}: neither sent nor awaited: {text}")
    return transcript


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_transcript(path: Path) -> None:
    transcript = read(path)
    with Emulator(*transcript.arguments) as machine:
        monitor = machine.connect(negotiate=transcript.is_negotiated)
        received = [] if transcript.is_negotiated else [monitor.greeting]
        for line in transcript.lines:
            if line.is_sent:
                # A message on several lines is sent so: white space is no matter to QMP.
                monitor.send_bytes(line.text.encode() + b"\n")
            else:
                actual = received.pop() if received else monitor.read()
                where = f"{path.name}:{line.number}"
                assert matches(parse(line.text), actual), f"{where}: {actual}"
        monitor.close()


def test_each_transcript_says_and_hears_something() -> None:
    for path in TRANSCRIPTS:
        lines = read(path).lines
        assert {line.is_sent for line in lines} == {True, False}, path.name
        assert re.match(
            r"# \w", path.read_text("utf-8")
        ), f"{path.name} does not say what it is about"
