# SPDX-License-Identifier: Apache-2.0
"""Writes a draft as a script of commands, one a line."""

import json
from collections.abc import Iterable, Iterator

from device_tree.draft import Computed, Draft, Item, Note, Value, written


def write_script(draft: Draft) -> str:
    """Gives what `--script` takes; the parameters of the machine are at their defaults."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    source = "".join(c if c.isprintable() else "?" for c in draft.source)
    yield f"# A draft, made of the device tree {source} by tools/dts-to-machine. Comments tell"
    yield "# what the tree does not, or what was not understood. When the script has ended, the"
    yield "# machine starts, unless --until machine-initialized or -S holds it back."
    yield from _comments(draft.notes)
    yield ""
    yield "machine-set type=none"
    yield 'accel-set accels=["interp"]'
    yield "machine-init"
    yield ""
    for item in _in_groups(draft.items):
        yield from _comments(item.notes)
        yield from _device(item, draft)
    yield ""
    for window in sorted(draft.windows, key=lambda window: window.extent):
        size = f" size={window.extent.size:#x}" if window.is_cut else ""
        where = f"at={window.extent.start:#x} into={draft.items[0].name}"
        yield f"map region={window.region} {where}{size}"
    yield from _comments(hole.note for hole in draft.holes)
    yield ""
    for wire in draft.wires:
        yield f"connect from={wire.source} to={wire.target}"


def _device(item: Item, draft: Draft) -> Iterator[str]:
    """The command that adds an object; one that is there only if a parameter says so is not yet."""
    if item.condition:
        place = item.props["addr"]
        place = place.plain if isinstance(place, Computed) else place
        where = f"file=FILE space={draft.items[0].name} addr={place}"
        yield f"#device_add driver={item.type.name} id={item.name} {where}"
        return
    missing = [name for name, value in item.props.items() if not _is_given(value)]
    links = [name for name in missing if name != "append"]
    if links:
        yield f"# What can be added here: {', '.join(f'{name}=ID' for name in links)}"
    given = ((name, value) for name, value in item.props.items() if _is_given(value))
    words = (f"{name}={_word(value)}" for name, value in given)
    yield " ".join(["device_add", f"driver={item.type.name}", f"id={item.name}", *words])


def _in_groups(items: list[Item]) -> list[Item]:
    """Those of one group one after the other, as the other form has them."""
    groups = list(dict.fromkeys(item.group for item in items))
    return sorted(items, key=lambda item: groups.index(item.group))


def _comments(notes: Iterable[Note]) -> Iterator[str]:
    return (f"# {note}" for note in notes)


def _is_given(value: Value) -> bool:
    return not isinstance(value, Computed) or bool(value.plain)


def _word(value: Value) -> str:
    match value:
        case Item():
            return value.name
        case Computed():
            return json.dumps(value.plain)
        case int():
            return written(value)
        case _:
            return json.dumps(value)
