# SPDX-License-Identifier: Apache-2.0
"""Formats generated C++ with clang-format, as handwritten code is: for files that are committed.

    texts = format_all(plan(schema, output), output)

It is a step of its own because it takes more time and memory than all before it.  What came of a
text is remembered in the user's cache.
"""

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from codegen.freshness import cache_directory, find_style

_FORMATTED = (".h", ".cpp")
_CACHED_FILES = 4000


class FormatError(Exception):
    """clang-format is not there, or does not take the style or the text."""


def format_all(texts: Mapping[str, str], output: Path) -> dict[str, str]:
    """All texts by their paths, the C++ among them formatted as is the custom at `output`."""
    code = {path: text for path, text in texts.items() if path.endswith(_FORMATTED)}
    return {**texts, **_format(code, find_style(output))}


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
    """Where formatted texts are kept."""
    directory = cache_directory("formatted")
    if directory:
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
    entry = directory / key if directory else None
    return entry.read_text(encoding="utf-8") if entry and entry.is_file() else None


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
    command = ["clang-format", "-i", f"--style={chosen}", *map(str, paths)]
    try:
        return subprocess.Popen(command)
    except OSError as error:
        raise FormatError(f"cannot run clang-format: {error.strerror}") from error


def _wait(processes: Sequence["subprocess.Popen[bytes]"]) -> None:
    statuses = [process.wait() for process in processes]
    if any(statuses):
        raise FormatError("clang-format failed")
