# SPDX-License-Identifier: Apache-2.0
"""Back end `cli`: the options of the command line, with all that their help says."""

from collections.abc import Iterator

from codegen import cpp, names
from codegen.backends.cli_members import MemberRow, is_settable, rows_of
from codegen.backends.common import source_of
from codegen.model import members_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import (
    Command,
    Condition,
    Enum,
    Member,
    ObjectType,
    Option,
    OptionCase,
    OptionKey,
    Schema,
    Struct,
    Union,
    Variant,
)


@dataclass(frozen=True, slots=True)
class BranchRow:
    """Members that exist for one value of the selecting argument."""

    value: str
    doc: str
    constant: str
    """The array of the members; empty when there are none"""


@dataclass(frozen=True, slots=True)
class MembersArray:
    """An array of members that several rows may share."""

    constant: str
    rows: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True)
class CommandRow:
    command: Command
    schema: Schema

    @property
    def name(self) -> str:
        return self.command.name

    @property
    def condition(self) -> Condition | None:
        return self.command.condition

    @property
    def constant(self) -> str:
        """What the names of its arrays begin with."""
        return names.constant(self.name)

    @property
    def _options(self) -> tuple[str, ...]:
        return self.command.cli.options if self.command.cli else ()

    @property
    def option(self) -> str:
        return self._options[0]

    @property
    def aliases(self) -> str:
        return ", ".join(cpp.string(name) for name in self._options[1:])

    @property
    def short(self) -> str:
        return self.command.cli.short if self.command.cli else ""

    @property
    def implied_key(self) -> str:
        return self.command.cli.implied_key if self.command.cli else ""

    @property
    def plan(self) -> str:
        return self.command.cli.plan if self.command.cli else ""

    @property
    def choices(self) -> str:
        return self.command.cli.choices if self.command.cli else ""

    @property
    def is_in_dry_run(self) -> bool:
        return self.command.cli is not None and self.command.cli.dry_run

    @property
    def is_positional(self) -> bool:
        return self.command.cli is not None and self.command.cli.positional

    @property
    def group(self) -> str:
        return self.command.cli.group if self.command.cli else ""

    @property
    def help(self) -> str:
        return cpp.first_sentence(self.command.doc.summary)

    @property
    def doc(self) -> str:
        return cpp.paragraphs(self.command.doc.overview)

    @property
    def members(self) -> tuple[MemberRow, ...]:
        return rows_of(self.command.members)

    @property
    def _opened(self) -> Member | None:
        return self.command.open_member

    @property
    def is_open(self) -> bool:
        return self._opened is not None and not self._opened.open_object

    @property
    def selector(self) -> str:
        """The argument that selects the branch."""
        if self._opened is not None:
            return self._opened.open_object
        arguments = self.command.arguments.definition if self.command.arguments else None
        return arguments.discriminator.name if isinstance(arguments, Union) else ""

    @property
    def branches(self) -> list[BranchRow]:
        if self._opened is not None and self.selector:
            types = self.schema.derived(self._opened.open_base or self.schema.objects[0].name)
            return [_object_branch(item) for item in types]
        arguments = self.command.arguments.definition if self.command.arguments else None
        if not isinstance(arguments, Union):
            return []
        return [_union_branch(item) for item in arguments.variants]


def _object_branch(item: ObjectType) -> BranchRow:
    has_members = any(map(is_settable, item.all_properties))
    doc = cpp.first_sentence(item.doc.summary)
    return BranchRow(item.name, doc, object_members(item.name) if has_members else "")


def _union_branch(item: Variant) -> BranchRow:
    has_members = item.type is not None and bool(members_of(item.type))
    doc = cpp.plain(item.doc or item.case.doc)
    return BranchRow(
        item.name, doc, struct_members(item.type.name) if item.type and has_members else ""
    )


@dataclass(frozen=True, slots=True)
class CaseRow:
    case: OptionCase
    constant: str

    @property
    def keys(self) -> list[tuple[OptionKey, str]]:
        """Each with the array of what it can be, which is empty for anything."""
        return [
            (key, f"{self.constant}{names.pascal(key.name)}Values" if key.values else "")
            for key in self.case.keys
        ]

    @property
    def runs(self) -> list[tuple[str, str, bool]]:
        return [
            (run.execute, cpp.json_text(run.arguments), run.is_merged) for run in self.case.runs
        ]


@dataclass(frozen=True, slots=True)
class OptionRow:
    option: Option

    @property
    def name(self) -> str:
        return self.option.name

    @property
    def constant(self) -> str:
        """What the names of its arrays begin with; a capital letter is another option."""
        case = "Upper" if self.name.isupper() else ""
        return f"{names.constant(self.name)}{case}Option"

    @property
    def cases(self) -> list[CaseRow]:
        return [
            CaseRow(case, f"{self.constant}{number if number else ''}")
            for number, case in enumerate(self.option.cases)
        ]

    @property
    def when(self) -> str:
        return names.pascal(self.option.when)

    @property
    def help(self) -> str:
        return cpp.first_sentence(self.option.doc.summary)

    @property
    def doc(self) -> str:
        return cpp.paragraphs(self.option.doc.overview)


@dataclass(frozen=True, slots=True)
class CliView:
    schema: Schema

    @property
    def source(self) -> str:
        return source_of(self.schema)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def program(self) -> str:
        return self.schema.pragma.program

    @property
    def commands(self) -> list[CommandRow]:
        return [CommandRow(item, self.schema) for item in self.schema.commands if item.cli]

    @property
    def options(self) -> list[OptionRow]:
        return [OptionRow(option) for option in self.schema.options]

    @property
    def arrays(self) -> list[MembersArray]:
        """The members of all branches, each once."""
        used = {branch.constant for command in self.commands for branch in command.branches}
        arrays = [
            MembersArray(
                object_members(item.name), rows_of(filter(is_settable, item.all_properties))
            )
            for item in self.schema.objects
        ]
        arrays += [
            MembersArray(struct_members(name), rows_of(item.all_members))
            for name, item in self.schema.types.items()
            if isinstance(item, (Struct, Union))
        ]
        return [array for array in arrays if array.constant in used]

    @property
    def enums(self) -> list[Enum]:
        """Those whose values help shows."""
        rows = [row for command in self.commands for row in command.members]
        rows += [row for array in self.arrays for row in array.rows]
        return list({row.enum.name: row.enum for row in rows if row.enum}.values())


def object_members(name: str) -> str:
    """The array of the settable properties of an object type."""
    return f"{names.constant(name)}ObjectMembers"


def struct_members(name: str) -> str:
    """The array of the members of a branch's type."""
    return f"{names.constant(name)}BranchMembers"


def files(schema: Schema) -> Iterator[File]:
    """One table."""
    if schema.commands or schema.options:
        view = {"view": CliView(schema)}
        yield File("cli/options.h", "cli_options.h.j2", view)
        yield File("cli/options.cpp", "cli_options.cpp.j2", view)
