# SPDX-License-Identifier: Apache-2.0
"""Explains messages: `qapigen explain E0302`."""

import inspect
from string import Formatter

# Each of these defines messages.
from codegen.messages import docs, objects, phases, structure, syntax, transports, types
from codegen.messages.base import Message, nearest

CATALOG_MODULES = (syntax, docs, structure, types, phases, transports, objects)


def explain(code: str) -> str | None:
    """Returns what the message of that code means; nothing if there is none."""
    message = Message.catalog.get(code.upper())
    if message is None:
        return None
    text = inspect.cleandoc(message.__doc__ or "")
    return f"{message.code}: {_placeholders(message.template)}\n\n{text}\n"


def overview() -> str:
    """Lists all messages, a line each."""
    catalog = sorted(Message.catalog.items())
    return "".join(f"{code}  {_placeholders(item.template)}\n" for code, item in catalog)


def not_found(code: str) -> str:
    """What to say when there is no such message."""
    return f"no message has the code '{code}'{nearest(code.upper(), Message.catalog)}"


def _placeholders(template: str) -> str:
    """A template as a reader would write it: `'{name}'` becomes `'NAME'`.

    >>> _placeholders("unknown pragma '{name}'{hint}")
    "unknown pragma 'NAME'"
    """
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    return template.format(**{name: "" if name == "hint" else name.upper() for name in names})
