# SPDX-License-Identifier: Apache-2.0
"""Walks the phase machine that query-phases tells of: the program moves so, and not otherwise."""

import re

import pytest

from tests.support.emulator import ROOT, Emulator
from tests.support.phases import (
    Move,
    initial,
    leaves,
    moves,
    nearest,
    paths,
    phases,
    steps,
    way_to_make,
)
from tests.support.qmp import Message, Monitor
from tests.support.stages import arguments_of, machine_in, stage


def told(monitor: Monitor) -> list[Message]:
    """Takes what was told of moves, without the time."""
    found = [event["data"] for event in monitor.events if event["event"] == "PHASE_CHANGED"]
    monitor.events.clear()
    return found


def changes(path: list[Move]) -> list[Message]:
    """Gives what is to be told of moves; a move to where it starts changes nothing."""
    return [
        {"from": move.source, "to": move.target, "cause": move.cause}
        for move in path
        if move.source != move.target
    ]


@pytest.mark.ways
@pytest.mark.parametrize("phase", leaves())
def test_each_way_leads_to_its_phase_and_each_move_is_told(phase: str) -> None:
    ways = list(paths(phase))
    assert ways, f"nothing leads to {phase}"
    for way in ways:
        with stage() as start:
            for move in way:
                start.take(move)
            assert start.monitor.state() == phase
            assert told(start.monitor) == changes(way)


@pytest.mark.parametrize("move", moves(), ids=str)
def test_each_move_is_made(move: Move) -> None:
    with stage() as start:
        for before in way_to_make(move)[:-1]:
            start.take(before)
        start.monitor.events.clear()
        start.take(move)
        assert told(start.monitor) == changes([move])


def test_event_of_a_transition_follows_the_move() -> None:
    for move in moves():
        if move.is_command or not move.emits or move.source == move.target:
            continue
        with stage() as start:
            for before in way_to_make(move)[:-1]:
                start.take(before)
            start.monitor.events.clear()
            names: list[str] = []
            start.cause(move)
            while move.emits not in names:
                names.append(start.monitor.read()["event"])
            assert names == ["PHASE_CHANGED", move.emits]


def expected_walk(phase: str, goal: str) -> tuple[str, str]:
    """Gives where until-phase ends, and what it says if that is short of the goal."""
    by_name = {rule["name"]: rule for rule in phases()["commands"]}
    arrows = {(move.cause, move.source): move.target for move in moves() if move.is_command}
    while phase != goal:
        step = steps().get((phase, goal))
        if step is None:
            behind = leaves().index(goal) < leaves().index(phase)
            relation = "lies behind" if behind else "cannot be reached by steps from"
            return phase, f"until-phase: phase {goal} {relation} {phase}"
        if missing := by_name[step]["mandatory"]:
            return phase, f"until-phase: {step} comes first, and needs '{missing[0]}'"
        phase = arrows[step, phase]
    return phase, ""


@pytest.mark.parametrize("phase", leaves())
def test_until_phase_goes_forwards_only_and_says_what_is_missing(phase: str) -> None:
    moving = {goal for goal in leaves() if expected_walk(phase, goal)[0] != phase}
    with machine_in(phase) as monitor:
        for goal in filter(lambda goal: goal not in moving, leaves()):
            expect_walk(monitor, phase, goal)
    for goal in moving:
        with machine_in(phase) as monitor:
            expect_walk(monitor, phase, goal)


def expect_walk(monitor: Monitor, phase: str, goal: str) -> None:
    """Walks from a phase towards another one, and looks at where that ends."""
    end, error = expected_walk(phase, goal)
    if error:
        assert monitor.error("until-phase", {"phase": goal}).desc == error
    else:
        monitor.execute("until-phase", {"phase": goal})
    assert monitor.state() == end
    made = told(monitor)
    assert [change["from"] for change in made[:1]] == [phase] * bool(made)
    assert [change["to"] for change in made[-1:]] == [end] * bool(made)
    assert bool(made) == (end != phase)


def test_until_phase_says_that_the_machine_is_missing() -> None:
    with machine_in(initial()) as monitor:
        error = monitor.error("until-phase", {"phase": "machine-ready"})
        assert error.desc == "until-phase: machine-set comes first, and needs 'type'"


def test_until_phase_takes_a_set_and_proposes_the_nearest_name() -> None:
    with machine_in("accel-created") as monitor:
        assert "did you mean 'paused'?" in monitor.error("until-phase", {"phase": "pausd"}).desc
        monitor.execute("until-phase", {"phase": "machine-ready"})
        assert monitor.state() == nearest("accel-created", phases()["phases"][-1]["phases"])


def test_steps_are_the_shortest_ways() -> None:
    rules = {rule["name"]: rule for rule in phases()["commands"]}
    for (source, target), command in steps().items():
        assert rules[command]["step"] and source in rules[command]["in"]
        assert nearest(source, [target]) == target, (source, target)


def test_goal_is_where_a_start_goes() -> None:
    machine = arguments_of("machine-set")
    with Emulator("-M", f"virt,firmware={machine['firmware']}") as started:
        started.monitor.wait_state(phases()["goal"])


def test_run_state_is_the_view_that_is_declared() -> None:
    ready = next(group for group in phases()["phases"] if "view" in group)
    assert ready["view"] == "RunState"
    for phase in leaves():
        shown = phase if phase in ready["phases"] else ready["before"]
        with machine_in(phase) as monitor:
            assert monitor.execute("query-status")["status"] == shown


def test_nothing_is_told_of_a_command_that_fails() -> None:
    with machine_in(initial()) as monitor:
        monitor.error("machine-set", {"type": "no-such-machine"})
        monitor.execute("query-version")
        assert not told(monitor)


# To be told of moves is no comparison.
COMPARES = re.compile(
    r"VmPhase(Group)?::|RunState::|\bphases\(\)(?!\.subscribe)|to_(vm_)?phase\("
    r"|kMachineReady|kAnyPhase"
)


def test_no_file_in_vm_compares_phases_by_hand() -> None:
    sources = [path for path in (ROOT / "vm").rglob("*") if path.suffix in (".cpp", ".h", ".inc")]
    assert len(sources) > 100
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if COMPARES.search(line.partition("//")[0])
    ]
    assert not found
