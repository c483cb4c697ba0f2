# SPDX-License-Identifier: Apache-2.0
"""The checked schema: what templates see, and all that they see.

    schema = load(Path("schema/main.json"))
    for command in schema.commands:
        print(command.cpp_name, [member.cpp_name for member in command.members])

Everything is frozen and in the order of the schema's files.  Types are in `codegen.model`;
names of the target language come from `codegen.names`.
"""

# These are records, as wide as the language is.
# pylint: disable=too-many-instance-attributes

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from codegen.model import (
    Alternate,
    AlternateBranch,
    Builtin,
    Condition,
    Definition,
    Doc,
    Enum,
    EnumValue,
    FdtNode,
    FdtProperty,
    Feature,
    IrqPort,
    Kind,
    Literal,
    Location,
    Member,
    MmioRegion,
    ObjectType,
    Ports,
    Property,
    Range,
    Struct,
    Type,
    TypeRef,
    Union,
    Use,
    Variant,
)
from codegen.names import snake

__all__ = [
    "Alternate",
    "AlternateBranch",
    "Builtin",
    "Cli",
    "Command",
    "Condition",
    "ConfigSection",
    "Definition",
    "Doc",
    "Enum",
    "EnumValue",
    "Event",
    "FdtNode",
    "FdtProperty",
    "Feature",
    "Invocation",
    "IrqPort",
    "Kind",
    "Literal",
    "Location",
    "Member",
    "MmioRegion",
    "Module",
    "ObjectType",
    "Option",
    "Phase",
    "PhaseMachine",
    "PhaseSet",
    "Ports",
    "Pragma",
    "Property",
    "Range",
    "Rule",
    "Schema",
    "Struct",
    "Transition",
    "Type",
    "TypeRef",
    "Union",
    "Use",
    "Variant",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a command or transition may happen, and where it leads."""

    sources: tuple[str, ...]
    """Leaf phases, in their natural order"""
    moves: Mapping[str, tuple[str, ...]]
    """Leaf phase -> the phases it may lead to; a phase that stays is not listed"""
    choices: tuple[str, ...] = ()
    """For a list-form `to`: what the handler chooses from, in the order written"""
    walks: bool = False
    """Runs other commands; the moves are theirs"""
    is_step: bool = True
    """`until-phase` may use it"""

    @property
    def targets(self) -> tuple[str, ...]:
        """All phases that it may lead to, each once."""
        return tuple(dict.fromkeys(to for moves in self.moves.values() for to in moves))

    def target(self, source: str) -> str:
        """Where it leads from `source`, unless the handler chooses."""
        moves = self.moves.get(source, ())
        return moves[0] if len(moves) == 1 else source


@dataclass(frozen=True, slots=True)
class Cli:
    """How a command appears on the command line."""

    options: tuple[str, ...]
    """Long options without dashes, the best one first; the command's own name is the last"""
    short: str = ""
    implied_key: str = ""
    group: str = ""
    positional: bool = False


@dataclass(frozen=True, slots=True)
class ConfigSection:
    section: str
    is_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Definition):
    arguments: TypeRef | None = None
    """A struct or union, or nothing"""
    returns: TypeRef | None = None
    rule: Rule | None = None
    """Nothing in a schema without phases; else always there"""
    to_enum: str = ""
    """For a list-form `to`: name of the implicit enum that the handler chooses from"""
    cli: Cli | None = None
    config: ConfigSection | None = None
    boxed: bool = False
    gen: bool = True
    success_response: bool = True
    allow_oob: bool = False
    allow_preconfig: bool = False
    coroutine: bool = False
    table: Mapping[str, Type] = field(default_factory=dict, compare=False, repr=False)

    @property
    def members(self) -> tuple[Member, ...]:
        """All arguments, without those of a union's branches."""
        if self.arguments is None:
            return ()
        definition = self.arguments.definition
        assert isinstance(definition, (Struct, Union))
        return definition.all_members

    @property
    def open_member(self) -> Member | None:
        return next((member for member in self.members if member.is_open), None)

    @property
    def mandatory(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.is_mandatory)

    @property
    def chosen_phase(self) -> Enum | None:
        """The implicit enum `<Command>To`, if the handler chooses the next phase."""
        if not self.to_enum:
            return None
        definition = self.table[self.to_enum]
        assert isinstance(definition, Enum)
        return definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Definition):
    arguments: TypeRef | None = None
    boxed: bool = False

    @property
    def members(self) -> tuple[Member, ...]:
        """All members of its data, without those of a union's branches."""
        if self.arguments is None:
            return ()
        definition = self.arguments.definition
        assert isinstance(definition, (Struct, Union))
        return definition.all_members


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Definition):
    rule: Rule
    machine: str
    """Name of the phase machine that it moves"""
    emits: str = ""
    """Name of an event"""


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command with its arguments; `$value` stands for the option's argument."""

    execute: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Definition):
    """A shorthand for other invocations on the command line."""

    runs: tuple[Invocation, ...]
    value: str = ""
    """Name of its argument in help; empty if it takes none"""
    group: str = ""
    when: str = "now"
    """now, after (after all options) or end (last of all, only one of them)"""
    default: str | None = None

    @property
    def is_short(self) -> bool:
        return len(self.name) == 1


@dataclass(frozen=True, slots=True)
class Phase:
    """A leaf of a phase machine."""

    value: EnumValue
    group: str
    """The top-level entry that it belongs to: itself, or a set"""
    number: int

    @property
    def name(self) -> str:
        return self.value.name

    @property
    def cpp_name(self) -> str:
        return self.value.cpp_name


