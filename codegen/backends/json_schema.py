# SPDX-License-Identifier: Apache-2.0
"""Describes values in JSON Schema (2020-12), for the back ends that make such schemas."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from codegen import cpp
from codegen.backends.cli_members import is_settable
from codegen.backends.common import source_of
from codegen.records import dataclass, field
from codegen.schema import (
    Alternate,
    Definition,
    Enum,
    Member,
    ObjectType,
    Range,
    Schema,
    Struct,
    TypeRef,
    Union,
    Variant,
)

TEMPLATE = "json_schema.json.j2"
Node = dict[str, Any]

# Bounds hold for the number and the pattern for the text: a keyword overlooks what it is not for.
SIZE: Node = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": "^(0[xX][0-9a-fA-F]+|[0-9]+)([KMGTPEkmgtpe](iB)?)?$",
}
_BUILTIN: dict[str, Node] = {
    "str": {"type": "string"},
    "number": {"type": "number"},
    "bool": {"type": "boolean"},
    "null": {"type": "null"},
    "any": {},
    "size": SIZE,
}


def _integer(name: str) -> Node:
    bits = int(name.lstrip("uint") or 64)
    low, high = (0, (1 << bits) - 1) if name[0] == "u" else (-(1 << bits - 1), (1 << bits - 1) - 1)
    return {"type": "integer", "minimum": low, "maximum": high}


def _bounded(node: Node, ref: TypeRef, bounds: Range | None) -> Node:
    if bounds is None:
        return node
    kind = "Items" if ref.is_list else "Length" if ref.name == "str" else ""
    low, high = (f"min{kind}", f"max{kind}") if kind else ("minimum", "maximum")
    return {**node, low: bounds.low, high: bounds.high}


def choices(
    tag: str,
    branches: Mapping[str, Node],
    default: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
) -> list[Node]:
    """What holds for each value of the member `tag`; the default one may be left out.

    `aliases` are further names of the values.
    """
    others = aliases or {}
    return [
        {"if": _has_value(tag, [value, *others.get(value, ())], value == default), "then": node}
        for value, node in branches.items()
    ]


def _has_value(tag: str, values: Sequence[str], is_default: bool) -> Node:
    only: Node = {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
    node: Node = {"properties": {tag: only}}
    return node if is_default else {**node, "required": [tag]}


def document(schema: Schema, title: str, body: Node) -> str:
    """A whole JSON Schema."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Generated from {source_of(schema)} by codegen/templates/{TEMPLATE}.  "
        "Do not edit.",
        "title": title,
    }
    return json.dumps(head | body, indent=1)


@dataclass(slots=True)
class ValueWriter:
    """Describes values; types that it meets on the way are described in `definitions`."""

    schema: Schema
    definitions: dict[str, Node] = field(default_factory=dict)

    def value(self, ref: TypeRef) -> Node:
        element = self.scalar({"type": "string"} if ref.is_link else self._element(ref))
        return self.array(element) if ref.is_list else element

    def scalar(self, node: Node) -> Node:
        """A value that is no array, given its description; a place for other ways to say it."""
        return node

    def array(self, element: Node) -> Node:
        """An array of such values."""
        return {"type": "array", "items": element}

    def _element(self, ref: TypeRef) -> Node:
        definition = ref.definition
        if not isinstance(definition, (Enum, Struct, Union, Alternate)):
            return _BUILTIN[ref.name] if ref.name in _BUILTIN else _integer(ref.name)
        if ref.name not in self.definitions:
            self.definitions[ref.name] = {}  # a type may hold itself
            self.definitions[ref.name] = self.definition(definition)
        return {"$ref": f"#/$defs/{ref.name}"}

    def definition(self, definition: Enum | Struct | Union | Alternate) -> Node:
        """A type that the schema defines."""
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
        # Which conditions hold is known to each program, and not here.
        sure = (member for member in listed if member.is_mandatory and not member.condition)
        required = [member.name for member in sure]
        return {**node, "required": required} if required else node

    def arguments(self, definition: Definition) -> Node:
        """An object of a struct or union type."""
        assert isinstance(definition, (Struct, Union))
        members = definition.all_members
        node: Node = {"type": "object", **self._described(definition)}
        opened = next((member for member in members if member.is_open), None)
        if isinstance(definition, Union):
            return {**node, "unevaluatedProperties": False}
        if opened is not None and opened.open_object:
            types = self.schema.derived(opened.open_base)
            properties = {item.name: self._object(item) for item in types}
            aliases = {item.name: self._type_names(item) for item in types}
            names = [*properties, *chain(*aliases.values())]
            node["properties"][opened.open_object]["enum"] = names
            told = choices(opened.open_object, _telling(properties), aliases=aliases)
            return {**node, **_all_of(told), "unevaluatedProperties": False}
        return {**node, "additionalProperties": opened is not None}

    def _type_names(self, item: ObjectType) -> list[str]:
        """The names that other emulators have for it."""
        entries = (entry for _, entry in self.schema.aliases_of(item))
        return [alias.name for entry in entries for alias in entry.types]

    def _object(self, item: ObjectType) -> Node:
        """The properties of an object, under the names of other emulators too."""
        node = self.members(filter(is_settable, item.all_properties))
        properties = node["properties"]
        for _, entry in self.schema.aliases_of(item):
            for alias in entry.properties:
                if values := alias.only or tuple(alias.values or ()):
                    properties[alias.name] = {"enum": list(values), "deprecated": True}
                elif alias.target in properties:
                    properties[alias.name] = {**properties[alias.target], "deprecated": True}
                if alias.target in properties:
                    # It may be given under that name; the program sees to it that it is.
                    node["required"] = [
                        name for name in node.get("required", ()) if name != alias.target
                    ]
        return {key: value for key, value in node.items() if key != "required" or value}

    def _described(self, definition: Struct | Union) -> Node:
        """The keywords for the members of a struct or union, branches included."""
        node = self.members(definition.all_members)
        if not isinstance(definition, Union):
            return node
        tag = definition.discriminator
        branches = {item.name: self._branch(item) for item in definition.variants}
        default = tag.default.value if tag.default else ""
        return node | _all_of(choices(tag.name, _telling(branches), default))

    def _branch(self, variant: Variant) -> Node:
        definition = variant.type.definition if variant.type else None
        if not isinstance(definition, (Struct, Union)):
            return {}
        node = self._described(definition)
        # A program may know the value without these members.
        return node if variant.condition == variant.case.condition else _optional(node)


def _telling(branches: Mapping[str, Node]) -> dict[str, Node]:
    """The branches that say something."""
    return {
        value: node for value, node in branches.items() if node.get("properties") or "allOf" in node
    }


def _optional(node: Node) -> Node:
    """The same members, none of which must be there."""
    found = {key: value for key, value in node.items() if key != "required"}
    branches = [{**item, "then": _optional(item["then"])} for item in found.get("allOf", ())]
    return found | _all_of(branches)


def _all_of(conditions: list[Node]) -> Node:
    """Nothing where there are none: the keyword takes no empty list."""
    return {"allOf": conditions} if conditions else {}
