# SPDX-License-Identifier: Apache-2.0
"""Members of types as C++ data members, and how they are read and written."""

from codegen import cpp
from codegen.names import pascal
from codegen.records import dataclass
from codegen.schema import Condition, Member


@dataclass(frozen=True, slots=True)
class Field:
    """A data member of a generated struct."""

    member: Member

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def cpp_name(self) -> str:
        return self.member.cpp_name

    @property
    def doc(self) -> str:
        return cpp.member_doc(self.member)

    @property
    def condition(self) -> Condition | None:
        return self.member.condition

    @property
    def special(self) -> str:
        return cpp.special(self.member.features)

    @property
    def is_open(self) -> bool:
        return self.member.is_open

    @property
    def is_boxed(self) -> bool:
        return self.member.is_recursive and not self.member.type.is_list

    @property
    def is_link(self) -> bool:
        return self.member.type.is_link and not self.member.type.is_list

    @property
    def is_retired(self) -> bool:
        """Only older snapshots have it."""
        return bool(self.member.until)

    @property
    def is_optional(self) -> bool:
        """A std::optional or an empty Box can stand for its absence."""
        return self.is_retired or self.member.is_optional_in_cpp and not self.is_link

    @property
    def cpp_type(self) -> str:
        value = cpp.value_type(self.member.type)
        match self.member.count:
            case int(count):
                value = f"std::array<{value}, {count}>"
            case str():
                value = f"std::vector<{value}>"
        if self.member.count is not None:
            return f"std::optional<{value}>" if self.is_retired else value
        if self._is_bounded_array and not self.member.type.is_list:
            return f"std::vector<{value}>"
        if self.is_boxed:
            return f"qapi::Box<{value}>"
        return f"std::optional<{value}>" if self.is_optional else value

    @property
    def _is_bounded_array(self) -> bool:
        return cpp.bound_of(self.member) is not None

    @property
    def initializer(self) -> str:
        """What follows the name in its declaration."""
        member = self.member
        if self.is_retired:
            return ""
        if member.is_open:
            return " = qapi::Any::object()"
        if member.default is not None and member.default.value != "":
            return " = " + cpp.literal(member.type, member.default.value)
        if isinstance(member.count, int):
            return "{}"
        is_vector = isinstance(member.count, str) or self._is_bounded_array
        return "{}" if cpp.is_scalar(member.type) and not self.is_optional and not is_vector else ""

    @property
    def presence(self) -> str:
        """The enumerator of qapi::Presence."""
        if self.is_retired:
            return "Retired"
        member = self.member
        return "Required" if member.is_mandatory and not member.since else "Optional"

    @property
    def type_constant(self) -> str:
        """The qapi::Type that reads and writes it."""
        if self.member.type.name == "size" and not self.member.count:
            return f"qapi::{_SIZES[self.cpp_type]}"
        return f"qapi::type<{self.cpp_type}>"

    @property
    def range_name(self) -> str:
        """What the name of its constraint ends with; nothing without one."""
        return f"{pascal(self.name)}Range" if self.member.range else ""

    @property
    def range_values(self) -> str:
        """What its qapi::Range holds."""
        bounds = self.member.range
        assert bounds
        values = [
            cpp.number(bounds.low),
            cpp.number(bounds.high),
            cpp.string(self.member.unit or ""),
        ]
        return ", ".join(values)


def includes_of(fields: list[Field]) -> list[str]:
    """The headers that the declarations of the fields need."""
    found = headers_for(" ".join(field.cpp_type for field in fields))
    if any("qapi::" in field.initializer for field in fields):
        found.append('"runtime/json/any.h"')
    return found


def headers_for(types: str) -> list[str]:
    """The headers that the text of some C++ types needs."""
    return [header for token, header in _HEADERS.items() if token in types]


_SIZES = {
    "uint64_t": "kSize",
    "std::optional<uint64_t>": "kOptionalSize",
    "std::vector<uint64_t>": "kSizes",
    "std::optional<std::vector<uint64_t>>": "kOptionalSizes",
}

_HEADERS = {
    "int8_t": "<cstdint>",
    "int16_t": "<cstdint>",
    "int32_t": "<cstdint>",
    "int64_t": "<cstdint>",
    "std::array": "<array>",
    "std::nullptr_t": "<cstddef>",
    "std::optional": "<optional>",
    "std::string": "<string>",
    "std::vector": "<vector>",
    "qapi::Any": '"runtime/json/any.h"',
    "qapi::Box": '"runtime/json/box.h"',
    "qapi::Variant": '"runtime/json/variant.h"',
    "vm::Link": '"vm/object/link.h"',
}
