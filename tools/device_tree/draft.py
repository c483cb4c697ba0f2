# SPDX-License-Identifier: Apache-2.0
"""A draft of a machine: what was understood of a device tree, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass, field

from device_tree.address import Extent

from codegen.model import ObjectType


@dataclass(frozen=True)
class Note:
    """Something that the tree does not tell, or that was not understood."""

    path: str
    text: str

    def __str__(self) -> str:
        return "".join(c if c.isprintable() else "?" for c in f"{self.path}: {self.text}")


@dataclass(frozen=True)
class Param:
    """A parameter of the machine."""

    name: str
    type: str
    doc: str
    default: str = ""


@dataclass(frozen=True)
class Computed:
    """A value that depends on parameters; without them it is `plain`."""

    expression: str
    plain: str = ""


@dataclass(eq=False)
class Item:
    """An object. Its name is given when all are there."""

    type: ObjectType
    wish: str
    props: dict[str, Value] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    condition: str = ""
    """An expression; without it there always is one."""
    group: str = ""
    index: int | None = None

    @property
    def name(self) -> str:
        return self.group if self.index is None else f"{self.group}[{self.index}]"


Value = int | bool | str | list[str] | Item | Computed


def written(value: int) -> str:
    """A number, or true or false, as descriptions and scripts have it."""
    return str(value).lower()


@dataclass(frozen=True)
class Port:
    """A port of an object."""

    item: Item
    name: str

    def __str__(self) -> str:
        return f"{self.item.name}:{self.name}"


@dataclass(frozen=True)
class Window:
    """Where a region is seen."""

    region: Port
    extent: Extent
    is_cut: bool = False
    """The region is larger than what is seen of it."""


@dataclass(frozen=True)
class Wire:
    source: Port
    target: Port


@dataclass(frozen=True)
class Hole:
    """Something that is there, and that is not imported."""

    note: Note
    extent: Extent | None = None


@dataclass
class Draft:
    """All of it. The first item is the address space that all windows are in."""

    source: str
    """What it is made of"""
    params: list[Param] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """What concerns the whole machine"""

    def all_notes(self) -> list[Note]:
        """Each once, in the order in which they were come by."""
        found = [*self.notes]
        for item in self.items:
            found += item.notes
        return list(dict.fromkeys(found + [hole.note for hole in self.holes]))

    def overlapping(self, extent: Extent) -> Window | None:
        return next((one for one in self.windows if one.extent.overlaps(extent)), None)
