# SPDX-License-Identifier: Apache-2.0
"""The JSON of a checked schema has the form that its JSON Schema and its page say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import]

import codegen
from codegen.frontend import load
from codegen.ir import VERSION, to_ir
from tests.codegen.support import EVERYTHING, TESTS, schema_of
from tests.docs.markdown import blocks

_PAGE = TESTS.parent / "docs" / "qapigen-ir.md"
_FORM = json.loads((Path(codegen.__file__).parent / "ir.schema.json").read_text("utf-8"))
_SCHEMAS = [
    EVERYTHING,
    TESTS.parent / "schema" / "coldplug.json",
    *sorted(path.with_suffix(".json") for path in (TESTS / "schema").glob("*.out")),
    *sorted((TESTS.parent / "codegen" / "messages" / "examples").glob("*.good.json")),
]


def _stem(path: Path) -> str:
    return path.stem


def _faults(node: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(_FORM).iter_errors(node)]


def test_form_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(_FORM)
    assert _FORM["properties"]["ir-version"] == {"const": VERSION}


@pytest.mark.parametrize("path", _SCHEMAS, ids=_stem)
def test_checked_schema_has_the_form(path: Path) -> None:
    assert not _faults(json.loads(json.dumps(to_ir(load(path)))))


@pytest.mark.parametrize(
    "section, key, value",
    [
        ("commands", "phase", {"in": "empty"}),
        ("commands", "data", "str"),
        ("types", "kind", "class"),
        ("types", "line", "1"),
        ("options", "when", "never"),
    ],
)
def test_form_refuses_what_it_does_not_know(section: str, key: str, value: object) -> None:
    node = to_ir(load(EVERYTHING))
    node[section][0][key] = value
    assert _faults(node)


def test_golden_schema_uses_all_of_the_form() -> None:
    text = json.dumps(to_ir(load(EVERYTHING)))
    definitions = ("member", "command", "option", "object", "machine", "rule")
    unused = {
        f"{name}.{key}"
        for name in definitions
        for key in _FORM["$defs"][name]["properties"]
        if f'"{key}": ' not in text
    }
    assert not unused


def test_page_shows_what_is_printed(tmp_path: Path) -> None:
    listed = [block for block in blocks(_PAGE) if block.language in ("qapi", "json")]
    schema, command, arguments = (block.text for block in listed)
    (tmp_path / "kiln").mkdir()
    node = to_ir(schema_of(tmp_path / "kiln", schema))
    renamed = json.loads(json.dumps(node).replace('"module": "schema"', '"module": "kiln"'))
    assert renamed["commands"] == [json.loads(command)]
    assert json.loads(arguments) in renamed["types"]
