# SPDX-License-Identifier: Apache-2.0
"""The tables of the site: members, properties, ports, branches, values.

A column in which no row has anything is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from codegen import cpp
from codegen.backends.site_links import Links, code
from codegen.records import dataclass
from codegen.schema import (
    AliasTable,
    Alternate,
    Definition,
    Enum,
    EnumValue,
    Feature,
    IrqPort,
    Member,
    MmioRegion,
    ObjectType,
    Union,
    Use,
)

_SINCE = re.compile(r"\s*\([Ss]ince:?\s+([\w.]+)\)")


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Markup]]) -> list[Table]:
    """A table without its empty columns; nothing at all without rows."""
    listed = list(rows)
    used = [
        number
        for number in range(len(headings))
        if not number or any(row[number] for row in listed)
    ]
    kept = tuple(tuple(row[number] for number in used) for row in listed)
    return [Table(title, tuple(headings[number] for number in used), kept)] if kept else []


def since_of(doc: str) -> tuple[str, str]:
    """Splits a member's text into what it says and the version since which it exists.

    >>> since_of("how far (since 1.2)")
    ('how far', '1.2')
    """
    match = _SINCE.search(doc)
    return (doc[: match.start()] + doc[match.end() :], match[1]) if match else (doc, "")


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes the tables of one description."""

    links: Links
    own: frozenset[str] = frozenset()
    """Names that mean members of what is described"""

    def members(self, title: str, members: Iterable[Member]) -> list[Table]:
        headings = ("Name", "Type", "Default", "Range", "Unit", "Since", "Meaning")
        return table(title, headings, map(self._member, members))

    def properties(self, item: ObjectType) -> list[Table]:
        """Its own and its bases'."""
        headings = ("Name", "Type", "Use", "Default", "Range", "Unit", "Since", "From", "Meaning")
        rows = []
        for one in item.all_properties:
            name, kind, *middle, doc = self._member(one)
            owner = self.links.name(one.owner, "object") if one.owner != item.name else Markup("")
            rows.append((name, kind, escape(one.use.value), *middle, owner, doc))
        return table("Properties", headings, rows)

    def state(self, item: ObjectType) -> list[Table]:
        rows = (self._member(member) for member in item.all_state)
        versions = (escape(cpp.saved_text(member)) for member in item.all_state)
        kept = ((name, kind, saved, doc) for (name, kind, *_, doc), saved in zip(rows, versions))
        return table("Saved state", ("Name", "Type", "Saved", "Meaning"), kept)

    def ports(self, item: ObjectType) -> list[Table]:
        ports = item.ports
        rows = [self._port(item, port, _region(port)) for port in ports.mmio]
        rows += [self._port(item, port, escape("interrupt input")) for port in ports.irq_in]
        rows += [self._port(item, port, escape("interrupt output")) for port in ports.irq_out]
        return table("Ports", ("Name", "What", "Number", "Meaning"), rows)

    def aliases(self, item: AliasTable) -> list[Table]:
        rows = [
            (
                code(alias.name),
                code(alias.target),
                escape(what),
                self.links.name(of, "object") if of else escape(""),
            )
            for alias, what, of in item.rows
            if alias.target
        ]
        return table("Aliases", ("Name", "Stands for", "What", "Of"), rows)

    def values(self, enum: Enum) -> list[Table]:
        rows = [
            (code(item.name), self._text(item.doc, item.features, item)) for item in enum.values
        ]
        return table("Values", ("Value", "Meaning"), rows)

    def branches(self, definition: Definition | None) -> list[Table]:
        """Of a union or alternate; nothing for others."""
        headings = ("Branch", "Type", "Meaning")
        match definition:
            case Union():
                rows = [
                    (code(one.name), self.links.type(one.type), self._line(one.doc or one.case.doc))
                    for one in definition.variants
                ]
                return table(f"By {definition.discriminator.name}", headings, rows)
            case Alternate():
                rows = [
                    (code(one.name), self.links.type(one.type), self._line(one.doc))
                    for one in definition.branches
                ]
                return table("One of", headings, rows)
        return []

    def _member(self, member: Member) -> tuple[Markup, ...]:
        doc, since = since_of(member.doc)
        count = "" if member.count is None else f"[{member.count}]"
        return (
            _name(member),
            self.links.type(member.type) + count,
            _default(member),
            escape(cpp.range_text(member.range)),
            escape(member.unit),
            escape(since),
            self._text(doc, member.features, member),
        )

    def _port(
        self, item: ObjectType, port: MmioRegion | IrqPort, what: Markup
    ) -> tuple[Markup, ...]:
        docs = (ancestor.doc.members.get(port.name, "") for ancestor in item.lineage)
        doc = port.doc or next(filter(None, docs), "")
        count = escape("1") if port.count is None else _amount(port.count)
        return code(port.name), what, count, self._line(doc)

    def _line(self, text: str) -> Markup:
        return self.links.inline(" ".join(text.split()), self.own)

    def _text(self, doc: str, features: Iterable[Feature], owner: Member | EnumValue) -> Markup:
        """What something means, with its features and condition."""
        texts = [doc, *(f"**{feature.name}**: {feature.doc}" for feature in features)]
        texts += [f"(If {owner.condition.text}.)"] if owner.condition else []
        return self._line(" ".join(texts))


def _name(member: Member) -> Markup:
    if member.is_open:
        return Markup("<em>others</em>")
    bound = cpp.bound_of(member)
    return code(member.name if bound is None else f"{member.name}[{bound}]")


def _default(member: Member) -> Markup:
    if member.default is not None:
        return code(cpp.json_text(member.default.value))
    if cpp.use_of(member) is Use.TELEMETRY:
        return Markup("")
    return escape("required" if member.is_mandatory else "optional")


def _amount(amount: int | str) -> Markup:
    return escape(amount) if isinstance(amount, int) else code(amount)


def _region(region: MmioRegion) -> Markup:
    size = escape(f"{region.size:#x}") if isinstance(region.size, int) else code(region.size)
    memory = "" if region.memory == "io" else f" of {region.memory.upper()}"
    return Markup("region of {} bytes{}").format(size, memory)
