# SPDX-License-Identifier: Apache-2.0
"""Tests of the JSON Schema of machine descriptions: what an editor says of them, and where."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import]

ROOT = Path(__file__).resolve().parent.parent.parent
MACHINES = ROOT / "tests" / "machines"
GENERATED = ROOT / "generated" / "config" / "machine.schema.json"
_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*')

RIGHT = sorted([*(ROOT / "machines").glob("*.json"), *(MACHINES / "good").glob("*.json")])
# Where a schema can see what is wrong; of the others it takes more than that to tell.
FAULTS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("machine_schema_faults.json").read_text("utf-8")
)
NOT_JSON = {
    "bad/nodes/broken",
    *(
        f"bad/document/{name}"
        for name in (
            *("byte-order-mark", "comma-missing", "comma-too-many", "comment-only", "comment-open"),
            *("empty", "ends-early", "goes-on", "not-utf8", "nul", "number", "quotes", "too-deep"),
            "utf16",
        )
    ),
}
OTHERS = {
    str(path.relative_to(MACHINES).with_suffix("")): path
    for folder in ("bad", "unbuildable")
    for path in sorted((MACHINES / folder).rglob("*.json"))
}


@pytest.fixture(name="schema", scope="module")
def _schema() -> Any:
    return json.loads(GENERATED.read_text(encoding="utf-8"))


def read(path: Path) -> object:
    """A description, without its comments."""
    found: object = json.loads(_COMMENT.sub(lambda match: match[1] or "", path.read_text("utf-8")))
    return found


def faults(schema: Any, document: Any) -> list[tuple[str, str]]:
    """Where something is wrong, and what."""
    errors = Draft202012Validator(schema).iter_errors(document)
    return sorted((error.json_path, error.message) for error in errors)


def node(**members: Any) -> Any:
    """A machine of one node."""
    return {"machine": "x", "nodes": {"a": members}}


def test_faults_are_those_of_files_that_there_are() -> None:
    assert {*FAULTS, *NOT_JSON} <= set(OTHERS)


def test_schema_is_a_json_schema(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)


def test_no_member_is_left_to_be_anything(schema: Any) -> None:
    for name, definition in schema["$defs"].items():
        for key, value in definition.get("properties", {}).items():
            kept = set(value) - {"description", "default", "type"}
            assert kept or value.get("type"), f"{name}.{key}"


@pytest.mark.parametrize("path", RIGHT, ids=[path.stem for path in RIGHT])
def test_description_that_comes_along_is_taken(schema: Any, path: Path) -> None:
    assert not faults(schema, read(path))


@pytest.mark.parametrize("name", OTHERS)
def test_wrong_description_is_refused_where_a_schema_can_tell(schema: Any, name: str) -> None:
    path = OTHERS[name]
    if name in NOT_JSON:
        with pytest.raises((ValueError, RecursionError)):
            read(path)
        return
    assert [place for place, _ in faults(schema, read(path))] == FAULTS.get(name, [])


@pytest.mark.parametrize(
    "document, place, message",
    [
        (node(type="ram", props={"sise": "1M", "size": 4096}), "$.nodes.a.props", "'sise'"),
        (node(type="ram"), "$.nodes.a", "'props' is a required property"),
        (node(type="ram", props={}), "$.nodes.a.props", "'size' is a required property"),
        (node(type="ram", props={"size": 1024}), "$.nodes.a.props.size", "minimum of 4096"),
        (
            node(type="uart16550", props={"clock-frequency": 1 << 40}),
            "$.nodes.a.props.clock-frequency",
            "greater than the maximum",
        ),
        (node(type="plic", props={"contexts": True}), "$.nodes.a.props.contexts", "True"),
        (node(type="device"), "$.nodes.a.type", "'device'"),
        (node(type="ram", props={"size": 4096}, iff=True), "$.nodes.a", "'iff'"),
        (
            {"machine": "x", "params": {"n": {"type": "bool", "default": 3}}},
            "$.params.n.default",
            "3",
        ),
        (
            {"machine": "x", "params": {"n": {"type": "number"}}},
            "$.params.n.type",
            "'number' is not one of ['int',",
        ),
        ({"part": "x", "expose": {"props": {"a": {}}}}, "$.expose.props.a", "'to'"),
        ({"machine": "x", "expose": {}}, "$", "'expose'"),
    ],
)
def test_fault_is_told_where_it_is(schema: Any, document: Any, place: str, message: str) -> None:
    ((found, text),) = faults(schema, document)
    assert found == place
    assert message in text


@pytest.mark.parametrize(
    "document",
    [
        node(type="plic", props={"contexts": "${2 * n}"}),
        node(type="plic", props={"contexts": "0x10"}),
        node(type="ram", props={"size": "64K"}),
        node(type="some-part", props={"anything": [1, {"x": None}]}),
        node(type="${kind}", props={"size": 3}),
        node(type="sifive-test", **{"if": "${n > 1}", "each": {"i": "0..${n - 1}"}}),
        {"$schema": "machine.schema.json", "machine": "x"},
        {"machine": "x", "map": [{"region": "a", "at": "${0x1000 * n}", "into": ["b", "c"]}]},
        {"part": "x", "expose": {"spaces": {"regs": {}, "bus": "bus"}}},
    ],
    ids=json.dumps,
)
def test_expression_or_other_spelling_is_taken(schema: Any, document: Any) -> None:
    assert not faults(schema, document)


def test_properties_are_described_for_completion(schema: Any) -> None:
    clock = schema["$defs"]["uart16550"]["properties"]["clock-frequency"]
    assert (clock["default"], clock["minimum"]) == (3686400, 1)
    assert clock["description"]
    types = schema["$defs"]["SpecNode"]["properties"]["type"]["anyOf"][0]["enum"]
    assert "ram" in types and "device" not in types
    for name in types:
        assert name in schema["$defs"]
