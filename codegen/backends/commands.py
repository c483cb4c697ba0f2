# SPDX-License-Identifier: Apache-2.0
"""Back end `commands`: prototypes of the command functions, and the table of all commands."""

from collections.abc import Iterable, Iterator

from codegen import cpp, names
from codegen.backends.common import file_stem, source_of
from codegen.backends.phase_sets import MoveView, PhaseSets
from codegen.backends.type_views import EnumView
from codegen.backends.types import header_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import AliasArgument, Command, CommandAlias, Condition, Module, Schema


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The enum from which a handler chooses the next phase."""

    enum: EnumView
    phases: tuple[tuple[str, str], ...]
    """Its values, with the phases that they stand for"""

    @property
    def cpp_name(self) -> str:
        return self.enum.cpp_name


@dataclass(frozen=True, slots=True)
class CommandView:  # pylint: disable=too-many-public-methods
    """A row of the command table, with all its columns."""

    command: Command
    schema: Schema

    @property
    def name(self) -> str:
        return self.command.name

    @property
    def cpp_name(self) -> str:
        return self.command.cpp_name

    @property
    def row_name(self) -> str:
        return names.pascal(self.command.name)

    @property
    def condition(self) -> Condition | None:
        return self.command.condition

    @property
    def doc(self) -> str:
        doc = self.command.doc
        returns = f"\n\nReturns {doc.returns}" if doc.returns else ""
        return (doc.overview or f"See `{self.name}`.") + returns

    @property
    def result(self) -> str:
        """The type that its function gives back."""
        value = self._value
        chosen = self.command.chosen_phase
        if chosen is not None:
            going = f"{self.schema.pragma.namespace}::{chosen.cpp_name}"
            value = f"qapi::Going<{going}, {value}>" if value else f"qapi::Going<{going}>"
        return f"qapi::Result<{value}>"

    @property
    def _value(self) -> str:
        returns = self.command.returns
        if returns is None:
            return ""
        if not self.command.gen:
            return "qapi::RawJson"
        return cpp.value_type(returns, self.schema.pragma.namespace)

    @property
    def parameters(self) -> str:
        """After the context."""
        arguments = self.command.arguments
        if arguments is None:
            return ""
        return f", const {cpp.value_type(arguments, self.schema.pragma.namespace)}& args"

    @property
    def argument(self) -> str:
        """After the context, in a call."""
        return ", args" if self.command.arguments else ""

    @property
    def choice(self) -> ChoiceView | None:
        chosen, machine = self.command.chosen_phase, self.schema.phases
        if chosen is None or machine is None:
            return None
        sets = PhaseSets(machine)
        phases = tuple((value.cpp_name, sets.leaf(value.name)) for value in chosen.values)
        return ChoiceView(EnumView(definition=chosen, enum=chosen), phases)

    @property
    def phases(self) -> str:
        """The set of phases that it runs in."""
        machine, rule = self.schema.phases, self.command.rule
        return PhaseSets(machine).expression(rule.sources) if machine and rule else "kAnyPhase"

    @property
    def moves(self) -> list[MoveView]:
        machine, rule = self.schema.phases, self.command.rule
        return PhaseSets(machine).moves(rule) if machine and rule else []

    @property
    def moves_constant(self) -> str:
        return f"{names.constant(self.name)}Moves"

    @property
    def is_step(self) -> bool:
        return self.command.rule is None or self.command.rule.is_step

    @property
    def walks(self) -> bool:
        return self.command.rule is not None and self.command.rule.walks

    @property
    def mandatory(self) -> list[str]:
        return [member.name for member in self.command.mandatory]

    @property
    def mandatory_list(self) -> str:
        return _listed(self.mandatory)

    @property
    def mandatory_constant(self) -> str:
        return f"{names.constant(self.name)}Mandatory"

    @property
    def special(self) -> str:
        return cpp.special(self.command.features)

    @property
    def implied_key(self) -> str:
        return self.command.cli.implied_key if self.command.cli else ""

    @property
    def config_row(self) -> str:
        """Its config section; what is as it mostly is goes without saying."""
        config = self.command.config
        assert config is not None
        when = f"qapi::ConfigSection::When::{config.when.capitalize()}"
        said = {
            "name": cpp.string(config.section),
            "list": "true" if config.is_list else "",
            "merges": "true" if config.merges else "",
            "when": when if config.when else "",
        }
        return ", ".join(f".{name} = {value}" for name, value in said.items() if value)

    @property
    def key(self) -> str:
        """What tells an element of its config section, or of the one it removes from."""
        return _listed(self._key)

    @property
    def key_constant(self) -> str:
        return f"{names.constant(self.name)}Key"

    @property
    def _key(self) -> tuple[str, ...]:
        if self.command.removes:
            first = self.command.removes[0]
            configs = [item.config for item in self.schema.commands if item.config]
            return next(config.key for config in configs if config.section == first)
        return self.command.config.key if self.command.config else ()

    @property
    def removes(self) -> str:
        return _listed(self.command.removes)

    @property
    def removes_constant(self) -> str:
        return f"{names.constant(self.name)}Removes"

    @property
    def function(self) -> str:
        return f"{handlers_namespace(self.schema)}::{self.cpp_name}"


@dataclass(frozen=True, slots=True)
class AliasArgumentView:
    """An argument of another emulator's command."""

    argument: AliasArgument

    @property
    def name(self) -> str:
        return self.argument.name

    @property
    def type(self) -> str:
        """The qapi::Type that reads it."""
        if self.argument.type == "size":
            return "qapi::kSize"
        return f"qapi::type<{cpp.builtin_type(self.argument.type)}>"

    @property
    def is_optional(self) -> bool:
        return self.argument.is_optional

    @property
    def default(self) -> str:
        """As JSON; nothing without one."""
        default = self.argument.default
        return "" if default is None else cpp.json_text(default)


