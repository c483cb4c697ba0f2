# SPDX-License-Identifier: Apache-2.0
"""How the schema's names, types and texts are spelled in Python."""

import keyword
import re
import textwrap
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from codegen import cpp
from codegen.names import Scope, pascal
from codegen.records import dataclass, field
from codegen.schema import Alternate, Enum, Literal, Member, Schema, Struct, Type, TypeRef, Union

WIDTH = 88
_SEPARATORS = re.compile(r"[-_.]+")
# A member of such a name would hide the type from the members after it.
_HIDING = frozenset({"int", "float", "str", "bool", "self"})
# What the modules of types import or define themselves.
TAKEN = frozenset(
    """
    Annotated Any ClassVar Client Device Enum Event Int8 Int16 Int32 Int64 Literal Mapping
    Sequence Session Tagged Uint8 Uint16 Uint32 Uint64 UNSET Union UnknownEvent Unset
    """.split()
).union(keyword.kwlist)
_BUILTIN = {
    "str": "str",
    "number": "float",
    "int": "Int64",
    "size": "Uint64",
    "bool": "bool",
    "null": "None",
    "any": "Any",
    "QType": "str",
}


def variable(name: str) -> str:
    """Spells a QAPI name as a Python variable, argument or method.

    >>> variable("query-status"), variable("from"), variable("2nd"), variable("MixedCase")
    ('query_status', 'from_', 'n2nd', 'mixedcase')
    """
    spelled = "_".join(part for part in _SEPARATORS.split(name) if part).lower()
    if spelled[:1].isdigit():
        spelled = "n" + spelled
    hidden = keyword.iskeyword(spelled) or spelled in _HIDING
    return spelled + "_" if hidden else spelled


def constant(name: str) -> str:
    """Spells a QAPI name as a member of an enumeration.

    >>> constant("no-machine"), constant("2nd-firing")
    ('NO_MACHINE', 'N2ND_FIRING')
    """
    spelled = "_".join(part for part in _SEPARATORS.split(name) if part).upper()
    return "N" + spelled if spelled[:1].isdigit() else spelled


def string(text: str) -> str:
    r"""Spells a string literal as black does.

    >>> print(string('say "hi"\n'))
    'say "hi"\n'
    >>> string("plain")
    '"plain"'
    """
    spelled = repr(text)
    if spelled[0] == '"' or '"' in text:
        return spelled
    return f'"{spelled[1:-1]}"'


def docstring(text: str, indent: int, fallback: str = "") -> str:
    """Spells a docstring, its quotes included; the first line is not indented.

    >>> print(docstring("The run state.", 4))
    \"""The run state.\"""
    """
    margin = " " * indent
    paragraphs = [_wrapped(part, WIDTH - indent - 6) for part in _paragraphs(text) or [fallback]]
    body = "\n\n".join(paragraphs).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if "\n" not in body and len(body) + indent + 6 <= WIDTH and not body.endswith(('"', "\\")):
        return f'"""{body}"""'
    lines = [f"{margin}{line}" if line else "" for line in body.split("\n")]
    return '"""' + "\n".join(lines).lstrip() + f'\n{margin}"""'


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", cpp.prose(text).strip("\n")) if part.strip()]


def _wrapped(paragraph: str, width: int) -> str:
    """Lines of a list or an example stay as they are."""
    lines = paragraph.split("\n")
    if len(lines) > 1 and any(line.startswith((" ", "\t", "- ")) for line in lines):
        return "\n".join(line.rstrip() for line in lines).expandtabs()
    joined = " ".join(paragraph.split())
    return "\n".join(textwrap.wrap(joined, width, break_long_words=False, break_on_hyphens=False))


