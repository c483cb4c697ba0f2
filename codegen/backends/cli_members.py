# SPDX-License-Identifier: Apache-2.0
"""What help says of arguments and properties, and of what is nested in them."""

from collections.abc import Iterable, Iterator

from codegen import cpp
from codegen.model import members_of
from codegen.records import dataclass
from codegen.schema import Enum, Member, Struct, Union, Use

_DEPTH = 3


@dataclass(frozen=True, slots=True)
class MemberRow:
    member: Member
    name: str
    """With dots for what is nested"""
    is_mandatory: bool
    only_for: str = ""
    """`type=file`, for a member of a nested branch"""

    @property
    def type(self) -> str:
        return self.member.type.text

    @property
    def doc(self) -> str:
        doc = cpp.plain(self.member.doc)
        return f"{doc} (for {self.only_for})" if self.only_for else doc

    @property
    def default_json(self) -> str:
        return cpp.json_text(self.member.default.value) if self.member.default else ""

    @property
    def example_json(self) -> str:
        return cpp.json_text(self.member.example.value) if self.member.example else ""

    @property
    def range(self) -> str:
        return cpp.range_text(self.member.range)

    @property
    def unit(self) -> str:
        return self.member.unit

    @property
    def enum(self) -> Enum | None:
        definition = self.member.type.definition
        return definition if isinstance(definition, Enum) else None

    @property
    def values_constant(self) -> str:
        return f"k{self.enum.cpp_name}Values" if self.enum else ""


def is_settable(member: Member) -> bool:
    """False for properties that only report."""
    return cpp.use_of(member) is not Use.TELEMETRY


def rows_of(members: Iterable[Member]) -> tuple[MemberRow, ...]:
    """The members with what is nested in them, each name once."""
    found: dict[str, MemberRow] = {}
    for row in _rows(members, "", True, "", _DEPTH):
        found.setdefault(row.name, row)
    return tuple(found.values())


def _rows(
    members: Iterable[Member], prefix: str, is_mandatory: bool, only_for: str, depth: int
) -> Iterator[MemberRow]:
    for member in members:
        if member.is_open or depth == 0:
            continue
        is_array = cpp.bound_of(member) is not None
        name = f"{prefix}{member.name}{'[i]' if is_array else ''}"
        needed = is_mandatory and member.is_mandatory
        yield MemberRow(member, name, needed, only_for)
        if not member.type.is_list:
            yield from _nested(member, f"{name}.", needed, only_for, depth - 1)


def _nested(
    member: Member, prefix: str, is_mandatory: bool, only_for: str, depth: int
) -> list[MemberRow]:
    match member.type.definition:
        case Struct() as struct:
            return list(_rows(struct.all_members, prefix, is_mandatory, only_for, depth))
        case Union() as union:
            rows = list(_rows(union.all_members, prefix, is_mandatory, only_for, depth))
            for variant in union.variants:
                choice = f"{prefix}{union.discriminator.name}={variant.name}"
                rows += _rows(members_of(variant.type), prefix, False, choice, depth)
            return rows
    return []
