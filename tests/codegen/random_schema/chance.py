# SPDX-License-Identifier: Apache-2.0
"""What random schemas decide by chance."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any, TypeVar

from tests.codegen.random_schema import words

_Item = TypeVar("_Item")


class Chance:
    """Chooses; the same source of randomness makes the same choices."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def number(self, low: int, high: int) -> int:
        """A number, both ends included."""
        return self._random.randint(low, high)

    def often(self) -> bool:
        """True three times of four."""
        return self.number(0, 3) > 0

    def maybe(self) -> bool:
        """True once of two."""
        return self.number(0, 1) == 1

    def rarely(self) -> bool:
        """True once of five."""
        return self.number(0, 4) == 4

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items; there must be one."""
        return items[self.number(0, len(items) - 1)]

    def some(self, items: Iterable[_Item], low: int, high: int) -> list[_Item]:
        """Some of the items, each once, in any order."""
        left = list(items)
        count = min(self.number(low, high), len(left))
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]

    def condition(self, depth: int = 0) -> Any:
        """An `if`."""
        if depth == 2 or self.maybe():
            return self.pick(words.SYMBOLS)
        operator = self.pick(["all", "any", "not"])
        if operator == "not":
            return {"not": self.condition(depth + 1)}
        return {operator: [self.condition(depth + 1) for _ in range(self.number(1, 2))]}

    def features(self, names: Sequence[str] = words.FEATURES) -> list[Any]:
        """What follows `features`."""
        chosen = self.some(names, 1, 2)
        return [
            {"name": name, "if": self.condition()} if self.rarely() else name for name in chosen
        ]
