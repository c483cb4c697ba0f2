# SPDX-License-Identifier: Apache-2.0
"""Schemas that come with qapigen, and the manifest of what was read and made."""

import json
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.backends import plan
from codegen.frontend import load
from codegen.messages.base import SchemaError

PROGRAM = """
{ 'pragma': { 'program': 'fan', 'context': 'fan::Fan', 'context-header': 'fan/fan.h',
              'handlers': 'fan', 'command-name-exceptions': [ 'qmp_capabilities' ] } }
{ 'include': 'qapigen/base.json' }
{ 'phases': 'FanPhase', 'governs': 'commands', 'data': [ 'still', 'turning' ] }
{ 'command': 'turn', 'phase': { 'in': [ 'still' ], 'to': 'turning' } }
{ 'command': 'halt', 'phase': { 'in': [ 'turning' ], 'to': 'still' } }
"""


def written(directory: Path, text: str) -> Path:
    """Writes a schema."""
    path = directory / "fan.json"
    path.write_text(text, "utf-8")
    return path


def test_base_is_part_of_the_program(tmp_path: Path) -> None:
    schema = load(written(tmp_path, PROGRAM))
    shipped = {module.name for module in schema.modules if module.is_shipped}
    assert {"qapigen/base", "qapigen/qmp", "qapigen/startup"} <= shipped
    assert {"query-version", "query-phases", "config-load", "turn"} <= {
        command.name for command in schema.commands
    }


def test_functions_of_shipped_commands_are_generated(tmp_path: Path) -> None:
    schema = load(written(tmp_path, PROGRAM))
    texts = plan(schema, tmp_path / "generated", ["commands"])
    assert "commands/fan.cpp" not in texts
    for module in schema.modules:
        if module.is_shipped and module.commands:
            text = texts[f"commands/{module.name.rpartition('/')[2]}.cpp"]
            for command in module.commands:
                assert f"qapi::base::{command.cpp_name}<" in text


def test_file_beside_comes_first(tmp_path: Path) -> None:
    (tmp_path / "qapigen").mkdir()
    own = tmp_path / "qapigen" / "base.json"
    own.write_text("{ 'enum': 'Own', 'data': [ 'a' ] }\n", "utf-8")
    schema = load(written(tmp_path, "{ 'include': 'qapigen/base.json' }\n"))
    assert "Own" in schema.types
    assert not any(module.is_shipped for module in schema.modules)


def test_unknown_shipped_schema_is_looked_for_beside(tmp_path: Path) -> None:
    with pytest.raises(SchemaError) as refusal:
        load(written(tmp_path, "{ 'include': 'qapigen/bass.json' }\n"))
    assert f"{tmp_path}/qapigen/bass.json" in str(refusal.value)


def test_manifest_lists_what_was_read_and_made(tmp_path: Path) -> None:
    path, output, manifest = written(tmp_path, PROGRAM), tmp_path / "generated", tmp_path / "m.json"
    words = ["generate", str(path), "--output", str(output), "--manifest", str(manifest)]
    assert main([*words, "--backend", "types", "commands"]) == 0
    lists = json.loads(manifest.read_text("utf-8"))
    assert lists["schema"][0] == str(path) and len(lists["schema"]) == 8
    made = {str(file.relative_to(output)) for file in output.rglob("*") if file.is_file()}
    assert set(lists["generated"]) == made and "commands/fan.h" in made
    assert lists["handwritten"] == ["fan/commands/fan.cpp"]
    before = manifest.stat().st_mtime_ns
    assert main([*words, "--backend", "types", "commands"]) == 0
    assert manifest.stat().st_mtime_ns == before
