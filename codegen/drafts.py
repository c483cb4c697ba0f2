# SPDX-License-Identifier: Apache-2.0
"""Definitions that are well formed each, while nothing is known of how they fit together."""

# These are records, as wide as the language is.
# pylint: disable=too-many-instance-attributes

from __future__ import annotations

from typing import Any

from codegen.docs import ParsedDoc
from codegen.messages.base import Errors, Message
from codegen.records import dataclass, field
from codegen.schema import (
    Alias,
    Cli,
    CommandAlias,
    Condition,
    ConfigSection,
    Doc,
    FdtNode,
    ObjectAliases,
    OptionCase,
    Ports,
    Pragma,
    RateLimit,
)
from codegen.source import Place


@dataclass(frozen=True, slots=True)
class TypeUse:
    name: str
    is_list: bool = False

    def __str__(self) -> str:
        return f"[{self.name}]" if self.is_list else self.name


@dataclass(frozen=True, slots=True)
class FeatureDraft:
    name: str
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """A value of an enum, or a leaf of a phase machine."""

    name: str
    condition: Condition | None = None
    features: tuple[FeatureDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberDraft:
    name: str
    use: TypeUse
    optional: bool = False
    is_open: bool = False
    condition: Condition | None = None
    features: tuple[FeatureDraft, ...] = ()
    added: dict[str, Any] = field(default_factory=dict)
    """Keys that QAPI does not have: default, range, ..."""
    bound: str = ""
    """The text between the brackets of a property `name[bound]`"""


@dataclass(frozen=True, slots=True)
class BranchDraft:
    """A branch of a union or alternate."""

    name: str
    use: TypeUse
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A top-level entry of a phase machine: one leaf, or a named set of leaves."""

    name: str
    leaves: tuple[ValueDraft, ...]
    is_set: bool
    view: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A `phase`, as written."""

    sources: tuple[str, ...] | None = None
    excepted: tuple[str, ...] = ()
    targets: str | tuple[str, ...] | dict[str, str] | None = None
    walks: bool = False
    is_step: bool = True


@dataclass(slots=True)
class Draft:
    """One definition."""

    meta: str
    name: str
    value: dict[str, Any]
    place: Place
    doc: ParsedDoc | None
    condition: Condition | None = None
    features: tuple[FeatureDraft, ...] = ()
    base: str = ""
    """A named base"""
    base_members: list[MemberDraft] | None = None
    """Of a union whose common members stand in place"""
    data: str = ""
    """A named type of data or properties"""
    members: list[MemberDraft] = field(default_factory=list)
    state: list[MemberDraft] = field(default_factory=list)
    branches: list[BranchDraft] = field(default_factory=list)
    values: list[ValueDraft] = field(default_factory=list)
    returns: TypeUse | None = None
    entries: list[EntryDraft] = field(default_factory=list)
    rule: RuleDraft | None = None
    group: str = ""
    is_read_only: bool = False
    cli: Cli | None = None
    cases: tuple[OptionCase, ...] = ()
    """Of a shorthand"""
    config: ConfigSection | None = None
    removes: tuple[str, ...] = ()
    rate_limit: RateLimit | None = None
    aliases: list[ObjectAliases] = field(default_factory=list)
    paths: list[Alias] = field(default_factory=list)
    command_aliases: list[CommandAlias] = field(default_factory=list)
    assumes: list[Alias] = field(default_factory=list)
    ports: Ports = Ports()
    fdt: FdtNode | None = None
    documentation: Doc = field(init=False)
    """What `doc` says, as templates see it"""

    def __post_init__(self) -> None:
        self.documentation = self.doc.checked() if self.doc else Doc()

    @property
    def within(self) -> str:
        """How messages call it."""
        return f"{self.meta} '{self.name}'"

    @property
    def has_own_namespace(self) -> bool:
        """These can be called like a command, and have no members."""
        return self.meta in ("transition", "option", "aliases")


@dataclass(slots=True)
class Context:
    """Where messages about one definition go."""

    errors: Errors
    pragma: Pragma
    place: Place
    within: str = ""

    def add(self, message: Message | None) -> bool:
        """Adds the message, if there is one; says whether there was none."""
        if message is not None:
            self.errors.add(self.place, message, self.within)
        return message is None
