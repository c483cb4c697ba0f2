# SPDX-License-Identifier: Apache-2.0
"""Checks that no two definitions have one name."""

from __future__ import annotations

from codegen.assemble import SchemaDraft
from codegen.build import EMPTY
from codegen.drafts import Draft
from codegen.messages import types as messages
from codegen.messages.base import Errors
from codegen.model import BUILTINS
from codegen.source import Place


def check_names(draft: SchemaDraft, errors: Errors) -> None:
    """Types, commands and events share one namespace; others have their own."""
    shared: dict[str, Place | None] = dict.fromkeys([*BUILTINS, "QType", EMPTY])
    spaces: dict[str, dict[str, Place | None]] = {}
    for definition in draft.definitions:
        own = definition.has_own_namespace
        space = spaces.setdefault(definition.meta, {}) if own else shared
        for name in _declared(definition):
            if name in space:
                first = space[name]
                where = f" at {first}" if first else ": it is built in"
                message = messages.DefinedTwice(name=name, where=where)
                errors.add(definition.place, message, definition.within)
            else:
                space[name] = definition.place


def _declared(draft: Draft) -> list[str]:
    """The names that a definition brings, implied ones too."""
    names = [draft.name]
    if draft.meta == "phases":
        names.append(f"{draft.name}Group")
        names += [entry.view for entry in draft.entries if entry.view]
    return names
