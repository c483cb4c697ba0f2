# SPDX-License-Identifier: Apache-2.0
"""Asks an emulator that ends with its answer."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

from checks.model import ROOT

PROGRAM = ROOT / os.environ.get("COLDPLUG", "build/release/coldplug")


def joined(words: Iterable[str]) -> str:
    """Makes one argument of an option of several, whose commas are no separators.

    >>> joined(["type=virt", "append=a,b"])
    'type=virt,append=a,,b'
    """
    return ",".join(word.replace(",", ",,") for word in words)


def answer_of(*options: str) -> Any:
    """Gives the answer; the emulator's own complaints go to standard error, and end us too."""
    done = subprocess.run(
        [PROGRAM, *options, "--output", "json", "--quit"],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(done.returncode)
    return json.loads(done.stdout)
