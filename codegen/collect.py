# SPDX-License-Identifier: Apache-2.0
"""Makes the checked schema of all that the earlier stages left."""

from __future__ import annotations

import os
from collections.abc import Iterator

from codegen.assemble import SchemaDraft
from codegen.build import Builder, argument_key, base_key
from codegen.check_rules import RuleChecker
from codegen.drafts import Draft, TypeUse, ValueDraft
from codegen.model import Definition, Enum, TypeRef, implicit_name
from codegen.names import Scope, pascal, snake
from codegen.schema import (
    AliasTable,
    Command,
    Event,
    Module,
    Option,
    Phase,
    PhaseMachine,
    PhaseSet,
    Rule,
    Schema,
    Transition,
    Type,
)
from codegen.shipped import is_shipped, module_file


class Collector:
    """Makes commands, events and phase machines, and sorts everything into modules."""

    def __init__(self, builder: Builder, draft: SchemaDraft, rules: RuleChecker) -> None:
        self._builder = builder
        self._draft = draft
        self._rules = rules
        self._functions = Scope()

    def definitions(self) -> dict[str, list[Definition]]:
        """All definitions by their modules; types are in the table, and are taken from it last."""
        found: dict[str, list[Definition]] = {}
        for draft in self._draft.definitions:
            module = found.setdefault(draft.place.path, [])
            module.extend(self._defined(draft))
        return found

    def schema(
        self, definitions: dict[str, list[Definition]], types_in_order: tuple[Type, ...]
    ) -> Schema:
        """Puts all together; types are those of the table now."""
        modules = tuple(self._modules(definitions))
        return Schema(
            modules=modules,
            types=self._builder.table,
            pragma=self._draft.pragma,
            files=self._draft.paths,
            definitions=tuple(item for module in modules for item in module.definitions),
            types_in_order=types_in_order,
        )

    def _modules(self, definitions: dict[str, list[Definition]]) -> Iterator[Module]:
        directory = os.path.dirname(os.path.abspath(self._draft.main))
        names = {
            absolute: os.path.splitext(module_file(absolute, directory))[0]
            for absolute in self._draft.files
        }
        for absolute, file in self._draft.files.items():
            found = definitions.get(file.path, [])
            yield Module(
                name=names[absolute],
                file=module_file(absolute, directory),
                includes=tuple(names[path] for path in dict.fromkeys(file.includes)),
                definitions=tuple(self._latest(item) for item in found),
                introduction=file.introduction,
                is_shipped=is_shipped(absolute),
            )

    def _latest(self, definition: Definition) -> Definition:
        """Types may have been completed since they were collected."""
        if isinstance(definition, (AliasTable, Command, Event, Transition, Option, PhaseMachine)):
            return definition
        return self._builder.table[definition.name]

    def _defined(self, draft: Draft) -> Iterator[Definition]:
        table = self._builder.table
        match draft.meta:
            case "command":
                yield from self._argument_struct(draft)
                yield from self._command(draft)
            case "event":
                yield from self._argument_struct(draft)
                yield self._event(draft)
            case "transition":
                yield self._transition(draft)
            case "aliases":
                yield AliasTable(
                    **self._builder.described(draft, snake(draft.name)),
                    objects=tuple(draft.aliases),
                    paths=tuple(draft.paths),
                    commands=tuple(draft.command_aliases),
                    assumes=tuple(draft.assumes),
                )
            case "option":
                yield self._option(draft)
            case "phases":
                yield from self._machine(draft)
            case "object":
                yield table[draft.name]
                yield table[f"q_obj_{draft.name}-props"]
                yield table[f"q_obj_{draft.name}-state"]
            case _:
                if draft.base_members:
                    yield table[base_key(draft.name)]
                yield table[draft.name]

    def _argument_struct(self, draft: Draft) -> Iterator[Definition]:
        if draft.members:
            yield self._builder.table[argument_key(draft.name)]

    def _arguments(self, draft: Draft) -> TypeRef | None:
        if draft.members:
            return self._builder.ref(TypeUse(argument_key(draft.name)))
        return self._builder.ref(TypeUse(draft.data)) if draft.data else None

    def _command(self, draft: Draft) -> Iterator[Definition]:
        value = draft.value
        rule = self._rules.rules.get(("command", draft.name))
        to_enum = ""
        if rule and rule.choices:
            choices = self._choices(draft, rule)
            to_enum = choices.name
            yield choices
        yield Command(
            **self._builder.described(draft, self._functions.take(snake(draft.name))),
            arguments=self._arguments(draft),
            returns=self._builder.ref(draft.returns) if draft.returns else None,
            rule=rule,
            to_enum=to_enum,
            group=draft.group,
            is_read_only=draft.is_read_only,
            cli=draft.cli,
            config=draft.config,
            removes=draft.removes,
            is_transient=value.get("transient") is True,
            boxed="boxed" in value,
            gen="gen" not in value,
            success_response="success-response" not in value,
            allow_oob="allow-oob" in value,
            allow_preconfig="allow-preconfig" in value,
            coroutine="coroutine" in value,
            table=self._builder.table,
        )

    def _choices(self, draft: Draft, rule: Rule) -> Enum:
        """The implicit enum of the phases that a command's handler chooses from."""
        key = f"q_obj_{draft.name}-to"
        values = [ValueDraft(name) for name in rule.choices]
        cpp_name = implicit_name(draft.name, "To")
        self._builder.implied_enum(draft, key, cpp_name, values)
        choices = self._builder.table[key]
        assert isinstance(choices, Enum)
        return choices

    def _event(self, draft: Draft) -> Event:
        return Event(
            **self._builder.described(draft, snake(draft.name)),
            arguments=self._arguments(draft),
            boxed="boxed" in draft.value,
            rate_limit=draft.rate_limit,
        )

    def _transition(self, draft: Draft) -> Transition:
        machine = self._rules.machine_of(draft)
        assert machine
        return Transition(
            **self._builder.described(draft, snake(draft.name)),
            rule=self._rules.rules["transition", draft.name],
            machine=machine.draft.name,
            emits=draft.value.get("emits", ""),
        )

    def _option(self, draft: Draft) -> Option:
        value = draft.value
        return Option(
            **self._builder.described(draft, snake(draft.name)),
            cases=draft.cases,
            single_dash=value.get("single-dash", False),
            value=value.get("value", ""),
            group=value.get("group", ""),
            when=value.get("when", "now"),
            default=self._rules.option_default(draft),
        )

    def _machine(self, draft: Draft) -> Iterator[Definition]:
        table = self._builder.table
        enum = table[draft.name]
        assert isinstance(enum, Enum)
        yield enum
        group = f"{draft.name}Group"
        yield table[group]
        for entry in draft.entries:
            if entry.view:
                yield table[entry.view]
        governs = draft.value["governs"]
        yield PhaseMachine(
            **self._builder.described(draft, enum.cpp_name),
            governs=governs,
            phases=tuple(self._phases(draft, enum)),
            sets=tuple(_sets(draft)),
            groups=tuple(entry.name for entry in draft.entries),
            group_enum=group,
            goal=draft.value.get("goal"),
            steps=self._rules.steps[governs],
            table=table,
        )

    def _phases(self, draft: Draft, enum: Enum) -> Iterator[Phase]:
        groups = {leaf.name: entry.name for entry in draft.entries for leaf in entry.leaves}
        for number, value in enumerate(enum.values):
            yield Phase(value, groups[value.name], number)


def _sets(draft: Draft) -> Iterator[PhaseSet]:
    members = draft.doc.members if draft.doc else {}
    for entry in draft.entries:
        if entry.is_set:
            doc = members[entry.name].text if entry.name in members else ""
            leaves = tuple(leaf.name for leaf in entry.leaves)
            yield PhaseSet(entry.name, pascal(entry.name), leaves, entry.view, entry.before, doc)
