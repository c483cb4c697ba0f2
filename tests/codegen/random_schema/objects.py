# SPDX-License-Identifier: Apache-2.0
"""Random object types: properties, ports, state, device tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from codegen.naming import c_name
from tests.codegen.random_schema import words
from tests.codegen.random_schema.chance import Chance
from tests.codegen.random_schema.spell import Node
from tests.codegen.random_schema.types import Types


@dataclass
class MadeObject:
    """An object type that exists."""

    name: str
    taken: set[str] = field(default_factory=set)
    """Names in C of its properties, ports and state, and of those of its bases"""
    counts: list[str] = field(default_factory=list)
    """Properties that can hold a number of elements"""


class Objects:
    """Makes object types, each perhaps derived from an earlier one."""

    def __init__(self, chance: Chance, types: Types) -> None:
        self._chance = chance
        self._types = types
        self._made: list[MadeObject] = []
        self.definitions: list[Node] = []

    def make(self, count: int) -> None:
        """Makes some object types, and perhaps the phases of their life."""
        chance = self._chance
        for _ in range(count):
            self._object()
        if count and chance.maybe():
            name = self._types.take(words.TYPES)
            self._types.reserve(f"{name}Group")
            phases = ["made", "used", "gone"]
            self.definitions.append({"phases": name, "governs": "objects", "data": phases})
            for source, target in zip(phases, phases[1:]):
                rule = {"in": [source], "to": target}
                self.definitions.append({"transition": f"get-{target}", "phase": rule})

    def _object(self) -> None:
        chance = self._chance
        name = self._types.take(words.OBJECTS)
        base = next(iter(chance.some(self._made, 0, 1)), None)
        made = MadeObject(name, set(base.taken) if base else set())
        made.counts = list(base.counts) if base else []
        definition: Node = {"object": name}
        if base:
            definition["base"] = base.name
        if chance.rarely():
            definition["abstract"] = True
        if chance.often():
            definition["properties"] = self._properties(made)
        if chance.maybe():
            definition["ports"] = self._ports(made)
        if chance.maybe():
            definition["state"] = self._state(made)
        if chance.rarely():
            definition["hotplug"] = chance.maybe()
        if chance.rarely():
            definition["compatible"] = [f"vendor,{name}"]
        if chance.rarely():
            definition["fdt"] = self._fdt(made)
        self._made.append(made)
        self.definitions.append(definition)

    def _properties(self, made: MadeObject) -> Node:
        chance = self._chance
        properties: Node = {}
        if chance.maybe():
            number = {
                "type": chance.pick(["uint8", "uint32", "size"]),
                "default": 2,
                "range": [0, 9],
            }
            name = self._name("count", made)
            properties[name] = number
            made.counts.append(name)
        for key, value in self._types.members(made.taken, 4, conditions=False).items():
            node = value if isinstance(value, dict) else {"type": value}
            if chance.rarely():
                node = {**node, "use": chance.pick(["config", "control", "telemetry"])}
            properties[key] = node
        if made.counts and chance.maybe():
            name = self._name("lane", made)
            bound = chance.pick([3, chance.pick(made.counts)])
            properties[f"{name}[{bound}]"] = {"type": ["int32"], "default": []}
        if chance.maybe():
            target = chance.pick([item.name for item in self._made] or [made.name])
            type_: Any = f"link<{target}>"
            properties["*" + self._name("link", made)] = [type_] if chance.rarely() else type_
        return properties

    def _name(self, stem: str, made: MadeObject) -> str:
        """A name that a whole lineage does not have."""
        number = 1
        while c_name(f"{stem}{number}") in made.taken:
            number += 1
        made.taken.add(c_name(f"{stem}{number}"))
        return f"{stem}{number}"

    def _ports(self, made: MadeObject) -> Node:
        chance = self._chance
        ports: Node = {}
        if chance.maybe():
            region: Node = {"size": chance.pick([4, 4096, 1 << 32])}
            if chance.maybe():
                region["kind"] = chance.pick(["io", "ram", "rom"])
            if made.counts and chance.maybe():
                region["count"] = chance.pick(made.counts)
            ports["mmio"] = {self._name("regs", made): region}
        if chance.maybe():
            inputs: Node = {self._name("in", made): {"fdt-cell": 3}}
            if made.counts:
                inputs[self._name("in", made)] = {"count": chance.pick(made.counts)}
            ports["irq-in"] = inputs
        if chance.maybe():
            ports["irq-out"] = [self._name("out", made)]
        return ports

    def _state(self, made: MadeObject) -> Node:
        chance = self._chance
        state: Node = {}
        for key, value in self._types.members(made.taken, 3, conditions=False).items():
            state[key] = value
        if chance.maybe():
            count = chance.pick([*made.counts, 1, 16])
            state[self._name("log", made)] = {"type": "uint8", "count": count}
        return state

    def _fdt(self, made: MadeObject) -> Node:
        properties: Node = {"v,fixed": [1, "x"], "v,flag": True, "v,text": "words"}
        if made.counts:
            properties["v,count"] = f"${made.counts[0]}"
        return {"node": "thing", "properties": properties}
