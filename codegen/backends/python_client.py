# SPDX-License-Identifier: Apache-2.0
"""Back end `python-client`: a typed client for asyncio, as a package of Python.

    tools/qapigen generate schema/main.json --output out --backend python-client

writes `out/python/<program>_client/`, which needs nothing but Python 3.11.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from codegen import names as cpp_names
from codegen.backends.common import source_of
from codegen.backends.python_client_names import Names, string
from codegen.backends.python_client_views import (
    AliasView,
    ClassView,
    EnumView,
    MethodView,
    TypeViews,
    alias_of_base,
    method_names,
    used_in,
)
from codegen.model import members_of
from codegen.render import File, render
from codegen.schema import Alternate, Command, Enum, ObjectType, Schema, Struct, Union

_RUNTIME = Path(__file__).parent / "python_client_runtime"
_STATIC = ("connection", "errors", "session", "wire")
# Where names of other modules come from; of each only those are imported that are used.
_STANDARD = {
    "collections.abc": ["Mapping", "Sequence"],
    "dataclasses": ["dataclass"],
    "enum": ["Enum"],
    "typing": ["Annotated", "Any", "ClassVar", "Literal", "Union"],
}
_OURS = {
    ".session": ["Event", "Session", "encode_union", "object_properties", "object_type"],
    ".wire": [
        "UNSET",
        *(f"{sign}{bits}" for sign in ("Int", "Uint") for bits in (16, 32, 64, 8)),
        "Tagged",
        "Unset",
    ],
}
_OF_CLIENT = {".events": ["EVENTS"]}


class _Package:
    """All that the modules of one client are made of."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.names = Names(schema)
        self.views = TypeViews(self.names)
        self.name = f"{cpp_names.snake(schema.pragma.program)}_client"

    @cached_property
    def _structs(self) -> list[Struct]:
        """Those of the schema and those that arguments are; bases first."""
        commands = (item for item in self.schema.commands if item.members)
        used = {item.arguments.name for item in commands if item.arguments}
        found: dict[str, Struct] = {}

        def add(item: Struct) -> None:
            base = item.base.definition if item.base else None
            if isinstance(base, Struct) and not base.is_implicit:
                add(base)
            found.setdefault(item.name, item)

        for item in self.schema.types_in_order:
            if isinstance(item, Struct) and (not item.is_implicit or item.name in used):
                add(item)
        return list(found.values())

    @property
    def _enums(self) -> list[Enum]:
        chosen = {command.to_enum for command in self.schema.commands}
        enums = (item for item in self.schema.types.values() if isinstance(item, Enum))
        return [item for item in enums if item.name not in chosen and item.name != "QType"]

    def types(self) -> File:
        branches = [
            view
            for item in self.schema.types_in_order
            if isinstance(item, Union)
            for view in self.views.union(item)
        ]
        aliases = [view for view in branches if isinstance(view, AliasView)]
        aliases += [
            self.views.alternate(item)
            for item in self.schema.types_in_order
            if isinstance(item, Alternate)
        ]
        context = {
            "enums": [EnumView(self.names.classes[item.name], item) for item in self._enums],
            "classes": [
                *map(self.views.struct, self._structs),
                *(view for view in branches if isinstance(view, ClassView)),
            ],
            "aliases": aliases,
        }
        return self._module("types", "python_types.py.j2", "The types of the schema.", context)

    def objects(self) -> File:
        concrete = [item for item in self.schema.objects if not item.is_abstract]
        aliases = [alias for base in self._bases if (alias := self._objects_of(base)).alternatives]
        context = {"classes": [self.views.object(item) for item in concrete], "aliases": aliases}
        title = "The properties of each object type."
        return self._module("objects", "python_objects.py.j2", title, context)

    @property
    def _bases(self) -> list[str]:
        """The bases that commands with open arguments name."""
        opened = (command.open_member for command in self.schema.commands)
        return list(dict.fromkeys(item.open_base for item in opened if item and item.open_object))

    def _objects_of(self, base: str) -> AliasView:
        derived: tuple[ObjectType, ...] = self.schema.derived(base)
        doc = f"The properties of any object type that derives from `{base}`." if base else ""
        return AliasView(
            alias_of_base(base), doc, [self.views.object_names[item.name] for item in derived]
        )

    def events(self) -> File:
        context = {"classes": [self.views.event(item) for item in self.schema.events]}
        return self._module("events", "python_events.py.j2", "The events of the schema.", context)

    def client(self) -> File:
        commands = self.schema.commands
        methods = [
            MethodView(command, name, self.names, self._runs_in(command))
            for command, name in zip(commands, method_names(commands))
        ]
        context = {
            "program": self.schema.pragma.program,
            "methods": methods,
            "phases": self._phases(),
            "phase_query": self._phase_query(),
        }
        return self._module("client", "python_client.py.j2", "The client.", context)

    def _is_restricted(self, command: Command) -> bool:
        machine = self.schema.phases
        everywhere = {phase.name for phase in machine.phases} if machine else set()
        return command.rule is not None and set(command.rule.sources) < everywhere

    def _phases(self) -> list[tuple[str, str]]:
        """Where commands run, for those that do not run everywhere."""
        return [
            (string(command.name), tuple_of([string(name) for name in command.rule.sources]))
            for command in self.schema.commands
            if command.rule is not None and self._is_restricted(command)
        ]

    def _runs_in(self, command: Command) -> str:
        """The phases in words, sets by their names."""
        if command.rule is None or self.schema.phases is None or not self._is_restricted(command):
            return ""
        left = list(command.rule.sources)
        words = []
        for group in self.schema.phases.groups:
            leaves = self.schema.phases.leaves(group)
            if set(leaves) <= set(left):
                words.append(group)
                left = [name for name in left if name not in leaves]
        words += left
        return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))

    def _phase_query(self) -> tuple[str, str] | None:
        """The command that reports the phase: it runs in all of them and needs no arguments."""
        machine = self.schema.phases
        for command in self.schema.commands:
            if machine is None or command.returns is None or command.returns.is_list:
                continue
            definition = command.returns.definition
            if command.mandatory or self._is_restricted(command):
                continue
            for member in members_of(command.returns) if isinstance(definition, Struct) else ():
                if member.type.name == machine.name and not member.type.is_list:
                    return string(command.name), string(member.name)
        return None

    def _module(self, name: str, template: str, title: str, context: Mapping[str, object]) -> File:
        body = render(File("", template, context)).strip("\n")
        ours = {f".{module}": names for module, names in self._types_for(name).items()} | _OURS
        # The modules of types and events would import each other.
        ours |= _OF_CLIENT if name == "client" else {}
        imports = [
            line
            for module, names in sorted(ours.items())
            if module != f".{name}"
            for line in _import(module, used_in(body, names))
        ]
        if "objects." in body and name == "client":
            imports.insert(0, "from . import objects")
        standard = [
            line
            for module, names in _STANDARD.items()
            for line in _import(module, used_in(body, names))
        ]
        whole = {
            "source": source_of(self.schema),
            "made_by": template,
            "title": title,
            "standard": "\n".join(standard),
            "imports": imports,
            "body": "\n\n" + body if imports or standard else body,
        }
        return File(f"python/{self.name}/{name}.py", "python_module.py.j2", whole)

    def _types_for(self, module: str) -> dict[str, list[str]]:
        """Where names of types come from; what a module defines itself does not use others'."""
        own = {"objects": self.views.object_names, "events": self.views.event_names}
        hidden = set(own.get(module, {}).values())
        return {"types": [name for name in self.names.classes.values() if name not in hidden]}

    def static(self) -> Iterator[File]:
        folder = f"python/{self.name}"
        for name in _STATIC:
            context = {
                "source": f"codegen/backends/{_RUNTIME.name}/{name}.py",
                "text": (_RUNTIME / f"{name}.py").read_text(encoding="utf-8").rstrip("\n"),
            }
            yield File(f"{folder}/{name}.py", "python_static.py.j2", context)
        package = {
            "source": source_of(self.schema),
            "program": self.schema.pragma.program,
            "package": self.name,
        }
        yield File(f"{folder}/__init__.py", "python_package.py.j2", package)
        yield File(f"{folder}/py.typed", "python_py.typed.j2")


def tuple_of(items: Sequence[str]) -> str:
    """Spells a tuple in a dictionary of a class, as black does."""
    if len(items) == 1:
        return f"({items[0]},)"
    return "(\n" + "".join(f"            {item},\n" for item in items) + "        )"


def _import(module: str, names: list[str]) -> list[str]:
    """The statement, on one line where it fits."""
    if not names:
        return []
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= 100:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in names), ")"]


def files(schema: Schema) -> Iterator[File]:
    """A package."""
    package = _Package(schema)
    yield package.types()
    yield package.objects()
    yield package.events()
    yield package.client()
    yield from package.static()
