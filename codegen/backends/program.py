# SPDX-License-Identifier: Apache-2.0
"""Back end `program`: what a program of the runtime library is made of, for its main()."""

from collections.abc import Iterator

from codegen.backends.common import SchemaView, file_stem
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Schema

PHASE_EVENT = "PHASE_CHANGED"


@dataclass(frozen=True)
class ProgramView(SchemaView):
    """What the header shows."""

    @property
    def phase_event_header(self) -> str:
        """Where the event of the shipped schema is, that tells of each move; empty without it."""
        for module in self.schema.modules:
            events = [event.name for event in self.schema.events if event.module == module.name]
            if module.is_shipped and PHASE_EVENT in events:
                return f"generated/events/{file_stem(self.schema, module)}.h"
        return ""


def files(schema: Schema) -> Iterator[File]:
    """One header, for schemas that a program of the runtime library can be made of."""
    if schema.commands and schema.phases:
        yield File("program/program_tables.h", "program_tables.h.j2", {"view": ProgramView(schema)})
