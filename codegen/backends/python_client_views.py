# SPDX-License-Identifier: Apache-2.0
"""The classes and methods of a Python client, as its templates see them."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from codegen.backends.python_client_names import (
    TAKEN,
    Field,
    Names,
    docstring,
    enumerators,
    fields_of,
    renamed,
    string,
    variable,
)
from codegen.model import members_of
from codegen.names import Scope, pascal
from codegen.records import dataclass
from codegen.schema import Alternate, Command, Enum, Event, Member, ObjectType, Struct, Union, Use

# What a client has beside its commands.
_SESSION = (
    "check_phases",
    "close",
    "connect_tcp",
    "connect_unix",
    "events",
    "execute",
    "greeting",
    "objects",
    "spawn",
)


@dataclass(frozen=True, slots=True)
class Enumerator:
    name: str
    value: str
    doc: str


@dataclass(frozen=True)
class EnumView:
    name: str
    enum: Enum

    @property
    def doc(self) -> str:
        return docstring(self.enum.doc.overview, 4, f"The values of `{self.enum.name}`.")

    @property
    def values(self) -> list[Enumerator]:
        named = enumerators(self.enum)
        return [
            Enumerator(
                named[value.name], string(value.name), docstring(value.doc, 4) if value.doc else ""
            )
            for value in self.enum.values
        ]


@dataclass(frozen=True)
class ClassView:
    """A dataclass."""

    name: str
    base: str
    doc: str
    constants: tuple[tuple[str, str, str], ...]
    """Name, type and value of what is the same in all of its instances"""
    fields: list[Field]
    all_fields: list[Field]
    fixed: tuple[tuple[str, str], ...] = ()
    """Discriminators: enumerators by field"""

    @property
    def renamed(self) -> list[tuple[str, str]]:
        return renamed(self.all_fields)


@dataclass(frozen=True)
class AliasView:
    """A union or alternate: one of several types."""

    name: str
    doc: str
    alternatives: list[str]
    tag: str = ""
    """The field that tells them apart"""

    @property
    def docstring(self) -> str:
        return docstring(self.doc, 0) if self.doc else ""

    @property
    def shape(self) -> str:
        """The type, laid out as black does."""
        shape = self.alternatives[0]
        if shape == "None":
            # An assignment of None alone is a variable to mypy, and no name of a type.
            shape = "Union[None]"
        if len(self.alternatives) > 1:
            listed = "".join(f"    {item},\n" for item in self.alternatives)
            shape = f"Union[\n{listed}]"
        if not self.tag:
            return shape
        inner = shape.replace("\n", "\n    ")
        return f"Annotated[\n    {inner},\n    Tagged({self.tag}),\n]"


@dataclass(frozen=True)
class TypeViews:
    """Makes the views of types."""

    names: Names

    @cached_property
    def object_names(self) -> Mapping[str, str]:
        """The class of each object type's properties; its module also uses types."""
        objects = self.names.schema.objects
        used = {item.type.name for each in objects for item in each.all_properties}
        scope = Scope(TAKEN | {name for of, name in self.names.classes.items() if of in used})
        return {item.name: scope.take(pascal(item.name)) for item in objects}

    @cached_property
    def event_names(self) -> Mapping[str, str]:
        """The class of each event; its module also uses types."""
        events = self.names.schema.events
        used = {item.type.name for each in events for item in each.members}
        unions = (item.arguments for item in events)
        used |= {item.name for item in unions if item and isinstance(item.definition, Union)}
        scope = Scope(TAKEN | {name for of, name in self.names.classes.items() if of in used})
        return {item.name: scope.take(f"{pascal(item.name)}Event") for item in events}

    def struct(self, item: Struct) -> ClassView:
        base = item.base.definition if item.base else None
        has_base = base is not None and not base.is_implicit and isinstance(base, Struct)
        everything = fields_of(self.names, item.all_members)
        own = everything
        if has_base:
            inherited = len(fields_of(self.names, members_of(item.base)))
            own = everything[inherited:]
        name = self.names.classes[item.name]
        doc = docstring(item.doc.overview, 4, f"Holds a `{item.name}`.")
        base_name = self.names.classes[base.name] if base and has_base else ""
        return ClassView(name, base_name, doc, (), own, everything)

    def union(self, item: Union) -> Iterator[ClassView | AliasView]:
        """A dataclass for each branch, and the name for any of them."""
        whole = _Branch(self.names.classes[item.name], item.doc.overview, (), {})
        yield from self._branches(item, whole)

    def _branches(self, union: Union, outer: "_Branch") -> Iterator[ClassView | AliasView]:
        enum = union.discriminator.type.definition
        assert isinstance(enum, Enum)
        tags = {
            name: f"{self.names.classes[enum.name]}.{spelled}"
            for name, spelled in enumerators(enum).items()
        }
        common = (*outer.members, *union.all_members)
        alternatives = []
        for variant in union.variants:
            branch = _Branch(
                self.names.branch(f"{outer.name}{pascal(variant.name)}"),
                variant.doc or variant.case.doc or outer.doc,
                common,
                {**outer.fixed, union.discriminator.name: tags[variant.name]},
            )
            alternatives.append(branch.name)
            inner = variant.type.definition if variant.type else None
            if isinstance(inner, Union):
                yield from self._branches(inner, branch)
            else:
                yield self._branch(branch, members_of(variant.type))
        tag = string(variable(union.discriminator.name))
        yield AliasView(outer.name, outer.doc, alternatives, tag)

    def _branch(self, branch: "_Branch", members: tuple[Member, ...]) -> ClassView:
        everything = fields_of(self.names, (*branch.members, *members))
        own = [item for item in everything if item.wire_name not in branch.fixed]
        fixed = tuple(
            (item.name, branch.fixed[item.wire_name])
            for item in everything
            if item.wire_name in branch.fixed
        )
        doc = docstring(branch.doc, 4, f"Holds a `{branch.name}`.")
        return ClassView(branch.name, "", doc, (), own, everything, fixed)

    def alternate(self, item: Alternate) -> AliasView:
        shapes = [self.names.annotation(branch.type) for branch in item.branches]
        return AliasView(self.names.classes[item.name], item.doc.overview, shapes)

    def object(self, item: ObjectType) -> ClassView:
        settable = [prop for prop in item.all_properties if prop.use is not Use.TELEMETRY]
        everything = fields_of(self.names, settable)
        doc = docstring(item.doc.overview, 4, f"The properties of a `{item.name}`.")
        kind = (("OBJECT_TYPE", "str", string(item.name)),)
        return ClassView(self.object_names[item.name], "", doc, kind, everything, everything)

    def event(self, item: Event) -> ClassView:
        arguments = item.arguments.definition if item.arguments else None
        everything = fields_of(self.names, item.members, ("timestamp", "NAME"))
        constants: tuple[tuple[str, str, str], ...] = (("NAME", "str", string(item.name)),)
        if isinstance(arguments, Union):
            assert item.arguments is not None
            everything = fields_of(self.names, [_data_of(item)])
            constants += (("_data", "bool", "True"),)
        doc = docstring(item.doc.overview, 4, f"The event `{item.name}`.")
        return ClassView(
            self.event_names[item.name], "Event", doc, constants, everything, everything
        )


