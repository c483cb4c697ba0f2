# SPDX-License-Identifier: Apache-2.0
"""Compares two schemas: what a client, config file, script or snapshot of the old one would notice.

Types are compared by structure, from the commands and events that use them: a type's name is no
part of the interface, so that renaming one is no change.  What a client sends may only become
wider, what it receives may only become narrower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from codegen.evolution_changes import Changes
from codegen.evolution_types import RECEIVE, SEND, TypeComparison
from codegen.model import Definition, Location, Member, ObjectType, Property, Use
from codegen.schema import Command, CommandAlias, RateLimit, Schema

_REMOVED_STATE = "removed: old snapshots have it; 'until' keeps them loadable"

_Item = TypeVar("_Item", bound=Definition)


def compare(old: Schema, new: Schema) -> Changes:
    """Returns what differs between two schemas."""
    comparison = _Comparison()
    comparison.commands(old, new)
    comparison.events(old, new)
    comparison.objects(old, new)
    comparison.options(old, new)
    comparison.aliases(old, new)
    return Changes(comparison.found)


class _Comparison(TypeComparison):
    """Walks through both schemas side by side."""

    def _pairs(
        self, kind: str, old: Iterable[_Item], new: Iterable[_Item]
    ) -> Iterator[tuple[str, _Item, _Item]]:
        """What both schemas define, with its path; says what only one of them does."""
        others = {item.name: item for item in new}
        for item in old:
            other = others.pop(item.name, None)
            path = f"{kind} {item.name}"
            with self.placed(item.where, other.where if other else None):
                if other is None:
                    self.removed(path, item.features, True)
                    continue
                with self.promised(item.features):
                    self.features(path, item.features, other.features)
                    self.condition(path, item.condition, other.condition)
                    yield path, item, other
        for item in others.values():
            with self.placed(None, item.where):
                self.add(f"{kind} {item.name}", "added", False)

    def commands(self, old: Schema, new: Schema) -> None:
        """Commands: arguments are sent, answers received; rules must not get stricter."""
        for path, command, other in self._pairs("command", old.commands, new.commands):
            self.data(path, command.arguments, other.arguments, SEND)
            self.data(f"{path} returns", command.returns, other.returns, RECEIVE)
            self._command_details(path, command, other)

    def _command_details(self, path: str, old: Command, new: Command) -> None:
        if old.allow_oob != new.allow_oob:
            text = "out-of-band execution " + ("dropped" if old.allow_oob else "allowed")
            self.add(path, text, old.allow_oob)
        if old.allow_preconfig != new.allow_preconfig:
            text = "in state preconfig " + ("no longer" if old.allow_preconfig else "too")
            self.add(path, f"can run {text}", old.allow_preconfig)
        if old.success_response != new.success_response:
            self.add(path, "success response added or dropped", True)
        if old.rule and new.rule:
            self._rule(path, old, new)
        options = set(old.cli.options if old.cli else ())
        missing = options - set(new.cli.options if new.cli else ())
        for option in sorted(missing):
            self.add(path, f"option --{option} removed", True)
        forms = [(item.config.section, item.config.is_list) for item in (old, new) if item.config]
        if old.config and forms != [forms[0]] * 2:
            self.add(path, f"config section '{old.config.section}' changed or removed", True)

    def _rule(self, path: str, old: Command, new: Command) -> None:
        assert old.rule and new.rule
        before, after = set(old.rule.sources), set(new.rule.sources)
        for phase in old.rule.sources:
            if phase not in after:
                self.add(path, f"no longer runs in phase '{phase}'", True)
            elif old.rule.moves.get(phase) != new.rule.moves.get(phase):
                self.add(path, f"leads elsewhere from phase '{phase}'", True)
        for phase in new.rule.sources:
            if phase not in before:
                self.add(path, f"runs in phase '{phase}' too", False)

    def events(self, old: Schema, new: Schema) -> None:
        """Events are received."""
        for path, event, other in self._pairs("event", old.events, new.events):
            self.data(path, event.arguments, other.arguments, RECEIVE)
            self._rate_limit(path, event.rate_limit, other.rate_limit)

    def _rate_limit(self, path: str, old: RateLimit | None, new: RateLimit | None) -> None:
        """What is held back is lost to a client that wants each event."""
        if new == old:
            return
        if new is None:
            self.add(path, "is not limited any more", False)
            return
        fewer = old is None or new.interval > old.interval or new.key != old.key
        self.add(path, f"is sent {new.text}", fewer)

    def objects(self, old: Schema, new: Schema) -> None:
        """Object types: properties are sent or read, and state is kept in snapshots."""
        for path, item, other in self._pairs("object", old.objects, new.objects):
            for way in (SEND, RECEIVE):
                self.members(path, _properties(item, way), _properties(other, way), way)
            self._state(path, item, other)
            for port in item.ports.names:
                if port not in other.ports.names:
                    self.add(f"{path} port {port}", "removed", True)

    def _state(self, path: str, old: ObjectType, new: ObjectType) -> None:
        others = {member.name: member for member in new.all_state}
        for member in old.all_state:
            other = others.pop(member.name, None)
            where = f"{path} state {member.name}"
            if other is None:
                self.add(where, _REMOVED_STATE, True)
                continue
            if (member.type.text, member.count) != (other.type.text, other.count):
                self.add(where, f"was {_state_type(member)}, is {_state_type(other)}", True)
            self._versions(where, member, other)
        for name, member in others.items():
            if member.since or not member.is_mandatory:
                self.add(f"{path} state {name}", "added: old snapshots do without", False)
            else:
                self.add(f"{path} state {name}", "added without 'since'", True)

    def _versions(self, path: str, old: Member, new: Member) -> None:
        """Since when a state member is saved, and until when."""
        if old.until and not new.until:
            self.add(path, f"was no longer saved from {old.until} on, and is again", True)
        elif new.until != old.until:
            self.add(path, f"not saved any more from {new.until} on", False)
        if old.since and not new.since and new.is_mandatory:
            self.add(path, f"'since' removed: snapshots before {old.since} lack it", True)
        elif new.since != old.since:
            self.add(path, f"saved since {new.since or 'ever'}", False)

    def options(self, old: Schema, new: Schema) -> None:
        """Shorthands of the command line."""
        for path, option, other in self._pairs("option", old.options, new.options):
            if bool(option.value) != bool(other.value):
                self.add(path, "takes a value, or no longer does", True)

    def aliases(self, old: Schema, new: Schema) -> None:
        """Names of other emulators, from whichever table."""
        others = dict(_aliases(new))
        for path, (target, where) in _aliases(old):
            found = others.pop(path, None)
            with self.placed(where, found[1] if found else None):
                if found is None:
                    self.add(path, "removed", True)
                elif found[0] != target:
                    self.add(path, f"stood for '{target}', stands for '{found[0]}'", True)
        for path, (_, where) in others.items():
            with self.placed(None, where):
                self.add(path, "added", False)


def _properties(item: ObjectType, way: str) -> list[Property]:
    """Those that a client sets, or those that it can only read."""
    is_read = way == RECEIVE
    return [prop for prop in item.all_properties if (prop.use is Use.TELEMETRY) == is_read]


def _aliases(schema: Schema) -> Iterator[tuple[str, tuple[str, Location]]]:
    """What each stands for, and where, by what it is and its name."""
    for table in schema.alias_tables:
        for entry in table.objects:
            path = f"object {entry.object}"
            for alias in entry.types:
                yield f"alias of type {alias.name}", (alias.target, table.where)
            for alias in entry.properties:
                yield f"{path} alias {alias.name}", (alias.meaning, table.where)
            for alias in entry.ports:
                yield f"{path} port alias {alias.name}", (alias.target, table.where)
            for alias in entry.children:
                yield f"{path} child alias {alias.name}", (alias.target, table.where)
            for alias in entry.given:
                yield f"{path} given {alias.name}", (alias.target, table.where)
        for alias in table.paths:
            yield f"alias of path {alias.name}", (alias.target, table.where)
        for alias in table.assumes:
            yield f"assumed object {alias.name}", (alias.target, table.where)
        for command in table.commands:
            yield f"alias of command {command.name}", (_spelled(command), table.where)


def _spelled(alias: CommandAlias) -> str:
    """All that it stands for, on a line."""
    taken = " ".join(f"{'*' * item.is_optional}{item.name}" for item in alias.takes)
    given = " ".join(f"{name}={value}" for name, value in alias.arguments.items())
    return f"{alias.target} {given} for {taken}"


def _state_type(member: Member) -> str:
    """
    >>> from codegen.model import TypeRef
    >>> _state_type(Member("fifo", "fifo", TypeRef("uint8"), False, count=16))
    'uint8[16]'
    """
    return member.type.text + ("" if member.count is None else f"[{member.count}]")
