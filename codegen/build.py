# SPDX-License-Identifier: Apache-2.0
"""Turns drafts into the types of the model, not yet checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from codegen.drafts import Context, Draft, FeatureDraft, MemberDraft, TypeUse, ValueDraft
from codegen.messages.base import Errors
from codegen.model import (
    Alternate,
    AlternateBranch,
    Definition,
    Doc,
    Enum,
    EnumValue,
    Feature,
    Kind,
    Location,
    Member,
    ObjectType,
    Property,
    Struct,
    Type,
    TypeRef,
    Use,
    builtin_types,
)
from codegen.names import Scope, pascal, snake
from codegen.records import dataclass, fields
from codegen.schema import Pragma

QTYPE = ("none", "qnull", "qnum", "qstring", "qdict", "qlist", "qbool")
EMPTY = "q_empty"
# C++ types that stand beside those of the schema, or within its alternates.
GENERATED = ("CommandRow", "Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingUnion(Definition):
    """A union whose discriminator is not known yet; `codegen.finish` makes a Union of it."""

    kind: Kind = Kind.UNION
    base: TypeRef
    tag: str
    branches: tuple[tuple[str, TypeRef, Any], ...]

    @property
    def all_members(self) -> tuple[Member, ...]:
        base = self.base.definition
        return base.all_members if isinstance(base, Struct) else ()


def argument_key(name: str) -> str:
    """Key of the implicit struct of a command's or event's data."""
    return f"q_obj_{name}-arg"


def base_key(name: str) -> str:
    """Key of the implicit struct of a union's common members."""
    return f"q_obj_{name}-base"


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage of checks works on."""

    builder: Builder
    drafts: list[Draft]
    pragma: Pragma
    errors: Errors

    def context(self, draft: Draft) -> Context:
        """Where messages about a definition go."""
        return Context(self.errors, self.pragma, draft.place, draft.within)


class Builder:
    """Makes types and keeps them in the table that all uses of types share."""

    def __init__(self, modules: Mapping[str, str], arrays: frozenset[str]) -> None:
        self.table: dict[str, Type] = {}
        self.scope = Scope(GENERATED)
        self._modules = modules
        self._arrays = arrays
        for builtin in builtin_types():
            self.table[builtin.name] = builtin
        self.table["QType"] = self._qtype()
        # Only introspection shows it, so that it takes no C++ name from what the schema defines.
        self.table[EMPTY] = Struct(
            name=EMPTY, cpp_name="", where=Location("", 0), module="", is_implicit=True
        )

    def _qtype(self) -> Enum:
        values = tuple(EnumValue(name, pascal(name)) for name in QTYPE)
        return Enum(
            name="QType",
            cpp_name=self.scope.take("QType"),
            where=Location("", 0),
            module="",
            is_implicit=True,
            values=values,
            prefix="QTYPE",
        )

    def ref(self, use: TypeUse) -> TypeRef:
        """A use of a type; the type itself may be unknown."""
        name, is_list = use.name, use.is_list
        if name.startswith("link<") and name.endswith(">"):
            return TypeRef("str", is_list, name[5:-1], self.table)
        element = name.removesuffix("List")
        if not is_list and element != name and element in self._arrays:
            return TypeRef(element, True, "", self.table)
        return TypeRef(name, is_list, "", self.table)

    def common(self, draft: Draft, name: str = "", cpp_name: str = "") -> dict[str, Any]:
        """The fields that every type has; with a name, those of an implicit one."""
        shared = self.described(draft, self.scope.take(cpp_name or pascal(draft.name)))
        if name:
            shared |= {"name": name, "features": (), "is_implicit": True}
        return shared

    def described(self, draft: Draft, cpp_name: str) -> dict[str, Any]:
        """The fields that every definition has."""
        doc = draft.documentation
        return {
            "name": draft.name,
            "cpp_name": cpp_name,
            "where": Location(draft.place.path, draft.place.line),
            "module": self._modules[draft.place.path],
            "doc": doc,
            "condition": draft.condition,
            "features": self.features(draft.features, doc),
        }

    def features(self, drafts: Iterable[FeatureDraft], doc: Doc) -> tuple[Feature, ...]:
        return tuple(
            Feature(item.name, doc.features.get(item.name, ""), item.condition) for item in drafts
        )

    def values(self, drafts: Iterable[ValueDraft], doc: Doc) -> tuple[EnumValue, ...]:
        scope = Scope()
        return tuple(
            EnumValue(
                item.name,
                scope.take(pascal(item.name)),
                doc.members.get(item.name, ""),
                item.condition,
                self.features(item.features, doc),
            )
            for item in drafts
        )

    def members(self, drafts: Iterable[MemberDraft], draft: Draft) -> tuple[Member, ...]:
        doc = draft.documentation
        scope = Scope()
        return tuple(self._member(item, draft, doc, scope) for item in drafts)

    def _member(self, item: MemberDraft, draft: Draft, doc: Doc, scope: Scope) -> Member:
        added = item.added
        return Member(
            item.name,
            scope.take(snake(item.name)),
            self.ref(item.use),
            item.optional or item.is_open,
            doc.members.get(item.name, ""),
            Location(draft.place.path, draft.place.line),
            item.condition,
            self.features(item.features, doc),
            unit=added.get("unit", ""),
            count=added.get("count"),
            since=added.get("since", ""),
            until=added.get("until", ""),
            is_open=item.is_open,
            open_object=added.get("object", ""),
            open_base=added.get("base", ""),
        )

    def enum(self, draft: Draft) -> None:
        shared = self.common(draft)
        values = self.values(draft.values, shared["doc"])
        self._put(Enum(values=values, prefix=draft.value.get("prefix", ""), **shared))

    def phases(self, draft: Draft) -> None:
        """The enums that a phase machine implies: its leaves, top-level entries, and views."""
        self.enum(draft)
        group = f"{draft.name}Group"
        entries = [ValueDraft(entry.name) for entry in draft.entries]
        self.implied_enum(draft, group, pascal(group), entries)
        for entry in draft.entries:
            if entry.view:
                self.implied_enum(draft, entry.view, pascal(entry.view), entry.leaves)

    def implied_enum(
        self, draft: Draft, name: str, cpp_name: str, values: Iterable[ValueDraft]
    ) -> None:
        """An enum that has no definition of its own."""
        shared = self.common(draft, name, cpp_name)
        self._put(Enum(values=self.values(values, shared["doc"]), **shared))

    def struct(self, draft: Draft) -> None:
        base = self.ref(TypeUse(draft.base)) if draft.base else None
        members = self.members(draft.members, draft)
        self._put(Struct(base=base, members=members, **self.common(draft)))

    def implicit_struct(
        self, draft: Draft, key: str, cpp_name: str, members: Iterable[MemberDraft]
    ) -> None:
        shared = self.common(draft, key, cpp_name)
        self._put(Struct(members=self.members(members, draft), **shared))

    def union(self, draft: Draft) -> None:
        shared = self.common(draft)
        base = TypeUse(draft.base)
        if draft.base_members:
            base = TypeUse(base_key(draft.name))
            self.implicit_struct(draft, base.name, shared["cpp_name"] + "Base", draft.base_members)
        elif draft.base_members is not None:
            base = TypeUse(EMPTY)
        branches = tuple((item.name, self.ref(item.use), item.condition) for item in draft.branches)
        tag = draft.value["discriminator"]
        pending: Any = PendingUnion(base=self.ref(base), tag=tag, branches=branches, **shared)
        self._put(pending)

    def alternate(self, draft: Draft) -> None:
        shared = self.common(draft)
        scope = Scope()
        members = shared["doc"].members
        branches = tuple(
            AlternateBranch(
                item.name,
                scope.take(snake(item.name)),
                self.ref(item.use),
                frozenset(),
                item.condition,
                members.get(item.name, ""),
            )
            for item in draft.branches
        )
        self._put(Alternate(branches=branches, **shared))

    def object_type(self, draft: Draft) -> None:
        value = draft.value
        shared = self.common(draft)
        self._put(
            ObjectType(
                table=self.table,
                base_name=draft.base,
                is_abstract=value.get("abstract", False),
                properties=tuple(self._properties(draft)),
                own_ports=draft.ports,
                state=self.members(draft.state, draft),
                props_struct=f"q_obj_{draft.name}-props",
                state_struct=f"q_obj_{draft.name}-state",
                compatible=tuple(value.get("compatible", ())),
                hotplug=value.get("hotplug", False),
                fdt=draft.fdt,
                port_struct=self.scope.take(f"{shared['cpp_name']}Port"),
                **shared,
            )
        )

    def _properties(self, draft: Draft) -> Iterator[Property]:
        for item, member in zip(draft.members, self.members(draft.members, draft)):
            copied = {item.name: getattr(member, item.name) for item in fields(Member)}
            bound = int(item.bound) if item.bound.isdecimal() else item.bound or None
            use = Use(item.added.get("use", "config"))
            yield Property(use=use, bound=bound, owner=draft.name, **copied)

    def _put(self, definition: Type) -> None:
        self.table[definition.name] = definition
