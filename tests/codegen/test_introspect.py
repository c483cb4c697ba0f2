# SPDX-License-Identifier: Apache-2.0
"""Introspection is QEMU's, with additional members where the schema says more."""

from pathlib import Path
from typing import Any

from codegen.frontend import load
from codegen.introspect import introspect
from tests.codegen.support import EVERYTHING, PHASES, entry, schema_of


def _entries(directory: Path, text: str) -> list[dict[str, Any]]:
    return introspect(schema_of(directory, text))


def test_unused_types_are_left_out(tmp_path: Path) -> None:
    assert not _entries(tmp_path, "{ 'enum': 'Mode', 'data': [ 'a' ] }")


def test_types_are_numbered_and_integers_are_int(tmp_path: Path) -> None:
    entries = _entries(tmp_path, "{ 'command': 'go', 'data': { 'a': 'uint8', '*b': [ 'size' ] } }")
    command = entry(entries, "go")
    arguments = entry(entries, command["arg-type"])
    assert arguments["name"].isdigit()
    assert arguments["members"] == [
        {"name": "a", "type": "int"},
        {"name": "b", "type": "[int]", "default": None},
    ]
    assert entry(entries, "[int]")["element-type"] == "int"
    assert entry(entries, "int") == {"name": "int", "meta-type": "builtin", "json-type": "int"}


def test_nothing_is_an_empty_object(tmp_path: Path) -> None:
    entries = _entries(tmp_path, "{ 'command': 'go' }")
    command = entry(entries, "go")
    assert command["arg-type"] == command["ret-type"]
    assert entry(entries, command["arg-type"])["members"] == []


def test_base_members_come_first(tmp_path: Path) -> None:
    text = """
{ 'struct': 'Base', 'data': { 'a': 'str' } }
{ 'struct': 'Own', 'base': 'Base', 'data': { 'b': 'str' } }
{ 'command': 'go', 'data': 'Own' }
"""
    entries = _entries(tmp_path, text)
    arguments = entry(entries, entry(entries, "go")["arg-type"])
    assert [member["name"] for member in arguments["members"]] == ["a", "b"]


def test_union_has_a_branch_for_each_value(tmp_path: Path) -> None:
    text = """
{ 'enum': 'Kind', 'data': [ 'one', 'two' ] }
{ 'struct': 'One', 'data': { 'x': 'int' } }
{ 'union': 'Uni', 'base': { 'kind': 'Kind' }, 'discriminator': 'kind', 'data': { 'one': 'One' } }
{ 'event': 'HAPPENED', 'data': 'Uni', 'boxed': true }
"""
    entries = _entries(tmp_path, text)
    union = entry(entries, entry(entries, "HAPPENED")["arg-type"])
    assert union["tag"] == "kind"
    assert [variant["case"] for variant in union["variants"]] == ["one", "two"]
    assert entry(entries, union["variants"][1]["type"])["members"] == []


def test_defaults_are_told(tmp_path: Path) -> None:
    text = "{ 'command': 'go', 'data': { 'a': { 'type': 'size', 'default': '4K' }, '*b': 'str' } }"
    entries = _entries(tmp_path, text)
    members = entry(entries, entry(entries, "go")["arg-type"])["members"]
    assert [member["default"] for member in members] == [4096, None]


def test_phases_of_commands_are_told(tmp_path: Path) -> None:
    assert entry(_entries(tmp_path, PHASES), "start")["phases"] == ["idle"]


def test_open_arguments_are_a_union_over_object_types() -> None:
    entries = introspect(load(EVERYTHING))
    arguments = entry(entries, entry(entries, "device_add")["arg-type"])
    assert arguments["tag"] == "driver"
    assert [variant["case"] for variant in arguments["variants"]] == [
        "sensor",
        "heater",
        "heat.element",
        "Element_2",
    ]
    tag = next(member for member in arguments["members"] if member["name"] == "driver")
    assert entry(entries, tag["type"])["values"][:2] == ["sensor", "heater"]
    heater = entry(entries, arguments["variants"][1]["type"])
    names = [member["name"] for member in heater["members"]]
    assert "power" in names and "hours" not in names
    sensor = next(member for member in heater["members"] if member["name"] == "sensor")
    assert sensor["type"] == "str"


def test_features_are_told() -> None:
    entries = introspect(load(EVERYTHING))
    assert entry(entries, "x-crash")["features"] == ["deprecated"]
    assert entry(entries, "tune")["allow-oob"] is True
    assert "allow-oob" not in entry(entries, "load")


def test_every_type_that_is_named_is_described() -> None:
    entries = introspect(load(EVERYTHING))
    names = {item["name"] for item in entries}
    used = {
        item[key]
        for item in entries
        for key in ("arg-type", "ret-type", "element-type")
        if key in item
    }
    used |= {
        member["type"]
        for item in entries
        for member in [*item.get("members", []), *item.get("variants", [])]
        if "type" in member
    }
    assert used <= names
    assert len(names) == len(entries)


def test_names_of_other_emulators_are_deprecated() -> None:
    entries = introspect(load(EVERYTHING))
    added = entry(entries, entry(entries, "device_add")["arg-type"])
    ours, other = (
        next(item["type"] for item in added["variants"] if item["case"] == name)
        for name in ("heater", "heat.element")
    )
    assert ours == other
    drivers = entry(entries, next(m["type"] for m in added["members"] if m["name"] == "driver"))
    assert {"name": "heat.element", "features": ["deprecated"]} in drivers["members"]
    assert {"name": "heater"} in drivers["members"] and "heat.element" in drivers["values"]
    members = {member["name"]: member for member in entry(entries, ours)["members"]}
    assert members["max_temp"]["features"] == ["deprecated"]
    assert members["max_temp"]["type"] == members["limit"]["type"]
    assert "installed" not in members  # telemetry, and so no argument


def test_command_of_another_emulator_is_deprecated_and_has_arguments_of_its_own() -> None:
    entries = introspect(load(EVERYTHING))
    command, own = entry(entries, "burn"), entry(entries, "fire")
    assert (command["meta-type"], command["features"]) == ("command", ["deprecated"])
    assert command["phases"] == own["phases"] and command["ret-type"] == own["ret-type"]
    assert entry(entries, command["arg-type"])["members"] == [
        {"name": "program", "type": "str"},
        {"name": "turns", "type": "int", "default": 1},
        {"name": "blower", "type": "str", "default": None},
    ]


def test_property_by_other_values_has_the_type_of_those() -> None:
    entries = introspect(load(EVERYTHING))
    arguments = entry(entries, entry(entries, "device_add")["arg-type"])
    (heater,) = (item for item in arguments["variants"] if item["case"] == "heater")
    members = {member["name"]: member for member in entry(entries, heater["type"])["members"]}
    assert members["mode"] == {
        "name": "mode", "type": "str", "default": None, "features": ["deprecated"]
    }  # fmt: skip
    assert (members["power"]["type"], members["poles"]["type"]) == ("int", "int")
