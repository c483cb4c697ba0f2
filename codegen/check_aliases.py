# SPDX-License-Identifier: Apache-2.0
"""Checks aliases against the names of ours that they stand for, and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.build import Stage
from codegen.drafts import Context, Draft
from codegen.messages import aliases as messages
from codegen.messages import objects as object_messages
from codegen.messages.nearest import nearest
from codegen.model import ObjectType, Struct
from codegen.records import dataclass
from codegen.schema import Alias, ObjectAliases


@dataclass(frozen=True, slots=True)
class _Declared:
    """An alias of a property or port, with the type that has it."""

    alias: Alias
    object: ObjectType
    draft: Draft
    kind: str

    def meets(self, other: ObjectType) -> bool:
        """True if some object has the names of both types."""
        return self.object.derives_from(other.name) or other.derives_from(self.object.name)


class AliasChecker:
    """Checks all tables together."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._tables = [draft for draft in stage.drafts if draft.meta == "aliases"]
        definitions = stage.builder.table.values()
        self._objects = [item for item in definitions if isinstance(item, ObjectType)]
        self._members: list[_Declared] = []

    def run(self) -> None:
        """Checks types first, then what they have, then paths."""
        self._check_types()
        self._members = list(self._find_members())
        for number, member in enumerate(self._members):
            context = self._stage.context(member.draft)
            self._check_name(context, member, self._members[:number])
            self._check_target(context, member)
        self._check_paths()
        self._check_assumed()
        self._check_given()

    def _entries(self) -> Iterator[tuple[Draft, ObjectAliases]]:
        for draft in self._tables:
            for entry in draft.aliases:
                yield draft, entry

    def _check_types(self) -> None:
        names = {item.name: f"object type '{item.name}'" for item in self._objects}
        for draft, entry in self._entries():
            context = self._stage.context(draft)
            for alias in entry.types:
                if other := names.get(alias.name):
                    context.add(messages.AliasClash(what="alias", name=alias.name, other=other))
                names.setdefault(alias.name, f"an alias of '{entry.object}'")

    def _find_members(self) -> Iterator[_Declared]:
        types = {alias.name for _, entry in self._entries() for alias in entry.types}
        for draft, entry in self._entries():
            found = self._stage.builder.table.get(entry.object)
            if not isinstance(found, ObjectType):
                self._report_object(self._stage.context(draft), entry.object, types)
                continue
            for alias in entry.properties:
                yield _Declared(alias, found, draft, "property")
            for alias in entry.ports:
                yield _Declared(alias, found, draft, "port")

    def _report_object(self, context: Context, name: str, aliases: set[str]) -> None:
        found = self._stage.builder.table.get(name)
        if name in aliases:
            context.add(messages.AliasOfAlias(what="'objects' names", name="objects", target=name))
        elif found is None:
            hint = nearest(name, (item.name for item in self._objects))
            context.add(object_messages.UnknownObject(what="'objects'", name=name, hint=hint))
        else:
            kind = f"{found.kind.value} '{name}'"
            context.add(object_messages.NotAnObjectType(what="'objects'", found=kind))

    def _check_name(
        self, context: Context, member: _Declared, earlier: Iterable[_Declared]
    ) -> None:
        name = member.alias.name
        for item in filter(member.meets, self._objects):
            if name in _names(item, member.kind):
                other = f"a {member.kind} of '{item.name}'"
                context.add(messages.AliasClash(what="alias", name=name, other=other))
                return
        for one in earlier:
            if one.alias.name == name and one.kind == member.kind and member.meets(one.object):
                other = f"an alias of {one.kind} '{one.alias.target}' of '{one.object.name}'"
                context.add(messages.AliasClash(what="alias", name=name, other=other))
                return
        if member.kind == "property":
            self._check_hidden(context, member)

    def _check_hidden(self, context: Context, member: _Declared) -> None:
        """An argument of the command that creates the object has the name."""
        for definition in self._stage.builder.table.values():
            if not isinstance(definition, Struct) or not definition.open_member:
                continue
            opened = definition.open_member
            created = [
                item
                for item in self._objects
                if not opened.open_base or item.derives_from(opened.open_base)
            ]
            names = {one.name for one in definition.all_members}
            is_made = opened.open_object and any(map(member.meets, created))
            if is_made and member.alias.name in names:
                name, type_name = member.alias.name, member.object.name
                context.add(object_messages.OpenClash(argument=name, type=type_name))

    def _check_target(self, context: Context, member: _Declared) -> None:
        alias = member.alias
        if alias.only:
            return
        base, bracket, _ = alias.target.partition("[")
        known = _names(member.object, member.kind)
        if base in known:
            if member.kind == "port":
                self._check_index(context, member, base, bool(bracket))
            return
        aliases = {
            one.alias.name
            for one in self._members
            if one.kind == member.kind and one.meets(member.object)
        }
        if alias.target in aliases or base in aliases:
            context.add(messages.AliasOfAlias(what="alias", name=alias.name, target=alias.target))
        else:
            context.add(
                messages.AliasTarget(
                    what="alias",
                    name=alias.name,
                    kind=member.kind,
                    target=alias.target,
                    hint=nearest(base, known),
                )
            )

    def _check_index(
        self, context: Context, member: _Declared, port: str, target_is_element: bool
    ) -> None:
        is_array = port in _arrays(member.object)
        is_element = member.alias.name.endswith("]")
        problem = ""
        if target_is_element and not is_array:
            problem = f"'{port}' is no array"
        elif is_array and is_element and not target_is_element:
            problem = "one element cannot stand for several"
        elif is_array and target_is_element and not is_element:
            problem = "an alias without an index stands for the whole port"
        if problem:
            name, target = member.alias.name, member.alias.target
            context.add(
                messages.AliasIndex(what="alias", name=name, target=target, problem=problem)
            )

    def _check_paths(self) -> None:
        declared = [(draft, path) for draft in self._tables for path in draft.paths]
        seen: dict[str, str] = {}
        for draft, path in declared:
            context = self._stage.context(draft)
            if path.name in seen:
                other = f"an alias of '{seen[path.name]}'"
                context.add(messages.AliasClash(what="alias", name=path.name, other=other))
            seen.setdefault(path.name, path.target)
            if any(f"{path.target}/".startswith(f"{other.name}/") for _, other in declared):
                context.add(messages.AliasOfAlias(what="alias", name=path.name, target=path.target))

    def _check_assumed(self) -> None:
        """Objects that their machines always have are made below ours."""
        types = [item.name for item in self._objects if not item.is_abstract]
        for draft in self._tables:
            context = self._stage.context(draft)
            for path in draft.assumes:
                if path.name.rpartition("/")[0] != "/machine":
                    context.add(messages.AssumedPath(path=path.name))
                if path.target not in types:
                    hint = nearest(path.target, types)
                    context.add(
                        object_messages.UnknownObject(
                            what=f"'assumes' of '{path.name}'", name=path.target, hint=hint
                        )
                    )

    def _check_given(self) -> None:
        for draft, entry in self._entries():
            item = self._stage.builder.table.get(entry.object)
            if not isinstance(item, ObjectType):
                continue
            known = _names(item, "property")
            for given in entry.given:
                if given.name not in known:
                    hint = nearest(given.name, known)
                    what = f"'given' of '{entry.object}'"
                    self._stage.context(draft).add(
                        messages.AliasGiven(what=what, name=given.name, hint=hint)
                    )


def _names(item: ObjectType, kind: str) -> frozenset[str]:
    if kind == "port":
        return frozenset(item.ports.names)
    return frozenset(member.name for member in item.all_properties)


def _arrays(item: ObjectType) -> frozenset[str]:
    ports = item.ports
    found = {port.name for port in ports.mmio if port.count is not None}
    interrupts = ports.irq_in + ports.irq_out
    return frozenset(found | {port.name for port in interrupts if port.count is not None})
