# SPDX-License-Identifier: Apache-2.0
"""The types of a checked schema.

Everything is frozen.  A use of a type (`TypeRef`) finds its definition in the table that all
uses share, so that types may refer to each other in any order and in circles.
"""

# These are records, as wide as the language is.
# pylint: disable=too-many-instance-attributes

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum as PythonEnum
from typing import Any
from typing import Union as OneOf

from codegen.names import pascal
from codegen.records import dataclass, field


class Kind(PythonEnum):
    """What a type is; `value` is the word that templates compare with."""

    BUILTIN = "builtin"
    ENUM = "enum"
    STRUCT = "struct"
    UNION = "union"
    ALTERNATE = "alternate"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a definition starts, for error messages and generated comments."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Condition:
    """An `if`: a name, or `all`, `any` or `not` of other conditions."""

    operator: str
    """`defined`, `all`, `any` or `not`"""
    name: str = ""
    """The configuration symbol, for `defined`"""
    operands: tuple[Condition, ...] = ()

    @property
    def cpp(self) -> str:
        """The condition as a preprocessor expression."""
        match self.operator:
            case "defined":
                return f"defined({self.name})"
            case "not":
                return f"!{self.operands[0].cpp_operand}"
            case _:
                joint = " && " if self.operator == "all" else " || "
                return joint.join(operand.cpp_operand for operand in self.operands)

    @property
    def cpp_operand(self) -> str:
        return f"({self.cpp})" if len(self.operands) > 1 else self.cpp

    @property
    def text(self) -> str:
        """The condition in words, for documentation."""
        match self.operator:
            case "defined":
                return self.name
            case "not":
                return f"not {self.operands[0].text_operand}"
            case _:
                joint = " and " if self.operator == "all" else " or "
                return joint.join(operand.text_operand for operand in self.operands)

    @property
    def text_operand(self) -> str:
        return f"({self.text})" if len(self.operands) > 1 else self.text


@dataclass(frozen=True, slots=True)
class Feature:
    name: str
    doc: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the schema; wrapped, so that null differs from nothing."""

    value: Any
    """As Python's json would read it"""


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends are included; for strings and arrays it bounds the length."""

    low: int | float
    high: int | float


@dataclass(frozen=True, slots=True)
class Doc:
    """What a doc comment says; texts keep their line breaks, without the `#` margin."""

    overview: str = ""
    members: Mapping[str, str] = field(default_factory=dict)
    features: Mapping[str, str] = field(default_factory=dict)
    returns: str = ""
    errors: str = ""
    since: str = ""
    notes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The first paragraph, in one line."""
        return " ".join(self.overview.split("\n\n", maxsplit=1)[0].split())


@dataclass(frozen=True, slots=True)
class TypeRef:
    """A use of a type: the name of its element type, and whether it is an array of it."""

    name: str
    is_list: bool = False
    link: str = ""
    """For `link<TYPE>`: TYPE; `name` is then `str`, the path or id of the object"""
    table: Mapping[str, Type] = field(default_factory=dict, compare=False, repr=False)

    @property
    def definition(self) -> Type:
        return self.table[self.name]

    @property
    def kind(self) -> str:
        """Kind of the element: builtin, enum, struct, union, alternate or object."""
        return self.definition.kind.value

    @property
    def is_link(self) -> bool:
        return bool(self.link)

    @property
    def element(self) -> TypeRef:
        return TypeRef(self.name, False, self.link, self.table)

    @property
    def text(self) -> str:
        """As the schema would write it: `str`, `[int]`, `link<chardev>`."""
        name = f"link<{self.link}>" if self.link else self.name
        return f"[{name}]" if self.is_list else name


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object type, or an argument of a command."""

    name: str
    cpp_name: str
    type: TypeRef
    optional: bool
    """Written with a `*`; see `is_mandatory` for what the wire demands"""
    doc: str = ""
    where: Location = Location("", 0)
    condition: Condition | None = None
    features: tuple[Feature, ...] = ()
    default: Literal | None = None
    range: Range | None = None
    unit: str = ""
    example: Literal | None = None
    count: int | str | None = None
    """Of `state` members: elements of a fixed array, or the property that holds their number"""
    since: str = ""
    """Of `state` members: the first version that saves it; empty: every one before `until`"""
    until: str = ""
    """Of `state` members: the first version that no longer saves it; empty: it is saved"""
    is_open: bool = False
    """A `**name`: collects what is not declared"""
    open_object: str = ""
    """For an open member: the string member that names the object type, if it says so"""
    open_base: str = ""
    """For an open member: the object type that the named one must derive from"""
    is_recursive: bool = False
    """Holding it by value would make its type contain itself"""

    @property
    def is_mandatory(self) -> bool:
        """Must be present on the wire."""
        return not self.optional and self.default is None and not self.is_open

    @property
    def is_optional_in_cpp(self) -> bool:
        """May be absent in C++: optional, and nothing stands for it."""
        return self.optional and self.default is None and not self.is_open

    def feature(self, name: str) -> bool:
        return any(feature.name == name for feature in self.features)


@dataclass(frozen=True, slots=True)
class EnumValue:
    name: str
    cpp_name: str
    doc: str = ""
    condition: Condition | None = None
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What every named definition has."""

    name: str
    cpp_name: str
    where: Location
    module: str
    doc: Doc = Doc()
    condition: Condition | None = None
    features: tuple[Feature, ...] = ()
    is_implicit: bool = False
    """Has no definition of its own: arguments, properties, views, ..."""

    def feature(self, name: str) -> bool:
        return any(feature.name == name for feature in self.features)


