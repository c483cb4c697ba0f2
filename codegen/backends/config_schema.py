# SPDX-License-Identifier: Apache-2.0
"""Back end `config`: a JSON Schema (2020-12) of config files, for editors."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen import cpp
from codegen.backends.cli_members import is_settable
from codegen.backends.common import source_of
from codegen.model import members_of
from codegen.render import File
from codegen.schema import (
    Alternate,
    Command,
    Definition,
    Enum,
    Member,
    Range,
    Schema,
    Struct,
    TypeRef,
    Union,
)

Node = dict[str, Any]

_SIZE: Node = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": "^(0[xX][0-9a-fA-F]+|[0-9]+)([KMGTPEkmgtpe](iB)?)?$"},
    ]
}
_BUILTIN: dict[str, Node] = {
    "str": {"type": "string"},
    "number": {"type": "number"},
    "bool": {"type": "boolean"},
    "null": {"type": "null"},
    "any": {},
    "size": _SIZE,
}


def _integer(name: str) -> Node:
    bits = int(name.lstrip("uint") or 64)
    low, high = (0, (1 << bits) - 1) if name[0] == "u" else (-(1 << bits - 1), (1 << bits - 1) - 1)
    return {"type": "integer", "minimum": low, "maximum": high}


def _bounded(node: Node, ref: TypeRef, bounds: Range | None) -> Node:
    if bounds is None or ref.name == "size":
        return node
    kind = "Items" if ref.is_list else "Length" if ref.name == "str" else ""
    low, high = (f"min{kind}", f"max{kind}") if kind else ("minimum", "maximum")
    return {**node, low: bounds.low, high: bounds.high}


@dataclass(slots=True)
class _Writer:
    """Describes values; types that it meets on the way are described in `definitions`."""

    schema: Schema
    definitions: dict[str, Node] = field(default_factory=dict)

    def value(self, ref: TypeRef) -> Node:
        element = {"type": "string"} if ref.is_link else self._element(ref)
        return {"type": "array", "items": element} if ref.is_list else element

    def _element(self, ref: TypeRef) -> Node:
        definition = ref.definition
        if not isinstance(definition, (Enum, Struct, Union, Alternate)):
            return _BUILTIN.get(ref.name) or ({} if ref.name == "any" else _integer(ref.name))
        if ref.name not in self.definitions:
            self.definitions[ref.name] = {}  # a type may hold itself
            self.definitions[ref.name] = self._definition(definition)
        return {"$ref": f"#/$defs/{ref.name}"}

    def _definition(self, definition: Enum | Struct | Union | Alternate) -> Node:
        match definition:
            case Enum():
                return {"enum": [value.name for value in definition.values]}
            case Alternate():
                return {"anyOf": [self.value(branch.type) for branch in definition.branches]}
        return self.arguments(definition)

    def member(self, member: Member) -> Node:
        node = _bounded(self.value(member.type), member.type, member.range)
        if member.doc:
            node = {**node, "description": cpp.plain(member.doc)}
        return {**node, "default": member.default.value} if member.default else node

    def members(self, members: Iterable[Member]) -> Node:
        """The keywords that describe members: properties and required."""
        listed = [member for member in members if not member.is_open]
        node: Node = {"properties": {member.name: self.member(member) for member in listed}}
        required = [member.name for member in listed if member.is_mandatory]
        return {**node, "required": required} if required else node

    def arguments(self, definition: Definition) -> Node:
        """An object of a struct or union type."""
        assert isinstance(definition, (Struct, Union))
        members = definition.all_members
        node: Node = {"type": "object", **self.members(members)}
        opened = next((member for member in members if member.is_open), None)
        if isinstance(definition, Union):
            tag = definition.discriminator.name
            branches = {item.name: members_of(item.type) for item in definition.variants}
            return {**node, "allOf": self._choices(tag, branches), "unevaluatedProperties": False}
        if opened is not None and opened.open_object:
            types = self.schema.derived(opened.open_base)
            properties = {
                item.name: tuple(filter(is_settable, item.all_properties)) for item in types
            }
            node["properties"][opened.open_object]["enum"] = list(properties)
            choices = self._choices(opened.open_object, properties)
            return {**node, "allOf": choices, "unevaluatedProperties": False}
        return {**node, "additionalProperties": opened is not None}

    def _choices(self, tag: str, branches: Mapping[str, tuple[Member, ...]]) -> list[Node]:
        return [
            {"if": {"properties": {tag: {"const": value}}}, "then": self.members(members)}
            for value, members in branches.items()
            if members
        ]

    def section(self, command: Command) -> Node:
        """One invocation, or a list of them."""
        arguments = command.arguments
        node = self.arguments(arguments.definition) if arguments else {"type": "object"}
        implied = next((item for item in command.members if item.name == _implied(command)), None)
        if implied is not None:
            node = {"anyOf": [self.member(implied), node]}
        if command.config and command.config.is_list:
            node = {"type": "array", "items": node}
        return {**node, "description": cpp.plain(command.doc.summary)}


def _implied(command: Command) -> str:
    """The argument whose value alone may stand for all arguments."""
    key = command.cli.implied_key if command.cli else ""
    return key if all(member.name == key for member in command.mandatory) else ""


@dataclass(frozen=True, slots=True)
class ConfigView:
    schema: Schema

    @property
    def json(self) -> str:
        writer = _Writer(self.schema)
        extends = {"type": "string", "description": "Path of a file to start from."}
        sections = {
            command.config.section: writer.section(command)
            for command in self.schema.commands
            if command.config
        }
        whole = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": f"Generated from {source_of(self.schema)} by "
            "codegen/templates/config.schema.json.j2.  Do not edit.",
            "title": f"Configuration of {self.schema.pragma.program}",
            "type": "object",
            "properties": {"$schema": {"type": "string"}, "extends": extends, **sections},
            "additionalProperties": False,
            "$defs": writer.definitions,
        }
        return json.dumps(whole, indent=1)


def files(schema: Schema) -> Iterator[File]:
    """One JSON Schema, if any command has a section."""
    if any(command.config for command in schema.commands):
        yield File(
            "config/config.schema.json", "config.schema.json.j2", {"view": ConfigView(schema)}
        )
