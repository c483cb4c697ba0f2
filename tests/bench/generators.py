# SPDX-License-Identifier: Apache-2.0
"""qapigen and QEMU's generator as programs that are measured."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import process
from measure import ROOT
from process import Usage

SAME_AS_QEMU = ("types", "phases", "commands", "events", "introspect")
"""The back ends whose C counterparts QEMU has; commands need phases"""
_FRONT_END = "import sys; sys.path.insert(0, sys.argv[1]); from qapi.schema import QAPISchema; "


def _run_python(
    folder: Path, words: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> Usage:
    """Runs a program of Python, whose modules are compiled once, as they usually are."""
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    return process.run([sys.executable, *words], {**bytecode, **(environment or {})})


@dataclass(frozen=True)
class Qapigen:
    """Ours. Its caches are in the folder of the bench, whatever the user's hold."""

    schema: Path
    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / "ours" / "generated"

    def check(self) -> Usage:
        return self._run("check", self.schema)

    def generate(self) -> Usage:
        """Into nothing; the templates may be compiled."""
        shutil.rmtree(self.output, ignore_errors=True)
        return self.generate_again()

    def generate_first(self) -> Usage:
        """With nothing known, so that the templates are compiled too."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        return self.generate()

    def generate_formatted(self) -> Usage:
        """As code to be committed, with nothing known of how clang-format lays it out."""
        shutil.rmtree(self.folder / "cache" / "qapigen" / "formatted", ignore_errors=True)
        shutil.rmtree(self.output, ignore_errors=True)
        return self.generate_again("--format")

    def generate_again(self, *more: str) -> Usage:
        options: list[str | Path] = ["--output", self.output, "--backend", *SAME_AS_QEMU, *more]
        return self._run("generate", self.schema, *options)

    def generate_all(self) -> Usage:
        """All back ends that run when none is named."""
        output = self.folder / "ours" / "all" / "generated"
        shutil.rmtree(output, ignore_errors=True)
        return self._run("generate", self.schema, "--output", output)

    def _run(self, *words: str | Path) -> Usage:
        caches = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        return _run_python(self.folder, [ROOT / "tools" / "qapigen", *words], caches)


@dataclass(frozen=True)
class Qemu:
    """QEMU's, in its source tree."""

    tree: Path
    folder: Path

    @property
    def schema(self) -> Path:
        return self.tree / "qapi" / "qapi-schema.json"

    @property
    def output(self) -> Path:
        return self.folder / "theirs" / "qapi"

    def check(self) -> Usage:
        script = _FRONT_END + "QAPISchema(sys.argv[2])"
        return _run_python(self.folder, ["-c", script, self.tree / "scripts", self.schema])

    def generate(self) -> Usage:
        shutil.rmtree(self.output, ignore_errors=True)
        self.output.mkdir(parents=True)
        program = self.tree / "scripts" / "qapi-gen.py"
        # Without the calls that trace each command, which would need more of QEMU to compile.
        options = ("-b", "--suppress-tracing", "-o", self.output)
        return _run_python(self.folder, [program, *options, self.schema])
