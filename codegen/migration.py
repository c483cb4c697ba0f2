# SPDX-License-Identifier: Apache-2.0
"""The page that says what the names and options of other emulators are here.

    docs/migrating-from-qemu.md; `tools/generate` writes it beside the handwritten pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from codegen.backends.common import SchemaView
from codegen.markdown import cell
from codegen.option_model import Invocation, Option, OptionCase, OptionKey
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Alias, AliasTable, CommandAlias, ObjectType, Schema

PATH = "migrating-from-qemu.md"
_PLACEHOLDER = re.compile(r"\$([A-Za-z0-9_-]+)")
_GROUP = "Options of "
_Row = tuple[str, ...]


def _filled(text: str) -> str:
    """Placeholders as the words that help shows.

    >>> _filled("$device:regs[$mmio]")
    'DEVICE:regs[MMIO]'
    """
    return _PLACEHOLDER.sub(lambda match: match[1].upper(), text)


@dataclass(frozen=True, slots=True)
class CommandRows:
    """A command of another emulator."""

    alias: CommandAlias
    emulator: str

    @property
    def theirs(self) -> str:
        words = [f"{item.name}={item.name.upper()}" for item in self.alias.takes]
        marked = [
            f"[{word}]" if item.is_optional else word
            for word, item in zip(words, self.alias.takes, strict=True)
        ]
        return " ".join([self.alias.name, *marked])

    @property
    def ours(self) -> str:
        words = [f"{name}={_filled(str(text))}" for name, text in self.alias.arguments.items()]
        return " ".join([self.alias.target, *words])


@dataclass(frozen=True, slots=True)
class OptionRows:
    """A shorthand for who knows another emulator's options."""

    schema: Schema
    option: Option

    @property
    def taken(self) -> list[_Row]:
        """What is typed there, and what it is here."""
        return [
            (self._typed(case), self._ours(case)) for case in self.option.cases if not case.refuse
        ]

    @property
    def refused(self) -> list[_Row]:
        """What is typed there, and what would do."""
        rows: list[_Row] = [
            (self._typed(case), cell(case.refuse.replace("$value", "that")))
            for case in self.option.cases
            if case.refuse
        ]
        for case in self.option.cases:
            keys = [key for key in case.keys if key.refuse]
            rows += [(f"{self._spelling} {key.name}=...", cell(key.refuse)) for key in keys]
        return rows

    @property
    def _spelling(self) -> str:
        """With one dash, as QEMU's users type it."""
        return f"-{self.option.name}"

    def _typed(self, case: OptionCase) -> str:
        value = case.start
        if case.keys:
            is_bare = case.start.endswith(":")
            keys = [key for key in case.keys if not key.refuse]
            value += "".join(_key(key, not number, is_bare) for number, key in enumerate(keys))
        elif not value or value.endswith((":", ",")):
            value += self.option.value if not value else "..."
        return f"{self._spelling} {value}".rstrip()

    def _ours(self, case: OptionCase) -> str:
        optional = {key.name for key in case.keys if key.is_optional and not key.default}
        runs = [self._run(run, optional) for run in case.runs]
        said = " ".join(runs).replace("VALUE", self._value(case))
        return f"`{said}`" if said else "nothing: it is so anyway"

    def _value(self, case: OptionCase) -> str:
        return "..." if case.start else self.option.value

    def _run(self, run: Invocation, optional: set[str]) -> str:
        command = self.schema.command(run.execute)
        assert command.cli
        words = "".join(_words(run.arguments, optional, command.cli.implied_key))
        first = "..." if run.is_merged else ""
        return f"--{command.cli.options[0]} {first}{words if first else words[1:]}"


def _key(key: OptionKey, is_first: bool, is_bare: bool) -> str:
    value = key.values[0] if key.values else key.name.upper()
    word = value if is_first and is_bare else f"{key.name}={value}"
    comma = "" if is_first else ","
    return f"[{comma}{word}]" if key.is_optional else f"{comma}{word}"


def _words(arguments: Any, optional: set[str], implied: str) -> Iterator[str]:
    """Each argument with a comma before it; those that can be missing in brackets."""
    for path, value in sorted(_flat(arguments), key=lambda item: item[0] != implied):
        text = _filled(str(value))
        word = text if path == implied else f"{path}={text}"
        mentioned = set(_PLACEHOLDER.findall(str(value)))
        yield f"[,{word}]" if mentioned & optional else f",{word}"


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """
    >>> list(_flat({"a": {"b": 1}, "c": ["x"]}))
    [('a.b', 1), ('c.0', 'x')]
    """
    items: Iterable[tuple[Any, Any]]
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        yield path, value
        return
    for name, part in items:
        yield from _flat(part, f"{path}.{name}" if path else str(name))


