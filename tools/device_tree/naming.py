# SPDX-License-Identifier: Apache-2.0
"""Gives objects their names: those of the nodes, with an index where several are alike."""

import re

from device_tree import known
from device_tree.draft import Computed, Item, Value, written

MOST_EXPRESSION = 4000
"""The emulator takes a few more characters in an expression."""
_FIXED = ("bus", "boot", "firmware", "kernel", "initrd", "cpus")


def give_names(items: list[Item]) -> None:
    """Names all; those of one name and type become one group, which is written as one node."""
    groups: dict[str, list[Item]] = {}
    # What every draft has comes first, so that it is called as in the machines that are here.
    for item in sorted(items, key=lambda item: item.wish not in _FIXED):
        name = valid(item.wish)
        if name in groups and not _are_alike(groups[name][0], item):
            name = f"{name}-{item.type.name}"
        while name in groups and not _are_alike(groups[name][0], item):
            name += "-"
        groups.setdefault(name, []).append(item)
    for name, members in groups.items():
        _name_group(name, members)


def _are_alike(one: Item, other: Item) -> bool:
    return one.type is other.type and not one.condition and not other.condition


def _name_group(name: str, members: list[Item]) -> None:
    for index, item in enumerate(members):
        item.group, item.index = name, index if len(members) > 1 else None
    if len(members) == 1 or all(
        len(str(text)) < MOST_EXPRESSION for text in merged(members).values()
    ):
        return
    # So different that no expression could say it: each is a node of its own.
    for index, item in enumerate(members):
        item.group, item.index = f"{name}-{index}", None


def valid(wish: str) -> str:
    """Makes a name of the wish.

    >>> valid("virtio_mmio"), valid("1,2"), valid("")
    ('virtio_mmio', 'n1-2', 'n')
    """
    name = re.sub(r"[^A-Za-z0-9_-]", "-", wish)
    return name if name[:1].isascii() and name[:1].isalpha() else f"n{name}"


def merged(members: list[Item]) -> dict[str, Value]:
    """The properties of a group: where they differ, an expression over the index `i`."""
    names = dict.fromkeys(name for item in members for name in item.props)
    return {name: _common([_value(item, name) for item in members]) for name in names}


def _value(item: Item, name: str) -> Value:
    if name in item.props:
        return item.props[name]
    default = known.default_of(item.type, name)
    return default if isinstance(default, (int, str, bool)) else ""


def _common(values: list[Value]) -> Value:
    if all(value == values[0] for value in values):
        return values[0]
    return Computed(_choice([_literal(value) for value in values], 0))


def _choice(texts: list[str], first: int) -> str:
    """Halves the list again and again, so that no expression nests deeply."""
    if all(text == texts[0] for text in texts):
        return texts[0]
    half = len(texts) // 2
    low, high = _choice(texts[:half], first), _choice(texts[half:], first + half)
    return f"i < {first + half} ? {_enclosed(low)} : {_enclosed(high)}"


def _enclosed(text: str) -> str:
    return f"({text})" if " ? " in text else text


def _literal(value: Value) -> str:
    match value:
        case Computed():
            return value.expression
        case Item():
            return f"'{value.name}'"
        case int():
            return written(value)
        case _:
            return f"'{value}'"
