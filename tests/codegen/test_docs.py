# SPDX-License-Identifier: Apache-2.0
"""Doc comments: what they say, and how the dialects differ."""

from pathlib import Path

import pytest

from codegen.schema import Doc
from tests.codegen.support import errors_of, schema_of

_GO = """{ 'command': 'go', 'data': { 'far': 'int', '*fast': 'bool' }, 'features': [ 'new' ],
  'returns': 'Way' }"""
_WAY = "\n{ 'struct': 'Way', 'data': {} }"


def _doc(directory: Path, comment: str, dialect: str = "8.2") -> Doc:
    lines = [f"# {line}".rstrip() for line in comment.strip("\n").split("\n")]
    text = "\n".join(["##", *lines, "##", _GO + _WAY])
    return schema_of(directory, text, dialect).command("go").doc


_COMMON = """
@go:

Goes somewhere.

More on it.

@far: how far

@fast: whether to run,
    and not to walk

    at all

Features:

@new: it is new

Returns: the way

Since: 1.0
"""


@pytest.mark.parametrize("dialect", ["8.1", "8.2", "10"])
def test_doc_has_all_sections(tmp_path: Path, dialect: str) -> None:
    doc = _doc(tmp_path, _COMMON, dialect)
    assert doc.overview == "Goes somewhere.\n\nMore on it."
    assert doc.summary == "Goes somewhere."
    assert doc.members["far"] == "how far"
    assert doc.members["fast"] == "whether to run,\nand not to walk\n\nat all"
    assert doc.features == {"new": "it is new"}
    assert (doc.returns, doc.since) == ("the way", "1.0")


def test_doc_keeps_examples_and_notes(tmp_path: Path) -> None:
    doc = _doc(
        tmp_path, "@go:\n\n@far: x\n\nFeatures:\n\n@new: x\n\nNote: a\n\nExample:\n\n-> { }\n<- { }"
    )
    assert doc.notes == ("a",)
    assert doc.examples == ("-> { }\n<- { }",)


def test_doc_member_knows_its_text(tmp_path: Path) -> None:
    text = "##\n# @Aa:\n#\n# @x: the x\n##\n{ 'struct': 'Aa', 'data': { 'x': 'int' } }"
    assert schema_of(tmp_path, text).structs[0].members[0].doc == "the x"


def test_errors_section_is_text_in_8_2_and_a_section_in_10(tmp_path: Path) -> None:
    comment = "@go:\n\n@far: x\n\n@fast: x\n\nFeatures:\n\n@new: x\n\nErrors:\n    - never"
    assert _doc(tmp_path, comment, "10").errors == "- never"
    assert not _doc(tmp_path, comment, "8.2").errors


def test_directive_is_no_section_in_10(tmp_path: Path) -> None:
    comment = "@go:\n\n@far: x\n\n@fast: x\n\nFeatures:\n\n@new: x\n\nNote:: text"
    assert "Note:: text" in _doc(tmp_path, comment, "10").overview


@pytest.mark.parametrize(
    "second, third, expected",
    [(10, 6, "8.0"), (2, 2, "8.1 8.2"), (6, 6, "8.0 8.1 8.2"), (10, 2, ""), (2, 0, "")],
)
def test_indentation_is_that_of_one_release(
    tmp_path: Path, second: int, third: int, expected: str
) -> None:
    lines = ["@far: how", f"{'':{second}}far", f"{'':{third}}away"]
    comment = "".join(
        f"# {line}\n" for line in ["@go:", "", *lines, "", "Features:", "", "@new: x"]
    )
    text = f"##\n{comment}##\n{_GO}{_WAY}"
    assert (not errors_of(tmp_path, text, "8.2")) == ("8.2" in expected)
    refused = errors_of(tmp_path, text, "8.1")
    assert (not refused) == bool(expected)
    assert not refused or refused[0] == f"6: expected an indentation of at least {max(second, 6)}"


def test_undocumented_member_is_an_error_only_in_10(tmp_path: Path) -> None:
    text = "##\n# @Aa:\n##\n{ 'struct': 'Aa', 'data': { 'x': 'int' } }"
    assert not errors_of(tmp_path, text, "8.2")
    assert errors_of(tmp_path, text, "10") == ["4: member 'x' is not documented"]


def test_documentation_exceptions_are_known_only_in_10(tmp_path: Path) -> None:
    text = (
        "{ 'pragma': { 'documentation-exceptions': [ 'Aa' ] } }\n"
        "##\n# @Aa:\n##\n{ 'struct': 'Aa', 'data': { 'x': 'int' } }"
    )
    assert not errors_of(tmp_path, text, "10")
    assert errors_of(tmp_path, text, "8.2")[0].startswith("1: unknown pragma")


def test_pragma_chooses_the_dialect(tmp_path: Path) -> None:
    text = "##\n# @Aa:\n##\n{ 'struct': 'Aa', 'data': { 'x': 'int' } }\n"
    assert errors_of(tmp_path, text + "{ 'pragma': { 'doc-dialect': '10' } }")


def test_every_definition_with_a_wrong_comment_is_reported(tmp_path: Path) -> None:
    text = "##\n# @A\n##\n{ 'command': 'a' }\n##\n# @B\n##\n{ 'command': 'b' }"
    assert [error.split(":")[0] for error in errors_of(tmp_path, text)] == ["2", "6"]
