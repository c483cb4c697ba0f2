# SPDX-License-Identifier: Apache-2.0
"""Where the interrupts of a node go. Devicetree Specification v0.4, 2.4."""

from collections.abc import Mapping
from dataclasses import dataclass

from device_tree.tree import Node

MOST_CELLS = 4
NOWHERE = 0xFFFFFFFF
"""In place of a cell: an output that is led nowhere."""


class InterruptError(Exception):
    """There is no telling where they go."""


@dataclass(frozen=True)
class Interrupt:
    """An input of a controller, in the controller's own words."""

    controller: Node
    cells: tuple[int, ...]


def interrupts_of(node: Node, by_phandle: Mapping[int, Node]) -> list[Interrupt]:
    """Lists them in order."""
    if "interrupts-extended" in node.properties:
        return _extended(node, by_phandle)
    if "interrupts" not in node.properties:
        return []
    controller = _parent(node, by_phandle)
    words, width = node.cells("interrupts"), _width(controller)
    if width == 0 or len(words) % width:
        raise InterruptError(f"its interrupts have {len(words)} cells, not {width} each")
    parts = (words[start : start + width] for start in range(0, len(words), width))
    return [Interrupt(controller, tuple(part)) for part in parts]


def _extended(node: Node, by_phandle: Mapping[int, Node]) -> list[Interrupt]:
    words, found = node.cells("interrupts-extended"), []
    while words:
        controller = by_phandle.get(words[0])
        if controller is None:
            raise InterruptError(f"interrupts-extended names {words[0]:#x}, which no node is")
        end = 1 + _width(controller)
        if end > len(words):
            raise InterruptError("interrupts-extended ends too early")
        found.append(Interrupt(controller, tuple(words[1:end])))
        words = words[end:]
    return found


def _width(controller: Node) -> int:
    width = controller.number("#interrupt-cells")
    if width is None or width > MOST_CELLS:
        shown = "not there" if width is None else str(width)
        raise InterruptError(f"#interrupt-cells of {controller.path} is {shown}")
    return width


def _parent(node: Node, by_phandle: Mapping[int, Node]) -> Node:
    """The next node that says what an interrupt is, by interrupt-parent or up the tree."""
    seen: set[Node] = set()
    while True:
        above = _next(node, by_phandle)
        if "#interrupt-cells" in above.properties:
            return above
        if above in seen:
            raise InterruptError(f"interrupt-parent leads from {above.path} back to it")
        seen.add(above)
        node = above


def _next(node: Node, by_phandle: Mapping[int, Node]) -> Node:
    if "interrupt-parent" in node.properties:
        above = (
            by_phandle.get(node.cells("interrupt-parent")[0])
            if node.cells("interrupt-parent")
            else None
        )
        if above is None:
            raise InterruptError(f"interrupt-parent of {node.path} is no node")
        return above
    if node.parent is None:
        raise InterruptError("it has no interrupt-parent")
    return node.parent
