# SPDX-License-Identifier: Apache-2.0
"""The manifest: what a run of the generator read and made, for the program that builds with it.

    {"schema": ["/src/schema/main.json"], "plugins": ["/src/tools/tally.py"],
     "generated": ["types/main.cpp"], "handwritten": ["fan/commands/main.cpp"]}

`schema` and `plugins`, the back ends from outside, hold absolute paths; `generated` is relative to
the output, `handwritten` to the sources.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from codegen.schema import Schema


def manifest(
    schema: Schema, plugins: Iterable[str], generated: Iterable[str], handwritten: Iterable[str]
) -> str:
    """The text of a manifest."""
    lists = {
        "schema": [os.path.abspath(path) for path in schema.files],
        "plugins": sorted(plugins),
        "generated": sorted(generated),
        "handwritten": list(handwritten),
    }
    return json.dumps(lists, indent=1) + "\n"


def generated_before(path: Path) -> list[str]:
    """What the manifest of the last run says was generated; nothing if there was none."""
    if not path.is_file():
        return []
    return list(json.loads(path.read_text(encoding="utf-8"))["generated"])


def write(path: Path, text: str) -> None:
    """Writes it, and leaves one alone that says the same."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
