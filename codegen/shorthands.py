# SPDX-License-Identifier: Apache-2.0
"""Reads shorthands of the command line: what they run, and the cases they tell apart."""

from __future__ import annotations

from typing import Any

from codegen.drafts import Context, Draft
from codegen.messages import structure as messages
from codegen.messages import transports as transport_messages
from codegen.schema import Invocation, OptionCase, OptionKey
from codegen.structure import check_keys, read_flag, read_string


def read_option(context: Context, draft: Draft) -> None:
    """Reads a shorthand."""
    value = draft.value
    for key in ("value", "group", "default"):
        read_string(context, value, key)
    read_flag(context, value, "single-dash")
    if value.get("when", "end") not in ("after", "end"):
        context.add(transport_messages.BadWhen())
    if "default" in value and not ("value" in value and value.get("when") == "end"):
        problem = "needs 'value' and 'when': 'end'"
        context.add(transport_messages.BadDefault(problem=problem))
    if ("runs" in value) == ("cases" in value):
        context.add(transport_messages.RunsOrCases(what="option", other="cases"))
    if "cases" in value:
        draft.cases = tuple(_cases(context, value["cases"]))
    elif "runs" in value:
        if value["runs"] == []:
            kind = "a list of at least one command"
            context.add(transport_messages.BadRuns(what="'runs'", kind=kind))
        draft.cases = (OptionCase(runs=_runs(context, value["runs"])),)


def _cases(context: Context, value: object) -> list[OptionCase]:
    if not isinstance(value, list) or not value:
        context.add(transport_messages.BadRuns(what="'cases'", kind="a list of at least one case"))
        return []
    return [case for case in (_case(context, item) for item in value) if case]


def _case(context: Context, item: object) -> OptionCase | None:
    what = "'cases' element"
    if not isinstance(item, dict):
        context.add(transport_messages.BadRuns(what=what, kind="an object"))
        return None
    if not check_keys(context, item, what, [], ["is", "keys", "runs", "refuse"]):
        return None
    if ("runs" in item) == ("refuse" in item):
        context.add(transport_messages.RunsOrCases(what=what, other="refuse"))
        return None
    keys = item.get("keys", {})
    if not isinstance(keys, dict):
        context.add(messages.NotAnObjectValue(what="'keys'"))
        return None
    return OptionCase(
        read_string(context, item, "is"),
        tuple(_key(context, name, value) for name, value in keys.items()),
        _runs(context, item["runs"]) if "runs" in item else (),
        read_string(context, item, "refuse"),
    )


def _key(context: Context, name: str, value: object) -> OptionKey:
    bare = name.removeprefix("*")
    what = f"key '{bare}'"
    if not isinstance(value, dict):
        context.add(messages.NotAnObjectValue(what=what))
        return OptionKey(bare)
    check_keys(context, value, what, [], ["default", "values", "unit", "repeats", "refuse"])
    values = value.get("values", [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        context.add(transport_messages.BadRuns(what="'values'", kind="a list of words"))
        values = []
    text = {each: read_string(context, value, each) for each in ("default", "unit", "refuse")}
    repeats = read_flag(context, value, "repeats")
    return OptionKey(bare, name != bare, tuple(values), repeats=repeats, **text)


def _runs(context: Context, value: object) -> tuple[Invocation, ...]:
    # A case can stand for nothing: for what the program does anyway.
    if not isinstance(value, list):
        kind = "a list of commands"
        context.add(transport_messages.BadRuns(what="'runs'", kind=kind))
        return ()
    return tuple(run for run in (_run(context, item) for item in value) if run)


def _run(context: Context, item: object) -> Invocation | None:
    what = "'runs' element"
    if not isinstance(item, dict):
        context.add(transport_messages.BadRuns(what=what, kind="an object"))
        return None
    if not check_keys(context, item, what, ["execute"], ["arguments", "merge"]):
        return None
    if not isinstance(item["execute"], str):
        context.add(transport_messages.BadRuns(what="'execute'", kind="the name of a command"))
        return None
    arguments: Any = item.get("arguments", {})
    if not isinstance(arguments, dict):
        context.add(transport_messages.BadRuns(what="'arguments'", kind="an object"))
        return None
    return Invocation(item["execute"], arguments, read_flag(context, item, "merge"))
