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
_UNSTABLE = "{ 'command': 'go', 'features': [ 'unstable' ] }"
_WHERE = "{ 'alternate': 'Where', 'data': { 'name': 'str', 'all': [ 'str' ] } }"
_RUNS = """
{{ 'enum': 'Mode', 'data': [ 'slow', 'fast' ] }}
{{ 'struct': 'Limits', 'data': {{ 'speed': 'int' }} }}
{{ 'struct': 'Wish', 'data': {{ '*speed': 'int' }} }}
{{ 'struct': 'SomeRun', 'data': {{ 'mode': 'Mode', {0}'reason': 'str' }} }}
{{ 'union': 'OtherRun', 'base': {{ 'mode': 'Mode', 'reason': 'str' }}, 'discriminator': 'mode',
   'data': {{ 'fast': '{1}' }} }}
"""
_ASKS = "{{ 'command': 'run', 'data': '{0}', 'boxed': true }}"
_TELLS = "{{ 'command': 'query', 'returns': '{0}' }}"
_READ = "{{ 'object': 'lamp', 'properties': {{ {} }} }}"
_UART = "{{ 'object': 'uart', 'state': {{ {} }} }}"
_LIMIT = "{{ 'event': 'GO', 'rate-limit': {{ 'interval': {} }} }}"
_ALIAS = (
    _UART.replace("{}", "")
    + "{{ 'aliases': 'qemu', 'objects': {{ 'uart': {{ 'types': [ '{}' ] }} }} }}"
)
_PATH = "{{ 'aliases': 'qemu', 'paths': {{ '/peripheral': '{}' }} }}"
_COMMAND = (
    "{{ 'command': 'map', 'data': {{ 'at': 'size', '*to': 'str' }} }}"
    "{{ 'aliases': 'qemu', 'commands': {{ 'put': {{ 'command': 'map', 'takes': {{ {} }},"
    " 'arguments': {{ {} }} }} }} }}"
)
_ADDR, _AT = "'addr': 'size'", "'at': '$addr'"
_VALUES = (
    "{{ 'object': 'plic', 'properties': {{ 'contexts': 'int' }} }}"
    "{{ 'aliases': 'qemu', 'objects': {{ 'plic': {{ 'properties': {{ {} }} }} }} }}"
)
_CONFIG = "'config': {{ 'property': 'contexts', 'values': {{ {} }} }}"
_STATE = _UART.replace("{}", "'ier': {{ 'type': 'uint8', {} }}")
_SINCE_2 = _STATE.format("'since': '2'")
_UNTIL_2 = _STATE.format("'until': '2'")

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
    ("state-added", _UART.format(""), _UART.format("'ier': 'uint8'"), True),
    ("state-type", _UART.format("'ier': 'uint8'"), _UART.format("'ier': 'uint16'"), True),
    ("limit-added", "{ 'event': 'GO' }", _LIMIT.format(10), True),
    ("limit-longer", _LIMIT.format(10), _LIMIT.format(20), True),
    ("limit-shorter", _LIMIT.format(20), _LIMIT.format(10), False),
    ("limit-removed", _LIMIT.format(10), "{ 'event': 'GO' }", False),
    ("alias-added", _UART.format(""), _ALIAS.format("serial"), False),
    ("alias-removed", _ALIAS.format("serial"), _UART.format(""), True),
    ("alias-renamed", _ALIAS.format("serial"), _ALIAS.format("tty"), True),
    ("path-alias-changed", _PATH.format("/a"), _PATH.format("/b"), True),
    ("command-alias-given-more", _COMMAND.format(_ADDR, _AT),
     _COMMAND.format(_ADDR, _AT + ", 'to': 'bus'"), True),
    ("command-alias-taking-other", _COMMAND.format(_ADDR, _AT),
     _COMMAND.format("'base': 'size'", "'at': '$base'"), True),
    ("alias-values-changed", _VALUES.format(_CONFIG.format("'M': 1")),
     _VALUES.format(_CONFIG.format("'M': 2")), True),
    ("alias-only-changed", _VALUES.format("'stride': { 'only': [ 4 ] }"),
     _VALUES.format("'stride': { 'only': [ 8 ] }"), True),
    ("state-since", _UART.format(""), _SINCE_2, False),
    ("state-since-removed", _SINCE_2, _UART.format("'ier': 'uint8'"), True),
    ("state-since-later", _SINCE_2, _SINCE_2.replace("2", "3"), False),
    ("state-until", _UART.format("'ier': 'uint8'"), _UNTIL_2, False),
    ("state-until-removed", _UNTIL_2, _UART.format(""), True),
    ("state-revived", _UNTIL_2, _UART.format("'ier': 'uint8'"), True),
    ("state-count", _STATE.format("'count': 2"), _STATE.format("'count': 3"), True),
    ("object-removed", "{ 'object': 'uart' }", "", True),
    ("option-removed", _OPTION, "{ 'command': 'go' }", True),
    ("oob-dropped", "{ 'command': 'go', 'allow-oob': true }", "{ 'command': 'go' }", True),
    ("fewer-phases", PHASES + _HALT, PHASES + _HALT.replace("'off', ", ""), True),
    ("more-phases", PHASES + _HALT.replace("'off', ", ""), PHASES + _HALT, False),
    ("unstable-removed", _UNSTABLE, "", False),
    ("deprecated-removed", _UNSTABLE.replace("unstable", "deprecated"), "", True),
    ("unstable-argument-removed",
     _GO.format("'far': { 'type': 'int', 'features': [ 'unstable' ] }"), _GO.format(""), False),
    ("promise-withdrawn", "{ 'command': 'go' }", _UNSTABLE, True),
    ("promise-made", _UNSTABLE, "{ 'command': 'go' }", False),
    ("deprecated", "{ 'command': 'go' }", _UNSTABLE.replace("unstable", "deprecated"), False),
    ("feature-added", "{ 'command': 'go' }", _UNSTABLE.replace("unstable", "fast"), False),
    ("feature-removed", _UNSTABLE.replace("unstable", "fast"), "{ 'command': 'go' }", True),
    ("fewer-builds", "{ 'event': 'READY', 'if': 'A' }",
     "{ 'event': 'READY', 'if': { 'all': [ 'A', 'B' ] } }", True),
    ("more-builds", "{ 'event': 'READY', 'if': 'A' }",
     "{ 'event': 'READY', 'if': { 'any': [ 'A', 'B' ] } }", False),
    ("value-in-fewer-builds", _MODE.format("'a'"),
     _MODE.format("{ 'name': 'a', 'if': 'A' }"), True),
    ("optional-answer-in-fewer-builds", _STATUS.format("'*a': 'int'"),
     _STATUS.format("'*a': { 'type': 'int', 'if': 'A' }"), False),
    ("struct-becomes-union-that-asks-for-nothing-else", _RUNS.format("", "Wish") + _ASKS.format(
        "SomeRun"), _RUNS.format("", "Wish") + _ASKS.format("OtherRun"), False),
    ("struct-becomes-union-that-asks-for-more", _RUNS.format("", "Limits") + _ASKS.format(
        "SomeRun"), _RUNS.format("", "Limits") + _ASKS.format("OtherRun"), True),
    ("answer-becomes-union-with-more", _RUNS.format("", "Limits") + _TELLS.format("SomeRun"),
     _RUNS.format("", "Limits") + _TELLS.format("OtherRun"), False),
    ("answer-becomes-union-that-lacks-something-in-a-branch",
     _RUNS.format("'speed': 'int', ", "Limits") + _TELLS.format("SomeRun"),
     _RUNS.format("'speed': 'int', ", "Limits") + _TELLS.format("OtherRun"), True),
    ("union-becomes-struct-with-all-its-members",
     _RUNS.format("'*speed': 'int', ", "Limits") + _ASKS.format("OtherRun"),
     _RUNS.format("'*speed': 'int', ", "Limits") + _ASKS.format("SomeRun"), False),
    ("union-becomes-struct-without-those-of-a-branch",
     _RUNS.format("", "Limits") + _ASKS.format("OtherRun"),
     _RUNS.format("", "Limits") + _ASKS.format("SomeRun"), True),
    ("argument-becomes-alternate", _WHERE + _GO.format("'far': 'str'"),
     _WHERE + _GO.format("'far': 'Where'"), False),
    ("list-becomes-alternate", _WHERE + _GO.format("'far': [ 'str' ]"),
     _WHERE + _GO.format("'far': 'Where'"), False),
    ("elements-become-alternate", _WHERE + _GO.format("'far': [ 'str' ]"),
     _WHERE + _GO.format("'far': [ 'Where' ]"), False),
    ("argument-not-of-the-alternate", _WHERE + _GO.format("'far': 'int'"),
     _WHERE + _GO.format("'far': 'Where'"), True),
    ("answer-becomes-alternate", _WHERE + _STATUS.format("'a': 'str'"),
     _WHERE + _STATUS.format("'a': 'Where'"), True),
    ("alternate-becomes-answer", _WHERE + _STATUS.format("'a': 'Where'"),
     _WHERE + _STATUS.format("'a': 'str'"), False),
    ("answer-becomes-list", "{ 'command': 'query' }",
     _STATUS.format("").replace("'returns': 'Status'", "'returns': [ 'Status' ]"), True),
    ("answer-of-members", "{ 'command': 'go' }", _STATUS.format("'a': 'int'").replace(
        "query", "go"), False),
    ("preconfig-dropped", "{ 'command': 'go', 'allow-preconfig': true }", "{ 'command': 'go' }",
     True),
    ("telemetry-wider", _READ.format("'watts': { 'type': 'int', 'use': 'telemetry' }"),
     _READ.format("'watts': { 'type': 'number', 'use': 'telemetry' }"), True),
    ("telemetry-added", _READ.format(""),
     _READ.format("'watts': { 'type': 'int', 'use': 'telemetry' }"), False),
    ("setting-wider", _READ.format("'watts': 'int'"), _READ.format("'watts': 'number'"), False),
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


