# SPDX-License-Identifier: Apache-2.0
"""The small picture of where a command runs: a row of phases, and arrows where it leads.

The phases stand in their natural order; arrows forward go above them, arrows back below.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.backends.site_links import Links
from codegen.records import dataclass
from codegen.schema import PhaseMachine, Rule

_HEIGHT = 24
_GAP = 8
_CHAR = 6.4
_PADDING = 16
_SHIFT = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A phase."""

    name: str
    href: str
    left: float
    width: float
    style: str
    """`on` where the command runs, `to` where it leads, or `off`"""

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move: the path of its line, and its head."""

    line: str
    head: str


@dataclass(frozen=True, slots=True)
class Brace:
    """A line below the phases of a set."""

    name: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Picture:
    title: str
    boxes: tuple[Box, ...]
    moves: tuple[tuple[Box, Box], ...]
    braces: tuple[Brace, ...]

    @property
    def width(self) -> float:
        last = self.boxes[-1]
        return last.left + last.width + 1

    @property
    def height(self) -> float:
        return self.brace_y + (18 if self.braces else 0)

    @property
    def box_height(self) -> int:
        return _HEIGHT

    @property
    def top(self) -> float:
        """Where the boxes begin."""
        return self._room(forward=True) + 1

    @property
    def text_y(self) -> float:
        return self.top + _HEIGHT / 2 + 4

    @property
    def brace_y(self) -> float:
        return self.top + _HEIGHT + self._room(forward=False) + 4

    @property
    def arrows(self) -> list[Arrow]:
        return [self._arrow(*move) for move in self.moves]

    def _room(self, forward: bool) -> float:
        """What the arrows on one side of the boxes need."""
        bends = (_bend(*move) for move in self.moves if (move[0].left < move[1].left) == forward)
        return max(bends, default=0) * 0.75 + 1

    def _arrow(self, source: Box, target: Box) -> Arrow:
        side = 1 if source.left < target.left else -1
        edge = self.top if side > 0 else self.top + _HEIGHT
        start, end = source.middle + side * _SHIFT, target.middle - side * _SHIFT
        bend = edge - side * _bend(source, target)
        line = f"M{start:g} {edge:g}C{start:g} {bend:g} {end:g} {bend:g} {end:g} {edge:g}"
        base = edge - side * 7
        return Arrow(line, f"M{end - 4:g} {base:g}L{end + 4:g} {base:g}L{end:g} {edge:g}Z")


def _bend(source: Box, target: Box) -> float:
    return min(24 + abs(target.middle - source.middle) / 12, 64)


def picture_of(machine: PhaseMachine, rule: Rule, links: Links, title: str) -> Picture:
    """Draws where a rule allows to be, and where it leads."""
    boxes = {box.name: box for box in _boxes(machine, rule, links)}
    moves = tuple(
        (boxes[source], boxes[target])
        for source, targets in rule.moves.items()
        for target in targets
        if source != target
    )
    braces = tuple(
        Brace(item.name, min(box.left for box in held), max(box.left + box.width for box in held))
        for item in machine.sets
        if (held := [boxes[name] for name in item.phases])
    )
    return Picture(title, tuple(boxes.values()), moves, braces)


def _boxes(machine: PhaseMachine, rule: Rule, links: Links) -> Iterator[Box]:
    left = 1.0
    reached = {to for source, moves in rule.moves.items() for to in moves if to != source}
    for phase in machine.phases:
        width = round(len(phase.name) * _CHAR + _PADDING, 1)
        others = "to" if phase.name in reached else "off"
        style = "on" if phase.name in rule.sources else others
        yield Box(phase.name, links.href(phase.name, "phase"), round(left, 1), width, style)
        left += width + _GAP
