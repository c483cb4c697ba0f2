# SPDX-License-Identifier: Apache-2.0
"""Tests of the JSON Schema of config files: what an editor is told is right and wrong."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import]

from codegen.backends import BACKENDS
from codegen.render import render
from tests.codegen.support import schema_of
from tests.docs.markdown import blocks

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "generated" / "config"


@pytest.fixture(name="schema", scope="module")
def _schema() -> Any:
    text = (GOLDEN / "config.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def faults(schema: Any, document: Any) -> Iterator[str]:
    for error in Draft202012Validator(schema).iter_errors(document):
        yield error.message


def test_schema_is_a_json_schema(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)


RIGHT = [
    {},
    {"extends": "base.json", "$schema": "config.schema.json"},
    {"load": [{"material": "clay", "pieces": 3}, {"material": "2nd-firing", "pieces": 1}]},
    {"fire": {"curve": "biscuit"}},
    {"fire": {"curve": {"name": "a", "points": [{"celsius": 20.5, "minute": 0}]}}},
    {"fire": {"curve": {"name": "a", "points": [], "next": {"name": "b", "points": []}}}},
    {"fire": {"curve": ["a", "b"], "fan": "off"}},
    {"fuel": {"kind": "gas", "pressure": 30}},
    {"fuel": {"kind": "sun", "price": 4}},
    {"parts": [{"driver": "heater", "id": "a", "zones": 8, "memory": "64K"}]},
    {"parts": ["sensor"]},
    {"parts": [{"driver": "heat.element", "max_temp": 900, "zones": 8}]},
    {"parts": [{"driver": "heater", "memory_size": "64K"}]},
]
WRONG = [
    {"lode": []},
    {"load": {"material": "clay", "pieces": 3}},
    {"load": [{"material": "mud", "pieces": 3}]},
    {"load": [{"material": "clay", "pieces": 0}]},
    {"load": [{"material": "clay"}]},
    {"fire": {"curve": True}},
    {"fire": {"curve": {"name": "a", "points": [{"celsius": 20.5}]}}},
    {"fire": {"curve": ["a"], "fun": "off"}},
    {"fuel": {"kind": "sun", "pressure": 30}},
    {"fuel": {"kind": "gas", "pressure": 70000}},
    {"parts": [{"driver": "heater", "zones": 9}]},
    {"parts": [{"driver": "heater", "memory": "64 parsecs"}]},
    {"parts": [{"driver": "sensor", "zones": 1}]},
    {"parts": [{"driver": "part"}]},
    {"parts": [{"driver": "heat.element", "max_temp": 2000}]},
    {"parts": [{"driver": "heat.element", "installed": 1}]},
    {"parts": [{"driver": "sensor", "max_temp": 900}]},
    {"parts": [{"driver": "heater", "hours": 3}]},
]


@pytest.mark.parametrize("document", RIGHT, ids=json.dumps)
def test_right_document_is_taken(schema: Any, document: Any) -> None:
    assert not list(faults(schema, document))


@pytest.mark.parametrize("document", WRONG, ids=json.dumps)
def test_wrong_document_is_refused(schema: Any, document: Any) -> None:
    assert list(faults(schema, document))


# `conditional` has members in some programs only; `absent` with its members or not at all.
CONDITIONAL = """
{ 'pragma': { 'doc-required': false } }
{ 'enum': 'Power', 'data': [ 'sure', 'conditional', { 'name': 'absent', 'if': 'CONFIG_A' } ] }
{ 'struct': 'Watts', 'data': { 'watts': 'int' } }
{ 'union': 'Inner', 'base': { 'power': 'Power' }, 'discriminator': 'power',
  'data': { 'sure': 'Watts' } }
{ 'union': 'Supply', 'base': { 'kind': 'Power' }, 'discriminator': 'kind',
  'data': { 'sure': 'Watts',
            'conditional': { 'type': 'Inner', 'if': 'CONFIG_A' },
            'absent': { 'type': 'Watts', 'if': 'CONFIG_A' } } }
{ 'command': 'supply', 'boxed': true, 'data': 'Supply', 'config': { 'section': 'supply' } }
"""


@pytest.mark.parametrize(
    "supply, is_right",
    [
        ({"kind": "sure", "watts": 1}, True),
        ({"kind": "sure"}, False),
        ({"kind": "conditional"}, True),
        ({"kind": "conditional", "power": "conditional"}, True),
        ({"kind": "conditional", "power": "sure", "watts": 1}, True),
        ({"kind": "conditional", "watts": 1}, False),
        ({"kind": "absent", "watts": 1}, True),
        ({"kind": "absent"}, False),
    ],
    ids=json.dumps,
)
def test_members_under_a_condition_are_not_demanded(
    tmp_path: Path, supply: Any, is_right: bool
) -> None:
    """Programs without them are configured with the same editor."""
    file = next(iter(BACKENDS["config"](schema_of(tmp_path, CONDITIONAL))))
    found = list(faults(json.loads(render(file)), {"supply": supply}))
    assert bool(found) != is_right


def test_example_of_the_documentation_is_taken() -> None:
    text = (ROOT / "generated" / "config" / "config.schema.json").read_text(encoding="utf-8")
    example = (ROOT / "docs" / "examples" / "cold-plug" / "board.json").read_text(encoding="utf-8")
    uncommented = "\n".join(line.partition("//")[0] for line in example.splitlines())
    assert not list(faults(json.loads(text), json.loads(uncommented)))


def test_file_that_names_its_schema_is_taken() -> None:
    text = (ROOT / "generated" / "config" / "config.schema.json").read_text(encoding="utf-8")
    page = blocks(ROOT / "docs" / "editors.md")
    example = json.loads(next(block.text for block in page if '"$schema"' in block.text))
    assert not list(faults(json.loads(text), example))
    assert (ROOT / "docs" / example["$schema"]).is_file()
