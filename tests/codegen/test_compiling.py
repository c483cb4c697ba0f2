# SPDX-License-Identifier: Apache-2.0
"""Generated C++ under the second compiler, and as much of it as QEMU's schema makes.

How long the compilers take at -O2 is for tests/bench/qapi_speed.py to say, which has QEMU's schema
and C code to compare with.
"""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.backends import generate
from codegen.frontend import load
from tests.codegen.compiler import NOT_ALONE, ROOT, Unit, compile_all
from tests.codegen.test_backends import CONDITIONS, GOLDEN

sys.path.append(str(ROOT / "tests" / "bench"))
import synthetic  # noqa: E402  # pylint: disable=wrong-import-position,wrong-import-order

MAX_SECONDS = 60.0
"""Of the processor, for each compiler to understand the whole of the large schema"""


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("conditions", [[], CONDITIONS], ids=["without", "with"])
def test_golden_output_compiles_with_clang(conditions: list[str]) -> None:
    flags = tuple(f"-DCONFIG_{name}" for name in conditions)
    sources = [path for path in GOLDEN.rglob("generated/**/*.cpp") if NOT_ALONE not in path.name]
    assert len(sources) > 5
    units = [Unit(path, None, flags, (GOLDEN,), "clang++") for path in sources]
    assert not compile_all(units)


@pytest.fixture(name="large", scope="module")
def _large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what is generated from a schema of QEMU's size, and a unit of all of it."""
    folder = tmp_path_factory.mktemp("large")
    schema = load(synthetic.write(folder / "schema"))
    generate(schema, folder / "generated", ["types", "phases", "commands", "events", "introspect"])
    sources = sorted(folder.glob("generated/*/*.cpp"))
    text = "".join(f'#include "{path.relative_to(folder)}"\n' for path in sources)
    (folder / "all.cpp").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_a_large_schema_compiles_without_warnings_in_reasonable_time(
    compiler: str, large: Path
) -> None:
    before = cpu_of_children()
    assert not Unit(large / "all.cpp", None, includes=(large,), compiler=compiler).compile()
    assert cpu_of_children() - before < MAX_SECONDS


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_no_header_that_is_generated_includes_the_json_library(compiler: str, large: Path) -> None:
    headers = sorted(large.glob("generated/*/*.h"))
    text = "".join(f'#include "{path.relative_to(large)}"\n' for path in headers)
    (large / "headers.cpp").write_text(text, "utf-8")
    command = [compiler, "-std=c++20", "-H", "-fsyntax-only", f"-I{large}", f"-I{ROOT}"]
    done = subprocess.run(
        [*command, str(large / "headers.cpp")], capture_output=True, text=True, check=True
    )
    included = {line.lstrip(". ") for line in done.stderr.splitlines()}
    assert any(path.endswith("runtime/json/type.h") for path in included)
    # Macros that name the library's namespace, and nothing else.
    found = {path for path in included if re.search(r"nlohmann/(?!detail/abi_macros\.hpp)", path)}
    assert not found
