# SPDX-License-Identifier: Apache-2.0
"""Makes valid arguments from query-qmp-schema."""

from typing import Any

from tests.support.qmp import Message

_SCALARS: dict[str, Any] = {
    "string": "x",
    "number": 0.5,
    "int": 1,
    "boolean": False,
    "null": None,
    "value": 1,
}


class Schema:
    """The entities, by name."""

    def __init__(self, entities: list[Message]) -> None:
        self.entities = {entity["name"]: entity for entity in entities}

    def commands(self) -> list[str]:
        """Names all commands."""
        return [name for name, entity in self.entities.items() if entity["meta-type"] == "command"]

    def arguments(self, command: str) -> Message:
        """Gives the least arguments that a command takes."""
        found = self.value(self.entities[command]["arg-type"])
        assert isinstance(found, dict)
        return found

    def value(self, type_name: str) -> Any:
        """Gives a value of a type."""
        entity = self.entities[type_name]
        kind = entity["meta-type"]
        if kind == "builtin":
            return _SCALARS[entity["json-type"]]
        if kind == "enum":
            return entity["members"][0]["name"]
        if kind == "array":
            return []
        if kind == "alternate":
            return self.value(entity["members"][0]["type"])
        assert kind == "object", f"a value of {type_name}, which is a {kind}"
        return self._object(entity)

    def _object(self, entity: Message) -> Message:
        members = {
            member["name"]: self.value(member["type"])
            for member in entity["members"]
            if "default" not in member
        }
        for variant in entity.get("variants", []):
            if variant["case"] == members[entity["tag"]]:
                members |= self.value(variant["type"])
        return members
