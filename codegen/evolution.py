# SPDX-License-Identifier: Apache-2.0
"""Compares two schemas: what a client, config file, script or snapshot of the old one would notice.

Types are compared by structure, from the commands and events that use them: a type's name is no
part of the interface, so that renaming one is no change.  What a client sends may only become
wider, what it receives may only become narrower.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from codegen.model import (
    Alternate,
    Builtin,
    Enum,
    Location,
    Member,
    ObjectType,
    Struct,
    Type,
    TypeRef,
    Union,
)
from codegen.schema import Command, Schema

SEND = "send"
RECEIVE = "receive"


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


def compare(old: Schema, new: Schema) -> Changes:
    """Returns what differs between two schemas."""
    comparison = _Comparison()
    comparison.commands(old, new)
    comparison.events(old, new)
    comparison.objects(old, new)
    comparison.options(old, new)
    return Changes(comparison.found)


class _Comparison:
    """Walks through both schemas side by side."""

    def __init__(self) -> None:
        self.found: list[Change] = []
        self._old: Location | None = None
        self._new: Location | None = None
        # Pairs of types that were compared, or are being: types can contain themselves.
        self._seen: set[tuple[str, str, str]] = set()

    def _add(self, path: str, text: str, breaking: bool) -> None:
        self.found.append(Change(path, text, breaking, self._old, self._new))

    def commands(self, old: Schema, new: Schema) -> None:
        """Commands: arguments are sent, answers received; rules must not get stricter."""
        others = {command.name: command for command in new.commands}
        for command in old.commands:
            other = others.pop(command.name, None)
            path = f"command {command.name}"
            self._old, self._new = command.where, other.where if other else None
            if other is None:
                self._add(path, "removed", True)
                continue
            self._data(path, command.arguments, other.arguments, SEND)
            self._data(f"{path} returns", command.returns, other.returns, RECEIVE)
            self._command_details(path, command, other)
        for command in others.values():
            self._old, self._new = None, command.where
            self._add(f"command {command.name}", "added", False)

    def _command_details(self, path: str, old: Command, new: Command) -> None:
        if old.allow_oob != new.allow_oob:
            text = "out-of-band execution " + ("dropped" if old.allow_oob else "allowed")
            self._add(path, text, old.allow_oob)
        if old.success_response != new.success_response:
            self._add(path, "success response added or dropped", True)
        if old.rule and new.rule:
            self._rule(path, old, new)
        options = set(old.cli.options if old.cli else ())
        missing = options - set(new.cli.options if new.cli else ())
        for option in sorted(missing):
            self._add(path, f"option --{option} removed", True)
        if old.config and old.config != new.config:
            self._add(path, f"config section '{old.config.section}' changed or removed", True)

    def _rule(self, path: str, old: Command, new: Command) -> None:
        assert old.rule and new.rule
        before, after = set(old.rule.sources), set(new.rule.sources)
        for phase in old.rule.sources:
            if phase not in after:
                self._add(path, f"no longer runs in phase '{phase}'", True)
            elif old.rule.moves.get(phase) != new.rule.moves.get(phase):
                self._add(path, f"leads elsewhere from phase '{phase}'", True)
        for phase in new.rule.sources:
            if phase not in before:
                self._add(path, f"runs in phase '{phase}' too", False)

    def events(self, old: Schema, new: Schema) -> None:
        """Events are received."""
        others = {event.name: event for event in new.events}
        for event in old.events:
            other = others.pop(event.name, None)
            path = f"event {event.name}"
            self._old, self._new = event.where, other.where if other else None
            if other is None:
                self._add(path, "removed", True)
                continue
            self._data(path, event.arguments, other.arguments, RECEIVE)
        for event in others.values():
            self._old, self._new = None, event.where
            self._add(f"event {event.name}", "added", False)

    def objects(self, old: Schema, new: Schema) -> None:
        """Object types: properties are sent, and state is kept in snapshots."""
        others = {item.name: item for item in new.objects}
        for item in old.objects:
            other = others.pop(item.name, None)
            path = f"object {item.name}"
            self._old, self._new = item.where, other.where if other else None
            if other is None:
                self._add(path, "removed", True)
                continue
            self._members(path, item.all_properties, other.all_properties, SEND)
            self._state(path, item, other)
            for port in item.ports.names:
                if port not in other.ports.names:
                    self._add(f"{path} port {port}", "removed", True)
        for item in others.values():
            self._old, self._new = None, item.where
            self._add(f"object {item.name}", "added", False)

    def _state(self, path: str, old: ObjectType, new: ObjectType) -> None:
        others = {member.name: member for member in new.all_state}
        for member in old.all_state:
            other = others.pop(member.name, None)
            where = f"{path} state {member.name}"
            if other is None:
                self._add(where, "removed: old snapshots have it", True)
            elif (member.type.text, member.count) != (other.type.text, other.count):
                self._add(where, f"was {member.type.text}, is {other.type.text}", True)
        for name in others:
            self._add(f"{path} state {name}", "added: old snapshots lack it", False)

    def options(self, old: Schema, new: Schema) -> None:
        """Shorthands of the command line."""
        others = {option.name: option for option in new.options}
        for option in old.options:
            other = others.get(option.name)
            self._old, self._new = option.where, other.where if other else None
            if other is None:
                self._add(f"option {option.name}", "removed", True)
            elif bool(option.value) != bool(other.value):
                self._add(f"option {option.name}", "takes a value, or no longer does", True)

    def _data(self, path: str, old: TypeRef | None, new: TypeRef | None, way: str) -> None:
        if old and new:
            self._type(path, old, new, way)
        elif old and way == RECEIVE:
            self._add(path, "nothing any more", True)
        elif old:
            self._members(path, _members(old), (), way)
        elif new:
            self._members(path, (), _members(new), way)

    def _type(self, path: str, old: TypeRef, new: TypeRef, way: str) -> None:
        if old.is_list != new.is_list:
            self._add(path, f"was {old.text}, is {new.text}", True)
            return
        key = (old.text, new.text, way)
        if key in self._seen:
            return
        self._seen.add(key)
        self._definitions(path, old.definition, new.definition, way)

    def _definitions(self, path: str, old: Type, new: Type, way: str) -> None:
        if isinstance(old, Builtin) and isinstance(new, Builtin):
            self._builtin(path, old, new, way)
        elif isinstance(old, Enum) and isinstance(new, Enum):
            self._enum(path, old, new, way)
        elif isinstance(old, Union) and isinstance(new, Union):
            self._union(path, old, new, way)
        elif isinstance(old, Alternate) and isinstance(new, Alternate):
            self._alternate(path, old, new, way)
        elif isinstance(old, (Struct, Union)) and isinstance(new, (Struct, Union)):
            self._reshape(path, old, new, way)
        else:
            wider, narrower = (new, old) if way == SEND else (old, new)
            text = f"was {_label(old)}, is {_label(new)}"
            self._add(path, text, not _is_within(narrower, wider))

    def _reshape(self, path: str, old: Struct | Union, new: Struct | Union, way: str) -> None:
        """A struct that has become a union, or the other way round."""
        self._members(path, old.all_members, new.all_members, way)
        if isinstance(old, Union) or isinstance(new, Union):
            self._add(path, "has other branches", isinstance(old, Union) or way == SEND)

    def _builtin(self, path: str, old: Builtin, new: Builtin, way: str) -> None:
        if old.json == new.json:
            return
        wider, narrower = (new, old) if way == SEND else (old, new)
        fits = wider.json == "value" or (wider.json == "number" and narrower.json == "int")
        self._add(path, f"was {old.name}, is {new.name}", not fits)

    def _enum(self, path: str, old: Enum, new: Enum, way: str) -> None:
        before = [value.name for value in old.values]
        after = [value.name for value in new.values]
        for name in before:
            if name not in after:
                self._add(path, f"value '{name}' removed", way == SEND)
        for name in after:
            if name not in before:
                # Clients are to ignore values that they do not know.
                self._add(path, f"value '{name}' added", False)

    def _members(self, path: str, old: Iterable[Member], new: Iterable[Member], way: str) -> None:
        others = {member.name: member for member in new}
        for member in old:
            other = others.pop(member.name, None)
            where = f"{path} {member.name}"
            if other is None:
                self._add(where, "removed", way == SEND or member.is_mandatory)
                continue
            self._member(where, member, other, way)
        for name, member in others.items():
            breaking = way == SEND and member.is_mandatory
            text = "added, mandatory" if member.is_mandatory else "added"
            self._add(f"{path} {name}", text, breaking)

    def _member(self, path: str, old: Member, new: Member, way: str) -> None:
        if old.is_mandatory and not new.is_mandatory:
            self._add(path, "was mandatory, is optional", way == RECEIVE)
        elif new.is_mandatory and not old.is_mandatory:
            self._add(path, "was optional, is mandatory", way == SEND)
        if old.default and new.default and old.default != new.default:
            text = f"default was {_spell(old.default.value)}, is {_spell(new.default.value)}"
            self._add(path, text, True)
        if way == SEND and new.range and new.range != old.range:
            narrower = not old.range or (
                new.range.low > old.range.low or new.range.high < old.range.high
            )
            text = f"range is {new.range.low} to {new.range.high}"
            self._add(path, text, narrower)
        self._type(path, old.type, new.type, way)

    def _union(self, path: str, old: Union, new: Union, way: str) -> None:
        if old.discriminator.name != new.discriminator.name:
            self._add(path, f"discriminator is '{new.discriminator.name}'", True)
        self._members(path, old.all_members, new.all_members, way)
        others = {variant.name: variant for variant in new.variants}
        for variant in old.variants:
            other = others.get(variant.name)
            if other is not None:
                self._data(f"{path} {variant.name}", variant.type, other.type, way)

    def _alternate(self, path: str, old: Alternate, new: Alternate, way: str) -> None:
        others = {branch.json_types: branch for branch in new.branches}
        for branch in old.branches:
            other = others.pop(branch.json_types, None)
            if other is None:
                self._add(path, f"is no longer {branch.type.text}", way == SEND)
            else:
                self._type(path, branch.type, other.type, way)
        for branch in others.values():
            self._add(path, f"can also be {branch.type.text}", way == RECEIVE)


def _members(ref: TypeRef) -> tuple[Member, ...]:
    definition = ref.definition
    return definition.all_members if isinstance(definition, (Struct, Union)) else ()


def _is_within(narrower: Type, wider: Type) -> bool:
    """True if each value of one type is one of the other, as far as their kinds tell."""
    if isinstance(wider, Alternate):
        return any(branch.type.definition.name == narrower.name for branch in wider.branches)
    if not isinstance(wider, Builtin):
        return False
    return wider.json == "value" or (wider.json == "string" and isinstance(narrower, Enum))


def _label(definition: Type) -> str:
    return f"{definition.kind.value} {definition.name}"


def _spell(value: object) -> str:
    return json.dumps(value)
