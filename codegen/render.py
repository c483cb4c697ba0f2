# SPDX-License-Identifier: Apache-2.0
"""Turns templates into files: renders, formats as handwritten code is, writes what changed.

    output = Output(Path("generated"))
    changed = output.write([File("types/run_state.h", "types.h.j2", {"module": view})])
"""

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from codegen import cpp, markdown

TEMPLATES = Path(__file__).parent / "templates"
_MARK = "Do not edit."
_FORMATTED = (".h", ".cpp")
_CACHED_FILES = 4000


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
    env = Environment(
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
    """Renders a file, not yet formatted."""
    template = environment().get_template(file.template)
    return template.render(template=file.template, **file.context)


def render_all(files: Iterable[File], output: Path) -> dict[str, str]:
    """The texts of all files by their paths, formatted as is the custom at `output`."""
    style = find_style(output)
    texts = {file.path: _kept(file, output) or render(file) for file in files}
    code = {path: text for path, text in texts.items() if path.endswith(_FORMATTED)}
    return texts | _format(code, style)


def _kept(file: File, output: Path) -> str | None:
    """The file as it is, if it is known to be what would be made."""
    present = _read(output / file.path) if file.fingerprint else None
    return present if present and file.fingerprint in present else None


def find_style(directory: Path) -> Path | None:
    """The clang-format file that holds for a directory, as clang-format would find it."""
    absolute = directory.resolve()
    candidates = (parent / ".clang-format" for parent in (absolute, *absolute.parents))
    return next((candidate for candidate in candidates if candidate.is_file()), None)


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


def remove_stale(output: Path, texts: Mapping[str, str]) -> list[Path]:
    """Removes the stale files, and folders that have become empty; returns the files."""
    removed = stale(output, texts)
    for path in removed:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    return removed


def _is_generated(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK.encode() in file.read(400)


def _format(texts: Mapping[str, str], style: Path | None) -> dict[str, str]:
    """Formats code, or recalls how it was formatted the last time."""
    style_text = style.read_text(encoding="utf-8") if style else ""
    keys = {path: _key(style_text, path, text) for path, text in texts.items()}
    recalled = {path: _recall(key) for path, key in keys.items()}
    known = {path: text for path, text in recalled.items() if text is not None}
    formatted = _run_clang_format({path: texts[path] for path in texts if path not in known}, style)
    for path, text in formatted.items():
        _remember(keys[path], text)
    return known | formatted


def _key(style: str, path: str, text: str) -> str:
    # The name matters: it tells clang-format which include is the file's own header.
    return hashlib.sha256("\0".join((style, path, text)).encode()).hexdigest()


@cache
def _cache_directory() -> Path | None:
    """Where formatted texts are kept; nothing where there is no place for them."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    directory = Path(root) / "qapigen"
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    _forget_old(directory)
    return directory


def _forget_old(directory: Path) -> None:
    entries = list(directory.iterdir())
    if len(entries) > _CACHED_FILES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: len(entries) // 2]:
            entry.unlink(missing_ok=True)


def _recall(key: str) -> str | None:
    directory = _cache_directory()
    return _read(directory / key) if directory else None


def _remember(key: str, text: str) -> None:
    directory = _cache_directory()
    if directory is None:
        return
    # Another process may be writing the same entry.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=directory, delete=False) as file:
        file.write(text)
    os.replace(file.name, directory / key)


def _run_clang_format(texts: Mapping[str, str], style: Path | None) -> dict[str, str]:
    """Formats all texts with as many processes as there are processors."""
    if not texts:
        return {}
    with tempfile.TemporaryDirectory() as name:
        paths = {path: Path(name) / path for path in texts}
        for path, text in texts.items():
            paths[path].parent.mkdir(parents=True, exist_ok=True)
            paths[path].write_text(text, encoding="utf-8")
        count = min(os.cpu_count() or 1, len(paths))
        listed = list(paths.values())
        _wait([_start_clang_format(listed[i::count], style) for i in range(count)])
        return {path: target.read_text(encoding="utf-8") for path, target in paths.items()}


def _start_clang_format(paths: Sequence[Path], style: Path | None) -> "subprocess.Popen[bytes]":
    chosen = f"file:{style}" if style else "Google"
    return subprocess.Popen(["clang-format", "-i", f"--style={chosen}", *map(str, paths)])


def _wait(processes: Sequence["subprocess.Popen[bytes]"]) -> None:
    statuses = [process.wait() for process in processes]
    if any(statuses):
        raise RuntimeError("clang-format failed")
