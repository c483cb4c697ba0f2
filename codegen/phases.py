# SPDX-License-Identifier: Apache-2.0
"""Phase machines: resolves rules, proves that each phase is reached and left, finds the steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from codegen.drafts import Context, Draft, RuleDraft
from codegen.messages import phases as messages
from codegen.messages.nearest import nearest
from codegen.records import dataclass, field
from codegen.schema import Rule


@dataclass(slots=True)
class Mover:
    """A command or transition with its rule, resolved."""

    name: str
    rule: Rule
    context: Context
    is_command: bool


@dataclass(slots=True)
class Machine:
    """A phase machine while its rules are gathered."""

    draft: Draft
    context: Context
    leaves: tuple[str, ...]
    sets: Mapping[str, tuple[str, ...]]
    movers: list[Mover] = field(default_factory=list)

    @property
    def governs(self) -> str:
        return str(self.draft.value["governs"])

    @property
    def goal(self) -> str | None:
        """Where a start walks to if it is not told."""
        return self.draft.value.get("goal")

    @property
    def names(self) -> list[str]:
        return [*self.leaves, *self.sets]


def read_machine(context: Context, draft: Draft) -> Machine:
    """Checks the names of phases and sets."""
    leaves = tuple(value.name for value in draft.values)
    sets = {
        entry.name: tuple(leaf.name for leaf in entry.leaves)
        for entry in draft.entries
        if entry.is_set
    }
    seen: set[str] = set()
    for name in [*leaves, *sets]:
        if name in seen:
            context.add(messages.PhaseTwice(name=name))
        seen.add(name)
    for entry in draft.entries:
        if entry.before and entry.before not in sets[entry.name]:
            hint = nearest(entry.before, sets[entry.name])
            context.add(messages.BeforeOutside(name=entry.name, before=entry.before, hint=hint))
    goal = draft.value.get("goal")
    if goal is not None and goal not in leaves:
        context.add(messages.GoalOutside(name=goal, hint=nearest(goal, leaves)))
    return Machine(draft, context, leaves, sets)


class RuleReader:
    """Resolves rules against the phases of one machine."""

    def __init__(self, machine: Machine, context: Context) -> None:
        self._machine = machine
        self._context = context

    def read(self, draft: RuleDraft | None) -> Rule:
        """Returns the rule with all sets resolved; no draft means that nothing is restricted."""
        draft = draft or RuleDraft()
        sources = self._sources(draft)
        moves, choices = self._moves(draft, sources)
        return Rule(sources, moves, choices, draft.walks, draft.is_step)

    def _sources(self, draft: RuleDraft) -> tuple[str, ...]:
        """The phases of `in`, or all, without those of `except`."""
        leaves = self._machine.leaves
        named = leaves if draft.sources is None else self._phases("in", draft.sources)
        excepted = self._phases("except", draft.excepted)
        sources = tuple(leaf for leaf in named if leaf not in excepted)
        is_known = draft.sources is None or len(named) > 0 or not draft.sources
        if is_known and not sources:
            self._context.add(messages.EmptyRule())
        return sources

    def _moves(
        self, draft: RuleDraft, sources: tuple[str, ...]
    ) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
        wanted = draft.targets
        if wanted is None:
            return {}, ()
        if isinstance(wanted, dict):
            return self._mapped(wanted, sources), ()
        names = (wanted,) if isinstance(wanted, str) else wanted
        targets = tuple(dict.fromkeys(name for name in map(self._phase, names) if name))
        moves = {source: targets for source in sources if targets}
        return moves, () if isinstance(wanted, str) else targets

    def _mapped(
        self, mapping: Mapping[str, str], sources: tuple[str, ...]
    ) -> dict[str, tuple[str, ...]]:
        moves: dict[str, tuple[str, ...]] = {}
        for name, leads_to in mapping.items():
            target = self._phase(leads_to)
            for source in self._phases("to", [name]):
                if source not in sources:
                    self._context.add(messages.TargetOutside(name=source))
                elif source in moves:
                    self._context.add(messages.SourceTwice(name=source))
                elif target:
                    moves[source] = (target,)
        return moves

    def _phases(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        """The leaves that the names stand for, in natural order."""
        found: set[str] = set()
        for name in names:
            if name in self._machine.sets:
                found.update(self._machine.sets[name])
            elif name in self._machine.leaves:
                found.add(name)
            else:
                hint = nearest(name, self._machine.names)
                self._context.add(messages.UnknownPhase(key=key, name=name, hint=hint))
        return tuple(leaf for leaf in self._machine.leaves if leaf in found)

    def _phase(self, name: str) -> str:
        """One leaf; nothing if it is none."""
        if name in self._machine.leaves:
            return name
        if name in self._machine.sets:
            self._context.add(messages.NotOnePhase(name=name))
        else:
            hint = nearest(name, self._machine.names)
            self._context.add(messages.UnknownPhase(key="to", name=name, hint=hint))
        return ""


def check_moves(machine: Machine) -> None:
    """Checks that each phase is reached and, unless objects end there, left."""
    moves = [
        (source, target)
        for mover in machine.movers
        for source, targets in mover.rule.moves.items()
        for target in targets
        if source != target
    ]
    entered = {target for _, target in moves}
    left = {source for source, _ in moves}
    is_life = machine.governs == "objects"
    for leaf in machine.leaves:
        if leaf not in entered and leaf != machine.leaves[0]:
            machine.context.add(messages.Unreachable(name=leaf))
        elif leaf not in left and not (is_life and leaf == machine.leaves[-1]):
            machine.context.add(messages.DeadEnd(name=leaf))


def find_steps(machine: Machine) -> dict[str, dict[str, str]]:
    """The command with which the shortest way begins, for each phase and each other one.

    Reports where two commands are equally good.
    """
    edges: dict[str, dict[str, list[Mover]]] = {leaf: {} for leaf in machine.leaves}
    for mover in machine.movers:
        if not mover.is_command or not mover.rule.is_step:
            continue
        for source, targets in mover.rule.moves.items():
            for target in targets:
                if source != target:
                    edges[source].setdefault(target, []).append(mover)
    steps: dict[str, dict[str, str]] = {leaf: {} for leaf in machine.leaves}
    reported: set[frozenset[str]] = set()
    for target in machine.leaves:
        distances = _distances(edges, target)
        for source in machine.leaves:
            best = _best_steps(edges[source], distances, distances.get(source, 0))
            if not best:
                continue
            steps[source][target] = best[0].name
            _report_ambiguity(best, source, target, reported)
    return steps


def _report_ambiguity(
    best: list[Mover], source: str, target: str, reported: set[frozenset[str]]
) -> None:
    for other in best[1:]:
        pair = frozenset({best[0].name, other.name})
        if pair not in reported:
            reported.add(pair)
            message = messages.AmbiguousStep(
                source=source, target=target, first=best[0].name, second=other.name
            )
            other.context.add(message)


def _distances(edges: Mapping[str, Mapping[str, object]], target: str) -> dict[str, int]:
    """Steps from each phase to `target`; phases that cannot reach it are left out."""
    distances = {target: 0}
    queue = deque([target])
    while queue:
        reached = queue.popleft()
        for source, targets in edges.items():
            if source not in distances and reached in targets:
                distances[source] = distances[reached] + 1
                queue.append(source)
    return distances


def _best_steps(
    edges: Mapping[str, list[Mover]], distances: Mapping[str, int], distance: int
) -> list[Mover]:
    """All commands that lead a step nearer, each once."""
    if not distance:
        return []
    best = {
        mover.name: mover
        for target, movers in edges.items()
        if distances.get(target) == distance - 1
        for mover in movers
    }
    return list(best.values())


def step_reachable(machine: Machine, steps: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The phases that steps lead to from the first one, itself included."""
    initial = machine.leaves[0]
    return {initial, *steps.get(initial, {})}
