# SPDX-License-Identifier: Apache-2.0
"""Reads what QAPI does not have about commands: phases, rules, transports, options."""

from __future__ import annotations

import re
from typing import Any

from codegen.drafts import Context, Draft, EntryDraft, RuleDraft
from codegen.messages import phases as phase_messages
from codegen.messages import structure as messages
from codegen.messages import transports as transport_messages
from codegen.schema import Cli, ConfigSection, RateLimit
from codegen.structure import check_keys, read_flag, read_string, read_value

_OPTION = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SHORT = re.compile(r"[A-Za-z0-9]")
_LONGEST_INTERVAL = 24 * 60 * 60 * 1000


def read_names(context: Context, value: dict[str, Any], key: str) -> tuple[str, ...]:
    """Reads an optional list of names."""
    names = value.get(key, [])
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return tuple(names)
    context.add(transport_messages.BadRuns(what=f"'{key}'", kind="a list of names"))
    return ()


def read_phases(context: Context, draft: Draft) -> None:
    """Reads a phase machine."""
    if draft.value["governs"] not in ("commands", "objects"):
        context.add(phase_messages.BadGoverns())
    if read_string(context, draft.value, "goal") and draft.value["governs"] != "commands":
        context.add(phase_messages.GoalOfObjects())
    data = draft.value["data"]
    if not isinstance(data, list) or not data:
        context.add(phase_messages.NoPhases(what="'data'"))
        return
    for item in data:
        if isinstance(item, dict) and "data" in item:
            _read_set(context, draft, item)
        elif leaf := read_value(context, item):
            draft.entries.append(EntryDraft(leaf.name, (leaf,), is_set=False))
    draft.values = [leaf for entry in draft.entries for leaf in entry.leaves]


def _read_set(context: Context, draft: Draft, item: dict[str, Any]) -> None:
    if not check_keys(context, item, "set of phases", ["name", "data"], ["view", "before"]):
        return
    named = read_value(context, item["name"])
    data = item["data"]
    if named is None:
        return
    if not isinstance(data, list) or not data:
        context.add(phase_messages.NoPhases(what=f"'data' of set '{named.name}'"))
        return
    leaves = tuple(leaf for leaf in (read_value(context, entry) for entry in data) if leaf)
    view = read_string(context, item, "view")
    before = read_string(context, item, "before")
    if bool(view) != bool(before):
        context.add(phase_messages.ViewWithoutBefore(name=named.name))
    draft.entries.append(EntryDraft(named.name, leaves, True, view, before))


def read_rate_limit(context: Context, value: object) -> RateLimit | None:
    """Reads how often an event is sent at most."""
    if not isinstance(value, dict):
        context.add(messages.NotAnObjectValue(what="'rate-limit'"))
        return None
    if not check_keys(context, value, "'rate-limit'", ["interval"], ["by"]):
        return None
    interval = value["interval"]
    is_number = isinstance(interval, int) and not isinstance(interval, bool)
    if not is_number or not 1 <= interval <= _LONGEST_INTERVAL:
        context.add(transport_messages.BadInterval(what="'interval'", longest=_LONGEST_INTERVAL))
        return None
    return RateLimit(interval, read_string(context, value, "by"))


def read_rule(context: Context, value: object) -> RuleDraft | None:
    """Reads a `phase`."""
    if not isinstance(value, dict):
        context.add(phase_messages.BadRule(what="'phase'", kind="an object"))
        return None
    if not check_keys(context, value, "'phase'", [], ["in", "except", "to", "walks", "step"]):
        return None
    walks = read_flag(context, value, "walks")
    if walks and "to" in value:
        context.add(phase_messages.WalkerMoves())
    sources = _names(context, value["in"], "'in'") if "in" in value else None
    excepted = _names(context, value["except"], "'except'") if "except" in value else ()
    targets = _read_targets(context, value["to"]) if "to" in value else None
    return RuleDraft(sources, excepted, targets, walks, read_flag(context, value, "step", True))


def _names(context: Context, value: object, what: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    context.add(phase_messages.BadRule(what=what, kind="a list of phases"))
    return ()


def _read_targets(context: Context, value: object) -> str | tuple[str, ...] | dict[str, str] | None:
    match value:
        case str():
            return value
        case [_, *_]:
            return _names(context, value, "'to'")
        case dict() if value and all(isinstance(phase, str) for phase in value.values()):
            return value
    kind = "a phase, a list of phases, or an object from phase to phase"
    context.add(phase_messages.BadRule(what="'to'", kind=kind))
    return None


def read_transition(context: Context, draft: Draft) -> None:
    """Reads a move that no command triggers."""
    rule = draft.value["phase"]
    if isinstance(rule, dict) and not {"in", "to"} <= rule.keys():
        context.add(phase_messages.TransitionIncomplete())
    draft.rule = read_rule(context, rule)
    read_string(context, draft.value, "emits")


def read_cli(context: Context, name: str, value: object, group: str) -> Cli | None:
    """Reads how a command of that group appears on the command line; nothing if it does not."""
    if value is False:
        return None
    own = name.replace("_", "-")
    keys = ["option", "short", "implied-key", "group", "positional", "plan", "choices", "dry-run"]
    if not isinstance(value, dict):
        context.add(messages.NotAnObjectValue(what="'cli', unless it is false,"))
        return None
    if not check_keys(context, value, "'cli'", [], keys):
        return None
    option = read_string(context, value, "option")
    if option and not _OPTION.fullmatch(option):
        kind = "lower case with dashes"
        context.add(transport_messages.BadOptionName(what="'option'", kind=kind))
    short = read_string(context, value, "short")
    if short and not _SHORT.fullmatch(short):
        kind = "one letter or digit"
        context.add(transport_messages.BadOptionName(what="'short'", kind=kind))
    return Cli(
        tuple(dict.fromkeys(text for text in (option, own) if text)),
        short,
        read_string(context, value, "implied-key"),
        read_string(context, value, "group") or group,
        read_flag(context, value, "positional"),
        read_string(context, value, "plan"),
        read_string(context, value, "choices"),
        read_flag(context, value, "dry-run"),
    )


def read_config(context: Context, value: object) -> ConfigSection | None:
    """Reads which section of a config file runs a command."""
    if not isinstance(value, dict):
        context.add(messages.NotAnObjectValue(what="'config'"))
        return None
    optional = ["list", "key", "merges", "when"]
    if not check_keys(context, value, "'config'", ["section"], optional):
        return None
    section = read_string(context, value, "section")
    if not _OPTION.fullmatch(section):
        kind = "lower case with dashes"
        context.add(transport_messages.BadOptionName(what="'section'", kind=kind))
    is_list = read_flag(context, value, "list")
    key = read_names(context, value, "key")
    merges = read_flag(context, value, "merges")
    if is_list and merges or key and not is_list:
        context.add(transport_messages.BadKey(problem="a list has a 'key', all else 'merges'"))
    when = value.get("when", "")
    if when not in ("", "after", "end"):
        context.add(transport_messages.BadWhen())
    return ConfigSection(section, is_list, key, merges, when)
