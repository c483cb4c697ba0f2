# SPDX-License-Identifier: Apache-2.0
"""What the schema knows of device trees: `compatible` and `fdt` of object types, read backwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.model import ROOT
from device_tree.tree import Node

from codegen.frontend import load
from codegen.model import IrqPort, MmioRegion, ObjectType, Property, Use

INTERRUPTS = "irq"
"""A port of that name has the interrupts; what else goes out of a device is no interrupt."""
Scalar = int | bool | str


@dataclass(frozen=True)
class Match:
    """The object type that a node is taken for, and the name that says so."""

    type: ObjectType
    name: str


class Catalog:
    """The object types of the schema."""

    def __init__(self) -> None:
        types = load(ROOT / "schema" / "coldplug.json").types.values()
        self._types = {item.name: item for item in types if isinstance(item, ObjectType)}
        self._by_compatible = {
            name: item for item in self._types.values() for name in _telling_names(item)
        }

    def __getitem__(self, name: str) -> ObjectType:
        return self._types[name]

    def match(self, compatible: list[str]) -> Match | None:
        """The type of the first name that one has; the closest comes first."""
        for name in compatible:
            if name in self._by_compatible:
                return Match(self._by_compatible[name], name)
        return None


def _telling_names(item: ObjectType) -> Iterator[str]:
    """Leaves out `syscon` and the like: how something may be used, and not what it is."""
    yield from item.compatible[:1]
    yield from (name for name in item.compatible[1:] if "," in name)


def told(kind: ObjectType, node: Node) -> dict[str, Scalar]:
    """The properties of an object that properties of the node are said to come from."""
    found: dict[str, Scalar] = {}
    types = {item.name: item.type.name for item in kind.all_properties}
    for name, source in sources(kind):
        # That is the handle of a clock: device_tree/clocks.py follows it.
        if name == "clocks":
            continue
        value: Scalar | None = node.number(name)
        if types.get(source) == "str":
            value = node.string(name) or None
        if types.get(source) == "bool":
            value = name in node.properties
        if value is not None:
            found[source] = value
    return found


def sources(kind: ObjectType) -> Iterator[tuple[str, str]]:
    """Pairs of a property of the node and that of the object from which it comes."""
    for item in kind.fdt.properties if kind.fdt else ():
        if isinstance(item.value, str) and item.value.startswith("$"):
            yield item.name, item.value[1:]


def differing(kind: ObjectType, node: Node) -> Iterator[tuple[str, int]]:
    """Numbers that are always the same in objects of a type, and others in this node."""
    for item in kind.fdt.properties if kind.fdt else ():
        value = item.value
        if isinstance(value, bool) or not isinstance(value, int):
            continue
        if node.number(item.name) not in (None, value):
            yield item.name, value


def carried_over(kind: ObjectType) -> set[str]:
    """Names of the node's properties that the type has a say about."""
    return {item.name for item in kind.fdt.properties} if kind.fdt else set()


def settings(kind: ObjectType) -> Iterator[Property]:
    """The properties that can be set and are no links."""
    for item in kind.all_properties:
        if item.use is Use.CONFIG and not item.type.is_link:
            yield item


def setting(kind: ObjectType, name: str) -> Property | None:
    return next((item for item in settings(kind) if item.name == name), None)


def chardev_of(kind: ObjectType) -> str:
    """The property that links to the other end of a serial line; empty when there is none."""
    links = (item.name for item in kind.all_properties if item.type.link == "chardev")
    return next(links, "")


def spaces_of(kind: ObjectType) -> list[str]:
    """The properties that link to the address space in which the device reads and writes."""
    return [item.name for item in kind.all_properties if item.type.link == "address-space"]


def in_range(item: Property, value: Scalar) -> bool:
    if isinstance(value, bool) or not isinstance(value, int):
        return True
    bits = item.type.name.removeprefix("uint")
    if bits.isdigit() and value >> int(bits):
        return False
    return item.range is None or item.range.low <= value <= item.range.high


def size_of(region: MmioRegion, props: Mapping[str, object], kind: ObjectType) -> int:
    return _number(region.size, props, kind)


def regions(kind: ObjectType, props: Mapping[str, object]) -> list[tuple[str, int]]:
    """What can be mapped, in order, as `regs` or `regs[0]`, with its size."""
    return [
        (name, size_of(port, props, kind))
        for port in kind.ports.mmio
        for name in _elements(port, props, kind)
    ]


def outputs(kind: ObjectType, props: Mapping[str, object]) -> list[str]:
    """The interrupts, in order."""
    return [name for port in interrupt_ports(kind) for name in _elements(port, props, kind)]


def interrupt_ports(kind: ObjectType) -> list[IrqPort]:
    ports = kind.ports.irq_out
    return [port for port in ports if port.name == INTERRUPTS] or list(ports)


def _elements(
    port: IrqPort | MmioRegion, props: Mapping[str, object], kind: ObjectType
) -> list[str]:
    if port.count is None:
        return [port.name]
    return [f"{port.name}[{i}]" for i in range(_number(port.count, props, kind))]


def _number(value: int | str, props: Mapping[str, object], kind: ObjectType) -> int:
    if isinstance(value, int):
        return value
    given = props.get(value, default_of(kind, value))
    return given if isinstance(given, int) else 0


def default_of(kind: ObjectType, name: str) -> object:
    item = setting(kind, name)
    return item.default.value if item and item.default else None
