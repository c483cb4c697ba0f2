# SPDX-License-Identifier: Apache-2.0
"""Runs every command in every phase.

It is allowed and leads where the schema says, or it is refused in exactly these words. Nothing here
names what is allowed where: that is read from query-phases and query-qmp-schema.
"""

import pytest

from tests.support.phases import leaves, phases, refusal, schema, targets
from tests.support.qmp import Message, Monitor, QmpError
from tests.support.stages import Stage, machine_in, stage_in

PHASES = leaves()

# Arguments that mean something, where the least valid ones do not.
ARGUMENTS: dict[str, Message] = {
    "machine-set": {"type": "virt"},
    "accel-set": {},
    "machine-plan": {"type": "none"},
    "device_add": {"driver": "ram", "id": "more", "size": 4096},
    "object-add": {"qom-type": "chardev-null", "id": "nowhere"},
    "migrate": {"uri": "unix:/nonexistent/nobody"},
    "migrate-continue": {"state": "pre-switchover"},
    "migrate-incoming": {"uri": "tcp:127.0.0.1:0"},
    "query-snapshots": {"vmstate": "."},
    "qom-list": {"path": "/"},
    "query-tree": {},
    "device-list-properties": {"typename": "ram"},
    "qom-list-properties": {"typename": "ram"},
}


# Commands that a transition follows, and the phase in which it does.
FOLLOWED = {
    ("migrate_cancel", "finish-migrate"): "migration-return",
    ("migrate-continue", "finish-migrate"): "migration-complete",
}


def outcome(monitor: Monitor, command: str, arguments: Message | None = None) -> QmpError | None:
    """Runs a command with arguments that it takes."""
    arguments = arguments or ARGUMENTS.get(command, schema().arguments(command))
    try:
        monitor.execute(command, arguments)
    except QmpError as error:
        return error
    return None


def phase_changes(monitor: Monitor) -> list[Message]:
    """Takes what was told of moves so far."""
    told = [event["data"] for event in monitor.events if event["event"] == "PHASE_CHANGED"]
    monitor.events.clear()
    return told


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
        assert not phase_changes(monitor)


def expect_lead(start: Stage, rule: Message, phase: str) -> bool:
    """Runs a command in a phase that it may run in, and follows where it leads.

    False when it failed: then the machine is as it was.
    """
    name, monitor = rule["name"], start.monitor
    error = outcome(monitor, name, start.arguments_of(name))
    assert error is None or "not in phase" not in error.desc, error
    if follower := FOLLOWED.get((name, phase)):
        assert error is None, error
        assert monitor.wait_event("PHASE_CHANGED")["data"]["cause"] == follower
        return True
    expected = targets(rule, phase) if error is None else [phase]
    state = monitor.state()
    assert state in expected, f"{name}: {error}"
    changes = [{"from": phase, "to": state, "cause": name}]
    assert phase_changes(monitor) == (changes if state != phase else [])
    return error is None


def is_query(rule: Message) -> bool:
    return str(rule["name"]).startswith("query-")


@pytest.mark.parametrize("phase", PHASES)
def test_command_in_phase_runs_and_leads_where_the_schema_says(phase: str) -> None:
    rules = [rule for rule in phases()["commands"] if phase in rule["in"]]
    waiting = [r for r in rules if r["name"] != "quit" and not r["walks"] and not is_query(r)]
    while waiting:
        # Another one for what follows a command that did something.
        with stage_in(phase) as start:
            while waiting and not expect_lead(start, waiting.pop(), phase):
                pass


# Asks a device that these machines do not have; the error is QEMU's.
NEEDS_A_DEVICE = {"query-balloon": "DeviceNotActive"}


@pytest.mark.parametrize("phase", PHASES)
def test_queries_succeed_wherever_they_run_and_move_nothing(phase: str) -> None:
    with machine_in(phase) as monitor:
        for rule in phases()["commands"]:
            if phase in rule["in"] and is_query(rule):
                error = outcome(monitor, rule["name"])
                wanted = NEEDS_A_DEVICE.get(rule["name"])
                assert (error.error_class if error else None) == wanted, rule["name"]
                assert monitor.state() == phase, rule["name"]
        assert not phase_changes(monitor)


@pytest.mark.parametrize("phase", PHASES)
def test_quit_ends_the_program_from_each_phase(phase: str) -> None:
    with machine_in(phase) as monitor:
        assert monitor.execute("quit") == {}
        with pytest.raises((EOFError, ConnectionError)):
            while True:
                assert "event" in monitor.read()


def test_x_exit_preconfig_goes_on_to_a_running_guest() -> None:
    with machine_in("accel-created") as monitor:
        monitor.execute("x-exit-preconfig")
        assert monitor.state() == "running"
