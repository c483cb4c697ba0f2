# SPDX-License-Identifier: Apache-2.0
"""Tests of the back ends: what they write, and how they keep it up to date.

The golden schema's output is in tests/golden/generated/.  After a change that is meant:

    tools/qapigen generate tests/golden/everything.json --output tests/golden/generated --format
"""

import re
from pathlib import Path

import pytest

from codegen.backends import BACKENDS, differences, generate, plan
from codegen.clang_format import format_all
from codegen.frontend import load
from codegen.render import TEMPLATES
from codegen.schema import Schema
from tests.codegen.compiler import NOT_ALONE, ROOT, Unit, compile_all

GOLDEN = ROOT / "tests" / "golden"
CONDITIONS = "GLASS REVIEW WOOD REMOTE CURVES DOOR".split()

TINY = """
{ 'enum': 'Color', 'data': [ 'red', 'blue' ] }
{ 'struct': 'Paint', 'data': { 'color': 'Color' } }
"""


@pytest.fixture(name="golden", scope="module")
def _golden() -> Schema:
    return load(GOLDEN / "everything.json")


def make_schema(folder: Path, text: str) -> Schema:
    path = folder / "main.json"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_golden_output_is_what_the_back_ends_write(golden: Schema) -> None:
    output = GOLDEN / "generated"
    texts = format_all(plan(golden, output), output)
    for path, text in texts.items():
        assert (output / path).read_text(encoding="utf-8") == text, path
    assert not differences(golden, output)


def test_output_reads_well_without_clang_format(golden: Schema) -> None:
    """Nearly every line is where clang-format would have it."""
    output = GOLDEN / "generated"
    plain = plan(golden, output)
    moved, every = 0, 0
    for path, text in format_all(plain, output).items():
        lines = set(plain[path].splitlines())
        moved += len(lines - set(text.splitlines()))
        every += len(lines)
        assert "\n\n\n" not in plain[path], path
    assert 0 < moved < every / 10


@pytest.mark.parametrize("conditions", [[], CONDITIONS], ids=["without", "with"])
def test_golden_output_compiles_without_warnings(conditions: list[str], tmp_path: Path) -> None:
    flags = tuple(f"-DCONFIG_{name}" for name in conditions)
    sources = [path for path in GOLDEN.rglob("generated/**/*.cpp") if NOT_ALONE not in path.name]
    assert len(sources) > 5
    targets = [tmp_path / f"{path.stem}{path.parent.name}.o" for path in sources]
    units = [Unit(path, target, flags, (GOLDEN,)) for path, target in zip(sources, targets)]
    assert not compile_all(units)


def test_generated_headers_include_no_expensive_library() -> None:
    for path in [*ROOT.glob("generated/**/*.h"), *GOLDEN.glob("generated/**/*.h")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r'#include [<"](nlohmann|fmt|CLI|asio)', text), path


def test_generated_files_say_where_they_are_from() -> None:
    for path in GOLDEN.glob("generated/**/*.*"):
        head = path.read_text(encoding="utf-8")[:300]
        assert re.search(
            r"Generated from golden/\S* by codegen/templates/\S+\.j2\.  Do ", head
        ), path


def test_repository_output_is_up_to_date() -> None:
    assert not differences(load(ROOT / "schema" / "coldplug.json"), ROOT / "generated")


def test_same_schema_gives_same_bytes(tmp_path: Path) -> None:
    schema = make_schema(tmp_path, TINY)
    assert plan(schema, tmp_path / "one") == plan(schema, tmp_path / "two")


def test_unchanged_files_are_not_written(tmp_path: Path) -> None:
    schema, output = make_schema(tmp_path, TINY), tmp_path / "out"
    written = generate(schema, output)
    assert output / "types" / "main.h" in written
    before = {path: path.stat().st_mtime_ns for path in written}
    assert not generate(schema, output)
    assert {path: path.stat().st_mtime_ns for path in written} == before


def test_files_that_are_no_longer_generated_are_removed(tmp_path: Path) -> None:
    output = tmp_path / "out"
    generate(make_schema(tmp_path, TINY + "{ 'event': 'DRY' }"), output)
    (output / "notes.txt").write_text("kept by hand", encoding="utf-8")
    schema = make_schema(tmp_path, TINY)
    stale = {output / "events" / "main.h", output / "events" / "main.cpp"}
    assert stale <= set(differences(schema, output))
    assert stale <= set(generate(schema, output))
    assert not (output / "events").exists()
    assert (output / "notes.txt").exists()


def test_file_whose_mark_was_wrapped_is_known_as_generated(tmp_path: Path) -> None:
    schema, output = make_schema(tmp_path, TINY), tmp_path / "out"
    generate(schema, output)
    wrapped = output / "types" / "old.h"
    wrapped.write_text("// Generated from main.json by a template.  Do not\n// edit.\n")
    assert differences(schema, output) == [wrapped]


def test_differences_writes_nothing(tmp_path: Path) -> None:
    schema, output = make_schema(tmp_path, TINY), tmp_path / "out"
    assert output / "types" / "main.h" in differences(schema, output)
    assert not output.exists()


def test_one_back_end_leaves_the_others_files_alone(tmp_path: Path) -> None:
    schema, output = make_schema(tmp_path, TINY), tmp_path / "out"
    generate(schema, output)
    (output / "types" / "main.h").unlink()
    assert generate(schema, output, ["introspect"]) == []
    assert generate(schema, output, ["types"]) == [output / "types" / "main.h"]
    assert (output / "introspect" / "introspection.cpp").exists()


def test_every_back_end_says_something_of_the_golden_schema(golden: Schema) -> None:
    for name, backend in BACKENDS.items():
        assert list(backend(golden)), name


def test_templates_are_short_and_say_what_they_are() -> None:
    for path in TEMPLATES.rglob("*.j2"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) < 60, path
        assert re.fullmatch(r"\{# (File|Macros|Part): .*[.] #\}", lines[0]), path
        assert not re.search(r"\{%-? *set ", "\n".join(lines)), path
