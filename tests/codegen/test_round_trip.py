# SPDX-License-Identifier: Apache-2.0
"""Random schemas as C++: everything compiles, and values survive being read and written.

What a value must become is worked out in Python from the schema alone. How many schemas there are
and where they begin is for whoever looks for more than a check should take time for:

    QAPIGEN_SCHEMAS=50 QAPIGEN_SEED=1000 pytest tests/codegen/test_round_trip.py
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from codegen.backends import generate
from codegen.frontend import load
from codegen.ir import to_ir
from codegen.model import Builtin, Definition, ObjectType
from codegen.schema import Schema
from tests.codegen.compiler import NOT_ALONE, ROOT, Unit, compile_all, link
from tests.codegen.random_schema import random_schema
from tests.codegen.random_schema.values import Values
from tests.codegen.support import TESTS

COUNT = int(os.environ.get("QAPIGEN_SCHEMAS", "6"))
SEED = int(os.environ.get("QAPIGEN_SEED", "0"))
VALUES = 12
HERE = Path(__file__).parent / "round_trip"
RUNTIME = ["base/result", "base/format"] + [
    f"json/{name}"
    for name in "any compat constraint decode enum json json_type nearest object_type quotes "
    "reader scalars source_map type utf8 writer".split()
]


@dataclass(frozen=True)
class Sample:
    """A random schema, and one configuration of it."""

    name: str
    folder: Path
    schema: Schema
    symbols: frozenset[str]

    @property
    def units(self) -> Iterator[Unit]:
        """Types become part of the program; of the rest it is enough that it compiles."""
        flags = ("-O0", *(f"-D{symbol}" for symbol in sorted(self.symbols)))
        includes = (self.folder, HERE, TESTS / "golden")
        for source in [self.table, *sorted(self.folder.glob("generated/*/*.cpp"))]:
            is_type = source == self.table or source.parent.name in ("types", "objects")
            if NOT_ALONE not in source.name:
                target = source.with_suffix(".o") if is_type else None
                yield Unit(source, target, flags, includes)

    @property
    def table(self) -> Path:
        return self.folder / "table.cpp"

    @property
    def values(self) -> Values:
        return Values(to_ir(self.schema), self.symbols, Random(self.name))

    @property
    def types(self) -> list[Definition]:
        """The types that there are in C++, in this configuration."""
        hidden = {union.base.name for union in self.schema.unions}
        hidden = {name for name in hidden if self.schema.types[name].is_implicit}
        hidden |= {command.to_enum for command in self.schema.commands}
        # Properties are set one by one.
        hidden |= {item.props_struct for item in self.schema.objects}
        values = self.values
        conditions = {item["name"]: item.get("if") for item in to_ir(self.schema)["types"]}
        return [
            item
            for item in self.schema.types.values()
            if not isinstance(item, (Builtin, ObjectType))
            and item.module
            and item.name not in hidden
            and values.holds(conditions[item.name])
        ]


def _sample(folder: Path, name: str, text: str, symbols: frozenset[str]) -> Sample:
    place = folder / name
    place.mkdir()
    path = place / "main.json"
    path.write_text(text, encoding="utf-8")
    sample = Sample(name, place, load(path), symbols)
    generate(sample.schema, place / "generated")
    sample.table.write_text(_table(sample), encoding="utf-8")
    return sample


def _random_sample(folder: Path, seed: int) -> Sample:
    name = f"s{seed}"
    pragma = {"namespace": name, "context": "kiln::Kiln", "context-header": "kiln/kiln.h"}
    text = random_schema(Random(seed), **pragma, handlers="kiln")
    return _sample(folder, name, text, frozenset({"CONFIG_A", "CONFIG_C"} if seed % 2 else ()))


def _table(sample: Sample) -> str:
    """The source that lists the types of a schema."""
    headers = sorted(sample.folder.glob("generated/types/*.h"))
    headers += sorted(sample.folder.glob("generated/objects/*.h"))
    included = [path.relative_to(sample.folder) for path in headers if NOT_ALONE not in path.name]
    lines = [*(f'#include "{path}"' for path in included), '#include "tables.h"', ""]
    lines.append(f"const std::vector<round_trip::Row> round_trip::{sample.name} = {{")
    lines += [
        f'    {{"{sample.name}:{item.name}", &trip<{sample.name}::{item.cpp_name}>}},'
        for item in sample.types
    ]
    return "\n".join([*lines, "};", ""])


@pytest.fixture(name="samples", scope="module")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    folder = tmp_path_factory.mktemp("round-trip")
    odd = _sample(folder, "odd", (HERE / "odd.json").read_text("utf-8"), frozenset())
    return [odd, *(_random_sample(folder, seed) for seed in range(SEED, SEED + COUNT))]


@pytest.fixture(name="program", scope="module")
def _program(samples: list[Sample]) -> Path:
    """One program of all schemas."""
    folder = samples[0].folder.parent
    names = [sample.name for sample in samples]
    declared = "".join(f"extern const std::vector<Row> {name};\n" for name in names)
    listed = ", ".join(f"&{name}" for name in names)
    (folder / "tables.h").write_text(
        '#pragma once\n\n#include "round_trip.h"\n\nnamespace round_trip {\n\n'
        f"{declared}inline const std::vector<Row>* const kTables[] = {{{listed}}};\n\n}}\n",
        encoding="utf-8",
    )
    own = [Unit(HERE / "main.cpp", folder / "main.o", ("-O0",), (HERE, folder))]
    for name in [*(f"runtime/{name}" for name in RUNTIME), "vm/object/link"]:
        target = folder / f"{name.replace('/', '-')}.o"
        own.append(Unit(ROOT / f"{name}.cpp", target, ("-O0",)))
    units = [*own]
    for sample in samples:
        for unit in sample.units:
            includes = (*unit.includes, folder)
            units.append(Unit(unit.source, unit.target, unit.flags, includes))
    faults = compile_all(units)
    if faults:
        pytest.fail("\n".join(faults.values())[:20000], pytrace=False)
    objects = [unit.target for unit in units if unit.target]
    link(objects, folder / "round-trip", ["-lfmt"])
    return folder / "round-trip"


def _answers(program: Path, requests: list[tuple[str, Any]]) -> list[Any]:
    given = program.with_name("requests")
    given.write_text("".join(json.dumps(request) + "\n" for request in requests), encoding="utf-8")
    done = subprocess.run([program, given], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_values_survive_and_have_their_defaults(samples: list[Sample], program: Path) -> None:
    requests, expected = [], []
    for sample in samples:
        values = sample.values
        for item in sample.types:
            for _ in range(VALUES):
                value = values.make(item.name)
                requests.append((f"{sample.name}:{item.name}", value))
                expected.append({"value": values.expected(item.name, value)})
    assert len(requests) > 10 * COUNT
    for request, wanted, answer in zip(requests, expected, _answers(program, requests)):
        assert answer == wanted, request


def test_faults_are_refused_where_they_are(samples: list[Sample], program: Path) -> None:
    requests, expected = [], []
    for sample in samples:
        values = sample.values
        for item in sample.types:
            value = values.make(item.name)
            for fault in values.faults(item.name, value):
                if item.name.endswith("-state") and fault.says == "is missing":
                    continue
                requests.append((f"{sample.name}:{item.name}", fault.made_in(value)))
                expected.append(fault)
    assert len(requests) > 10 * COUNT
    for request, fault, answer in zip(requests, expected, _answers(program, requests)):
        assert isinstance(answer, dict) and "faults" in answer, (request, fault, answer)
        assert [path for path, _ in answer["faults"]] == [fault.path], (request, fault, answer)
        assert fault.says in answer["faults"][0][1], (request, fault)
