# SPDX-License-Identifier: Apache-2.0
"""Descriptions for manual pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen import cpp
from codegen.backends import man_text as text
from codegen.records import dataclass
from codegen.schema import (
    Alternate,
    Command,
    Definition,
    Enum,
    EnumValue,
    Feature,
    Member,
    ObjectType,
    Schema,
    Struct,
    Union,
    Use,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A tagged paragraph, with others below it."""

    tag: str
    doc: str
    items: list["Item"]


def member_items(members: Iterable[Member]) -> Iterator[Item]:
    """Members, each with its type and bounds behind its name."""
    for member in members:
        doc = text.line(member.doc) + _features(member.features)
        if member.is_open:
            yield Item(text.italic("others"), doc, [])
        else:
            yield Item(f"{text.bold(_name(member))} ({_facts(member)})", doc, [])


def _name(member: Member) -> str:
    bound = cpp.bound_of(member)
    return member.name if bound is None else f"{member.name}[{bound}]"


def _facts(member: Member) -> str:
    """Type, range, unit, default, and whether it must be there."""
    use = cpp.use_of(member)
    count = "" if member.count is None else f"[{member.count}]"
    facts = [text.plain(member.type.text + count)]
    facts.append(text.plain(" ".join([cpp.range_text(member.range), member.unit]).strip()))
    facts.append(cpp.saved_text(member))
    if use is not None and use is not Use.CONFIG:
        facts.append(use.value)
    if member.default is not None:
        facts.append(f"default {text.literal(member.default.value)}")
    elif not member.is_mandatory:
        facts.append("optional")
    if member.condition is not None:
        facts.append(text.plain(f"if {member.condition.text}"))
    return ", ".join(filter(None, facts))


def _features(features: Iterable[Feature]) -> str:
    return "".join(f" {text.bold(one.name)}: {text.line(one.doc)}" for one in features)


def value_items(values: Iterable[EnumValue]) -> list[Item]:
    return [
        Item(text.bold(value.name), text.line(value.doc) + _features(value.features), [])
        for value in values
    ]


def branch_items(definition: Definition | None) -> list[Item]:
    """The branches of a union or alternate; nothing for others."""
    match definition:
        case Union():
            name = definition.discriminator.name
            return [
                Item(
                    text.bold(f"{name}={one.name}"),
                    _of_type(one.type.text if one.type else "", one.doc or one.case.doc),
                    [],
                )
                for one in definition.variants
            ]
        case Alternate():
            return [
                Item(text.bold(one.name), _of_type(one.type.text, one.doc), [])
                for one in definition.branches
            ]
    return []


def _of_type(name: str, doc: str) -> str:
    return " ".join(filter(None, [text.bold(name), text.line(doc)])) or "nothing more"


@dataclass(frozen=True, slots=True)
class ManCommand:
    """A command, as a subsection."""

    schema: Schema
    command: Command

    @property
    def name(self) -> str:
        return text.plain(self.command.name)

    @property
    def doc(self) -> str:
        return text.block(self.command.doc.overview)

    @property
    def items(self) -> list[Item]:
        arguments = self.command.arguments.definition if self.command.arguments else None
        return [*member_items(self.command.members), *branch_items(arguments)]

    @property
    def facts(self) -> list[str]:
        """Paragraphs after the arguments."""
        return list(filter(None, [self._returns, self._phases, self._errors, *self._features]))

    @property
    def _returns(self) -> str:
        if self.command.returns is None:
            return ""
        doc = text.line(self.command.doc.returns)
        kind = text.bold(self.command.returns.text)
        return f"Returns {kind}{': ' if doc else ''}{doc}."

    @property
    def _phases(self) -> str:
        machine, rule = self.schema.phases, self.command.rule
        if machine is None or rule is None:
            return ""
        everywhere = len(rule.sources) == len(machine.phases)
        runs = "every phase" if everywhere else text.listing(rule.sources)
        leads = f" Leads to {text.listing(rule.targets)}." if rule.targets else ""
        walks = " Runs other commands, and leads where they do." if rule.walks else ""
        return f"Runs in {runs}.{leads}{walks}"

    @property
    def _errors(self) -> str:
        errors = text.block(self.command.doc.errors)
        return f"Errors:\n.PP\n{errors}" if errors else ""

    @property
    def _features(self) -> list[str]:
        return [_features([one]).strip() for one in self.command.features]

    @property
    def examples(self) -> list[str]:
        return [text.display(example) for example in self.command.doc.examples]


@dataclass(frozen=True, slots=True)
class ManType:
    """A type, as a tagged paragraph."""

    type: Definition

    @property
    def item(self) -> Item:
        doc = text.nested(self.type.doc.overview)
        return Item(text.bold(self.type.name), doc, self._items)

    @property
    def _items(self) -> list[Item]:
        match self.type:
            case Enum() as enum:
                return value_items(enum.values)
            case (Struct() | Union()) as holder:
                return [*member_items(holder.all_members), *branch_items(holder)]
        return branch_items(self.type)


@dataclass(frozen=True, slots=True)
class ManObject:
    """An object type, as a subsection."""

    schema: Schema
    type: ObjectType

    @property
    def name(self) -> str:
        return text.plain(self.type.name)

    @property
    def doc(self) -> str:
        return text.block(self.type.doc.overview)

    @property
    def facts(self) -> str:
        """What it is derived from, and whether it can be hot-plugged."""
        base = [f"Derived from {text.bold(self.type.base_name)}."] if self.type.base_name else []
        abstract = ["There are only objects of types derived from it."]
        plug = ["It can be hot\\-plugged."] if self.type.hotplug else []
        names = self.type.compatible
        tree = [f"In the device tree: {text.listing(names)}."] if names else []
        others = [f"{text.plain(known)}." for known in self.schema.alias_texts(self.type)]
        return " ".join(base + (abstract if self.type.is_abstract else plug) + tree + others)

    @property
    def properties(self) -> list[Item]:
        return list(member_items(self.type.all_properties))

    @property
    def ports(self) -> list[Item]:
        ports = self.type.ports
        listed = [(port.name, "region", port.doc) for port in ports.mmio]
        listed += [(port.name, "interrupt input", port.doc) for port in ports.irq_in]
        listed += [(port.name, "interrupt output", port.doc) for port in ports.irq_out]
        return [
            Item(f"{text.bold(name)} ({kind})", text.line(doc or self._doc(name)), [])
            for name, kind, doc in listed
        ]

    def _doc(self, port: str) -> str:
        docs = (ancestor.doc.members.get(port, "") for ancestor in self.type.lineage)
        return next(filter(None, docs), "")
