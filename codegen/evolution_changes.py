# SPDX-License-Identifier: Apache-2.0
"""The differences between two schemas, and how they are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product

from codegen.model import Condition, Location
from codegen.records import dataclass, field

_MANY_SYMBOLS = 10


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    path: str
    text: str
    is_breaking: bool
    old: Location | None
    new: Location | None

    def __str__(self) -> str:
        kind = "breaking" if self.is_breaking else "compatible"
        places = " -> ".join(str(place) for place in (self.old, self.new) if place)
        return f"{kind}: {self.path}: {self.text} ({places})"


@dataclass(slots=True)
class Changes:
    """All differences, in the order of the old schema."""

    found: list[Change] = field(default_factory=list)

    @property
    def is_breaking(self) -> bool:
        return any(change.is_breaking for change in self.found)

    def render(self, form: str) -> str:
        """Returns the differences as text, json or markdown."""
        if form == "json":
            return json.dumps([_as_json(change) for change in self.found], indent=1) + "\n"
        if form == "markdown":
            return "".join(
                f"* **{'breaking' if change.is_breaking else 'compatible'}** "
                f"`{change.path}`: {change.text}\n"
                for change in self.found
            )
        return "".join(f"{change}\n" for change in self.found)


def _as_json(change: Change) -> dict[str, object]:
    return {
        "path": change.path,
        "change": change.text,
        "breaking": change.is_breaking,
        "old": str(change.old) if change.old else None,
        "new": str(change.new) if change.new else None,
    }


def implies(old: Condition | None, new: Condition | None) -> bool:
    """True if what is there under the old condition always is under the new one.

    >>> a, b = Condition("defined", "A"), Condition("defined", "B")
    >>> implies(a, Condition("any", operands=(b, a))), implies(a, b), implies(None, a)
    (True, False, False)
    """
    symbols = sorted({*_symbols(old), *_symbols(new)})
    if len(symbols) > _MANY_SYMBOLS:
        return new is None
    worlds = (dict(zip(symbols, flags)) for flags in product((False, True), repeat=len(symbols)))
    return all(_holds(new, world) for world in worlds if _holds(old, world))


def _symbols(condition: Condition | None) -> Iterator[str]:
    if condition:
        yield from [condition.name] if condition.name else []
        for operand in condition.operands:
            yield from _symbols(operand)


def _holds(condition: Condition | None, world: Mapping[str, bool]) -> bool:
    if condition is None:
        return True
    match condition.operator:
        case "defined":
            return world[condition.name]
        case "not":
            return not _holds(condition.operands[0], world)
        case "all":
            return all(_holds(operand, world) for operand in condition.operands)
        case _:
            return any(_holds(operand, world) for operand in condition.operands)
