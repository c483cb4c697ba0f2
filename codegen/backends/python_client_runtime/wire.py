# SPDX-License-Identifier: Apache-2.0
"""Values as they are in Python, and as they are in JSON.

The annotations of the generated dataclasses say all there is to say; nothing else is written
down about how they are encoded and decoded.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from .errors import DecodeError, EncodeError


class Unset(Enum):
    """Stands for a member that is absent where null is a value."""

    UNSET = "unset"


UNSET = Unset.UNSET


@dataclass(frozen=True, slots=True)
class Bounds:
    """The integers that a type can hold."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """Marks a union whose alternatives are told apart by a field."""

    field: str


Int8 = Annotated[int, Bounds(-(1 << 7), (1 << 7) - 1)]
Int16 = Annotated[int, Bounds(-(1 << 15), (1 << 15) - 1)]
Int32 = Annotated[int, Bounds(-(1 << 31), (1 << 31) - 1)]
Int64 = Annotated[int, Bounds(-(1 << 63), (1 << 63) - 1)]
Uint8 = Annotated[int, Bounds(0, (1 << 8) - 1)]
Uint16 = Annotated[int, Bounds(0, (1 << 16) - 1)]
Uint32 = Annotated[int, Bounds(0, (1 << 32) - 1)]
Uint64 = Annotated[int, Bounds(0, (1 << 64) - 1)]


@dataclass(frozen=True, slots=True)
class Member:
    """A field of a dataclass, as the wire has it."""

    field: str
    name: str
    shape: Any
    default: Any


@cache
def members_of(kind: type) -> tuple[Member, ...]:
    """The fields of a dataclass, with their types resolved."""
    hints = typing.get_type_hints(kind, include_extras=True)
    names: Mapping[str, str] = getattr(kind, "_names", {})
    return tuple(
        Member(field.name, names.get(field.name, field.name), hints[field.name], field.default)
        for field in dataclasses.fields(kind)
        if field.metadata.get("wire", True)
    )


def encode(shape: Any, value: Any, path: str = "") -> Any:
    """Turns a value of the type `shape` into what json can write."""
    if shape is Any:
        return value
    for candidate, _ in _alternatives(shape):
        if _holds(candidate, value):
            return _encode_as(candidate, value, path)
    raise EncodeError(f"{_place(path)}: expected {_describe(shape)}, found {value!r}")


def encode_members(value: Any, path: str = "") -> dict[str, Any]:
    """Turns a dataclass into an object; what is not given is left out."""
    encoded: dict[str, Any] = {}
    kind: type = type(value)
    for member in members_of(kind):
        item = getattr(value, member.field)
        if item is UNSET or (item is None and member.default is None):
            continue
        encoded[member.name] = encode(member.shape, item, _join(path, member.name))
    return encoded


def decode(shape: Any, value: Any, path: str = "") -> Any:
    """Turns what json has read into a value of the type `shape`."""
    if shape is Any:
        return value
    fitting = [item for item in _alternatives(shape) if _fits(item[0], value)]
    if not fitting:
        raise _unfit(shape, value, path)
    candidate, tag = fitting[0]
    if tag is not None:
        candidate = _chosen([item for item in fitting if item[1] == tag], tag, value, path)
    return _decode_as(candidate, value, path)


def decode_members(kind: type, value: Mapping[str, Any], path: str = "", **more: Any) -> Any:
    """Turns an object into a dataclass; members that the schema does not know are ignored."""
    fields: dict[str, Any] = {}
    for member in members_of(kind):
        if member.name in value:
            fields[member.field] = decode(
                member.shape, value[member.name], _join(path, member.name)
            )
        elif member.default is dataclasses.MISSING:
            raise DecodeError(f"{_place(path)}: member '{member.name}' is missing")
    return kind(**fields, **more)


def _alternatives(shape: Any, tag: Tagged | None = None) -> Iterator[tuple[Any, Tagged | None]]:
    """The types that a type is one of, each with the mark of the union that it is from."""
    if get_origin(shape) is Annotated:
        inner, *marks = get_args(shape)
        if isinstance(marks[0], Tagged):
            # The mark that is farthest out decides first; its alternatives have all the fields.
            yield from _alternatives(inner, tag or marks[0])
        else:
            yield shape, tag
    elif get_origin(shape) in (Union, types.UnionType):
        for part in get_args(shape):
            yield from _alternatives(part, tag)
    else:
        yield shape, tag


def _chosen(
    candidates: Sequence[tuple[Any, Tagged | None]], tag: Tagged, value: Any, path: str
) -> type:
    """The alternative whose fixed fields have the values that the object has."""
    kinds = [kind for kind, _ in candidates]
    for kind in kinds:
        if all(value.get(name) == fixed for name, fixed in _fixed_members(kind)):
            return typing.cast(type, kind)
    name = next(item.name for item in members_of(kinds[0]) if item.field == tag.field)
    if name not in value:
        raise DecodeError(f"{_place(path)}: member '{name}' is missing")
    known = ", ".join(dict.fromkeys(str(dict(_fixed_members(kind))[name]) for kind in kinds))
    raise DecodeError(f"{_join(path, name)}: expected one of {known}, found {value[name]!r}")


@cache
def _fixed_members(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (member.name, member.default.value)
        for member in members_of(kind)
        if get_origin(member.shape) is typing.Literal
    )


def _bare(shape: Any) -> Any:
    """The type without marks, as isinstance knows it."""
    if get_origin(shape) is Annotated:
        return _bare(get_args(shape)[0])
    if get_origin(shape) is typing.Literal:
        return type(get_args(shape)[0])
    return get_origin(shape) or shape


def _holds(shape: Any, value: Any) -> bool:
    """Whether a Python value is of a type, apart from what it contains."""
    bare = _bare(shape)
    if bare in (int, float):
        is_number = isinstance(value, (int, float) if bare is float else int)
        return is_number and not isinstance(value, bool)
    if bare is Sequence:
        return isinstance(value, Sequence) and not isinstance(value, (str, bytes))
    return isinstance(value, bare)


def _fits(shape: Any, value: Any) -> bool:
    """Whether a JSON value is of the kind that a type is written as."""
    bare = _bare(shape)
    if dataclasses.is_dataclass(bare):
        return isinstance(value, dict)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return isinstance(value, str) and bare is not Unset
    return _holds(shape, value)


def _encode_as(shape: Any, value: Any, path: str) -> Any:
    if get_origin(shape) is Sequence:
        (element,) = get_args(shape)
        return [encode(element, item, f"{path}[{i}]") for i, item in enumerate(value)]
    if dataclasses.is_dataclass(value):
        return encode_members(value, path)
    if isinstance(value, Enum):
        return value.value
    outside = _outside(shape, value)
    if outside:
        raise EncodeError(f"{_place(path)}: {outside}")
    return value


def _decode_as(shape: Any, value: Any, path: str) -> Any:
    bare = _bare(shape)
    if bare is Sequence:
        (element,) = get_args(shape)
        return tuple(decode(element, item, f"{path}[{i}]") for i, item in enumerate(value))
    if dataclasses.is_dataclass(bare):
        return decode_members(typing.cast(type, bare), value, path)
    if issubclass(bare, Enum):
        try:
            return bare(value)
        except ValueError:
            raise _unfit(shape, value, path) from None
    outside = _outside(shape, value)
    if outside:
        raise DecodeError(f"{_place(path)}: {outside}")
    return float(value) if bare is float else value


def _outside(shape: Any, value: Any) -> str:
    """What is wrong with an integer, if its type cannot hold it."""
    if get_origin(shape) is not Annotated:
        return ""
    bounds = get_args(shape)[1]
    if bounds.low <= value <= bounds.high:
        return ""
    return f"{value} is not within {bounds.low} and {bounds.high}"


def _unfit(shape: Any, value: Any, path: str) -> DecodeError:
    return DecodeError(f"{_place(path)}: expected {_describe(shape)}, found {value!r}")


def _describe(shape: Any) -> str:
    """Names a type for people."""
    names = []
    for candidate, _ in _alternatives(shape):
        bare = _bare(candidate)
        if bare is Unset:
            continue
        if bare is Sequence:
            names.append(f"a sequence of {_describe(get_args(candidate)[0])}")
        elif isinstance(bare, type) and issubclass(bare, Enum):
            names.append(f"{bare.__name__} ({', '.join(str(item.value) for item in bare)})")
        else:
            names.append(bare.__name__.replace("NoneType", "null"))
    return " or ".join(names) if names else "nothing"


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _place(path: str) -> str:
    return path or "value"
