# SPDX-License-Identifier: Apache-2.0
"""Prints a dictionary or a grammar of requests for a fuzzer."""

import argparse
import sys

from codegen.frontend import load
from codegen.fuzz import FORMATS


def run(options: argparse.Namespace) -> int:
    sys.stdout.write(FORMATS[options.format](load(options.file, options.doc_dialect)))
    return 0
