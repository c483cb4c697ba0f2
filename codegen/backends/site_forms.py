# SPDX-License-Identifier: Apache-2.0
"""How a command is written over each transport, with values that could be meant.

    cli_form(command, "coldplug") -> 'coldplug --device DRIVER,id=ID[,parent=PARENT]...'
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from codegen.model import members_of
from codegen.schema import (
    Alternate,
    Command,
    Enum,
    Member,
    Option,
    OptionCase,
    Struct,
    TypeRef,
    Union,
)

_DEPTH = 4
_WIDTH = 100
_PLAIN: dict[str, Any] = {"bool": False, "number": 0.0, "null": None, "any": {}}


def _of_type(ref: TypeRef, member: Member, depth: int) -> Any:
    if ref.is_list:
        return [_of_type(ref.element, member, depth - 1)] if depth else []
    definition = ref.definition
    match definition:
        case Enum():
            return definition.values[0].name
        case Struct():
            return _of_members(definition.all_members, depth)
        case Union():
            return _of_union(definition, depth)
        case Alternate():
            return _of_type(definition.branches[0].type, member, depth - 1) if depth else None
    return _of_builtin(ref.name, member)


def _of_builtin(name: str, member: Member) -> Any:
    if name == "str":
        return member.name.upper()
    return _PLAIN.get(name, member.range.low if member.range else 0)


def _of_members(members: Iterable[Member], depth: int) -> dict[str, Any]:
    needed = (member for member in members if member.is_mandatory and depth)
    return {
        member.name: (
            member.example.value if member.example else _of_type(member.type, member, depth - 1)
        )
        for member in needed
    }


def _of_union(union: Union, depth: int) -> dict[str, Any]:
    variant = union.variants[0]
    value = _of_members(union.all_members, depth) | {union.discriminator.name: variant.name}
    return value | _of_members(members_of(variant.type), depth)


def arguments_of(command: Command) -> Any:
    """The least that a command can be given."""
    definition = command.arguments.definition if command.arguments else None
    if isinstance(definition, Union):
        return _of_union(definition, _DEPTH)
    return _of_members(command.members, _DEPTH)


def qmp_form(command: Command) -> str:
    """The least request, as QMP takes it."""
    arguments = arguments_of(command)
    request = {"execute": command.name} | ({"arguments": arguments} if arguments else {})
    return json.dumps(request)


def cli_form(command: Command, program: str) -> str:
    """The option with its arguments; those in brackets can be left out."""
    if command.cli is None:
        return ""
    implied = command.cli.implied_key
    ordered = sorted(
        command.members, key=lambda item: (item.name != implied, not item.is_mandatory)
    )
    text = ""
    for member in ordered:
        word = "KEY=VALUE..." if member.is_open else f"{member.name}={member.name.upper()}"
        word = member.name.upper() if member.name == implied else word
        comma = "," if text else ""
        text += f"{comma}{word}" if member.is_mandatory else f"[{comma}{word}]"
    return f"{program} --{command.cli.options[0]} {text}".rstrip()


def spellings(command: Command) -> list[str]:
    """Every option that means the command, the best one first."""
    if command.cli is None:
        return []
    short = [f"-{command.cli.short}"] if command.cli.short else []
    return [*short, *(f"--{name}" for name in command.cli.options)]


def option_spelling(option: Option) -> str:
    """The option as it is typed: `--until PHASE`."""
    return f"{option.spelling} {option.value}".rstrip()


def option_runs(option: Option) -> str:
    """What an option is short for, as qmp-shell writes it."""
    return "; ".join(text for text in (_case(case, option.value) for case in option.cases) if text)


def _case(case: OptionCase, value: str) -> str:
    """One thing that a shorthand can be short for; nothing for one that is refused."""
    if case.refuse:
        return ""
    runs = ", then ".join(
        " ".join([run.execute, *(f"{key}={_written(item)}" for key, item in run.arguments.items())])
        for run in case.runs
    )
    keys = ",".join(f"{key.name}=..." for key in case.keys if not key.refuse)
    argument = f"{case.start}{keys}"
    runs = (runs or "nothing").replace("$value", value)
    return f"{argument}: {runs}" if argument else runs


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def config_form(command: Command) -> str:
    """The section of a config file that means the command."""
    if command.config is None:
        return ""
    arguments = arguments_of(command)
    value: Any = [arguments] if command.config.is_list else arguments
    section = {command.config.section: value}
    line = json.dumps(section)
    return line if len(line) <= _WIDTH else json.dumps(section, indent=2)
