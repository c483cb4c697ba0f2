# SPDX-License-Identifier: Apache-2.0
"""The devices: each node on a bus that an object type is compatible with becomes an object."""

from collections.abc import Iterator

from device_tree import known
from device_tree.address import AddressError, Extent, extents_of
from device_tree.clint import CLINT, import_clint, mtimer_extents
from device_tree.clocks import set_frequency
from device_tree.context import Context, set_checked, status_of
from device_tree.draft import Item, Note
from device_tree.keys import is_keys
from device_tree.memory import is_memory
from device_tree.syscon import check_syscon, is_syscon
from device_tree.tree import Node

BUS = "simple-bus"
# What is no device, or is looked at elsewhere.
_ELSEWHERE = {"aliases", "chosen", "cpus", "__symbols__", "__fixups__", "__local_fixups__"}
_RESERVED = "reserved-memory"
FLASH = "pflash"
_CLOCKS = {"fixed-clock", "fixed-factor-clock"}
# Properties that every binding may have, and that are looked at where they matter.
_COMMON = frozenset(
    (
        "clocks clock-names compatible device_type interrupt-controller interrupt-names"
        " interrupt-parent interrupts interrupts-extended linux,phandle phandle ranges reg"
        " reg-names status"
    ).split()
)


def import_devices(context: Context) -> None:
    if reserved := context.root.child(_RESERVED):
        context.hole(reserved, "not carried over: no one keeps off that memory")
    for node in _on_buses(context.root):
        if is_syscon(node):
            check_syscon(context, node)
        elif not _CLOCKS & set(node.compatible) and not is_keys(node):
            _import_device(context, node)


def _on_buses(root: Node) -> Iterator[Node]:
    """What is below the root and the buses; a bus that says more of itself is one all the same."""
    waiting = [root]
    while waiting:
        for node in waiting.pop(0).children:
            if node.name in (*_ELSEWHERE, _RESERVED) or is_memory(node):
                continue
            if _is_bus(node):
                waiting.append(node)
            elif "compatible" in node.properties or "reg" in node.properties:
                yield node


def _is_bus(node: Node) -> bool:
    return BUS in node.compatible or "ranges" in node.properties and not node.compatible


def _import_device(context: Context, node: Node) -> None:
    try:
        extents = extents_of(node)
        reason = ""
    except AddressError as error:
        extents, reason = [], str(error)
    match = context.catalog.match(node.compatible)
    is_clint = bool(CLINT & set(node.compatible))
    if match is None and not is_clint:
        names = ", ".join(node.compatible)
        text = f"no object type is compatible with {names}" if names else "it has no compatible"
        _leave_out(context, node, text, extents, reason)
    elif status_of(node) or not extents:
        status = (
            f"its status is {status_of(node)}" if status_of(node) else "there is no place for it"
        )
        text = f"{status}: not imported, as {match.type.name if match else 'a CLINT'}"
        _leave_out(context, node, text, extents, reason)
    elif match and len(known.spaces_of(match.type)) > 1:
        text = f"the address spaces of a {match.type.name} are to be made by hand"
        _leave_out(context, node, text, extents, reason)
    elif is_clint:
        import_clint(context, node, extents[0])
    elif match and match.type.name == FLASH:
        # Binding mtd/mtd-physmap: each range is a bank of its own.
        for extent in extents:
            _add(context, node, match, [extent])
    elif match:
        _add(context, node, match, extents)


def _leave_out(context: Context, node: Node, text: str, extents: list[Extent], reason: str) -> None:
    """Tells where it is, so that who fills the hole need not look it up."""
    below = sum(1 for _ in node.walk()) - 1
    text += f", nor is any of the {below} nodes below it imported" if below else ""
    where = "; ".join(str(extent) for extent in extents) or reason
    context.hole(node, f"{text} ({where})", extents[0] if extents else None)


def _add(context: Context, node: Node, match: known.Match, extents: list[Extent]) -> None:
    kind = match.type
    item = context.add(kind, node.base_name)
    context.imported[node] = item

    def note(text: str) -> None:
        item.notes.append(Note(node.path, text))

    if match.name != node.compatible[0]:
        note(f"taken for {kind.name} by {match.name}: nothing is known of {node.compatible[0]}")
    for name in known.spaces_of(kind):
        item.props[name] = context.draft.items[0]
    for name, value in known.told(kind, node).items():
        set_checked(item, node, name, value)
    set_frequency(context, node, item)
    _count_outputs(context, node, item)
    _place(context, node, item, extents)
    for name, value in known.differing(kind, node):
        note(f"{name} is {node.number(name)}, and always {value} in {kind.name}")
    ignored = sorted(set(node.properties) - _COMMON - known.carried_over(kind))
    ignored = [name for name in ignored if not name.startswith("#")]
    if ignored:
        note(f"not carried over: {', '.join(ignored)}")
    if node.children:
        names = ", ".join(child.name for child in node.children)
        note(f"not imported, below it: {names}")
    _note_defaults(node, item)


def _count_outputs(context: Context, node: Node, item: Item) -> None:
    """A device that the tree does not tell the number of interrupts of has those that it uses."""
    ports = known.interrupt_ports(item.type)
    if len(ports) != 1 or not isinstance(ports[0].count, str) or ports[0].count in item.props:
        return
    number = len(context.interrupts(node, item))
    if number:
        set_checked(item, node, ports[0].count, number)


def _place(context: Context, node: Node, item: Item, extents: list[Extent]) -> None:
    extents = mtimer_extents(item, node, extents)
    regions = known.regions(item.type, item.props)
    for (name, size), extent in zip(regions, extents):
        if extent.size > size:
            text = f"{extent} in the tree, {size:#x} bytes are {name} of {item.type.name}"
            item.notes.append(Note(node.path, text))
        context.place(item, node, (name, size), extent)
    for extent in extents[len(regions) :]:
        text = f"{extent}: {item.type.name} has no region for it"
        item.notes.append(Note(node.path, text))
    for name, _ in regions[len(extents) :]:
        item.notes.append(
            Note(node.path, f"the tree does not tell where its {name} is: not mapped")
        )


def _note_defaults(node: Node, item: Item) -> None:
    left = [
        f"{prop.name} ({known.default_of(item.type, prop.name)})"
        for prop in known.settings(item.type)
        if prop.name not in item.props
    ]
    if left:
        item.notes.append(Note(node.path, f"not known, left at the default: {', '.join(left)}"))
