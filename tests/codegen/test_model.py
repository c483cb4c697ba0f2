# SPDX-License-Identifier: Apache-2.0
"""The checked model: what templates rely on."""

from pathlib import Path

import pytest

from codegen.frontend import load
from codegen.schema import Kind, ObjectType, Schema, Struct, Union, Use
from tests.codegen.support import EVERYTHING, schema_of


@pytest.fixture(name="everything", scope="module")
def _everything() -> Schema:
    return load(EVERYTHING)


def _struct(schema: Schema, name: str) -> Struct:
    found = schema.lookup(name)
    assert isinstance(found, Struct)
    return found


def test_modules_are_named_by_their_files(everything: Schema) -> None:
    names = [module.name for module in everything.modules]
    assert sorted(names) == ["aliases", "devices/heater", "devices/objects", "everything", "phases"]
    main = next(module for module in everything.modules if module.name == "everything")
    assert main.includes == ("phases", "devices/objects", "devices/heater", "aliases")
    assert main.title == "Kiln"


def test_inline_data_is_an_implicit_struct(everything: Schema) -> None:
    arguments = everything.command("load").arguments
    assert arguments
    assert (arguments.definition.cpp_name, arguments.definition.is_implicit) == ("LoadArgs", True)
    ready = everything.event("READY").arguments
    assert ready and ready.definition.cpp_name == "ReadyEvent"


def test_member_with_a_default_is_always_there(everything: Schema) -> None:
    labels = next(item for item in everything.command("load").members if item.name == "labels")
    assert not labels.is_mandatory and not labels.is_optional_in_cpp
    assert labels.default and labels.default.value == []
    assert labels.range and (labels.range.low, labels.range.high) == (0, 8)


def test_recursion_is_marked(everything: Schema) -> None:
    members = {member.name: member for member in _struct(everything, "Curve").members}
    assert members["next"].is_recursive
    assert not members["points"].is_recursive


def test_types_follow_what_they_hold(everything: Schema) -> None:
    seen: set[str] = set()
    for item in everything.types_in_order:
        if isinstance(item, (Struct, Union)):
            for member in item.all_members:
                kind = member.type.definition.kind
                by_value = not member.type.is_list and not member.is_recursive
                if by_value and kind not in (Kind.BUILTIN, Kind.OBJECT):
                    assert member.type.name in seen, f"{item.name} before {member.type.name}"
        seen.add(item.name)


def test_union_has_all_branches(everything: Schema) -> None:
    fuel = everything.lookup("Fuel")
    assert isinstance(fuel, Union)
    assert [variant.name for variant in fuel.variants] == ["gas", "wood", "sun"]
    assert fuel.variants[1].condition and fuel.variants[2].type is None
    assert fuel.variants[1].condition.cpp == "defined(CONFIG_WOOD) || defined(CONFIG_COAL)"


def test_condition_is_spelled_for_the_preprocessor(everything: Schema) -> None:
    members = {member.name: member for member in _struct(everything, "DetailedCurve").members}
    condition = members["checked"].condition
    assert condition
    assert condition.cpp == "defined(CONFIG_REVIEW) && !defined(CONFIG_FAST)"
    assert condition.text == "CONFIG_REVIEW and not CONFIG_FAST"


def test_object_inherits(everything: Schema) -> None:
    heater = everything.lookup("heater")
    assert isinstance(heater, ObjectType)
    assert heater.derives_from("part") and heater.base
    names = [item.name for item in heater.all_properties]
    assert names[0] == "fitted-at" and "curve" in names
    bound = next(item for item in heater.properties if item.name == "curve")
    assert bound.bound == "zones"
    assert heater.props.cpp_name == "HeaterProps"
    telemetry = [item.name for item in heater.all_properties if item.use is Use.TELEMETRY]
    assert not set(telemetry) & {member.name for member in heater.props.members}
    assert [member.name for member in heater.saved.members] == [
        "control",
        "setpoint",
        "history",
        "log",
        "fans",
        "fan",
        "last-alarms",
    ]
    assert [(item.since, item.until) for item in heater.state[-3:]] == [
        ("1.1", ""),
        ("", "1.1"),
        ("1.1", "1.3"),
    ]
    assert heater.ports.names == ("regs", "ram", "enable", "alarm")


def test_properties_can_be_those_of_a_struct(everything: Schema) -> None:
    sensor = everything.lookup("sensor")
    assert isinstance(sensor, ObjectType)
    assert [item.name for item in sensor.properties] == ["rate", "label"]
    assert sensor.hotplug and not sensor.is_abstract


