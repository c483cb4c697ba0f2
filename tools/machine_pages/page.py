# SPDX-License-Identifier: Apache-2.0
"""The page of a machine, and the list of all, as Markdown."""

import json
import re
from collections.abc import Iterator

from machine_pages.emulator import Machine, Node

_NOTICE = "<!-- Generated from machines/ by tools/draw-machines.  Do not edit. -->\n"
_INDEX = re.compile(r"^(.*)\[(\d+)\]$")


def index(machines: list[Machine]) -> str:
    """Lists the machines with what they are."""
    rows = "".join(f"| [{m.name}]({m.name}.md) | {m.doc} |\n" for m in machines)
    return f"{_NOTICE}\n# Machines\n\n| machine | what it is |\n|---|---|\n{rows}"


def page(machine: Machine) -> str:
    """Describes a machine: parameters, composition, address spaces, interrupt wires."""
    parts = [_NOTICE, f"# {machine.name}", machine.doc]
    if machine.params:
        parts += ["## Parameters", _parameters(machine)]
    if machine.nodes:
        parts += ["## Composition", _composition(machine)]
    if machine.windows:
        parts += [
            "## Address spaces",
            f"![What is where in the address spaces]({machine.name}.svg)",
        ]
        parts += [_spaces(machine)]
    if machine.wires:
        parts += ["## Interrupt wires", _wires(machine)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _parameters(machine: Machine) -> str:
    lines = ["| parameter | type | default | range | |", "|---|---|---|---|---|"]
    for param in machine.params:
        default = f"`{json.dumps(param['default'])}`" if "default" in param else "must be given"
        bounds = [str(param[key]) for key in ("min", "max") if key in param]
        doc = param.get("doc", "")
        lines.append(
            f"| `{param['name']}` | {param['type']} | {default} | {' to '.join(bounds)} | {doc} |"
        )
    return "\n".join(lines)


def _composition(machine: Machine) -> str:
    lines = [line for node in machine.nodes for line in _drawn(node, "  ")]
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```"])


def _drawn(node: Node, indent: str) -> Iterator[str]:
    """Yields a box, or a frame with boxes."""
    name = node.path.rpartition("/")[2]
    identity = re.sub(r"\W", "_", node.path)
    if not node.children:
        yield f'{indent}{identity}["{name}<br>{node.type}"]'
        return
    yield f'{indent}subgraph {identity}["{name}: {node.type}"]'
    for child in node.children:
        yield from _drawn(child, f"{indent}  ")
    yield f"{indent}end"


def _spaces(machine: Machine) -> str:
    tables = []
    for space in machine.spaces:
        rows = "".join(
            f"| `{window.first:#x}` | `{window.last:#x}` | {window.region} |\n"
            for window in machine.windows_of(space)
        )
        tables.append(f"### {space}\n\n| first | last | region |\n|---|---|---|\n{rows}")
    return "\n".join(tables)


def _wires(machine: Machine) -> str:
    lines = ["| from | to |", "|---|---|"]
    lines += [f"| {start} | {end} |" for start, end in _in_ranges(machine.wires)]
    return "\n".join(lines)


def _in_ranges(wires: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Yields wires, neighbours that go side by side as one: `gpio:irq[0..31]`."""
    run: list[tuple[str, str]] = []
    for wire in wires:
        if run and not _continues(run[-1], wire):
            yield _joined(run)
            run = []
        run.append(wire)
    if run:
        yield _joined(run)


def _continues(before: tuple[str, str], after: tuple[str, str]) -> bool:
    for old, new in zip(before, after):
        first, second = _INDEX.match(old), _INDEX.match(new)
        if not first or not second or first[1] != second[1]:
            return False
        if int(second[2]) != int(first[2]) + 1:
            return False
    return True


def _joined(run: list[tuple[str, str]]) -> tuple[str, str]:
    if len(run) == 1:
        return run[0]
    (first, start), (last, end) = run[0], run[-1]
    return _range(first, last), _range(start, end)


def _range(first: str, last: str) -> str:
    low, high = _INDEX.match(first), _INDEX.match(last)
    assert low and high
    return f"{low[1]}[{low[2]}..{high[2]}]"