@dataclass(frozen=True, slots=True)
class PhaseSet:
    """A named set of phases."""

    name: str
    cpp_name: str
    phases: tuple[str, ...]
    view: str = ""
    """Enum type whose values are these phases, if one is declared"""
    before: str = ""
    """The value of `view` that stands for all phases outside the set"""
    doc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMachine(Definition):
    """A state machine declared by `phases`; its leaves are also an enum type of its name."""

    governs: str
    """commands or objects"""
    phases: tuple[Phase, ...]
    sets: tuple[PhaseSet, ...]
    groups: tuple[str, ...]
    """The top-level entries, in order"""
    group_enum: str
    """Name of the implicit enum of the top-level entries"""
    steps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """steps[from][to]: the command that `until-phase` runs next; no entry where no path leads"""
    table: Mapping[str, Type] = field(compare=False, repr=False)

    @property
    def initial(self) -> Phase:
        return self.phases[0]

    @property
    def enum(self) -> Enum:
        definition = self.table[self.name]
        assert isinstance(definition, Enum)
        return definition

    def leaves(self, name: str) -> tuple[str, ...]:
        """The leaf phases that a phase or a set stands for."""
        for named in self.sets:
            if named.name == name:
                return named.phases
        return (name,)


@dataclass(frozen=True, slots=True)
class Pragma:
    doc_required: bool = False
    doc_dialect: str = "8.2"
    command_name_exceptions: frozenset[str] = frozenset()
    command_returns_exceptions: frozenset[str] = frozenset()
    member_name_exceptions: frozenset[str] = frozenset()
    documentation_exceptions: frozenset[str] = frozenset()
    program: str = "program"
    context: str = "Context"
    context_header: str = ""
    handlers: str = "handlers"
    namespace: str = "api"


_Kind = TypeVar("_Kind", bound=Definition)


def _select(definitions: tuple[Definition, ...], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(item for item in definitions if isinstance(item, kind))


class _Listing:
    """Definitions by kind, for a module and for the whole schema alike."""

    __slots__ = ()
    definitions: tuple[Definition, ...]

    @property
    def enums(self) -> tuple[Enum, ...]:
        return _select(self.definitions, Enum)

    @property
    def structs(self) -> tuple[Struct, ...]:
        return _select(self.definitions, Struct)

    @property
    def unions(self) -> tuple[Union, ...]:
        return _select(self.definitions, Union)

    @property
    def alternates(self) -> tuple[Alternate, ...]:
        return _select(self.definitions, Alternate)

    @property
    def commands(self) -> tuple[Command, ...]:
        return _select(self.definitions, Command)

    @property
    def events(self) -> tuple[Event, ...]:
        return _select(self.definitions, Event)

    @property
    def transitions(self) -> tuple[Transition, ...]:
        return _select(self.definitions, Transition)

    @property
    def options(self) -> tuple[Option, ...]:
        return _select(self.definitions, Option)

    @property
    def objects(self) -> tuple[ObjectType, ...]:
        return _select(self.definitions, ObjectType)

    @property
    def machines(self) -> tuple[PhaseMachine, ...]:
        return _select(self.definitions, PhaseMachine)


@dataclass(frozen=True, slots=True)
class Module(_Listing):
    """One schema file, with its definitions and the implicit types that belong to them."""

    name: str
    """Path relative to the main schema file, without extension: `devices/uart16550`"""
    file: str
    """Path relative to the main schema file"""
    includes: tuple[str, ...]
    """Names of the modules that it includes directly"""
    definitions: tuple[Definition, ...]
    introduction: str = ""
    """The free-form comment that opens the file, without headings' marks"""
    is_shipped: bool = False
    """It comes with qapigen, and the functions of its commands with the runtime library"""

    @property
    def cpp_file(self) -> str:
        """Path of generated files, without extension."""
        return "/".join(snake(part) for part in self.name.split("/"))

    @property
    def title(self) -> str:
        """The first line of the introduction."""
        return self.introduction.split("\n", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Schema(_Listing):
    """The whole schema, checked."""

    modules: tuple[Module, ...]
    """The main file first, then the others in the order of their inclusion"""
    types: Mapping[str, Type]
    """Every type by name, built-in and implicit ones too"""
    pragma: Pragma
    files: tuple[str, ...]
    """Paths of all files read, for dependencies"""
    definitions: tuple[Definition, ...]
    """Those of all modules"""
    types_in_order: tuple[Type, ...]
    """Non-built-in types, each after those that it holds by value"""

    def lookup(self, name: str) -> Type:
        """Returns the type of that name; there must be one."""
        return self.types[name]

    def command(self, name: str) -> Command:
        """Returns the command of that name; there must be one."""
        return next(command for command in self.commands if command.name == name)

    def event(self, name: str) -> Event:
        """Returns the event of that name; there must be one."""
        return next(event for event in self.events if event.name == name)

    @property
    def phases(self) -> PhaseMachine | None:
        """The machine that governs commands."""
        return next((item for item in self.machines if item.governs == "commands"), None)

    @property
    def object_phases(self) -> PhaseMachine | None:
        """The machine that governs objects: every object's life."""
        return next((item for item in self.machines if item.governs == "objects"), None)

    def derived(self, base: str) -> tuple[ObjectType, ...]:
        """Object types that are not abstract and derive from `base`; all of them without one."""
        concrete = (item for item in self.objects if not item.is_abstract)
        return tuple(item for item in concrete if not base or item.derives_from(base))
