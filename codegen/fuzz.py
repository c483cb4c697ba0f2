# SPDX-License-Identifier: Apache-2.0
"""What a fuzzer needs to speak to the program: a dictionary, or a grammar of its requests.

The dictionary is in the form of libFuzzer and AFL++.  The grammar is in that of AFL++'s Grammar
Mutator: an object of rules, each a list of alternatives, each a list of literals and of names of
rules, which are in angle brackets.  All that it makes are requests with known commands, known and
complete arguments, of the right types; what a command does with them is for the fuzzer to find.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from codegen.model import Alternate, Builtin, Enum, Member, Struct, TypeRef, Union
from codegen.schema import Command, Schema

Grammar = dict[str, list[list[str]]]

# For each JSON type values at its edges.
_LITERALS = {
    "string": ['""', '"a"', '"4K"', '"\\u0000"', '"/a/b"'],
    "int": ["0", "1", "-1", "4096", "2147483648", "18446744073709551615"],
    "number": ["0", "-1", "0.5", "1e300"],
    "boolean": ["true", "false"],
    "null": ["null"],
    "value": ["null", "0", '"a"', "[]", "{}", '{"a": [1]}'],
}


def dictionary(schema: Schema) -> str:
    """All names that a request can hold, each with its quotes."""
    names = ["execute", "arguments"]
    names += [item.name for item in (*schema.commands, *schema.objects)]
    for enum in schema.enums:
        names += [value.name for value in enum.values]
    for struct in schema.structs:
        names += [member.name for member in struct.members if not member.is_open]
    lines = (f'"\\"{_escaped(name)}\\""' for name in dict.fromkeys(names))
    return "\n".join(lines) + "\n"


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


def grammar(schema: Schema) -> str:
    """The grammar of requests, each of them a line."""
    return json.dumps(_Writer(schema).run(), indent=1) + "\n"


class _Writer:
    """Makes the rules of what commands use."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._rules: Grammar = {}

    def run(self) -> Grammar:
        self._rules["<start>"] = [["<request>", "\n"], ["<request>", "\n", "<start>"]]
        self._rules["<request>"] = [[f"<{item.name}>"] for item in self._schema.commands]
        for command in self._schema.commands:
            self._rules[f"<{command.name}>"] = list(self._requests(command))
        return self._rules

    def _requests(self, command: Command) -> Iterator[list[str]]:
        opening = f'{{"execute": {json.dumps(command.name)}'
        if not command.mandatory and not isinstance(
            command.arguments and command.arguments.definition, Union
        ):
            yield [f"{opening}}}"]
        if command.arguments:
            yield [f'{opening}, "arguments": ', self._type(command.arguments), "}"]

    def _type(self, ref: TypeRef) -> str:
        """The name of the rule for a type, which is made if it is new."""
        name = f"<:{ref.text}>"
        if name not in self._rules:
            # Types can contain themselves: the name counts before there are alternatives.
            self._rules[name] = []
            self._rules[name] += self._list(ref) if ref.is_list else self._values(ref)
        return name

    def _list(self, ref: TypeRef) -> list[list[str]]:
        element = self._type(ref.element)
        more = f"<:{ref.text}:more>"
        self._rules[more] = [[""], [", ", element, more]]
        return [["[]"], ["[", element, more, "]"]]

    def _values(self, ref: TypeRef) -> list[list[str]]:
        definition = ref.definition
        if isinstance(definition, Builtin):
            return [[text] for text in _LITERALS[definition.json]]
        if isinstance(definition, Enum):
            # An enum without values has no value; a wrong one lets the grammar end.
            return [[json.dumps(value.name)] for value in definition.values] or [['""']]
        if isinstance(definition, Alternate):
            return [[self._type(branch.type)] for branch in definition.branches]
        if isinstance(definition, Union):
            return list(self._branches(definition))
        assert isinstance(definition, Struct)
        return self._struct(ref.text, definition)

    def _struct(self, name: str, struct: Struct) -> list[list[str]]:
        members = struct.all_members
        opened = next((member for member in members if member.open_object), None)
        declared = [member for member in members if not member.is_open]
        if opened is None:
            return [self._object(f"<:{name}", declared, [])]
        found = []
        for item in self._schema.derived(opened.open_base or ""):
            rest = [one for one in declared if one.name != opened.open_object]
            taken = {one.name for one in rest}
            rest += [one for one in item.props.all_members if one.name not in taken]
            fixed = [(opened.open_object, json.dumps(item.name))]
            found.append(self._object(f"<:{name}:{item.name}", rest, fixed))
        return found or [self._object(f"<:{name}", declared, [])]

    def _branches(self, union: Union) -> Iterator[list[str]]:
        tag = union.discriminator.name
        for variant in union.variants:
            members = [member for member in union.all_members if member.name != tag]
            if variant.type and isinstance(variant.type.definition, (Struct, Union)):
                members += variant.type.definition.all_members
            fixed = [(tag, json.dumps(variant.name))]
            yield self._object(f"<:{union.name}:{variant.name}", members, fixed)

    def _object(
        self, rule: str, members: Iterable[Member], fixed: list[tuple[str, str]]
    ) -> list[str]:
        """An object: what is fixed, what must be there, what can be, in this order."""
        members = list(members)
        certain = [f"{json.dumps(key)}: {value}" for key, value in fixed]
        certain += [self._member(rule, member) for member in members if member.is_mandatory]
        optional = [member for member in members if not member.is_mandatory]
        if not certain:
            return ["{", self._any_of(rule, optional), "}"] if optional else ["{}"]
        parts = ["{", certain[0]]
        for item in certain[1:]:
            parts += [", ", item]
        return [*parts, *(self._unless(rule, member) for member in optional), "}"]

    def _unless(self, rule: str, member: Member) -> str:
        """An optional member behind another one."""
        name = f"{rule}:{member.name}?>"
        self._rules[name] = [[""], [", ", self._member(rule, member)]]
        return name

    def _any_of(self, rule: str, members: list[Member]) -> str:
        """Optional members only: whichever is the first one, commas stand between them."""
        first = f"{rule}:?>"
        self._rules[first] = [[""]]
        rest: list[str] = []
        for member in reversed(members):
            self._rules[first].append([self._member(rule, member), *reversed(rest)])
            if member is not members[0]:
                rest.append(self._unless(rule, member))
        return first

    def _member(self, rule: str, member: Member) -> str:
        name = f"{rule}:{member.name}>"
        if name not in self._rules:
            self._rules[name] = [[f"{json.dumps(member.name)}: ", self._value(rule, member)]]
        return name

    def _value(self, rule: str, member: Member) -> str:
        """The rule for a member's values; a narrower one where the schema says more of them."""
        known = [item.value for item in (member.default, member.example) if item]
        if member.range and not member.type.is_list and member.type.kind == "builtin":
            definition = member.type.definition
            assert isinstance(definition, Builtin)
            if definition.json in ("int", "number"):
                known += [member.range.low, member.range.high]
        if not known:
            return self._type(member.type)
        name = f"{rule}:{member.name}=>"
        self._rules[name] = [[json.dumps(value)] for value in known] + [[self._type(member.type)]]
        return name


FORMATS: dict[str, Callable[[Schema], str]] = {"dict": dictionary, "grammar": grammar}
