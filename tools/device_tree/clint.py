# SPDX-License-Identifier: Apache-2.0
"""SiFive's core-local interruptor, which is two objects here: see machines/clint.json, and
vm/machine/device_tree_clint.cpp for the way back. RISC-V ACLINT specification 1.0-rc4."""

from device_tree import known
from device_tree.address import Extent
from device_tree.context import Context, set_checked
from device_tree.draft import Item, Note, Port, Wire
from device_tree.interrupts import NOWHERE
from device_tree.tree import Node
from device_tree.wires import hart_input

CLINT = {"sifive,clint0", "riscv,clint0"}
MSWI, MTIMER = "aclint-mswi", "aclint-mtimer"
_MTIMER_OFFSET = 0x4000
_SIZE = 0xC000
_MTIME_OFFSET = 0x7FF8
_OUTPUTS = (("msi", "msip"), ("mti", "mtip"))
"""The input of a hart, and the output that drives it"""


def import_clint(context: Context, node: Node, extent: Extent) -> None:
    halves = [context.add(MSWI, "mswi"), context.add(MTIMER, "mtimer")]
    for half, offset in zip(halves, (0, _MTIMER_OFFSET)):
        region = known.regions(half.type, half.props)[0]
        context.place(half, node, region, Extent(extent.start + offset, region[1]))
    if extent.size < _SIZE:
        text = f"its size is {extent.size:#x}, that of a CLINT is {_SIZE:#x} at least"
        halves[0].notes.append(Note(node.path, text))
    if node.compatible[0] not in CLINT:
        text = f"taken for a CLINT: nothing is known of {node.compatible[0]}"
        halves[0].notes.append(Note(node.path, text))
    if context.timebase is not None:
        set_checked(halves[1], node, "timebase-frequency", context.timebase)
    _wire(context, node, halves)


def _wire(context: Context, node: Node, halves: list[Item]) -> None:
    """A pair of interrupts for each hart, in the order of the registers."""
    interrupts = context.interrupts(node, halves[0])
    taken = [0, 0]
    for position, interrupt in enumerate(interrupts):
        target = hart_input(context, interrupt)
        names = [name for name, _ in _OUTPUTS]
        name = target.name.partition("[")[0] if target else ""
        which = names.index(name) if name in names else position % 2
        if target and name in names:
            source = Port(halves[which], f"{_OUTPUTS[which][1]}[{taken[which]}]")
            context.draft.wires.append(Wire(source, target))
        elif interrupt.cells != (NOWHERE,):
            text = f"its interrupt {position} goes to no {names[which]} of a hart: not wired"
            halves[which].notes.append(Note(node.path, text))
        taken[which] += 1
    for half, number in zip(halves, taken):
        if number > 0:
            set_checked(half, node, "count", number)
        else:
            half.notes.append(Note(node.path, "the tree does not tell which harts it is for"))


def mtimer_extents(item: Item, node: Node, extents: list[Extent]) -> list[Extent]:
    """The node of an mtimer tells where the time is, then the comparators, which come first."""
    if item.type.name != MTIMER:
        return extents
    if len(extents) == 2 and extents[0].start == extents[1].start + _MTIME_OFFSET:
        return [Extent(extents[1].start, _MTIME_OFFSET + extents[0].size)]
    text = f"the time is not {_MTIME_OFFSET:#x} above the comparators, as it is in {MTIMER}"
    item.notes.append(Note(node.path, text))
    return extents[-1:]