@dataclass(frozen=True, slots=True, kw_only=True)
class Builtin(Definition):
    kind: Kind = Kind.BUILTIN
    json: str
    """JSON type in introspection: string, number, int, boolean, null, value"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum(Definition):
    kind: Kind = Kind.ENUM
    values: tuple[EnumValue, ...]
    prefix: str = ""

    def value(self, name: str) -> EnumValue:
        """Returns the value of that name; there must be one."""
        return next(value for value in self.values if value.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Struct(Definition):
    kind: Kind = Kind.STRUCT
    base: TypeRef | None = None
    members: tuple[Member, ...] = ()
    """Own members, without the base's"""

    @property
    def all_members(self) -> tuple[Member, ...]:
        """The base's members first."""
        return members_of(self.base) + self.members

    @property
    def open_member(self) -> Member | None:
        return next((member for member in self.members if member.is_open), None)


@dataclass(frozen=True, slots=True)
class Variant:
    """One branch of a union; without a type it has no members of its own."""

    case: EnumValue
    cpp_name: str
    type: TypeRef | None
    condition: Condition | None = None
    doc: str = ""
    is_recursive: bool = False

    @property
    def name(self) -> str:
        return self.case.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Union(Definition):
    """Common members, one of which tells the branch; every value of its enum has a branch."""

    kind: Kind = Kind.UNION
    base: TypeRef
    """A struct; implicit when the schema lists its members in place"""
    tag: str
    """Name of the member that tells the branch"""
    variants: tuple[Variant, ...]

    @property
    def discriminator(self) -> Member:
        return next(member for member in self.all_members if member.name == self.tag)

    @property
    def all_members(self) -> tuple[Member, ...]:
        """The common members, without those of the branches."""
        return members_of(self.base)


@dataclass(frozen=True, slots=True)
class AlternateBranch:
    name: str
    cpp_name: str
    type: TypeRef
    json_types: frozenset[str]
    """Which JSON values choose it: string, number, boolean, null, object, array"""
    condition: Condition | None = None
    doc: str = ""
    is_recursive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate(Definition):
    kind: Kind = Kind.ALTERNATE
    branches: tuple[AlternateBranch, ...]


class Use(PythonEnum):
    """When a property may be set."""

    CONFIG = "config"
    CONTROL = "control"
    TELEMETRY = "telemetry"


@dataclass(frozen=True, slots=True)
class Property(Member):
    use: Use = Use.CONFIG
    bound: int | str | None = None
    """For `name[bound]`: a number of elements, or the property that holds it"""
    owner: str = ""
    """The object type that declares it"""


