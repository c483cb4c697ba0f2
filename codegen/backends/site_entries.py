# SPDX-License-Identifier: Apache-2.0
"""Descriptions for the site: each definition as texts, tables and forms, ready to be shown."""

# These are records, as wide as the pages are.
# pylint: disable=too-many-instance-attributes

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from codegen import markdown
from codegen.backends import site_forms as forms
from codegen.backends.site_links import Links, anchor, code, kind_of, sentence
from codegen.backends.site_picture import Picture, picture_of
from codegen.backends.site_tables import Table, Tables
from codegen.backends.site_uses import Use
from codegen.model import members_of
from codegen.records import dataclass, field
from codegen.schema import (
    AliasTable,
    Alternate,
    Command,
    Definition,
    Enum,
    Event,
    FdtNode,
    ObjectType,
    Option,
    PhaseMachine,
    Rule,
    Schema,
    Struct,
    Transition,
    Union,
)

_WORDS = {
    "command": "Command",
    "event": "Event",
    "object": "Object type",
    "option": "Option",
    "aliases": "Names of",
}


@dataclass(frozen=True, slots=True)
class Fact:
    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Form:
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One description; the template shows its parts in this order."""

    anchor: str
    word: str
    """What it is: `Command`"""
    name: str
    badges: list[str]
    doc: Markup
    picture: Picture | None = None
    facts: list[Fact] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    features: list[Fact] = field(default_factory=list)
    notes: list[Markup] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    users: list[Markup] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes the descriptions of a schema's definitions."""

    schema: Schema
    links: Links
    uses: Mapping[str, tuple[Use, ...]]

    def entry(self, item: Definition) -> Entry:
        """Describes a definition of any kind that is shown."""
        own = frozenset(item.doc.members)
        tables = Tables(self.links, own)
        kind = kind_of(item)
        rule = self._rule(item)
        doc = item.doc
        return Entry(
            anchor=anchor(kind, item.name),
            word=_WORDS.get(kind) or type(item).__name__,
            name=forms.option_spelling(item) if isinstance(item, Option) else item.name,
            badges=list(_badges(item)),
            doc=self.links.block(doc.overview, own),
            picture=self._picture(rule),
            facts=list(filter(_says_something, self._facts(item, own))),
            tables=list(_tables(item, tables)),
            features=[Fact(one.name, self.links.inline(one.doc, own)) for one in item.features],
            notes=[self.links.block(note, own) for note in doc.notes],
            forms=self._forms(item),
            examples=[markdown.fenced(example) for example in doc.examples],
            users=[self.links.name(use.name, use.kind) for use in self.uses.get(item.name, ())],
        )

    def _rule(self, item: Definition) -> Rule | None:
        return item.rule if isinstance(item, (Command, Transition)) else None

    def _machine(self, rule: Rule) -> PhaseMachine | None:
        machines = (one for one in self.schema.machines if _holds(one, rule))
        return next(machines, None)

    def _picture(self, rule: Rule | None) -> Picture | None:
        machine = self._machine(rule) if rule else None
        if rule is None or machine is None:
            return None
        title = "Runs in " + ", ".join(rule.sources)
        leads = f"; leads to {', '.join(rule.targets)}" if rule.targets else ""
        return picture_of(machine, rule, self.links, title + leads)

    def _facts(self, item: Definition, own: frozenset[str]) -> Iterator[Fact]:
        match item:
            case Command():
                yield from self._moves(item.rule)
                kind, text = self.links.type(item.returns), self.links.inline(item.doc.returns, own)
                yield Fact("Returns", Markup(": ").join(filter(None, [kind, text])))
                yield Fact("Options", _codes(forms.spellings(item)))
                yield Fact("Errors", self.links.block(item.doc.errors, own))
            case Transition():
                yield from self._moves(item.rule)
                yield Fact(
                    "Emits", self.links.name(item.emits, "event") if item.emits else escape("")
                )
            case Event():
                emitters = [one for one in self.schema.transitions if one.emits == item.name]
                yield Fact("Emitted by", self._names((one.name for one in emitters), "transition"))
                yield Fact("Sent", escape(item.rate_limit.text if item.rate_limit else ""))
            case Option():
                yield Fact("Short for", code(forms.option_runs(item)))
                yield Fact("Without it", escape(_without(item)))
            case ObjectType():
                yield from self._object_facts(item)

    def _names(self, names: Iterable[str], *kinds: str) -> Markup:
        listed = [self.links.name(name, *kinds) for name in names]
        return sentence(listed) if listed else Markup("")

    def _moves(self, rule: Rule | None) -> Iterator[Fact]:
        machine = self._machine(rule) if rule else None
        if rule is None or machine is None:
            return
        if len(rule.sources) == len(machine.phases):
            yield Fact("Runs in", escape("every phase"))
        else:
            yield Fact("Runs in", self._names(machine.folded(rule.sources), "phase"))
        if rule.walks:
            yield Fact("Leads to", escape("where the commands lead that it runs"))
        yield Fact("Leads to", self._names(rule.targets, "phase"))

    def _object_facts(self, item: ObjectType) -> Iterator[Fact]:
        yield Fact("Derived from", self._names(filter(None, [item.base_name]), "object"))
        derived = (one.name for one in self.schema.objects if one.base_name == item.name)
        yield Fact("Bases of", self._names(derived, "object"))
        if item.is_abstract:
            yield Fact("Abstract", escape("there are only objects of types derived from it"))
        if item.hotplug:
            yield Fact("Hot plug", escape("can be added when the machine is ready"))
        yield Fact("Compatible", self._names(item.compatible))
        yield Fact("Also known as", escape("; ".join(self.schema.alias_texts(item))))

    def _forms(self, item: Definition) -> list[Form]:
        program = self.schema.pragma.program
        match item:
            case Command():
                shown = [
                    Form("QMP", forms.qmp_form(item)),
                    Form("Command line", forms.cli_form(item, program)),
                    Form("Config file", forms.config_form(item)),
                ]
            case Option():
                shown = [Form("Command line", f"{program} {forms.option_spelling(item)}")]
            case ObjectType() if item.fdt:
                shown = [Form("In the device tree", _fdt_text(item, item.fdt))]
            case _:
                shown = []
        return [form for form in shown if form.text]


