# SPDX-License-Identifier: Apache-2.0
"""How fast a device's clock is, where the device's own node does not say it."""

from device_tree.context import Context, set_checked
from device_tree.draft import Item, Note
from device_tree.tree import Node

FREQUENCY = "clock-frequency"
TIMEBASE = "timebase-frequency"
FIXED = "fixed-clock"


def set_frequency(context: Context, node: Node, item: Item) -> None:
    """Looks at the timebase of the harts, and at what `clocks` refers to."""
    if context.timebase is not None:
        set_checked(item, node, TIMEBASE, context.timebase)
    if FREQUENCY in item.props or "clocks" not in node.properties:
        return
    clock = context.by_phandle.get(next(iter(node.cells("clocks")), -1))
    if clock is None:
        item.notes.append(Note(node.path, "its clocks name no node"))
        return
    number = clock.number(FREQUENCY)
    if FIXED not in clock.compatible or number is None:
        item.notes.append(Note(node.path, f"its clock, {clock.path}, is not fixed"))
    elif set_checked(item, node, FREQUENCY, number):
        text = f"{FREQUENCY} {number} is that of the fixed clock {clock.path}"
        item.notes.append(Note(node.path, text))
