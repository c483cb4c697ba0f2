# SPDX-License-Identifier: Apache-2.0
"""Rewrites the texts that tests/codegen compares with, and the page of messages, for review.

    python3 -m tests.codegen.bless

It changes what a schema is said to be refused with, never whether it is refused.
"""

import os
import sys

from codegen.explain import page
from codegen.frontend import load
from codegen.messages.base import SchemaError
from tests.codegen.support import MESSAGES, TESTS


def main() -> int:
    """Returns the number of schemas that should be refused and are not."""
    MESSAGES.write_text(page(), encoding="utf-8")
    os.chdir(TESTS / "schema")
    accepted = 0
    for golden in sorted((TESTS / "schema").glob("*.err")):
        name = f"{golden.stem}.json"
        try:
            load(name)
        except SchemaError as error:
            golden.write_text(f"{error}\n", encoding="utf-8")
        else:
            accepted += 1
            print(f"{name} is accepted", file=sys.stderr)
    return accepted


if __name__ == "__main__":
    sys.exit(main())
