# SPDX-License-Identifier: Apache-2.0
"""What several back ends need."""

import re
from functools import cache
from pathlib import Path

from codegen.records import dataclass
from codegen.schema import Module, Schema


@cache
def _folder(path: str) -> str:
    return Path(path).resolve().parent.name


def source_of(schema: Schema, module: Module | None = None) -> str:
    """How generated files name what they are from: `schema/run-state.json`, or the folder."""
    if module and module.is_shipped:
        return module.file
    return f"{_folder(schema.files[0])}/{module.file if module else ''}"


@dataclass(frozen=True)
class SchemaView:
    """What templates see that are about a whole schema."""

    schema: Schema

    @property
    def source(self) -> str:
        return source_of(self.schema)

    @property
    def program(self) -> str:
        return self.schema.pragma.program

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace


def file_path(module: Module) -> str:
    """The path of the module's handwritten file: that of its schema file, in snake case.

    >>> from codegen.schema import Module
    >>> file_path(Module("devices/aclint-mtimer", "devices/aclint-mtimer.json", (), ()))
    'devices/aclint_mtimer'
    """
    return _spelled(module.name)


@cache
def _spelled(name: str) -> str:
    return re.sub(r"[^a-z0-9/]+", "_", name.lower()) or "builtin"


def file_stem(schema: Schema, module: Module) -> str:
    """The name of the module's generated files: that of its schema file, in snake case.

    Its folder is part of the name only where two schema files are called the same.
    """
    name = _base(module)
    return name if _bases(schema).count(name) == 1 else file_path(module)


def _base(module: Module) -> str:
    return file_path(module).rpartition("/")[2]


def _bases(schema: Schema) -> list[str]:
    return [_base(module) for module in schema.modules]
