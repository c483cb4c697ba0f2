# SPDX-License-Identifier: Apache-2.0
"""Back ends from outside of the tree: the one in the documentation, and what is none."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.codegen.support import TESTS
from tests.docs.markdown import Block, blocks

_ROOT = TESTS.parent
_PAGE = _ROOT / "docs" / "qapigen-backends.md"
_KILN = "{ 'command': 'fire' }\n"


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


def _generate(directory: Path, backend: str) -> "subprocess.CompletedProcess[str]":
    (directory / "kiln.json").write_text(_KILN, encoding="utf-8")
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
