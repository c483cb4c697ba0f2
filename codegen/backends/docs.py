# SPDX-License-Identifier: Apache-2.0
"""Back end `docs`: the reference, and a picture of the phases."""

import hashlib
from collections.abc import Iterator

from codegen import markdown
from codegen.backends import site_forms as forms
from codegen.backends.common import SchemaView
from codegen.backends.docs_entries import (
    CommandEntry,
    EventEntry,
    ObjectEntry,
    TypeEntry,
    phase_list,
)
from codegen.diagrams import draw
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import (
    AliasTable,
    Alternate,
    Definition,
    Enum,
    Module,
    Option,
    PhaseMachine,
    Schema,
    Struct,
    Transition,
    Union,
)


@dataclass(frozen=True, slots=True)
class MachineEntry:
    """A phase machine, as tables."""

    schema: Schema
    machine: PhaseMachine

    @property
    def title(self) -> str:
        return f"Type `{self.machine.name}`"

    @property
    def doc(self) -> str:
        return markdown.block(self.machine.doc.overview)

    @property
    def has_picture(self) -> bool:
        return self.machine.governs == "commands"

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Phase, the set that it is in, meaning."""
        docs = self.machine.doc.members
        sets = {item.name for item in self.machine.sets}
        return [
            (
                phase.name,
                f"`{phase.group}`" if phase.group in sets else "",
                markdown.cell(phase.value.doc or docs.get(phase.name, "")),
            )
            for phase in self.machine.phases
        ]

    @property
    def transitions(self) -> list[tuple[str, str, str, str]]:
        """Name, from, to, meaning."""
        return [
            (
                item.name,
                phase_list(self.machine, item.rule.sources),
                markdown.listing(item.rule.targets),
                _transition_doc(item),
            )
            for item in self.schema.transitions
            if item.machine == self.machine.name
        ]


def _transition_doc(item: Transition) -> str:
    emits = (
        f" Emits [`{item.emits}`]({markdown.anchor(f'Event {item.emits}')})." if item.emits else ""
    )
    return markdown.cell(item.doc.overview) + emits


@dataclass(frozen=True, slots=True)
class OptionEntry:
    option: Option

    @property
    def spelling(self) -> str:
        return forms.option_spelling(self.option)

    @property
    def doc(self) -> str:
        return markdown.cell(self.option.doc.overview)

    @property
    def runs(self) -> str:
        return markdown.cell(forms.option_runs(self.option))


@dataclass(frozen=True, slots=True)
class AliasesEntry:
    """The names of another emulator."""

    table: AliasTable

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def doc(self) -> str:
        return markdown.block(self.table.doc.overview)

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The name, and what it stands for."""
        return [
            (alias.name, f"{what} `{alias.target}`" + (f" of `{of}`" if of else ""))
            for alias, what, of in self.table.rows
            if alias.target
        ]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a schema file with a heading defines, and those without one that follow it."""

    schema: Schema
    modules: tuple[Module, ...]

    @property
    def title(self) -> str:
        first = self.modules[0]
        return first.title.lstrip("= ").strip() or f"`{first.name}`"

    @property
    def introduction(self) -> str:
        return markdown.block(self.modules[0].introduction.partition("\n")[2])

    @property
    def commands(self) -> list[CommandEntry]:
        return [CommandEntry(self.schema, item) for one in self.modules for item in one.commands]

    @property
    def events(self) -> list[EventEntry]:
        return [EventEntry(self.schema, item) for one in self.modules for item in one.events]

    @property
    def objects(self) -> list[ObjectEntry]:
        return [ObjectEntry(self.schema, item) for one in self.modules for item in one.objects]

    @property
    def alias_tables(self) -> list[AliasesEntry]:
        return [AliasesEntry(item) for one in self.modules for item in one.alias_tables]

    @property
    def machines(self) -> list[MachineEntry]:
        return [MachineEntry(self.schema, item) for one in self.modules for item in one.machines]

    @property
    def options(self) -> list[OptionEntry]:
        return [OptionEntry(item) for one in self.modules for item in one.options]

    @property
    def types(self) -> list[TypeEntry]:
        shown = [item for one in self.modules for item in one.definitions if self._is_shown(item)]
        return [TypeEntry(self.schema, item) for item in shown]

    def _is_shown(self, item: Definition) -> bool:
        """Phase machines, and types that belong to something else, are shown with that."""
        match item:
            case Enum():
                others = {machine.name for machine in self.schema.machines}
                others |= {command.to_enum for command in self.schema.commands}
                return item.name not in others
            case Struct() | Union() | Alternate():
                return not item.is_implicit
        return False


def _chapters(schema: Schema) -> list[Chapter]:
    chapters: list[list[Module]] = []
    for module in schema.modules:
        if not module.definitions:
            continue
        if module.title or not chapters:
            chapters.append([])
        chapters[-1].append(module)
    return [Chapter(schema, tuple(modules)) for modules in chapters]


@dataclass(frozen=True)
class DocsView(SchemaView):
    @property
    def chapters(self) -> list[Chapter]:
        return _chapters(self.schema)

    @property
    def mermaid(self) -> str:
        return draw(self.schema, "mermaid")

    @property
    def dot_digest(self) -> str:
        """Tells pictures apart without drawing them."""
        return hashlib.sha256(draw(self.schema, "dot").encode()).hexdigest()[:16]

    @property
    def svg(self) -> str:
        """What Graphviz draws, without the XML declaration."""
        text = draw(self.schema, "svg")
        return text[text.index("<!DOCTYPE") :] if "<!DOCTYPE" in text else text


def files(schema: Schema) -> Iterator[File]:
    """The reference; with phases, two pictures of them."""
    view = DocsView(schema)
    yield File("docs/reference.md", "reference.md.j2", {"view": view})
    if schema.phases is not None:
        yield File("docs/phases.mmd", "phases.mmd.j2", {"view": view})
        yield File("docs/phases.svg", "phases.svg.j2", {"view": view}, view.dot_digest)
