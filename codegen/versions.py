# SPDX-License-Identifier: Apache-2.0
"""Versions of a program, as state members name them: `1.2`, `2.0.1`."""

from __future__ import annotations

import re

_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){0,3}", re.ASCII)


def parse_version(text: object) -> tuple[int, ...] | None:
    """Returns what versions are compared by; nothing if the text is none.

    >>> parse_version("1.10") > parse_version("1.9"), parse_version("2.0") == parse_version("2")
    (True, True)
    >>> parse_version("1.x"), parse_version(1.2)
    (None, None)
    """
    if not isinstance(text, str) or not _VERSION.fullmatch(text):
        return None
    numbers = [int(part) for part in text.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
