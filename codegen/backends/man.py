# SPDX-License-Identifier: Apache-2.0
"""Back end `man`: manual pages, for the program of the pragma `program`.

`program(1)` has the options, the syntax of values and the configuration file; `program-qmp(7)` the
commands, events and types; `program-objects(7)` the object types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from codegen import cpp
from codegen.backends import man_text as text
from codegen.backends import site_forms as forms
from codegen.backends.common import SchemaView
from codegen.backends.man_entries import Item, ManCommand, ManObject, ManType, member_items
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import (
    Alternate,
    Command,
    Definition,
    Enum,
    Event,
    Option,
    PhaseMachine,
    Schema,
    Struct,
    Union,
)

_QUERIES = "Queries"
_NO_GROUP = "Other"
_LAST = (_QUERIES, "")
# Where a long synopsis may be broken.
_ARGUMENT = re.compile(r"(?=\[)|(?<=[^\[],)")


@dataclass(frozen=True, slots=True)
class Group:
    """The options of a group."""

    title: str
    items: list[Item]


@dataclass(frozen=True)
class ManView(SchemaView):
    """All that the pages show."""

    @property
    def summary(self) -> str:
        """The first sentence of what the schema says of itself."""
        introduction = self.schema.modules[0].introduction.partition("\n")[2]
        return text.line(cpp.first_sentence(introduction).rstrip(".")) or "a program"

    @property
    def introduction(self) -> str:
        return text.block(self.schema.modules[0].introduction.partition("\n")[2])

    @property
    def groups(self) -> list[Group]:
        """Options by group; those without one last, and questions before them."""
        found: dict[str, list[Item]] = {}
        for item in self.schema.definitions:
            match item:
                case Command(cli=cli) if cli is not None:
                    group = cli.group or (_QUERIES if item.is_read_only else "")
                    found.setdefault(group, []).append(_command_option(item))
                case Option():
                    found.setdefault(item.group, []).append(_option(item))
        ordered = sorted(
            found.items(), key=lambda pair: _LAST.index(pair[0]) + 1 if pair[0] in _LAST else 0
        )
        return [Group(text.plain(name or _NO_GROUP), items) for name, items in ordered]

    @property
    def sections(self) -> list[Item]:
        """The sections of a configuration file."""
        return [_section(command) for command in self.schema.commands if command.config]

    @property
    def machines(self) -> tuple[PhaseMachine, ...]:
        return tuple(one for one in self.schema.machines if one.governs == "commands")

    @property
    def phases(self) -> list[Item]:
        return [
            Item(text.bold(phase.name), text.line(phase.value.doc or docs.get(phase.name, "")), [])
            for machine in self.machines
            for docs in [machine.doc.members]
            for phase in machine.phases
        ]

    @property
    def commands(self) -> list[ManCommand]:
        return [ManCommand(self.schema, command) for command in self.schema.commands]

    @property
    def events(self) -> list[Item]:
        return [_event(event) for event in self.schema.events]

    @property
    def types(self) -> list[ManType]:
        return [ManType(item) for item in self.schema.definitions if _is_shown(item)]

    @property
    def objects(self) -> list[ManObject]:
        return [ManObject(self.schema, item) for item in self.schema.objects]

    @property
    def has_config(self) -> bool:
        return bool(self.sections)


def _is_shown(item: Definition) -> bool:
    # Implicit enums are views of phases, which other types hold.
    return isinstance(item, Enum) or (
        isinstance(item, (Struct, Union, Alternate)) and not item.is_implicit
    )


def _command_option(command: Command) -> Item:
    short = [f"-{command.cli.short}"] if command.cli and command.cli.short else []
    long = [f"--{name}" for name in command.cli.options] if command.cli else []
    arguments = forms.cli_form(command, "").split(" ", maxsplit=2)[2:]
    tag = ", ".join(map(text.bold, short + long))
    tag += " " + _ARGUMENT.sub(r"\\:", text.italic(arguments[0])) if arguments else ""
    return Item(tag, text.nested(command.doc.overview), list(member_items(command.members)))


def _option(option: Option) -> Item:
    name, _, value = forms.option_spelling(option).partition(" ")
    tag = text.bold(name) + (f" {text.italic(value)}" if value else "")
    short_for = f"Short for {text.bold(forms.option_runs(option))}."
    absent = "" if option.default is None else f" When not given: {text.bold(option.default)}."
    return Item(tag, f"{text.nested(option.doc.overview)}\n{short_for}{absent}".strip(), [])


def _section(command: Command) -> Item:
    assert command.config is not None
    form = "a list; each element is" if command.config.is_list else "an object:"
    implied = command.cli.implied_key if command.cli else ""
    alone = len(command.mandatory) <= 1 and implied and not command.config.is_list
    short = f" It can also be the value of {text.bold(implied)} alone." if alone else ""
    doc = (
        f"{text.line(command.doc.summary)} It is {form} the arguments of {text.bold(command.name)}."
    )
    return Item(text.bold(command.config.section), doc + short, [])


def _event(event: Event) -> Item:
    limit = event.rate_limit
    sent = f"\n.IP\nSent {text.plain(limit.text)}." if limit else ""
    return Item(
        text.bold(event.name),
        text.nested(event.doc.overview) + sent,
        list(member_items(event.members)),
    )


def files(schema: Schema) -> Iterator[File]:
    """One page for each subject that the schema has something of."""
    view = ManView(schema)
    name = view.program
    pages: Iterable[tuple[str, str, bool]] = (
        (f"man1/{name}.1", "program", bool(view.groups)),
        (f"man7/{name}-qmp.7", "qmp", bool(schema.commands or schema.events)),
        (f"man7/{name}-objects.7", "objects", bool(schema.objects)),
    )
    others = [path for path, _, is_there in pages if is_there]
    for path, template, is_there in pages:
        if is_there:
            related = [_reference(other) for other in others if other != path]
            context = {"view": view, "related": related}
            yield File(f"man/{path}", f"man/{template}.man.j2", context)


def _reference(path: str) -> str:
    """How a page is named in others: `coldplug-qmp(7)`."""
    name, _, section = path.rpartition("/")[2].rpartition(".")
    return f"{text.bold(name)}({section})"
