# SPDX-License-Identifier: Apache-2.0
"""Reads a schema and writes what is made of it: `generate`, when something has changed."""

import argparse
import sys
from pathlib import Path

from codegen.backends import BACKENDS, bring_up_to_date, plan_all
from codegen.clang_format import FormatError, format_all
from codegen.freshness import Run
from codegen.frontend import load
from codegen.plugins import PluginError, find


def run(options: argparse.Namespace, present: Run) -> int:
    names = options.backend or []
    output = Path(options.output)
    manifest = Path(options.manifest) if options.manifest else None
    own = [name for name in names if name in BACKENDS]
    try:
        plugins = [find(name) for name in names if name not in BACKENDS]
        schema = load(options.file, options.doc_dialect)
        texts = plan_all(schema, output, own, plugins)
        texts = format_all(texts, output) if options.format else texts
        bring_up_to_date(schema, output, texts, own, manifest, plugins)
    except PluginError as error:
        print(f"qapigen: {error}; of its own it has {', '.join(BACKENDS)}", file=sys.stderr)
        return 1
    except FormatError as error:
        print(f"qapigen: {error}", file=sys.stderr)
        return 1
    # Nobody knows what a plugin reads.
    if not plugins:
        made = [output / path for path in texts]
        present.remember(schema.files, [*made, *([manifest] if manifest else [])])
    return 0
