# SPDX-License-Identifier: Apache-2.0
"""Checks phases, rules, transports and options against the rest of the schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from codegen.build import PendingUnion, Stage, argument_key
from codegen.drafts import Context, Draft
from codegen.messages import phases as phase_messages
from codegen.messages import transports as messages
from codegen.messages.base import nearest
from codegen.model import Kind, Member, Struct, Union
from codegen.phases import (
    Machine,
    Mover,
    RuleReader,
    check_moves,
    find_steps,
    read_machine,
    step_reachable,
)
from codegen.schema import Rule
from codegen.values import Mismatch, read_literal

VALUE = "$value"
_WORDS = (Kind.BUILTIN, Kind.ENUM, Kind.ALTERNATE)


class RuleChecker:
    """Checks what QAPI does not have about commands; keeps what it resolves."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._drafts = stage.drafts
        self._commands = {draft.name: draft for draft in stage.drafts if draft.meta == "command"}
        self._own_options: set[str] = set()
        self.machines: dict[str, Machine] = {}
        self.rules: dict[tuple[str, str], Rule] = {}
        self.steps: dict[str, dict[str, dict[str, str]]] = {}

    def run(self) -> None:
        """Checks all phases and rules, then all transports."""
        before = len(self._stage.errors)
        self._read_machines()
        for draft in self._drafts:
            if draft.meta in ("command", "transition"):
                self._rule(draft)
        broken = len(self._stage.errors) > before
        for machine in self.machines.values():
            self.steps[machine.governs] = {}
            if not broken and (machine.movers or machine.governs == "commands"):
                check_moves(machine)
                self.steps[machine.governs] = find_steps(machine)
        self._check_options()
        self._check_sections(broken)
        for draft in self._drafts:
            if draft.meta == "option":
                self._check_runs(draft)

    def _read_machines(self) -> None:
        taken: dict[str, str] = {}
        for draft in self._drafts:
            if draft.meta != "phases":
                continue
            context = self._stage.context(draft)
            machine = read_machine(context, draft)
            if other := self.machines.get(machine.governs):
                name = other.draft.name
                context.add(phase_messages.GovernsTwice(governs=machine.governs, name=name))
                continue
            for name in machine.names:
                if taken.setdefault(name, draft.name) != draft.name:
                    context.add(phase_messages.PhaseTwice(name=name))
            self.machines[machine.governs] = machine

    def machine_of(self, draft: Draft) -> Machine | None:
        """The machine whose phases a command or transition speaks of."""
        governing = self.machines.get("commands")
        life = self.machines.get("objects")
        if draft.meta == "command" or life is None or draft.rule is None:
            return governing
        names = draft.rule.sources or ()
        return life if any(name in life.names for name in names) else governing

    def _rule(self, draft: Draft) -> None:
        context = self._stage.context(draft)
        machine = self.machine_of(draft)
        if machine is None:
            if draft.rule:
                context.add(phase_messages.RuleWithoutPhases(governs="commands"))
            return
        rule = RuleReader(machine, context).read(draft.rule)
        self.rules[draft.meta, draft.name] = rule
        machine.movers.append(Mover(draft.name, rule, context, draft.meta == "command"))
        emits = draft.value.get("emits")
        if draft.meta == "transition" and emits:
            events = [item.name for item in self._drafts if item.meta == "event"]
            if emits not in events:
                hint = nearest(emits, events)
                context.add(phase_messages.UnknownEvent(name=emits, hint=hint))

    def members_of(self, draft: Draft) -> list[Member]:
        """All arguments of a command that are known by name."""
        definition: Any = None
        if draft.members:
            definition = self._stage.builder.table.get(argument_key(draft.name))
        elif draft.data:
            definition = self._stage.builder.table.get(draft.data)
        if isinstance(definition, (Struct, Union, PendingUnion)):
            return list(definition.all_members)
        return []

    def _check_options(self) -> None:
        owners: dict[str, str] = {}
        for draft in self._drafts:
            for option in _declared_options(draft):
                owner = owners.setdefault(option, draft.within)
                if owner != draft.within:
                    message = messages.OptionTwice(name=option, owner=owner)
                    self._stage.context(draft).add(message)
        for draft in self._commands.values():
            self._check_own_option(draft, owners)
            if draft.cli:
                self._check_implied(draft, draft.cli.implied_key)

    def _check_own_option(self, draft: Draft, owners: dict[str, str]) -> None:
        """Each command has an option of its name, unless another one's looks the same."""
        if not draft.cli:
            return
        own = draft.cli.options[-1]
        owner = owners.get(f"--{own}", draft.within)
        if owner != draft.within and owner in self._own_options:
            # QAPI tells `a_b` and `a-b` apart, options do not: the first one has it.
            kept = tuple(option for option in draft.cli.options if option != own)
            draft.cli = replace(draft.cli, options=kept) if kept else None
        elif owner != draft.within:
            message = messages.OptionTwice(name=f"--{own}", owner=owner)
            self._stage.context(draft).add(message)
        else:
            owners[f"--{own}"] = draft.within
            self._own_options.add(draft.within)

    def _check_implied(self, draft: Draft, name: str) -> None:
        if not name:
            return
        known = {member.name: member for member in self.members_of(draft)}
        if name not in known:
            hint = nearest(name, known)
            self._stage.context(draft).add(messages.NoSuchArgument(name=name, hint=hint))
            return
        if known[name].type.definition.kind not in _WORDS:
            self._stage.context(draft).add(messages.ImpliedNotScalar(name=name))

    def _check_sections(self, broken: bool) -> None:
        owners: dict[str, str] = {}
        machine = self.machines.get("commands")
        reachable = step_reachable(machine, self.steps["commands"]) if machine else set()
        for draft in self._commands.values():
            if not draft.config:
                continue
            section = draft.config.section
            context = self._stage.context(draft)
            owner = owners.setdefault(section, draft.within)
            if owner != draft.within:
                context.add(messages.SectionNotUnique(name=section, owner=owner))
            rule = self.rules.get(("command", draft.name))
            if machine and rule and not broken and not reachable.intersection(rule.sources):
                initial = machine.leaves[0]
                context.add(messages.DeadSection(name=section, initial=initial))

    def _check_runs(self, draft: Draft) -> None:
        context = self._stage.context(draft)
        used = False
        for run in draft.value["runs"]:
            arguments = run.get("arguments", {})
            used = used or _mentions(arguments)
            command = self._commands.get(run["execute"])
            if command is None:
                hint = nearest(run["execute"], self._commands)
                context.add(messages.UnknownCommand(name=run["execute"], hint=hint))
                continue
            self._check_arguments(context, command, arguments)
        if used and "value" not in draft.value:
            problem = "'$value' is used, but the option has no 'value'"
            context.add(messages.ValueUnused(problem=problem))
        if not used and "value" in draft.value:
            context.add(messages.ValueUnused(problem="'value' is never used as '$value'"))
        if "default" in draft.value:
            self._check_default(context, draft)

    def _check_default(self, context: Context, draft: Draft) -> None:
        others = [
            other.name
            for other in self._drafts
            if other.meta == "option" and "default" in other.value and other is not draft
        ]
        if others and self._drafts.index(draft) > self._index(others[0]):
            context.add(messages.BadDefault(problem=f"belongs to option '{others[0]}' already"))

    def _index(self, option: str) -> int:
        return next(
            number
            for number, draft in enumerate(self._drafts)
            if draft.meta == "option" and draft.name == option
        )

    def _check_arguments(self, context: Context, command: Draft, arguments: dict[str, Any]) -> None:
        members = self.members_of(command)
        known = {member.name: member for member in members if not member.is_open}
        is_open = len(known) < len(members) or self._has_branches(command)
        for name, value in arguments.items():
            if name not in known:
                if not is_open:
                    hint = nearest(name, known)
                    context.add(
                        messages.UnknownArgument(command=command.name, name=name, hint=hint)
                    )
            elif not _mentions(value):
                self._check_argument(context, command, known[name], value)
        for name, member in known.items():
            if member.is_mandatory and name not in arguments:
                context.add(messages.MissingArgument(command=command.name, name=name))

    def _has_branches(self, command: Draft) -> bool:
        definition: Any = self._stage.builder.table.get(command.data)
        return isinstance(definition, (Union, PendingUnion))

    def _check_argument(
        self, context: Context, command: Draft, member: Member, value: object
    ) -> None:
        try:
            read_literal(value, member.type, member.range)
        except Mismatch as error:
            context.add(messages.BadArgument(name=member.name, command=command.name, problem=error))


def _declared_options(draft: Draft) -> Iterator[str]:
    """Options that a definition asks for, beside the one of a command's own name."""
    if draft.meta == "option":
        yield ("-" if len(draft.name) == 1 else "--") + draft.name
    elif draft.meta == "command" and draft.cli:
        yield from (f"--{option}" for option in draft.cli.options[:-1])
        if draft.cli.short:
            yield f"-{draft.cli.short}"


def _mentions(value: object) -> bool:
    """True where `$value` stands for the option's argument."""
    match value:
        case str():
            return VALUE in value
        case list():
            return any(_mentions(item) for item in value)
        case dict():
            return any(_mentions(item) for item in value.values())
    return False
