# SPDX-License-Identifier: Apache-2.0
"""Reads pragmas: one object for the whole schema, in which a later setting replaces an earlier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from codegen.choices import DIALECTS
from codegen.messages import docs as doc_messages
from codegen.messages import syntax as messages
from codegen.messages.base import Errors, listing
from codegen.messages.nearest import nearest
from codegen.parser import Expression
from codegen.records import replace
from codegen.schema import Pragma
from codegen.source import Place

_FLAGS = {"doc-required": "doc_required"}
_LISTS = {
    "command-name-exceptions": "command_name_exceptions",
    "command-returns-exceptions": "command_returns_exceptions",
    "member-name-exceptions": "member_name_exceptions",
}
_NEW_LISTS = {"documentation-exceptions": "documentation_exceptions"}
_TEXTS = {
    "program": "program",
    "context": "context",
    "context-header": "context_header",
    "handlers": "handlers",
    "namespace": "namespace",
    "doc-dialect": "doc_dialect",
}


def find_dialect(expressions: Iterable[Expression], default: str) -> str:
    """The dialect of doc comments; it is needed before the first of them is read."""
    for expression in expressions:
        pragma = expression.value.get("pragma")
        if isinstance(pragma, dict) and pragma.get("doc-dialect") in DIALECTS:
            default = pragma["doc-dialect"]
    return default


def read_pragma(pragma: Pragma, expression: Expression, errors: Errors) -> Pragma:
    """Returns `pragma` with the settings of one more directive."""
    place = expression.place
    settings = expression.value["pragma"]
    if len(expression.value) != 1 or not isinstance(settings, dict):
        errors.add(place, messages.BadPragma())
        return pragma
    for name, value in settings.items():
        pragma = _set(pragma, name, value, place, errors)
    return pragma


def _set(pragma: Pragma, name: str, value: Any, place: Place, errors: Errors) -> Pragma:
    lists = _LISTS | _NEW_LISTS if pragma.doc_dialect == "10" else _LISTS
    if name in _FLAGS:
        if isinstance(value, bool):
            return replace(pragma, **{_FLAGS[name]: value})
        errors.add(place, messages.PragmaValue(name=name, what="true or false"))
    elif name in lists:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return replace(pragma, **{lists[name]: frozenset(value)})
        errors.add(place, messages.PragmaValue(name=name, what="a list of names"))
    elif name == "doc-dialect" and value not in DIALECTS:
        known = listing(DIALECTS)
        errors.add(place, doc_messages.UnknownDialect(name=value, known=known))
    elif name in _TEXTS:
        if isinstance(value, str):
            return replace(pragma, **{_TEXTS[name]: value})
        errors.add(place, messages.PragmaValue(name=name, what="a string"))
    else:
        hint = nearest(name, [*_FLAGS, *lists, *_TEXTS])
        errors.add(place, messages.UnknownPragma(name=name, hint=hint))
    return pragma
