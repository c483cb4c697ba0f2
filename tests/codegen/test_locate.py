# SPDX-License-Identifier: Apache-2.0
"""Messages point at the token that is wrong, and at none where they cannot know it."""

from pathlib import Path

import pytest

from codegen.frontend import load
from codegen.locate import excerpt
from codegen.messages.base import SchemaError
from codegen.source import Source

# The caret stands below the character behind each `@`.
_POINTED = [
    "{ 'struct': 'Aa', 'data': { 'x': @'itn' } }",
    "{ 'struct': 'Aa', 'data': { '*x': { 'type': [ @'itn' ] } } }",
    "{ 'struct': 'Aa', 'data': { 'itn': 'int', 'x': @'itn' } }",
    "{ 'command': 'go', 'data': @'Go' }",
    "{ 'command': @'Go' }",
    "{ 'command': @'aA_b', 'data': {} }",
    "{ 'command': 'go', @'date': {} }",
    "{ 'command': 'go', 'data': { @'X': 'int' } }",
    "{ 'object': 'uart', 'ports': { 'mmio': { 'r': { @'size': true } } } }",
    "{ 'struct': 'Aa', 'data': { 'x': 'int' }, 'base': @'Bb' }",
    "{ 'command': 'go', 'data': { 'x': { 'type': 'int', @'default': 'a' } } }",
    "{ 'command': 'go' @]",
]
_UNCERTAIN = [
    "{ 'enum': 'Mode', 'data': [ 'a', 'a' ] }",
    "{ 'struct': 'Aa', 'base': 'Aa', 'data': {} }",
    "##\n# @Aa:\n#\n# Text\n# @Bb:\n##\n{ 'struct': 'Aa', 'data': {} }",
]


def _refusal(directory: Path, text: str) -> tuple[SchemaError, list[str]]:
    path = directory / "schema.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError) as refusal:
        load(path)
    return refusal.value, str(refusal.value).splitlines()


@pytest.mark.parametrize("marked", _POINTED)
def test_caret_points_at_the_token(tmp_path: Path, marked: str) -> None:
    column = marked.index("@")
    text = marked.replace("@", "")
    _, lines = _refusal(tmp_path, text)
    assert lines[0].startswith(f"{tmp_path}/schema.json:1:{column + 1}: ")
    assert lines[1] == f"    1 | {text}"
    assert lines[2].index("^") - len("      | ") == column


@pytest.mark.parametrize("text", _UNCERTAIN)
def test_no_caret_where_the_token_is_not_certain(tmp_path: Path, text: str) -> None:
    error, lines = _refusal(tmp_path, text)
    assert not any("^" in line for line in lines)
    assert lines[-1] == f"      | {error.diagnostics[-1].message.code}"


def test_line_stays_that_of_the_definition(tmp_path: Path) -> None:
    _, lines = _refusal(tmp_path, "\n{ 'struct': 'Aa',\n  'data': { 'x': 'itn' } }")
    assert lines == [
        f"{tmp_path}/schema.json:2: In struct 'Aa': "
        "member 'x' uses unknown type 'itn'; did you mean 'int'?",
        "    3 |   'data': { 'x': 'itn' } }",
        "      |                  ^ E0302",
    ]


def test_second_definition_of_a_line_is_searched_alone(tmp_path: Path) -> None:
    text = "{ 'enum': 'Itn', 'data': [] } { 'command': 'go', 'data': 'Int' }"
    _, lines = _refusal(tmp_path, text)
    assert lines[2].index("^") - len("      | ") == text.index("'Int'")


def test_long_line_is_shown_around_the_token() -> None:
    text = "x" * 5000 + "@" + "\t" * 5000
    shown, below = excerpt(Source("a.json", text).place_at(5000), "E0000").splitlines()
    assert len(shown) <= 200
    assert shown[below.index("^")] == "@"
