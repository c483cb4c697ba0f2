# SPDX-License-Identifier: Apache-2.0
"""What can come next on a line: commands, keys, values."""

from __future__ import annotations

from typing import Any

from .schema import Entity, Schema, dotted
from .script import BLANKS, ScriptError, parse_line, split_word

HELP = "help"


class Completer:
    """Completes by the server's own schema."""

    def __init__(self, schema: Schema, topics: list[str]) -> None:
        self._schema = schema
        self._topics = topics
        """What help is there for"""

    def complete(self, before: str, word: str) -> list[str]:
        """Gives what `word` can become; `before` is what stands before it on the line."""
        before = before.lstrip(BLANKS)
        if not before:
            commands = [f"{name} " for name in (*self._schema.commands(), HELP)]
            return _beginning_with(word, commands)
        command, _ = split_word(before)
        if command == HELP:
            return _beginning_with(word, self._topics)
        given = _given(before)
        if given is None:
            return []
        key, equals, _ = word.partition("=")
        if not equals:
            return _beginning_with(word, self._keys(command, given, word))
        member = self._member(command, given, key.split("."))
        values = self._schema.values(member["type"]) if member else []
        return _beginning_with(word, [f"{key}={value} " for value in values])

    def _keys(self, command: str, given: dict[str, Any], word: str) -> list[str]:
        *folders, _ = word.split(".")
        members = self._schema.members(command, given)
        place = given
        for folder in folders:
            if folder not in members:
                return []
            place = place.get(folder, {})
            if not isinstance(place, dict):
                return []
            members = self._schema.members_of(members[folder]["type"], place)
        prefix = "".join(f"{folder}." for folder in folders)
        taken = set(dotted(given))
        keys = []
        for name, member in members.items():
            path = prefix + name
            is_object = self._schema.describe(member["type"]) == "object"
            if path not in taken:
                keys.append(path + ("." if is_object else "="))
        return keys

    def _member(self, command: str, given: dict[str, Any], path: list[str]) -> Entity | None:
        members = self._schema.members(command, given)
        *folders, last = path
        for folder in folders:
            if folder not in members:
                return None
            given = given.get(folder, {})
            members = self._schema.members_of(members[folder]["type"], given)
        return members.get(last)


def _given(before: str) -> dict[str, Any] | None:
    """The arguments so far; nothing if what is there is not to be understood, as in a string."""
    try:
        request = parse_line(before)
    except ScriptError:
        return None
    return None if request is None or before.startswith("{") else request.arguments


def _beginning_with(word: str, candidates: list[str]) -> list[str]:
    return sorted(candidate for candidate in candidates if candidate.startswith(word))