@dataclass(frozen=True)
class Names:
    """The names of all classes, and the annotations that use them."""

    schema: Schema
    _scope: Scope = field(default_factory=lambda: Scope(TAKEN))

    @cached_property
    def classes(self) -> Mapping[str, str]:
        """The Python name of each type that is not built in."""
        return {
            name: self._scope.take(pascal(item.cpp_name))
            for name, item in self.schema.types.items()
            if isinstance(item, (Enum, Struct, Union, Alternate))
        }

    def branch(self, wanted: str) -> str:
        """A name for the class of a branch, which may be called as a type is."""
        is_taken = wanted in self.classes.values()
        return self._scope.take(f"{wanted}Case" if is_taken else wanted)

    def annotation(self, ref: TypeRef) -> str:
        """The type of a value, as a string annotation."""
        element = self._element(ref)
        return f"Sequence[{element}]" if ref.is_list else element

    def _element(self, ref: TypeRef) -> str:
        if ref.is_link:
            return "str"
        if ref.name in _BUILTIN:
            return _BUILTIN[ref.name]
        return self.classes.get(ref.name) or ref.name.capitalize()

    def default(self, ref: TypeRef, value: Any) -> str:
        """Spells a value of the type; immutable, so that it can be a default."""
        if ref.is_list:
            items = [self.default(ref.element, item) for item in value]
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        match ref.definition:
            case Enum() as enum:
                return f"{self.classes[enum.name]}.{enumerators(enum)[value]}"
            case Alternate() as alternate:
                kind = cpp.json_type(value)
                fitting = (item for item in alternate.branches if kind in item.json_types)
                return self.default(next(fitting).type, value)
        return _builtin(ref.name, value)


def _builtin(name: str, value: Any) -> str:
    match name:
        case "size" if isinstance(value, str):
            return str(cpp.size_in_bytes(value))
        case "number":
            return repr(float(value))
    return string(value) if isinstance(value, str) else repr(value)


def enumerators(enum: Enum) -> Mapping[str, str]:
    """The Python name of each value."""
    scope = Scope(("mro",))
    return {value.name: scope.take(constant(value.name)) for value in enum.values}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dataclass, or an argument of a method."""

    member: Member
    name: str
    names: Names

    @property
    def wire_name(self) -> str:
        return self.member.name

    @property
    def _is_optional(self) -> bool:
        """What has no default here is left out, for the program to know best."""
        is_known = self._default is not None
        return not is_known and not (self.member.is_mandatory and self.member.condition is None)

    @property
    def _is_nullable(self) -> bool:
        ref = self.member.type
        if ref.is_list:
            return False
        definition: Type = ref.definition
        if isinstance(definition, Alternate):
            return any(branch.type.name == "null" for branch in definition.branches)
        return ref.name in ("any", "null")

    @property
    def annotation(self) -> str:
        plain = self.names.annotation(self.member.type)
        if not self._is_optional or plain == "Any":
            return plain
        return f"{plain} | {'Unset' if self._is_nullable else 'None'}"

    @property
    def _default(self) -> Literal | None:
        """None for what depends on a condition, which may not hold, or would be mutable."""
        literal = self.member.default
        if literal is None or self.member.condition is not None:
            return None
        return literal if _is_immutable(self.member.type, literal.value) else None

    @property
    def default(self) -> str:
        """Empty for a mandatory one."""
        if self._default is not None:
            return self.names.default(self.member.type, self._default.value)
        if not self._is_optional:
            return ""
        return "UNSET" if self._is_nullable else "None"

    @property
    def declaration(self) -> str:
        """As a field or an argument."""
        return f"{self.name}: {self.annotation}" + (f" = {self.default}" if self.default else "")

    @property
    def doc(self) -> str:
        """What it is, in one paragraph."""
        facts = [self.member.unit, cpp.range_text(self.member.range)]
        if self.member.condition:
            facts.append(f"if {self.member.condition.text}")
        listed = ", ".join(fact for fact in facts if fact)
        text = " ".join(self.member.doc.split())
        return f"{text} ({listed})".strip() if listed else text

    @property
    def docstring(self) -> str:
        return docstring(self.doc, 4) if self.doc else ""


def _is_immutable(ref: TypeRef, value: Any) -> bool:
    """Whether Python has an immutable literal of a value; a tuple stands for an array."""
    if isinstance(value, list) and ref.is_list:
        return all(_is_immutable(ref.element, item) for item in value)
    is_array = isinstance(value, list) and ref.name != "any"
    return is_array or not isinstance(value, (list, dict))


def fields_of(names: Names, members: Iterable[Member], taken: Iterable[str] = ()) -> list[Field]:
    """The fields for some members; an open member is none of them."""
    scope = Scope(taken)
    declared = (member for member in members if not member.is_open)
    return [Field(member, scope.take(variable(member.name)), names) for member in declared]


def renamed(fields: Iterable[Field]) -> list[tuple[str, str]]:
    """Field and member name, where they differ."""
    return [
        (string(item.name), string(item.wire_name))
        for item in fields
        if item.name != item.wire_name
    ]
