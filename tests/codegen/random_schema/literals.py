# SPDX-License-Identifier: Apache-2.0
"""Random defaults, examples and ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from codegen.values import INTEGERS
from tests.codegen.random_schema import words
from tests.codegen.random_schema.chance import Chance
from tests.codegen.random_schema.spell import Node, Quoted

_LITERALS: dict[str, list[Any]] = {
    "number": [-10, 0.25, 10],
    "size": [0, 4096, Quoted("4K"), Quoted("0x10"), Quoted("7")],
    "bool": [True, False],
    "null": [None],
    "any": [None, 1, -2.5, True, Quoted("x"), [], {}, {"a": [1]}],
}


class Literals:
    """Makes what a member may have beside its type."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def additions(self, type_: Any, values: tuple[str, ...] = ()) -> Node:
        """Some of default, range, unit and example; `values` are those of an enum."""
        chance = self._chance
        node: Node = {}
        bounds = self._bounds(type_) if chance.rarely() else None
        if bounds:
            node["range"] = bounds
        make = self._maker(type_, values, bounds)
        if make:
            for key in ("default", "example"):
                if chance.rarely():
                    node[key] = make()
        if chance.rarely():
            node["unit"] = Quoted(chance.pick(["Hz", "ns", "\u00b0C", '"', "100 %", "\\"]))
        return node

    def _bounds(self, type_: Any) -> list[Any] | None:
        if isinstance(type_, list) or type_ == "str":
            low = self._chance.number(0, 2)
            return [low, low + self._chance.number(0, 3)]
        if type_ == "number":
            quarter = self._chance.number(-8, 8) / 4
            return [quarter, quarter + self._chance.number(1, 100)]
        if type_ in INTEGERS:
            return sorted([self.integer(type_), self.integer(type_)])
        return None

    def integer(self, name: str) -> int:
        """An integer of that type, often an extreme one."""
        low, high = INTEGERS[name]
        near = [low, low + 1, high - 1, high, max(low, -1), 0, 1, 100]
        return self._chance.pick(near)

    def _maker(
        self, type_: Any, values: tuple[str, ...], bounds: list[Any] | None
    ) -> Callable[[], Any] | None:
        """What makes a literal of the type within the bounds; nothing for some types."""
        chance = self._chance
        if isinstance(type_, list):
            element = self._maker(type_[0], values, None)
            low, high = bounds or [0, 3]
            return partial(self._repeated, element, low, high) if element else None
        if type_ == "str":
            return partial(self._text, *(bounds or [0, 100]))
        if type_ in INTEGERS and not bounds and type_ != "size":
            return partial(self.integer, type_)
        known = values or bounds or _LITERALS.get(type_)
        return partial(chance.pick, known) if known else None

    def _repeated(self, make: Callable[[], Any], low: int, high: int) -> list[Any]:
        return [make() for _ in range(self._chance.number(low, high))]

    def _text(self, low: int, high: int) -> str:
        fitting: list[str] = [text for text in words.TEXTS if low <= len(text) <= high]
        fitting += [Quoted(text) for text in words.QUOTED_TEXTS if low <= len(text) <= high]
        return self._chance.pick(fitting or ["x" * low])
