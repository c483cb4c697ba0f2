# SPDX-License-Identifier: Apache-2.0
"""Compares the types of two schemas by structure; see `codegen.evolution`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from codegen.evolution_changes import Change, implies
from codegen.model import (
    Alternate,
    Builtin,
    Condition,
    Enum,
    EnumValue,
    Feature,
    Location,
    Member,
    Struct,
    Type,
    TypeRef,
    Union,
)

SEND = "send"
RECEIVE = "receive"

# Features that say how long something stays, not what it can do.
_PROMISES = ("deprecated", "unstable")


class TypeComparison:
    """Walks through types side by side, from where they are used."""

    def __init__(self) -> None:
        self.found: list[Change] = []
        self._old: Location | None = None
        self._new: Location | None = None
        self._is_unstable = False
        # Pairs of types that were compared, or are being: types can contain themselves.
        self._seen: set[tuple[str, str, str, bool]] = set()

    def add(self, path: str, text: str, breaking: bool) -> None:
        """Records a difference; what was never promised cannot be broken."""
        if breaking and self._is_unstable:
            breaking, text = False, f"{text}; it was unstable"
        self.found.append(Change(path, text, breaking, self._old, self._new))

    @contextmanager
    def placed(self, old: Location | None, new: Location | None) -> Iterator[None]:
        """Differences found meanwhile are at these places."""
        before = self._old, self._new
        self._old, self._new = old, new
        yield
        self._old, self._new = before

    @contextmanager
    def promised(self, features: Iterable[Feature]) -> Iterator[None]:
        """Differences found meanwhile are of something that had these features."""
        before = self._is_unstable
        self._is_unstable = before or any(item.name == "unstable" for item in features)
        yield
        self._is_unstable = before

    def removed(self, path: str, features: Sequence[Feature], breaking: bool) -> None:
        """Records that something is gone."""
        with self.promised(features):
            deprecated = any(item.name == "deprecated" for item in features)
            text = "removed; it was deprecated" if deprecated else "removed"
            self.add(path, text, breaking)

    def features(self, path: str, old: Iterable[Feature], new: Iterable[Feature]) -> None:
        """Features announce what something can do: a client may look for them."""
        before, after = ([item.name for item in features] for features in (old, new))
        for name in before:
            if name not in after:
                self.add(path, f"feature '{name}' removed", name not in _PROMISES)
        for name in after:
            if name not in before:
                self.add(path, f"feature '{name}' added", name == "unstable")

    def condition(
        self, path: str, old: Condition | None, new: Condition | None, breaking: bool = True
    ) -> None:
        """Something may come to more builds, but not to fewer."""
        if old == new:
            return
        fewer = not implies(old, new)
        text = f"only if {new.text}" if new else "always there"
        self.add(path, f"{text}, was only if {old.text}" if old else text, breaking and fewer)

    def data(self, path: str, old: TypeRef | None, new: TypeRef | None, way: str) -> None:
        """Arguments or an answer, which may be nothing; nothing is an object without members."""
        if old and new:
            self.type(path, old, new, way)
        elif (ref := old or new) and not _is_object(ref):
            text = f"was {ref.text}, is nothing" if old else f"was nothing, is {ref.text}"
            self.add(path, text, True)
        else:
            self.members(path, _members(old), _members(new), way)

    def type(self, path: str, old: TypeRef, new: TypeRef, way: str) -> None:
        """Two uses of types."""
        if old.is_list and new.is_list:
            self.type(path, old.element, new.element, way)
            return
        if _is_alternate(old) != _is_alternate(new):
            self._alternative(path, old, new, way)
            return
        if old.is_list != new.is_list:
            self.add(path, f"was {old.text}, is {new.text}", True)
            return
        before, after = old.definition, new.definition
        if isinstance(before, (Builtin, Enum)) or isinstance(after, (Builtin, Enum)):
            self._definitions(path, before, after, way)
            return
        key = (old.text, new.text, way)
        if (*key, False) in self._seen or (*key, self._is_unstable) in self._seen:
            return
        self._seen.add((*key, self._is_unstable))
        with self.placed(before.where, after.where):
            self.features(path, before.features, after.features)
            self._definitions(path, before, after, way)

    def _definitions(self, path: str, old: Type, new: Type, way: str) -> None:
        if isinstance(old, Builtin) and isinstance(new, Builtin):
            self._builtin(path, old, new, way)
        elif isinstance(old, Enum) and isinstance(new, Enum):
            self._enum(path, old, new, way)
        elif isinstance(old, Union) and isinstance(new, Union):
            self._union(path, old, new, way)
        elif isinstance(old, Alternate) and isinstance(new, Alternate):
            self._alternate(path, old, new, way)
        elif isinstance(old, Struct) and isinstance(new, Struct):
            self.members(path, old.all_members, new.all_members, way)
        elif isinstance(old, Union) and isinstance(new, Struct):
            self._spread(path, old, new, way)
        elif isinstance(old, Struct) and isinstance(new, Union):
            self._split(path, old, new, way)
        else:
            wider, narrower = (new, old) if way == SEND else (old, new)
            text = f"was {_label(old)}, is {_label(new)}"
            self.add(path, text, not _is_within(narrower, wider))

    def _builtin(self, path: str, old: Builtin, new: Builtin, way: str) -> None:
        if old.json == new.json:
            return
        wider, narrower = (new, old) if way == SEND else (old, new)
        fits = wider.json == "value" or (wider.json == "number" and narrower.json == "int")
        self.add(path, f"was {old.name}, is {new.name}", not fits)

    def _enum(self, path: str, old: Enum, new: Enum, way: str) -> None:
        others = {value.name: value for value in new.values}
        for value in old.values:
            other = others.pop(value.name, None)
            self._value(f"{path} value '{value.name}'", value, other, way)
        for name in others:
            # Clients are to ignore values that they do not know.
            self.add(f"{path} value '{name}'", "added", False)

    def _value(self, path: str, old: EnumValue, new: EnumValue | None, way: str) -> None:
        if new is None:
            self.removed(path, old.features, way == SEND)
            return
        with self.promised(old.features):
            self.features(path, old.features, new.features)
            self.condition(path, old.condition, new.condition, way == SEND)

    def members(self, path: str, old: Iterable[Member], new: Iterable[Member], way: str) -> None:
        """What a client sends may come to need less, what it receives may come to hold more."""
        others = {member.name: member for member in new}
        for member in old:
            other = others.pop(member.name, None)
            where = f"{path} {member.name}"
            if other is None:
                self.removed(where, member.features, way == SEND or member.is_mandatory)
                continue
            with self.promised(member.features):
                self.features(where, member.features, other.features)
                self._member(where, member, other, way)
        for name, member in others.items():
            breaking = way == SEND and member.is_mandatory
            text = "added, mandatory" if member.is_mandatory else "added"
            self.add(f"{path} {name}", text, breaking)

    def _member(self, path: str, old: Member, new: Member, way: str) -> None:
        if old.is_mandatory and not new.is_mandatory:
            self.add(path, "was mandatory, is optional", way == RECEIVE)
        elif new.is_mandatory and not old.is_mandatory:
            self.add(path, "was optional, is mandatory", way == SEND)
        self.condition(path, old.condition, new.condition, way == SEND or old.is_mandatory)
        if old.default and new.default and old.default != new.default:
            text = f"default was {_spell(old.default.value)}, is {_spell(new.default.value)}"
            self.add(path, text, True)
        if way == SEND and new.range and new.range != old.range:
            narrower = not old.range or (
                new.range.low > old.range.low or new.range.high < old.range.high
            )
            text = f"range is {new.range.low} to {new.range.high}"
            self.add(path, text, narrower)
        self.type(path, old.type, new.type, way)

    def _union(self, path: str, old: Union, new: Union, way: str) -> None:
        if old.discriminator.name != new.discriminator.name:
            self.add(path, f"discriminator is '{new.discriminator.name}'", True)
        self.members(path, old.all_members, new.all_members, way)
        others = {variant.name: variant for variant in new.variants}
        for variant in old.variants:
            other = others.get(variant.name)
            if other is not None:
                self.data(f"{path} {variant.name}", variant.type, other.type, way)

    def _spread(self, path: str, old: Union, new: Struct, way: str) -> None:
        """A union has become a struct, which has the members of all branches or lacks them."""
        shared, rest = _apart(old, new)
        self.members(path, old.all_members, shared, way)
        for variant in old.variants:
            self.members(f"{path} {variant.name}", _members(variant.type), rest, way)

    def _split(self, path: str, old: Struct, new: Union, way: str) -> None:
        """A struct has become a union; each branch has what the struct had or lacks it."""
        shared, rest = _apart(new, old)
        self.members(path, shared, new.all_members, way)
        for variant in new.variants:
            self.members(f"{path} {variant.name}", rest, _members(variant.type), way)

    def _alternate(self, path: str, old: Alternate, new: Alternate, way: str) -> None:
        others = {branch.json_types: branch for branch in new.branches}
        for branch in old.branches:
            other = others.pop(branch.json_types, None)
            if other is None:
                self.add(path, f"is no longer {branch.type.text}", way == SEND)
            else:
                self.type(path, branch.type, other.type, way)
        for branch in others.values():
            self.add(path, f"can also be {branch.type.text}", way == RECEIVE)

    def _alternative(self, path: str, old: TypeRef, new: TypeRef, way: str) -> None:
        """A type has become one of those of an alternate, or the only one that is left."""
        alternate, single = (old, new) if _is_alternate(old) else (new, old)
        branch = _branch(alternate, single)
        if branch is None:
            self.add(path, f"was {old.text}, is {new.text}", True)
        elif single is old:
            self.add(path, f"was {old.text}, can be others of {new.text}", way == RECEIVE)
            self.type(path, old, branch, way)
        else:
            self.add(path, f"was {old.text}, is {new.text} alone", way == SEND)
            self.type(path, branch, new, way)


def _members(ref: TypeRef | None) -> tuple[Member, ...]:
    definition = ref.definition if ref else None
    return definition.all_members if isinstance(definition, (Struct, Union)) else ()


def _is_object(ref: TypeRef) -> bool:
    return not ref.is_list and isinstance(ref.definition, (Struct, Union))


def _is_alternate(ref: TypeRef) -> bool:
    return not ref.is_list and isinstance(ref.definition, Alternate)


def _branch(alternate: TypeRef, single: TypeRef) -> TypeRef | None:
    """The type among an alternate's that takes the same JSON values."""
    definition = alternate.definition
    assert isinstance(definition, Alternate)
    wanted = _json_type(single)
    found = (branch.type for branch in definition.branches if wanted in branch.json_types)
    return next(found, None)


def _json_type(ref: TypeRef) -> str:
    definition = ref.definition
    if ref.is_list:
        return "array"
    if isinstance(definition, Builtin):
        return "number" if definition.json == "int" else definition.json
    return "string" if isinstance(definition, Enum) else "object"


def _apart(union: Union, struct: Struct) -> tuple[list[Member], list[Member]]:
    """The members of a struct: those that no branch of the union has, and the rest."""
    branches = {item.name for variant in union.variants for item in _members(variant.type)}
    shared = [item for item in struct.all_members if item.name not in branches]
    return shared, [item for item in struct.all_members if item.name in branches]


def _is_within(narrower: Type, wider: Type) -> bool:
    """True if each value of one type is one of the other, as far as their kinds tell."""
    if not isinstance(wider, Builtin):
        return False
    return wider.json == "value" or (wider.json == "string" and isinstance(narrower, Enum))


def _label(definition: Type) -> str:
    return f"{definition.kind.value} {definition.name}"


def _spell(value: object) -> str:
    return json.dumps(value)
