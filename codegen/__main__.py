# SPDX-License-Identifier: Apache-2.0
"""The command line of qapigen.

qapigen reads a QAPI schema, says all that is wrong with it, and generates from it.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.diagrams import FORMATS, draw
from codegen.docs import DIALECTS
from codegen.evolution import compare
from codegen.explain import explain, not_found, overview, page
from codegen.frontend import load
from codegen.fuzz import FORMATS as FUZZ_FORMATS
from codegen.introspect import introspect
from codegen.ir import to_ir
from codegen.messages.base import SchemaError
from codegen.plugins import PluginError, find, write
from codegen.schema import Schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SchemaError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qapigen", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--doc-dialect", choices=DIALECTS, help="how to read doc comments (default: 8.2)"
    )

    check = verbs.add_parser("check", parents=[common], help="say what is wrong with a schema")
    check.add_argument("file", metavar="FILE")
    check.set_defaults(run=_check)

    introspection = verbs.add_parser(
        "introspect", parents=[common], help="print the schema as QMP's query-qmp-schema does"
    )
    introspection.add_argument("file", metavar="FILE")
    introspection.set_defaults(run=_introspect)

    generate = verbs.add_parser("generate", parents=[common], help="write code and documents")
    generate.add_argument("file", metavar="FILE")
    generate.add_argument("--output", metavar="DIR", type=Path, required=True)
    generate.add_argument(
        "--backend",
        metavar="NAME",
        nargs="+",
        action="extend",
        help="what to write (default: all of qapigen's own); MODULE:CLASS for one of yours",
    )
    generate.add_argument(
        "--manifest", metavar="FILE", type=Path, help="list what was read and made, as JSON"
    )
    generate.set_defaults(run=_generate)

    model = verbs.add_parser("ir", parents=[common], help="print the checked schema as JSON")
    model.add_argument("file", metavar="FILE")
    model.set_defaults(run=_ir)

    phases = verbs.add_parser("phases", parents=[common], help="print the phase machine")
    phases.add_argument("file", metavar="FILE")
    phases.add_argument("--format", choices=sorted(FORMATS), default="json")
    phases.set_defaults(run=_phases)

    fuzz = verbs.add_parser(
        "fuzz", parents=[common], help="print a dictionary or a grammar of requests for a fuzzer"
    )
    fuzz.add_argument("file", metavar="FILE")
    fuzz.add_argument("--format", choices=sorted(FUZZ_FORMATS), default="dict")
    fuzz.set_defaults(run=_fuzz)

    diff = verbs.add_parser(
        "diff", parents=[common], help="compare two schemas; status 1 for a breaking change"
    )
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    diff.set_defaults(run=_diff)

    explanation = verbs.add_parser("explain", help="explain a message, or list all of them")
    explanation.add_argument("code", metavar="CODE", nargs="?", help="such as E0302")
    explanation.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="of the list of all"
    )
    explanation.set_defaults(run=_explain)
    return parser


def _check(options: argparse.Namespace) -> int:
    load(options.file, options.doc_dialect)
    return 0


def _introspect(options: argparse.Namespace) -> int:
    entries = introspect(load(options.file, options.doc_dialect))
    print(json.dumps(entries, indent=1))
    return 0


def _generate(options: argparse.Namespace) -> int:
    # What it takes to render is not needed, and not loaded, for the other verbs.
    # pylint: disable-next=import-outside-toplevel
    from codegen.backends import BACKENDS, generate

    names = options.backend or []
    own = [name for name in names if name in BACKENDS]
    try:
        others = [find(name) for name in names if name not in BACKENDS]
        schema = load(options.file, options.doc_dialect)
        if own or not names:
            generate(schema, options.output, own, options.manifest)
        for backend in others:
            write(backend, schema, options.output)
    except PluginError as error:
        print(f"qapigen: {error}; of its own it has {', '.join(BACKENDS)}", file=sys.stderr)
        return 1
    return 0


def _ir(options: argparse.Namespace) -> int:
    print(json.dumps(to_ir(load(options.file, options.doc_dialect)), indent=1))
    return 0


def _phases(options: argparse.Namespace) -> int:
    schema = load(options.file, options.doc_dialect)
    if schema.phases is None:
        print(f"{options.file}: no phases govern commands", file=sys.stderr)
        return 1
    sys.stdout.write(draw(schema, options.format))
    return 0


def _fuzz(options: argparse.Namespace) -> int:
    sys.stdout.write(FUZZ_FORMATS[options.format](load(options.file, options.doc_dialect)))
    return 0


def _diff(options: argparse.Namespace) -> int:
    changes = compare(
        *(_load_any(path, options.doc_dialect) for path in (options.old, options.new))
    )
    sys.stdout.write(changes.render(options.format))
    return int(changes.is_breaking)


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        sys.stdout.write(page() if options.format == "markdown" else overview())
        return 0
    text = explain(options.code)
    if text is None:
        print(not_found(options.code), file=sys.stderr)
        return 1
    sys.stdout.write(text)
    return 0


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


if __name__ == "__main__":
    sys.exit(main())
