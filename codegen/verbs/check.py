# SPDX-License-Identifier: Apache-2.0
"""Says what is wrong with a schema."""

import argparse

from codegen.frontend import load


def run(options: argparse.Namespace) -> int:
    load(options.file, options.doc_dialect)
    return 0
