# SPDX-License-Identifier: Apache-2.0
"""Completes checked types: unions, what branches look like in JSON, recursion, implicit structs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.build import Builder, PendingUnion
from codegen.model import (
    Alternate,
    AlternateBranch,
    Builtin,
    Enum,
    EnumValue,
    Kind,
    Member,
    ObjectType,
    Struct,
    Type,
    TypeRef,
    Union,
    Use,
    Variant,
    implicit_name,
)
from codegen.names import Scope
from codegen.records import replace

_JSON_NAMES = {"string": "string", "boolean": "boolean", "null": "null"}


def finish_unions(builder: Builder) -> None:
    """Gives each union its discriminator and all its branches."""
    table: dict[str, Any] = builder.table
    for name, definition in table.items():
        if isinstance(definition, PendingUnion):
            table[name] = _union(definition)
        elif isinstance(definition, Alternate):
            branches = tuple(_branch(branch) for branch in definition.branches)
            table[name] = replace(definition, branches=branches)


def _union(pending: PendingUnion) -> Union:
    tag = next(member for member in pending.all_members if member.name == pending.tag)
    enum = tag.type.definition
    assert isinstance(enum, Enum)
    declared = {name: (ref, condition) for name, ref, condition in pending.branches}
    return Union(
        name=pending.name,
        cpp_name=pending.cpp_name,
        where=pending.where,
        module=pending.module,
        doc=pending.doc,
        condition=pending.condition,
        features=pending.features,
        base=pending.base,
        tag=pending.tag,
        variants=tuple(_variant(value, declared) for value in enum.values),
    )


def _variant(value: EnumValue, declared: dict[str, tuple[TypeRef, Any]]) -> Variant:
    ref, condition = declared.get(value.name, (None, value.condition))
    return Variant(value, value.cpp_name, ref, condition)


def _branch(branch: AlternateBranch) -> AlternateBranch:
    definition = branch.type.definition
    if branch.type.is_list:
        kind = "array"
    elif isinstance(definition, Enum):
        kind = "string"
    elif isinstance(definition, Builtin):
        kind = _JSON_NAMES.get(definition.json, "number")
    else:
        kind = "object"
    return replace(branch, json_types=frozenset({kind}))


def finish_structs(builder: Builder) -> None:
    """Makes the C++ names of a struct's members differ from those of its bases."""
    done: set[str] = set()
    for name in list(builder.table):
        _settle_names(builder.table, name, done)


def _settle_names(table: dict[str, Type], name: str, done: set[str]) -> None:
    struct = table[name]
    if name in done or not isinstance(struct, Struct) or not struct.base:
        return
    done.add(name)
    _settle_names(table, struct.base.name, done)
    base = struct.base.definition
    assert isinstance(base, Struct)
    scope = Scope(member.cpp_name for member in base.all_members)
    members = tuple(
        replace(member, cpp_name=scope.take(member.cpp_name)) for member in struct.members
    )
    if members != struct.members:
        table[name] = replace(struct, members=members)


def finish_objects(builder: Builder) -> None:
    """Makes the implicit structs of properties and saved state of all object types."""
    objects = [item for item in builder.table.values() if isinstance(item, ObjectType)]
    for item in objects:
        properties = tuple(one for one in item.all_properties if one.use is not Use.TELEMETRY)
        _implicit(builder, item, item.props_struct, "Props", properties)
        _implicit(builder, item, item.state_struct, "State", item.all_state)


def _implicit(
    builder: Builder, owner: ObjectType, key: str, suffix: str, members: tuple[Member, ...]
) -> None:
    scope = Scope()
    builder.table[key] = Struct(
        name=key,
        cpp_name=builder.scope.take(implicit_name(owner.name, suffix)),
        where=owner.where,
        module=owner.module,
        condition=owner.condition,
        is_implicit=True,
        members=tuple(replace(member, cpp_name=scope.take(member.cpp_name)) for member in members),
    )


class Ordering:
    """Orders types so that each follows those that it holds by value; marks what is recursive."""

    def __init__(self, table: dict[str, Type]) -> None:
        self._table = table
        self._state: dict[str, str] = {}
        self._recursive: set[tuple[str, str]] = set()
        self.order: list[str] = []

    def run(self) -> tuple[Type, ...]:
        """Returns all types but built-in ones and objects."""
        for name, definition in list(self._table.items()):
            if definition.kind not in (Kind.BUILTIN, Kind.OBJECT):
                self._visit(name)
        for owner in {owner for owner, _ in self._recursive}:
            self._mark(owner)
        return tuple(self._table[name] for name in self.order)

    def _visit(self, name: str) -> None:
        if name in self._state:
            return
        self._state[name] = "open"
        for owner, label, ref in _held(self._table[name]):
            if ref.is_list or ref.definition.kind in (Kind.BUILTIN, Kind.OBJECT):
                continue
            if self._state.get(ref.name) == "open":
                self._recursive.add((owner, label))
            else:
                self._visit(ref.name)
        self._state[name] = "done"
        self.order.append(name)

    def _mark(self, name: str) -> None:
        definition = self._table[name]
        match definition:
            case Struct():
                members = tuple(self._marked(name, member) for member in definition.members)
                self._table[name] = replace(definition, members=members)
            case Union():
                variants = tuple(self._marked(name, item) for item in definition.variants)
                self._table[name] = replace(definition, variants=variants)
            case Alternate():
                branches = tuple(self._marked(name, item) for item in definition.branches)
                self._table[name] = replace(definition, branches=branches)

    def _marked(self, owner: str, item: Any) -> Any:
        recursive = (owner, item.name) in self._recursive
        return replace(item, is_recursive=True) if recursive else item


def _held(definition: Type) -> Iterator[tuple[str, str, TypeRef]]:
    """What a type holds by value: who declares it, its name there, and its type."""
    if isinstance(definition, Struct):
        if definition.base:
            yield from _held(definition.base.definition)
        for member in definition.members:
            yield definition.name, member.name, member.type
    elif isinstance(definition, Union):
        yield from _held(definition.base.definition)
        for variant in definition.variants:
            if variant.type:
                yield definition.name, variant.name, variant.type
    elif isinstance(definition, Alternate):
        for branch in definition.branches:
            yield definition.name, branch.name, branch.type
