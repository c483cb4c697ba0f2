# SPDX-License-Identifier: Apache-2.0
"""What the server understands, from its introspection: for completion, and to read text by type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Entity = dict[str, Any]
_INTEGER = re.compile(r"-?(?:0[xX][0-9a-fA-F]+|[0-9]+)")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
_BOOLEANS = {"on": True, "true": True, "off": False, "false": False}


class Schema:
    """The entities of query-qmp-schema, by name."""

    def __init__(self, entities: list[Entity]) -> None:
        self._entities = {entity["name"]: entity for entity in entities}

    def commands(self) -> list[str]:
        """Names all commands."""
        named = self._entities.items()
        return sorted(name for name, entity in named if entity["meta-type"] == "command")

    def phases(self, command: str) -> list[str] | None:
        """Names the phases that a command runs in; nothing where the server does not tell."""
        phases: list[str] | None = self._command(command).get("phases")
        return phases

    def members(self, command: str, given: Mapping[str, Any]) -> dict[str, Entity]:
        """Gives the arguments of a command, with those that depend on what was given."""
        arguments = self._command(command).get("arg-type")
        return self.members_of(arguments, given) if arguments else {}

    def members_of(self, type_name: str, given: Mapping[str, Any]) -> dict[str, Entity]:
        """Gives the members of an object type."""
        entity = self._entities[type_name]
        members = {member["name"]: member for member in entity.get("members", ())}
        if entity["meta-type"] != "object":
            return {}
        tag = given.get(entity.get("tag", ""))
        for variant in entity.get("variants", ()):
            if variant["case"] == tag:
                members |= self.members_of(variant["type"], given)
        return members

    def values(self, type_name: str) -> list[str]:
        """Names the values of an enum, and of a boolean."""
        entity = self._entities[type_name]
        if entity["meta-type"] == "enum":
            return [member["name"] for member in entity["members"]]
        if entity["meta-type"] == "alternate":
            return [value for one in entity["members"] for value in self.values(one["type"])]
        return ["false", "true"] if entity.get("json-type") == "boolean" else []

    def describe(self, type_name: str) -> str:
        """Says in a word or two what a type is."""
        entity = self._entities[type_name]
        kind = entity["meta-type"]
        if kind == "array":
            return f"list of {self.describe(entity['element-type'])}"
        if kind == "alternate":
            return " or ".join(self.describe(one["type"]) for one in entity["members"])
        if kind == "enum":
            return "|".join(self.values(type_name))
        return str(entity["json-type"]) if kind == "builtin" else "object"

    def fit(self, command: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Gives scalars that people wrote as text the types that the command wants.

        A server reads a script of its own that way: `at=0x1000`, `pretty=on`, `id=5`. What does not
        fit is left as it is, for the server to refuse.
        """
        entity = self._command(command)
        return self._fit_members(entity["arg-type"], arguments) if entity else dict(arguments)

    def _command(self, name: str) -> Entity:
        entity = self._entities.get(name, {})
        return entity if entity.get("meta-type") == "command" else {}

    def _fit_members(self, type_name: str, given: Mapping[str, Any]) -> dict[str, Any]:
        members = self.members_of(type_name, given)
        return {
            name: self._fit_value(members[name]["type"], value) if name in members else value
            for name, value in given.items()
        }

    def _fit_value(self, type_name: str, value: Any) -> Any:
        entity = self._entities[type_name]
        kind = entity["meta-type"]
        if kind == "array":
            element = entity["element-type"]
            items = value if isinstance(value, list) else [value]
            return [self._fit_value(element, item) for item in items]
        if kind == "object" and isinstance(value, dict):
            return self._fit_members(type_name, value)
        if kind == "builtin":
            return _fit_scalar(entity["json-type"], value)
        if kind == "enum":
            return _fit_scalar("string", value)
        return value


def _fit_scalar(json_type: str, value: Any) -> Any:
    """Reads text as what is wanted, and words as text.

    >>> [_fit_scalar("int", "0x10"), _fit_scalar("int", "4K"), _fit_scalar("string", 5)]
    [16, '4K', '5']
    >>> [_fit_scalar("boolean", "on"), _fit_scalar("string", True), _fit_scalar("number", "1.5")]
    [True, 'true', 1.5]
    """
    if json_type == "string" and isinstance(value, (bool, int)):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    if json_type == "boolean":
        return _BOOLEANS.get(value, value)
    return _number(value, json_type) if json_type in ("int", "number") else value


def _number(text: str, json_type: str) -> Any:
    if _INTEGER.fullmatch(text):
        return int(text, 16 if "x" in text.lower() else 10)
    if json_type == "number" and _NUMBER.fullmatch(text):
        return float(text)
    return text


def dotted(members: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Names all that was given, nested members by their dotted keys.

    >>> list(dotted({"a": 1, "b": {"c": 2}}))
    ['a', 'b.c']
    """
    for name, value in members.items():
        if isinstance(value, dict):
            yield from dotted(value, f"{prefix}{name}.")
        else:
            yield prefix + name
