# SPDX-License-Identifier: Apache-2.0
"""Phase machines: what rules resolve to, and which steps lead where."""

import json
from pathlib import Path

import pytest

from codegen.diagrams import draw
from codegen.frontend import load
from codegen.schema import PhaseMachine, Schema
from tests.codegen.support import EVERYTHING, PHASES, errors_of, schema_of


@pytest.fixture(name="schema")
def _schema(tmp_path: Path) -> Schema:
    return schema_of(tmp_path, PHASES)


def _machine(schema: Schema) -> PhaseMachine:
    assert schema.phases
    return schema.phases


def test_sets_stand_for_their_leaves(schema: Schema) -> None:
    rule = schema.command("halt").rule
    assert rule
    assert rule.sources == ("idle", "busy", "held")
    assert rule.targets == ("off",)


def test_command_without_a_rule_runs_everywhere(tmp_path: Path) -> None:
    rule = schema_of(tmp_path, PHASES + "{ 'command': 'query' }").command("query").rule
    assert rule
    assert rule.sources == ("off", "idle", "busy", "held")
    assert not rule.moves


def test_list_form_gives_choices_and_an_enum(schema: Schema) -> None:
    command = schema.command("start")
    assert command.rule and command.chosen_phase
    assert command.rule.choices == ("busy", "held")
    assert command.chosen_phase.cpp_name == "StartTo"
    assert [value.cpp_name for value in command.chosen_phase.values] == ["Busy", "Held"]


def test_object_form_maps_each_source(schema: Schema) -> None:
    rule = schema.command("toggle").rule
    assert rule
    assert (rule.target("busy"), rule.target("held")) == ("held", "busy")


def test_machine_implies_enums(schema: Schema) -> None:
    enums = {enum.name: [value.name for value in enum.values] for enum in schema.enums}
    assert enums["Phase"] == ["off", "idle", "busy", "held"]
    assert enums["PhaseGroup"] == ["off", "idle", "working"]
    assert enums["WorkState"] == ["busy", "held"]
    assert [phase.group for phase in _machine(schema).phases] == [
        "off",
        "idle",
        "working",
        "working",
    ]


def test_steps_take_the_shortest_way(schema: Schema) -> None:
    steps = _machine(schema).steps
    assert steps["off"] == {"idle": "power", "busy": "power", "held": "power"}
    assert steps["busy"] == {"off": "halt", "held": "toggle", "idle": "halt"}
    assert "off" not in steps["off"]


def test_command_that_is_no_step_is_off_the_way(tmp_path: Path) -> None:
    text = (
        PHASES + "{ 'command': 'skip', 'phase': { 'in': [ 'off' ], 'to': 'held', 'step': false } }"
    )
    assert _machine(schema_of(tmp_path, text)).steps["off"]["held"] == "power"


def test_ambiguous_step_is_reported_once(tmp_path: Path) -> None:
    text = PHASES + "{ 'command': 'boot', 'phase': { 'in': [ 'off' ], 'to': 'idle' } }"
    errors = errors_of(tmp_path, text)
    assert len(errors) == 1
    assert "'power' and 'boot' lead on equally well" in errors[0]


def test_longer_way_is_not_ambiguous(tmp_path: Path) -> None:
    text = """
{ 'phases': 'Phase', 'governs': 'commands', 'data': [ 'a', 'b', 'c' ] }
{ 'command': 'first', 'phase': { 'in': [ 'a' ], 'to': 'b' } }
{ 'command': 'second', 'phase': { 'in': [ 'b' ], 'to': 'c' } }
{ 'command': 'both', 'phase': { 'in': [ 'a' ], 'to': 'c' } }
{ 'command': 'back', 'phase': { 'in': [ 'c' ], 'to': 'a' } }
"""
    steps = _machine(schema_of(tmp_path, text)).steps["a"]
    assert steps == {"b": "first", "c": "both"}


def test_all_faults_of_a_machine_are_reported(tmp_path: Path) -> None:
    text = "{ 'phases': 'Phase', 'governs': 'commands', 'data': [ 'off', 'on', 'lost' ] }\n"
    text += "{ 'command': 'start', 'phase': { 'in': [ 'off' ], 'to': 'on' } }"
    assert errors_of(tmp_path, text) == [
        "1: nothing leads out of phase 'on'",
        "1: nothing leads to phase 'lost'",
    ]


def test_objects_may_end_in_the_last_phase(tmp_path: Path) -> None:
    text = "{ 'phases': 'Life', 'governs': 'objects', 'data': [ 'made', 'gone' ] }\n"
    schema = schema_of(
        tmp_path, text + "{ 'transition': 'end', 'phase': { 'in': [ 'made' ], 'to': 'gone' } }"
    )
    assert schema.object_phases and not schema.phases
    assert schema.transitions[0].machine == "Life"


def test_json_describes_the_machine(schema: Schema) -> None:
    described = json.loads(draw(schema, "json"))
    assert described["initial"] == "off"
    assert described["sets"] == [
        {"name": "working", "phases": ["busy", "held"], "view": "WorkState", "before": "held"}
    ]
    start = next(item for item in described["commands"] if item["name"] == "start")
    assert start == {"name": "start", "in": ["idle"], "to": {"idle": ["busy", "held"]}}
    assert described["steps"]["off"]["held"] == "power"


def test_mermaid_groups_sets_and_labels_arrows(schema: Schema) -> None:
    text = draw(schema, "mermaid")
    assert text.startswith("stateDiagram-v2\n")
    assert "    state working {\n        busy : busy\n" in text
    assert "    [*] --> off\n" in text
    assert "    off --> idle : power\n" in text


@pytest.mark.parametrize("form", ["dot", "svg", "mermaid", "json"])
def test_drawing_is_the_same_each_time(form: str, schema: Schema) -> None:
    assert draw(schema, form) == draw(schema, form)
    assert "graphviz version" not in draw(schema, form)


def test_svg_names_every_phase(schema: Schema) -> None:
    svg = draw(schema, "svg")
    assert all(f">{phase.name}</text>" in svg for phase in _machine(schema).phases)


def test_transition_that_emits_is_described() -> None:
    # Its data are the event's, whichever phase it leaves.
    described = json.loads(draw(load(EVERYTHING), "json"))
    assert described["transitions"][0]["emits"] == "READY"
