# SPDX-License-Identifier: Apache-2.0
"""Schema documentation as Markdown."""

import json
import re
from collections.abc import Sequence
from typing import Any

from codegen import cpp
from codegen.schema import Kind, TypeRef


def cell(text: str) -> str:
    r"""A table cell: one line, with no bar of its own.

    >>> cell("a | b\nof @c")
    'a \\| b of `c`'
    """
    return " ".join(cpp.prose(text).split()).replace("|", "\\|")


def block(text: str) -> str:
    """Paragraphs; indented lines stay as they are."""
    return cpp.prose(text).strip()


def code(value: Any) -> str:
    """A literal as inline code.

    >>> code("rv64gc"), code(None)
    ('`"rv64gc"`', '`null`')
    """
    return f"`{json.dumps(value)}`"


def anchor(heading: str) -> str:
    """Where a link to a heading goes.

    >>> anchor("Command `device_add`")
    '#command-device_add'
    """
    return "#" + re.sub(r"[^a-z0-9_ -]", "", heading.lower()).replace(" ", "-")


def type_link(ref: TypeRef | None) -> str:
    """The type as the schema spells it, linked to its description if it has one."""
    if ref is None:
        return ""
    if ref.is_link:
        return f"[`{ref.text}`]({anchor(f'Object type {ref.link}')})"
    definition = ref.definition
    has_entry = definition.kind is Kind.ENUM or not definition.is_implicit
    if not has_entry or not definition.module:
        return f"`{ref.text}`"
    return f"[`{ref.text}`]({anchor(f'Type {ref.name}')})"


def listing(names: Sequence[str]) -> str:
    """Names as inline code, in a sentence.

    >>> listing(["a", "b", "c"])
    '`a`, `b` and `c`'
    """
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def fenced(example: str) -> str:
    """An example, without the margin that all of its lines share."""
    lines = example.strip("\n").splitlines()
    margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return "\n".join(line[margin:].rstrip() for line in lines)
