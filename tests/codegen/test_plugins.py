# SPDX-License-Identifier: Apache-2.0
"""Back ends from outside of the tree: the one in the documentation, and what is none."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from codegen.backends import DEFAULT
from tests.codegen.support import TESTS
from tests.docs.markdown import Block, blocks

_ROOT = TESTS.parent
_PAGE = _ROOT / "docs" / "qapigen-backends.md"
_KILN = "{ 'command': 'fire' }\n"
_CODE = """
class Code:
    def files(self, schema):
        for command in schema.commands:
            yield f"code/{command.name}.cpp", "// Made by Code.  Do not edit.\\n"
"""
_PROJECT = f"""
cmake_minimum_required(VERSION 3.25)
project(kiln CXX)
set(QAPIGEN_DIRECTORY {_ROOT})
set(QAPIGEN_COMMAND {_ROOT}/tools/qapigen)
include({_ROOT}/cmake/qapigen_add_schema.cmake)
add_library(qapi_runtime INTERFACE)
add_library(qapigen::qapi_runtime ALIAS qapi_runtime)
add_library(kiln STATIC)
qapigen_add_schema(kiln SCHEMA kiln.json BACKENDS code:Code)
"""


def _run(command: str, directory: Path) -> "subprocess.CompletedProcess[str]":
    paths = {"PYTHONPATH": str(directory), "PATH": f"{_ROOT}/tools:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=directory,
        env=os.environ | paths,
        capture_output=True,
        text=True,
        check=False,
    )


def _only(language: str) -> Block:
    (found,) = (block for block in blocks(_PAGE) if block.language == language)
    return found


def _generate(
    directory: Path, backend: str, schema: str = _KILN
) -> "subprocess.CompletedProcess[str]":
    (directory / "kiln.json").write_text(schema, encoding="utf-8")
    return _run(f"qapigen generate kiln.json --backend {backend} --output out", directory)


def test_documented_back_end_prints_what_the_page_says(tmp_path: Path) -> None:
    for block in (_only("python"), _only("qapi")):
        (tmp_path / block.rest).write_text(block.text, encoding="utf-8")
    result = _run(_only("sh").text, tmp_path)
    assert (result.stderr, result.stdout) == ("", _only("text").text)


def test_file_that_did_not_change_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "tally.py").write_text(_only("python").text, encoding="utf-8")
    written = tmp_path / "out" / "tally" / "kiln.txt"
    assert _generate(tmp_path, "tally:Tally").returncode == 0
    os.utime(written, (1, 1))
    assert _generate(tmp_path, "tally:Tally").returncode == 0
    assert written.stat().st_mtime == 1


def test_entry_point_names_a_back_end(tmp_path: Path) -> None:
    (tmp_path / "tally.py").write_text(_only("python").text, encoding="utf-8")
    package = tmp_path / "tally-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: tally\nVersion: 1\n")
    (package / "entry_points.txt").write_text("[qapigen.backends]\ncount = tally:Tally\n")
    assert _generate(tmp_path, "count introspect").returncode == 0
    assert (tmp_path / "out" / "tally" / "kiln.txt").read_text() == (
        "fire: no arguments\n0 events\n"
    )
    assert (tmp_path / "out" / "introspect").is_dir()


def _manifest(directory: Path, backend: str, schema: str = _KILN) -> dict[str, list[str]]:
    """Generates with a manifest; gives what that says."""
    result = _generate(directory, f"{backend} --manifest m.json", schema)
    assert (result.returncode, result.stderr) == (0, "")
    read: dict[str, list[str]] = json.loads((directory / "m.json").read_text())
    return read


def test_manifest_lists_what_a_plugin_alone_makes(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(_CODE)
    assert _manifest(tmp_path, "code:Code") == {
        "schema": [str(tmp_path / "kiln.json")],
        "plugins": [str(tmp_path / "code.py")],
        "generated": ["code/fire.cpp"],
        "handwritten": [],
    }
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["code"]


def test_handwritten_files_are_those_that_the_chosen_back_ends_call_for(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(_CODE)
    assert _manifest(tmp_path, "types code:Code")["handwritten"] == []
    found = _manifest(tmp_path, "commands code:Code")
    (handwritten,) = found["handwritten"]
    assert handwritten.endswith("commands/kiln.cpp")
    assert {"code/fire.cpp", "commands/command_table.cpp"} <= set(found["generated"])


def test_file_that_a_plugin_no_longer_makes_is_removed_by_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(_CODE)
    _manifest(tmp_path, "code:Code", _KILN + "{ 'command': 'cool' }\n")
    assert (tmp_path / "out" / "code" / "cool.cpp").exists()
    assert _manifest(tmp_path, "code:Code")["generated"] == ["code/fire.cpp"]
    assert [path.name for path in (tmp_path / "out" / "code").iterdir()] == ["fire.cpp"]


def test_files_of_a_plugin_stay_beside_all_of_qapigens_own(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(_CODE)
    backends = " ".join([*DEFAULT, "code:Code"])
    _manifest(tmp_path, backends)
    written = tmp_path / "out" / "code" / "fire.cpp"
    os.utime(written, (1, 1))
    _manifest(tmp_path, backends)
    assert written.stat().st_mtime == 1


def test_cmake_builds_what_a_plugin_alone_makes(tmp_path: Path) -> None:
    for name, text in (("kiln.json", _KILN), ("code.py", _CODE), ("CMakeLists.txt", _PROJECT)):
        (tmp_path / name).write_text(text)
    first = _run("cmake -G Ninja -S . -B build && cmake --build build", tmp_path)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "fire.cpp" in first.stdout
    again = _run("cmake --build build", tmp_path)
    assert "no work to do" in again.stdout
    (tmp_path / "code.py").write_text(_CODE.replace("{command.name}.cpp", "{command.name}2.cpp"))
    changed = _run("cmake --build build", tmp_path)
    assert "fire2.cpp" in changed.stdout


@pytest.mark.parametrize(
    "backend, message",
    [
        ("kount", "no back end 'kount'"),
        ("nowhere:Kount", "cannot import back end 'nowhere': No module named 'nowhere'"),
        ("bad:Kount", "no back end 'bad:Kount': module 'bad' has no attribute 'Kount'"),
        ("bad:NUMBER", "'bad:NUMBER' is no class"),
        ("bad:Empty", "'bad:Empty' is no back end: it has no function 'files'"),
        ("bad:Outside", "'../x' is not below the output directory"),
    ],
)
def test_what_is_no_back_end_is_refused(tmp_path: Path, backend: str, message: str) -> None:
    (tmp_path / "bad.py").write_text(
        "NUMBER = 1\nclass Empty: pass\n"
        "class Outside:\n    def files(self, schema): yield '../x', ''\n"
    )
    result = _generate(tmp_path, backend)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"qapigen: {message}; of its own it has types, ")
    assert not (tmp_path / "x").exists()
