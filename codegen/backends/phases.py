# SPDX-License-Identifier: Apache-2.0
"""Back end `phases`: the phase machines, their views, and the functions that make transitions."""

from collections.abc import Iterator

from codegen import cpp, names
from codegen.backends.common import file_stem, source_of
from codegen.backends.phase_sets import MoveView, PhaseSets
from codegen.backends.types import header_of
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Enum, Phase, PhaseMachine, PhaseSet, Schema, Transition


@dataclass(frozen=True, slots=True)
class ViewFunction:
    """Another enum's look at the phases: `RunState run_state(VmPhase)`, or the groups."""

    cpp_name: str
    enum: Enum
    doc: str
    cases: tuple[tuple[tuple[str, ...], str], ...]
    """Phases, and the value that stands for them"""


@dataclass(frozen=True, slots=True)
class SetView:
    name: str
    constant: str
    leaves: str
    doc: str
    view: str = ""
    """Name of the enum type that shows it, if one is declared"""
    before: str = ""
    """The leaf that stands there for all phases outside, as C++ spells it"""

    @property
    def predicate(self) -> str:
        """The function that tells whether a phase belongs to it."""
        return f"is_{names.snake(self.name)}"


@dataclass(frozen=True, slots=True)
class StepView:
    source: str
    targets: str
    row: str


@dataclass(frozen=True, slots=True)
class TransitionView:
    """A move that no command triggers."""

    transition: Transition
    sets: PhaseSets
    schema: Schema

    @property
    def name(self) -> str:
        return self.transition.name

    @property
    def cpp_name(self) -> str:
        return self.transition.cpp_name

    @property
    def doc(self) -> str:
        return self.transition.doc.overview

    @property
    def moves_constant(self) -> str:
        return names.constant(self.transition.name) + "Moves"

    @property
    def moves(self) -> list[MoveView]:
        return self.sets.moves(self.transition.rule)

    @property
    def sources(self) -> str:
        """The set of phases that it leaves."""
        expression = self.sets.expression(self.transition.rule.sources)
        return f"({expression})" if "|" in expression else expression

    @property
    def parameters(self) -> str:
        """After the context: the phase, where there is a choice, and the event's data."""
        choice = f", {self.sets.machine.cpp_name} to" if self.transition.rule.choices else ""
        return choice + (f", const {self.event_type}& event" if self.event_type else "")

    @property
    def target(self) -> str:
        """The phase that it leads to."""
        if self.transition.rule.choices:
            return "to_phase(to)"
        targets = self.transition.rule.targets
        if len(targets) == 1:
            return f"to_phase({self.sets.leaf(targets[0])})"
        return f"qapi::target({self.moves_constant}, context.phases().now())"

    @property
    def event_type(self) -> str:
        event = self.schema.event(self.transition.emits) if self.transition.emits else None
        return cpp.value_type(event.arguments) if event and event.arguments else ""

    @property
    def emit(self) -> str:
        """The call that emits its event, if it has one."""
        if not self.transition.emits:
            return ""
        function = f"emit_{self.schema.event(self.transition.emits).cpp_name}"
        return f"{function}(context.events(){', event' if self.event_type else ''});"


