# SPDX-License-Identifier: Apache-2.0
"""Describes a schema as query-qmp-schema does: an array of SchemaInfo.

Commands and events come first, then the types that they use, in the order of first use; other
types are left out.  Types other than built-in ones are numbered.  Members that QEMU does not have
are additional and optional: `default` that is not null, and `phases` of commands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from codegen.build import EMPTY
from codegen.model import (
    Alternate,
    Builtin,
    Enum,
    Feature,
    Member,
    ObjectType,
    Struct,
    Type,
    TypeRef,
    Union,
)
from codegen.schema import Alias, Command, CommandAlias, Event, Schema

Info = dict[str, Any]


def introspect(schema: Schema) -> list[Info]:
    """Returns the SchemaInfo array of the schema."""
    return _Introspection(schema).run()


class _Introspection:
    """Entries, and the types that they still wait for."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._owners = {item.props_struct: item for item in schema.objects}
        self._numbers: dict[str, str] = {}
        self._entries: list[Info] = []
        self._seen: set[str] = set()
        self._waiting: deque[Callable[[], None]] = deque()

    def run(self) -> list[Info]:
        for item in self._schema.definitions:
            if isinstance(item, Command):
                self._command(item)
            elif isinstance(item, Event):
                info: Info = {"arg-type": self._data_type(item.arguments)}
                self._add(item.name, "event", info, item.features)
        for table in self._schema.alias_tables:
            for alias in table.commands:
                self._command_alias(alias)
        while self._waiting:
            self._waiting.popleft()()
        return self._entries

    def _add(self, name: str, meta: str, info: Info, features: Iterable[Feature] = ()) -> None:
        entry: Info = {"name": name, "meta-type": meta, **info}
        if names := [feature.name for feature in features]:
            entry["features"] = names
        self._entries.append(entry)

    def _command(self, command: Command) -> None:
        opened = command.open_member
        if opened and opened.open_object:
            arguments = self._open_type(command, opened)
        else:
            arguments = self._data_type(command.arguments)
        info: Info = {"arg-type": arguments, "ret-type": self._data_type(command.returns)}
        if command.allow_oob:
            info["allow-oob"] = True
        if command.rule:
            info["phases"] = list(command.rule.sources)
        self._add(command.name, "command", info, command.features)

    def _command_alias(self, alias: CommandAlias) -> None:
        """Another emulator's command: its own arguments, and for the rest as the one of ours."""
        command = self._schema.command(alias.target)
        number = self._number(f"{alias.name} arguments")
        self._later(number, lambda: self._taken(number, alias))
        info: Info = {"arg-type": number, "ret-type": self._data_type(command.returns)}
        if command.rule:
            info["phases"] = list(command.rule.sources)
        self._add(alias.name, "command", info, [Feature("deprecated")])

    def _taken(self, name: str, alias: CommandAlias) -> None:
        members = []
        for item in alias.takes:
            ref = TypeRef(item.type, table=self._schema.types)
            member: Info = {"name": item.name, "type": self._use(ref)}
            members.append(member | ({"default": item.default} if item.is_optional else {}))
        self._add(name, "object", {"members": members})

    def _data_type(self, ref: TypeRef | None) -> str:
        """The type of arguments or of an answer; where there are none, of an empty object."""
        return self._use(ref or TypeRef(EMPTY, table=self._schema.types))

    def _use(self, ref: TypeRef) -> str:
        """Returns the name that a type goes by, and describes it when its turn comes."""
        definition = ref.definition
        if not isinstance(definition, Builtin):
            name = self._number(ref.name)
        else:
            name = "int" if definition.json == "int" else definition.name
        if ref.is_list:
            array = f"[{name}]"
            self._later(array, lambda: self._array(array, ref.element))
            return array
        self._later(name, lambda: self._type(name, definition))
        return name

    def _number(self, name: str) -> str:
        return self._numbers.setdefault(name, str(len(self._numbers)))

    def _later(self, name: str, describe: Callable[[], None]) -> None:
        if name not in self._seen:
            self._seen.add(name)
            self._waiting.append(describe)

    def _array(self, name: str, element: TypeRef) -> None:
        self._add(name, "array", {"element-type": self._use(element)})

    def _type(self, name: str, definition: Type) -> None:
        match definition:
            case Builtin():
                self._add(name, "builtin", {"json-type": definition.json})
            case Enum():
                self._enum(name, definition)
            case Struct():
                members = self._members(definition.all_members)
                info: Info = {"members": members + self._property_aliases(definition)}
                self._add(name, "object", info, definition.features)
            case Union():
                info = self._union(definition)
                self._add(name, "object", info, definition.features)
            case Alternate():
                branches = [{"type": self._use(branch.type)} for branch in definition.branches]
                self._add(name, "alternate", {"members": branches}, definition.features)

    def _enum(self, name: str, enum: Enum) -> None:
        members = [_with_features({"name": value.name}, value.features) for value in enum.values]
        info: Info = {"members": members, "values": [value.name for value in enum.values]}
        self._add(name, "enum", info, enum.features)

    def _members(self, members: Iterable[Member]) -> list[Info]:
        return [self._member(member) for member in members if not member.is_open]

    def _member(self, member: Member) -> Info:
        info: Info = {"name": member.name, "type": self._use(member.type)}
        if not member.is_mandatory:
            info["default"] = member.default.value if member.default else None
        return _with_features(info, member.features)

    def _union(self, union: Union) -> Info:
        members = self._members(union.all_members)
        empty = TypeRef(EMPTY, table=self._schema.types)
        return {
            "members": members,
            "tag": union.discriminator.name,
            "variants": [
                {"case": variant.name, "type": self._use(variant.type or empty)}
                for variant in union.variants
            ],
        }

    def _open_type(self, command: Command, opened: Member) -> str:
        """The arguments of a command that takes the properties of any type of object."""
        number = self._number(f"{command.name} arguments")
        self._later(number, lambda: self._open_object(number, command, opened))
        return number

    def _open_object(self, name: str, command: Command, opened: Member) -> None:
        types = self._schema.derived(opened.open_base)
        members = self._members(command.members)
        aliases = [(item, alias) for item in types for alias in self._type_aliases(item)]
        tag = self._number(f"{command.name} {opened.open_object}")
        ours, others = [item.name for item in types], [alias for _, alias in aliases]
        self._later(tag, lambda: self._names(tag, ours, others))
        for member in members:
            if member["name"] == opened.open_object:
                member["type"] = tag
        cases = [(item, item.name) for item in types] + aliases
        variants = [
            {"case": case, "type": self._use(TypeRef(item.props_struct, table=item.table))}
            for item, case in cases
        ]
        info: Info = {"members": members, "tag": opened.open_object, "variants": variants}
        self._add(name, "object", info)

    def _type_aliases(self, item: ObjectType) -> list[str]:
        entries = (entry for _, entry in self._schema.aliases_of(item))
        return [alias.name for entry in entries for alias in entry.types]

    def _property_aliases(self, struct: Struct) -> list[Info]:
        """Members for the other names of an object type's properties."""
        item = self._owners.get(struct.name)
        entries = self._schema.aliases_of(item) if item else ()
        members = {member.name: member for member in struct.members}
        owner = item.props_struct if item else ""
        return [
            {
                "name": alias.name,
                "type": self._alias_type(alias, members),
                "default": None,
                "features": ["deprecated"],
            }
            for _, entry in entries
            for alias in entry.properties
            if alias.target in members or (alias.only and struct.name == owner)
        ]

    def _alias_type(self, alias: Alias, members: Mapping[str, Member]) -> str:
        """That of our property, or of the values that it goes by there."""
        if not alias.values and not alias.only:
            return self._use(members[alias.target].type)
        values = alias.only or tuple(alias.values or ())
        kinds = {bool: "bool", int: "int", str: "str"}
        return self._use(TypeRef(kinds[type(values[0])], table=self._schema.types))

    def _names(self, name: str, ours: list[str], others: list[str]) -> None:
        members: list[Info] = [{"name": value} for value in ours]
        members += [{"name": value, "features": ["deprecated"]} for value in others]
        self._add(name, "enum", {"members": members, "values": ours + others})


def _with_features(info: Info, features: Iterable[Feature]) -> Info:
    if names := [feature.name for feature in features]:
        info["features"] = names
    return info
