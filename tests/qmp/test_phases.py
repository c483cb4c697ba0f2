# SPDX-License-Identifier: Apache-2.0
"""Runs every command in every phase.

It is allowed and leads where the schema says, or it is refused in exactly these words. Nothing here
names what is allowed where: that is read from query-phases and query-qmp-schema.
"""

from functools import cache

import pytest

from tests.support.emulator import Emulator
from tests.support.introspection import Schema
from tests.support.qmp import Message, Monitor, QmpError
from tests.support.stages import machine_in

PHASES = (
    "no-machine",
    "machine-created",
    "accel-created",
    "machine-initialized",
    "prelaunch",
    "running",
    "paused",
    "guest-panicked",
    "shutdown",
)

# Arguments that mean something, where the least valid ones do not.
ARGUMENTS: dict[str, Message] = {
    "machine-set": {"type": "virt"},
    "accel-set": {},
    "device_add": {"driver": "ram", "id": "more", "size": 4096},
    "object-add": {"qom-type": "chardev-null", "id": "nowhere"},
    "qom-list": {"path": "/"},
    "query-tree": {},
    "device-list-properties": {"typename": "ram"},
    "qom-list-properties": {"typename": "ram"},
}


@cache
def phases() -> Message:
    with Emulator("--until", "no-machine") as machine:
        found = machine.monitor.execute("query-phases")
        assert isinstance(found, dict)
        return found


@cache
def schema() -> Schema:
    with Emulator("--until", "no-machine") as machine:
        return Schema(machine.monitor.execute("query-qmp-schema"))


def describe(names: list[str]) -> str:
    """Enumerates phases; all of a group go by its name."""
    words: list[str] = []
    for group in phases()["phases"]:
        inside = [name for name in group["phases"] if name in names]
        words += [group["name"]] if inside == group["phases"] else inside
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def refusal(command: str, phase: str, allowed: list[str]) -> str:
    """Composes what a command out of phase is told."""
    text = f"{command}: not in phase {phase}; it runs in {describe(allowed)}"
    steps = {(step["from"], step["to"]): step["command"] for step in phases()["steps"]}
    ways = [steps[phase, target] for target in allowed if (phase, target) in steps]
    return f"{text} (next: {ways[0]})" if ways else text


def targets(rule: Message, phase: str) -> list[str]:
    """Lists the phases that a command may lead to."""
    for move in rule["moves"]:
        if phase in move["from"]:
            found: list[str] = move["to"]
            return found
    return [phase]


def outcome(monitor: Monitor, command: str) -> QmpError | None:
    """Runs a command with arguments that it takes."""
    try:
        monitor.execute(command, ARGUMENTS.get(command, schema().arguments(command)))
    except QmpError as error:
        return error
    return None


def test_phases_are_those_of_this_test() -> None:
    assert tuple(name for group in phases()["phases"] for name in group["phases"]) == PHASES


def test_rules_and_introspection_name_the_same_commands() -> None:
    assert {rule["name"] for rule in phases()["commands"]} == set(schema().commands())


@pytest.mark.parametrize("phase", PHASES)
def test_command_out_of_phase_is_refused(phase: str) -> None:
    with machine_in(phase) as monitor:
        refused = [rule for rule in phases()["commands"] if phase not in rule["in"]]
        assert refused, "some command is refused in each phase"
        for rule in refused:
            error = outcome(monitor, rule["name"])
            assert error is not None, f"{rule['name']} ran in {phase}"
            assert error.desc == refusal(rule["name"], phase, rule["in"])
            assert error.error_class == "GenericError"
        assert monitor.state() == phase


@pytest.mark.parametrize("phase", PHASES)
def test_command_in_phase_runs_and_leads_where_the_schema_says(phase: str) -> None:
    for rule in phases()["commands"]:
        if phase in rule["in"] and rule["name"] not in ("quit", "until-phase", "x-exit-preconfig"):
            with machine_in(phase) as monitor:
                error = outcome(monitor, rule["name"])
                assert error is None or "not in phase" not in error.desc, error
                expected = targets(rule, phase) if error is None else [phase]
                assert monitor.state() in expected, f"{rule['name']}: {error}"


def test_query_commands_succeed_wherever_they_run() -> None:
    for phase in PHASES:
        with machine_in(phase) as monitor:
            for rule in phases()["commands"]:
                if phase in rule["in"] and rule["name"].startswith("query-"):
                    assert outcome(monitor, rule["name"]) is None, rule["name"]


@pytest.mark.parametrize("phase", PHASES)
def test_quit_ends_the_program_from_each_phase(phase: str) -> None:
    with machine_in(phase) as monitor:
        assert monitor.execute("quit") == {}
        with pytest.raises((EOFError, ConnectionError)):
            while True:
                assert "event" in monitor.read()


@pytest.mark.parametrize("goal", PHASES[:6])
def test_until_phase_walks_there(goal: str) -> None:
    with Emulator("--until", "no-machine") as machine:
        monitor = machine.monitor
        if goal != "no-machine":
            monitor.execute("machine-set", {"type": "virt"})
        monitor.execute("until-phase", {"phase": goal})
        assert monitor.state() == goal


def test_until_phase_says_which_argument_is_missing() -> None:
    with Emulator("--until", "no-machine") as machine:
        error = machine.monitor.error("until-phase", {"phase": "running"})
        assert "machine-set" in error.desc and "type" in error.desc
        assert machine.monitor.state() == "no-machine"


def test_until_phase_does_not_go_back() -> None:
    with machine_in("prelaunch") as monitor:
        assert "accel-created" in monitor.error("until-phase", {"phase": "accel-created"}).desc
        assert monitor.state() == "prelaunch"


def test_x_exit_preconfig_goes_on_to_a_running_guest() -> None:
    with machine_in("accel-created") as monitor:
        monitor.execute("x-exit-preconfig")
        assert monitor.state() == "running"
