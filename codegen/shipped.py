# SPDX-License-Identifier: Apache-2.0
"""Schemas that come with qapigen, for any program to include.

    { 'include': 'qapigen/base.json' }
"""

import os

DIRECTORY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schemas")
_PREFIX = "qapigen/"


def find_include(includer: str, path: str) -> str:
    """The path of an included file: beside the file that includes it, or of what is shipped.

    >>> find_include("schema/main.json", "devices/fan.json")
    'schema/devices/fan.json'
    >>> find_include("schema/main.json", "qapigen/base.json") == f"{DIRECTORY}/qapigen/base.json"
    True
    """
    beside = os.path.join(os.path.dirname(includer), path)
    shipped = os.path.join(DIRECTORY, path)
    if path.startswith(_PREFIX) and not os.path.exists(beside) and os.path.exists(shipped):
        return shipped
    return beside


def is_shipped(absolute: str) -> bool:
    """Tells whether a schema file is one of these."""
    return absolute.startswith(DIRECTORY + os.sep)


def module_file(absolute: str, directory: str) -> str:
    """How a schema file is called: by its path below that of the main schema, or below these."""
    return os.path.relpath(absolute, DIRECTORY if is_shipped(absolute) else directory)
