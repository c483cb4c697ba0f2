# SPDX-License-Identifier: Apache-2.0
"""Explains a message, or lists all of them."""

import argparse
import sys

from codegen.explain import explain, not_found, overview, page


def run(options: argparse.Namespace) -> int:
    if options.code is None:
        sys.stdout.write(page() if options.format == "markdown" else overview())
        return 0
    text = explain(options.code)
    if text is None:
        print(not_found(options.code), file=sys.stderr)
        return 1
    sys.stdout.write(text)
    return 0
