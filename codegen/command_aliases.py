# SPDX-License-Identifier: Apache-2.0
"""Reads the commands of another emulator that are one of ours, and checks them against that.

    'sysbus-mmio-map': { 'command': 'map', 'takes': { 'device': 'str', 'addr': 'size' },
                         'arguments': { 'region': '$device', 'at': '$addr', 'into': 'bus' } }
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.drafts import Context, Draft
from codegen.messages import aliases as messages
from codegen.messages.nearest import nearest
from codegen.model import Member
from codegen.schema import AliasArgument, CommandAlias
from codegen.structure import check_keys

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*", re.ASCII)
_PLACEHOLDER = re.compile(r"\$([A-Za-z0-9_-]+)")
_INTEGERS = (f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
TYPES = ("str", "bool", "int", "size", *_INTEGERS)


def read_commands(context: Context, commands: object) -> Iterator[CommandAlias]:
    """Reads `commands` of a table of aliases."""
    if not isinstance(commands, dict):
        context.add(messages.BadAliases(what="'commands'", kind="an object"))
        return
    for name, value in commands.items():
        what = f"command '{name}'"
        if not _WORD.fullmatch(name):
            context.add(messages.BadAlias(what="alias", name=name, kind="name of a command"))
        elif not isinstance(value, dict):
            context.add(messages.BadAliases(what=what, kind="an object"))
        elif check_keys(context, value, what, ["command"], ["takes", "arguments"]):
            yield from _command(context, name, value)


def _command(context: Context, name: str, value: dict[str, Any]) -> Iterator[CommandAlias]:
    what = f"command '{name}'"
    target, takes = value["command"], value.get("takes", {})
    arguments = value.get("arguments", {})
    if not isinstance(target, str):
        context.add(messages.BadAliases(what=f"'command' of {what}", kind="a name of ours"))
    elif not isinstance(takes, dict):
        kind = "an object from arguments to types"
        context.add(messages.BadAliases(what=f"'takes' of {what}", kind=kind))
    elif not isinstance(arguments, dict) or not all(map(_is_scalar, arguments.values())):
        kind = "an object from arguments of ours to words or numbers"
        context.add(messages.BadAliases(what=f"'arguments' of {what}", kind=kind))
    else:
        taken = tuple(_argument(context, what, *item) for item in takes.items())
        yield CommandAlias(name, target, taken, arguments)


def _is_scalar(value: object) -> bool:
    return isinstance(value, (str, int, bool))


def _argument(context: Context, command: str, name: str, value: object) -> AliasArgument:
    bare = name.removeprefix("*")
    if isinstance(value, str):
        value = {"type": value}
    what = f"argument '{bare}' of {command}"
    if not isinstance(value, dict):
        context.add(messages.BadAliases(what=what, kind="a type, or an object with one"))
        return AliasArgument(bare, "str")
    check_keys(context, value, what, ["type"], ["default"])
    kind, default = value.get("type", "str"), value.get("default")
    if kind not in TYPES:
        hint = nearest(str(kind), TYPES)
        context.add(messages.AliasTakes(what=what, type=kind, hint=hint))
    return AliasArgument(bare, kind, name != bare or default is not None, default)


class CommandAliasChecker:
    """Checks those of all tables against our commands, and against each other."""

    def __init__(self, commands: Mapping[str, Draft], members: Mapping[str, Mapping[str, Member]]):
        self._commands = commands
        self._members = members
        self._seen: dict[str, str] = {}

    def check(self, context: Context, alias: CommandAlias) -> None:
        """Says what is wrong with one of them."""
        other = "a command of ours" if alias.name in self._commands else self._seen.get(alias.name)
        if other:
            context.add(messages.AliasClash(what="alias", name=alias.name, other=other))
        self._seen.setdefault(alias.name, f"an alias of '{alias.target}'")
        if alias.target in self._members:
            self._check_arguments(context, alias, self._members[alias.target])
        elif alias.target in self._seen:
            of_alias = messages.AliasOfAlias(
                what=f"alias '{alias.name}' stands for", name=alias.name, target=alias.target
            )
            context.add(of_alias)
        else:
            hint = nearest(alias.target, self._commands)
            context.add(
                messages.AliasTarget(
                    what="alias",
                    name=alias.name,
                    kind="command",
                    target=alias.target,
                    hint=hint,
                )
            )

    def _check_arguments(
        self, context: Context, alias: CommandAlias, members: Mapping[str, Member]
    ) -> None:
        for name in alias.arguments:
            if name not in members:
                hint = nearest(name, members)
                context.add(
                    messages.AliasArgument(
                        alias=alias.name, name=name, command=alias.target, hint=hint
                    )
                )
        taken = {item.name: item for item in alias.takes}
        for name, value in alias.arguments.items():
            for mentioned in placeholders(value):
                if mentioned not in taken:
                    hint = nearest(mentioned, taken)
                    context.add(
                        messages.AliasPlaceholder(
                            alias=alias.name, name=name, placeholder=mentioned, hint=hint
                        )
                    )
        for name, member in members.items():
            if member.is_mandatory and not _is_always_given(alias, name, taken):
                context.add(messages.AliasLacks(alias=alias.name, name=name, command=alias.target))


def placeholders(value: object) -> list[str]:
    """What a value mentions.

    >>> placeholders("$device:regs[$mmio]"), placeholders(4)
    (['device', 'mmio'], [])
    """
    return _PLACEHOLDER.findall(value) if isinstance(value, str) else []


def _is_always_given(alias: CommandAlias, name: str, taken: Mapping[str, AliasArgument]) -> bool:
    if name not in alias.arguments:
        return False
    used = [taken[each] for each in placeholders(alias.arguments[name]) if each in taken]
    return all(not item.is_optional or item.default is not None for item in used)
