# SPDX-License-Identifier: Apache-2.0
"""Messages are explained by examples that show them, and nothing else."""

import pytest

from codegen.explain import EXAMPLES, explain, page
from codegen.frontend import load
from codegen.messages.base import Message, SchemaError
from tests.codegen.support import MESSAGES

# Its bad example is a file that is not there.
_WITHOUT = {"E0001"}
_CODES = sorted(Message.catalog.keys() - _WITHOUT)


@pytest.mark.parametrize("code", _CODES)
def test_bad_example_has_this_message_only(code: str) -> None:
    with pytest.raises(SchemaError) as refusal:
        load(EXAMPLES / f"{code}.bad.json")
    assert {item.message.code for item in refusal.value.diagnostics} == {code}


@pytest.mark.parametrize("code", _CODES)
def test_good_example_is_accepted(code: str) -> None:
    load(EXAMPLES / f"{code}.good.json")


def test_every_example_belongs_to_a_message() -> None:
    expected = {f"{code}.{kind}.json" for code in _CODES for kind in ("bad", "good")}
    assert {path.name for path in EXAMPLES.iterdir()} == expected


def test_explanation_shows_both_examples() -> None:
    text = explain("E0302")
    assert text
    assert text.index("Refused:\n\n    { 'struct'") < text.index("Accepted:\n\n    { 'struct'")


def test_page_of_messages_is_up_to_date() -> None:
    assert MESSAGES.read_text(encoding="utf-8") == page(), "run python3 -m tests.codegen.bless"


def test_page_holds_every_message() -> None:
    text = page()
    assert all(f"### {code}\n" in text for code in Message.catalog)