@dataclass(frozen=True, slots=True)
class _Branch:
    """A branch of a union, before its own members are known."""

    name: str
    doc: str
    members: tuple[Member, ...]
    """Those of the unions around it"""
    fixed: Mapping[str, str]
    """Its discriminators: enumerators by member"""


def _data_of(event: Event) -> Member:
    """The data of an event that is a union, as one member."""
    assert event.arguments is not None
    return Member("data", "data", event.arguments, False)


@dataclass(frozen=True)
class MethodView:
    """The method of a command."""

    command: Command
    name: str
    names: Names
    runs_in: str

    @property
    def wire_name(self) -> str:
        return string(self.command.name)

    @property
    def _union(self) -> Union | None:
        arguments = self.command.arguments.definition if self.command.arguments else None
        return arguments if isinstance(arguments, Union) else None

    @property
    def union(self) -> str:
        """The type of the one argument of a command that takes a union."""
        return self.names.classes[self._union.name] if self._union else ""

    @cached_property
    def fields(self) -> list[Field]:
        return [] if self._union else fields_of(self.names, self.command.members)

    @property
    def open_name(self) -> str:
        """The keyword arguments that are not declared."""
        opened = self.command.open_member
        return "" if opened is None else variable(opened.name)

    @property
    def object_field(self) -> str:
        """The field that is the name of an object type, or its properties."""
        opened = self.command.open_member
        return variable(opened.open_object) if opened and opened.open_object else ""

    @property
    def object_alias(self) -> str:
        opened = self.command.open_member
        return alias_of_base(opened.open_base) if opened else ""

    @property
    def declarations(self) -> list[str]:
        """The arguments as they are declared."""
        if self._union:
            return [f"arguments: {self.union}"]
        listed = ["*"] if self.fields else []
        for item in self.fields:
            is_object = item.name == self.object_field
            kind = f"{item.name}: objects.{self.object_alias} | str"
            listed.append(kind if is_object else item.declaration)
        return listed + ([f"**{self.open_name}: Any"] if self.open_name else [])

    @property
    def head(self) -> str:
        """Where it fits: the first line of the method, without arguments."""
        line = f"async def {self.name}(self) -> {self.returns or 'None'}:"
        return line if not self.declarations and len(line) + 4 <= 100 else ""

    @property
    def arguments_class(self) -> str:
        arguments = self.command.arguments
        return self.names.classes[arguments.name] if arguments and self.fields else ""

    @property
    def sent(self) -> list[tuple[str, str]]:
        """Name and value of each field of the arguments."""
        return [
            (
                item.name,
                f"object_type({item.name})" if item.name == self.object_field else item.name,
            )
            for item in self.fields
        ]

    @property
    def more(self) -> str:
        """What is sent beside the declared arguments."""
        if self._union:
            return f"encode_union({self.union}, arguments)"
        if self.object_field:
            return f"object_properties({self.object_field}, {self.open_name})"
        return self.open_name

    @property
    def returns(self) -> str:
        return self.names.annotation(self.command.returns) if self.command.returns else ""

    @property
    def doc(self) -> str:
        doc = self.command.doc
        parts = [doc.overview.strip() or f"Runs `{self.command.name}`."]
        parts += [f"{item.name}: {item.doc}" for item in self.fields if item.doc]
        if self.open_name:
            opened = self.command.open_member
            parts.append(f"**{self.open_name}: {' '.join(opened.doc.split()) if opened else ''}")
        if doc.returns:
            parts.append(f"Returns {doc.returns.strip()}")
        if self.runs_in:
            parts.append(f"Runs in {self.runs_in}.")
        return docstring("\n\n".join(parts), 8)


def method_names(commands: tuple[Command, ...]) -> list[str]:
    """A name for each command, none of them what every client has."""
    taken = set(_SESSION)
    found = []
    for command in commands:
        name = variable(command.name)
        while name in taken:
            name += "_"
        taken.add(name)
        found.append(name)
    return found


def alias_of_base(base: str) -> str:
    """The name for the properties of any object type that derives from a base."""
    return f"Any{pascal(base)}" if base else "AnyObject"


def used_in(text: str, names: list[str]) -> list[str]:
    """Which of the names some code uses, sorted as isort does."""
    # Enumerators are defined here, whatever they are called.
    code = re.sub(r"^    \w+ = ", "", text, flags=re.MULTILINE)
    words = set(re.findall(r"(?<![\w.\"'])[A-Za-z_]\w*", code))
    return sorted((name for name in names if name in words), key=_import_order)


def _import_order(name: str) -> tuple[bool, bool, list[str | int]]:
    """Constants, classes, functions; numbers by their value."""
    parts = [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name.lower())]
    return not name.isupper(), not name[0].isupper(), parts
