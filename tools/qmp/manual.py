# SPDX-License-Identifier: Apache-2.0
"""What `help` says: the documentation in the generated client, and types from the server."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType

from .schema import Schema


class Manual:
    """The documentation of commands and object types."""

    def __init__(self, package: ModuleType, schema: Schema) -> None:
        self._client = package.Client
        self._schema = schema
        classes = vars(package.objects).values()
        self._objects = {one.OBJECT_TYPE: one for one in classes if hasattr(one, "OBJECT_TYPE")}

    def topics(self) -> list[str]:
        """Names all that there is a page about."""
        return sorted({*self._schema.commands(), *self._objects})

    def overview(self, phase: str) -> str:
        """Lists the commands; those that cannot run in this phase stand in brackets."""
        lines = []
        for name in self._schema.commands():
            phases = self._schema.phases(name)
            is_out = phases is not None and phase not in phases
            shown = f"[{name}]" if is_out else name
            summary, _, _ = self._text(name).partition("\n\n")
            first, dot, _ = " ".join(summary.split()).partition(". ")
            lines.append(f"{shown:28} {first}{dot.strip()}".rstrip())
        return "\n".join(lines)

    def page(self, topic: str) -> str | None:
        """The page about a command or an object type; nothing where there is none."""
        if topic in self._schema.commands():
            return self._command_page(topic)
        if topic in self._objects:
            return self._object_page(topic)
        return None

    def _command_page(self, name: str) -> str:
        members = self._schema.members(name, {})
        words = [
            f"[{key}=...]" if "default" in one else f"{key}=..." for key, one in members.items()
        ]
        parts = [" ".join([name, *words])]
        types = [f"{key}: {self._schema.describe(one['type'])}" for key, one in members.items()]
        parts.append(self._text(name))
        if types:
            parts.append("Types:\n" + "\n".join(f"  {line}" for line in types))
        return "\n\n".join(filter(None, parts))

    def _object_page(self, name: str) -> str:
        found = self._objects[name]
        parts = [name, inspect.cleandoc(found.__doc__ or "")]
        names = getattr(found, "_names", {})
        for attribute, about in _documented(inspect.getsource(found)):
            wire_name = names.get(attribute, attribute)
            parts.append(f"{wire_name}: {about}")
        return "\n\n".join(filter(None, parts))

    def _text(self, name: str) -> str:
        method = name.replace("-", "_")
        found = getattr(self._client, method, None) or getattr(self._client, f"{method}_", None)
        return inspect.getdoc(found) or ""


def _documented(source: str) -> Iterator[tuple[str, str]]:
    """Yields the attributes of a class with the texts that stand behind them.

    >>> list(_documented("class A:\\n    x: int = 5\\n    'how many'"))
    [('x', 'how many (default 5)')]
    """
    (definition,) = ast.parse(source).body
    assert isinstance(definition, ast.ClassDef)
    for one, after in pairwise(definition.body):
        is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and is_text:
            text = inspect.cleandoc(ast.literal_eval(after.value))  # type: ignore[attr-defined]
            default = ast.unparse(one.value) if one.value else "None"
            yield one.target.id, text + (f" (default {default})" if default != "None" else "")
