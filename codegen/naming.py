# SPDX-License-Identifier: Apache-2.0
"""Which names a schema may give to what."""

import re

from codegen.messages import structure as messages
from codegen.messages.base import Message

_NAME = re.compile(r"(__[a-z0-9.-]+_)?(x-)?([a-z][a-z0-9_-]*)$", re.IGNORECASE)
_CAMEL = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$")
_OBJECT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_NOT_UPPER = re.compile(r"[a-z-]")
_UPPER = re.compile(r"[A-Z]")
_OTHER = re.compile(r"[^A-Za-z0-9_]")


def c_name(name: str) -> str:
    """The name as C would have it; two names that agree in this cannot stand together.

    >>> c_name("a-b") == c_name("a_b")
    True
    """
    return _OTHER.sub("_", name)


def stem(name: str) -> str | None:
    """The name without its prefixes, or nothing if it is none."""
    match = _NAME.match(name)
    if match is None or c_name(name).startswith("q_"):
        return None
    return match[3]


def check_lower(
    name: str, what: str, allow_upper: bool = False, allow_underscore: bool = False
) -> Message | None:
    """What is wrong with the name of a command, member, value or feature.

    >>> check_lower("query-status", "command") is None
    True
    """
    kept = stem(name)
    if kept is None:
        return messages.InvalidName(what=what)
    if (not allow_upper and _UPPER.search(kept)) or (not allow_underscore and "_" in kept):
        return messages.NameNotLower(what=what)
    return None


def check_value(name: str, what: str, allow_upper: bool, allow_underscore: bool) -> Message | None:
    """What is wrong with the name of an enum value, which may begin with a digit."""
    hidden = "d" + name if name[:1].isdigit() else name
    return check_lower(hidden, what, allow_upper, allow_underscore)


def check_upper(name: str, what: str) -> Message | None:
    """What is wrong with the name of an event."""
    kept = stem(name)
    if kept is None:
        return messages.InvalidName(what=what)
    return messages.NameNotUpper(what=what) if _NOT_UPPER.search(kept) else None


def check_camel(name: str, what: str) -> Message | None:
    """What is wrong with the name of a type."""
    kept = stem(name)
    if kept is None:
        return messages.InvalidName(what=what)
    if not _CAMEL.match(kept):
        return messages.NameNotCamel(what=what)
    return messages.ReservedName(what=what) if name.endswith("List") else None


def check_object(name: str, what: str) -> Message | None:
    """What is wrong with the name of an object type, transition, alias table or long option."""
    return None if _OBJECT.match(name) else messages.InvalidName(what=what)


def is_reserved_member(name: str) -> bool:
    """True for names that generated C structs use themselves."""
    spelled = c_name(name)
    return spelled == "u" or spelled.startswith("has_")
