# SPDX-License-Identifier: Apache-2.0
"""What the parts of the import share."""

from __future__ import annotations

from dataclasses import dataclass, field

from device_tree import known
from device_tree.address import Extent
from device_tree.draft import Draft, Hole, Item, Note, Port, Value, Window
from device_tree.interrupts import Interrupt, InterruptError, interrupts_of
from device_tree.tree import Node, phandles

from codegen.model import ObjectType

OKAY = ("", "ok", "okay")


@dataclass(frozen=True)
class HartPlace:
    """Which hart of which cluster an interrupt controller of a hart belongs to."""

    cluster: Item
    index: int


@dataclass
class Context:
    """The tree, what the schema knows, and the draft that comes of them."""

    root: Node
    catalog: known.Catalog
    draft: Draft
    timebase: int | None = None
    by_phandle: dict[int, Node] = field(default_factory=dict)
    harts: dict[Node, HartPlace] = field(default_factory=dict)
    """By the node of the hart's interrupt controller"""
    imported: dict[Node, Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_phandle = phandles(self.root)

    def add(self, kind: ObjectType | str, wish: str, **props: Value) -> Item:
        if isinstance(kind, str):
            kind = self.catalog[kind]
        item = Item(kind, wish, {name.replace("_", "-"): value for name, value in props.items()})
        self.draft.items.append(item)
        return item

    def interrupts(self, node: Node, item: Item) -> list[Interrupt]:
        """Those of a node; why they cannot be told is noted with the object, once."""
        try:
            return interrupts_of(node, self.by_phandle)
        except InterruptError as error:
            note = Note(node.path, f"{error}: not wired")
            if note not in item.notes:
                item.notes.append(note)
            return []

    def hole(self, node: Node, text: str, extent: Extent | None = None) -> None:
        self.draft.holes.append(Hole(Note(node.path, text), extent))

    def place(self, item: Item, node: Node, region: tuple[str, int], extent: Extent) -> bool:
        """Puts a region of an object where the tree has it, unless something is there."""
        name, size = region
        seen = Extent(extent.start, min(extent.size, size))
        other = self.draft.overlapping(seen)
        if other is not None:
            text = f"{seen} at {name} overlap what is at {other.extent}: not mapped"
            item.notes.append(Note(node.path, text))
            return False
        self.draft.windows.append(Window(Port(item, name), seen, is_cut=extent.size < size))
        return True


def set_checked(item: Item, node: Node, name: str, value: known.Scalar) -> bool:
    """Sets a property, if the object has it and it takes the value."""
    prop = known.setting(item.type, name)
    if prop is None:
        return False
    if not known.in_range(prop, value):
        default = f"{known.default_of(item.type, name)} is taken"
        item.notes.append(Note(node.path, f"{name} cannot be {value}: {default}"))
        return False
    item.props[name] = value
    return True


def status_of(node: Node) -> str:
    """What keeps it from being used; empty when nothing does."""
    status = node.string("status")
    return "" if status in OKAY else status
