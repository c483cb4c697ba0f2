# SPDX-License-Identifier: Apache-2.0
"""Spells definitions as the text of a schema."""

import json
from typing import Any

Node = dict[str, Any]


class Quoted(str):
    """A string in double quotes, which may hold anything; legal in qapigen's additions only."""


def spell(value: Any) -> str:
    """Spells a value in QAPI's JSON.

    >>> spell({"enum": "Mode", "data": ["on", Quoted("it's")], "if": True})
    '{ \\'enum\\': \\'Mode\\', \\'data\\': [ \\'on\\', "it\\'s" ], \\'if\\': true }'
    """
    match value:
        case dict():
            members = (f"{spell(key)}: {spell(item)}" for key, item in value.items())
            return "{ " + ", ".join(members) + " }" if value else "{}"
        case list():
            return "[ " + ", ".join(map(spell, value)) + " ]" if value else "[]"
        case Quoted():
            return json.dumps(value, ensure_ascii=False)
        case str():
            return f"'{value}'"
    return json.dumps(value)


def text_of(definitions: list[Node]) -> str:
    """The text of a schema, a definition to a line."""
    return "".join(f"{spell(definition)}\n" for definition in definitions)
