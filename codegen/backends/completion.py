# SPDX-License-Identifier: Apache-2.0
"""Back end `completion`: what bash, zsh and fish complete on the program's command line.

    tools/qapigen generate schema/main.json --output out --backend completion

writes `out/completion/<program>.bash`, `_<program>` (zsh) and `<program>.fish`.
"""

import re
from collections.abc import Iterable, Iterator

from codegen import cpp
from codegen.backends.cli import CliView, CommandRow
from codegen.backends.cli_members import MemberRow, is_settable, rows_of
from codegen.backends.common import SchemaView
from codegen.builtin_options import BUILTIN_OPTIONS
from codegen.model import members_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Command, Option, Schema, Union

_FILES = "@files"
_FILE_NAMES = ("file", "filename")
_PHASE_NAMES = ("phase",)
_OUTPUTS = ("json", "pretty", "yaml", "table")
_COLORS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Word:
    """Something that can be typed."""

    text: str
    doc: str = ""

    @property
    def quoted(self) -> str:
        """For any of the shells."""
        return f"'{self.text}'"

    @property
    def described(self) -> str:
        """With a tab and what it means, for any of the shells."""
        doc = re.sub(r"[\\'`]", "", self.doc)
        return f"'{self.text}\t{doc}'" if doc else self.quoted


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be typed at one place; `key` says which place."""

    key: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """All names of an option; the first is the one that keys of entries have."""

    names: tuple[str, ...]
    doc: str
    implied_key: str = ""
    selector: str = ""

    @property
    def words(self) -> list[Word]:
        return [Word(name, self.doc) for name in self.names]


def _dashed(name: str) -> str:
    return f"-{name}" if len(name) == 1 else f"--{name}"


@dataclass(frozen=True)
class CompletionView(SchemaView):
    """The command line, as words by places.

    Places are `keys:OPTION:BRANCH` and `values:OPTION:BRANCH:KEY`; the branch is empty for what
    does not depend on one. A shorthand has `values:OPTION::`.
    """

    @property
    def function(self) -> str:
        """What the names of shell functions begin with."""
        return "_" + re.sub(r"\W", "_", self.program)

    @property
    def _commands(self) -> list[CommandRow]:
        return CliView(self.schema).commands

    @property
    def options(self) -> list[Spelling]:
        found = [
            Spelling(_names(row), row.help, row.implied_key, row.selector) for row in self._commands
        ]
        found += [
            Spelling((option.spelling,), cpp.first_sentence(option.doc.summary))
            for option in self.schema.options
        ]
        return found + [Spelling(names, doc) for names, doc in BUILTIN_OPTIONS.items()]

    @property
    def option_words(self) -> list[Word]:
        return [word for option in self.options for word in option.words]

    @property
    def entries(self) -> list[Entry]:
        found = [entry for row in self._commands for entry in self._of_command(row)]
        found += [self._of_option(option) for option in self.schema.options if option.value]
        groups = (row.group for row in self._commands if row.group)
        found.append(Entry("values:--help::", tuple(map(Word, dict.fromkeys(groups)))))
        found.append(Entry("values:--output::", tuple(map(Word, _OUTPUTS))))
        found.append(Entry("values:--color::", tuple(map(Word, _COLORS))))
        return [entry for entry in found if entry.words]

    def _of_command(self, row: CommandRow) -> Iterator[Entry]:
        option = _names(row)[0]
        yield from self._of_members(option, "", row.members, row)
        for branch, rows in self._branches(row.command):
            yield from self._of_members(option, branch, rows, row)

    def _of_members(
        self, option: str, branch: str, rows: Iterable[MemberRow], command: CommandRow
    ) -> Iterator[Entry]:
        listed = list(rows)
        keys = tuple(_key(row) for row in listed if not _has_parts(row, listed))
        yield Entry(f"keys:{option}:{branch}", keys)
        for row in listed:
            words = self._values(row)
            if row.name == command.selector:
                words = tuple(Word(item.value, item.doc) for item in command.branches)
            yield Entry(f"values:{option}:{branch}:{row.name}", words)

    def _branches(self, command: Command) -> Iterator[tuple[str, tuple[MemberRow, ...]]]:
        """The members that there are for one value of the selecting argument."""
        opened = command.open_member
        if opened is not None and opened.open_object:
            for item in self.schema.derived(opened.open_base):
                yield item.name, rows_of(filter(is_settable, item.all_properties))
        arguments = command.arguments.definition if command.arguments else None
        for variant in arguments.variants if isinstance(arguments, Union) else ():
            yield variant.name, rows_of(members_of(variant.type))

    @property
    def _phases(self) -> tuple[Word, ...]:
        machine = self.schema.phases
        values = (phase.value for phase in machine.phases) if machine else ()
        return tuple(Word(value.name, cpp.plain(value.doc)) for value in values)

    def _values(self, row: MemberRow) -> tuple[Word, ...]:
        """What is known of a member's values."""
        if row.enum:
            return tuple(Word(value.name, cpp.plain(value.doc)) for value in row.enum.values)
        if row.type == "bool":
            return (Word("true"), Word("false"))
        if row.type != "str":
            return ()
        if row.member.name in _PHASE_NAMES:
            return self._phases
        if row.member.name in _FILE_NAMES:
            return (Word(_FILES),)
        example = row.member.example.value if row.member.example else ""
        return (Word(example),) if re.fullmatch(r"[\w./:-]+", example) else ()

    def _of_option(self, option: Option) -> Entry:
        """A shorthand's value is that of the argument where it stands alone."""
        words: tuple[Word, ...] = ()
        for case in option.cases:
            words += (Word(case.start),) if case.start and not case.refuse else ()
            for run in case.runs:
                rows = rows_of(self.schema.command(run.execute).members)
                for row in rows:
                    if run.arguments.get(row.name) == "$value" and not case.start:
                        words += self._values(row)
        return Entry(f"values:{option.spelling}::", tuple(dict.fromkeys(words)))


def _names(row: CommandRow) -> tuple[str, ...]:
    cli = row.command.cli
    assert cli is not None
    names = (*cli.options, *((cli.short,) if cli.short else ()))
    return tuple(map(_dashed, names))


def _key(row: MemberRow) -> Word:
    """The key with its equals sign; the index of an element is still to be typed."""
    name, bracket, _ = row.name.partition("[i]")
    return Word(f"{name}[" if bracket else f"{name}=", row.doc)


def _has_parts(row: MemberRow, rows: Iterable[MemberRow]) -> bool:
    """True for what is given by its members."""
    return any(other.name.startswith(f"{row.name}.") for other in rows)


def files(schema: Schema) -> Iterator[File]:
    """A script for each shell."""
    if schema.commands or schema.options:
        view = CompletionView(schema)
        yield File(f"completion/{view.program}.bash", "completion.bash.j2", {"view": view})
        yield File(f"completion/_{view.program}", "completion.zsh.j2", {"view": view})
        yield File(f"completion/{view.program}.fish", "completion.fish.j2", {"view": view})
