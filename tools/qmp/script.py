# SPDX-License-Identifier: Apache-2.0
"""Reads the lines of scripts, as `--script` does (runtime/script/script.h tells the syntax).

>>> parse_line('device_add driver=uart16550 id=u0 # the second')
Request(command='device_add', arguments={'driver': 'uart16550', 'id': 'u0'})
>>> parse_line("c a=5 b=007 c={'d': [1]} e.f='x y'").arguments
{'a': 5, 'b': '007', 'c': {'d': [1]}, 'e': {'f': 'x y'}}
>>> parse_line('{"execute": "stop"}')
Request(command='stop', arguments={})
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

BLANKS = " \t\r"
_INT_LOW, _INT_HIGH = -(2**63), 2**64
_CLOSING = {"{": "}", "[": "]"}
_LONGEST_FRAGMENT = 127
_DEEPEST_KEY = 64


class ScriptError(Exception):
    """A line that is no command."""


@dataclass(frozen=True)
class Request:
    """A command to be sent."""

    command: str
    arguments: dict[str, Any] = field(default_factory=dict)


def parse_script(text: str, name: str) -> list[tuple[str, Request]]:
    """Gives the commands of a script, each with its `FILE:LINE`."""
    return list(_requests(text, name))


def _requests(text: str, name: str) -> Iterator[tuple[str, Request]]:
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{name}:{number}"
        try:
            request = parse_line(line)
        except ScriptError as error:
            raise ScriptError(f"{where}: {error}") from None
        if request is not None:
            yield where, request


def parse_line(line: str) -> Request | None:
    """Reads one line; gives nothing for an empty one or a comment."""
    line = line.strip(BLANKS)
    if not line or line.startswith("#"):
        return None
    if line.startswith("{"):
        return _request_of(parse_json(line))
    command, line = split_word(line)
    arguments: dict[str, Any] = {}
    while (line := line.lstrip(BLANKS)) and not line.startswith("#"):
        word, _ = split_word(line)
        key, equals, _ = word.partition("=")
        if not equals:
            raise ScriptError(f"expected key=value, found '{key}'")
        value, line = _take_value(line[len(key) + 1 :])
        set_at_key(arguments, key, value)
    return Request(command, arguments)


def split_word(line: str) -> tuple[str, str]:
    """Takes what stands before the first blank off a line."""
    end = next((i for i, one in enumerate(line) if one in BLANKS), len(line))
    return line[:end], line[end:]


def parse_json(text: str) -> Any:
    """Reads JSON in which strings may stand in single quotes.

    >>> parse_json('{\\'a\\': \\'say "b"\\'}')
    {'a': 'say "b"'}
    """
    try:
        return json.loads(
            _double_quoted(text), object_pairs_hook=_once, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise ScriptError(f"in {text}: {error}") from None


def set_at_key(arguments: dict[str, Any], key: str, value: Any) -> None:
    """Puts a value at a dotted key.

    >>> arguments = {}
    >>> set_at_key(arguments, "a.b", 1)
    >>> set_at_key(arguments, "a.b", 2)
    Traceback (most recent call last):
    ...
    qmp.script.ScriptError: 'a.b' is given twice
    """
    *folders, last = fragments = key.split(".")
    if len(fragments) > _DEEPEST_KEY or any(
        not 0 < len(fragment) <= _LONGEST_FRAGMENT for fragment in fragments
    ):
        raise ScriptError(f"'{key}' is not a key")
    place: Any = arguments
    for fragment in folders:
        place = place.setdefault(fragment, {})
        if not isinstance(place, dict):
            raise ScriptError(f"'{key}' is within something that has a value")
    if last in place:
        taken = "has members already" if isinstance(place[last], dict) else "is given twice"
        raise ScriptError(f"'{key}' {taken}")
    place[last] = value


def _take_value(line: str) -> tuple[Any, str]:
    if not line or line[0] not in "{['\"":
        word, rest = split_word(line)
        return _parse_word(word), rest
    end = _end_of_enclosed(line)
    text, rest = line[:end], line[end:]
    if rest and rest[0] not in BLANKS:
        raise ScriptError(f"expected a blank behind {text}")
    return parse_json(text), rest


def _end_of_enclosed(line: str) -> int:
    """Tells where the quotes or brackets that a line begins with match."""
    closing: list[str] = []
    quote = ""
    is_escaped = False
    for end, one in enumerate(line, 1):
        if is_escaped:
            is_escaped = False
        elif quote:
            is_escaped = one == "\\"
            quote = "" if one == quote else quote
        elif one in "\"'":
            quote = one
        elif one in _CLOSING:
            closing.append(_CLOSING[one])
        elif closing and one == closing[-1]:
            closing.pop()
        if not quote and not closing:
            return end
    raise ScriptError(f"no end of what begins with {line[:20]}")


def _parse_word(word: str) -> Any:
    if word.lower() in ("true", "false"):
        return word.lower() == "true"
    digits = word.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 21:
        number = int(word)
        # Written otherwise, as 007, it can be text that must stay as it is.
        if str(number) == word and _INT_LOW <= number < _INT_HIGH:
            return number
    return word


def _request_of(message: Any) -> Request:
    assert isinstance(message, dict), "a line with a bracket first"
    for name in message:
        if name not in ("execute", "arguments", "id"):
            raise ScriptError(f"QMP input member '{name}' is unexpected")
    if "execute" not in message:
        raise ScriptError("QMP input lacks member 'execute'")
    command, arguments = message["execute"], message.get("arguments", {})
    if not isinstance(command, str):
        raise ScriptError("QMP input member 'execute' must be a string")
    if not isinstance(arguments, dict):
        raise ScriptError("QMP input member 'arguments' must be an object")
    return Request(command, arguments)


def _double_quoted(text: str) -> str:
    """Turns single-quoted strings into what JSON has."""
    out: list[str] = []
    quote = ""
    characters = iter(text)
    for one in characters:
        if one == "\\" and quote:
            escaped = next(characters, "")
            out.append("'" if escaped == "'" else one + escaped)
        elif not quote and one in "\"'":
            quote = one
            out.append('"')
        elif one == quote:
            quote = ""
            out.append('"')
        else:
            out.append('\\"' if one == '"' else one)
    return "".join(out)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in members if names.count(name) > 1)
        raise ValueError(f"duplicate key '{twice}'")
    return members


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
