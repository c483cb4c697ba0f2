# SPDX-License-Identifier: Apache-2.0
"""Each schema in tests/schema is refused with exactly the text beside it, or introspected so."""

import json
from pathlib import Path

import pytest

from codegen.frontend import load
from codegen.introspect import introspect
from codegen.messages.base import Message, SchemaError
from tests.codegen.support import TESTS

_CASES = sorted((TESTS / "schema").glob("*.json"))
_REFUSED = [case for case in _CASES if case.with_suffix(".err").exists()]
_ACCEPTED = [case for case in _CASES if case.with_suffix(".out").exists()]
# A file that is not there cannot stand in tests/schema; test_cli has it.
_ELSEWHERE = {"CannotRead"}


def _stem(case: Path) -> str:
    return case.stem


def _case_name(message: type[Message]) -> str:
    name = message.__name__
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")


def test_every_case_says_what_is_expected() -> None:
    assert _CASES
    assert sorted([*_REFUSED, *_ACCEPTED]) == _CASES


@pytest.mark.parametrize("case", _REFUSED, ids=_stem)
def test_schema_is_refused_with_its_messages(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    with pytest.raises(SchemaError) as refusal:
        load(case.name)
    assert f"{refusal.value}\n" == case.with_suffix(".err").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _ACCEPTED, ids=_stem)
def test_schema_is_introspected(case: Path) -> None:
    expected = json.loads(case.with_suffix(".out").read_text(encoding="utf-8"))
    assert introspect(load(case)) == expected


@pytest.mark.parametrize(
    "message",
    [item for item in Message.catalog.values() if item.__name__ not in _ELSEWHERE],
    ids=_case_name,
)
def test_every_message_has_a_case_of_its_name(
    message: type[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = TESTS / "schema" / f"{_case_name(message)}.json"
    monkeypatch.chdir(case.parent)
    with pytest.raises(SchemaError) as refusal:
        load(case.name)
    assert any(isinstance(item.message, message) for item in refusal.value.diagnostics)


@pytest.mark.parametrize("message", Message.catalog.values(), ids=_case_name)
def test_every_message_is_explained(message: type[Message]) -> None:
    assert message.__doc__
    assert message.code.startswith("E") and len(message.code) == 5
    assert not message.template.endswith(".")
