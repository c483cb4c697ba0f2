# SPDX-License-Identifier: Apache-2.0
"""No input makes the front end raise anything but SchemaError."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.messages.base import SchemaError
from codegen.parser import Expression, Files
from tests.codegen.support import EVERYTHING, TESTS, describe_all, errors_of

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
        describe_all(path)
    except SchemaError as error:
        assert str(error)


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


def _definitions() -> list[Any]:
    files = Files()
    files.read_main(str(EVERYTHING))
    return [item.value for item in files.items if isinstance(item, Expression)]


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each key of an object and index of an array below the node, with what it belongs to."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in list(keys):
        yield node, key
        yield from _places(node[key])


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_schema_with_other_values_is_accepted_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    definitions = _definitions()
    words = sorted({key for _, key in _places(definitions) if isinstance(key, str)})
    values: list[Any] = [None, True, -1, 1 << 70, 1.5, "", "in[0]", "/a", [], {}, ["a"], {"a": "b"}]
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(_places(definitions))))
        value = data.draw(st.sampled_from([*values, *words]))
        if isinstance(holder, dict) and isinstance(value, str) and data.draw(st.booleans()):
            holder[value] = holder.pop(key)
        else:
            holder[key] = value
    text = "\n".join(json.dumps(item, ensure_ascii=False) for item in definitions)
    path = tmp_path / "schema.json"
    path.write_text(text.replace('"', "'"), encoding="utf-8")
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
