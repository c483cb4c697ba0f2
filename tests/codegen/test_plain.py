# SPDX-License-Identifier: Apache-2.0
"""Tests that what JSON's decoder reads is what the parser would have read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from codegen import plain
from codegen.parser import MAX_DEPTH, Expression, Failure, Files, Item
from tests.codegen.support import TESTS

CASES = sorted((TESTS / "schema").glob("*.json"))
MAINS = [TESTS / "golden" / "everything.json", TESTS.parent / "schema" / "coldplug.json"]


@pytest.fixture(autouse=True)
def _deep_recursion() -> Iterator[None]:
    """As `codegen.frontend.load` has it."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20 * MAX_DEPTH)
    yield
    sys.setrecursionlimit(before)


def _told(item: Item) -> str:
    match item:
        case Expression():
            return f"{item.place} {item.value}"
        case Failure():
            return f"{item.diagnostic}"
    return type(item).__name__


def _items(path: Path) -> list[str]:
    files = Files()
    files.read_main(str(path))
    return [_told(item) for item in files.items]


def _compare(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _items(path)
    monkeypatch.setattr(plain, "read", lambda text: None)
    assert quick == _items(path)


@pytest.mark.parametrize("path", [*CASES, *MAINS], ids=[path.stem for path in [*CASES, *MAINS]])
def test_both_parsers_read_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _compare(path, monkeypatch)


@pytest.mark.parametrize(
    "text",
    [
        "{ 'enum': 'E', 'data': [ 'a', ] }",
        "{ 'enum': 'E', 'data': [ 'a' ] } }",
        "{ 'enum': 'E', 'data': [ 'a' ] } { 'command': 'c' }",
        "{ 'enum': 'E', 'enum': 'F', 'data': [] }",
        "{ 'struct': 'S', 'data': { 'a': 'int', 'a': 'int' } }",
        "{ 'struct': 'S', 'data': { 'a': 'null' } }",
        "{ 'struct': 'S', 'data': { 'a': null } }",
        "{ 'struct': 'S', 'data': { 'a': NaN } }",
        "{ 'struct': 'S', 'data': { 'a': -0 } }",
        "{ 'struct': 'S', 'data': { 'a': { 'type': 'int', 'default': 1 } } }",
        "{ 'struct': 'S', 'data': { 'a': true, 'b': false, 'c': tru } }",
        "{ 'struct': 'S', 'data': { 'a': 'a\nb' } }",
        "{ 'struct': 'S', 'data': { 'a#b': 'int' } }",
        "{ 'struct': 'S', 'data': { 'a': 'int' # a remark\n } }",
        "{ 'struct': 'S',\t'data': { 'a': 'int' } }",
        "{ 'struct': 'S', 'data': { 'a': 'int' } } # a remark",
        "{ 'struct': 'S', 'data': { 'a': 'int' } } $",
        "{ 'struct': 'S', 'data': { 'a': 'int' } } ##\n# @b:\n##",
        "{ 'struct': 'S' 'data': {} }",
        "{ 'struct': \"S\", 'data': {} }",
        "{ 'struct': 'S\\\\', 'data': {} }",
        "{ 'struct': 'Ä', 'data': {} }",
        "{}",
        "[ 'a' ]",
        "'a'",
        "{" * 50 + "}" * 50,
        "{ 'a': " + "[" * 300 + "]" * 300 + " }",
    ],
    ids=ascii,
)
def test_both_parsers_read_odd_text_alike(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(f"##\n# @S:\n##\n{text}\n", "utf-8")
    _compare(path, monkeypatch)


def test_most_definitions_are_read_by_the_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, read = [], plain.read

    def counted(text: str) -> dict[str, object] | None:
        value = read(text)
        asked.append(value is not None)
        return value

    monkeypatch.setattr(plain, "read", counted)
    assert _items(MAINS[1])
    assert sum(asked) > len(asked) / 2
