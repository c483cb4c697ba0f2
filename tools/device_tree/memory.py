# SPDX-License-Identifier: Apache-2.0
"""The memory: an object for each range."""

from device_tree import known
from device_tree.address import AddressError, Extent, extents_of
from device_tree.blob import TreeError
from device_tree.context import Context
from device_tree.tree import Node

RAM = "ram"


def is_memory(node: Node) -> bool:
    return node.string("device_type") == "memory"


def import_memory(context: Context) -> list[Extent]:
    """Adds what there is; the lowest comes first."""
    found: list[Extent] = []
    for node in context.root.walk():
        if is_memory(node):
            found += _import_node(context, node)
    if not found:
        raise TreeError("the tree has no memory" + _why(context))
    return sorted(found)


def _why(context: Context) -> str:
    return "".join(f"; {hole.note}" for hole in context.draft.holes[:1])


def _import_node(context: Context, node: Node) -> list[Extent]:
    try:
        extents = extents_of(node)
    except AddressError as error:
        context.hole(node, f"{error}: not imported")
        return []
    return [extent for extent in extents if _import_extent(context, node, extent)]


def _import_extent(context: Context, node: Node, extent: Extent) -> bool:
    kind = context.catalog[RAM]
    size = known.setting(kind, "size")
    assert size
    if (
        not known.in_range(size, extent.size)
        or extent.size % _page(size.range)
        or extent.start % 4096
    ):
        context.hole(node, f"{extent} cannot be memory here: not imported", extent)
        return False
    if context.draft.overlapping(extent):
        context.hole(node, f"{extent} overlap other memory: not imported", extent)
        return False
    item = context.add(kind, node.base_name, size=extent.size)
    return context.place(item, node, known.regions(kind, item.props)[0], extent)


def _page(sizes: object) -> int:
    """Memory comes in multiples of the least there can be."""
    return int(getattr(sizes, "low", 1))
