# SPDX-License-Identifier: Apache-2.0
"""The phase machine as query-phases tells of it, and what follows from it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.support.emulator import Emulator
from tests.support.introspection import Schema
from tests.support.qmp import Message


@dataclass(frozen=True)
class Move:
    """One arrow of the machine."""

    cause: str
    """The command or the transition"""
    source: str
    target: str
    is_command: bool
    emits: str | None = None
    """What goes with it, for transitions"""

    def __str__(self) -> str:
        return f"{self.source}-{self.cause}-{self.target}"


@cache
def phases() -> Message:
    """Asks for the machine."""
    with Emulator("--until", "no-machine") as machine:
        found = machine.monitor.execute("query-phases")
        assert isinstance(found, dict)
        return found


@cache
def schema() -> Schema:
    """Asks for the schema."""
    with Emulator("--until", "no-machine") as machine:
        return Schema(machine.monitor.execute("query-qmp-schema"))


def leaves() -> list[str]:
    """Names all phases in their order."""
    return [name for group in phases()["phases"] for name in group["phases"]]


def initial() -> str:
    """Names where every program starts."""
    return leaves()[0]


def moves() -> list[Move]:
    """Lists every arrow, those that lead back to their start too."""
    found = []
    for kind in ("commands", "transitions"):
        for rule in phases()[kind]:
            for move in rule["moves"]:
                found += [
                    Move(rule["name"], source, target, kind == "commands", rule.get("emits"))
                    for source in move["from"]
                    for target in move["to"]
                ]
    return found


# Moves back to where the machine came from.
RETURNS = ("migration-return", "snapshot-save-end", "snapshot-load-fail")


def can_follow(path: list[Move], move: Move) -> bool:
    """Tells whether a move can be made that way: some remember where the machine came from."""
    came_from = path[-1].source if path else ""
    if move.cause in RETURNS:
        return move.target == came_from
    if move.source == "restore-vm":
        return (move.target == "running") == (came_from == "running")
    return True


def way_to_make(move: Move) -> list[Move]:
    """Gives a short way from the start whose last move is that one."""
    queue, seen = deque[list[Move]]([[]]), set[Move]()
    while queue:
        path = queue.popleft()
        here = path[-1].target if path else initial()
        if here == move.source and can_follow(path, move):
            return [*path, move]
        following = [m for m in moves() if m.source == here and can_follow(path, m)]
        queue += [[*path, m] for m in following if m not in seen]
        seen.update(following)
    raise AssertionError(f"there is no way to make {move}")


def paths(target: str) -> Iterator[list[Move]]:
    """Yields each way from the start to a phase that visits none twice; short ones first."""
    queue = deque[list[Move]]([[]])
    while queue:
        path = queue.popleft()
        here = path[-1].target if path else initial()
        if here == target:
            yield path
            continue
        seen = {initial(), *(move.target for move in path)}
        following = [m for m in moves() if m.source == here and can_follow(path, m)]
        queue += [[*path, m] for m in following if m.target not in seen]


def shortest_path(target: str) -> list[Move]:
    """Gives the way that makes the fewest moves."""
    path = next(paths(target), None)
    assert path is not None, f"nothing leads to {target}"
    return path


def enumerate_names(words: list[str]) -> str:
    """Puts names into a sentence."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def describe(names: list[str], now: str) -> str:
    """Enumerates phases for who stands in one; a group that is mostly there goes by its name."""
    words: list[str] = []
    for group in phases()["phases"]:
        members = group["phases"]
        missing = [name for name in members if name not in names]
        if 4 * len(missing) > len(members):
            words += [name for name in members if name in names]
        elif missing and now in members:
            words.append(f"{group['name']} (except {enumerate_names(missing)})")
        else:
            words.append(group["name"])
    return enumerate_names(words)


def steps() -> dict[tuple[str, str], str]:
    """Gives the next command on the way from a phase to another."""
    return {(step["from"], step["to"]): step["command"] for step in phases()["steps"]}


def nearest(phase: str, wanted: list[str]) -> str | None:
    """Names the phase of those wanted that the fewest steps lead to; of several the first."""
    step_names = {rule["name"] for rule in phases()["commands"] if rule["step"]}
    arrows = [move for move in moves() if move.is_command and move.cause in step_names]
    reached, frontier = {phase}, {phase}
    while frontier:
        if hits := [name for name in wanted if name in reached]:
            return hits[0]
        frontier = {m.target for m in arrows if m.source in frontier} - reached
        reached |= frontier
    return None


def refusal(command: str, phase: str, allowed: list[str]) -> str:
    """Composes what a command out of phase is told."""
    text = f"{command}: not in phase {phase}; it runs in {describe(allowed, phase)}"
    goal = nearest(phase, allowed)
    return f"{text} (next: {steps()[phase, goal]})" if goal else text


def targets(rule: Message, phase: str) -> list[str]:
    """Lists the phases that a command may lead to."""
    for move in rule["moves"]:
        if phase in move["from"]:
            found: list[str] = move["to"]
            return found
    return [phase]
