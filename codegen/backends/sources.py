# SPDX-License-Identifier: Apache-2.0
"""Back end `sources`: the list of all source files, for CMake."""

from collections.abc import Collection, Iterator

from codegen.backends.common import file_path, file_stem, source_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Schema


def handwritten(schema: Schema, backends: Collection[str]) -> list[str]:
    """What the files of these back ends declare and do not define."""
    handlers = schema.pragma.handlers
    commands = [
        f"{handlers}/commands/{file_stem(schema, module)}.cpp"
        for module in schema.modules
        if "commands" in backends and module.commands and not module.is_shipped
    ]
    objects = [
        f"{handlers}/{file_path(module)}.cpp"
        for module in schema.modules
        if "objects" in backends and any(not item.is_abstract for item in module.objects)
    ]
    return sorted(commands + objects)


@dataclass(frozen=True, slots=True)
class SourcesView:
    schema: Schema
    generated: tuple[str, ...]
    """Paths below the output directory"""

    @property
    def source(self) -> str:
        return source_of(self.schema)

    @property
    def prefix(self) -> str:
        """Of the names of CMake variables."""
        return self.schema.pragma.program.upper().replace("-", "_")

    @property
    def handwritten(self) -> list[str]:
        return handwritten(self.schema, ("commands", "objects"))


def files(schema: Schema, others: list[File]) -> Iterator[File]:
    """One list, of the files that the other back ends make."""
    generated = tuple(sorted(file.path for file in others if file.path.endswith(".cpp")))
    yield File("sources.cmake", "sources.cmake.j2", {"view": SourcesView(schema, generated)})
