# SPDX-License-Identifier: Apache-2.0
"""Members of types as C++ data members, and how they are read and written."""

from dataclasses import dataclass

from codegen import cpp
from codegen.schema import Condition, Member


@dataclass(frozen=True, slots=True)
class Field:
    """A data member of a generated struct."""

    member: Member
    is_state: bool = False
    """Older snapshots may lack it"""

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
    def is_open(self) -> bool:
        return self.member.is_open

    @property
    def is_boxed(self) -> bool:
        return self.member.is_recursive and not self.member.type.is_list

    @property
    def is_link(self) -> bool:
        return self.member.type.is_link and not self.member.type.is_list

    @property
    def is_optional(self) -> bool:
        """A std::optional or an empty Box can stand for its absence."""
        return self.member.is_optional_in_cpp and not self.is_link

    @property
    def cpp_type(self) -> str:
        value = cpp.value_type(self.member.type)
        match self.member.count:
            case int(count):
                return f"std::array<{value}, {count}>"
            case str():
                return f"std::vector<{value}>"
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
        """The function of qapi::ObjectReader that reads it."""
        if self.member.is_mandatory and not self.is_state:
            return "required"
        return "optional" if self.is_optional and not self._is_wrapped else "defaulted"

    @property
    def _is_wrapped(self) -> bool:
        return self.is_boxed or self.member.type.name == "size" or self.member.range is not None

    @property
    def target(self) -> str:
        """What it is read into: the data member, with what must hold for the value."""
        return constrained(self.member, f"value.{self.cpp_name}")


def constrained(member: Member, target: str) -> str:
    """The expression that decodes into `target` and checks what the schema says of it."""
    if member.type.name == "size" and not member.count:
        target = f"qapi::as_size({target})"
    if member.range is None:
        return target
    arguments = [target, cpp.number(member.range.low), cpp.number(member.range.high)]
    if member.unit:
        arguments.append(cpp.string(member.unit))
    return f"qapi::in_range({', '.join(arguments)})"


def includes_of(fields: list[Field]) -> list[str]:
    """The headers that the declarations of the fields need."""
    found = headers_for(" ".join(field.cpp_type for field in fields))
    if any(field.is_open for field in fields):
        found.append('"runtime/json/any.h"')
    return found


def headers_for(types: str) -> list[str]:
    """The headers that the text of some C++ types needs."""
    return [header for token, header in _HEADERS.items() if token in types]


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
    "vm::Link": '"vm/object/link.h"',
}
