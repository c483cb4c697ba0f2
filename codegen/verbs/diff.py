# SPDX-License-Identifier: Apache-2.0
"""Compares two schemas."""

import argparse
import sys

from codegen.choices import DIALECTS
from codegen.evolution import compare
from codegen.frontend import load
from codegen.messages.base import SchemaError
from codegen.schema import Schema


def run(options: argparse.Namespace) -> int:
    changes = compare(
        *(_load_any(path, options.doc_dialect) for path in (options.old, options.new))
    )
    sys.stdout.write(changes.render(options.format))
    return int(changes.is_breaking)


def _load_any(path: str, dialect: str | None) -> Schema:
    """Loads a schema in whatever dialect its comments are: releases of one schema differ in it."""
    dialects: list[str | None] = [dialect] if dialect else [None, *DIALECTS]
    refusals = []
    for candidate in dialects:
        try:
            return load(path, candidate)
        except SchemaError as error:
            refusals.append(error)
    raise refusals[0]