@dataclass(frozen=True)
class MigrationView(SchemaView):
    """All tables together: who reads the page has one script, not one per emulator."""

    @property
    def commands(self) -> list[CommandRows]:
        tables = self.schema.alias_tables
        return [CommandRows(item, table.name) for table in tables for item in table.commands]

    @property
    def types(self) -> list[_Row]:
        """Theirs, ours, and how one is made."""
        return [
            (alias.name, table.name, alias.target, f"device_add driver={alias.target} id=ID")
            for table, item in self._entries
            for alias in self._entry(table, item).types
        ]

    @property
    def properties(self) -> list[_Row]:
        """Theirs, whose, the object type, ours, and how it is set."""
        return [
            (alias.name, table.name, item.name, alias.target, f"{alias.target}={value}")
            for table, item in self._entries
            for alias in self._entry(table, item).properties
            for value in [alias.target.upper()]
            if alias.target and not alias.values
        ]

    @property
    def values(self) -> list[_Row]:
        """Theirs with a value, whose, the object type, and what it is here."""
        return [
            (f"{alias.name}={theirs}", table.name, item.name, f"{alias.target}={ours}")
            for table, item in self._entries
            for alias in self._entry(table, item).properties
            for theirs, ours in (alias.values or {}).items()
        ]

    @property
    def only(self) -> list[_Row]:
        """Theirs, whose, the object type, and what it can be."""
        return [
            (alias.name, table.name, item.name, ", ".join(f"`{_hex(each)}`" for each in alias.only))
            for table, item in self._entries
            for alias in self._entry(table, item).properties
            if alias.only
        ]

    @property
    def given(self) -> list[_Row]:
        return [
            (item.name, alias.name, alias.target)
            for table, item in self._entries
            for alias in self._entry(table, item).given
        ]

    @property
    def ports(self) -> list[_Row]:
        """Theirs, the object type, ours, and how it is used."""
        return [
            (alias.name, item.name, alias.target, _use(item, alias))
            for table, item in self._entries
            for alias in self._entry(table, item).ports
        ]

    @property
    def children(self) -> list[_Row]:
        return [
            (alias.name, table.name, item.name, alias.target)
            for table, item in self._entries
            for alias in self._entry(table, item).children
        ]

    @property
    def paths(self) -> list[Alias]:
        return [alias for table in self.schema.alias_tables for alias in table.paths]

    @property
    def assumes(self) -> list[Alias]:
        return [alias for table in self.schema.alias_tables for alias in table.assumes]

    @property
    def options(self) -> list[OptionRows]:
        options = (item for item in self.schema.options if item.group.startswith(_GROUP))
        return [OptionRows(self.schema, item) for item in options]

    @property
    def _entries(self) -> list[tuple[AliasTable, ObjectType]]:
        by_name = {item.name: item for item in self.schema.objects}
        tables = self.schema.alias_tables
        return [(table, by_name[entry.object]) for table in tables for entry in table.objects]

    def _entry(self, table: AliasTable, item: ObjectType) -> Any:
        return next(entry for entry in table.objects if entry.object == item.name)


def _hex(value: object) -> str:
    """
    >>> _hex(4096), _hex(7), _hex(False)
    ('0x1000', '7', 'false')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:#x}" if isinstance(value, int) and value > 9 else str(value)


def _use(item: ObjectType, alias: Alias) -> str:
    base, bracket, _ = alias.target.partition("[")
    regions = {port.name: port.count for port in item.ports.mmio}
    inputs = {port.name: port.count for port in item.ports.irq_in}
    outputs = {port.name: port.count for port in item.ports.irq_out}
    is_array = (regions | inputs | outputs)[base] is not None
    port = f"{base}[0]" if is_array and not bracket else alias.target
    if base in regions:
        return f"map region=ID:{port} at=ADDRESS into=SPACE"
    if base in inputs:
        return f"connect from=OTHER:PORT to=ID:{port}"
    return f"connect from=ID:{port} to=OTHER:PORT"


def files(schema: Schema) -> Iterator[File]:
    """The one page."""
    yield File(PATH, "migrating.md.j2", {"view": MigrationView(schema)})
