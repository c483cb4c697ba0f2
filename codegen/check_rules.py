# SPDX-License-Identifier: Apache-2.0
"""Checks phases, rules, transports and options against the rest of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.build import PendingUnion, Stage, argument_key
from codegen.builtin_options import PROGRAM, builtin_owners
from codegen.command_aliases import CommandAliasChecker
from codegen.drafts import Context, Draft
from codegen.messages import phases as phase_messages
from codegen.messages import transports as messages
from codegen.messages.nearest import nearest
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
from codegen.records import replace
from codegen.schema import Invocation, OptionCase, Rule
from codegen.values import INTEGERS, Mismatch, read_literal

VALUE = "$value"
GOAL = "$goal"
_PLACEHOLDER = re.compile(r"\$([a-z][a-z0-9-]*)")
_KEYS = frozenset({"str", "bool", *INTEGERS})
_WORDS = (Kind.BUILTIN, Kind.ENUM, Kind.ALTERNATE)


class RuleChecker:
    """Checks what QAPI does not have about commands; keeps what it resolves."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._drafts = stage.drafts
        self._commands = {draft.name: draft for draft in stage.drafts if draft.meta == "command"}
        self._own_options = {PROGRAM}
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
        self._check_rate_limits()
        for draft in self._drafts:
            if draft.meta == "option":
                self._check_runs(draft)
        members = {name: self._known_members(draft) for name, draft in self._commands.items()}
        aliases = CommandAliasChecker(self._commands, members)
        for draft in self._drafts:
            for alias in draft.command_aliases:
                aliases.check(self._stage.context(draft), alias)

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
        owners = builtin_owners()
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
                self._check_queries(draft)

    def _check_own_option(self, draft: Draft, owners: dict[str, str]) -> None:
        """Each command has an option of its name, unless something else is called so."""
        if not draft.cli:
            return
        own = draft.cli.options[-1]
        owner = owners.get(f"--{own}", draft.within)
        if owner != draft.within and owner in self._own_options:
            # QAPI tells `a_b` and `a-b` apart, options do not: the first one has it, and the
            # program before all of them.
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

            for name in draft.config.key:
                self._check_key(draft, name, "'key'")
        for draft in self._commands.values():
            self._check_removes(draft, owners)

    def _check_key(self, draft: Draft, name: str, what: str) -> None:
        known = [member.name for member in self.members_of(draft)]
        if name not in known:
            problem = f"{what} names '{name}', which is no argument of it{nearest(name, known)}"
            self._stage.context(draft).add(messages.BadKey(problem=problem))

    def _check_removes(self, draft: Draft, owners: dict[str, str]) -> None:
        """What a command removes, it knows by the key of the first section."""
        sections = {
            other.config.section: other for other in self._commands.values() if other.config
        }
        for name in draft.removes:
            if name not in owners:
                problem = f"which does not exist{nearest(name, owners)}"
                self._stage.context(draft).add(messages.BadRemoves(name=name, problem=problem))
        first = sections.get(draft.removes[0]) if draft.removes else None
        config = first.config if first else None
        if config and not config.key:
            message = messages.BadRemoves(name=config.section, problem="which has no 'key'")
            self._stage.context(draft).add(message)
        for name in config.key if config else ():
            self._check_key(draft, name, f"the 'key' of section '{draft.removes[0]}'")

    def _check_rate_limits(self) -> None:
        for draft in self._drafts:
            if not draft.rate_limit or not draft.rate_limit.key:
                continue
            name = draft.rate_limit.key
            known = {member.name: member for member in self.members_of(draft)}
            if name not in known:
                problem = f"is no member of its data{nearest(name, known)}"
            else:
                problem = self._no_key(draft, known[name])
            if problem:
                message = messages.LimitBy(what="'by'", name=name, problem=problem)
                self._stage.context(draft).add(message)

    def _no_key(self, draft: Draft, member: Member) -> str:
        """Why events cannot be told apart by the member; nothing if they can."""
        definition: Any = self._stage.builder.table.get(draft.data)
        if isinstance(definition, Union) and definition.discriminator.name == member.name:
            return "tells the branch"
        if member.is_optional_in_cpp or member.condition:
            return "is not always there"
        kind = member.type.definition.kind
        is_word = kind is Kind.ENUM or member.type.name in _KEYS
        return "" if is_word and not member.type.is_list else "is no string, number or enum"

    def _check_runs(self, draft: Draft) -> None:
        context = self._stage.context(draft)
        used = refused = False
        for case in draft.cases:
            names = {key.name for key in case.keys if not key.refuse} or {VALUE[1:]}
            mentioned = set().union(*(_mentioned(run.arguments) for run in case.runs))
            self._check_keys(context, case, mentioned)
            used = used or bool(mentioned & names) or bool(case.start)
            refused = refused or bool(case.refuse)
            for run in case.runs:
                self._check_run(context, run)
        if used and "value" not in draft.value:
            problem = "'$value' is used, but the option has no 'value'"
            context.add(messages.ValueUnused(problem=problem))
        if not used and not refused and "value" in draft.value:
            context.add(messages.ValueUnused(problem="'value' is never used as '$value'"))
        if "default" in draft.value:
            self._check_default(context, draft)

    def _check_keys(self, context: Context, case: OptionCase, mentioned: set[str]) -> None:
        if not case.keys:
            for name in sorted(mentioned - {VALUE[1:]}):
                context.add(messages.OptionKey(problem=f"'${name}' is used, but is no key"))
            return
        # A key that can be only one thing is there to be checked.
        taken = {key.name: key for key in case.keys if not key.refuse}
        for name in sorted(mentioned - taken.keys()):
            hint = nearest(name, taken)
            context.add(messages.OptionKey(problem=f"'${name}' is used, but is no key{hint}"))
        for name, key in taken.items():
            if name not in mentioned and not key.values:
                context.add(messages.OptionKey(problem=f"key '{name}' is never used as '${name}'"))

    def _check_run(self, context: Context, run: Invocation) -> None:
        command = self._commands.get(run.execute)
        if command is None:
            hint = nearest(run.execute, self._commands)
            context.add(messages.UnknownCommand(name=run.execute, hint=hint))
            return
        self._check_arguments(context, command, run.arguments)
        for name, member in self._known_members(command).items():
            if member.is_mandatory and name not in run.arguments and not run.is_merged:
                context.add(messages.MissingArgument(command=command.name, name=name))

    def _known_members(self, command: Draft) -> dict[str, Member]:
        return {member.name: member for member in self.members_of(command) if not member.is_open}

    def _check_queries(self, draft: Draft) -> None:
        for key in ("plan", "choices"):
            name = getattr(draft.cli, key)
            query = self._commands.get(name)
            if name and not (query and query.is_read_only and not self._needed(query)):
                hint = "" if query else nearest(name, self._commands)
                message = messages.NoQuery(what=f"'{key}'", name=name, hint=hint)
                self._stage.context(draft).add(message)

    def _needed(self, command: Draft) -> bool:
        return any(member.is_mandatory for member in self._known_members(command).values())

    def _check_default(self, context: Context, draft: Draft) -> None:
        others = [
            other.name
            for other in self._drafts
            if other.meta == "option" and "default" in other.value and other is not draft
        ]
        if others and self._drafts.index(draft) > self._index(others[0]):
            context.add(messages.BadDefault(problem=f"belongs to option '{others[0]}' already"))

    def option_default(self, draft: Draft) -> str | None:
        """The value of an option that is not given; `$goal` is what it says: the goal, if any."""
        default: str | None = draft.value.get("default")
        if default == GOAL:
            machine = self.machines.get("commands")
            return machine.goal if machine else None
        return default

    def _index(self, option: str) -> int:
        return next(
            number
            for number, draft in enumerate(self._drafts)
            if draft.meta == "option" and draft.name == option
        )

    def _check_arguments(
        self, context: Context, command: Draft, arguments: Mapping[str, Any]
    ) -> None:
        known = self._known_members(command)
        is_open = len(known) < len(self.members_of(command)) or self._has_branches(command)
        for name, value in arguments.items():
            if name not in known:
                if not is_open:
                    hint = nearest(name, known)
                    context.add(
                        messages.UnknownArgument(command=command.name, name=name, hint=hint)
                    )
            elif not _mentioned(value):
                self._check_argument(context, command, known[name], value)

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
        is_short = len(draft.name) == 1 or draft.value.get("single-dash")
        yield ("-" if is_short else "--") + draft.name
    elif draft.meta == "command" and draft.cli:
        yield from (f"--{option}" for option in draft.cli.options[:-1])
        if draft.cli.short:
            yield f"-{draft.cli.short}"


def _mentioned(value: object) -> set[str]:
    """The `$name` that stand for parts of the option's argument."""
    match value:
        case str():
            return set(_PLACEHOLDER.findall(value))
        case list():
            return set().union(*map(_mentioned, value))
        case dict():
            return set().union(*map(_mentioned, value.values()))
    return set()
