# SPDX-License-Identifier: Apache-2.0
"""A valid schema that was spoilt is accepted or refused in place, whatever was done to it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.evolution import compare
from codegen.frontend import load
from codegen.messages.base import SchemaError
from tests.codegen.random_schema import random_definitions, random_schema
from tests.codegen.random_schema.spell import Node, text_of
from tests.codegen.support import EVERYTHING, TESTS, describe_all

_TOKEN = re.compile(rb"##?[^\n]*|'[^']*'|\"[^\"]*\"|[][{}:,]|[^][{}:,\s]+|\s+")
_HEAD = re.compile(r"In file included from |\s*\d* \|( |$)|.*?:\d+: ")

Spoiler = Callable[[Random, bytes], bytes]


def _tokens(random: Random, text: bytes) -> bytes:
    """Deletes, doubles and swaps tokens."""
    tokens = _TOKEN.findall(text)
    for _ in range(random.randint(1, 4)):
        one, other = (random.randrange(len(tokens)) for _ in range(2))
        match random.randint(0, 2):
            case 0:
                tokens[one] = b""
            case 1:
                tokens[one] *= 2
            case _:
                tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


def _bytes(random: Random, text: bytes) -> bytes:
    """Flips bits, wherever they are."""
    spoilt = bytearray(text)
    for _ in range(random.randint(1, 4)):
        spoilt[random.randrange(len(spoilt))] ^= 1 << random.randint(0, 7)
    return bytes(spoilt)


def _cut(random: Random, text: bytes) -> bytes:
    """Ends early, perhaps within a token."""
    return text[: random.randrange(len(text))]


def _insert(random: Random, text: bytes) -> bytes:
    """Puts in what no schema has, or what has another meaning elsewhere."""
    pieces = [b"\xff", b"\x00", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\xed\xa0\x80", b"\x1b[31m"]
    pieces += [b"[" * 2000, b"{'a':" * 2000, b"'" * 99, b"#" * 9, b"9" * 5000, b"1e999", b"\\u0000"]
    pieces += [b"'" + b"x" * (1 << 16) + b"'", b"# " + b"y" * (1 << 16), b"\xe2\x80\xa8", b"'List'"]
    place = random.randrange(len(text))
    return text[:place] + random.choice(pieces) + text[place:]


SPOILERS: list[Spoiler] = [_tokens, _bytes, _cut, _insert]


def _check(path: Path) -> None:
    """Loads a schema; if it is refused, each line of the refusal says where, or shows it."""
    try:
        describe_all(path)
    except SchemaError as error:
        assert error.diagnostics
        for item in error.diagnostics:
            lines = item.place.source.text.count("\n") + 1
            assert 1 <= item.place.line <= lines + 1
        for line in str(error).split("\n"):
            assert _HEAD.match(line), line


@pytest.mark.parametrize("spoil", SPOILERS, ids=[item.__name__[1:] for item in SPOILERS])
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 1 << 32))
def test_spoilt_schema_is_accepted_or_refused(tmp_path: Path, spoil: Spoiler, seed: int) -> None:
    random = Random(seed)
    text = random_schema(random).encode() if seed % 3 else EVERYTHING.read_bytes()
    path = tmp_path / "schema.json"
    path.write_bytes(spoil(random, text))
    _check(path)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.randoms(use_true_random=False))
def test_schema_means_the_same_in_several_files(tmp_path: Path, random: Random) -> None:
    """Definitions may stand in any file and any order."""
    pragma, *definitions = random_definitions(random)
    (tmp_path / "whole.json").write_text(text_of([pragma, *definitions]), encoding="utf-8")
    random.shuffle(definitions)
    files: list[list[Node]] = [[pragma], [], []]
    for definition in definitions:
        random.choice(files).append(definition)
    for number, content in enumerate(files):
        includes = [{"include": f"{other}.json"} for other in range(number + 1, len(files))]
        text = text_of(
            [*content[:1], *includes, *content[1:]] if number == 0 else [*includes, *content]
        )
        (tmp_path / f"{number}.json").write_text(text, encoding="utf-8")
    whole, parts = (load(tmp_path / name) for name in ("whole.json", "0.json"))
    assert not compare(whole, parts).found
    assert not compare(parts, whole).found


def test_line_of_a_mebibyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    names = ", ".join(f"'v{number}'" for number in range(1 << 17))
    path.write_text(f"{{ 'enum': 'Many', 'data': [ {names}, 'v1' ] }}", encoding="utf-8")
    assert path.stat().st_size > 1 << 20
    with pytest.raises(SchemaError) as refusal:
        describe_all(path)
    assert len(str(refusal.value)) < 1000


def test_byte_order_mark_and_line_ends_are_refused_or_read_in_place(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_bytes(b"{ 'enum': 'Mode',\r\n  'data': [] }\r\n{ 'enum': 'Mode', 'data': [] }\r\n")
    with pytest.raises(SchemaError) as refusal:
        describe_all(path)
    assert refusal.value.diagnostics[0].place.line == 3


@pytest.mark.parametrize("number", range(len(SPOILERS)))
def test_tool_refuses_with_status_one_and_no_traceback(tmp_path: Path, number: int) -> None:
    random = Random(number)
    path = tmp_path / "schema.json"
    tool = TESTS.parent / "tools" / "qapigen"
    path.write_bytes(
        SPOILERS[number](random, EVERYTHING.read_bytes().replace(b"'include'", b"'x'"))
    )
    done = subprocess.run([tool, "check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(f"{path}:")
