# SPDX-License-Identifier: Apache-2.0
"""Colours for what the eye looks for, under the rules of runtime/cli/style.cpp."""

from __future__ import annotations

import os
from enum import Enum
from typing import TextIO


class Look(Enum):
    """What a line is."""

    PLAIN = ""
    PROMPT = "1"
    EVENT = "36"
    ERROR = "1;31"


def shows_colors(stream: TextIO) -> bool:
    """On a terminal that knows colours, unless NO_COLOR is set to anything."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("TERM", "") not in ("", "dumb")


def painted(text: str, look: Look) -> str:
    """The text as such a line looks.

    >>> painted("error", Look.ERROR)
    '\\x1b[1;31merror\\x1b[0m'
    >>> painted("", Look.ERROR) + painted("answer", Look.PLAIN)
    'answer'
    """
    return f"\x1b[{look.value}m{text}\x1b[0m" if text and look is not Look.PLAIN else text


def painted_prompt(text: str) -> str:
    """The same for a prompt: readline must know which characters take no room.

    >>> painted_prompt("(qmp) ")
    '\\x01\\x1b[1m\\x02(qmp) \\x01\\x1b[0m\\x02'
    """
    return f"\x01\x1b[{Look.PROMPT.value}m\x02{text}\x01\x1b[0m\x02"
