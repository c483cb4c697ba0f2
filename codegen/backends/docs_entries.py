# SPDX-License-Identifier: Apache-2.0
"""Entries of the reference: commands, events, object types and types."""

from collections.abc import Iterable

from codegen import cpp, markdown
from codegen.model import members_of
from codegen.records import dataclass
from codegen.schema import (
    Alternate,
    Command,
    Definition,
    Enum,
    Event,
    Feature,
    IrqPort,
    Member,
    MmioRegion,
    ObjectType,
    PhaseMachine,
    Schema,
    Struct,
    Union,
    Use,
)


def phase_list(machine: PhaseMachine, leaves: Iterable[str]) -> str:
    """Phases in words; a set whose phases are all there by its name."""
    return markdown.listing(machine.folded(leaves))


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A row of a table of members."""

    member: Member

    @property
    def name(self) -> str:
        if self.member.is_open:
            return "*others*"
        bound = cpp.bound_of(self.member)
        return f"`{self.member.name}`" if bound is None else f"`{self.member.name}[{bound}]`"

    @property
    def type(self) -> str:
        count = f"[{self.member.count}]" if self.member.count is not None else ""
        return markdown.type_link(self.member.type) + count

    @property
    def default(self) -> str:
        if self.member.default is not None:
            return markdown.code(self.member.default.value)
        if cpp.use_of(self.member) is Use.TELEMETRY:
            return ""
        return "required" if self.member.is_mandatory else "optional"

    @property
    def range(self) -> str:
        return " ".join(filter(None, [cpp.range_text(self.member.range), self.member.unit]))

    @property
    def use(self) -> str:
        use = cpp.use_of(self.member)
        return use.value if use else ""

    @property
    def doc(self) -> str:
        features = [f"**{feature.name}**: {feature.doc}" for feature in self.member.features]
        condition = self.member.condition
        only = [f"(If {condition.text}.)"] if condition else []
        saved = cpp.saved_text(self.member)
        versions = [f"(Saved {saved}.)"] if saved else []
        return markdown.cell(" ".join([self.member.doc, *features, *only, *versions]))


@dataclass(frozen=True, slots=True)
class Entry:
    """What all entries have."""

    schema: Schema
    definition: Definition

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def doc(self) -> str:
        return markdown.block(self.definition.doc.overview)

    @property
    def notes(self) -> list[str]:
        return [markdown.block(note) for note in self.definition.doc.notes]

    @property
    def examples(self) -> list[str]:
        return [markdown.fenced(example) for example in self.definition.doc.examples]

    @property
    def features(self) -> tuple[Feature, ...]:
        return self.definition.features

    @property
    def since(self) -> str:
        return self.definition.doc.since

    @property
    def condition(self) -> str:
        return self.definition.condition.text if self.definition.condition else ""

    @property
    def returns(self) -> str:
        return ""

    @property
    def errors(self) -> str:
        return markdown.block(self.definition.doc.errors)

    @property
    def facts(self) -> list[str]:
        """Short sentences before the table of members."""
        return []

    @property
    def members(self) -> list[MemberEntry]:
        return []

    @property
    def branches(self) -> list[tuple[str, str, str]]:
        """Value of the discriminator, type, meaning."""
        return []


def _branches(definition: Definition | None) -> list[tuple[str, str, str]]:
    if not isinstance(definition, Union):
        return []
    return [
        (item.name, markdown.type_link(item.type), markdown.cell(item.doc or item.case.doc))
        for item in definition.variants
    ]


@dataclass(frozen=True, slots=True)
class CommandEntry(Entry):
    definition: Command

    @property
    def title(self) -> str:
        return f"Command `{self.name}`"

    @property
    def members(self) -> list[MemberEntry]:
        return [MemberEntry(member) for member in self.definition.members]

    @property
    def branches(self) -> list[tuple[str, str, str]]:
        arguments = self.definition.arguments
        return _branches(arguments.definition if arguments else None)

    @property
    def returns(self) -> str:
        doc = markdown.block(self.definition.doc.returns)
        kind = markdown.type_link(self.definition.returns)
        return ": ".join(filter(None, [kind, doc]))

    @property
    def facts(self) -> list[str]:
        return [fact for fact in (self._phases, self._moves, self._cli, self._config) if fact]

    @property
    def _phases(self) -> str:
        machine, rule = self.schema.phases, self.definition.rule
        if machine is None or rule is None or len(rule.sources) == len(machine.phases):
            return ""
        return f"Runs in {phase_list(machine, rule.sources)}."

    @property
    def _moves(self) -> str:
        machine, rule = self.schema.phases, self.definition.rule
        if machine is None or rule is None:
            return ""
        if rule.walks:
            return "Runs other commands, and leads where they do."
        targets = {to for source, moves in rule.moves.items() for to in moves if to != source}
        if not targets:
            return ""
        named = [phase.name for phase in machine.phases if phase.name in targets]
        return f"Leads to {markdown.listing(named)}."

    @property
    def _cli(self) -> str:
        cli = self.definition.cli
        if cli is None:
            return "Not on the command line."
        options = [f"-{cli.short}"] if cli.short else []
        spelled = markdown.listing([*options, *(f"--{name}" for name in cli.options)])
        implied = f"; a value alone is its `{cli.implied_key}`" if cli.implied_key else ""
        return f"Command line: {spelled}{implied}."

    @property
    def _config(self) -> str:
        config = self.definition.config
        if config is None:
            return ""
        form = "a list of arguments" if config.is_list else "its arguments"
        return f"Config file: section `{config.section}`, {form}."


@dataclass(frozen=True, slots=True)
class EventEntry(Entry):
    definition: Event

    @property
    def title(self) -> str:
        return f"Event `{self.name}`"

    @property
    def facts(self) -> list[str]:
        limit = self.definition.rate_limit
        if limit is None:
            return []
        return [f"Sent {limit.text}; of those that come sooner the last one is, a little later."]

    @property
    def members(self) -> list[MemberEntry]:
        return [MemberEntry(member) for member in self.definition.members]

    @property
    def branches(self) -> list[tuple[str, str, str]]:
        arguments = self.definition.arguments
        return _branches(arguments.definition if arguments else None)


@dataclass(frozen=True, slots=True)
class ObjectEntry(Entry):
    definition: ObjectType

    @property
    def title(self) -> str:
        return f"Object type `{self.name}`"

    @property
    def facts(self) -> list[str]:
        base = self.definition.base_name
        heading = markdown.anchor(f"Object type {base}")
        derived = [f"Derived from [`{base}`]({heading})."] if base else []
        abstract = ["Abstract: there are only objects of types derived from it."]
        hotplug = ["Can be hot-plugged."] if self.definition.hotplug else []
        names = self.definition.compatible
        compatible = [f"In the device tree: {markdown.listing(names)}."] if names else []
        others = [f"{text}." for text in self.schema.alias_texts(self.definition)]
        known = abstract if self.definition.is_abstract else []
        return derived + known + hotplug + compatible + others

    @property
    def properties(self) -> list[MemberEntry]:
        """Its own and its bases'."""
        return [MemberEntry(item) for item in self.definition.all_properties]

    @property
    def ports(self) -> list[tuple[str, str, str, str]]:
        """Name, what it is, how many, meaning."""
        ports = self.definition.ports
        rows = [self._port(port, f"region of {_size(port)}") for port in ports.mmio]
        rows += [self._port(port, "interrupt input") for port in ports.irq_in]
        return rows + [self._port(port, "interrupt output") for port in ports.irq_out]

    def _port(self, port: MmioRegion | IrqPort, what: str) -> tuple[str, str, str, str]:
        docs = (ancestor.doc.members.get(port.name, "") for ancestor in self.definition.lineage)
        doc = port.doc or next((doc for doc in docs if doc), "")
        count = "1" if port.count is None else _amount(port.count)
        return port.name, what, count, markdown.cell(doc)

    @property
    def state(self) -> list[MemberEntry]:
        return [MemberEntry(item) for item in self.definition.all_state]


