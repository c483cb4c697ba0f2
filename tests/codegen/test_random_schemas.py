# SPDX-License-Identifier: Apache-2.0
"""What holds of every schema, tried with random ones.

Each run tries others; what fails is tried again until it is mended. More of them:

    QAPIGEN_EXAMPLES=2000 pytest tests/codegen/test_random_schemas.py
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import]

import codegen
from codegen.backends import BACKENDS, generate
from codegen.diagrams import FORMATS, draw
from codegen.evolution import compare
from codegen.fuzz import FORMATS as FUZZ_FORMATS
from codegen.introspect import introspect
from codegen.ir import to_ir
from codegen.messages.base import SchemaError
from codegen.render import render
from codegen.schema import Schema
from tests.codegen.random_schema import random_definitions, random_schema, schemas
from tests.codegen.random_schema.spell import text_of
from tests.codegen.random_schema.values import Values
from tests.codegen.support import schema_of
from tests.codegen.wellformed import fault

EXAMPLES = int(os.environ.get("QAPIGEN_EXAMPLES", "40"))
_FORM = json.loads((Path(codegen.__file__).parent / "ir.schema.json").read_text("utf-8"))

tried = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
few = settings(tried, max_examples=max(1, EXAMPLES // 4))


def _files(schema: Schema) -> dict[str, str]:
    """All that all back ends write, as it is before it is formatted."""
    return {file.path: render(file) for backend in BACKENDS.values() for file in backend(schema)}


@tried
@given(schemas())
def test_valid_schema_is_accepted_and_described(tmp_path: Path, text: str) -> None:
    node = to_ir(schema_of(tmp_path, text))
    assert not list(Draft202012Validator(_FORM).iter_errors(node))
    assert json.loads(json.dumps(node)) == node


def _referred(entry: dict[str, Any]) -> list[str]:
    """The types that an entry of introspection names."""
    named = [entry.get(key) for key in ("arg-type", "ret-type", "element-type")]
    listed = [*entry.get("members", []), *entry.get("variants", [])]
    return [*filter(None, named), *(item["type"] for item in listed if "type" in item)]


@tried
@given(schemas())
def test_introspection_names_no_type_that_it_does_not_describe(tmp_path: Path, text: str) -> None:
    entries = introspect(schema_of(tmp_path, text))
    names = [(entry["meta-type"] in ("command", "event"), entry["name"]) for entry in entries]
    assert len(set(names)) == len(names)
    types = {name for is_action, name in names if not is_action}
    used = {name for entry in entries for name in _referred(entry)}
    assert used == types


@tried
@given(schemas())
def test_nothing_differs_from_itself(tmp_path: Path, text: str) -> None:
    assert not compare(schema_of(tmp_path, text), schema_of(tmp_path, text)).found


@few
@given(schemas())
def test_every_back_end_writes_well_formed_files(tmp_path: Path, text: str) -> None:
    schema = schema_of(tmp_path, text)
    for path, content in _files(schema).items():
        assert not fault(path, content), path
    if schema.phases:
        for form in FORMATS:
            assert not fault(f"phases.{form}", draw(schema, form))
    for write in FUZZ_FORMATS.values():
        assert write(schema)


@few
@given(schemas())
def test_same_text_gives_same_files(tmp_path: Path, text: str) -> None:
    assert _files(schema_of(tmp_path, text)) == _files(schema_of(tmp_path, text))


@tried
@given(st.randoms(use_true_random=False), st.data())
def test_what_is_left_of_a_schema_is_accepted_or_refused(
    tmp_path: Path, random: Random, data: st.DataObject
) -> None:
    definitions = random_definitions(random)
    removed = data.draw(st.integers(0, len(definitions) - 1))
    try:
        schema_of(tmp_path, text_of(definitions[:removed] + definitions[removed + 1 :]))
    except SchemaError as error:
        assert all(item.place.line > 0 for item in error.diagnostics)


@tried
@given(schemas(), st.integers(0, 1000))
def test_config_schema_knows_the_values_of_the_schema(tmp_path: Path, text: str, seed: int) -> None:
    """What a program reads, an editor that checks its config file accepts."""
    schema = schema_of(tmp_path, text)
    file = next(iter(BACKENDS["config"](schema)), None)
    if file is None:
        return
    form = json.loads(render(file))
    Draft202012Validator.check_schema(form)
    values = Values(to_ir(schema), frozenset(), Random(seed))
    for command in schema.commands:
        if command.config and command.arguments and not command.condition:
            arguments = values.make(command.arguments.name)
            section = [arguments] if command.config.is_list else arguments
            faults = Draft202012Validator(form).iter_errors({command.config.section: section})
            assert not [item.message for item in faults]


def test_python_clients_can_be_imported_and_are_typed(tmp_path: Path) -> None:
    names = [f"p{seed}" for seed in range(12)]
    for seed, name in enumerate(names):
        text = random_schema(Random(seed), program=name)
        generate(schema_of(tmp_path, text), tmp_path, ["python-client"])
    packages = [f"{name}_client" for name in names]
    mypy = ["mypy", "--strict", "--cache-dir", str(tmp_path / ".cache"), *packages]
    for command in [sys.executable, "-c", f"import {', '.join(packages)}"], mypy:
        done = subprocess.run(
            command, cwd=tmp_path / "python", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
