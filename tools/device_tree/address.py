# SPDX-License-Identifier: Apache-2.0
"""Where devices are: `reg`, translated by the `ranges` of the buses above. Devicetree Specification
v0.4, 2.3.6 and 2.3.8."""

from collections.abc import Iterator
from dataclasses import dataclass

from device_tree.tree import Node

MOST_CELLS = 4
_LIMIT = 1 << 64


class AddressError(Exception):
    """There is no telling where it is."""


@dataclass(frozen=True, order=True)
class Extent:
    """Some bytes of an address space."""

    start: int
    size: int

    @property
    def end(self) -> int:
        return self.start + self.size

    def __str__(self) -> str:
        return f"{self.start:#x}, {self.size:#x} bytes"

    def overlaps(self, other: "Extent") -> bool:
        return self.start < other.end and other.start < self.end


def extents_of(node: Node) -> list[Extent]:
    """Lists what `reg` names, as the processors see it."""
    if node.parent is None or "reg" not in node.properties:
        raise AddressError("it has no reg")
    counts = (_cells(node.parent, "#address-cells", 2), _cells(node.parent, "#size-cells", 1))
    rows = list(_rows(node, "reg", counts))
    if not rows:
        raise AddressError("its reg is empty")
    return [_translated(node.parent, Extent(start, size)) for start, size in rows]


def _cells(node: Node, name: str, default: int) -> int:
    if name not in node.properties:
        return default
    count = node.number(name)
    if count is None or count > MOST_CELLS:
        raise AddressError(f"{name} of {node.path} is {_shown(node, name)}")
    return count


def _shown(node: Node, name: str) -> str:
    number = node.number(name)
    return "no number" if number is None else str(number)


def _rows(node: Node, name: str, counts: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Takes a property apart into rows of numbers of so many cells each."""
    value, width = node.properties[name], 4 * sum(counts)
    if width == 0 or len(value) % width:
        raise AddressError(f"{name} of {node.path} has {len(value)} bytes, not {width} for each")
    for start in range(0, len(value), width):
        row = []
        for count in counts:
            row.append(int.from_bytes(value[start : start + 4 * count], "big"))
            start += 4 * count
        yield tuple(row)


def _translated(bus: Node, extent: Extent) -> Extent:
    """Leads an extent out of the bus that it is on."""
    while bus.parent is not None:
        extent = _led_out(bus, bus.parent, extent)
        bus = bus.parent
    if extent.size == 0:
        raise AddressError(f"at {extent.start:#x} it has no size")
    if extent.end > _LIMIT:
        raise AddressError(f"its reg, {extent}, is outside of 64 bits")
    return extent


def _led_out(bus: Node, outer: Node, extent: Extent) -> Extent:
    if "ranges" not in bus.properties:
        raise AddressError(f"{bus.path} has no ranges that lead out of it")
    if not bus.properties["ranges"]:
        return extent
    counts = (
        _cells(bus, "#address-cells", 2),
        _cells(outer, "#address-cells", 2),
        _cells(bus, "#size-cells", 1),
    )
    for inside, outside, size in _rows(bus, "ranges", counts):
        if inside <= extent.start and extent.end <= inside + size:
            return Extent(extent.start - inside + outside, extent.size)
    raise AddressError(f"its reg, {extent}, is outside of the ranges of {bus.path}")
