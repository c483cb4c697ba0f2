# SPDX-License-Identifier: Apache-2.0
"""Graphs and trees as pictures: all that there is can be seen, and nothing covers another."""

import json
from itertools import combinations
from xml.etree import ElementTree

import pytest

from tests.support.emulator import Emulator, run
from tests.support.qmp import Message

MACHINES = [info["name"] for info in json.loads(run("--query-machines").out)]
KINDS = ("composition", "memory", "bus", "irq", "reset", "clock", "cpu-topology")
SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[int, int, int, int]


def boxes(picture: ElementTree.Element) -> list[Box]:
    """Gives the edges of all boxes: left, top, right, bottom."""
    found = []
    for box in picture.findall(f"{SVG}rect"):
        left, top, width, height = (int(box.attrib[name]) for name in ("x", "y", "width", "height"))
        found.append((left, top, left + width, top + height))
    return found


def touch(one: Box, other: Box) -> bool:
    beside = one[0] <= other[2] and other[0] <= one[2]
    return beside and one[1] <= other[3] and other[1] <= one[3]


def check(picture: ElementTree.Element, nodes: int, edges: int) -> None:
    """Looks at a picture of so many nodes and edges."""
    seen = boxes(picture)
    assert len(seen) == nodes
    assert len(picture.findall(f"{SVG}path")) == edges
    width, height = int(picture.attrib["width"]), int(picture.attrib["height"])
    assert all(0 < box[0] and box[2] < width and box[3] < height for box in seen)
    assert not [pair for pair in combinations(seen, 2) if touch(*pair)]


def texts(picture: ElementTree.Element) -> set[str]:
    return {text.text or "" for text in picture.findall(f"{SVG}text")}


@pytest.mark.parametrize("name", MACHINES)
def test_all_sides_of_machines(name: str) -> None:
    with Emulator("-M", name, "--until", "machine-initialized") as machine:
        for kind in KINDS:
            asked = {"kind": kind, "format": "svg"}
            graph = machine.monitor.execute("query-graph", asked)
            picture = ElementTree.fromstring(graph["text"])
            check(picture, len(graph["nodes"]), len(graph["edges"]))
            assert {node["id"] for node in graph["nodes"]} <= texts(picture)


def test_tree() -> None:
    with Emulator("-M", "virt", "--until", "machine-initialized") as machine:
        tree = machine.monitor.execute("query-tree", {"path": "/machine", "format": "svg"})

        def count(node: Message) -> int:
            return 1 + sum(map(count, node["children"]))

        picture = ElementTree.fromstring(tree["text"])
        check(picture, count(tree), count(tree) - 1)
        assert {"machine", "uart0", "uart16550"} <= texts(picture)


def test_what_goes_round_in_a_circle_is_drawn_too() -> None:
    gates = ("-d", "or-gate,id=a", "-d", "or-gate,id=b")
    wires = ("--connect", "a:out,to=b:in[0]", "--connect", "b:out,to=a:in[0]")
    options = ("-M", "none", *gates, *wires, "--until", "machine-initialized")
    with Emulator(*options) as machine:
        graph = machine.monitor.execute("query-graph", {"kind": "irq", "format": "svg"})
    picture = ElementTree.fromstring(graph["text"])
    check(picture, 2, 2)
    assert "out to in[0]" in texts(picture)