def test_links_know_their_type(everything: Schema) -> None:
    heater = everything.lookup("heater")
    assert isinstance(heater, ObjectType)
    links = {item.name: item.type.text for item in heater.properties if item.type.is_link}
    assert links == {"sensor": "link<sensor>", "others": "[link<sensor>]"}


def test_derived_types_are_not_abstract(everything: Schema) -> None:
    assert [item.name for item in everything.derived("part")] == ["sensor", "heater"]


def test_cpp_names_do_not_clash(tmp_path: Path) -> None:
    text = """
{ 'pragma': { 'member-name-exceptions': [ 'Low', 'High' ] } }
{ 'struct': 'GoArgs', 'data': {} }
{ 'command': 'go', 'data': { 'x': 'int' } }
{ 'struct': 'Low', 'data': { 'a': 'int', 'A': 'int', 'class': 'str' } }
{ 'struct': 'High', 'base': 'Low', 'data': { 'b': 'int', 'B': 'int' } }
{ 'enum': 'Mode', 'data': [ 'x1-2', 'x12', '2-x' ] }
"""
    schema = schema_of(tmp_path, text)
    arguments = schema.command("go").arguments
    assert arguments and arguments.definition.cpp_name == "GoArgs2"
    names = [member.cpp_name for member in _struct(schema, "High").all_members]
    assert names == ["a", "a2", "class_", "b", "b2"]
    assert [value.cpp_name for value in schema.enums[0].values] == ["X12", "X122", "N2X"]


def test_includes_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{ 'include': './b.json' }\n{ 'enum': 'Aa', 'data': [] }")
    (tmp_path / "b.json").write_text("{ 'enum': 'Bb', 'data': [] }")
    schema = schema_of(tmp_path, "{ 'include': 'b.json' }\n{ 'include': 'a.json' }")
    assert [enum.name for enum in schema.enums] == ["Bb", "Aa"]
    assert [Path(file).name for file in schema.files] == ["schema.json", "b.json", "a.json"]


def test_pragma_replaces_an_earlier_one(tmp_path: Path) -> None:
    text = "{ 'pragma': { 'command-name-exceptions': [ 'a_b' ] } }\n{ 'command': 'a_b' }\n"
    assert schema_of(tmp_path, text).command("a_b").cpp_name == "a_b"
    with pytest.raises(Exception, match="lower case"):
        schema_of(tmp_path, text + "{ 'pragma': { 'command-name-exceptions': [] } }")


def test_option_keeps_its_commands(everything: Schema) -> None:
    pots = next(option for option in everything.options if option.name == "pots")
    assert [run.execute for run in pots.runs] == ["load", "query-names"]
    assert (pots.when, pots.is_short) == ("after", False)
    until = next(option for option in everything.options if option.name == "until")
    assert (until.default, until.value) == ("loaded", "PHASE")


def test_command_line_names_come_best_first(everything: Schema) -> None:
    cli = everything.command("device_add").cli
    assert cli and cli.options == ("device", "device-add")
    assert everything.command("x-crash").cli is None


def test_alike_commands_share_no_option(tmp_path: Path) -> None:
    text = "{ 'pragma': { 'command-name-exceptions': [ 'go_on' ] } }\n{ 'command': 'go-on' }\n"
    schema = schema_of(tmp_path, text + "{ 'command': 'go_on' }")
    first = schema.command("go-on").cli
    assert first and first.options == ("go-on",)
    assert schema.command("go_on").cli is None


def test_events_have_limits(everything: Schema) -> None:
    limit = everything.event("ZONE_CHANGED").rate_limit
    assert limit and (limit.interval, limit.key) == (1000, "zone")
    assert everything.event("READY").rate_limit is None


def test_types_have_the_aliases_of_their_bases_members(everything: Schema) -> None:
    heater = everything.lookup("heater")
    assert isinstance(heater, ObjectType)
    (_, inherited), (table, own) = everything.aliases_of(heater)
    assert table.name == "other-kiln"
    assert [(one.name, one.target) for one in inherited.properties] == [("installed", "fitted-at")]
    assert not inherited.types and [one.name for one in own.types] == ["heat.element", "Element_2"]


def test_schema_may_have_types_called_as_the_generator_might_call_its_own(tmp_path: Path) -> None:
    schema = schema_of(tmp_path, "{ 'struct': 'Empty', 'data': { } }")
    assert _struct(schema, "Empty").cpp_name == "Empty"
