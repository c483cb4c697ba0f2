# SPDX-License-Identifier: Apache-2.0
"""Sets of phases, moves and rules as readable C++ expressions."""

from collections.abc import Iterable, Mapping

from codegen import names
from codegen.records import dataclass
from codegen.schema import PhaseMachine, Rule


@dataclass(frozen=True, slots=True)
class MoveView:
    """A row of an array of moves."""

    sources: str
    targets: str


@dataclass(frozen=True, slots=True)
class PhaseSets:
    """Spells sets of the phases of one machine."""

    machine: PhaseMachine

    @property
    def everything(self) -> str:
        """The constant for all phases."""
        is_main = self.machine.governs == "commands"
        return "kAnyPhase" if is_main else f"kAny{self.machine.cpp_name}"

    def leaf(self, name: str) -> str:
        return f"{self.machine.cpp_name}::{self.machine.enum.value(name).cpp_name}"

    def listed(self, leaves: Iterable[str]) -> str:
        return f"in({', '.join(self.leaf(name) for name in leaves)})"

    def expression(self, leaves: Iterable[str]) -> str:
        """The shortest readable expression for a set of leaves."""
        wanted = set(leaves)
        every = [phase.name for phase in self.machine.phases]
        missing = [name for name in every if name not in wanted]
        if not missing:
            return self.everything
        if len(missing) == 1 and len(every) > 3:
            return f"{self.everything}.minus({self.listed(missing)})"
        return self._union(every, wanted)

    def _union(self, every: list[str], wanted: set[str]) -> str:
        parts, rest = [], set(wanted)
        for named in sorted(self.machine.sets, key=lambda item: -len(item.phases)):
            if rest.issuperset(named.phases):
                parts.append(names.constant(named.name))
                rest.difference_update(named.phases)
        leaves = [self.listed([name for name in every if name in rest])] if rest else []
        return " | ".join(leaves + parts)

    def moves(self, rule: Rule) -> list[MoveView]:
        """The moves of a rule, with phases that lead to the same ones in one row."""
        sources: dict[tuple[str, ...], list[str]] = {}
        for source, targets in rule.moves.items():
            sources.setdefault(targets, []).append(source)
        return [
            MoveView(self.expression(leaves), self.expression(targets))
            for targets, leaves in sources.items()
        ]

    def steps(self) -> list[tuple[str, str, str]]:
        """From a phase, towards a set of phases, the command that comes next."""
        rows = []
        for source, towards in self.machine.steps.items():
            for command, targets in _by_command(towards).items():
                rows.append((self.leaf(source), self.expression(targets), command))
        return rows


def _by_command(towards: Mapping[str, str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for target, command in towards.items():
        grouped.setdefault(command, []).append(target)
    return grouped
