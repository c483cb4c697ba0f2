# SPDX-License-Identifier: Apache-2.0
"""Checks the structure of each definition by itself and turns it into a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from codegen.drafts import (
    BranchDraft,
    Context,
    Draft,
    FeatureDraft,
    MemberDraft,
    TypeUse,
    ValueDraft,
)
from codegen.messages import structure as messages
from codegen.messages.base import listing
from codegen.messages.nearest import nearest
from codegen.model import Condition
from codegen.naming import check_lower, check_value, is_reserved_member

MEMBER_KEYS = frozenset({"if", "features", "default", "range", "unit", "example"})
OPEN_KEYS = frozenset({"object", "base"})

_SYMBOL = re.compile(r"[A-Z][A-Z0-9_]*")


def check_keys(
    context: Context,
    value: dict[str, Any],
    what: str,
    required: Iterable[str],
    optional: Iterable[str],
) -> bool:
    """Checks which keys an object has."""
    required = frozenset(required)
    known = required | frozenset(optional)
    if missing := sorted(required - value.keys()):
        keys = "key" if len(missing) == 1 else "keys"
        context.add(messages.MissingKeys(what=what, keys=f"{keys} {listing(missing)}"))
    if unknown := sorted(value.keys() - known):
        keys = "key" if len(unknown) == 1 else "keys"
        hint = nearest(unknown[0], known)
        context.add(
            messages.UnknownKeys(
                what=what,
                keys=f"{keys} {listing(unknown)}",
                known=listing(sorted(known)),
                hint=hint,
            )
        )
    return not missing and not unknown


def read_string(context: Context, value: dict[str, Any], key: str) -> str:
    """Reads an optional string; an empty one for none."""
    text = value.get(key, "")
    if isinstance(text, str):
        return text
    context.add(messages.NotAString(what=f"'{key}'"))
    return ""


def read_flag(context: Context, value: dict[str, Any], key: str, default: bool = False) -> bool:
    """Reads an optional boolean."""
    flag = value.get(key, default)
    if isinstance(flag, bool):
        return flag
    context.add(messages.NotABoolean(what=f"'{key}'"))
    return default


def read_condition(context: Context, value: dict[str, Any], what: str) -> Condition | None:
    """Reads the `if` of anything that may have one."""
    condition = value.get("if")
    return None if condition is None else _condition(context, condition, what)


def _condition(context: Context, value: object, what: str) -> Condition | None:
    match value:
        case str() if _SYMBOL.fullmatch(value):
            return Condition("defined", name=value)
        case {"not": operand, **rest} if not rest:
            inner = _condition(context, operand, what)
            return Condition("not", operands=(inner,)) if inner else None
        case {"all": [_, *_] as operands, **rest} if not rest:
            return _junction(context, "all", operands, what)
        case {"any": [_, *_] as operands, **rest} if not rest:
            return _junction(context, "any", operands, what)
    context.add(messages.BadCondition(what=what))
    return None


def _junction(
    context: Context, operator: str, operands: list[object], what: str
) -> Condition | None:
    inner = [_condition(context, operand, what) for operand in operands]
    checked = tuple(condition for condition in inner if condition)
    return Condition(operator, operands=checked) if len(checked) == len(inner) else None


def read_features(context: Context, value: dict[str, Any], what: str) -> tuple[FeatureDraft, ...]:
    """Reads the `features` of anything that may have them."""
    features = value.get("features")
    if features is None:
        return ()
    if not isinstance(features, list):
        context.add(messages.NotAList(what=f"'features' of {what}"))
        return ()
    return tuple(draft for item in features for draft in _feature(context, item))


def _feature(context: Context, item: object) -> list[FeatureDraft]:
    what = "'features' element"
    value = item if isinstance(item, dict) else {"name": item}
    if not check_keys(context, value, what, ["name"], ["if"]):
        return []
    name = value["name"]
    if not isinstance(name, str):
        context.add(messages.NameNotString(what=what))
        return []
    what = f"feature '{name}'"
    context.add(check_lower(name, what))
    return [FeatureDraft(name, read_condition(context, value, what))]


def read_type_name(context: Context, value: object, what: str) -> str:
    """Reads the name of a type; nothing if it is none."""
    if isinstance(value, str):
        return value
    context.add(messages.NotATypeName(what=what))
    return ""


def read_type(context: Context, value: object, what: str) -> TypeUse:
    """Reads a type or an array of it."""
    match value:
        case str():
            return TypeUse(value)
        case [str(element)]:
            return TypeUse(element, is_list=True)
    context.add(messages.NotAType(what=what))
    return TypeUse("any")


def read_members(
    context: Context, value: object, what: str, owner: str, more_keys: frozenset[str] = frozenset()
) -> list[MemberDraft]:
    """Reads members written in place.

    `owner` is the type whose member names may break the rules, if a pragma says so.
    """
    if not isinstance(value, dict):
        context.add(messages.NotMembers(what=what, alternative=""))
        return []
    permissive = owner in context.pragma.member_name_exceptions
    members = [_member(context, key, item, permissive, more_keys) for key, item in value.items()]
    for number, member in enumerate(members, 1):
        if member.is_open and (number < len(members) or member.use != TypeUse("any")):
            context.add(messages.BadOpenMember(what=f"member '**{member.name}'"))
    return members


def _member(
    context: Context, key: str, item: object, permissive: bool, more_keys: frozenset[str]
) -> MemberDraft:
    is_open = key.startswith("**")
    optional = key.startswith("*")
    name = key[2:] if is_open else key[1:] if optional else key
    what = f"member '{name}'"
    bound = ""
    if "use" in more_keys and name.endswith("]") and "[" in name:
        name, _, bound = name[:-1].partition("[")
    if context.add(check_lower(name, what, permissive, permissive)) and is_reserved_member(name):
        context.add(messages.ReservedName(what=what))
    value = item if isinstance(item, dict) else {"type": item}
    keys = OPEN_KEYS if is_open else MEMBER_KEYS | more_keys
    if not check_keys(context, value, what, ["type"], keys):
        return MemberDraft(name, TypeUse("any"))
    return MemberDraft(
        name,
        read_type(context, value["type"], what),
        optional,
        is_open,
        read_condition(context, value, what),
        read_features(context, value, what),
        {key: item for key, item in value.items() if key not in ("type", "if", "features")},
        bound,
    )


def read_values(context: Context, draft: Draft) -> None:
    """Reads the values of an enum."""
    data = draft.value["data"]
    if not isinstance(data, list):
        context.add(messages.NotAList(what="'data'"))
        return
    permissive = draft.name in context.pragma.member_name_exceptions
    for item in data:
        if value := read_value(context, item, permissive):
            draft.values.append(value)


def read_value(context: Context, item: object, permissive: bool = False) -> ValueDraft | None:
    """Reads one value of an enum, or one phase."""
    what = "'data' element"
    value = item if isinstance(item, dict) else {"name": item}
    if not check_keys(context, value, what, ["name"], ["if", "features"]):
        return None
    name = value["name"]
    if not isinstance(name, str):
        context.add(messages.NameNotString(what=what))
        return None
    what = f"value '{name}'"
    context.add(check_value(name, what, permissive, permissive))
    return ValueDraft(
        name, read_condition(context, value, what), read_features(context, value, what)
    )


def read_branches(context: Context, draft: Draft, arrays: bool) -> None:
    """Reads the branches of a union or alternate."""
    data = draft.value["data"]
    if not isinstance(data, dict):
        context.add(messages.NotMembers(what="'data'", alternative=""))
        return
    for name, item in data.items():
        what = f"branch '{name}'"
        value = item if isinstance(item, dict) else {"type": item}
        if not check_keys(context, value, what, ["type"], ["if"]):
            continue
        if arrays:
            use = read_type(context, value["type"], what)
        else:
            use = TypeUse(read_type_name(context, value["type"], what))
        draft.branches.append(BranchDraft(name, use, read_condition(context, value, what)))
