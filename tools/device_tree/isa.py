# SPDX-License-Identifier: Apache-2.0
"""What harts implement: `riscv,isa`, or `riscv,isa-base` with `riscv,isa-extensions`.

Which extensions the emulator has, it tells itself.

>>> split_isa("rv64imafdc_zicsr2p0_zba")
('rv64', ['i', 'm', 'a', 'f', 'd', 'c', 'zicsr', 'zba'])
>>> join_isa("rv32", ["i", "m", "zicsr"])
'rv32im_zicsr'
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from device_tree.tree import Node
from emulator import PROGRAM

_ISA = re.compile(r"(rv(?:32|64))([a-z0-9_]+)")
_LETTER = re.compile(r"([a-rt-wy])(?:\d+(?:p\d+)?)?")
_VERSION = re.compile(r"(?<=[a-z])\d+p\d+$")
# They were parts of the base before they had names, and `riscv,isa` is older than those.
# Unprivileged specification 20191213, preface. The first one is what no hart here can be without.
_ONCE_UNNAMED = ("zicsr", "zifencei", "zicntr")
ASSUMED = "rv64gc"


def isa_of(cpu: Node) -> tuple[str, list[str]] | None:
    """The width and the extensions; nothing when the node does not say them, or not so."""
    if "riscv,isa-base" in cpu.properties:
        base = split_isa(cpu.string("riscv,isa-base"))
        if base is None:
            return None
        named = [name for name in cpu.strings("riscv,isa-extensions") if name.isalnum()]
        return base[0], list(dict.fromkeys([*base[1], *named]))
    return split_isa(cpu.string("riscv,isa"))


def split_isa(text: str) -> tuple[str, list[str]] | None:
    """Takes an ISA string apart."""
    found = _ISA.fullmatch(text.lower())
    if found is None:
        return None
    rest, names = found[2], []
    while letter := _LETTER.match(rest):
        names.append(letter[1])
        rest = rest[letter.end() :]
    names += [_VERSION.sub("", name) for name in rest.split("_") if name]
    return found[1], list(dict.fromkeys(names))


def join_isa(width: str, names: list[str]) -> str:
    letters = "".join(name for name in names if len(name) == 1)
    return "_".join([width + letters, *(name for name in names if len(name) > 1)])


def completed(names: list[str], is_string: bool) -> list[str]:
    """Adds what harts here cannot do without, and what an ISA string takes for granted."""
    implied = _ONCE_UNNAMED if is_string else _ONCE_UNNAMED[:1]
    added = [] if {"i", "g"} & set(names) else ["i"]
    return added + [name for name in implied if name not in names and "g" not in names]


def unknown_extensions(names: set[str]) -> set[str] | None:
    """Asks the emulator; gives nothing when it cannot be asked."""
    nodes = {
        f"n{number}": {"type": "riscv-cluster", "props": {"isa": _probe(name), "space": "bus"}}
        for number, name in enumerate(sorted(names))
    }
    nodes["bus"] = {"type": "address-space"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "probe.json")
        path.write_text(json.dumps({"machine": "probe", "nodes": nodes}), "utf-8")
        try:
            done = subprocess.run([PROGRAM, "--plan", path], capture_output=True, check=True)
            errors = "\n".join(json.loads(done.stdout)["errors"])
        except (OSError, subprocess.CalledProcessError, ValueError):
            return None
    return {name for name in names if f"unknown extension '{name}'" in errors}


def _probe(name: str) -> str:
    return join_isa("rv64", [*(["i"] if name != "i" else []), name, "zicsr"])
