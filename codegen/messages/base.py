# SPDX-License-Identifier: Apache-2.0
"""What a message is, and the list of those that a run has collected.

    class UnknownType(Message):
        \"\"\"A type is named that nothing defines.\"\"\"

        code = "E0301"
        template = "{what} uses unknown type '{name}'{hint}"

    errors.add(place, UnknownType(what="member 'a'", name="Strng", hint=nearest("Strng", known)))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from codegen.locate import excerpt, locate
from codegen.records import dataclass
from codegen.source import Place


class Message:
    """One thing that can be wrong; subclasses say what."""

    code: ClassVar[str] = ""
    template: ClassVar[str] = ""
    at: ClassVar[tuple[str, ...]] = ("what", "name")
    """The values that lead to the faulty token, each within the one before it"""
    catalog: ClassVar[dict[str, type[Message]]] = {}

    def __init__(self, **values: object) -> None:
        self.text = self.template.format(**values)
        self.names = [_sought(key, str(values[key])) for key in self.at if key in values]

    def __init_subclass__(cls) -> None:
        assert cls.code not in Message.catalog, f"{cls.code} is used twice"
        Message.catalog[cls.code] = cls


def _sought(key: str, value: str) -> str:
    # `struct has ...` is about the struct that is being defined: its name stands behind that key.
    return f"{value}:" if key == "what" and "'" not in value else value


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message at a place, within a definition."""

    place: Place
    message: Message
    within: str = ""

    def __str__(self) -> str:
        token = locate(self.place, self.message.names)
        # A message stands at the line of its definition, and so does a column only there.
        place = token if token and token.line == self.place.line else self.place
        chain = "".join(f"In file included from {place}:\n" for place in self.place.includes)
        within = f"In {self.within}: " if self.within else ""
        shown = excerpt(token or self.place, self.message.code)
        return f"{chain}{place}: {within}{self.message.text}\n{shown}"

    def is_like(self, other: Diagnostic) -> bool:
        """True if a reader could not tell the two apart."""
        mine = (self.place, self.within, self.message.text)
        return mine == (other.place, other.within, other.message.text)


class SchemaError(Exception):
    """The schema is refused, for all these reasons."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(item) for item in self.diagnostics))


class Errors:
    """Collects what is wrong, so that a stage reports all of it."""

    def __init__(self) -> None:
        self._diagnostics: list[Diagnostic] = []

    def __len__(self) -> int:
        return len(self._diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._diagnostics)

    def add(self, place: Place, message: Message, within: str = "") -> None:
        """Adds a message; the same one at the same place counts once."""
        found = Diagnostic(place, message, within)
        if not any(found.is_like(other) for other in self._diagnostics[-8:]):
            self._diagnostics.append(found)

    def stop_if_any(self) -> None:
        """Ends the stage."""
        if self._diagnostics:
            raise SchemaError(self._diagnostics)


def listing(names: Iterable[str]) -> str:
    """Lists names for a message.

    >>> listing(["b", "a"])
    "'b', 'a'"
    """
    return ", ".join(f"'{name}'" for name in names)
