# SPDX-License-Identifier: Apache-2.0
"""Checks values that a schema writes down: defaults, examples, ranges, arguments of options."""

from __future__ import annotations

import re
from typing import Any

from codegen.messages.nearest import nearest
from codegen.model import Alternate, Enum, Literal, Member, Range, Struct, TypeRef, Union

_SIZE = re.compile(r"(0x[0-9a-fA-F]+|[0-9]+)([KMGTPE]?)(?:i?B)?", re.IGNORECASE)
_SUFFIXES = {suffix: 1 << 10 * power for power, suffix in enumerate(["", *"KMGTPE"])}

INTEGERS = {
    "int": (-(1 << 63), (1 << 63) - 1),
    "size": (0, (1 << 64) - 1),
    **{f"int{bits}": (-(1 << bits - 1), (1 << bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, (1 << bits) - 1) for bits in (8, 16, 32, 64)},
}
UNSIGNED = frozenset({"size", "uint8", "uint16", "uint32", "uint64"})


class Mismatch(Exception):
    """The value does not fit; the text ends the sentence that names the value."""


def parse_size(text: str) -> int | None:
    """Reads a size with a suffix or base.

    >>> parse_size("4K"), parse_size("0x1000"), parse_size("many")
    (4096, 4096, None)
    """
    match = _SIZE.fullmatch(text)
    if match is None or (match[1].startswith("0x") and match[2]):
        return None
    return int(match[1], 0 if "x" in match[1] else 10) * _SUFFIXES[match[2].upper()]


def read_literal(value: Any, ref: TypeRef, bounds: Range | None = None) -> Literal:
    """Returns a value as a member of that type holds it; raises Mismatch."""
    literal = _convert(value, ref)
    if bounds:
        _check_bounds(literal, bounds)
    return Literal(literal)


def _check_bounds(value: Any, bounds: Range) -> None:
    measured = len(value) if isinstance(value, (str, list)) else value
    if not bounds.low <= measured <= bounds.high:
        what = "length" if isinstance(value, (str, list)) else "value"
        raise Mismatch(f"has {what} {measured}, outside of {bounds.low} to {bounds.high}")


def _convert(value: Any, ref: TypeRef) -> Any:
    if ref.is_list:
        if not isinstance(value, list):
            raise Mismatch("must be an array")
        return [_convert(item, ref.element) for item in value]
    definition = ref.definition
    match definition:
        case Enum():
            return _convert_enum(value, definition)
        case Struct() | Union():
            return _convert_object(value, definition)
        case Alternate():
            return _convert_alternate(value, definition)
    return _convert_builtin(value, ref.name)


def _convert_builtin(value: Any, name: str) -> Any:
    if name in INTEGERS:
        return _convert_integer(value, name)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    fits = {
        "any": True,
        "str": isinstance(value, str),
        "bool": isinstance(value, bool),
        "null": value is None,
        "number": is_number,
    }
    if not fits.get(name, False):
        kind = {"str": "a string", "bool": "true or false", "number": "a number"}.get(name, name)
        raise Mismatch(f"must be {kind}")
    return value


def _convert_integer(value: Any, name: str) -> int:
    if name == "size" and isinstance(value, str):
        value = parse_size(value)
    if not isinstance(value, int) or isinstance(value, bool):
        kind = "a size" if name == "size" else "a whole number"
        raise Mismatch(f"must be {kind}")
    low, high = INTEGERS[name]
    if not low <= value <= high:
        raise Mismatch(f"is {value}, which is no {name}")
    return value


def _convert_enum(value: Any, enum: Enum) -> str:
    names = [item.name for item in enum.values]
    if not isinstance(value, str) or value not in names:
        hint = nearest(value, names) if isinstance(value, str) else ""
        raise Mismatch(f"must be a value of {enum.name}{hint}")
    return value


def _convert_object(value: Any, definition: Struct | Union) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Mismatch(f"must be an object, as {definition.name} is")
    members = list(definition.all_members)
    if isinstance(definition, Union):
        members += _branch_members(value, definition)
    return convert_members(value, members)


def _branch_members(value: dict[str, Any], union: Union) -> tuple[Member, ...]:
    tag = union.discriminator
    case = value.get(tag.name, tag.default.value if tag.default else None)
    for variant in union.variants:
        if variant.name == case and variant.type:
            branch = variant.type.definition
            assert isinstance(branch, (Struct, Union))
            nested = _branch_members(value, branch) if isinstance(branch, Union) else ()
            return branch.all_members + nested
    return ()


def convert_members(value: dict[str, Any], members: list[Member]) -> dict[str, Any]:
    """Converts an object whose members are known; raises Mismatch."""
    known = {member.name: member for member in members if not member.is_open}
    is_open = len(known) < len(members)
    for name in value:
        if name not in known and not is_open:
            raise Mismatch(f"has unknown member '{name}'{nearest(name, known)}")
    for member in known.values():
        if member.is_mandatory and member.name not in value:
            raise Mismatch(f"lacks member '{member.name}'")
    return {name: _convert_member(name, item, known) for name, item in value.items()}


def _convert_member(name: str, value: Any, known: dict[str, Member]) -> Any:
    if name not in known:
        return value
    try:
        return read_literal(value, known[name].type, known[name].range).value
    except Mismatch as error:
        raise Mismatch(f"member '{name}' {error}") from error


def _convert_alternate(value: Any, alternate: Alternate) -> Any:
    for branch in alternate.branches:
        try:
            return _convert(value, branch.type)
        except Mismatch:
            continue
    raise Mismatch(f"fits no branch of {alternate.name}")


def read_range(value: Any, ref: TypeRef) -> Range:
    """Returns the bounds of a member of that type; raises Mismatch."""
    if not isinstance(value, list) or len(value) != 2:
        raise Mismatch("must be [ low, high ]")
    name = "size" if ref.is_list or ref.name == "str" else ref.name
    if name not in INTEGERS and name != "number":
        raise Mismatch("is for numbers, strings and arrays")
    try:
        low, high = (_convert_builtin(bound, name) for bound in value)
    except Mismatch as error:
        raise Mismatch(f"bound {error}") from error
    if low > high:
        raise Mismatch(f"is empty: {low} is above {high}")
    return Range(low, high)
