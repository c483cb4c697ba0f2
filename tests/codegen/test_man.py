# SPDX-License-Identifier: Apache-2.0
"""The back end `man`: pages that groff takes without a warning, and that say everything."""

import re
import subprocess
from pathlib import Path

import pytest

from codegen.backends import generate
from codegen.frontend import load
from codegen.schema import Schema
from tests.codegen.support import EVERYTHING, TESTS, schema_of

SCHEMA = TESTS.parent / "schema" / "coldplug.json"
ALL_WARNINGS = ["-ww", "-rCHECKSTYLE=3"]


def rendered(page: Path) -> str:
    """The page as a reader sees it, without bold and breaks; groff must have nothing to say."""
    result = subprocess.run(
        ["groff", "-man", "-Tutf8", "-P-c", "-P-bou", "-rHY=0", "-rLL=400n", *ALL_WARNINGS, page],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not result.stderr, result.stderr
    return " ".join(re.sub(r".\x08", "", result.stdout).split())


def pages_of(schema: Schema, output: Path) -> dict[str, str]:
    generate(schema, output, ["man"])
    return {page.name: rendered(page) for page in sorted(output.glob("man/man*/*"))}


@pytest.mark.parametrize("path", [SCHEMA, EVERYTHING], ids=["own", "golden"])
def test_pages_say_everything_without_a_warning(path: Path, tmp_path: Path) -> None:
    schema = load(path)
    name = schema.pragma.program
    pages = pages_of(schema, tmp_path)
    assert set(pages) == {f"{name}.1", f"{name}-qmp.7", f"{name}-objects.7"}
    options = [f"--{one}" for item in schema.commands if item.cli for one in item.cli.options]
    options += [one.spelling for one in schema.options]
    sections = [item.config.section for item in schema.commands if item.config]
    assert_all_in(pages[f"{name}.1"], options + sections)
    shown = [item.name for item in (*schema.commands, *schema.events, *schema.structs)]
    implicit = {item.name for item in schema.structs if item.is_implicit}
    assert_all_in(pages[f"{name}-qmp.7"], [one for one in shown if one not in implicit])
    properties = [one.name for item in schema.objects for one in item.properties]
    objects = [item.name for item in schema.objects]
    assert_all_in(pages[f"{name}-objects.7"], objects + properties)


def assert_all_in(text: str, words: list[str]) -> None:
    """All words are there, in whatever order."""
    assert words
    missing = [word for word in words if word not in text]
    assert not missing


def test_page_has_type_range_unit_and_default(tmp_path: Path) -> None:
    objects = pages_of(load(SCHEMA), tmp_path)["coldplug-objects.7"]
    assert "clock-frequency (uint32, 1 to 1000000000 Hz, default 3686400)" in objects


def test_text_of_the_schema_is_no_request(tmp_path: Path) -> None:
    text = (
        "##\n# @Aa:\n#\n# .so /etc/passwd is text, as are 'quotes', \\\\fB and a ± sign.\n#\n"
        "# - one\n# - two\n#\n# Example:\n#\n# -> \\n is kept\n##\n"
        "{ 'struct': 'Aa', 'data': { } }\n{ 'event': 'BEEP', 'data': 'Aa' }"
    )
    shown = pages_of(schema_of(tmp_path, text), tmp_path / "out")["program-qmp.7"]
    assert ".so /etc/passwd is text, as are 'quotes', \\\\fB and a ± sign." in shown


def test_schema_without_objects_has_no_page_of_them(tmp_path: Path) -> None:
    pages = pages_of(schema_of(tmp_path, "{ 'command': 'go', 'cli': false }"), tmp_path / "out")
    assert list(pages) == ["program-qmp.7"]
