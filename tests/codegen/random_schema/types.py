# SPDX-License-Identifier: Apache-2.0
"""Random types: enums, structs, unions and alternates that fit together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from codegen.naming import c_name
from tests.codegen.random_schema import words
from tests.codegen.random_schema.chance import Chance
from tests.codegen.random_schema.literals import Literals
from tests.codegen.random_schema.spell import Node

BUILTINS = """
    str number int int8 int16 int32 int64 uint8 uint16 uint32 uint64 size bool any null
""".split()


@dataclass(frozen=True)
class Made:
    """A type that exists, as far as its uses must know it."""

    name: str
    kind: str
    condition: Any = None
    """Its `if`; who uses it must have the same"""
    values: tuple[str, ...] = ()
    """Of an enum: those without a condition"""
    conditions: tuple[tuple[str, Any], ...] = ()
    """Of an enum: the others, with theirs"""
    members: frozenset[str] = frozenset()
    """Names in C of all that it may put into an object, branches included"""
    is_ready: bool = True
    """False for one that is defined later: only optional members can be of it"""


class Types:
    """Makes types, and members of them."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.definitions: list[Node] = []
        self.made: list[Made] = []
        self.literals = Literals(chance)
        self._taken = {"QType"}

    def take(self, pool: Iterable[str]) -> str:
        """A name that nothing has; types, commands, events and objects share theirs."""
        free = [name for name in pool if name not in self._taken]
        name = self.chance.pick(free)
        self._taken.add(name)
        return name

    def reserve(self, name: str) -> None:
        """Keeps a name from being taken."""
        self._taken.add(name)

    def held(self, *kinds: str) -> list[Made]:
        """The types of some kinds that can be held by value without an `if`."""
        return [item for item in self.made if item.kind in kinds and item.is_ready]

    def make(self, count: int) -> None:
        """Makes some types."""
        makers = [self.enum, self.struct, self.struct, self.union, self.alternate]
        for _ in range(count):
            self.chance.pick(makers)()

    def enum(self) -> Made:
        """An enum; it has at least one value in every configuration."""
        chance = self.chance
        name = self.take(words.TYPES)
        chosen = self._distinct(chance.some(words.VALUES, 1, 5))
        data: list[Any] = []
        plain, conditional = [], []
        for number, value in enumerate(chosen):
            node: Node = {"name": value}
            if chance.rarely():
                node["features"] = chance.features(words.FEATURES + words.SPECIAL_FEATURES)
            if number and chance.rarely():
                node["if"] = chance.condition()
                conditional.append((value, node["if"]))
            else:
                plain.append(value)
            data.append(node if len(node) > 1 or chance.rarely() else value)
        definition: Node = {"enum": name, "data": data}
        if chance.rarely():
            definition["prefix"] = "PRE_FIX"
        made = Made(name, "enum", None, tuple(plain), tuple(conditional))
        return self._add(definition, made)

    def struct(self) -> Made:
        """A struct, perhaps with a base; some only exist under a condition."""
        chance = self.chance
        name = self.take(words.TYPES)
        base = next(iter(chance.some(self.held("struct"), 0, 1)), None)
        taken = set(base.members) if base else set()
        condition = chance.condition() if chance.rarely() else None
        if base and base.condition and base.condition != condition:
            base, taken = None, set()
        # It may refer to itself, as long as it need not.
        self.made.append(Made(name, "struct", condition, is_ready=False))
        members = self.members(taken, 5, within=condition)
        self.made.pop()
        definition: Node = {"struct": name, "data": members}
        if base:
            definition["base"] = base.name
        if condition is not None:
            definition["if"] = condition
        return self._add(definition, Made(name, "struct", condition, members=frozenset(taken)))

    def union(self) -> Made:
        """A union of structs and unions whose members differ from the common ones."""
        chance = self.chance
        enum = next(iter(chance.some(self.held("enum"), 1, 1)), None) or self.enum()
        name = self.take(words.TYPES)
        taken: set[str] = set()
        tag = self._member_name(taken)
        common = self.members(taken, 2)
        tag_type: Any = enum.name
        if chance.rarely():
            tag_type = {"type": enum.name, "default": chance.pick(enum.values)}
        base: Any = {tag: tag_type, **common} if chance.maybe() else {**common, tag: tag_type}
        if chance.rarely():
            holder = self.take(words.TYPES)
            self._add(
                {"struct": holder, "data": base},
                Made(holder, "struct", None, members=frozenset(taken)),
            )
            base = holder
        data, joint = self._branches(enum, taken, base)
        definition = {"union": name, "base": base, "discriminator": tag, "data": data}
        return self._add(definition, Made(name, "union", members=frozenset(joint)))

    def _branches(self, enum: Made, taken: set[str], base: Any) -> tuple[Node, set[str]]:
        """Branches for some values of an enum, and the names in C that members then have."""
        data: Node = {}
        joint = set(taken)
        sure: list[tuple[str, Any]] = [(value, None) for value in enum.values]
        for value, guard in [*sure, *enum.conditions]:
            fitting = [
                item
                for item in self.held("struct", "union")
                if not item.members & taken and item.name != base
            ]
            for branch in self.chance.some(fitting, 0, 1):
                joint |= branch.members
                guards = [one for one in (guard, branch.condition) if one is not None]
                data[value] = {"type": branch.name, **_if_all(guards)} if guards else branch.name
        return data, joint

    def alternate(self) -> Made:
        """An alternate: at most one branch for each type of JSON."""
        chance = self.chance
        name = self.take(words.TYPES)
        texts = [item.name for item in self.held("enum") if not set(item.values) & {"on", "off"}]
        texts = [item for item in texts if not self._has_digit(item)]
        numbers = ["int", "number", "uint8", "int64", "size"]
        objects = [item.name for item in self.held("struct", "union") if item.condition is None]
        elements = ["str", "int", "any", *texts, *objects]
        kinds: list[list[Any]] = [
            [chance.pick(numbers)],
            ["bool"],
            ["null"],
            [[chance.pick(elements)]],
            chance.some(objects, 1, 1),
            chance.some(texts, 1, 1),
        ]
        if chance.rarely():
            kinds = [["str"], ["null"], *kinds[3:5]]
        types = [kind[0] for kind in chance.some([kind for kind in kinds if kind], 1, 5)]
        taken: set[str] = set()
        data: Node = {}
        for number, type_ in enumerate(types):
            branch = self._member_name(taken)
            node: Node = {"type": type_}
            if number and chance.rarely():
                node["if"] = chance.condition()
            data[branch] = node if "if" in node or chance.rarely() else type_
        return self._add({"alternate": name, "data": data}, Made(name, "alternate"))

    def _has_digit(self, name: str) -> bool:
        enum = next(item for item in self.made if item.name == name)
        values = [*enum.values, *(value for value, _ in enum.conditions)]
        return any(value[0].isdigit() or value in ("on", "off") for value in values)

    def members(
        self, taken: set[str], most: int, within: Any = None, conditions: bool = True
    ) -> Node:
        """Members whose names differ from those taken, which become taken."""
        members: Node = {}
        for _ in range(self.chance.number(0, most)):
            name = self._member_name(taken)
            key, value = self._member(name, within, conditions)
            members[key] = value
        return members

    def _member(self, name: str, within: Any, conditions: bool) -> tuple[str, Any]:
        chance = self.chance
        type_, condition, is_ready = self._member_type(within, conditions)
        optional = not is_ready or chance.rarely()
        node: Node = {"type": type_}
        if condition is not None:
            node["if"] = condition
        elif conditions and chance.rarely():
            node["if"] = chance.condition()
        if chance.rarely():
            node["features"] = chance.features(words.FEATURES + words.SPECIAL_FEATURES)
        if is_ready:
            node |= self.literals.additions(type_, self.values_of(type_))
        return ("*" if optional else "") + name, node if len(node) > 1 or chance.rarely() else type_

    def values_of(self, type_: Any) -> tuple[str, ...]:
        """The values of an enum, or of an array of it, that exist in every configuration."""
        name = type_[0] if isinstance(type_, list) else type_
        return next((item.values for item in self.made if item.name == name), ())

    def _member_type(self, within: Any, conditions: bool) -> tuple[Any, Any, bool]:
        """A type, the `if` that it asks for, and whether a member of it can be mandatory."""
        chance = self.chance
        usable = [
            item
            for item in self.made
            if conditions or item.condition is None or item.condition == within
        ]
        if not usable or chance.maybe():
            name = chance.pick(BUILTINS)
            return ([name] if chance.rarely() else name), None, True
        made = chance.pick(usable)
        condition = None if made.condition == within else made.condition
        if chance.rarely():
            return [made.name], condition, made.is_ready
        return made.name, condition, made.is_ready

    def _member_name(self, taken: set[str]) -> str:
        free = [name for name in words.MEMBERS if c_name(name) not in taken]
        name = self.chance.pick(free)
        taken.add(c_name(name))
        return name

    def _distinct(self, names: list[str]) -> list[str]:
        return list({c_name(name): name for name in names}.values())

    def _add(self, definition: Node, made: Made) -> Made:
        if self.chance.rarely():
            definition["features"] = self.chance.features()
        self.definitions.append(definition)
        self.made.append(made)
        return made


def _if_all(conditions: list[Any]) -> Node:
    return {"if": conditions[0] if len(conditions) == 1 else {"all": conditions}}
