# SPDX-License-Identifier: Apache-2.0
"""Names of other emulators, checked: part of what `codegen.schema` offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.model import Definition
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that another emulator has for one of ours."""

    name: str
    target: str
    """Ours; empty for a property that has no counterpart"""
    values: Mapping[str, Any] | None = None
    """Of a property that goes by other values: ours, by what they are there"""
    only: tuple[Any, ...] = ()
    """The values of one without counterpart that say what is so here anyway"""

    @property
    def meaning(self) -> str:
        """What it stands for, values included.

        >>> Alias("freq", "clock").meaning, Alias("cpu", "isa", {"ibex": "rv32imc"}).meaning
        ('clock', 'isa with ibex for rv32imc')
        >>> Alias("stride", "", only=(128,)).meaning
        'nothing, and is 128'
        """
        if self.only:
            return f"nothing, and is {' or '.join(map(str, self.only))}"
        pairs = (f"{theirs} for {ours}" for theirs, ours in (self.values or {}).items())
        values = ", ".join(pairs)
        return f"{self.target} with {values}" if values else self.target


@dataclass(frozen=True, slots=True)
class ObjectAliases:
    """The names that another emulator has for an object type and for what it has."""

    object: str
    types: tuple[Alias, ...]
    properties: tuple[Alias, ...]
    ports: tuple[Alias, ...]
    """`NAME` stands for a port, and for its elements; `NAME[N]` for a port or one element"""
    children: tuple[Alias, ...] = ()
    """Of the objects below it, and of the elements of theirs that are several"""
    given: tuple[Alias, ...] = ()
    """Properties and the values that they have where one of `types` is created without them"""


@dataclass(frozen=True, slots=True)
class AliasArgument:
    """An argument that another emulator's command takes."""

    name: str
    type: str
    """A built-in one"""
    is_optional: bool = False
    default: Any = None
    """Of an optional one; without it what mentions it is left out"""


@dataclass(frozen=True, slots=True)
class CommandAlias:
    """A command of another emulator, and what it is here."""

    name: str
    target: str
    """Our command"""
    takes: tuple[AliasArgument, ...]
    arguments: Mapping[str, Any]
    """Of our command; `$name` in them stands for an argument that it takes"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasTable(Definition):
    """All names of one other emulator; the definition's name is that of the emulator."""

    objects: tuple[ObjectAliases, ...]
    paths: tuple[Alias, ...]
    """A path stands for another, and all that begin with it do"""
    commands: tuple[CommandAlias, ...] = ()
    assumes: tuple[Alias, ...] = ()
    """Paths of objects that its machines always have, and their types here"""

    @property
    def rows(self) -> list[tuple[Alias, str, str]]:
        """All of it as a list: each with what it is, and the object type that has it."""
        rows = [(Alias(item.name, item.target), "command", "") for item in self.commands]
        rows += [(alias, "path", "") for alias in self.paths]
        for entry in self.objects:
            rows += [(alias, "object type", "") for alias in entry.types]
            rows += [(alias, "property", entry.object) for alias in entry.properties]
            rows += [(alias, "port", entry.object) for alias in entry.ports]
            rows += [(alias, "child", entry.object) for alias in entry.children]
        return rows
