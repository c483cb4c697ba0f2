# SPDX-License-Identifier: Apache-2.0
"""The options that every generated program has of itself: those of runtime/cli/help.h."""

BUILTIN_OPTIONS: dict[tuple[str, ...], str] = {
    ("--help", "-h"): "Shows all options, or those of a group.",
    ("--version",): "Shows the version.",
    ("--explicit-phases",): "Walks to no phase that is not named.",
    ("--explain",): "Shows what each option became, and runs nothing.",
    ("--dry-run",): "Checks all, and shows what would be built.",
    ("--output",): "How answers are shown.",
    ("--color",): "Whether help, errors and tables have colours.",
}
PROGRAM = "the program itself"


def builtin_owners() -> dict[str, str]:
    """Gives the owner of each name that is taken before a schema is read."""
    return {name: PROGRAM for names in BUILTIN_OPTIONS for name in names}
