# SPDX-License-Identifier: Apache-2.0
"""The command line of qapigen.

qapigen reads a QAPI schema, says all that is wrong with it, and generates from it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from codegen.choices import DIALECTS, FUZZ_FORMATS, PHASE_FORMATS
from codegen.messages.base import SchemaError


def _folder(text: str) -> str:
    """Takes a folder's name; an empty one, as of a variable that is not set, is none."""
    if not text:
        raise argparse.ArgumentTypeError("a folder is expected, found ''")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; returns the exit status."""
    options = _parser().parse_args(arguments)
    verb = import_module(f"codegen.verbs.{options.verb}")
    try:
        status = int(verb.run(options))
        # At the end it would be too late to say that it cannot be written.
        sys.stdout.flush()
        return status
    except SchemaError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at the end.
        _drop_output()
        return 1
    except OSError as error:
        print(f"qapigen: {error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        _drop_output()
        return 1


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qapigen", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--doc-dialect", choices=DIALECTS, help="how to read doc comments (default: 8.2)"
    )

    check = verbs.add_parser("check", parents=[common], help="say what is wrong with a schema")
    check.add_argument("file", metavar="FILE")
    check.set_defaults(verb="check")

    introspection = verbs.add_parser(
        "introspect", parents=[common], help="print the schema as QMP's query-qmp-schema does"
    )
    introspection.add_argument("file", metavar="FILE")
    introspection.set_defaults(verb="introspect")

    generate = verbs.add_parser("generate", parents=[common], help="write code and documents")
    generate.add_argument("file", metavar="FILE")
    generate.add_argument("--output", metavar="DIR", required=True, type=_folder)
    generate.add_argument(
        "--backend",
        metavar="NAME",
        nargs="+",
        action="extend",
        help="what to write; MODULE:CLASS for one of yours (default: those kept with the sources, "
        "that is all but completion, man, python-client and site)",
    )
    generate.add_argument("--manifest", metavar="FILE", help="list what was read and made, as JSON")
    generate.add_argument(
        "--format", action="store_true", help="let clang-format break lines, for files to commit"
    )
    generate.set_defaults(verb="generate")

    model = verbs.add_parser("ir", parents=[common], help="print the checked schema as JSON")
    model.add_argument("file", metavar="FILE")
    model.set_defaults(verb="ir")

    phases = verbs.add_parser("phases", parents=[common], help="print the phase machine")
    phases.add_argument("file", metavar="FILE")
    phases.add_argument("--format", choices=PHASE_FORMATS, default="json")
    phases.set_defaults(verb="phases")

    fuzz = verbs.add_parser(
        "fuzz", parents=[common], help="print a dictionary or a grammar of requests for a fuzzer"
    )
    fuzz.add_argument("file", metavar="FILE")
    fuzz.add_argument("--format", choices=FUZZ_FORMATS, default="dict")
    fuzz.set_defaults(verb="fuzz")

    diff = verbs.add_parser(
        "diff", parents=[common], help="compare two schemas; status 1 for a breaking change"
    )
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    diff.set_defaults(verb="diff")

    explanation = verbs.add_parser("explain", help="explain a message, or list all of them")
    explanation.add_argument("code", metavar="CODE", nargs="?", help="such as E0302")
    explanation.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="of the list of all"
    )
    explanation.set_defaults(verb="explain")
    return parser


if __name__ == "__main__":
    sys.exit(main())
