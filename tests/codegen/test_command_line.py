# SPDX-License-Identifier: Apache-2.0
"""Tests of what qapigen says when a file cannot be read or written."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.codegen.support import TESTS

SCHEMA = "{ 'enum': 'Color', 'data': [ 'red' ] }\n"
READERS = ["check", "introspect", "ir", "phases", "fuzz", "generate --output out", "diff main.json"]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """With a schema, a file, a folder, and a folder where a generated file is to be."""
    (tmp_path / "main.json").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "taken" / "types" / "main.h").mkdir(parents=True)
    (tmp_path / "full" / "types").mkdir(parents=True)
    (tmp_path / "full" / "types" / "main.h").symlink_to("/dev/full")
    return tmp_path


def _run(folder: Path, words: Sequence[str], output: str = "/dev/null") -> tuple[int, str]:
    """Runs qapigen; returns its status and what it complains of."""
    with open(output, "w", encoding="utf-8") as stdout:
        command = [sys.executable, str(TESTS.parent / "tools" / "qapigen"), *words]
        done = subprocess.run(
            command, cwd=folder, check=False, stdout=stdout, stderr=subprocess.PIPE, text=True
        )
    return done.returncode, done.stderr


@pytest.mark.parametrize("verb", READERS)
@pytest.mark.parametrize(
    "path, reason", [("none.json", "No such file or directory"), ("folder", "Is a directory")]
)
def test_schema_that_cannot_be_read_is_named(
    verb: str, path: str, reason: str, folder: Path
) -> None:
    status, said = _run(folder, [*verb.split(), path])
    assert status == 1
    assert said.startswith(f"{path}:1: cannot read schema file '{path}': {reason}\n")
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "options, complaint",
    [
        ("--output file", "file/types: Not a directory"),
        ("--output file/below", "file/below/types: Not a directory"),
        ("--output taken", "taken/types/main.h: Is a directory"),
        ("--output full", "output: No space left on device"),
        ("--output out --manifest folder", "folder: Is a directory"),
    ],
)
def test_output_that_cannot_be_written_is_named(options: str, complaint: str, folder: Path) -> None:
    words = ["generate", "main.json", *options.split(), "--backend", "types"]
    assert _run(folder, words) == (1, f"qapigen: {complaint}\n")


@pytest.mark.parametrize(
    "verb", ["introspect main.json", "ir main.json", "fuzz main.json", "explain"]
)
def test_full_disk_is_told(verb: str, folder: Path) -> None:
    complaint = "qapigen: output: No space left on device\n"
    assert _run(folder, verb.split(), output="/dev/full") == (1, complaint)


def test_an_empty_name_is_no_folder(folder: Path) -> None:
    status, said = _run(folder, ["generate", "main.json", "--output", ""])
    assert status == 2
    assert said.endswith("argument --output: a folder is expected, found ''\n")
    assert not (folder / "types").exists()
