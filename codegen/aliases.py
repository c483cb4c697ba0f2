# SPDX-License-Identifier: Apache-2.0
"""Reads a table of the names that another emulator has for ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.drafts import Context, Draft
from codegen.messages import aliases as messages
from codegen.messages import structure
from codegen.schema import Alias, ObjectAliases
from codegen.structure import check_keys

_WORD = r"[A-Za-z_][A-Za-z0-9._-]*"
_NAME = re.compile(_WORD, re.ASCII)
_PORT = re.compile(_WORD + r"(\[[0-9]{1,9}\])?", re.ASCII)
_PATH = re.compile(r"(/[A-Za-z0-9_][A-Za-z0-9._\[\]-]*)+", re.ASCII)
_KINDS = {_NAME: "name of a type or property", _PORT: "name of a port", _PATH: "path"}


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


def _objects(context: Context, objects: dict[str, Any]) -> Iterator[ObjectAliases]:
    for name, value in objects.items():
        what = f"object '{name}'"
        if not isinstance(value, dict):
            context.add(messages.BadAliases(what=what, kind="an object"))
        elif check_keys(context, value, what, [], ["types", "properties", "ports"]):
            yield ObjectAliases(
                name,
                tuple(_types(context, value.get("types", []), name)),
                tuple(_pairs(context, value, "properties", f"'properties' of {what}", _NAME)),
                tuple(_pairs(context, value, "ports", f"'ports' of {what}", _PORT)),
            )


def _types(context: Context, value: object, target: str) -> Iterator[Alias]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        what = f"'types' of object '{target}'"
        context.add(messages.BadAliases(what=what, kind="a list of names"))
        return
    for name in value:
        if _check(context, "alias", name, _NAME):
            yield Alias(name, target)


def _pairs(
    context: Context, value: dict[str, Any], key: str, what: str, form: re.Pattern[str]
) -> Iterator[Alias]:
    pairs = value.get(key, {})
    if not isinstance(pairs, dict) or not all(isinstance(one, str) for one in pairs.values()):
        context.add(messages.BadAliases(what=what, kind="an object from names to names"))
        return
    for name, target in pairs.items():
        named = _check(context, "alias", name, form)
        if _check(context, f"what '{name}' stands for,", target, form) and named:
            yield Alias(name, target)


def _check(context: Context, what: str, name: str, form: re.Pattern[str]) -> bool:
    if form.fullmatch(name):
        return True
    return context.add(messages.BadAlias(what=what, name=name, kind=_KINDS[form]))
