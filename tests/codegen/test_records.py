# SPDX-License-Identifier: Apache-2.0
"""Tests that records behave as those of the standard `dataclasses`, whose place they take."""

import dataclasses
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from codegen import records
from tests.codegen.support import EVERYTHING, TESTS

# Each is a way to declare classes, given `dataclass` and `field` of either module.
DECLARATIONS = """
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 2
    note: str = field(default="", compare=False, repr=False)

@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    kind: str = "base"
    name: str

@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    kind: str = "derived"
    items: list = field(default_factory=list)

@dataclass(slots=True)
class Counter:
    start: int
    now: int = field(init=False)
    seen: list = field(default_factory=list, init=False)

    def __post_init__(self):
        self.now = self.start

@dataclass(frozen=True)
class Empty:
    pass

@dataclass(frozen=True, slots=True)
class Own:
    value: int

    def __repr__(self):
        return f"<{self.value}>"
"""


def declared(module: ModuleType) -> dict[str, Any]:
    names: dict[str, Any] = {"dataclass": module.dataclass, "field": module.field}
    exec(DECLARATIONS, names)  # pylint: disable=exec-used
    return names


OURS, THEIRS = declared(records), declared(dataclasses)


def _changed(names: dict[str, Any]) -> Any:
    replace = records.replace if names is OURS else dataclasses.replace
    return replace(names["Point"](1, note="a"), y=5)


def _fields(names: dict[str, Any]) -> list[str]:
    fields = records.fields if names is OURS else dataclasses.fields
    return [item.name for item in fields(names["Derived"])]


@pytest.mark.parametrize(
    "ask",
    [
        lambda names: repr(names["Point"](1)),
        lambda names: repr(names["Derived"](name="a")),
        lambda names: repr(names["Counter"](3)),
        lambda names: repr([names["Empty"](), names["Own"](1)]),
        lambda names: repr(_changed(names)),
        lambda names: _changed(names).note,
        _fields,
        lambda names: names["Point"](1) == names["Point"](1, 2, "elsewhere"),
        lambda names: names["Point"](1) == names["Point"](2),
        lambda names: names["Point"](1) == (1, 2),
        lambda names: names["Base"](name="a") == names["Derived"](name="a", kind="base"),
        lambda names: names["Empty"]() == names["Empty"](),
        lambda names: len({names["Point"](1), names["Point"](1), names["Point"](3)}),
        lambda names: names["Counter"].__hash__,
        lambda names: names["Point"].__match_args__,
        lambda names: names["Derived"].__slots__,
        lambda names: hasattr(names["Point"](1), "__dict__"),
        lambda names: names["Derived"](name="a").items is names["Derived"](name="a").items,
    ],
)
def test_record_is_as_a_dataclass(ask: Callable[[dict[str, Any]], Any]) -> None:
    assert ask(OURS) == ask(THEIRS)


@pytest.mark.parametrize(
    "make",
    [
        lambda names: names["Point"](),
        lambda names: names["Point"](1, 2, "", 4),
        lambda names: names["Point"](1, z=3),
        lambda names: names["Base"]("a"),
        lambda names: names["Counter"](1, now=2),
        lambda names: setattr(names["Counter"](1), "other", 2),
    ],
)
def test_record_refuses_what_a_dataclass_refuses(make: Callable[[dict[str, Any]], Any]) -> None:
    for names in OURS, THEIRS:
        with pytest.raises((TypeError, AttributeError)):
            make(names)


def test_a_check_loads_nothing_that_takes_long_and_is_not_used() -> None:
    """What is loaded is half of what it takes to check a schema."""
    script = (
        "import sys; from codegen.__main__ import main; main(sys.argv[1:]); print(*sys.modules)"
    )
    command = [sys.executable, "-S", "-c", script, "check", str(EVERYTHING)]
    done = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=True)
    assert "codegen.frontend" in done.stdout.split()
    heavy = {"dataclasses", "inspect", "pathlib", "difflib", "textwrap", "jinja2"}
    assert heavy.isdisjoint(done.stdout.split()), heavy & set(done.stdout.split())