def _amount(amount: int | str) -> str:
    return str(amount) if isinstance(amount, int) else f"`{amount}`"


def _size(region: MmioRegion) -> str:
    memory = "" if region.memory == "io" else f" of {region.memory.upper()}"
    size = f"{region.size:#x}" if isinstance(region.size, int) else f"`{region.size}`"
    return f"{size} bytes{memory}"


@dataclass(frozen=True, slots=True)
class TypeEntry(Entry):
    @property
    def title(self) -> str:
        return f"Type `{self.name}`"

    @property
    def facts(self) -> list[str]:
        kinds = {Enum: "Enumeration", Struct: "Struct", Union: "Union", Alternate: "Alternate"}
        kind = next(word for cls, word in kinds.items() if isinstance(self.definition, cls))
        tag = ""
        if isinstance(self.definition, Union):
            tag = f"; `{self.definition.discriminator.name}` tells the branch"
        return [f"{kind}{tag}."]

    @property
    def values(self) -> list[tuple[str, str]]:
        match self.definition:
            case Enum() as enum:
                return [(value.name, markdown.cell(value.doc)) for value in enum.values]
        return []

    @property
    def members(self) -> list[MemberEntry]:
        match self.definition:
            case Struct() as struct:
                return [MemberEntry(member) for member in struct.all_members]
            case Union() as union:
                return [MemberEntry(member) for member in members_of(union.base)]
        return []

    @property
    def branches(self) -> list[tuple[str, str, str]]:
        match self.definition:
            case Alternate() as alternate:
                return [
                    (item.name, markdown.type_link(item.type), markdown.cell(item.doc))
                    for item in alternate.branches
                ]
        return _branches(self.definition)
