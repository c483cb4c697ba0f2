# SPDX-License-Identifier: Apache-2.0
"""Finds the token that a message is about, and shows it in its line.

Definitions carry the line where they begin, which is all that a correct schema needs.  Only when
one is refused is its text searched for the names that the message holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from codegen.records import dataclass
from codegen.source import Place

_TOKEN = re.compile(r"#[^\n]*|'((?:[^'\\\n]|\\.)*)'|\"(?:[^\"\\\n]|\\.)*\"|[{}\[\]:,]")
_QUOTED = re.compile(r"'([^']*)'")
# Signs around a member's name that are no part of it: `*name`, `name[bound]`.
_DECORATION = re.compile(r"^\*{0,2}(.*?)(?:\[[^\]]*\])?$", re.DOTALL)
_WIDEST = 160


@dataclass(frozen=True, slots=True)
class _String:
    """A single-quoted string of a definition."""

    text: str
    offset: int
    depth: int
    is_key: bool

    def is_called(self, name: str) -> bool:
        match = _DECORATION.match(self.text)
        return name == self.text or (match is not None and name == match[1])


def locate(place: Place, names: Sequence[str]) -> Place | None:
    """Returns where the last of `names` stands, each sought behind the one before it.

    `KEY:` means the string behind that key.  There is no place if a name stands nowhere, or at two
    places that nothing tells apart.
    """
    if place.column or place.offset < 0:
        return None
    strings = list(_strings(place.source.text, place.offset))
    found = None
    for name in names:
        for word in _words(name):
            following = [item for item in strings if not found or item.offset > found.offset]
            # What is sought behind a name is near it, so that the first one is meant.
            match = _first(following, word) if found else _only(following, word)
            if match is None:
                return None
            found = match
        if name.endswith(":") and found:
            found = next((item for item in strings if item.offset > found.offset), None)
    return place.source.place_at(found.offset) if found else None


def _words(name: str) -> list[str]:
    """The names in part of a message, the outermost first.

    >>> _words("'size' of region 'regs'"), _words("keys 'a', 'b'"), _words("command:")
    (['regs', 'size'], ['a'], ['command'])
    """
    quoted = _QUOTED.findall(name)
    if not quoted:
        return [name.removesuffix(":")]
    return quoted[::-1] if " of " in name else quoted[:1]


def _strings(text: str, start: int) -> Iterator[_String]:
    """The strings of the definition that begins at `start`."""
    depth = 0
    for match in _TOKEN.finditer(text, start):
        token = match[0]
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
            if depth <= 0:
                return
        elif match[1] is not None:
            is_key = text[match.end() : match.end() + 80].lstrip().startswith(":")
            yield _String(match[1], match.start(), depth, is_key)


def _first(strings: Sequence[_String], word: str) -> _String | None:
    return next((item for item in strings if item.is_called(word)), None)


def _only(strings: Sequence[_String], word: str) -> _String | None:
    """The string that is meant: a key rather than a value, and an outer one."""
    matches = [item for item in strings if item.is_called(word)]
    matches = [item for item in matches if item.is_key] or matches
    outermost = min((item.depth for item in matches), default=0)
    matches = [item for item in matches if item.depth == outermost]
    return matches[0] if len(matches) == 1 else None


def excerpt(place: Place, remark: str) -> str:
    """The line of a place with `remark` below it, and a caret if its column is known.

    >>> from codegen.source import Source
    >>> print(excerpt(Source("a.json", "{ 'a': 1 }").place_at(2), "E0000"))
        1 | { 'a': 1 }
          |   ^ E0000
    """
    text = place.source.line(place.line)
    column = place.column
    if len(text) > _WIDEST:
        begin = max(0, min(column - _WIDEST // 2, len(text) - _WIDEST))
        text = text[begin : begin + _WIDEST]
        column -= begin if column else 0
    shown = "".join(char if char.isprintable() else " " for char in text).rstrip()
    below = " " * (column - 1) + f"^ {remark}" if column else remark
    return f"{place.line:5} | {shown}".rstrip() + f"\n      | {below}"
