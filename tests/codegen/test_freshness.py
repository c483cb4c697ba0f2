# SPDX-License-Identifier: Apache-2.0
"""A run of the generator that would change nothing does nothing, and only then."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.codegen.support import TESTS

SCHEMA = "{ 'enum': 'Color', 'data': [ 'red', 'blue' ] }\n"
# Says which of the modules it takes to do the work were loaded.
SCRIPT = """
import sys
from codegen.__main__ import main
status = main(sys.argv[1:])
print(*(name for name in ("codegen.parser", "jinja2") if name in sys.modules))
sys.exit(status)
"""


class Project:
    """A schema, and where its code is written; the caches are its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.schema = folder / "main.json"
        self.included = folder / "colors.json"
        self.header = folder / "generated" / "types" / "colors.h"
        self.schema.write_text("{ 'include': 'colors.json' }\n", encoding="utf-8")
        self.write(SCHEMA)

    def write(self, text: str) -> None:
        self.included.write_text(text, encoding="utf-8")
        self.age(self.included)
        self.age(self.schema)

    def age(self, path: Path) -> None:
        """Written some time ago: nobody trusts the time of a file that has only just changed."""
        before = time.time() - 60 + len(path.read_text(encoding="utf-8"))
        os.utime(path, (before, before))

    def generate(self, *options: str) -> str:
        """Runs the generator; returns the modules that it loaded."""
        words = ["generate", str(self.schema), "--output", str(self.folder / "generated"), *options]
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *words],
            cwd=TESTS.parent,
            env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("project"))
    project.generate()
    return project


def test_a_second_run_does_nothing(project: Project) -> None:
    project.generate()
    before = project.header.stat().st_mtime_ns
    assert project.generate() == ""
    assert project.header.stat().st_mtime_ns == before


def test_a_changed_include_is_read(project: Project) -> None:
    project.generate()
    project.write(SCHEMA.replace("blue", "green"))
    assert project.generate() == "codegen.parser jinja2"
    assert "Green" in project.header.read_text(encoding="utf-8")


def test_a_changed_output_is_repaired(project: Project) -> None:
    project.generate()
    text = project.header.read_text(encoding="utf-8")
    project.header.write_text("", encoding="utf-8")
    assert project.generate() == "codegen.parser jinja2"
    assert project.header.read_text(encoding="utf-8") == text


def test_a_missing_output_is_written_again(project: Project) -> None:
    project.generate()
    project.header.unlink()
    assert project.generate() == "codegen.parser jinja2"
    assert project.header.exists()


def test_other_back_ends_are_another_run(project: Project) -> None:
    project.generate()
    assert project.generate("--backend", "man") == "codegen.parser jinja2"
    assert project.generate("--backend", "man") == ""


def test_a_style_of_its_own_is_noticed(project: Project) -> None:
    project.generate("--format")
    style = project.folder / ".clang-format"
    style.write_text("BasedOnStyle: LLVM\n", encoding="utf-8")
    assert project.generate("--format") == "codegen.parser jinja2"
    assert project.generate("--format") == ""
    style.unlink()


def test_a_schema_that_is_refused_is_refused_again(project: Project) -> None:
    project.generate()
    project.write("{ 'enum': 'Color', 'data': 1 }\n")
    for _ in range(2):
        with pytest.raises(subprocess.CalledProcessError):
            project.generate()
    project.write(SCHEMA)


def test_only_formatting_needs_clang_format(tmp_path: Path) -> None:
    schema = tmp_path / "main.json"
    schema.write_text("{ 'enum': 'Color', 'data': [ 'red' ] }\n", encoding="utf-8")
    command = [sys.executable, str(TESTS.parent / "tools" / "qapigen"), "generate", str(schema)]
    command += ["--output", str(tmp_path / "generated"), "--backend", "types"]
    environment = {"PATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run(command, env=environment, check=True)
    done = subprocess.run(
        [*command, "--format"], env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == "qapigen: cannot run clang-format: No such file or directory\n"
