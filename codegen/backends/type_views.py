# SPDX-License-Identifier: Apache-2.0
"""Types as templates see them: enums, structs, unions and alternates."""

from codegen import cpp
from codegen.backends.fields import Field, headers_for, includes_of
from codegen.names import pascal
from codegen.records import dataclass
from codegen.schema import (
    Alternate,
    AlternateBranch,
    Condition,
    Definition,
    Enum,
    EnumValue,
    Kind,
    Struct,
    Type,
    TypeRef,
    Union,
    Variant,
)


@dataclass(frozen=True, kw_only=True)
class TypeView:
    """What all types have."""

    definition: Definition
    summary: str = ""
    """What it is, for types that the schema does not name"""

    @property
    def kind(self) -> str:
        kind: Kind = getattr(self.definition, "kind")
        return kind.value

    @property
    def name(self) -> str:
        return self.definition.name

    @property
    def cpp_name(self) -> str:
        return self.definition.cpp_name

    @property
    def doc(self) -> str:
        return self.summary or self.definition.doc.overview or f"See `{self.definition.name}`."

    @property
    def condition(self) -> Condition | None:
        return self.definition.condition

    @property
    def fields(self) -> list[Field]:
        return []

    @property
    def rest(self) -> Field | None:
        """The member that takes what is not declared."""
        return None

    @property
    def members_constant(self) -> str:
        return f"k{self.cpp_name}Members"

    @property
    def may_be_empty(self) -> bool:
        """Its members depend on conditions, all of them; C++ has no empty arrays."""
        return bool(self.fields) and all(field.condition for field in self.fields)

    @property
    def members(self) -> str:
        """The span of the rows of its members."""
        if not self.fields:
            return "{}"
        constant = self.members_constant
        if self.may_be_empty:
            return f"std::span({constant}).first(std::size({constant}) - 1)"
        return constant

    def range_constant(self, field: Field) -> str:
        return f"k{self.cpp_name}{field.range_name}"

    @property
    def includes(self) -> list[str]:
        return []

    @property
    def held_types(self) -> list[Type]:
        return []


@dataclass(frozen=True, kw_only=True)
class EnumView(TypeView):
    enum: Enum

    @property
    def names_constant(self) -> str:
        return f"k{self.cpp_name}Names"

    @property
    def type_constant(self) -> str:
        return f"k{self.cpp_name}Type"

    @property
    def values(self) -> tuple[EnumValue, ...]:
        return self.enum.values

    @property
    def has_special(self) -> bool:
        """Some value is deprecated or unstable."""
        return any(cpp.special(value.features) for value in self.values)

    @property
    def special_constant(self) -> str:
        return f"k{self.cpp_name}Special"

    def special_of(self, value: EnumValue) -> str:
        return cpp.special(value.features) or "qapi::Special::None"

    @property
    def includes(self) -> list[str]:
        return ["<string_view>"]


@dataclass(frozen=True, kw_only=True)
class StructView(TypeView):
    struct: Struct

    @property
    def fields(self) -> list[Field]:
        return [Field(member) for member in self.struct.all_members if not member.is_open]

    @property
    def rest(self) -> Field | None:
        """The member that takes what is not declared."""
        return next((Field(item) for item in self.struct.all_members if item.is_open), None)

    @property
    def declared(self) -> list[Field]:
        return self.fields + ([self.rest] if self.rest else [])

    @property
    def includes(self) -> list[str]:
        return includes_of(self.declared)

    @property
    def held_types(self) -> list[Type]:
        return [field.member.type.definition for field in self.fields]


@dataclass(frozen=True, kw_only=True)
class BranchView:
    """An alternative of a variant."""

    name: str
    cpp_name: str
    type: TypeRef | None
    condition: Condition | None
    """Without it there is no such alternative"""
    is_boxed: bool
    type_condition: Condition | None = None
    """Without it the alternative has no members"""
    json_types: tuple[str, ...] = ()

    @property
    def cpp_type(self) -> str:
        if self.type is None:
            return "std::monostate"
        value = cpp.value_type(self.type)
        return f"qapi::Box<{value}>" if self.is_boxed else value

    @property
    def guarded_type(self) -> str:
        """A line of a list of types."""
        line = f"{self.cpp_type},\n"
        if self.type_condition:
            line = f"#if {self.type_condition.cpp}\n{line}#else\nstd::monostate,\n#endif\n"
        return f"#if {self.condition.cpp}\n{line}#endif\n" if self.condition else line

    @property
    def kind_name(self) -> str:
        return pascal(self.name)


