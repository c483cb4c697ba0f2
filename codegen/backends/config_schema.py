# SPDX-License-Identifier: Apache-2.0
"""Back end `config`: JSON Schemas (2020-12) of what users write, for editors.

One is of config files; that of machine descriptions is made by `codegen.backends.machine_schema`.
"""

from collections.abc import Iterator

from codegen import cpp
from codegen.backends import machine_schema
from codegen.backends.json_schema import TEMPLATE, Node, ValueWriter, document
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Command, Schema


class _Writer(ValueWriter):
    """Describes sections too."""

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
        path = {"type": "string"}
        extends = {
            "anyOf": [path, {"type": "array", "items": path}],
            "description": "Path of a file to start from, or of several, one on top of the other.",
        }
        sections = {
            command.config.section: writer.section(command)
            for command in self.schema.commands
            if command.config
        }
        body = {
            "type": "object",
            "properties": {"$schema": {"type": "string"}, "extends": extends, **sections},
            "additionalProperties": False,
            "$defs": writer.definitions,
        }
        return document(self.schema, f"Configuration of {self.schema.pragma.program}", body)


def files(schema: Schema) -> Iterator[File]:
    """A JSON Schema if any command has a section, and one if there are machine descriptions."""
    if any(command.config for command in schema.commands):
        yield File("config/config.schema.json", TEMPLATE, {"view": ConfigView(schema)})
    if machine_schema.is_described(schema):
        view = machine_schema.MachineView(schema)
        yield File("config/machine.schema.json", TEMPLATE, {"view": view})
