# SPDX-License-Identifier: Apache-2.0
"""Back end `events`: a function for each event that emits it."""

from collections.abc import Iterator

from codegen import cpp
from codegen.backends.common import file_stem, source_of
from codegen.backends.types import header_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Condition, Event, Module, Schema


@dataclass(frozen=True, slots=True)
class EventView:
    event: Event

    @property
    def name(self) -> str:
        return self.event.name

    @property
    def function(self) -> str:
        return f"emit_{self.event.cpp_name}"

    @property
    def doc(self) -> str:
        overview = self.event.doc.overview or f"See `{self.name}`."
        limit = self.event.rate_limit
        return f"{overview} Sent {limit.text}." if limit else overview

    @property
    def condition(self) -> Condition | None:
        return self.event.condition

    @property
    def special(self) -> str:
        return cpp.special(self.event.features)

    @property
    def data_type(self) -> str:
        """The type of its data; empty when it carries none."""
        return cpp.value_type(self.event.arguments) if self.event.arguments else ""

    @property
    def limit(self) -> str:
        """A qapi::RateLimit, if there is one."""
        limit = self.event.rate_limit
        if limit is None:
            return ""
        fields = [f".interval = std::chrono::milliseconds({limit.interval})"]
        if limit.key:
            member = next(item for item in self.event.members if item.name == limit.key)
            fields.append(f".key = qapi::encoded(event.{member.cpp_name})")
        return f"qapi::RateLimit{{{', '.join(fields)}}}"

    @property
    def arguments(self) -> str:
        """Of EventBus::emit."""
        data = (
            "qapi::encoded(event, events.compat())"
            if self.data_type
            else "{}"
            if self.limit
            else ""
        )
        return ", ".join(filter(None, [cpp.string(self.name), data, self.limit]))

    @property
    def parameters(self) -> str:
        """After the bus."""
        return f", const {self.data_type}& event" if self.data_type else ""


@dataclass(frozen=True, slots=True)
class EventsModule:
    schema: Schema
    module: Module

    @property
    def events(self) -> list[EventView]:
        return [EventView(event) for event in self.module.events]

    @property
    def source(self) -> str:
        return source_of(self.schema, self.module)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def header(self) -> str:
        return f"generated/events/{file_stem(self.schema, self.module)}.h"

    @property
    def includes(self) -> list[str]:
        used = [event.arguments.definition for event in self.module.events if event.arguments]
        return cpp.sorted_includes(header_of(self.schema, definition) for definition in used)


def files(schema: Schema) -> Iterator[File]:
    """A header and a source for each module that has events."""
    for module in schema.modules:
        if module.events:
            view = EventsModule(schema, module)
            path = f"events/{file_stem(schema, module)}"
            yield File(f"{path}.h", "events.h.j2", {"module": view})
            yield File(f"{path}.cpp", "events.cpp.j2", {"module": view})
