# SPDX-License-Identifier: Apache-2.0
"""Writes a draft as a description of a machine."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from device_tree.draft import Computed, Draft, Item, Note, Value, Window, Wire
from device_tree.naming import merged

WIDTH = 120


def write_machine(draft: Draft, name: str, schema: str) -> str:
    """Gives a MachineSpec, with comments."""
    members = [
        f'"$schema": {json.dumps(schema)}',
        f'"machine": {_inline(name)}',
        f'"doc": {_inline(f"Imported from the device tree {draft.source}.")}',
        f'"params": {_block(_params(draft), "{}")}',
        f'"nodes": {_block(_nodes(draft.items), "{}")}',
        f'"map": {_block(_map(draft), "[]")}',
        f'"wires": {_block(_wires(draft.wires), "[]")}',
        f'"checks": {_block(_checks(draft), "[]")}',
    ]
    head = [
        f"// A draft, made of the device tree {draft.source} by tools/dts-to-machine. Comments",
        "// tell what the tree does not, or what was not understood.",
        *_comments(draft.notes),
    ]
    return "\n".join(
        ["\n".join(map(_plain, head)), "{", ",\n".join(map(_indented, members)), "}\n"]
    )


def _plain(line: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in line)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


Entry = tuple[list[str], str]
"""Comments, and what they are about; empty when there is nothing but them"""


def _block(entries: Iterable[Entry], brackets: str) -> str:
    """A list or an object, an entry a line; no comma follows the last one."""
    rows = list(entries)
    last = max((i for i, (_, text) in enumerate(rows) if text), default=-1)
    lines = []
    for i, (comments, text) in enumerate(rows):
        lines += comments
        if text:
            lines.append(text + ("," if i < last else ""))
    if not lines:
        return brackets
    return f"{brackets[0]}\n{_indented(chr(10).join(lines))}\n{brackets[1]}"


def _comments(notes: Iterable[Note]) -> list[str]:
    return [f"// {note}" for note in notes]


def _params(draft: Draft) -> Iterator[Entry]:
    for param in draft.params:
        value = {"type": param.type, "default": escaped(param.default), "doc": escaped(param.doc)}
        yield [], f"{_inline(param.name)}: {_inline(value)}"


def _nodes(items: list[Item]) -> Iterator[Entry]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.group, []).append(item)
    for name, members in groups.items():
        node: dict[str, Any] = {"type": members[0].type.name}
        if members[0].condition:
            node["if"] = f"${{{members[0].condition}}}"
        if len(members) > 1:
            node["each"] = {"i": f"0..{len(members) - 1}"}
        props = merged(members) if len(members) > 1 else members[0].props
        if props:
            node["props"] = {key: spelled(value) for key, value in props.items()}
        notes = _comments(note for item in members for note in item.notes)
        yield notes, _wrapped(name, node)


def _wrapped(name: str, node: dict[str, Any]) -> str:
    """In one line, or a line for each member, or a line for each property too."""
    line = f"{_inline(name)}: {_inline(node)}"
    if len(line) <= WIDTH:
        return line
    rows = [f"{_inline(key)}: {_inline(value)}" for key, value in node.items()]
    if len(rows[-1]) > WIDTH:
        props = (f"{_inline(key)}: {_inline(value)}" for key, value in node["props"].items())
        rows[-1] = f'"props": {_block([([], text) for text in props], "{}")}'
    return f"{_inline(name)}: {_block([([], text) for text in rows], '{}')}"


def _map(draft: Draft) -> Iterator[Entry]:
    """By address, with what is not imported in its place, or at the end when it has none."""
    rows: list[tuple[int, Entry]] = [
        (one.extent.start, ([], _window(one, draft))) for one in draft.windows
    ]
    for hole in draft.holes:
        start = hole.extent.start if hole.extent else 1 << 64
        rows.append((start, (_comments([hole.note]), "")))
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _window(window: Window, draft: Draft) -> str:
    entry = {
        "region": str(window.region),
        "at": hex(window.extent.start),
        "into": draft.items[0].name,
    }
    if window.is_cut:
        entry["size"] = hex(window.extent.size)
    return _inline(entry)


def _wires(wires: list[Wire]) -> Iterator[Entry]:
    for wire in wires:
        yield [], _inline({"from": str(wire.source), "to": str(wire.target)})


def _checks(draft: Draft) -> Iterator[Entry]:
    defaults = {param.name: param.default for param in draft.params}
    for name, doc in (("initrd", "an initrd is"), ("append", "append is")):
        # What the tree gave is there without a kernel, too.
        if not defaults[name]:
            rule = f"${{{name} == '' || kernel != ''}}"
            yield [], _inline({"that": rule, "else": f"{doc} for a kernel: give kernel too"})


def spelled(value: Value) -> object:
    """A value as descriptions have it."""
    match value:
        case Item():
            return value.name
        case Computed():
            return f"${{{value.expression}}}"
        case str():
            return escaped(value)
        case list():
            return [escaped(text) for text in value]
        case _:
            return value


def escaped(text: str) -> str:
    """Text in which nothing is an expression."""
    return text.replace("${", "${'$'}{")


def _inline(value: object) -> str:
    match value:
        case dict():
            members = (f"{_inline(key)}: {_inline(item)}" for key, item in value.items())
            return f"{{ {', '.join(members)} }}"
        case list():
            return f"[ {', '.join(map(_inline, value))} ]" if value else "[]"
        case _:
            return json.dumps(value)
