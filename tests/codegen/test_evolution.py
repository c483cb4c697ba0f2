# SPDX-License-Identifier: Apache-2.0
"""What `diff` calls breaking, and what compatible."""

from pathlib import Path

import pytest

from codegen.evolution import compare
from codegen.frontend import load
from tests.codegen.support import EVERYTHING, PHASES, schema_of

_GO = "{{ 'command': 'go', 'data': {{ {} }} }}"
_STATUS = "{{ 'struct': 'Status', 'data': {{ {} }} }} {{ 'command': 'query', 'returns': 'Status' }}"
_MODE = "{{ 'enum': 'Mode', 'data': [ {} ] }} {{ 'command': 'go', 'data': {{ 'mode': 'Mode' }} }}"
_HALT = "{ 'command': 'x', 'phase': { 'in': [ 'off', 'idle' ] } }"
_OPTION = "{ 'command': 'go', 'cli': { 'option': 'walk' } }"
_SECTION = "{ 'command': 'go', 'config': { 'section': 'way' } }"
_UART = "{{ 'object': 'uart', 'state': {{ {} }} }}"

_CASES = [
    ("argument-removed", _GO.format("'far': 'int'"), _GO.format(""), True),
    ("argument-added", _GO.format(""), _GO.format("'*far': 'int'"), False),
    ("mandatory-argument-added", _GO.format(""), _GO.format("'far': 'int'"), True),
    ("argument-with-default-added", _GO.format(""),
     _GO.format("'far': { 'type': 'int', 'default': 1 }"), False),
    ("argument-optional", _GO.format("'far': 'int'"), _GO.format("'*far': 'int'"), False),
    ("argument-mandatory", _GO.format("'*far': 'int'"), _GO.format("'far': 'int'"), True),
    ("argument-wider", _GO.format("'far': 'int'"), _GO.format("'far': 'number'"), False),
    ("argument-narrower", _GO.format("'far': 'number'"), _GO.format("'far': 'int'"), True),
    ("argument-becomes-list", _GO.format("'far': 'int'"), _GO.format("'far': [ 'int' ]"), True),
    ("default-changed", _GO.format("'far': { 'type': 'int', 'default': 1 }"),
     _GO.format("'far': { 'type': 'int', 'default': 2 }"), True),
    ("range-narrower", _GO.format("'far': { 'type': 'int', 'range': [ 0, 9 ] }"),
     _GO.format("'far': { 'type': 'int', 'range': [ 1, 9 ] }"), True),
    ("range-wider", _GO.format("'far': { 'type': 'int', 'range': [ 0, 9 ] }"),
     _GO.format("'far': { 'type': 'int', 'range': [ 0, 10 ] }"), False),
    ("answer-member-added", _STATUS.format("'a': 'int'"),
     _STATUS.format("'a': 'int', 'b': 'int'"), False),
    ("answer-member-removed", _STATUS.format("'a': 'int'"), _STATUS.format(""), True),
    ("answer-member-optional", _STATUS.format("'a': 'int'"), _STATUS.format("'*a': 'int'"), True),
    ("answer-narrower", _STATUS.format("'a': 'number'"), _STATUS.format("'a': 'int'"), False),
    ("value-added", _MODE.format("'a'"), _MODE.format("'a', 'b'"), False),
    ("value-removed", _MODE.format("'a', 'b'"), _MODE.format("'a'"), True),
    ("event-removed", "{ 'event': 'READY' }", "", True),
    ("event-added", "", "{ 'event': 'READY' }", False),
    ("state-removed", _UART.format("'ier': 'uint8'"), _UART.format(""), True),
    ("state-added", _UART.format(""), _UART.format("'ier': 'uint8'"), False),
    ("state-type", _UART.format("'ier': 'uint8'"), _UART.format("'ier': 'uint16'"), True),
    ("object-removed", "{ 'object': 'uart' }", "", True),
    ("option-removed", _OPTION, "{ 'command': 'go' }", True),
    ("oob-dropped", "{ 'command': 'go', 'allow-oob': true }", "{ 'command': 'go' }", True),
    ("fewer-phases", PHASES + _HALT, PHASES + _HALT.replace("'off', ", ""), True),
    ("more-phases", PHASES + _HALT.replace("'off', ", ""), PHASES + _HALT, False),
    ("section-removed", _SECTION, "{ 'command': 'go' }", True),
]  # fmt: skip


@pytest.mark.parametrize(
    "old, new, breaking", [case[1:] for case in _CASES], ids=[case[0] for case in _CASES]
)
def test_change_is_classified(tmp_path: Path, old: str, new: str, breaking: bool) -> None:
    changes = compare(schema_of(tmp_path, old), schema_of(tmp_path, new))
    assert changes.found
    assert changes.is_breaking == breaking


def test_renamed_type_is_no_change(tmp_path: Path) -> None:
    old = schema_of(tmp_path, _STATUS.format("'a': 'int'"))
    new = schema_of(tmp_path, _STATUS.format("'a': 'int'").replace("Status", "State"))
    assert not compare(old, new).found


def test_recursive_types_are_compared_once() -> None:
    assert not compare(load(EVERYTHING), load(EVERYTHING)).found


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_changes_are_rendered(tmp_path: Path, form: str) -> None:
    changes = compare(schema_of(tmp_path, "{ 'event': 'READY' }"), schema_of(tmp_path, ""))
    assert "event READY" in changes.render(form)