def _says_something(fact: Fact) -> bool:
    return bool(fact.text)


def _codes(texts: Iterable[str]) -> Markup:
    return Markup(", ").join(map(code, texts))


def _holds(machine: PhaseMachine, rule: Rule) -> bool:
    return bool(rule.sources) and rule.sources[0] in {phase.name for phase in machine.phases}


def _badges(item: Definition) -> Iterator[str]:
    if item.doc.since:
        yield f"since {item.doc.since}"
    for feature in item.features:
        yield feature.name
    if item.condition:
        yield f"if {item.condition.text}"


def _without(option: Option) -> str:
    return "" if option.default is None else f"as if given with {option.default}"


def _tables(item: Definition, tables: Tables) -> Iterator[Table]:
    match item:
        case Command():
            yield from tables.members("Arguments", item.members)
            yield from tables.branches(item.arguments.definition if item.arguments else None)
            if item.chosen_phase:
                yield from tables.values(item.chosen_phase)
        case Event():
            yield from tables.members("Members", item.members)
            yield from tables.branches(item.arguments.definition if item.arguments else None)
        case ObjectType():
            yield from tables.properties(item)
            yield from tables.ports(item)
            yield from tables.state(item)
        case AliasTable():
            yield from tables.aliases(item)
        case Enum():
            yield from tables.values(item)
        case Struct():
            yield from tables.members("Members", item.all_members)
        case Union():
            yield from tables.members("Members", members_of(item.base))
            yield from tables.branches(item)
        case Alternate():
            yield from tables.branches(item)


def _fdt_text(item: ObjectType, fdt: FdtNode) -> str:
    """The node that an object becomes, as device tree source with values named by `$`."""
    lines = [f"{fdt.node or item.name} {{"]
    for one in fdt.properties:
        listed = one.value if isinstance(one.value, tuple) else (one.value,)
        values = " ".join(str(value) for value in listed)
        lines.append(f"    {one.name};" if one.value is True else f"    {one.name} = {values};")
    return "\n".join([*lines, "};"])
