# SPDX-License-Identifier: Apache-2.0
"""What tests of the front end share: schemas from texts."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from codegen.frontend import load
from codegen.fuzz import grammar
from codegen.introspect import introspect
from codegen.ir import to_ir
from codegen.messages.base import SchemaError
from codegen.schema import Schema

TESTS = Path(__file__).resolve().parent.parent
MESSAGES = TESTS.parent / "docs" / "qapigen-messages.md"
EVERYTHING = TESTS / "golden" / "everything.json"

PHASES = """
{ 'phases': 'Phase', 'governs': 'commands',
  'data': [ 'off', 'idle', { 'name': 'working', 'view': 'WorkState', 'before': 'held',
                             'data': [ 'busy', 'held' ] } ] }
{ 'command': 'power', 'phase': { 'in': [ 'off' ], 'to': 'idle' } }
{ 'command': 'start', 'phase': { 'in': [ 'idle' ], 'to': [ 'busy', 'held' ] } }
{ 'command': 'toggle', 'phase': { 'in': [ 'working' ], 'to': { 'busy': 'held', 'held': 'busy' } } }
{ 'command': 'halt', 'phase': { 'in': [ 'idle', 'working' ], 'to': 'off' } }
"""


def needed(program: str) -> str:
    """The path of a program; where it is missing the test is skipped, or fails in tools/check."""
    path = shutil.which(program)
    if path is None:
        reason = f"{program} is not installed; tools/setup check installs it"
        if os.environ.get("COLDPLUG_TESTS") == "all":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def schema_of(directory: Path, text: str, dialect: str | None = None) -> Schema:
    """Checks `text` as a schema."""
    path = directory / "schema.json"
    path.write_text(text, encoding="utf-8")
    return load(path, dialect)


def errors_of(directory: Path, text: str, dialect: str | None = None) -> list[str]:
    """What is wrong with `text`, each as `LINE: message`."""
    try:
        schema_of(directory, text, dialect)
    except SchemaError as error:
        return [f"{item.place.line}: {item.message.text}" for item in error.diagnostics]
    return []


def describe_all(path: Path) -> None:
    """Loads a schema and describes it in all ways that need no file; raises SchemaError only."""
    schema = load(path)
    introspect(schema)
    to_ir(schema)
    grammar(schema)


def entry(entries: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The entry of that name in introspection."""
    return next(item for item in entries if item["name"] == name)
