# SPDX-License-Identifier: Apache-2.0
"""Reads definitions that are JSON with JSON's decoder, which is far faster than a parser in Python.

What it refuses may be right all the same, and is read once more by the one that knows why it is
wrong.  Beyond JSON's rules, a key is there once; numbers and null are for the additions to QAPI
only, and it takes the other parser to see whether they stand in one.
"""

from json import JSONDecoder
from typing import Any, NoReturn


def read(text: str) -> dict[str, Any] | None:
    """The object, or nothing if it is for the other parser.

    >>> read('{"enum": "Color", "data": ["red"]}')
    {'enum': 'Color', 'data': ['red']}
    >>> read('{"enum": "Color", "enum": "Colour"}'), read('{"default": 1}'), read('["red"]')
    (None, None, None)
    """
    if "null" in text:
        return None
    try:
        value = _DECODER.decode(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a key is there twice")
    return members


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


_DECODER = JSONDecoder(
    object_pairs_hook=_unique, parse_int=_refuse, parse_float=_refuse, parse_constant=_refuse
)
