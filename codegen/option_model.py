# SPDX-License-Identifier: Apache-2.0
"""Shorthands of the command line, checked: part of what `codegen.schema` offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.model import Definition
from codegen.records import dataclass


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command with its arguments; `$value` stands for the option's argument."""

    execute: str
    arguments: Mapping[str, Any]
    is_merged: bool = False
    """Adds its arguments to the command that another option stands for, if there is one"""


@dataclass(frozen=True, slots=True)
class OptionKey:
    """A key that the argument of a shorthand can have."""

    name: str
    is_optional: bool = False
    values: tuple[str, ...] = ()
    """All that it can be; empty for anything"""
    default: str = ""
    """Of an optional one; without it the arguments that mention the key are left out"""
    unit: str = ""
    """What a number alone is followed by"""
    repeats: bool = False
    """Whether it can be given several times: a list's element that mentions it stands for each"""
    refuse: str = ""
    """Why it is not taken, and what would do"""


@dataclass(frozen=True, slots=True)
class OptionCase:
    """What a shorthand stands for, by how its argument begins."""

    start: str = ""
    """The whole argument, or its beginning if this ends in a colon or a comma; empty for any"""
    keys: tuple[OptionKey, ...] = ()
    """What the rest of the argument consists of; without keys `$value` is the rest"""
    runs: tuple[Invocation, ...] = ()
    refuse: str = ""
    """Why it is not taken, and what would do"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Definition):
    """A shorthand for other invocations on the command line."""

    cases: tuple[OptionCase, ...]
    """One without conditions, if it always stands for the same"""
    value: str = ""
    """Name of its argument in help; empty if it takes none"""
    group: str = ""
    when: str = "now"
    """now, after (after all options) or end (last of all, only one of them)"""
    default: str | None = None
    """The value it has when no option of `end` is given"""
    single_dash: bool = False
    """Written with one dash only: with two it is another option"""

    @property
    def runs(self) -> tuple[Invocation, ...]:
        """What it always stands for; nothing if that depends on its argument."""
        case = self.cases[0] if len(self.cases) == 1 else OptionCase()
        return () if case.start or case.keys else case.runs

    @property
    def spelling(self) -> str:
        """As it is typed, without a value."""
        return f"{'-' if self.is_short or self.single_dash else '--'}{self.name}"

    @property
    def is_short(self) -> bool:
        return len(self.name) == 1
