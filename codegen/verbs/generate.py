# SPDX-License-Identifier: Apache-2.0
"""Writes code and documents, unless all of them are as the last run left them."""

import argparse
from importlib import import_module

from codegen import freshness


def run(options: argparse.Namespace) -> int:
    present = freshness.find(options)
    if present.is_current():
        return 0
    # To load what reads a schema and renders takes longer than to see that nothing has changed.
    return int(import_module("codegen.verbs.bring_up_to_date").run(options, present))
