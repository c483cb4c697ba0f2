# SPDX-License-Identifier: Apache-2.0
"""Makes up a schema of the size and shape of QEMU's: 42 modules, 25,000 lines, mostly comments.

For each 20 types there are 13 structs, 5 enums, a union and now and then an alternate, beside 6
commands and an event: these are the proportions of QEMU's.
"""

from collections.abc import Iterator
from pathlib import Path

MODULES = 42
GROUPS = 11
"""Of definitions in a module; each is a struct, what it holds and what uses it"""
_PROSE = (
    "what the guest sees of it, once the machine runs",
    "the name under which it was made; empty when nobody named it",
    "how often it happened since the counters were last reset",
    "kept for clients that were written before there was a better way\n#     (default: false)",
)
_TYPES = ("'str'", "'uint32'", "'size'", "'bool'", "['str']", "'int'", "'number'")


def write(folder: Path) -> Path:
    """Writes the files; returns the main one."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"part-{number:02}" for number in range(MODULES)]
    for number, name in enumerate(names):
        text = "".join(block for group in range(GROUPS) for block in _group(number, group))
        before = f"{{ 'include': '{names[number - 1]}.json' }}\n" if number else ""
        (folder / f"{name}.json").write_text(before + text, "utf-8")
    main = folder / "main.json"
    main.write_text("".join(f"{{ 'include': '{name}.json' }}\n" for name in names), "utf-8")
    return main


def _group(module: int, group: int) -> Iterator[str]:
    name = f"M{module}G{group}"
    yield _enum(f"{name}Kind") if group % 3 == 0 else ""
    yield _struct(f"{name}Info", 4 + group % 7)
    if group % 10 == 0:
        yield _union(name)
    if group % 20 == 7:
        yield _alternate(name)
    if group % 3 == 1:
        yield _command(f"m{module}-query-{group}", f"{name}Info")
    if group % 15 == 2:
        yield _event(f"M{module}_CHANGED_{group}")


def _doc(name: str, members: list[str], tags: str = "") -> str:
    lines = [f"##\n# @{name}:\n#\n# Says what there is to know about {name} in one place.\n#\n"]
    lines += [
        f"# @{member}: {_PROSE[index % len(_PROSE)]}\n#\n" for index, member in enumerate(members)
    ]
    return "".join(lines) + f"{tags}# Since: 6.2\n##\n"


def _listed(count: int) -> tuple[list[str], str]:
    names = [f"member-{index}" for index in range(count)]
    items = [
        f"'{'*' if index % 2 else ''}{name}': {_TYPES[index % len(_TYPES)]}"
        for index, name in enumerate(names)
    ]
    return names, ",\n            ".join(items)


def _enum(name: str) -> str:
    values = ["file", "socket", "pipe", "null"]
    listed = ", ".join(f"'{value}'" for value in values)
    return _doc(name, values) + f"{{ 'enum': '{name}',\n  'data': [ {listed} ] }}\n\n"


def _struct(name: str, count: int) -> str:
    names, members = _listed(count)
    return _doc(name, names) + f"{{ 'struct': '{name}',\n  'data': {{ {members} }} }}\n\n"


def _union(name: str) -> str:
    kinds = _enum(f"{name}Choice")
    branches = "".join(_struct(f"{name}{part}", 5) for part in ("File", "Socket"))
    doc = _doc(f"{name}Options", ["kind"])
    return (
        f"{kinds}{branches}{doc}{{ 'union': '{name}Options',\n"
        f"  'base': {{ 'kind': '{name}Choice' }}, 'discriminator': 'kind',\n"
        f"  'data': {{ 'file': '{name}File', 'socket': '{name}Socket' }} }}\n\n"
    )


def _alternate(name: str) -> str:
    data = f"{{ 'definition': '{name}Info', 'reference': 'str' }}"
    doc = _doc(f"{name}Ref", ["definition", "reference"])
    return doc + f"{{ 'alternate': '{name}Ref',\n  'data': {data} }}\n\n"


def _command(name: str, returned: str) -> str:
    names, members = _listed(3)
    doc = _doc(name, names, "# Returns: what was asked for.\n#\n")
    data = f"'data': {{ {members} }},\n  'returns': '{returned}'"
    return f"{doc}{{ 'command': '{name}',\n  {data} }}\n\n"


def _event(name: str) -> str:
    names, members = _listed(3)
    return _doc(name, names) + f"{{ 'event': '{name}',\n  'data': {{ {members} }} }}\n\n"
