# SPDX-License-Identifier: Apache-2.0
"""Random values of the types of a schema, what they become in a program, and faults in them.

All that is known of the schema is what `qapigen ir` says of it.

    values = Values(to_ir(schema), frozenset({"CONFIG_A"}), Random(1))
    given = values.make("Shape")
    values.expected("Shape", given)      # with all defaults
    values.faults("Shape", given)        # what may be done to it, and where that is noticed
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from codegen.values import INTEGERS, parse_size
from tests.codegen.random_schema.spell import Node

_DEEP = 3
_ABSENT = object()


@dataclass(frozen=True)
class Fault:
    """A change that makes a value invalid."""

    steps: tuple[str | int, ...]
    """Where it is made, and noticed"""
    put: Any
    """What stands there afterwards; nothing for a member that is removed"""
    says: str
    """Words of the message"""

    @property
    def path(self) -> str:
        """The place as messages name it."""
        text = ""
        for step in self.steps:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text

    def made_in(self, value: Any) -> Any:
        """The value with this fault."""
        if not self.steps:
            return self.put
        changed = copy.deepcopy(value)
        place = changed
        for step in self.steps[:-1]:
            place = place[step]
        if self.put is _ABSENT:
            del place[self.steps[-1]]
        else:
            place[self.steps[-1]] = self.put
        return changed


class Values:
    """Makes values of the types that one configuration of a schema has."""

    def __init__(self, model: Node, symbols: frozenset[str], random: Random) -> None:
        self._types: dict[str, Node] = {item["name"]: item for item in model["types"]}
        self._symbols = symbols
        self._random = random

    def holds(self, condition: Any) -> bool:
        """Whether an `if` holds, and what has it is there."""
        match condition:
            case None:
                return True
            case str():
                return condition in self._symbols
            case {"not": operand}:
                return not self.holds(operand)
            case {"all": operands}:
                return all(map(self.holds, operands))
            case {"any": operands}:
                return any(map(self.holds, operands))
        raise ValueError(condition)

    def make(self, use: Any, depth: int = 0) -> Any:
        """A valid value."""
        if isinstance(use, list):
            return self._list(use[0], [0, 2], depth)
        definition = self._types.get(use) if isinstance(use, str) else None
        if definition is None:
            return self._scalar("str" if isinstance(use, dict) else use, None)
        match definition["kind"]:
            case "enum":
                return self._random.choice(self._enum_values(definition))
            case "alternate":
                return self.make(self._random.choice(self._branches(definition))["type"], depth)
        return self._object(definition, depth)

    def _list(self, element: Any, bounds: list[int], depth: int) -> list[Any]:
        high = bounds[0] if depth > _DEEP else bounds[1]
        return [self.make(element, depth + 1) for _ in range(self._random.randint(bounds[0], high))]

    def _scalar(self, name: str, bounds: list[Any] | None) -> Any:
        random = self._random
        if name in INTEGERS:
            low, high = bounds or INTEGERS[name]
            near = (0, 1, -1, 4096, low, high, random.randint(low, high))
            return random.choice([value for value in near if low <= value <= high])
        match name:
            case "str":
                low, high = bounds or [0, 6]
                letters = "ab \u00fc\u20ac\U0001f600\"\\\n\t'$/\x7f"
                return "".join(random.choices(letters, k=random.randint(low, min(high, low + 9))))
            case "number":
                low, high = bounds or [-1e6, 1e6]
                return random.choice([low, high, random.uniform(low, high)])
            case "bool":
                return random.choice([True, False])
            case "null":
                return None
        return random.choice([None, 0, -1.5, "x", True, [], [{"a": []}], {}, {"b": {"c": 1 << 63}}])

    def _enum_values(self, enum: Node) -> list[str]:
        return [item["name"] for item in enum["values"] if self.holds(item.get("if"))]

    def _branches(self, definition: Node) -> list[Node]:
        return [item for item in definition["branches"] if self.holds(item.get("if"))]

    def members(self, definition: Node, value: Any = None) -> list[Node]:
        """The members of a struct, or of a union of which `value` says the branch."""
        found = list(definition.get("members", []))
        base = definition.get("base")
        if base:
            found = self.members(self._types[base]) + found
        if definition["kind"] == "union" and value is not None:
            tag = next(item for item in found if item["name"] == definition["discriminator"])
            case = value.get(tag["name"], tag.get("default"))
            case = tag.get("default") if case is _ABSENT else case
            for branch in self._branches(definition):
                if branch["name"] == case and "type" in branch:
                    found += self.members(self._types[branch["type"]], value)
        return [item for item in found if self.holds(item.get("if"))]

    def _object(self, definition: Node, depth: int) -> Node:
        """One member at a time: what else there is may depend on it."""
        value: Node = {}
        while more := self._undecided(definition, value):
            member = more[0]
            given = not member.get("open") and self._is_given(member, depth)
            value[member["name"]] = self._member(member, depth) if given else _ABSENT
        kept = {name: item for name, item in value.items() if item is not _ABSENT}
        if any(member.get("open") for member in self.members(definition, kept)):
            kept["zz-open"] = self._scalar("any", None)
        return kept

    def _undecided(self, definition: Node, value: Node) -> list[Node]:
        """The members that nothing is known of; those that tell branches come first."""
        tags = {item.get("discriminator") for item in self._types.values()}
        known = self.members(definition, value)
        left = [item for item in known if item["name"] not in value]
        return sorted(left, key=lambda item: item["name"] not in tags)

    def _is_given(self, member: Node, depth: int) -> bool:
        return not member.get("optional") or (depth <= _DEEP and self._random.random() < 0.6)

    def _member(self, member: Node, depth: int) -> Any:
        use, bounds, count = member["type"], member.get("range"), member.get("count")
        if count is not None:
            number = count if isinstance(count, int) else self._random.randint(0, 2)
            return [self.make(use, depth + 1) for _ in range(number)]
        if bounds and isinstance(use, list):
            return self._list(use[0], bounds, depth)
        if bounds:
            return self._scalar(use, bounds)
        if use == "size" and self._random.random() < 0.3:
            return self._random.choice(["4K", "0x10", "7"])
        return self.make(use, depth + 1)

    def expected(self, use: Any, value: Any) -> Any:
        """What a program makes of a valid value: with defaults, and sizes as numbers."""
        if isinstance(use, list):
            return [self.expected(use[0], item) for item in value]
        definition = self._types.get(use) if isinstance(use, str) else None
        if definition is None:
            return parse_size(value) if use == "size" and isinstance(value, str) else value
        match definition["kind"]:
            case "enum":
                return value
            case "alternate":
                return self.expected(self._chosen(definition, value), value)
        filled = dict(value)
        for member in self.members(definition, value):
            name = member["name"]
            if name not in filled and "default" in member:
                filled[name] = member["default"]
            if name in filled:
                use = member["type"] if member.get("count") is None else [member["type"]]
                filled[name] = self.expected(use, filled[name])
        return filled

    def _chosen(self, alternate: Node, value: Any) -> Any:
        """The branch's type that takes a value."""
        return next(
            branch["type"] for branch in self._branches(alternate) if self._takes(branch, value)
        )

    def _takes(self, branch: Node, value: Any) -> bool:
        use = branch["type"]
        kind = "array" if isinstance(use, list) else self._types.get(use, {}).get("kind", use)
        match value:
            case None:
                return bool(kind == "null")
            case bool():
                return bool(kind == "bool")
            case list():
                return bool(kind == "array")
            case dict():
                return kind in ("struct", "union")
            case str():
                return kind in ("str", "enum")
        return kind in INTEGERS or kind == "number"

    def faults(self, use: Any, value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[Fault]:
        """What could be wrong with a valid value, here or within it."""
        if isinstance(use, list):
            yield Fault(steps, 7, "expected: array")
            for number, item in enumerate(value):
                yield from self.faults(use[0], item, (*steps, number))
            return
        definition = self._types.get(use) if isinstance(use, str) else None
        if definition is None:
            yield from _scalar_faults("str" if isinstance(use, dict) else use, steps)
        elif definition["kind"] == "enum":
            yield Fault(steps, "no-such-value", "does not accept value 'no-such-value'")
            yield Fault(steps, [], "expected: string")
        elif definition["kind"] == "alternate":
            chosen = self._chosen(definition, value)
            if isinstance(value, (dict, list)) and value:
                inner = self.faults(chosen, value, steps)
                yield from (fault for fault in inner if fault.steps != steps)
        else:
            yield from self._object_faults(definition, value, steps)

    def _object_faults(
        self, definition: Node, value: Node, steps: tuple[str | int, ...]
    ) -> Iterator[Fault]:
        yield Fault(steps, [], "expected: object")
        members = self.members(definition, value)
        if not any(member.get("open") for member in members):
            yield Fault((*steps, "zz-unknown"), 1, "is unexpected")
        for member in members:
            name = member["name"]
            here = (*steps, name)
            if not member.get("optional") and not member.get("open"):
                yield Fault(here, _ABSENT, "is missing")
            if name not in value:
                continue
            yield from _range_faults(member, value[name], here)
            tag = definition.get("discriminator")
            if name != tag:
                use = member["type"] if member.get("count") is None else [member["type"]]
                yield from self.faults(use, value[name], here)


def _scalar_faults(name: str, steps: tuple[str | int, ...]) -> Iterator[Fault]:
    if name == "any":
        return
    words = {"str": "string", "bool": "boolean", "number": "number", "null": "null"}
    yield Fault(steps, {}, f"expected: {words.get(name, '')}")
    if name in INTEGERS:
        low, high = INTEGERS[name]
        yield Fault(steps, low - 1, "")
        yield Fault(steps, high + 1, "")
        yield Fault(steps, 0.5, "")


def _range_faults(member: Node, value: Any, steps: tuple[str | int, ...]) -> Iterator[Fault]:
    bounds = member.get("range")
    if not bounds:
        return
    low, high = bounds
    says = "it must be"
    if isinstance(value, (list, str)) and member["type"] != "size":
        longer: Any = value[:1] * (high + 1)
        if len(longer) == high + 1:
            yield Fault(steps, longer, says)
        if low:
            yield Fault(steps, value[: low - 1], says)
        return
    bottom, top = INTEGERS.get(member["type"], (-1e300, 1e300))
    if low > bottom:
        yield Fault(steps, low - 1, says)
    if high < top:
        yield Fault(steps, high + 1, says)