@dataclass(frozen=True, slots=True)
class CommandAliasView:
    """A command of another emulator."""

    alias: CommandAlias
    emulator: str

    @property
    def name(self) -> str:
        return self.alias.name

    @property
    def target(self) -> str:
        return self.alias.target

    @property
    def takes(self) -> list[AliasArgumentView]:
        return [AliasArgumentView(item) for item in self.alias.takes]

    @property
    def takes_constant(self) -> str:
        return f"{names.constant(self.name)}Takes"

    @property
    def arguments(self) -> str:
        return cpp.json_text(self.alias.arguments)


@dataclass(frozen=True, slots=True)
class CommandsModule:
    """The commands of one schema file, or of all."""

    schema: Schema
    module: Module | None

    @property
    def commands(self) -> list[CommandView]:
        listing = self.module or self.schema
        return [CommandView(command, self.schema) for command in listing.commands]

    @property
    def aliases(self) -> list[CommandAliasView]:
        """Commands of other emulators."""
        tables = self.schema.alias_tables
        return [CommandAliasView(item, table.name) for table in tables for item in table.commands]

    @property
    def source(self) -> str:
        return source_of(self.schema, self.module)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def handlers_namespace(self) -> str:
        return handlers_namespace(self.schema)

    @property
    def handwritten(self) -> str:
        """Where the functions are defined."""
        assert self.module is not None
        if self.module.is_shipped:
            return "runtime/program/base_commands.h"
        return f"{self.schema.pragma.handlers}/commands/{file_stem(self.schema, self.module)}.cpp"

    @property
    def header(self) -> str:
        """Where the functions are declared."""
        assert self.module is not None
        return f"generated/commands/{file_stem(self.schema, self.module)}.h"

    @property
    def context(self) -> str:
        return self.schema.pragma.context

    @property
    def context_namespace(self) -> str:
        return self.context.rpartition("::")[0]

    @property
    def context_class(self) -> str:
        return self.context.rpartition("::")[2]

    @property
    def context_name(self) -> str:
        return names.snake(self.context_class)

    @property
    def context_header(self) -> str:
        return self.schema.pragma.context_header

    @property
    def choices(self) -> list[ChoiceView]:
        return [command.choice for command in self.commands if command.choice]

    @property
    def includes(self) -> list[str]:
        """The types that the prototypes name."""
        used = [
            ref.definition
            for view in self.commands
            for ref in (view.command.arguments, view.command.returns)
            if ref is not None and ref.definition.module
        ]
        headers = [header_of(self.schema, definition) for definition in used]
        types = " ".join(view.result for view in self.commands)
        headers += [header for token, header in _HEADERS.items() if token in types]
        headers += ['"generated/phases/phases.h"'] if self.choices else []
        return cpp.sorted_includes([*headers, '"runtime/base/result.h"'])

    @property
    def shipped_includes(self) -> list[str]:
        """What it takes to define the functions of a module that comes with qapigen."""
        return cpp.sorted_includes(
            [f'"{self.context_header}"', '"runtime/program/base_commands.h"']
        )

    @property
    def table_includes(self) -> list[str]:
        """The prototypes of all modules."""
        modules = [module for module in self.schema.modules if module.commands]
        headers = [f'"generated/commands/{file_stem(self.schema, module)}.h"' for module in modules]
        context = [f'"{self.context_header}"'] if self.context_header else []
        reads = ['"runtime/json/type.h"'] if self.aliases else []
        return cpp.sorted_includes(
            [
                *headers,
                *context,
                *reads,
                '"generated/phases/phases.h"',
                '"runtime/dispatch/invoke.h"',
            ]
        )


_HEADERS = {
    "std::string": "<string>",
    "std::vector": "<vector>",
    "int": "<cstdint>",
    "qapi::Any": '"runtime/json/any.h"',
    "qapi::Going": '"runtime/dispatch/invoke.h"',
    "qapi::RawJson": '"runtime/dispatch/invoke.h"',
}


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(cpp.string(text) for text in texts)


def handlers_namespace(schema: Schema) -> str:
    """The namespace of the handwritten command functions."""
    return schema.pragma.handlers.replace("/", "::") + "::commands"


def files(schema: Schema) -> Iterator[File]:
    """The prototypes of each module, and one table."""
    for module in schema.modules:
        if module.commands:
            view = CommandsModule(schema, module)
            stem = f"commands/{file_stem(schema, module)}"
            yield File(f"{stem}.h", "commands.h.j2", {"module": view})
            if module.is_shipped:
                yield File(f"{stem}.cpp", "shipped_commands.cpp.j2", {"module": view})
    if schema.commands:
        table = CommandsModule(schema, None)
        yield File("commands/command_table.h", "command_table.h.j2", {"table": table})
        yield File("commands/command_table.cpp", "command_table.cpp.j2", {"table": table})
