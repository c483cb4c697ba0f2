# SPDX-License-Identifier: Apache-2.0
"""Reads the definition of an object type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.drafts import Context, Draft
from codegen.messages import objects as object_messages
from codegen.messages import structure as messages
from codegen.model import FdtNode, FdtProperty, IrqPort, MmioRegion, Ports
from codegen.names import Scope, snake
from codegen.structure import check_keys, read_flag, read_members, read_type_name
from codegen.versions import parse_version

_PORT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_object(context: Context, draft: Draft) -> None:
    """Reads an object type."""
    value = draft.value
    if "base" in value:
        draft.base = read_type_name(context, value["base"], "'base'")
    if value.get("abstract", True) is not True:
        context.add(messages.TrueOnly(flag="abstract"))
    read_flag(context, value, "hotplug")
    properties = value.get("properties", {})
    if isinstance(properties, str):
        draft.data = properties
    else:
        keys = frozenset({"use"})
        draft.members = read_members(context, properties, "'properties'", "", keys)
        _check_uses(context, draft)
    keys = frozenset({"count", "since", "until"})
    draft.state = read_members(context, value.get("state", {}), "'state'", "", keys)
    _check_versions(context, draft)
    for member in [*draft.members, *draft.state]:
        if member.is_open:
            reason = "objects have no open members"
            what = f"member '{member.name}'"
            context.add(messages.MisplacedKey(what=what, key="**", reason=reason))
    draft.ports = _read_ports(context, draft.name, value.get("ports", {}))
    _check_compatible(context, value.get("compatible", []))
    if "fdt" in value:
        draft.fdt = _read_fdt(context, value["fdt"])


def _check_uses(context: Context, draft: Draft) -> None:
    for member in draft.members:
        use = member.added.get("use", "config")
        if use not in ("config", "control", "telemetry"):
            context.add(object_messages.BadUse(what=f"property '{member.name}'"))


def _check_versions(context: Context, draft: Draft) -> None:
    for member in draft.state:
        what = f"member '{member.name}'"
        named = {key: member.added[key] for key in ("since", "until") if key in member.added}
        versions = {key: parse_version(text) for key, text in named.items()}
        for key, version in versions.items():
            if version is None:
                context.add(object_messages.BadVersion(what=what, key=key))
        since, until = versions.get("since"), versions.get("until")
        if since is not None and until is not None and until <= since:
            context.add(object_messages.NeverSaved(what=what, key="until", **named))


def _check_compatible(context: Context, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        context.add(messages.NotAList(what="'compatible', of strings,"))


def _read_ports(context: Context, owner: str, value: object) -> Ports:
    if not isinstance(value, dict):
        context.add(object_messages.BadPorts(what="'ports'", kind="an object"))
        return Ports()
    if not check_keys(context, value, "'ports'", [], ["mmio", "irq-in", "irq-out"]):
        return Ports()
    scope = Scope()
    return Ports(
        tuple(_regions(context, owner, scope, value.get("mmio", {}))),
        tuple(_interrupts(context, owner, scope, "irq-in", value.get("irq-in", {}))),
        tuple(_interrupts(context, owner, scope, "irq-out", value.get("irq-out", {}))),
    )


def _entries(context: Context, what: str, value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """The ports of one kind, whether listed or described."""
    named = dict.fromkeys(map(str, value)) if isinstance(value, list) else value
    if not isinstance(named, dict):
        context.add(object_messages.BadPorts(what=what, kind="names, or an object of ports"))
        return
    for name, item in named.items():
        if not _PORT.fullmatch(name):
            context.add(messages.InvalidName(what=f"port '{name}'"))
        elif item is None:
            yield name, {}
        elif isinstance(item, dict):
            yield name, item
        else:
            context.add(object_messages.BadPorts(what=f"port '{name}'", kind="an object"))


def _regions(context: Context, owner: str, scope: Scope, value: object) -> Iterator[MmioRegion]:
    for name, item in _entries(context, "'mmio'", value):
        what = f"region '{name}'"
        if not check_keys(context, item, what, ["size"], ["count", "kind"]):
            continue
        memory = item.get("kind", "io")
        if memory not in ("io", "ram", "rom"):
            kind = "'io', 'ram' or 'rom'"
            context.add(object_messages.BadPorts(what=f"'kind' of {what}", kind=kind))
            continue
        size = read_amount(context, item["size"], f"'size' of {what}")
        count = _optional_amount(context, item, "count", what)
        yield MmioRegion(name, scope.take(snake(name)), size, count, memory, owner=owner)


def _interrupts(
    context: Context, owner: str, scope: Scope, key: str, value: object
) -> Iterator[IrqPort]:
    for name, item in _entries(context, f"'{key}'", value):
        what = f"port '{name}'"
        if not check_keys(context, item, what, [], ["count", "fdt-cell"]):
            continue
        cell = item.get("fdt-cell")
        if cell is not None and (not _is_integer(cell) or not 0 <= cell < 1 << 32):
            what = f"'fdt-cell' of {what}"
            context.add(object_messages.BadPorts(what=what, kind="a number of 32 bits"))
            cell = None
        count = _optional_amount(context, item, "count", what)
        yield IrqPort(name, scope.take(snake(name)), count, cell, owner=owner)


def _optional_amount(
    context: Context, item: dict[str, Any], key: str, what: str
) -> int | str | None:
    return read_amount(context, item[key], f"'{key}' of {what}") if key in item else None


def read_amount(context: Context, value: object, what: str) -> int | str:
    """Reads a positive number, or the name of the property that will hold one."""
    if isinstance(value, str) and value:
        return value
    if isinstance(value, int) and _is_integer(value) and value > 0:
        return value
    kind = "a number above 0, or the name of a property"
    context.add(messages.NotAnInteger(what=what, kind=kind))
    return 1


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _read_fdt(context: Context, value: object) -> FdtNode | None:
    if not isinstance(value, dict):
        context.add(messages.NotAnObjectValue(what="'fdt'"))
        return None
    if not check_keys(context, value, "'fdt'", [], ["node", "properties"]):
        return None
    node = value.get("node", "")
    if not isinstance(node, str):
        context.add(messages.NotAString(what="'node'"))
        node = ""
    properties = value.get("properties", {})
    if not isinstance(properties, dict):
        context.add(messages.NotAnObjectValue(what="'properties' of 'fdt'"))
        return None
    return FdtNode(node, tuple(_fdt_properties(context, properties)))


def _fdt_properties(context: Context, properties: dict[str, Any]) -> Iterator[FdtProperty]:
    for name, value in properties.items():
        if isinstance(value, list) and all(
            isinstance(item, str) or _is_integer(item) for item in value
        ):
            yield FdtProperty(name, tuple(value))
        elif value is True or isinstance(value, str) or _is_integer(value):
            yield FdtProperty(name, value)
        else:
            kind = "a number, a string, a list of them, or true"
            context.add(object_messages.BadPorts(what=f"'fdt' property '{name}'", kind=kind))
