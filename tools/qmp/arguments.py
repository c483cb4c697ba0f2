# SPDX-License-Identifier: Apache-2.0
"""What the tools are called with: an address, or an emulator to start."""

from __future__ import annotations

import argparse
import sys


def make_parser(documentation: str | None) -> argparse.ArgumentParser:
    """Makes a parser for a tool with such a docstring."""
    summary, _, more = (documentation or "").partition("\n")
    parser = argparse.ArgumentParser(
        usage="%(prog)s [ADDRESS | --exec] ... [-- COMMAND ...]",
        description=summary,
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("address", nargs="?", help="unix:PATH, tcp:HOST:PORT or PATH")
    parser.add_argument("--exec", action="store_true", help="start the COMMAND behind `--`")
    return parser


def parse(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Parses the command line; what stands behind `--` becomes `command`."""
    own, command = sys.argv[1:], []
    if "--" in own:
        end = own.index("--")
        own, command = own[:end], own[end + 1 :]
    arguments = parser.parse_args(own)
    arguments.command = command
    if arguments.exec != bool(command) or arguments.exec == bool(arguments.address):
        parser.error("needs either an address, or --exec and a command behind `--`")
    return arguments
