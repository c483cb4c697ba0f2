# SPDX-License-Identifier: Apache-2.0
"""Rows of the object table: properties, ports, and properties of device-tree nodes."""

from codegen import cpp, names
from codegen.records import dataclass
from codegen.schema import (
    Alias,
    FdtProperty,
    IrqPort,
    MmioRegion,
    ObjectType,
    Property,
    Schema,
    Use,
)


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A constant that holds the bounds of a property."""

    name: str
    number: str
    low: str
    high: str
    unit: str


@dataclass(frozen=True, slots=True)
class PropertyRow:
    item: Property
    owner: ObjectType
    namespace: str

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def type(self) -> str:
        return self.item.type.text

    @property
    def doc(self) -> str:
        return self.item.doc

    @property
    def use(self) -> str:
        return names.pascal(self.item.use.value)

    @property
    def is_mandatory(self) -> bool:
        return self.item.is_mandatory and self.item.use is not Use.TELEMETRY

    @property
    def default_json(self) -> str:
        default = self.item.default
        if default is None:
            return ""
        is_size = self.item.type.name == "size" and isinstance(default.value, str)
        return cpp.json_text(cpp.size_in_bytes(default.value) if is_size else default.value)

    @property
    def special(self) -> str:
        return cpp.special(self.item.features)

    @property
    def member(self) -> str:
        """A pointer to the data member."""
        return f"&{self.namespace}::{self.owner.props.cpp_name}::{self.item.cpp_name}"

    @property
    def range(self) -> RangeRow | None:
        bounds = self.item.range
        if bounds is None:
            return None
        return RangeRow(
            f"{names.constant(self.owner.name)}{names.pascal(self.name)}Range",
            cpp.bound_type(self.item.type),
            cpp.number(bounds.low),
            cpp.number(bounds.high),
            self.item.unit,
        )

    @property
    def set(self) -> str:
        is_size = self.item.type.name == "size"
        arguments = [self.member, self.range.name] if self.range else [self.member]
        function = "decode_size_property" if is_size else "decode_property"
        return f"{function}<{', '.join(arguments)}>"

    @property
    def length(self) -> str:
        """Of an array with declared bounds; empty for other properties."""
        bound = self.item.bound
        return "" if bound is None else _amount(self.owner, self.namespace, bound)

    @property
    def is_link(self) -> bool:
        return self.item.type.is_link


@dataclass(frozen=True, slots=True)
class PortRow:
    kind: str
    index: int
    """Among the ports of its kind"""
    port: MmioRegion | IrqPort
    owner: ObjectType
    namespace: str

    @property
    def name(self) -> str:
        return self.port.name

    @property
    def constant(self) -> str:
        return names.constant(self.name)

    @property
    def doc(self) -> str:
        docs = (ancestor.doc.members.get(self.name, "") for ancestor in self.owner.lineage)
        return self.port.doc or next((doc for doc in docs if doc), "")

    @property
    def region_kind(self) -> str:
        """Empty for registers, and for what is no region."""
        memory = self.port.memory if isinstance(self.port, MmioRegion) else "io"
        return "" if memory == "io" else names.pascal(memory)

    @property
    def size(self) -> str:
        return (
            _amount(self.owner, self.namespace, self.port.size)
            if isinstance(self.port, MmioRegion)
            else ""
        )

    @property
    def count(self) -> str:
        count = self.port.count
        return "" if count is None else _amount(self.owner, self.namespace, count)

    @property
    def fdt_cell(self) -> int | None:
        return self.port.fdt_cell if isinstance(self.port, IrqPort) else None


def _amount(owner: ObjectType, namespace: str, amount: int | str) -> str:
    """A PortBound: a number, or a property that holds one."""
    if isinstance(amount, int):
        return f"{{.number = {cpp.integer(amount)}}}"
    members = {item.name: item.cpp_name for item in owner.all_properties}
    props = f"{namespace}::{owner.props.cpp_name}"
    return f"{{.property = number_property<&{props}::{members[amount]}>}}"


@dataclass(frozen=True, slots=True)
class AliasRow:
    """A name that another emulator has for one of ours."""

    kind: str
    alias: Alias
    emulator: str

    @property
    def name(self) -> str:
        return self.alias.name

    @property
    def target(self) -> str:
        return self.alias.target

    @property
    def values(self) -> str:
        """As JSON: an object from theirs to ours, a list of those that say nothing; or empty."""
        if self.alias.only:
            return cpp.json_text(list(self.alias.only))
        return cpp.json_text(self.alias.values) if self.alias.values else ""


def alias_rows(schema: Schema, item: ObjectType) -> list[AliasRow]:
    """The other names of an object type, and of what it and its bases have."""
    return [
        AliasRow(kind, alias, table.name)
        for table, entry in schema.aliases_of(item)
        for kind, aliases in (
            ("Type", entry.types),
            ("Property", entry.properties),
            ("Port", entry.ports),
            ("Child", entry.children),
            ("Given", entry.given),
        )
        for alias in aliases
    ]


@dataclass(frozen=True, slots=True)
class FdtRow:
    row: FdtProperty

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def source(self) -> str:
        """The object's property whose value it has; empty for a literal."""
        value = self.row.value
        return value[1:] if isinstance(value, str) and value.startswith("$") else ""

    @property
    def json(self) -> str:
        return cpp.json_text(self.row.value)