@dataclass(frozen=True, slots=True)
class MmioRegion:
    name: str
    cpp_name: str
    size: int | str
    """Bytes, or the property that holds them"""
    count: int | str | None = None
    memory: str = "io"
    """io, ram or rom"""
    doc: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class IrqPort:
    name: str
    cpp_name: str
    count: int | str | None = None
    fdt_cell: int | None = None
    doc: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Ports:
    mmio: tuple[MmioRegion, ...] = ()
    irq_in: tuple[IrqPort, ...] = ()
    irq_out: tuple[IrqPort, ...] = ()

    def __add__(self, other: Ports) -> Ports:
        return Ports(
            self.mmio + other.mmio, self.irq_in + other.irq_in, self.irq_out + other.irq_out
        )

    @property
    def names(self) -> tuple[str, ...]:
        interrupts = (port.name for port in self.irq_in + self.irq_out)
        return (*(region.name for region in self.mmio), *interrupts)


@dataclass(frozen=True, slots=True)
class FdtProperty:
    name: str
    value: int | str | bool | tuple[int | str, ...]
    """`$name` stands for the value of that property; true for an empty one"""


@dataclass(frozen=True, slots=True)
class FdtNode:
    node: str
    """The node's name, before the `@`; empty for the type's own name"""
    properties: tuple[FdtProperty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType(Definition):
    kind: Kind = Kind.OBJECT
    table: Mapping[str, Type] = field(compare=False, repr=False)
    base_name: str = ""
    is_abstract: bool = False
    properties: tuple[Property, ...] = ()
    """Own properties, without the bases'"""
    own_ports: Ports = Ports()
    state: tuple[Member, ...] = ()
    """Own state members, without the bases'"""
    props_struct: str = ""
    """Name of the implicit struct of all properties"""
    state_struct: str = ""
    """Name of the implicit struct of all saved state"""
    port_struct: str
    """C++ name of the struct of port numbers"""
    compatible: tuple[str, ...] = ()
    hotplug: bool = False
    fdt: FdtNode | None = None

    @property
    def base(self) -> ObjectType | None:
        if not self.base_name:
            return None
        base = self.table[self.base_name]
        assert isinstance(base, ObjectType)
        return base

    @property
    def lineage(self) -> tuple[ObjectType, ...]:
        """The root type first, this one last."""
        return (*self.base.lineage, self) if self.base else (self,)

    @property
    def all_properties(self) -> tuple[Property, ...]:
        """The bases' first."""
        return tuple(item for ancestor in self.lineage for item in ancestor.properties)

    @property
    def all_state(self) -> tuple[Member, ...]:
        """The bases' first."""
        return tuple(item for ancestor in self.lineage for item in ancestor.state)

    @property
    def ports(self) -> Ports:
        """The bases' first."""
        return sum((ancestor.own_ports for ancestor in self.lineage), Ports())

    @property
    def props(self) -> Struct:
        props = self.table[self.props_struct]
        assert isinstance(props, Struct)
        return props

    @property
    def saved(self) -> Struct:
        saved = self.table[self.state_struct]
        assert isinstance(saved, Struct)
        return saved

    def derives_from(self, name: str) -> bool:
        """True for itself too."""
        return any(ancestor.name == name for ancestor in self.lineage)


Type = OneOf[Builtin, Enum, Struct, Union, Alternate, ObjectType]

# The built-in types with their JSON types; `value` is any of them.
BUILTINS = {
    "str": "string",
    "number": "number",
    "int": "int",
    "int8": "int",
    "int16": "int",
    "int32": "int",
    "int64": "int",
    "uint8": "int",
    "uint16": "int",
    "uint32": "int",
    "uint64": "int",
    "size": "int",
    "bool": "boolean",
    "any": "value",
    "null": "null",
}


def builtin_types() -> Iterator[Builtin]:
    """The types that exist without being defined, apart from QType, which is an enum."""
    for name, json in BUILTINS.items():
        yield Builtin(name=name, cpp_name=name, where=Location("", 0), module="", json=json)


def members_of(ref: TypeRef | None) -> tuple[Member, ...]:
    """The members that a struct or union type gives to what it is the base or branch of."""
    if ref is None:
        return ()
    definition = ref.definition
    assert isinstance(definition, (Struct, Union))
    return definition.all_members


def implicit_name(name: str, suffix: str) -> str:
    """Names the implicit type that belongs to a definition.

    >>> implicit_name("device_add", "Args")
    'DeviceAddArgs'
    """
    return pascal(name) + suffix
