# SPDX-License-Identifier: Apache-2.0
"""The SCXML of a phase machine moves as the schema says."""

from pathlib import Path
from xml.etree import ElementTree

from codegen.diagrams import arrows, draw
from codegen.frontend import load
from codegen.schema import PhaseMachine, Schema
from tests.codegen.support import EVERYTHING, PHASES, schema_of

_SPACE = "{http://www.w3.org/2005/07/scxml}"


def _read(schema: Schema, machine: PhaseMachine | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(draw(schema, "scxml", machine))


def _moves(root: ElementTree.Element) -> set[tuple[str, str, str]]:
    return {
        (state.attrib["id"], move.attrib["target"], move.attrib["event"])
        for state in root.iter(f"{_SPACE}state")
        for move in state.findall(f"{_SPACE}transition")
    }


def test_machine_begins_in_the_first_phase(tmp_path: Path) -> None:
    root = _read(schema_of(tmp_path, PHASES))
    assert (root.tag, root.attrib["initial"]) == (f"{_SPACE}scxml", "off")
    assert [state.attrib["id"] for state in root] == ["off", "idle", "working"]
    assert [state.attrib["id"] for state in root[2]] == ["busy", "held"]


def test_every_move_of_each_machine_is_there() -> None:
    schema = load(EVERYTHING)
    for machine in schema.machines:
        expected = {
            (source, target, name)
            for (source, target), makers in arrows(schema, machine).items()
            for _, name in makers
        }
        moves = _moves(_read(schema, machine))
        assert expected and {move for move in moves if move[0] != move[1]} == expected


def test_choice_is_made_by_the_data_of_the_event(tmp_path: Path) -> None:
    root = _read(schema_of(tmp_path, PHASES))
    start = [item for item in root.iter(f"{_SPACE}transition") if item.attrib["event"] == "start"]
    assert {item.attrib["target"]: item.attrib["cond"] for item in start} == {
        "busy": "_event.data.to == 'busy'",
        "held": "_event.data.to == 'held'",
    }


def test_id_begins_with_no_digit(tmp_path: Path) -> None:
    text = "{ 'phases': 'Phase', 'governs': 'commands', 'data': [ '1st', '2nd' ] }"
    text += "{ 'command': 'go', 'phase': { 'to': { '1st': '2nd', '2nd': '1st' } } }"
    root = _read(schema_of(tmp_path, text))
    assert _moves(root) == {("_1st", "_2nd", "go"), ("_2nd", "_1st", "go")}
