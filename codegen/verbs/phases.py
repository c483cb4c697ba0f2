# SPDX-License-Identifier: Apache-2.0
"""Prints the phase machine of a schema."""

import argparse
import sys

from codegen.diagrams import draw
from codegen.frontend import load


def run(options: argparse.Namespace) -> int:
    schema = load(options.file, options.doc_dialect)
    if schema.phases is None:
        print(f"{options.file}: no phases govern commands", file=sys.stderr)
        return 1
    sys.stdout.write(draw(schema, options.format))
    return 0