@dataclass(frozen=True, slots=True)
class MachineView:
    """A phase machine: of the program (`governs: commands`) or of an object."""

    schema: Schema
    machine: PhaseMachine

    @property
    def cpp_name(self) -> str:
        return self.machine.cpp_name

    @property
    def governs_commands(self) -> bool:
        return self.machine.governs == "commands"

    @property
    def name(self) -> str:
        return self.machine.name

    @property
    def snake_name(self) -> str:
        return cpp.snake_words(self.name)

    @property
    def names_constant(self) -> str:
        return f"k{self.cpp_name}Names"

    @property
    def groups_constant(self) -> str:
        return f"k{self.cpp_name}Groups"

    @property
    def transitions_constant(self) -> str:
        return f"k{self.cpp_name}Transitions"

    @property
    def steps_constant(self) -> str:
        return f"k{self.cpp_name}Steps"

    @property
    def table_function(self) -> str:
        return "phase_table" if self.governs_commands else f"{self.snake_name}_table"

    @property
    def sets(self) -> PhaseSets:
        return PhaseSets(self.machine)

    @property
    def everything(self) -> str:
        return self.sets.everything

    @property
    def values(self) -> list[str]:
        return [self.sets.leaf(phase.name) for phase in self.machine.phases]

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.machine.phases

    @property
    def named_sets(self) -> list[SetView]:
        return [
            SetView(item.name, names.constant(item.name), self.sets.listed(item.phases), item.doc)
            for item in self.machine.sets
        ]

    @property
    def groups(self) -> list[SetView]:
        """The top-level entries."""
        return [self._group(name) for name in self.machine.groups]

    def _group(self, name: str) -> SetView:
        leaves = self.sets.expression(self.machine.leaves(name))
        for declared in self.machine.sets:
            if declared.name == name:
                before = self.sets.leaf(declared.before) if declared.before else ""
                return SetView(name, "", leaves, declared.doc, declared.view, before)
        return SetView(name, "", leaves, "")

    @property
    def goal(self) -> str:
        """Where a start goes if it is not told otherwise, as C++ spells it."""
        return self.sets.leaf(self.machine.goal) if self.machine.goal else ""

    @property
    def predicates(self) -> list[SetView]:
        """What a phase can be asked for: whether it is in a set, or that one."""
        leaves = [
            SetView(phase.name, "", self.sets.listed([phase.name]), "")
            for phase in self.machine.phases
        ]
        return [*self.named_sets, *leaves]

    @property
    def transitions(self) -> list[TransitionView]:
        return [
            TransitionView(item, self.sets, self.schema)
            for item in self.schema.transitions
            if item.machine == self.machine.name
        ]

    @property
    def steps(self) -> list[StepView]:
        commands = {command.name: command for command in self.schema.commands}
        return [
            StepView(source, targets, names.pascal(commands[name].name))
            for source, targets, name in self.sets.steps()
        ]

    @property
    def views(self) -> list[ViewFunction]:
        declared = [self._view(item) for item in self.machine.sets if item.view]
        return [self._group_view(), *declared]

    def _group_view(self) -> ViewFunction:
        enum = self.schema.lookup(self.machine.group_enum)
        assert isinstance(enum, Enum)
        cases = tuple(
            (self._leaves(self.machine.leaves(name)), enum.value(name).cpp_name)
            for name in self.machine.groups
        )
        doc = "The set that a phase belongs to, or the phase itself."
        return ViewFunction("group", enum, doc, cases)

    def _view(self, shown: PhaseSet) -> ViewFunction:
        enum = self.schema.lookup(shown.view)
        assert isinstance(enum, Enum)
        others = [item.name for item in self.machine.phases if item.name not in shown.phases]
        cases = tuple(
            (self._leaves([*others, name] if name == shown.before else [name]), value.cpp_name)
            for name, value in zip(shown.phases, map(enum.value, shown.phases))
        )
        doc = f"How {shown.name} looks; outside of it, `{shown.before}` stands for all phases."
        return ViewFunction(cpp.snake_words(shown.view), enum, doc, cases)

    def _leaves(self, leaves: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        return tuple(self.sets.leaf(name) for name in leaves)


@dataclass(frozen=True, slots=True)
class PhasesView:
    """All that the files of this back end show."""

    schema: Schema
    machines: tuple[MachineView, ...]

    @property
    def source(self) -> str:
        return source_of(self.schema)

    @property
    def namespace(self) -> str:
        return self.schema.pragma.namespace

    @property
    def includes(self) -> list[str]:
        enums = [header_of(self.schema, item.machine) for item in self.machines]
        views = [header_of(self.schema, view.enum) for item in self.machines for view in item.views]
        return cpp.sorted_includes([*enums, *views])

    @property
    def has_phases(self) -> bool:
        """Phases govern the commands."""
        return any(machine.governs_commands for machine in self.machines)

    @property
    def has_steps(self) -> bool:
        return any(machine.steps for machine in self.machines)

    @property
    def event_includes(self) -> list[str]:
        """Events that transitions emit."""
        transitions = (item for machine in self.machines for item in machine.transitions)
        emitted = {item.transition.emits for item in transitions}
        modules = {module.name: module for module in self.schema.modules}
        events = [event for event in self.schema.events if event.name in emitted]
        return cpp.sorted_includes(
            f'"generated/events/{file_stem(self.schema, modules[event.module])}.h"'
            for event in events
        )

    @property
    def event_types(self) -> list[str]:
        """The event structs that declarations name."""
        transitions = (item for machine in self.machines for item in machine.transitions)
        return cpp.sorted_includes(item.event_type for item in transitions)


def files(schema: Schema) -> Iterator[File]:
    """One header and one source for all machines of the schema; commands need one in any case."""
    machines = tuple(MachineView(schema, machine) for machine in schema.machines)
    if machines or schema.commands:
        view = PhasesView(schema, machines)
        yield File("phases/phases.h", "phases.h.j2", {"view": view})
        yield File("phases/phases.cpp", "phases.cpp.j2", {"view": view})
