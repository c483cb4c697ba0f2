# SPDX-License-Identifier: Apache-2.0
"""Turns templates into files: renders, lays out, writes what changed.

    output = Output(Path("generated"))
    changed = output.write([File("types/run_state.h", "types.h.j2", {"module": view})])
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    select_autoescape,
)

from codegen import cpp, markdown
from codegen.freshness import cache_directory
from codegen.layout import lay_out
from codegen.records import dataclass, field

TEMPLATES = Path(__file__).parent / "templates"
# The formatter may have wrapped the line that says so.
_MARK = re.compile(rb"Do[\s/#]+not[\s/#]+edit\.")
_CPP = (".h", ".cpp")


@dataclass(frozen=True, slots=True)
class File:
    """A file to generate: its path below the output directory, and what it is made of."""

    path: str
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str = ""
    """A text within the file by which one is known that need not be made again"""


@cache
def environment() -> Environment:
    """The one Jinja2 environment: a misspelled name is an error, never blank."""
    compiled = cache_directory("templates")
    env = Environment(
        auto_reload=False,
        # The compiled templates; the key of each holds the text that it was compiled from.
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
    )
    env.filters["anchor"] = markdown.anchor
    env.filters["doc"] = cpp.doc_comment
    env.filters["cpp_string"] = cpp.string
    env.filters["trailing"] = cpp.trailing_comment
    return env


def render(file: File) -> str:
    """Renders a file."""
    template = environment().get_template(file.template)
    text = template.render(template=file.template, **file.context)
    return lay_out(text) if file.path.endswith(_CPP) else text


def render_all(files: Iterable[File], output: Path) -> dict[str, str]:
    """The texts of all files by their paths."""
    return {file.path: _kept(file, output) or render(file) for file in files}


def _kept(file: File, output: Path) -> str | None:
    """The file as it is, if it is known to be what would be made."""
    present = _read(output / file.path) if file.fingerprint else None
    return present if present and file.fingerprint in present else None


def outdated(output: Path, texts: Mapping[str, str]) -> list[Path]:
    """The files below `output` that are missing or have another text."""
    return [output / path for path, text in texts.items() if _read(output / path) != text]


def write(output: Path, texts: Mapping[str, str]) -> list[Path]:
    """Writes the files that are outdated; returns them."""
    changed = outdated(output, texts)
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path.relative_to(output).as_posix()], encoding="utf-8")
    return changed


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def stale(output: Path, texts: Mapping[str, str]) -> list[Path]:
    """Files below `output` that were generated earlier and are not among `texts`."""
    if not output.is_dir():
        return []
    present = (path for path in sorted(output.rglob("*")) if path.is_file())
    return [
        path
        for path in present
        if path.relative_to(output).as_posix() not in texts and _is_generated(path)
    ]


def remove(paths: Iterable[Path]) -> list[Path]:
    """Removes files that are there, and folders that have become empty; returns the files."""
    removed = [path for path in dict.fromkeys(paths) if path.is_file()]
    for path in removed:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    return removed


def _is_generated(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK.search(file.read(400)) is not None
