# SPDX-License-Identifier: Apache-2.0
"""Back end `site`: the reference as web pages, which need no server and nothing from elsewhere.

A page for each schema module, one for the phases, and an index; scripts only search and switch
between light and dark.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup

from codegen import cpp
from codegen.backends.common import SchemaView
from codegen.backends.site_entries import Entries, Entry
from codegen.backends.site_links import PHASES_PAGE, anchor, code, kind_of, links_of, shown_in
from codegen.backends.site_tables import Table, table
from codegen.backends.site_uses import uses_of
from codegen.diagrams import draw, rules
from codegen.records import dataclass
from codegen.render import TEMPLATES, File
from codegen.schema import Definition, Module, PhaseMachine, Schema

_STATIC = ("style.css", "theme.js", "search.js")
_FOLDER = "site"
# The order of a page, and its headings.
_HEADINGS = {
    "command": "Commands",
    "event": "Events",
    "option": "Options",
    "object": "Object types",
    "aliases": "Names of other programs",
    "type": "Types",
}
_SVG_ID = re.compile(r' id="[^"]*"')
_SVG_TEXT = re.compile(r"<text [^>]*>([\w&#;-]+)</text>")


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: list[Entry]

    @property
    def anchor(self) -> str:
        return self.title.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class ModulePage:
    """What one schema file defines."""

    href: str
    title: str
    introduction: Markup
    sections: list[Section]


@dataclass(frozen=True, slots=True)
class MachinePart:
    """A phase machine on the page of the phases."""

    anchor: str
    name: str
    doc: Markup
    picture: Markup
    tables: list[Table]
    transitions: list[Entry]


@dataclass(frozen=True)
class Site(SchemaView):
    """All pages."""

    @cached_property
    def entries(self) -> Entries:
        return Entries(self.schema, links_of(self.schema), uses_of(self.schema))

    @property
    def introduction(self) -> Markup:
        text = self.schema.modules[0].introduction.partition("\n")[2]
        return self.entries.links.block(text)

    @property
    def has_phases(self) -> bool:
        return bool(self.schema.machines)

    @cached_property
    def pages(self) -> list[ModulePage]:
        pages = self.entries.links.pages
        modules = (module for module in self.schema.modules if module.name in pages)
        return [self._page(module, pages[module.name]) for module in modules]

    def _page(self, module: Module, href: str) -> ModulePage:
        shown = shown_in(self.schema, module)
        sections = [
            Section(title, [self.entries.entry(item) for item in shown if kind_of(item) == kind])
            for kind, title in _HEADINGS.items()
        ]
        introduction = self.entries.links.block(module.introduction.partition("\n")[2])
        kept = [section for section in sections if section.entries]
        return ModulePage(href, _title(module), introduction, kept)

    @property
    def machines(self) -> list[MachinePart]:
        return [self._machine(machine) for machine in self.schema.machines]

    def _machine(self, machine: PhaseMachine) -> MachinePart:
        links = self.entries.links
        own = [item for item in self.schema.transitions if item.machine == machine.name]
        return MachinePart(
            anchor("type", machine.name),
            machine.name,
            links.block(machine.doc.overview, machine.doc.members),
            self._drawing(machine),
            [*self._phases(machine), *self._sets(machine)],
            [self.entries.entry(item) for item in own],
        )

    def _phases(self, machine: PhaseMachine) -> list[Table]:
        docs, links = machine.doc.members, self.entries.links
        rows = []
        for phase in machine.phases:
            group = links.name(phase.group, "phase") if phase.group != phase.name else Markup("")
            doc = links.inline(phase.value.doc or docs.get(phase.name, ""))
            rows.append((_marked(phase.name), group, self._leaving(machine, phase.name), doc))
        return table("Phases", ("Phase", "Set", "Left by", "Meaning"), rows)

    def _leaving(self, machine: PhaseMachine, phase: str) -> Markup:
        """What leads elsewhere from a phase."""
        names = [
            (name, kind)
            for kind, name, rule in rules(self.schema, machine)
            if set(rule.moves.get(phase, ())) - {phase}
        ]
        return Markup(", ").join(self.entries.links.name(*one) for one in names)

    def _sets(self, machine: PhaseMachine) -> list[Table]:
        links = self.entries.links
        rows = [
            (
                _marked(item.name),
                Markup(", ").join(links.name(name, "phase") for name in item.phases),
                code(item.view) if item.view else Markup(""),
                links.inline(item.doc or machine.doc.members.get(item.name, "")),
            )
            for item in machine.sets
        ]
        return table("Sets of phases", ("Set", "Phases", "Seen as", "Meaning"), rows)

    def _drawing(self, machine: PhaseMachine) -> Markup:
        """The whole machine as Graphviz draws it, with its names leading to descriptions."""
        text = draw(self.schema, "svg", machine)
        text = _SVG_ID.sub("", text[text.index("<svg") :])
        return Markup(_SVG_TEXT.sub(self._link_text, text))

    def _link_text(self, match: re.Match[str]) -> str:
        name = html.unescape(match[1])
        href = self.entries.links.href(name, "phase", "command", "transition")
        return f'<a href="{href}">{match[0]}</a>' if href else match[0]

    @property
    def index(self) -> str:
        """What the search knows: kind, name, address and summary of everything described."""
        rows = (json.dumps(row) for row in self._index())
        return ",\n".join(rows)

    def _index(self) -> Iterator[tuple[str, str, str, str]]:
        links = self.entries.links
        known = {(kind_of(item), item.name): item for item in self.schema.definitions}
        for (kind, name), href in links.targets.items():
            item = known.get((kind, name))
            yield kind, name, href, self._summary(item, kind, name)
        for module in self.schema.modules:
            if module.name in links.pages:
                yield "page", _title(module), links.pages[module.name], module.file

    def _summary(self, item: Definition | None, kind: str, name: str) -> str:
        if item is not None:
            return cpp.first_sentence(item.doc.summary)
        machines = self.schema.machines if kind == "phase" else ()
        return next(
            filter(None, (cpp.plain(one.doc.members.get(name, "")) for one in machines)), ""
        )


def _marked(phase: str) -> Markup:
    """A phase's name where links to it lead."""
    return Markup('<code id="{}">{}</code>').format(anchor("phase", phase), phase)


def _title(module: Module) -> str:
    return module.title.lstrip("= ").strip() or module.name


def files(schema: Schema) -> Iterator[File]:
    """The pages, the index of the search, and what all pages use."""
    site = Site(schema)

    def page(path: str, template: str, **context: object) -> File:
        return File(
            f"{_FOLDER}/{path}",
            f"site/{template}",
            {"site": site, "here": path, **context},
        )

    yield page("index.html", "index.html.j2")
    if site.has_phases:
        yield page(PHASES_PAGE, "phases.html.j2")
    for module in site.pages:
        yield page(module.href, "module.html.j2", page=module)
    yield page("search-index.js", "search-index.js.j2")
    for name in _STATIC:
        text = (TEMPLATES / "site" / name).read_text(encoding="utf-8")
        yield page(name, "static.j2", text=text)