def test_each_use_of_an_enum_is_told(tmp_path: Path) -> None:
    text = _MODE.format("'a', 'b'") + "{ 'command': 'stop', 'data': { 'mode': 'Mode' } }"
    changes = compare(schema_of(tmp_path, text), schema_of(tmp_path, text.replace(", 'b'", "")))
    paths = ["command go mode value 'b'", "command stop mode value 'b'"]
    assert [change.path for change in changes.found] == paths


def test_what_is_unstable_in_one_place_is_promised_in_another(tmp_path: Path) -> None:
    text = _STATUS.format("'a': 'int'") + "{ 'command': 'query-2', 'returns': 'Status' }"
    text = text.replace("'returns'", "'features': [ 'unstable' ], 'returns'", 1)
    gone = text.replace(" 'a': 'int' ", " ")
    changes = compare(schema_of(tmp_path, text), schema_of(tmp_path, gone))
    assert [change.is_breaking for change in changes.found] == [False, True]


def test_change_is_at_the_type_that_changed(tmp_path: Path) -> None:
    text = _STATUS.format("'a': 'int'").replace("} {", "}\n{")
    changes = compare(
        schema_of(tmp_path, text), schema_of(tmp_path, f"\n{text.replace('int', 'str')}")
    )
    assert len(changes.found) == 1
    change = changes.found[0]
    assert change.old and change.new
    assert (change.old.line, change.new.line) == (1, 2)


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_changes_are_rendered(tmp_path: Path, form: str) -> None:
    changes = compare(schema_of(tmp_path, "{ 'event': 'READY' }"), schema_of(tmp_path, ""))
    assert "event READY" in changes.render(form)
