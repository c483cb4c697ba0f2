# SPDX-License-Identifier: Apache-2.0
"""Checks object types against their bases and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.build import Stage, argument_key
from codegen.drafts import Context, Draft
from codegen.messages import objects as messages
from codegen.messages.nearest import nearest
from codegen.model import Member, ObjectType, Property, Struct, Use
from codegen.records import fields, replace
from codegen.values import UNSIGNED


class ObjectChecker:
    """Checks object types, whose members are checked each by itself."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._table: dict[str, Any] = stage.builder.table
        self._objects = [draft for draft in stage.drafts if draft.meta == "object"]

    def run(self) -> bool:
        """Checks bases first: nothing else makes sense before they do; says whether they do."""
        before = len(self._stage.errors)
        for draft in self._objects:
            self._check_base(draft)
        if len(self._stage.errors) > before:
            return False
        compatible: dict[str, str] = {}
        for draft in self._objects:
            context = self._stage.context(draft)
            definition = self._object(draft.name)
            self._check_names(context, definition)
            self._check_amounts(context, definition)
            self._check_fdt(context, definition)
            for name in definition.compatible:
                owner = compatible.setdefault(name, draft.name)
                if owner != draft.name:
                    context.add(messages.CompatibleTwice(name=name, owner=owner))
        self._check_open_members()
        return True

    def _object(self, name: str) -> ObjectType:
        definition = self._table[name]
        assert isinstance(definition, ObjectType)
        return definition

    def _check_base(self, draft: Draft) -> None:
        context = self._stage.context(draft)
        if draft.data:
            self._adopt(context, draft)
        seen = {draft.name}
        name = draft.base
        while name:
            found = self._table.get(name)
            if not isinstance(found, ObjectType):
                if len(seen) == 1:
                    self._report_base(context, name, found)
                return
            if name in seen:
                context.add(messages.OwnBase())
                return
            seen.add(name)
            name = found.base_name

    def _report_base(self, context: Context, name: str, found: Any) -> None:
        if found is None:
            known = [draft.name for draft in self._objects]
            hint = nearest(name, known)
            context.add(messages.UnknownObject(what="'base'", name=name, hint=hint))
        else:
            what = f"{found.kind.value} '{name}'"
            context.add(messages.NotAnObjectType(what="'base'", found=what))

    def _adopt(self, context: Context, draft: Draft) -> None:
        """Makes the members of a named struct the properties."""
        struct = self._table.get(draft.data)
        if not isinstance(struct, Struct):
            context.add(messages.PropertiesNotStruct(name=draft.data))
            return
        properties = []
        for member in struct.all_members:
            copied = {item.name: getattr(member, item.name) for item in fields(Member)}
            properties.append(Property(owner=draft.name, **copied))
        self._table[draft.name] = replace(self._object(draft.name), properties=tuple(properties))

    def _check_names(self, context: Context, definition: ObjectType) -> None:
        seen: dict[str, str] = {}
        for ancestor in definition.lineage:
            for what, name in _named(ancestor):
                if name in seen and ancestor is definition:
                    context.add(messages.MemberTwice(what=what, name=name, other=seen[name]))
                inherited = "" if ancestor is definition else f" of '{ancestor.name}'"
                seen[name] = f"a {what}{inherited}"

    def _check_amounts(self, context: Context, definition: ObjectType) -> None:
        known = {item.name: item for item in definition.all_properties}
        for what, amount in _amounts(definition):
            if not isinstance(amount, str):
                continue
            if amount not in known:
                hint = nearest(amount, known)
                context.add(messages.UnknownCount(what=what, name=amount, hint=hint))
                continue
            counting = known[amount]
            unsigned = counting.type.name in UNSIGNED and not counting.type.is_list
            if not unsigned or counting.use is not Use.CONFIG or counting.is_optional_in_cpp:
                context.add(messages.CountNotUnsigned(what=what, name=amount))

    def _check_fdt(self, context: Context, definition: ObjectType) -> None:
        known = {item.name for item in definition.all_properties}
        for item in definition.fdt.properties if definition.fdt else ():
            values = item.value if isinstance(item.value, tuple) else (item.value,)
            for value in values:
                if isinstance(value, str) and value.startswith("$") and value[1:] not in known:
                    hint = nearest(value[1:], known)
                    context.add(messages.FdtProperty(key=item.name, name=value[1:], hint=hint))

    def _check_open_members(self) -> None:
        """Checks that no property of a type hides behind an argument of the same name."""
        for draft in self._stage.drafts:
            struct = self._table.get(argument_key(draft.name)) or self._table.get(draft.name)
            if draft.meta == "object" or not isinstance(struct, Struct):
                continue
            opened = struct.open_member
            if opened and opened.open_object:
                names = {member.name for member in struct.all_members}
                self._check_hidden(self._stage.context(draft), opened, names)

    def _check_hidden(self, context: Context, opened: Member, arguments: set[str]) -> None:
        for item in map(self._object, (draft.name for draft in self._objects)):
            if item.is_abstract or opened.open_base and not item.derives_from(opened.open_base):
                continue
            for member in item.all_properties:
                if member.name in arguments:
                    context.add(messages.OpenClash(argument=member.name, type=item.name))


def _named(definition: ObjectType) -> Iterator[tuple[str, str]]:
    for member in definition.properties:
        yield "property", member.name
    for name in definition.own_ports.names:
        yield "port", name
    for state in definition.state:
        yield "state member", state.name


def _amounts(definition: ObjectType) -> Iterator[tuple[str, object]]:
    """All that is a number or the name of a property."""
    for item in definition.properties:
        yield f"bound of property '{item.name}'", item.bound
    for state in definition.state:
        yield f"'count' of state member '{state.name}'", state.count
    for region in definition.own_ports.mmio:
        yield f"'size' of region '{region.name}'", region.size
        yield f"'count' of region '{region.name}'", region.count
    for port in definition.own_ports.irq_in + definition.own_ports.irq_out:
        yield f"'count' of port '{port.name}'", port.count
