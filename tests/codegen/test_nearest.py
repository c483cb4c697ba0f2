# SPDX-License-Identifier: Apache-2.0
"""Hints: of many names, the same one is proposed as if all were compared, only sooner."""

import json
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

import pytest

from codegen.frontend import load
from codegen.messages.nearest import FEW, nearest, ranked, spelled
from tests.codegen.support import TESTS

CASES = json.loads((TESTS / "support" / "nearest.json").read_text())


@pytest.fixture(name="known", scope="module")
def _known() -> list[str]:
    schema = load(TESTS.parent / "schema" / "coldplug.json")
    return sorted([*schema.types, *(command.name for command in schema.commands)])


def thorough(name: str, known: list[str]) -> str:
    """What comparing all names proposes."""
    return spelled(ranked(name, known))


def typos(name: str) -> Iterator[str]:
    """The name with a slip of the finger: one letter missing, two exchanged, one twice."""
    middle = len(name) // 2
    yield name[:middle] + name[middle + 1 :]
    yield name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    yield name[:middle] + name[middle] + name[middle:]


def test_many_names_are_told_apart_as_if_all_were_compared(known: list[str]) -> None:
    assert len(known) > 3 * FEW
    slips = [slip for name in known[::7] for slip in typos(name) if slip not in known]
    assert len(slips) > FEW
    assert [nearest(slip, known) for slip in slips] == [thorough(slip, known) for slip in slips]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_same_is_proposed_as_by_the_programs(case: dict[str, Any]) -> None:
    assert ranked(case["name"], case["known"]) == case["proposed"]
    assert nearest(case["name"], case["known"]) == spelled(case["proposed"])


def test_nothing_alike_is_nothing(known: list[str]) -> None:
    assert nearest("", known) == ""
    assert nearest("zzzzzzzz", known) == ""


def cost(function: Callable[[str, list[str]], str], names: list[str], known: list[str]) -> float:
    start = process_time()
    for name in names:
        function(name, known)
    return process_time() - start


def test_thousands_of_names_are_not_compared_with_each_other() -> None:
    known = [f"{first}-{second}-info" for first in range(50) for second in range(1000, 1040)]
    names = [f"{name}x" for name in known[::100]]
    assert cost(nearest, names, known) < cost(thorough, names, known) / 4
