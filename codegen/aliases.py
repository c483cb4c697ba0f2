# SPDX-License-Identifier: Apache-2.0
"""Reads a table of the names that another emulator has for ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.command_aliases import read_commands
from codegen.drafts import Context, Draft
from codegen.messages import aliases as messages
from codegen.messages import structure
from codegen.schema import Alias, ObjectAliases
from codegen.structure import check_keys

_WORD = r"[A-Za-z_][A-Za-z0-9._-]*"
_NAME = re.compile(_WORD, re.ASCII)
_PORT = re.compile(_WORD + r"(\[[0-9]{1,9}\])?", re.ASCII)
_PATH = re.compile(r"(/[A-Za-z0-9_][A-Za-z0-9._\[\]-]*)+", re.ASCII)
_TEXT = re.compile(r"\S+")
_KINDS = {
    _NAME: "name of a type, property or child",
    _PORT: "name of a port",
    _PATH: "path",
    _TEXT: "value",
}
_OBJECT_KEYS = ("types", "properties", "ports", "children", "given")


def read_aliases(context: Context, draft: Draft) -> None:
    """Reads a table of aliases."""
    reason = "names of other emulators are always known"
    for key in ("if", "features"):
        if key in draft.value:
            context.add(structure.MisplacedKey(what="aliases", key=key, reason=reason))
    objects = draft.value.get("objects", {})
    if isinstance(objects, dict):
        draft.aliases = list(_objects(context, objects))
    else:
        context.add(messages.BadAliases(what="'objects'", kind="an object"))
    draft.paths = list(_pairs(context, draft.value, "paths", "'paths'", _PATH))
    draft.command_aliases = list(read_commands(context, draft.value.get("commands", {})))
    draft.assumes = list(_pairs(context, draft.value, "assumes", "'assumes'", _PATH, _NAME))


def _objects(context: Context, objects: dict[str, Any]) -> Iterator[ObjectAliases]:
    for name, value in objects.items():
        what = f"object '{name}'"
        if not isinstance(value, dict):
            context.add(messages.BadAliases(what=what, kind="an object"))
        elif check_keys(context, value, what, [], _OBJECT_KEYS):
            yield ObjectAliases(
                name,
                tuple(_types(context, value.get("types", []), name)),
                tuple(_properties(context, value.get("properties", {}), what)),
                tuple(_pairs(context, value, "ports", f"'ports' of {what}", _PORT)),
                tuple(_pairs(context, value, "children", f"'children' of {what}", _NAME)),
                tuple(_pairs(context, value, "given", f"'given' of {what}", _NAME, _TEXT)),
            )


def _properties(context: Context, pairs: object, what: str) -> Iterator[Alias]:
    """Reads names of properties; some go by other values, and some have no counterpart."""
    if not isinstance(pairs, dict):
        kind = "an object from names to names"
        context.add(messages.BadAliases(what=f"'properties' of {what}", kind=kind))
        return
    plain = {name: target for name, target in pairs.items() if not isinstance(target, dict)}
    by_name = {
        alias.name: alias
        for alias in _pairs(
            context, {"properties": plain}, "properties", f"'properties' of {what}", _NAME
        )
    }
    for name, value in pairs.items():
        if name in by_name:
            yield by_name[name]
        elif isinstance(value, dict) and _check(context, "alias", name, _NAME):
            yield from _valued(context, name, value)


def _valued(context: Context, name: str, value: dict[str, Any]) -> Iterator[Alias]:
    what = f"alias '{name}'"
    if "only" in value:
        only = value["only"]
        if not check_keys(context, value, what, ["only"], []):
            return
        if isinstance(only, list) and only and all(map(_is_scalar, only)):
            yield Alias(name, "", only=tuple(only))
        else:
            kind = "a list of words or numbers"
            context.add(messages.BadAliases(what=f"'only' of {what}", kind=kind))
    elif check_keys(context, value, what, ["property", "values"], []):
        target, values = value["property"], value["values"]
        if not isinstance(values, dict) or not values or not all(map(_is_scalar, values.values())):
            kind = "an object from words to words or numbers"
            context.add(messages.BadAliases(what=f"'values' of {what}", kind=kind))
        elif not isinstance(target, str):
            context.add(messages.BadAliases(what=f"'property' of {what}", kind="a name of ours"))
        elif _check(context, f"what '{name}' stands for,", target, _NAME):
            yield Alias(name, target, values)


def _is_scalar(value: object) -> bool:
    return isinstance(value, (str, int, bool))


def _types(context: Context, value: object, target: str) -> Iterator[Alias]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        what = f"'types' of object '{target}'"
        context.add(messages.BadAliases(what=what, kind="a list of names"))
        return
    for name in value:
        if _check(context, "alias", name, _NAME):
            yield Alias(name, target)


def _pairs(  # pylint: disable=too-many-arguments
    context: Context,
    value: dict[str, Any],
    key: str,
    what: str,
    form: re.Pattern[str],
    target_form: re.Pattern[str] | None = None,
) -> Iterator[Alias]:
    """Reads an object from names to names; those of ours may have another form."""
    pairs = value.get(key, {})
    if not isinstance(pairs, dict) or not all(isinstance(one, str) for one in pairs.values()):
        context.add(messages.BadAliases(what=what, kind="an object from names to names"))
        return
    for name, target in pairs.items():
        named = _check(context, "alias", name, form)
        if _check(context, f"what '{name}' stands for,", target, target_form or form) and named:
            yield Alias(name, target)


def _check(context: Context, what: str, name: str, form: re.Pattern[str]) -> bool:
    if form.fullmatch(name):
        return True
    return context.add(messages.BadAlias(what=what, name=name, kind=_KINDS[form]))
