# SPDX-License-Identifier: Apache-2.0
"""The page for who comes from another emulator says what its names and options are here."""

from pathlib import Path

from codegen import migration
from codegen.frontend import load
from codegen.render import render
from codegen.schema import Schema
from tests.codegen.support import EVERYTHING, schema_of


def page(schema: Schema) -> list[str]:
    (file,) = migration.files(schema)
    return render(file).splitlines()


def test_every_name_of_the_tables_has_a_row() -> None:
    schema = load(EVERYTHING)
    lines = page(schema)
    for table in schema.alias_tables:
        for alias, *_ in table.rows:
            assert any(line.startswith(f"| `{alias.name}") for line in lines), alias.name


def test_rows_say_what_ours_is_and_how_it_is_written() -> None:
    lines = page(load(EVERYTHING))
    assert (
        "| `burn program=PROGRAM [turns=TURNS] [blower=BLOWER]` | other-kiln "
        "| `fire curve=PROGRAM:TURNS fan=BLOWER` |"
    ) in lines
    assert "| `mode=eco` | other-kiln | `heater` | `power=50` |" in lines
    assert "| `poles` | other-kiln | `heater` | `2`, `4` |" in lines
    assert "| `coil[N]` in a `heater` | `zone[N]` |" in lines
    assert "| `/machine/hearth` | `device_add driver=heater id=hearth` |" in lines
    assert "| `in` | `heater` | `enable` | `connect from=OTHER:PORT to=ID:enable[0]` |" in lines


def test_options_are_shown_as_typed_there_and_here(tmp_path: Path) -> None:
    text = """
{ 'command': 'object-add', 'data': { 'kind': 'str', 'id': 'str', '*path': 'str' },
  'cli': { 'option': 'object', 'implied-key': 'kind' } }
{ 'option': 'serial', 'value': 'DEV', 'group': 'Options of others',
  'cases': [ { 'is': 'none', 'runs': [ ] },
             { 'is': 'unix:',
               'keys': { 'path': { }, '*name': { }, 'wait': { 'values': [ 'off' ] } },
               'runs': [ { 'execute': 'object-add',
                           'arguments': { 'kind': 'socket', 'id': 's$name', 'path': '$path' } } ] },
             { 'refuse': 'there is no $value; give none' } ] }
"""
    lines = page(schema_of(tmp_path, text))
    assert "| `-serial none` | nothing: it is so anyway |" in lines
    assert (
        "| `-serial unix:PATH[,name=NAME],wait=off` | `--object socket[,id=sNAME],path=PATH` |"
    ) in lines
    assert "| `-serial DEV` | there is no that; give none |" in lines
