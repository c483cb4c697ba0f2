# SPDX-License-Identifier: Apache-2.0
"""The manifest: what a run of the generator read and made, for the program that builds with it.

    {"schema": ["/src/schema/main.json"], "generated": ["types/main.cpp"],
     "handwritten": ["fan/commands/main.cpp"]}

`schema` holds absolute paths; `generated` is relative to the output, `handwritten` to the sources.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from codegen.schema import Schema


def manifest(schema: Schema, generated: Iterable[str], handwritten: Iterable[str]) -> str:
    """The text of a manifest."""
    lists = {
        "schema": [os.path.abspath(path) for path in schema.files],
        "generated": sorted(generated),
        "handwritten": list(handwritten),
    }
    return json.dumps(lists, indent=1) + "\n"


def write(path: Path, text: str) -> None:
    """Writes it, and leaves one alone that says the same."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
