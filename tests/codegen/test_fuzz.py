# SPDX-License-Identifier: Apache-2.0
"""What the grammar makes are requests; the dictionary holds their names."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from codegen.frontend import load
from codegen.fuzz import dictionary, grammar
from codegen.model import Member
from codegen.schema import Schema
from tests.codegen.support import EVERYTHING, TESTS

Rules = dict[str, list[list[str]]]
_SCHEMAS = {"golden": EVERYTHING, "coldplug": TESTS.parent / "schema" / "coldplug.json"}
_DEEPEST = 25


@pytest.fixture(name="schema", scope="module", params=_SCHEMAS)
def _schema(request: pytest.FixtureRequest) -> Schema:
    return load(_SCHEMAS[request.param])


@pytest.fixture(name="rules", scope="module")
def _rules(schema: Schema) -> Rules:
    found: Rules = json.loads(grammar(schema))
    return found


def _is_rule(symbol: str) -> bool:
    return symbol.startswith("<") and symbol.endswith(">")


def _costs(rules: Rules) -> dict[str, int]:
    """How deep each rule leads at least."""
    costs = dict.fromkeys(rules, 10**6)
    for _ in rules:
        for name, alternatives in rules.items():
            costs[name] = 1 + min(_cost(costs, alternative) for alternative in alternatives)
    return costs


def _cost(costs: dict[str, int], alternative: list[str]) -> int:
    return max((costs[symbol] for symbol in alternative if _is_rule(symbol)), default=0)


def _derive(
    rules: Rules, costs: dict[str, int], chance: random.Random, symbol: str, depth: int = 0
) -> Iterator[str]:
    if not _is_rule(symbol):
        yield symbol
        return
    alternatives = rules[symbol]
    if depth > _DEEPEST:
        alternatives = [min(alternatives, key=lambda item: _cost(costs, item))]
    for part in chance.choice(alternatives):
        yield from _derive(rules, costs, chance, part, depth + 1)


def _check(request: dict[str, Any], schema: Schema) -> None:
    command = schema.command(request["execute"])
    arguments = request.get("arguments", {})
    members: dict[str, Member] = {member.name: member for member in command.members}
    missing = [
        name for name, item in members.items() if item.is_mandatory and name not in arguments
    ]
    assert not missing, request
    is_closed = command.arguments and command.arguments.kind == "struct" and not command.open_member
    if is_closed:
        assert arguments.keys() <= members.keys()


def test_grammar_makes_requests(schema: Schema, rules: Rules) -> None:
    costs = _costs(rules)
    chance = random.Random(1)
    for command in schema.commands:
        for _ in range(20):
            text = "".join(_derive(rules, costs, chance, f"<{command.name}>"))
            request = json.loads(text)
            assert request["execute"] == command.name
            _check(request, schema)


def test_every_rule_ends_and_is_used(rules: Rules) -> None:
    assert max(_costs(rules).values()) < 1000
    used = {part for listed in rules.values() for item in listed for part in item if _is_rule(part)}
    assert used <= rules.keys()
    assert rules.keys() - used <= {"<start>"}, rules.keys() - used


def test_open_arguments_are_those_of_the_named_object() -> None:
    schema = load(EVERYTHING)
    rules: Rules = json.loads(grammar(schema))
    costs = _costs(rules)
    chance = random.Random(2)
    seen = set()
    for _ in range(200):
        request = json.loads("".join(_derive(rules, costs, chance, "<device_add>")))
        arguments = request["arguments"]
        item = next(one for one in schema.objects if one.name == arguments["driver"])
        names = {
            one.name for one in (*item.props.all_members, *schema.command("device_add").members)
        }
        assert arguments.keys() <= names
        seen.add(item.name)
    assert seen == {item.name for item in schema.derived("part")}


def test_dictionary_has_a_token_in_each_line(schema: Schema) -> None:
    lines = dictionary(schema).splitlines()
    assert all(re.fullmatch(r'"\\"([^"\\]|\\\\)+\\""', line) for line in lines)
    assert len(set(lines)) == len(lines)
    for command in schema.commands:
        assert f'"\\"{command.name}\\""' in lines
