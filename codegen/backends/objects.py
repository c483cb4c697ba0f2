# SPDX-License-Identifier: Apache-2.0
"""Back end `objects`: properties, saved state and ports of object types, and their table."""

from collections.abc import Iterator

from codegen import cpp, names
from codegen.backends.common import file_path, file_stem, source_of
from codegen.backends.fields import Field
from codegen.backends.object_rows import AliasRow, FdtRow, PortRow, PropertyRow, alias_rows
from codegen.backends.type_views import StructView
from codegen.backends.types import needs_constraints, type_headers
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Module, ObjectType, Schema


@dataclass(frozen=True, kw_only=True)
class PropsView(StructView):
    """A struct of all properties; those that only report are in it too."""

    type: ObjectType

    @property
    def fields(self) -> list[Field]:
        return [Field(item) for item in self.type.all_properties]


@dataclass(frozen=True, kw_only=True)
class StateView(StructView):
    """A struct that is read from snapshots, older ones among them."""

    @property
    def retired(self) -> list[Field]:
        """What only older ones hold."""
        return [field for field in self.fields if field.is_retired]


@dataclass(frozen=True, slots=True)
class ObjectView:
    """An object type."""

    type: ObjectType
    row: int
    """Its place in the table"""
    base_row: int
    """That of its base; -1 for the root"""
    namespace: str
    """Of generated types"""
    aliases: tuple[AliasRow, ...]
    """Names that others have for it and for what it has"""

    @property
    def name(self) -> str:
        return self.type.name

    @property
    def doc(self) -> str:
        return self.type.doc.overview or f"See `{self.name}`."

    @property
    def constant(self) -> str:
        """What the names of its constants begin with."""
        return names.constant(self.name)

    @property
    def create_function(self) -> str:
        return f"create_{names.snake(self.name)}"

    @property
    def props(self) -> StructView:
        return PropsView(definition=self.type.props, struct=self.type.props, type=self.type)

    @property
    def state(self) -> StateView:
        return StateView(definition=self.type.saved, struct=self.type.saved)

    @property
    def port_struct(self) -> str:
        return self.type.port_struct

    @property
    def properties(self) -> list[PropertyRow]:
        return [PropertyRow(item, self.type, self.namespace) for item in self.type.all_properties]

    @property
    def ports(self) -> list[PortRow]:
        """Regions, inputs, outputs, each numbered from zero."""
        ports = self.type.ports
        rows = [
            PortRow("Mmio", i, region, self.type, self.namespace)
            for i, region in enumerate(ports.mmio)
        ]
        rows += [
            PortRow("IrqIn", i, port, self.type, self.namespace)
            for i, port in enumerate(ports.irq_in)
        ]
        return rows + [
            PortRow("IrqOut", i, port, self.type, self.namespace)
            for i, port in enumerate(ports.irq_out)
        ]

    @property
    def fdt_node(self) -> str:
        return (self.type.fdt.node or self.name) if self.type.fdt else ""

    @property
    def fdt_properties(self) -> list[FdtRow]:
        return [FdtRow(item) for item in self.type.fdt.properties] if self.type.fdt else []

    @property
    def compatible_list(self) -> str:
        return ", ".join(cpp.string(name) for name in self.type.compatible)

    @property
    def load_arguments(self) -> str:
        """The state struct, and its members whose length is that of a property."""
        state = f"{self.namespace}::{self.state.cpp_name}"
        counted = [
            field
            for field in self.state.fields
            if isinstance(field.member.count, str) and not field.is_retired
        ]
        return ", ".join([state, *(f"&{state}::{field.cpp_name}" for field in counted)])


@dataclass(frozen=True, slots=True)
class ObjectsModule:
    """The object types of one schema file."""

    schema: Schema
    module: Module
    objects: tuple[ObjectView, ...]

    @property
    def source(self) -> str:
        return source_of(self.schema, self.module)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def handlers(self) -> str:
        return self.schema.pragma.handlers

    @property
    def handwritten(self) -> str:
        """Where the create functions are defined; nothing when all types are abstract."""
        if all(item.type.is_abstract for item in self.objects):
            return ""
        return f"{self.handlers}/{file_path(self.module)}.cpp"

    @property
    def header(self) -> str:
        return f"generated/objects/{file_stem(self.schema, self.module)}.h"

    @property
    def _structs(self) -> tuple[StructView, ...]:
        return tuple(view for item in self.objects for view in (item.props, item.state))

    @property
    def includes(self) -> list[str]:
        own = [header for view in self._structs for header in view.includes]
        held = [held for view in self._structs for held in view.held_types]
        others = type_headers(self.schema, held)
        return cpp.sorted_includes([*own, *others, "<memory>", '"vm/base/result.h"'])

    @property
    def needs_constraints(self) -> bool:
        return any(needs_constraints(item.state) for item in self.objects)


@dataclass(frozen=True, slots=True)
class ObjectTable:
    schema: Schema
    modules: tuple[ObjectsModule, ...]

    @property
    def source(self) -> str:
        return source_of(self.schema)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def objects(self) -> list[ObjectView]:
        """In the order of their rows."""
        objects = [item for module in self.modules for item in module.objects]
        return sorted(objects, key=lambda item: item.row)

    @property
    def paths(self) -> list[AliasRow]:
        """Paths that others have for ours."""
        tables = self.schema.alias_tables
        return [AliasRow("Path", alias, table.name) for table in tables for alias in table.paths]

    @property
    def assumed(self) -> list[AliasRow]:
        """Objects that machines of others always have."""
        tables = self.schema.alias_tables
        return [
            AliasRow("Assumed", alias, table.name) for table in tables for alias in table.assumes
        ]

    @property
    def rows_by_name(self) -> list[int]:
        return [item.row for item in sorted(self.objects, key=lambda item: item.name)]

    @property
    def includes(self) -> list[str]:
        return cpp.sorted_includes(f'"{module.header}"' for module in self.modules)


def table_of(schema: Schema) -> ObjectTable:
    """All object types, a base before what derives from it."""
    ordered = sorted(schema.objects, key=lambda item: len(item.lineage))
    rows = {item.name: row for row, item in enumerate(ordered)}
    modules = []
    for module in schema.modules:
        views = tuple(
            ObjectView(
                item,
                rows[item.name],
                rows.get(item.base_name, -1),
                schema.pragma.namespace,
                tuple(alias_rows(schema, item)),
            )
            for item in module.objects
        )
        if views:
            modules.append(ObjectsModule(schema, module, views))
    return ObjectTable(schema, tuple(modules))


def files(schema: Schema) -> Iterator[File]:
    """A header and a source for each module that has object types, and one table."""
    table = table_of(schema)
    for module in table.modules:
        path = f"objects/{file_stem(schema, module.module)}"
        yield File(f"{path}.h", "objects.h.j2", {"module": module})
        yield File(f"{path}.cpp", "objects.cpp.j2", {"module": module})
    if table.modules:
        yield File("objects/object_table.h", "object_table.h.j2", {"table": table})
        yield File("objects/object_table.cpp", "object_table.cpp.j2", {"table": table})
