# SPDX-License-Identifier: Apache-2.0
"""Back ends from outside of the tree.

    backend = find("tally:Tally")
    generate(load("kiln.json"), Path("out"), plugins=[backend])

docs/qapigen-backends.md shows how to write one.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePosixPath
from typing import Protocol

from codegen.schema import Schema

GROUP = "qapigen.backends"


class Backend(Protocol):
    """What a plugin is: an object without arguments to its class, with this function."""

    # pylint: disable=too-few-public-methods

    def files(self, schema: Schema) -> Iterable[tuple[str, str]]:
        """The files to write: the path of each, below the output directory, and its text."""


class PluginError(Exception):
    """There is no such back end, or it is none."""


def find(name: str) -> Backend:
    """Returns the back end `MODULE:CLASS`, or the one that an installed package names so.

    >>> find("nothing")
    Traceback (most recent call last):
    codegen.plugins.PluginError: no back end 'nothing'
    """
    if ":" in name:
        module, _, attribute = name.partition(":")
        made = _import(module, attribute)()
    else:
        found = entry_points(group=GROUP, name=name)
        if not found:
            raise PluginError(f"no back end '{name}'")
        made = next(iter(found)).load()()
    if not callable(getattr(made, "files", None)):
        raise PluginError(f"'{name}' is no back end: it has no function 'files'")
    backend: Backend = made
    return backend


def _import(module: str, attribute: str) -> type[Backend]:
    try:
        found = getattr(import_module(module), attribute)
    except ImportError as error:
        raise PluginError(f"cannot import back end '{module}': {error}") from error
    except (AttributeError, ValueError) as error:
        raise PluginError(f"no back end '{module}:{attribute}': {error}") from error
    if not callable(found):
        raise PluginError(f"'{module}:{attribute}' is no class")
    made: type[Backend] = found
    return made


def texts(backend: Backend, schema: Schema) -> dict[str, str]:
    """What a back end makes: texts by their paths below the output directory."""
    made = {}
    for name, text in backend.files(schema):
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts:
            raise PluginError(f"'{name}' is not below the output directory")
        made[relative.as_posix()] = text
    return made


def source(backend: Backend) -> str:
    """Path of the file that a back end is from."""
    return os.path.abspath(inspect.getfile(type(backend)))
