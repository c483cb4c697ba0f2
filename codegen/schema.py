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

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from codegen.alias_model import Alias, AliasArgument, AliasTable, CommandAlias, ObjectAliases
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
from codegen.option_model import Invocation, Option, OptionCase, OptionKey
from codegen.records import dataclass, field, replace

__all__ = [
    "Invocation",
    "Option",
    "OptionCase",
    "OptionKey",
    "Alias",
    "AliasArgument",
    "AliasTable",
    "Alternate",
    "AlternateBranch",
    "Builtin",
    "Cli",
    "Command",
    "CommandAlias",
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
    "ObjectAliases",
    "ObjectType",
    "Option",
    "Phase",
    "PhaseMachine",
    "PhaseSet",
    "Ports",
    "Pragma",
    "Property",
    "Range",
    "RateLimit",
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
    plan: str = ""
    """The command only plans: the query that shows the plan, for `--dry-run`"""
    choices: str = ""
    """The query that lists what the implied key can be, for help"""
    dry_run: bool = False
    """`--dry-run` runs it: it then touches nothing outside of the program"""


@dataclass(frozen=True, slots=True)
class ConfigSection:
    section: str
    is_list: bool = False
    key: tuple[str, ...] = ()
    """Arguments that tell one element of a list from another"""
    merges: bool = False
    """Another invocation changes what its arguments say and leaves the rest"""
    when: str = ""
    """`after` all other sections, or at the `end`; else in the order of phases"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Definition):
    arguments: TypeRef | None = None
    """A struct or union, or nothing"""
    returns: TypeRef | None = None
    rule: Rule | None = None
    """Nothing in a schema without phases; else always there"""
    to_enum: str = ""
    """For a list-form `to`: name of the implicit enum that the handler chooses from"""
    group: str = ""
    """What rights can be limited to, and where help shows it; empty if nobody said"""
    is_read_only: bool = False
    """Changes nothing"""
    cli: Cli | None = None
    config: ConfigSection | None = None
    removes: tuple[str, ...] = ()
    """Config sections whose elements it takes away; the first is what it is the opposite of"""
    is_transient: bool = False
    """Leaves nothing behind: not journaled, and no part of a transaction"""
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


@dataclass(frozen=True, slots=True)
class RateLimit:
    """How often an event is sent at most; of those that come sooner the last one is, later."""

    interval: int
    """Milliseconds"""
    key: str = ""
    """A member of the event's data: each of its values has a limit of its own"""

    @property
    def text(self) -> str:
        """The limit in words.

        >>> RateLimit(1000, "zone").text
        "once in 1000 ms at most, for each 'zone'"
        """
        each = f", for each '{self.key}'" if self.key else ""
        return f"once in {self.interval} ms at most{each}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Definition):
    arguments: TypeRef | None = None
    boxed: bool = False
    rate_limit: RateLimit | None = None

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
    goal: str | None = None
    """Where a start walks to if it is not told; no phase in particular"""
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

    def folded(self, leaves: Iterable[str]) -> list[str]:
        """These phases in order, with a set whose phases are all there by its name."""
        wanted = set(leaves)
        found: list[str] = []
        for group in self.groups:
            members = self.leaves(group)
            is_whole = wanted.issuperset(members)
            found += [group] if is_whole else [name for name in members if name in wanted]
        return found


@dataclass(frozen=True, slots=True)
class Pragma:
    doc_required: bool = False
    doc_dialect: str = "8.2"
    command_name_exceptions: frozenset[str] = frozenset()
    command_returns_exceptions: frozenset[str] = frozenset()
    member_name_exceptions: frozenset[str] = frozenset()
    documentation_exceptions: frozenset[str] = frozenset()
    program: str = "program"
    context: str = "qapi::Context"
    context_header: str = "runtime/dispatch/context.h"
    handlers: str = "handlers"
    namespace: str = "api"


_Kind = TypeVar("_Kind", bound=Definition)


_Kinds = dict[type[Definition], tuple[Any, ...]]


def _select(listing: _Listing, kind: type[_Kind]) -> tuple[_Kind, ...]:
    """The definitions of a kind. Templates ask for them again and again; they do not change."""
    found = listing.selected.get(kind)
    if found is None:
        found = tuple(item for item in listing.definitions if isinstance(item, kind))
        listing.selected[kind] = found
    return found


class _Listing:
    """Definitions by kind, for a module and for the whole schema alike."""

    __slots__ = ()
    definitions: tuple[Definition, ...]
    selected: _Kinds

    @property
    def enums(self) -> tuple[Enum, ...]:
        return _select(self, Enum)

    @property
    def structs(self) -> tuple[Struct, ...]:
        return _select(self, Struct)

    @property
    def unions(self) -> tuple[Union, ...]:
        return _select(self, Union)

    @property
    def alternates(self) -> tuple[Alternate, ...]:
        return _select(self, Alternate)

    @property
    def commands(self) -> tuple[Command, ...]:
        return _select(self, Command)

    @property
    def events(self) -> tuple[Event, ...]:
        return _select(self, Event)

    @property
    def transitions(self) -> tuple[Transition, ...]:
        return _select(self, Transition)

    @property
    def options(self) -> tuple[Option, ...]:
        return _select(self, Option)

    @property
    def objects(self) -> tuple[ObjectType, ...]:
        return _select(self, ObjectType)

    @property
    def alias_tables(self) -> tuple[AliasTable, ...]:
        return _select(self, AliasTable)

    @property
    def machines(self) -> tuple[PhaseMachine, ...]:
        return _select(self, PhaseMachine)


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
    selected: _Kinds = field(default_factory=dict, init=False, compare=False, repr=False)

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
    selected: _Kinds = field(default_factory=dict, init=False, compare=False, repr=False)

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

    def aliases_of(self, item: ObjectType) -> tuple[tuple[AliasTable, ObjectAliases], ...]:
        """The names of others for an object type and, after those of its bases, what it has.

        Only its own entries have names for the type itself.
        """
        return tuple(
            (table, entry if entry.object == item.name else replace(entry, types=(), given=()))
            for ancestor in item.lineage
            for table in self.alias_tables
            for entry in table.objects
            if entry.object == ancestor.name
        )

    def alias_texts(self, item: ObjectType) -> list[str]:
        """The names of others for an object type and what it has, a sentence for each emulator."""
        texts: dict[str, list[str]] = {}
        for table, entry in self.aliases_of(item):
            names = texts.setdefault(table.name, [])
            names += [f"'{alias.name}'" for alias in entry.types]
            pairs = (*entry.properties, *entry.ports, *entry.children)
            named = (alias for alias in pairs if alias.target)
            names += [f"'{alias.name}' for '{alias.target}'" for alias in named]
        return [f"Names of {name}: {', '.join(names)}" for name, names in texts.items() if names]

    def derived(self, base: str) -> tuple[ObjectType, ...]:
        """Object types that are not abstract and derive from `base`; all of them without one."""
        concrete = (item for item in self.objects if not item.is_abstract)
        return tuple(item for item in concrete if not base or item.derives_from(base))
