# SPDX-License-Identifier: Apache-2.0
"""Who uses a type: the other direction of the links in the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from codegen.backends.site_links import kind_of
from codegen.schema import (
    Alternate,
    Command,
    Definition,
    Event,
    Member,
    ObjectType,
    Schema,
    Struct,
    TypeRef,
    Union,
)


class Use(NamedTuple):
    """What uses a type: its kind, as anchors spell it, and its name."""

    kind: str
    name: str


def uses_of(schema: Schema) -> Mapping[str, tuple[Use, ...]]:
    """Name of a type -> all that name it, each once, in the order of the schema."""
    found: dict[str, dict[Use, None]] = {}
    for item in schema.definitions:
        use = Use(kind_of(item), item.name)
        # What an implicit type holds is shown with the definition that it belongs to.
        for ref in _references(item) if not item.is_implicit else ():
            found.setdefault(ref.link or ref.name, {})[use] = None
    return {name: tuple(uses) for name, uses in found.items()}


def _references(item: Definition) -> Iterator[TypeRef]:
    match item:
        case Command():
            yield from _used((item.arguments, item.returns))
            yield from _types(item.members)
        case Event():
            yield from _used((item.arguments,))
            yield from _types(item.members)
        case Struct():
            yield from _used((item.base,))
            yield from _types(item.members)
        case Union():
            yield from _used((item.base, *(one.type for one in item.variants)))
            yield from _types(item.all_members)
        case Alternate():
            yield from (branch.type for branch in item.branches)
        case ObjectType():
            yield from _types((*item.properties, *item.state))


def _used(references: Iterable[TypeRef | None]) -> Iterator[TypeRef]:
    return (ref for ref in references if ref is not None)


def _types(members: Iterable[Member]) -> Iterator[TypeRef]:
    return (member.type for member in members)
