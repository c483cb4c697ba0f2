# SPDX-License-Identifier: Apache-2.0
"""Schema files, and places in them."""

from __future__ import annotations

import re
from bisect import bisect_right

from codegen.records import dataclass, field

_NEWLINE = re.compile("\n")


class Source:
    """The text of one schema file, and the place that included it."""

    def __init__(self, path: str, text: str, parent: Place | None = None) -> None:
        self.path = path
        # So that every line, and every comment, ends with a newline.
        self.text = text if text.endswith("\n") else text + "\n"
        self.parent = parent
        self._line_starts: list[int] = []

    def line_at(self, offset: int) -> int:
        """Returns the number of the line that holds `offset`."""
        if not self._line_starts:
            self._line_starts = [0, *(end.end() for end in _NEWLINE.finditer(self.text))]
        return bisect_right(self._line_starts, offset)

    def column_at(self, offset: int) -> int:
        """Returns the column of `offset` in its line, counted from 1."""
        return offset - self.text.rfind("\n", 0, offset)

    def place_at(self, offset: int) -> Place:
        """The exact place of a token."""
        return Place(self, self.line_at(offset), self.column_at(offset), offset)

    def line_place(self, offset: int) -> Place:
        """The line of a definition."""
        return Place(self, self.line_at(offset), offset=offset)

    def line(self, number: int) -> str:
        """The text of a line; there may be none, in a file that cannot be read."""
        lines = self.text.split("\n")
        return lines[number - 1] if number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a source, and a column of it where a token is meant."""

    source: Source
    line: int
    column: int = 0
    offset: int = field(default=-1, compare=False)
    """Where a definition begins in the text; negative for other places"""

    @property
    def path(self) -> str:
        return self.source.path

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}"
        return f"{where}:{self.column}" if self.column else where

    @property
    def includes(self) -> list[Place]:
        """The places that led to this file, the outermost first."""
        chain = []
        parent = self.source.parent
        while parent:
            chain.append(parent)
            parent = parent.source.parent
        return chain[::-1]
