# SPDX-License-Identifier: Apache-2.0
"""Compares messages with what is expected of them.

In an expected message `...` stands for any value, for any further elements of an array, for any
further members of an object, and for any text within a string.
"""

import json
import re
from typing import Any

ANYTHING = "\0anything"
_ELLIPSIS = re.compile(r'"(?:[^"\\]|\\.)*"|\.\.\.|[{}\[\]:,]')


def parse(text: str) -> Any:
    """Reads an expected message.

    >>> parse('{ "a": ..., ... }')
    {'a': '\\x00anything', '\\x00anything': None}
    """
    opened: list[str] = []
    before = ""

    def replace(found: re.Match[str]) -> str:
        nonlocal before
        token = found[0]
        if token in "{[":
            opened.append(token)
        elif token in "}]":
            opened.pop()
        elif token == "...":
            is_member = opened[-1:] == ["{"] and before != ":"
            token = json.dumps(ANYTHING) + (": null" if is_member else "")
        before = token
        return token

    return json.loads(_ELLIPSIS.sub(replace, text))


def matches(expected: Any, actual: Any) -> bool:
    """Tells whether a message is what was expected.

    >>> matches(parse('{ "a": [ 1, ... ], ... }'), {"a": [1, 2, 3], "b": 4})
    True
    >>> matches(parse('[ ..., 3 ]'), [1, 2])
    False
    >>> matches(parse('"no machine ..."'), "no machine 'virtt'")
    True
    >>> matches(1, True)
    False
    """
    if expected == ANYTHING:
        return True
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return False
        named = {key: value for key, value in expected.items() if key != ANYTHING}
        is_open = len(named) < len(expected)
        return (
            named.keys() <= actual.keys() if is_open else named.keys() == actual.keys()
        ) and all(matches(value, actual[key]) for key, value in named.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and _matches_list(expected, actual)
    if isinstance(expected, str) and "..." in expected:
        pattern = ".*".join(re.escape(part) for part in expected.split("..."))
        return isinstance(actual, str) and re.fullmatch(pattern, actual, re.DOTALL) is not None
    # 1 and True are equal in Python, and different in JSON.
    return type(expected) is type(actual) and bool(expected == actual)


def _matches_list(expected: list[Any], actual: list[Any]) -> bool:
    if not expected:
        return not actual
    if expected[0] == ANYTHING:
        return any(_matches_list(expected[1:], actual[start:]) for start in range(len(actual) + 1))
    return (
        bool(actual) and matches(expected[0], actual[0]) and _matches_list(expected[1:], actual[1:])
    )
