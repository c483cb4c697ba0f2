# SPDX-License-Identifier: Apache-2.0
"""Reads each kind of definition: which keys it has, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from codegen.aliases import read_aliases
from codegen.docs import ParsedDoc
from codegen.drafts import Context, Draft
from codegen.messages import docs as doc_messages
from codegen.messages import structure as messages
from codegen.messages.base import Errors, Message, listing
from codegen.messages.nearest import nearest
from codegen.naming import check_camel, check_lower, check_object, check_upper
from codegen.objects import read_object
from codegen.records import dataclass
from codegen.schema import Pragma
from codegen.shorthands import read_option
from codegen.source import Place
from codegen.structure import (
    check_keys,
    read_branches,
    read_condition,
    read_features,
    read_flag,
    read_members,
    read_string,
    read_type,
    read_type_name,
    read_values,
)
from codegen.transports import (
    read_cli,
    read_config,
    read_names,
    read_phases,
    read_rate_limit,
    read_rule,
    read_transition,
)


@dataclass(frozen=True, slots=True)
class _Meta:
    """One kind of definition."""

    read: Callable[[Context, Draft], None]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


def read_definition(
    value: dict[str, Any], place: Place, doc: ParsedDoc | None, pragma: Pragma, errors: Errors
) -> Draft | None:
    """Reads one definition; nothing if it cannot even be named."""
    context = Context(errors, pragma, place)
    metas = METAS.keys() & value.keys()
    if len(metas) != 1:
        hints = () if metas else (nearest(key, METAS) for key in value)
        hint = next((hint for hint in hints if hint), "")
        context.add(messages.NoMeta(known=listing(METAS), hint=hint))
        return None
    meta = metas.pop()
    name = value[meta]
    if not isinstance(name, str):
        context.add(messages.NameNotString(what=f"'{meta}'"))
        return None
    draft = Draft(meta, name, value, place, doc)
    context.within = draft.within
    context.add(_check_name(meta, name, pragma))
    _check_doc(context, draft)
    kind = METAS[meta]
    if check_keys(context, value, meta, (meta, *kind.required), (*kind.optional, "if", "features")):
        kind.read(context, draft)
    draft.condition = read_condition(context, value, meta)
    draft.features = read_features(context, value, meta)
    _check_flags(context, value)
    return draft


def _check_name(meta: str, name: str, pragma: Pragma) -> Message | None:
    match meta:
        case "event":
            return check_upper(name, meta)
        case "command":
            exception = name in pragma.command_name_exceptions
            return check_lower(name, meta, allow_underscore=exception)
        case "object" | "transition" | "aliases":
            return check_object(name, meta)
        case "option":
            single = len(name) == 1 and name.isascii() and name.isalnum()
            return None if single else check_object(name, meta)
        case _:
            return check_camel(name, meta)


def _check_doc(context: Context, draft: Draft) -> None:
    doc = draft.doc
    if doc is None:
        if context.pragma.doc_required:
            context.add(doc_messages.Undocumented())
        return
    if doc.symbol != draft.name:
        context.add(doc_messages.WrongSymbol(name=doc.symbol))
    is_new = context.pragma.doc_dialect == "10"
    for name in ("Returns", "Errors"):
        section = doc.section(name)
        if not section or (draft.meta == "command" and (not is_new or name != "Returns")):
            continue
        line = section.line if is_new else doc.line
        place = Place(draft.place.source, line)
        if draft.meta != "command":
            message: Message = doc_messages.ReturnsWithoutCommand(name=name)
        elif "returns" not in draft.value:
            message = doc_messages.ReturnsNothing()
        else:
            continue
        context.errors.add(place, message, context.within)


def _check_flags(context: Context, value: Mapping[str, Any]) -> None:
    for flag in ("gen", "success-response"):
        if flag in value and value[flag] is not False:
            context.add(messages.FalseOnly(flag=flag))
    for flag in ("boxed", "allow-oob", "allow-preconfig", "coroutine"):
        if flag in value and value[flag] is not True:
            context.add(messages.TrueOnly(flag=flag))
    if "allow-oob" in value:
        for key in ("coroutine", "config", "removes"):
            if key in value:
                context.add(messages.FlagConflict(first="allow-oob", second=key))
        rule = value.get("phase")
        if isinstance(rule, dict) and "to" in rule:
            context.add(messages.FlagConflict(first="allow-oob", second="to"))


def _read_enum(context: Context, draft: Draft) -> None:
    read_values(context, draft)
    if not isinstance(draft.value.get("prefix", ""), str):
        context.add(messages.NotAString(what="'prefix'"))


def _read_struct(context: Context, draft: Draft) -> None:
    draft.members = read_members(context, draft.value["data"], "'data'", draft.name)
    if "base" in draft.value:
        draft.base = read_type_name(context, draft.value["base"], "'base'")


def _read_union(context: Context, draft: Draft) -> None:
    base = draft.value["base"]
    if isinstance(base, dict):
        draft.base_members = read_members(context, base, "'base'", draft.name)
    else:
        draft.base = read_type_name(context, base, "'base'")
    if not isinstance(draft.value["discriminator"], str):
        context.add(messages.NameNotString(what="'discriminator'"))
    read_branches(context, draft, arrays=False)


def _read_alternate(context: Context, draft: Draft) -> None:
    if not draft.value["data"]:
        context.add(messages.NoBranches())
        return
    read_branches(context, draft, arrays=True)
    for branch in draft.branches:
        context.add(check_lower(branch.name, f"branch '{branch.name}'"))


def _read_data(context: Context, draft: Draft) -> None:
    """Reads the data of a command or event."""
    data = draft.value.get("data")
    if draft.value.get("boxed"):
        if data is None:
            context.add(messages.BoxedWithoutData())
        else:
            draft.data = read_type_name(context, data, "'data'")
    elif isinstance(data, str):
        draft.data = data
    elif data is not None:
        if isinstance(data, dict):
            draft.members = read_members(context, data, "'data'", "")
        else:
            alternative = " or the name of a type"
            context.add(messages.NotMembers(what="'data'", alternative=alternative))


def _read_command(context: Context, draft: Draft) -> None:
    _read_data(context, draft)
    if "returns" in draft.value:
        draft.returns = read_type(context, draft.value["returns"], "'returns'")
    if "phase" in draft.value:
        draft.rule = read_rule(context, draft.value["phase"])
    group = read_string(context, draft.value, "group")
    draft.cli = read_cli(context, draft.name, draft.value.get("cli", {}), group)
    draft.group = group or (draft.cli.group if draft.cli else "")
    reads = draft.name.startswith("query-")
    draft.is_read_only = read_flag(context, draft.value, "read-only", reads)
    if "config" in draft.value:
        draft.config = read_config(context, draft.value["config"])
    draft.removes = read_names(context, draft.value, "removes")
    read_flag(context, draft.value, "transient")


def _read_event(context: Context, draft: Draft) -> None:
    _read_data(context, draft)
    if "rate-limit" in draft.value:
        draft.rate_limit = read_rate_limit(context, draft.value["rate-limit"])


METAS: dict[str, _Meta] = {
    "enum": _Meta(_read_enum, ("data",), ("prefix",)),
    "struct": _Meta(_read_struct, ("data",), ("base",)),
    "union": _Meta(_read_union, ("base", "discriminator", "data")),
    "alternate": _Meta(_read_alternate, ("data",)),
    "command": _Meta(
        _read_command,
        optional=(
            "data",
            "returns",
            "boxed",
            "gen",
            "success-response",
            "allow-oob",
            "allow-preconfig",
            "coroutine",
            "phase",
            "group",
            "read-only",
            "cli",
            "config",
            "removes",
            "transient",
        ),
    ),
    "event": _Meta(_read_event, optional=("data", "boxed", "rate-limit")),
    "phases": _Meta(read_phases, ("governs", "data"), ("goal",)),
    "transition": _Meta(read_transition, ("phase",), ("emits",)),
    "aliases": _Meta(read_aliases, optional=("objects", "paths", "commands", "assumes")),
    "option": _Meta(
        read_option,
        optional=("runs", "cases", "value", "group", "when", "default", "single-dash"),
    ),
    "object": _Meta(
        read_object,
        optional=(
            "base",
            "abstract",
            "properties",
            "ports",
            "state",
            "compatible",
            "hotplug",
            "fdt",
        ),
    ),
}
