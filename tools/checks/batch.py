# SPDX-License-Identifier: Apache-2.0
"""Puts sources together that can be compiled as one, so that what they include is read once."""

import re
from dataclasses import dataclass, field
from pathlib import Path

MOST = 16
"""How many sources go together at most; more save little, and take the memory of a machine."""

_HIDDEN = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.MULTILINE | re.DOTALL)
_TYPE = re.compile(r"(?:class|struct|enum(?: class)?|union|using) (\w+)(?: final)?(?= [{=:]|\n)")
_CONSTANT = re.compile(
    r"(?:constexpr|const|static|inline|constinit|thread_local)\b.*?(\w+) ?[=\[{;(]"
)
_FUNCTION = re.compile(r"\w[\w:<>,&*\[\] ]*?[ &*](\w+)\(")
_ENUMERATOR = re.compile(r" +(k[A-Z]\w*)(?: = .*)?,")
_MACRO = re.compile(r"^#define (\w+)", re.MULTILINE)
_KINDS = (_TYPE, _CONSTANT, _FUNCTION, _ENUMERATOR)


@dataclass
class Batch:
    """Sources that are compiled with the same flags and hide no name twice."""

    flags: str
    sources: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def takes(self, flags: str, names: set[str]) -> bool:
        """Tells whether a source with such names can join."""
        return flags == self.flags and len(self.sources) < MOST and not names & self.names

    def add(self, source: str, names: set[str]) -> None:
        """Lets a source join."""
        self.sources.append(source)
        self.names |= names

    @property
    def text(self) -> str:
        """The source that stands for all of them."""
        return "".join(f'#include "{source}"\n' for source in self.sources)


def hidden_names(text: str) -> set[str]:
    r"""Lists what a source defines for itself alone, which another one may define as well.

    >>> lines = ("namespace {", "constexpr int kEnd = 1;", "int end() {", "}", "}  // namespace")
    >>> text = "\n".join(lines)
    >>> sorted(hidden_names(text))
    ['end', 'kEnd']
    """
    names = set(_MACRO.findall(text))
    for part in _HIDDEN.findall(text):
        for line in part.splitlines():
            found = next(filter(None, (kind.match(line) for kind in _KINDS)), None)
            if found:
                names.add(found[1])
    return names


def batches(flags: dict[str, str], root: Path) -> list[Batch]:
    """Divides sources, each given with its flags; those of a folder stay together if they can."""
    made: list[Batch] = []
    for source in sorted(flags):
        names = hidden_names((root / source).read_text("utf-8"))
        batch = next((batch for batch in made if batch.takes(flags[source], names)), None)
        if batch is None:
            batch = Batch(flags[source])
            made.append(batch)
        batch.add(source, names)
    return made


def halves(batch: Batch) -> list[Batch]:
    """Takes a batch apart."""
    middle = len(batch.sources) // 2
    parts = (batch.sources[:middle], batch.sources[middle:])
    return [Batch(batch.flags, part) for part in parts]
