# SPDX-License-Identifier: Apache-2.0
"""Asks the emulator which machines there are, and what they consist of."""

from dataclasses import dataclass
from typing import Any

from emulator import answer_of


@dataclass(frozen=True)
class Window:
    """What is seen of a region in an address space."""

    space: str
    region: str
    first: int
    size: int

    @property
    def last(self) -> int:
        return self.first + self.size - 1


@dataclass(frozen=True)
class Node:
    """An object of the machine; `path` is relative to it."""

    path: str
    type: str
    children: tuple["Node", ...]


@dataclass(frozen=True)
class Machine:
    """A machine as it is built without parameters."""

    name: str
    doc: str
    params: tuple[dict[str, Any], ...]
    nodes: tuple[Node, ...]
    windows: tuple[Window, ...]
    wires: tuple[tuple[str, str], ...]

    @property
    def spaces(self) -> list[str]:
        """The address spaces that something is mapped into, in the order of their names."""
        return sorted({window.space for window in self.windows})

    def windows_of(self, space: str) -> list[Window]:
        """Lists the windows of a space by address."""
        found = [window for window in self.windows if window.space == space]
        return sorted(found, key=lambda window: window.first)


def _node(tree: dict[str, Any], prefix: str) -> Node:
    path = f"{prefix}{tree['name']}"
    children = tuple(_node(child, f"{path}/") for child in tree["children"])
    return Node(path, tree["type"], children)


def _windows(tree: dict[str, Any], prefix: str) -> list[Window]:
    path = f"{prefix}{tree['name']}"
    found = [
        Window(path, window["region"], window["at"], window["size"])
        for window in tree.get("windows", [])
    ]
    for child in tree["children"]:
        found += _windows(child, f"{path}/")
    return found


def _wires(tree: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(wire["from"], wire["to"]) for wire in tree.get("wires", [])]
    for child in tree["children"]:
        found += _wires(child)
    return found


def describe_machines() -> list[Machine]:
    """Builds each machine that comes with the program, and looks at it."""
    machines = []
    for info in answer_of("--until", "no-machine", "--query-machines"):
        name = info["name"]
        tree = answer_of("-M", name, "--machine-init", "--query-tree", "/machine")
        children = tree["children"]
        machines.append(
            Machine(
                name,
                info.get("doc", ""),
                tuple(info["params"]),
                tuple(_node(child, "") for child in children),
                tuple(window for child in children for window in _windows(child, "")),
                tuple(wire for child in children for wire in _wires(child)),
            )
        )
    return machines
