# SPDX-License-Identifier: Apache-2.0
"""How the schema's types, values and texts are spelled in C++."""

import json
import re
from collections.abc import Iterable
from typing import Any

from codegen.names import snake
from codegen.schema import Alternate, Enum, Feature, Kind, Member, Property, Range, TypeRef, Use

WIDTH = 100

_BUILTIN = {
    "str": "std::string",
    "number": "double",
    "int": "int64_t",
    "size": "uint64_t",
    "bool": "bool",
    "null": "std::nullptr_t",
    "any": "qapi::Any",
}
_SIZED_INTEGERS = frozenset(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
_REFERENCE = re.compile(r"(?<![\w@`])@([A-Za-z_][\w-]*)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SUFFIXES = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50, "e": 1 << 60}


def builtin_type(name: str) -> str:
    """The type of a value of a built-in type of the schema.

    >>> builtin_type("uint8"), builtin_type("str")
    ('uint8_t', 'std::string')
    """
    return f"{name}_t" if name in _SIZED_INTEGERS else _BUILTIN[name]


def element_type(ref: TypeRef) -> str:
    """The type of one element, as written inside the namespace of generated types."""
    if ref.is_link:
        return "vm::Link"
    is_builtin = ref.name in _SIZED_INTEGERS or ref.name in _BUILTIN
    return builtin_type(ref.name) if is_builtin else ref.definition.cpp_name


def value_type(ref: TypeRef, namespace: str = "") -> str:
    """The type of a value; qualified, if it is generated and `namespace` is given."""
    element = element_type(ref)
    if namespace and ref.definition.kind is not Kind.BUILTIN and not ref.is_link:
        element = f"{namespace}::{element}"
    return f"std::vector<{element}>" if ref.is_list else element


def is_scalar(ref: TypeRef) -> bool:
    """True for types without a constructor, whose members need an initialiser."""
    is_plain = ref.name not in ("str", "any") and not ref.is_link
    return not ref.is_list and is_plain and ref.definition.kind in (Kind.BUILTIN, Kind.ENUM)


def special(features: Iterable[Feature]) -> str:
    """What a policy says something about; empty when none of the features is of that kind.

    >>> special([Feature("deprecated"), Feature("reviewed")])
    'qapi::Special::Deprecated'
    """
    found = [item.name for item in features if item.name in ("deprecated", "unstable")]
    if len(set(found)) > 1:
        return "qapi::Special::Both"
    return f"qapi::Special::{found[0].capitalize()}" if found else ""


def bound_of(member: Member) -> int | str | None:
    """How many elements a property `name[bound]` has; nothing for other members."""
    return member.bound if isinstance(member, Property) else None


def use_of(member: Member) -> Use | None:
    """When a property may be set; nothing for other members."""
    return member.use if isinstance(member, Property) else None


def bound_type(ref: TypeRef) -> str:
    """The type in which bounds are given: qapi::Bound of a value, of a length for the rest."""
    if ref.is_list or ref.name == "str":
        return "uint64_t"
    if ref.name == "number":
        return "double"
    return "int64_t" if ref.name.startswith("int") else "uint64_t"


def string(text: str) -> str:
    r"""Spells a string literal.

    >>> print(string('say "hi"\n'))
    "say \"hi\"\n"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\t", "\\t").replace("??", "?\\?")
    return '"' + _CONTROL.sub(lambda match: f"\\{ord(match[0]):03o}", escaped) + '"'


def integer(value: int) -> str:
    """Spells an integer literal that has no smaller type than its value needs.

    >>> integer(4096), integer(-9223372036854775808), integer(18446744073709551615)
    ('4096', 'INT64_MIN', 'UINT64_MAX')
    """
    if value == -(1 << 63):
        return "INT64_MIN"
    if value == (1 << 64) - 1:
        return "UINT64_MAX"
    return f"{value}u" if value >= 1 << 63 else str(value)


def size_in_bytes(text: str) -> int:
    """Reads a size as the wire allows it.

    >>> size_in_bytes("4K"), size_in_bytes("0x1000")
    (4096, 4096)
    """
    match = re.fullmatch(r"(.*?)([kmgtpe]?)(?:i?b)?", text.strip().lower())
    if match is None or text.lower().startswith("0x"):
        return int(text, 0)
    return int(match[1], 0) * _SUFFIXES.get(match[2], 1)


def number(value: int | float) -> str:
    return integer(value) if isinstance(value, int) else repr(value)


def literal(ref: TypeRef, value: Any) -> str:
    """Spells a value of the type, as written inside the namespace of generated types."""
    if ref.is_list:
        return "{" + ", ".join(literal(ref.element, item) for item in value) + "}"
    definition = ref.definition
    match definition:
        case Enum():
            return f"{definition.cpp_name}::{definition.value(value).cpp_name}"
        case Alternate():
            return _alternate_literal(definition, value)
    if ref.name == "any" or definition.kind is not Kind.BUILTIN:
        # C++ has no literals of these.
        return f"qapi::written_as<{element_type(ref)}>({string(json_text(value))})"
    return _builtin_literal(ref.name, value)


def _builtin_literal(name: str, value: Any) -> str:
    match name:
        case "str":
            return string(value)
        case "bool":
            return "true" if value else "false"
        case "null":
            return "nullptr"
        case "number":
            return repr(float(value))
        case "size" if isinstance(value, str):
            return integer(size_in_bytes(value))
    return integer(value)


def _alternate_literal(alternate: Alternate, value: Any) -> str:
    wanted = json_type(value)
    for index, branch in enumerate(alternate.branches):
        if wanted in branch.json_types:
            place = f"std::in_place_index<{index}>, {literal(branch.type, value)}"
            return f"{{.u = decltype({alternate.cpp_name}::u)({place})}}"
    raise AssertionError(f"{alternate.name} has no branch for {value!r}")


def json_type(value: Any) -> str:
    """The JSON type of a literal, in the words of introspection."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | float():
            return "number"
        case list() | tuple():
            return "array"
        case _:
            return "object"


def json_text(value: Any) -> str:
    """The value as JSON, ASCII only.

    >>> json_text(["interp"])
    '["interp"]'
    """
    return json.dumps(value, separators=(",", ":"))


def plain_number(value: int | float) -> str:
    return str(value) if isinstance(value, int) else f"{value:g}"


def range_text(bounds: Range | None) -> str:
    """The bounds in words.

    >>> range_text(Range(1, 16))
    '1 to 16'
    """
    if bounds is None:
        return ""
    return f"{plain_number(bounds.low)} to {plain_number(bounds.high)}"


def prose(text: str) -> str:
    """Schema documentation as C++ documentation: references in backquotes.

    >>> prose("Stops what @cont started.")
    'Stops what `cont` started.'
    """
    return _REFERENCE.sub(r"`\1`", text)


def plain(text: str) -> str:
    """Schema documentation as one line of plain text.

    >>> plain("Stops what @cont started,\\nif anything.")
    'Stops what cont started, if anything.'
    """
    return " ".join(_REFERENCE.sub(r"\1", text).split())


def paragraphs(text: str) -> str:
    """Schema documentation as plain text, a line for each paragraph, empty lines between them."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(plain(part) for part in parts)


def first_sentence(text: str) -> str:
    """What a list says of a thing that has a longer description.

    >>> first_sentence("Stops the guest. It can go on later.")
    'Stops the guest.'
    """
    line = plain(text)
    match = re.match(r".*?[a-z0-9)`'\"]{2}\.(?=\s+[A-Z@`]|$)", line)
    return match[0] if match else line


def doc_comment(text: str, mark: str = "///") -> str:
    """Wraps prose, paragraph by paragraph, as comment lines that fit the column limit.

    >>> print(doc_comment("The run state."))
    /// The run state.
    """
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", prose(text).strip()):
        lines += ["", *_wrapped(paragraph)] if lines else _wrapped(paragraph)
    return "\n".join(f"{mark} {line}".rstrip() for line in lines)


def trailing_comment(text: str) -> str:
    """Documentation of what stands before it on the line; nothing when there is none."""
    return f"  ///< {' '.join(prose(text).split())}" if text else ""


def _wrapped(paragraph: str) -> list[str]:
    """Indented text, such as an example, keeps its lines."""
    lines = paragraph.split("\n")
    if len(lines) > 1 and all(line.startswith((" ", "\t")) or not line for line in lines[1:]):
        return [line.rstrip() for line in lines]
    return _filled(paragraph.split())


def _filled(words: Iterable[str]) -> list[str]:
    """Lines of as many words as fit.  All that textwrap can do besides takes ten times as long."""
    lines: list[str] = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > WIDTH - 8:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


def member_doc(member: Member) -> str:
    """What a member means, with its unit and bounds."""
    facts = [member.unit, range_text(member.range), saved_text(member)]
    listed = ", ".join(fact for fact in facts if fact)
    return f"{member.doc} ({listed})" if listed else member.doc


def saved_text(member: Member) -> str:
    """Which versions save a state member; empty if all do.

    >>> from codegen.model import TypeRef
    >>> saved_text(Member("fifo", "fifo", TypeRef("uint8"), False, since="1.1", until="1.4"))
    'since 1.1, until 1.4'
    """
    facts = (("since", member.since), ("until", member.until))
    return ", ".join(f"{word} {version}" for word, version in facts if version)


def snake_words(name: str) -> str:
    """Spells a type's name as a function's.

    >>> snake_words("RunState"), snake_words("device_add")
    ('run_state', 'device_add')
    """
    return snake(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name))


def sorted_includes(includes: Iterable[str]) -> list[str]:
    return sorted({include for include in includes if include})
