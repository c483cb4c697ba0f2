# SPDX-License-Identifier: Apache-2.0
"""Checks what members say beyond QAPI: default, range, unit, example, count; links and objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from codegen.build import Stage, argument_key, base_key
from codegen.drafts import Context, Draft, MemberDraft
from codegen.messages import objects as object_messages
from codegen.messages import types as messages
from codegen.messages.nearest import nearest
from codegen.model import Literal, Member, ObjectType, Struct, TypeRef, Union
from codegen.records import replace
from codegen.values import Mismatch, read_literal, read_range

_Member = TypeVar("_Member", bound=Member)


class MemberChecker:
    """Puts checked values into members that so far have none."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._table: dict[str, Any] = stage.builder.table
        self._settle: Callable[[Context, Any, Mapping[str, Any]], Any] = self._promise

    def run(self) -> None:
        """Checks all members.

        A default may be an object, in which only what has no default itself must be.
        """
        self._settle = self._promise
        self._visit_all()
        self._settle = self._check
        self._visit_all()

    def _visit_all(self) -> None:
        for draft in self._stage.drafts:
            if draft.has_own_namespace:
                continue
            context = self._stage.context(draft)
            if draft.meta == "object":
                self._object(context, draft)
                continue
            self._struct(context, draft.name, draft.members)
            self._struct(context, argument_key(draft.name), draft.members)
            self._struct(context, base_key(draft.name), draft.base_members or [])

    def _struct(self, context: Context, key: str, drafts: list[MemberDraft]) -> None:
        struct = self._table.get(key)
        if not isinstance(struct, Struct) or not struct.members:
            return
        members = self._settle_all(context, struct.members, drafts)
        if members != struct.members:
            self._table[key] = replace(struct, members=members)
        for member in members:
            if member.is_open:
                self._check_open(context, member, members)

    def _object(self, context: Context, draft: Draft) -> None:
        definition = self._table[draft.name]
        assert isinstance(definition, ObjectType)
        for member in definition.properties:
            if member.type.link:
                self._check_object_name(context, f"property '{member.name}'", member.type.link)
        self._table[draft.name] = replace(
            definition,
            properties=self._settle_all(context, definition.properties, draft.members),
            state=self._settle_all(context, definition.state, draft.state),
        )

    def _settle_all(
        self, context: Context, members: tuple[_Member, ...], drafts: Iterable[MemberDraft]
    ) -> tuple[_Member, ...]:
        return tuple(
            self._settle(context, member, draft.added) if draft.added else member
            for member, draft in zip(members, drafts)
        )

    def _promise(self, context: Context, member: Any, added: Mapping[str, Any]) -> Any:
        """Says that there is a default, and reads the bounds for it."""
        settled = member
        if "default" in added:
            settled = replace(settled, default=Literal(added["default"]))
        if "range" in added:
            try:
                settled = replace(settled, range=read_range(added["range"], member.type))
            except Mismatch as error:
                what = f"member '{member.name}'"
                context.add(messages.RangeMismatch(what=what, problem=error))
        return settled

    def _check(self, context: Context, member: Any, added: Mapping[str, Any]) -> Any:
        what = f"member '{member.name}'"
        settled = member
        for key in ("default", "example"):
            if key not in added:
                continue
            try:
                literal = read_literal(added[key], member.type, settled.range)
                settled = replace(settled, **{key: literal})
            except Mismatch as error:
                context.add(messages.ValueMismatch(what=what, key=key, problem=error))
        if "default" in added and self._is_endless(member.type):
            context.add(messages.EndlessDefault(what=what, name=member.type.name))
        for key in ("unit", "object", "base"):
            if not isinstance(added.get(key, ""), str):
                context.add(messages.AddedKeyType(what=what, key=key, kind="a string"))
        return settled

    def _is_endless(self, ref: TypeRef) -> bool:
        """Tells whether a value of this type holds another by default, and so on for ever."""
        seen: set[str] = set()
        waiting = self._held_by_default(ref)
        while waiting:
            name = waiting.pop()
            if name == ref.name:
                return True
            if name not in seen:
                seen.add(name)
                waiting += self._held_by_default(TypeRef(name, table=self._table))
        return False

    def _held_by_default(self, ref: TypeRef) -> list[str]:
        definition = None if ref.is_list or ref.link else ref.definition
        members = definition.all_members if isinstance(definition, (Struct, Union)) else ()
        return [
            member.type.name for member in members if member.default and not member.type.is_list
        ]

    def _check_object_name(self, context: Context, what: str, name: str) -> bool:
        definition = self._table.get(name)
        if isinstance(definition, ObjectType):
            return True
        if definition is None:
            known = (key for key, item in self._table.items() if isinstance(item, ObjectType))
            hint = nearest(name, known)
            context.add(object_messages.UnknownObject(what=what, name=name, hint=hint))
        else:
            found = f"{definition.kind.value} '{name}'"
            context.add(object_messages.NotAnObjectType(what=what, found=found))
        return False

    def _check_open(self, context: Context, member: Member, members: tuple[Member, ...]) -> None:
        if member.open_base and not member.open_object:
            context.add(object_messages.OpenBase(name=member.name))
        if member.open_base:
            what = f"'base' of member '**{member.name}'"
            self._check_object_name(context, what, member.open_base)
        if not member.open_object:
            return
        named = next((item for item in members if item.name == member.open_object), None)
        if named is None or not named.is_mandatory or named.type.text != "str":
            context.add(object_messages.OpenObject(name=member.name))
