# SPDX-License-Identifier: Apache-2.0
"""No input makes the front end raise anything but SchemaError."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.frontend import load
from codegen.fuzz import grammar
from codegen.introspect import introspect
from codegen.ir import to_ir
from codegen.messages.base import SchemaError
from tests.codegen.support import EVERYTHING, TESTS, errors_of

_VALID = [
    EVERYTHING.read_bytes(),
    (TESTS / "golden/phases.json").read_bytes(),
    (TESTS / "golden/devices/objects.json").read_bytes()
    + (TESTS / "golden/devices/heater.json").read_bytes(),
    *(case.read_bytes() for case in sorted((TESTS / "schema").glob("*.json"))),
]
_PIECES = [
    *(b"{ } [ ] : , ' \" # ## null true false 0 -1 1.5 \\ \n @a: ** * link< > $".split(b" ")),
    *(b"'data' 'base' 'type' 'if' 'phase' 'in' 'to' 'default' 'range' '' 'intList'".split(b" ")),
    b"'q_empty'",
    b"['intList']",
    b"{}",
    b"[]",
    b"\xff",
    b"\x00",
    b"{ 'name': '' }",
]


def _try(path: Path) -> None:
    try:
        schema = load(path)
    except SchemaError as error:
        assert str(error)
    else:
        introspect(schema)
        to_ir(schema)
        grammar(schema)


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    text = draw(st.sampled_from(_VALID))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + draw(st.sampled_from([b"", *_PIECES])) + text[end:]
    return text


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_mutated())
def test_mutated_schema_is_accepted_or_refused(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "schema.json"
    path.write_bytes(text)
    _try(path)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_random_tokens_are_accepted_or_refused(tmp_path: Path, pieces: list[bytes]) -> None:
    path = tmp_path / "schema.json"
    path.write_bytes(b" ".join(pieces))
    _try(path)


@pytest.mark.parametrize("opening", ["{ 'a': ", "[ "])
def test_deep_nesting_is_refused(tmp_path: Path, opening: str) -> None:
    errors = errors_of(tmp_path, opening * 100_000)
    assert errors == ["1: more than 1000 levels of brackets"]


def test_deep_conditions_are_read(tmp_path: Path) -> None:
    condition = "{ 'not': " * 900 + "'X'" + " }" * 900
    assert not errors_of(tmp_path, f"{{ 'enum': 'Mode', 'data': [], 'if': {condition} }}")


def test_long_chains_of_bases_are_read(tmp_path: Path) -> None:
    links = [f"{{ 'struct': 'Link{n}', 'base': 'Link{n + 1}', 'data': {{}} }}" for n in range(800)]
    assert not errors_of(tmp_path, "\n".join([*links, "{ 'struct': 'Link800', 'data': {} }"]))


def test_empty_file_is_a_schema(tmp_path: Path) -> None:
    assert not errors_of(tmp_path, "")