def _union_branch(variant: Variant) -> BranchView:
    return BranchView(
        name=variant.name,
        cpp_name=variant.case.cpp_name,
        type=variant.type,
        condition=variant.case.condition,
        is_boxed=variant.is_recursive,
        type_condition=None if variant.condition == variant.case.condition else variant.condition,
    )


@dataclass(frozen=True, kw_only=True)
class VariantView(TypeView):
    """What unions and alternates have in common."""

    @property
    def branches(self) -> list[BranchView]:
        return []

    @property
    def variant_type(self) -> str:
        if not any(branch.condition or branch.type_condition for branch in self.branches):
            return f"qapi::Variant<{', '.join(branch.cpp_type for branch in self.branches)}>"
        # An end that is always there, and never chosen, takes care of the commas.
        guarded = "".join(branch.guarded_type for branch in self.branches)
        return f"qapi::Variant<\n{guarded}std::monostate>"

    @property
    def includes(self) -> list[str]:
        return [*includes_of(self.fields), *headers_for(self.variant_type)]

    @property
    def held_types(self) -> list[Type]:
        branches = [branch.type.definition for branch in self.branches if branch.type]
        return branches + [field.member.type.definition for field in self.fields]


@dataclass(frozen=True, kw_only=True)
class UnionView(VariantView):
    union: Union

    @property
    def branches(self) -> list[BranchView]:
        return [_union_branch(variant) for variant in self.union.variants]

    @property
    def all_fields(self) -> list[Field]:
        """The common members in the order of the schema, the discriminator too."""
        return [Field(member) for member in self.union.all_members]

    @property
    def fields(self) -> list[Field]:
        return [field for field in self.all_fields if not self.is_tag(field)]

    @property
    def tag(self) -> Field:
        return Field(self.union.discriminator)

    def is_tag(self, field: Field) -> bool:
        return field.name == self.union.discriminator.name

    @property
    def variant_initializer(self) -> str:
        """Chooses the branch that is the default."""
        has_default = self.union.discriminator.default is not None
        return f"{{std::in_place_index<{self.default_index}>}}" if has_default else ""

    @property
    def default_index(self) -> str:
        """The branch of those that do not say which."""
        default = self.union.discriminator.default
        if default is None:
            return "0"
        return f"size_t({cpp.literal(self.tag.member.type, default.value)})"

    @property
    def choice_constant(self) -> str:
        return f"k{self.cpp_name}Choice"

    @property
    def held_types(self) -> list[Type]:
        return [*super().held_types, self.union.discriminator.type.definition]


@dataclass(frozen=True, kw_only=True)
class AlternateView(VariantView):
    alternate: Alternate

    @property
    def branches(self) -> list[BranchView]:
        return [_alternate_branch(branch) for branch in self.alternate.branches]

    @property
    def branches_constant(self) -> str:
        return f"k{self.cpp_name}Branches"


def _alternate_branch(branch: AlternateBranch) -> BranchView:
    return BranchView(
        name=branch.name,
        cpp_name=branch.cpp_name,
        type=branch.type,
        condition=branch.condition,
        is_boxed=branch.is_recursive,
        json_types=tuple(_JSON_TYPES[name] for name in sorted(branch.json_types)),
    )


_JSON_TYPES = {
    "string": "String",
    "number": "Number",
    "int": "Number",
    "boolean": "Boolean",
    "null": "Null",
    "object": "Object",
    "array": "Array",
}


def view_of(definition: Definition, summary: str) -> TypeView | None:
    """The view of a type's definition; nothing for other definitions."""
    match definition:
        case Enum():
            return EnumView(definition=definition, summary=summary, enum=definition)
        case Struct():
            return StructView(definition=definition, summary=summary, struct=definition)
        case Union():
            return UnionView(definition=definition, summary=summary, union=definition)
        case Alternate():
            return AlternateView(definition=definition, summary=summary, alternate=definition)
    return None
