# SPDX-License-Identifier: Apache-2.0
"""Random commands, events, phases, transitions and options."""

# It keeps a list of each kind of name that is still free, or can be referred to.
# pylint: disable=too-many-instance-attributes

from __future__ import annotations

from typing import Any

from codegen.naming import c_name
from tests.codegen.random_schema import words
from tests.codegen.random_schema.chance import Chance
from tests.codegen.random_schema.spell import Node
from tests.codegen.random_schema.types import Types

_WORDS = "str int int8 uint16 size bool number".split()


class Behaviour:
    """Makes what a program does, of types that exist."""

    def __init__(self, chance: Chance, types: Types) -> None:
        self._chance = chance
        self._types = types
        self.definitions: list[Node] = []
        self.returns_exceptions: list[str] = []
        self._phases: list[str] = []
        self._sets: list[str] = []
        self._events: list[str] = []
        self._sections = list(words.SECTIONS)
        self._shorts = list("cdefgXYZ019")
        self._own_options: set[str] = set()
        # Commands that need no argument, for options to run.
        self._plain: list[str] = []

    def make(self, count: int) -> None:
        """Makes events, a phase machine, and so many further commands."""
        chance = self._chance
        for _ in range(chance.number(0, 3)):
            self._event()
        if chance.often():
            self._machine()
        for _ in range(count):
            self._command()
        for name in chance.some(words.OPTIONS, 0, 2):
            self._option(name)

    def _event(self) -> None:
        name = self._types.take(words.EVENTS)
        self._events.append(name)
        definition: Node = {"event": name, **self._data()}
        if self._chance.rarely():
            definition["features"] = self._chance.features(words.SPECIAL_FEATURES)
        if self._chance.rarely() and not self._phases:
            definition["if"] = self._chance.condition()
            self._events.remove(name)
        self.definitions.append(definition)

    def _data(self) -> Node:
        """The data of a command or event."""
        chance = self._chance
        objects = [item.name for item in self._types.held("struct", "union") if not item.condition]
        match chance.number(0, 3):
            case 0 if objects:
                return {"boxed": True, "data": chance.pick(objects)}
            case 1:
                return {}
        return {"data": self._types.members(set(), 4, conditions=False)}

    def _machine(self) -> None:
        """A circle of phases, so that each is reached and left, and all steps are clear."""
        chance = self._chance
        name = self._types.take(words.TYPES)
        self._types.reserve(f"{name}Group")
        phases = list({c_name(item): item for item in chance.some(words.PHASES, 2, 5)}.values())
        data: list[Any] = list(phases)
        if len(phases) > 2 and chance.often():
            self._sets = [chance.pick(words.SETS)]
            members = phases[1:3]
            named: Node = {"name": self._sets[0], "data": members}
            if chance.maybe():
                named |= {"view": self._types.take(words.TYPES), "before": chance.pick(members)}
            data[1:3] = [named]
        self._phases = phases
        self.definitions.append({"phases": name, "governs": "commands", "data": data})
        for source, target in zip(phases, [*phases[1:], phases[0]]):
            leads: Any = chance.pick([target, [target], {source: target}])
            self._command({"in": [source], "to": leads})
        if chance.maybe():
            self._transition()

    def _transition(self) -> None:
        chance = self._chance
        source, target = chance.some(self._phases, 2, 2)
        definition: Node = {
            "transition": chance.pick(words.TRANSITIONS),
            "phase": {"in": [source], "to": target},
        }
        if self._events and chance.maybe():
            definition["emits"] = chance.pick(self._events)
        self.definitions.append(definition)

    def _rule(self) -> Node:
        """A rule that is no step."""
        chance = self._chance
        rule: Node = {}
        if chance.maybe():
            rule["in"] = chance.some([*self._phases, *self._sets], 1, 3)
        if chance.rarely():
            rule["walks"] = True
        elif chance.maybe():
            rule |= {"to": chance.some(self._phases, 1, 2), "step": False}
        return rule

    def _command(self, rule: Node | None = None) -> None:
        chance = self._chance
        name = self._types.take(words.COMMANDS)
        definition: Node = {"command": name, **self._data()}
        if rule is None and self._phases and chance.often():
            rule = self._rule()
        if rule is not None:
            definition["phase"] = rule
        self._answer(definition)
        # A command that leads somewhere takes its turn.
        flags = ("allow-preconfig",) if "to" in (rule or {}) else ("allow-oob", "allow-preconfig")
        for flag in flags:
            if chance.rarely():
                definition[flag] = True
        if chance.rarely() and "allow-oob" not in definition:
            definition["coroutine"] = True
        if chance.rarely() and rule is None:
            definition["if"] = chance.condition()
        elif not any(not key.startswith("*") for key in self._keys(definition)):
            self._plain.append(name)
        if chance.rarely():
            definition["features"] = chance.features([*words.FEATURES, *words.SPECIAL_FEATURES])
        self._transports(definition)
        self.definitions.append(definition)

    def _keys(self, definition: Node) -> list[str]:
        """The members of data written in place; a boxed type may ask for any."""
        data = definition.get("data", {})
        return list(data) if isinstance(data, dict) else ["boxed"]

    def _answer(self, definition: Node) -> None:
        chance = self._chance
        leads = definition.get("phase", {}).get("to")
        if chance.rarely():
            definition["gen"] = False
        if chance.rarely() and not isinstance(leads, list):
            definition["success-response"] = False
            return
        kinds = ("enum", "struct", "union", "alternate")
        usable = [item for item in self._types.held(*kinds) if not item.condition]
        if not usable or chance.maybe():
            return
        made = chance.pick(usable)
        definition["returns"] = [made.name] if chance.rarely() else made.name
        if made.kind in ("enum", "alternate"):
            self.returns_exceptions.append(definition["command"])

    def _transports(self, definition: Node) -> None:
        chance = self._chance
        own = definition["command"].replace("_", "-")
        if own in self._own_options or chance.rarely():
            definition["cli"] = False
        elif chance.rarely():
            definition["cli"] = self._cli(definition)
        self._own_options.add(own)
        if self._sections and chance.rarely() and self._can_start(definition):
            section: Node = {"section": self._sections.pop()}
            if chance.maybe():
                section["list"] = chance.maybe()
            definition["config"] = section

    def _can_start(self, definition: Node) -> bool:
        """Config sections must be able to run somewhere; in a circle, all can. In turn, too."""
        return "if" not in definition and "allow-oob" not in definition

    def _cli(self, definition: Node) -> Node:
        chance = self._chance
        cli: Node = {}
        if chance.maybe():
            cli[
                "option"
            ] = f"do-{definition['command'].replace('_', '-').strip('-').replace('.', '')}"
        if chance.maybe():
            cli["short"] = self._shorts.pop()
        data = definition.get("data", {})
        scalars = [
            key.removeprefix("*")
            for key, value in (data.items() if isinstance(data, dict) else ())
            if (value["type"] if isinstance(value, dict) else value) in _WORDS
        ]
        if scalars and chance.often():
            cli["implied-key"] = chance.pick(scalars)
        if chance.maybe():
            cli["group"] = chance.pick(["Work", "Other things", "a|b"])
        if chance.rarely():
            cli["positional"] = chance.maybe()
        return cli

    def _option(self, name: str) -> None:
        chance = self._chance
        if name in self._own_options or not self._plain:
            return
        definition: Node = {
            "option": name,
            "runs": [{"execute": command} for command in chance.some(self._plain, 1, 2)],
        }
        if chance.maybe():
            definition["when"] = chance.pick(["end", "after"])
        if chance.maybe():
            definition["group"] = "Work"
        self.definitions.append(definition)
