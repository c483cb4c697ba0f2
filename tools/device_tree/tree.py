# SPDX-License-Identifier: Apache-2.0
"""A device tree as nodes with properties, read with libfdt."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from device_tree.blob import TreeError

try:
    import libfdt  # type: ignore[import]
except ImportError:
    sys.exit("dts-to-machine: libfdt is not there: apt install python3-libfdt")

_HEADER_SIZE = 40


@dataclass(eq=False)
class Node:
    """A node; its values are bytes, which each binding reads in its own way."""

    name: str
    parent: Node | None = None
    properties: dict[str, bytes] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def path(self) -> str:
        names = [node.name for node in self.lineage]
        return "/".join(reversed(names)) or "/"

    @property
    def lineage(self) -> Iterator[Node]:
        """This one first, the root last."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    @property
    def base_name(self) -> str:
        """The name without what follows the `@`."""
        return self.name.partition("@")[0]

    @property
    def compatible(self) -> list[str]:
        return self.strings("compatible")

    def cells(self, name: str) -> list[int]:
        """The property as words of 32 bits; what is left over is not one."""
        value = self.properties.get(name, b"")
        whole = len(value) // 4 * 4
        return [word for (word,) in struct.iter_unpack(">I", value[:whole])]

    def number(self, name: str) -> int | None:
        """The property as a number of 32 or 64 bits."""
        value = self.properties.get(name, b"")
        return int.from_bytes(value, "big") if len(value) in (4, 8) else None

    def strings(self, name: str) -> list[str]:
        value = self.properties.get(name, b"")
        return value.decode("utf-8", "replace").rstrip("\0").split("\0") if value else []

    def string(self, name: str) -> str:
        return next(iter(self.strings(name)), "")

    def child(self, name: str) -> Node | None:
        """The child of that name, or of that name before the `@`."""
        alike = (child for child in self.children if name in (child.name, child.base_name))
        return next(alike, None)

    def walk(self) -> Iterator[Node]:
        """This one and all below it, as they stand in the tree; they may nest to any depth."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def parse_tree(blob: bytes, name: str) -> Node:
    """Reads a blob; gives the root."""
    total = int.from_bytes(blob[4:8], "big")
    if len(blob) < _HEADER_SIZE or total > len(blob):
        raise TreeError(f"{name} is truncated: {len(blob)} bytes of {max(total, _HEADER_SIZE)}")
    try:
        libfdt.check_err(libfdt.fdt_check_full(bytearray(blob), len(blob)))
        return _read(libfdt.Fdt(blob))
    except libfdt.FdtException as error:
        raise TreeError(f"{name} is damaged: {libfdt.strerror(error.err)}") from None
    except (SystemError, ValueError):
        # The binding decodes names, and says so when it cannot.
        raise TreeError(f"{name} is damaged: a name in it is no text") from None


def _read(fdt: libfdt.Fdt) -> Node:
    # The way from the root to the present node.
    nodes: list[Node] = []
    root: Node | None = None
    offset, depth = 0, 0
    while offset >= 0 and depth >= 0:
        del nodes[depth:]
        parent = nodes[-1] if nodes else None
        node = Node(fdt.get_name(offset), parent, dict(_properties(fdt, offset)))
        if parent:
            parent.children.append(node)
        nodes.append(node)
        root = root or node
        offset, depth = fdt.next_node(offset, depth, libfdt.QUIET_NOTFOUND)
    assert root is not None
    return root


def _properties(fdt: libfdt.Fdt, node: int) -> Iterator[tuple[str, bytes]]:
    offset = fdt.first_property_offset(node, libfdt.QUIET_NOTFOUND)
    while offset >= 0:
        item = fdt.get_property_by_offset(offset)
        yield item.name, bytes(item)
        offset = fdt.next_property_offset(offset, libfdt.QUIET_NOTFOUND)


def phandles(root: Node) -> dict[int, Node]:
    """Finds nodes by the numbers that others refer to them with."""
    found: dict[int, Node] = {}
    for node in root.walk():
        for name in ("phandle", "linux,phandle"):
            number = node.number(name)
            if number is not None:
                found.setdefault(number, node)
    return found


def node_at(root: Node, path: str) -> Node | None:
    """Finds the node at a path that begins with `/`, or with an alias; options follow a colon."""
    path = path.partition(":")[0]
    if not path.startswith("/"):
        alias, slash, rest = path.partition("/")
        aliases = root.child("aliases")
        path = (aliases.string(alias) if aliases else "") + slash + rest
        if not path.startswith("/"):
            return None
    node: Node | None = root
    for name in path.strip("/").split("/"):
        node = node.child(name) if node and name else node
    return node
