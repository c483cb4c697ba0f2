# SPDX-License-Identifier: Apache-2.0
"""Prints a checked schema as JSON."""

import argparse
import json

from codegen.frontend import load
from codegen.ir import to_ir


def run(options: argparse.Namespace) -> int:
    print(json.dumps(to_ir(load(options.file, options.doc_dialect)), indent=1))
    return 0
