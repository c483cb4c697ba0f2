# SPDX-License-Identifier: Apache-2.0
"""Prints a schema as QMP's query-qmp-schema does."""

import argparse
import json

from codegen.frontend import load
from codegen.introspect import introspect


def run(options: argparse.Namespace) -> int:
    entries = introspect(load(options.file, options.doc_dialect))
    print(json.dumps(entries, indent=1))
    return 0
