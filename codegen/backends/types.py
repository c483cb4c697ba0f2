# SPDX-License-Identifier: Apache-2.0
"""Back end `types`: the C++ types of each module, with their JSON decoding and encoding."""

from collections.abc import Iterable, Iterator

from codegen import cpp
from codegen.backends.common import file_stem, source_of
from codegen.backends.type_views import TypeView, view_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Command, Definition, Event, Kind, Module, PhaseMachine, Schema, Type


@dataclass(frozen=True, kw_only=True)
class TypesModule:
    """The types that one schema file contributes."""

    schema: Schema
    module: Module
    views: tuple[TypeView, ...]

    @property
    def source(self) -> str:
        return source_of(self.schema, self.module)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def forward_declared(self) -> list[str]:
        """The structs that are held by a vector or a Box before they are defined."""
        names: list[str] = []
        defined: set[str] = set()
        for view in self.views:
            defined.add(view.name)
            for held in view.held_types:
                is_own = held.module == self.module.name and held.kind is not Kind.ENUM
                if is_own and held.name not in defined and held.cpp_name not in names:
                    names.append(held.cpp_name)
        return names

    @property
    def header(self) -> str:
        return f"generated/types/{file_stem(self.schema, self.module)}.h"

    @property
    def opaque_phases(self) -> list[str]:
        """The phases of other modules that ours hold.

        Declaring them is enough, and spares whoever adds a phase to compile all users of our types.
        """
        return sorted({held.cpp_name for held in self._held if is_opaque(self.schema, held)})

    @property
    def _held(self) -> list[Type]:
        """The types of other modules that ours hold."""
        held = (held for view in self.views for held in view.held_types)
        return [item for item in held if item.module != self.module.name]

    @property
    def includes(self) -> list[str]:
        """Of the header."""
        own = [header for view in self.views for header in view.includes]
        held = [item for item in self._held if not is_opaque(self.schema, item)]
        return cpp.sorted_includes(own + type_headers(self.schema, held))

    @property
    def source_includes(self) -> list[str]:
        """Of the .cpp, beside its own header."""
        kinds = {view.kind for view in self.views}
        headers = {
            "<cstddef>": kinds != {"enum"},
            '"runtime/json/enum.h"': "enum" in kinds,
            '"runtime/json/object_type.h"': kinds != {"enum"},
            '"runtime/json/constraint.h"': any(map(needs_constraints, self.views)),
        }
        own = [header for header, is_needed in headers.items() if is_needed]
        opaque = [held for held in self._held if is_opaque(self.schema, held)]
        return cpp.sorted_includes(own + type_headers(self.schema, opaque))


def needs_constraints(view: TypeView) -> bool:
    """Whether its table stands on runtime/json/constraint.h."""
    fields = view.fields
    return any(field.range_name or "std::array" in field.cpp_type for field in fields)


def is_opaque(schema: Schema, held: Type) -> bool:
    """Whether a header that holds a type of another module declares it instead of including it."""
    return any(held.name in phase_enums(machine) for machine in schema.machines)


def phase_enums(machine: PhaseMachine) -> set[str]:
    """The enums that grow with the phases."""
    return {machine.name, machine.group_enum, *(item.view for item in machine.sets if item.view)}


def type_headers(schema: Schema, held: Iterable[Type]) -> list[str]:
    """The headers of types."""
    return [header_of(schema, item) for item in held if item.kind is not Kind.BUILTIN]


def header_of(schema: Schema, definition: Definition) -> str:
    """The header that declares a type."""
    owner = next((item for item in schema.modules if item.name == definition.module), None)
    file = file_stem(schema, owner) if owner else "builtin"
    return f'"generated/types/{file}.h"'


def elsewhere(schema: Schema) -> frozenset[str]:
    """Names of the implicit types that are no types of their own in C++, or live in other files."""
    names = {union.base.name for union in schema.unions if union.base.definition.is_implicit}
    names |= {command.to_enum for command in schema.commands}
    for item in schema.objects:
        names |= {item.props_struct, item.state_struct}
    return frozenset(names)


def summaries(schema: Schema) -> dict[str, str]:
    """What the implicit types of commands and events are."""
    described = {}
    items: list[Command | Event] = [*schema.commands, *schema.events]
    for item in items:
        if item.arguments and item.arguments.definition.is_implicit:
            words = "Arguments of" if isinstance(item, Command) else "What comes with"
            described[item.arguments.name] = f"{words} `{item.name}`."
    return described


def modules_of(schema: Schema) -> Iterator[TypesModule]:
    """The modules that have types, each with its types in an order that C++ accepts."""
    used: set[str] = set()
    for module in schema.modules:
        views = _views_of(schema, module)
        used |= {held.name for view in views for held in view.held_types}
        if views:
            yield TypesModule(schema=schema, module=module, views=views)
    builtin = Module("", "", (), ())
    views = tuple(view for view in _views_of(schema, builtin) if view.name in used)
    if views:
        yield TypesModule(schema=schema, module=builtin, views=views)


def _views_of(schema: Schema, module: Module) -> tuple[TypeView, ...]:
    skipped, known = elsewhere(schema), summaries(schema)
    views = (
        view_of(definition, known.get(definition.name, ""))
        for definition in schema.types_in_order
        if definition.module == module.name and definition.name not in skipped
    )
    present = [view for view in views if view is not None]
    # An array of an enum needs the enum, though types_in_order does not count it as held.
    return tuple(sorted(present, key=lambda view: view.kind != "enum"))


def files(schema: Schema) -> Iterator[File]:
    """A header and a source for each module that has types."""
    for module in modules_of(schema):
        path = f"types/{file_stem(schema, module.module)}"
        yield File(f"{path}.h", "types.h.j2", {"module": module})
        yield File(f"{path}.cpp", "types.cpp.j2", {"module": module})
