# SPDX-License-Identifier: Apache-2.0
"""What a device tree says of a machine, to compare two of them by."""

import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import libfdt  # type: ignore[import]

Nodes = dict[str, dict[str, bytes]]


@dataclass(frozen=True)
class Facts:
    """Harts by their numbers, and devices by their addresses, with where their interrupts go."""

    harts: dict[int, tuple[bytes, bytes]]
    """What each implements, and how it translates addresses"""
    memory: frozenset[tuple[int, int]]
    devices: dict[int, list[tuple[str, int]]]


def compiled(source: Path, folder: Path) -> Path:
    """Compiles a source."""
    blob = folder / f"{source.stem}.dtb"
    subprocess.run(["dtc", "-q", "-O", "dtb", "-o", str(blob), str(source)], check=True)
    return blob


def decompiled(blob: Path) -> str:
    command = ["dtc", "-q", "-I", "dtb", "-O", "dts", str(blob)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def facts(blob: Path) -> Facts:
    """Reads a tree whose addresses have two cells, on buses that translate nothing."""
    nodes = _nodes(libfdt.Fdt(blob.read_bytes()))
    handles = {
        _words(item["phandle"])[0]: path for path, item in nodes.items() if "phandle" in item
    }
    harts, memory, devices = {}, set(), {}
    for path, item in nodes.items():
        if item.get("device_type") == b"cpu\0":
            harts[_words(item["reg"])[0]] = (item["riscv,isa"], item.get("mmu-type", b""))
        elif item.get("device_type") == b"memory\0":
            memory.add(_pair(item["reg"]))
        elif len(item.get("reg", b"")) >= 16:
            devices[struct.unpack(">Q", item["reg"][:8])[0]] = _interrupts(item, handles, nodes)
    return Facts(harts, frozenset(memory), devices)


def _nodes(fdt: Any) -> Nodes:
    found: Nodes = {}
    names: list[str] = []
    offset, depth = 0, 0
    while offset >= 0 and depth >= 0:
        names[depth:] = [fdt.get_name(offset)]
        found["/".join(names)] = {}
        place = fdt.first_property_offset(offset, libfdt.QUIET_NOTFOUND)
        while place >= 0:
            item = fdt.get_property_by_offset(place)
            found["/".join(names)][item.name] = bytes(item)
            place = fdt.next_property_offset(place, libfdt.QUIET_NOTFOUND)
        offset, depth = fdt.next_node(offset, depth, libfdt.QUIET_NOTFOUND)
    return found


def _pair(reg: bytes) -> tuple[int, int]:
    start, size = struct.unpack(">QQ", reg[:16])
    return start, size


def _words(value: bytes) -> list[int]:
    return [word for (word,) in struct.iter_unpack(">I", value)]


def _interrupts(
    item: dict[str, bytes], handles: dict[int, str], nodes: Nodes
) -> list[tuple[str, int]]:
    """Pairs of a controller, named by its place, and the number of its input."""
    extended = _words(item.get("interrupts-extended", b""))
    if not extended:
        parent = _words(item.get("interrupt-parent", b""))
        extended = [
            word for number in _words(item.get("interrupts", b"")) for word in (*parent, number)
        ]
    pairs = zip(extended[::2], extended[1::2])
    return [(_place(handles[handle], nodes), cell) for handle, cell in pairs]


def _place(path: str, nodes: Nodes) -> str:
    """A hart by its number, anything else by its address."""
    above = path.rpartition("/")[0]
    named = nodes[above if nodes[above].get("device_type") == b"cpu\0" else path]
    return named["reg"].hex()
