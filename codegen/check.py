# SPDX-License-Identifier: Apache-2.0
"""Checks that the definitions of a schema fit together, as far as QAPI goes.

Each definition is checked in the order of the text, what it contains by value first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from codegen.build import EMPTY, PendingUnion, Stage, argument_key, base_key
from codegen.docs import Section
from codegen.drafts import Context, Draft, FeatureDraft, TypeUse
from codegen.messages import docs as doc_messages
from codegen.messages import objects as object_messages
from codegen.messages import types as messages
from codegen.messages.base import listing
from codegen.messages.nearest import nearest
from codegen.model import Alternate, Enum, Kind, Member, ObjectType, Struct, Type, TypeRef, Union
from codegen.naming import c_name
from codegen.source import Place

_SPECIAL = ("deprecated", "unstable")
_MAX_FEATURES = 64
_JSON_OF_BUILTIN = {"str": "string", "bool": "boolean", "null": "null", "any": ""}
_NUMBER_LIKE = tuple("-+0123456789.")

Flat = dict[str, Member]


def describe(definition: Type | PendingUnion) -> str:
    """How messages call a type."""
    kind = "built-in type" if definition.kind is Kind.BUILTIN else definition.kind.value
    return f"{kind} '{definition.name}'"


def describe_ref(ref: TypeRef) -> str:
    """How messages call a use of a type."""
    return f"array '[{ref.name}]'" if ref.is_list else describe(ref.definition)


class Checker:
    """Checks QAPI's own kinds of definitions."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        # Unions are pending in it, which its own type does not say.
        self._table: Mapping[str, Any] = stage.builder.table
        named = [draft for draft in stage.drafts if not draft.has_own_namespace]
        self._owners = {draft.name: draft for draft in named}
        for draft in named:
            self._owners.setdefault(argument_key(draft.name), draft)
            self._owners.setdefault(base_key(draft.name), draft)
        # Members of checked objects by their names in C; of the others nothing is known.
        self._flat: dict[str, Flat] = {EMPTY: {}}
        self._active: set[str] = set()

    def run(self) -> None:
        """Checks all definitions."""
        checks: dict[str, Callable[[Context, Draft], None]] = {
            "enum": self._enum,
            "phases": self._enum,
            "struct": self._object,
            "union": self._object,
            "alternate": self._alternate,
            "command": self._command,
            "event": self._event,
            "object": self._object_type,
        }
        for draft in self._stage.drafts:
            context = self._stage.context(draft)
            if draft.meta in checks:
                checks[draft.meta](context, draft)
            self._check_features(context, draft)
            self._check_doc(context, draft)
        if self._is_new:
            self._count_features()

    @property
    def _is_new(self) -> bool:
        return self._stage.pragma.doc_dialect == "10"

    def _count_features(self) -> None:
        names = set(_SPECIAL)
        for draft in self._stage.drafts:
            members = documented_members(draft).values()
            features = [*draft.features, *(item for _, more in members for item in more)]
            for feature in features:
                names.add(feature.name)
                if len(names) > _MAX_FEATURES:
                    message = messages.TooManyFeatures(name=feature.name, limit=_MAX_FEATURES)
                    self._stage.context(draft).add(message)
                    return

    def _check_features(self, context: Context, draft: Draft) -> None:
        _check_clashes(context, "feature", (feature.name for feature in draft.features))
        if draft.meta not in ("command", "event"):
            for feature in draft.features:
                if feature.name in _SPECIAL:
                    context.add(messages.SpecialFeature(name=feature.name))

    def resolve(self, context: Context, ref: TypeRef, what: str) -> bool:
        """Checks that a member's type is there; says whether it is."""
        if ref.link:
            context.add(object_messages.LinkOutside(what=what))
            return False
        definition = self._table.get(ref.name)
        if definition is None:
            name = ref.name
            if ref.is_list and name.endswith("List") and name.removesuffix("List") in self._table:
                context.add(messages.ArrayOfArrays(what=what))
            else:
                hint = nearest(name, self._visible())
                context.add(messages.UnknownType(what=what, name=name, hint=hint))
            return False
        if definition.kind is Kind.OBJECT:
            context.add(object_messages.ObjectAsMember(what=what, name=ref.name))
            return False
        return True

    def _visible(self) -> Iterable[str]:
        return (name for name in self._table if not name.startswith("q_"))

    def check_members(self, context: Context, members: Iterable[Member], drafts: list[Any]) -> None:
        """Checks the types and features of members."""
        for member, draft in zip(members, drafts):
            self.resolve(context, member.type, f"member '{member.name}'")
            self._check_member_features(context, draft.features)

    def _check_member_features(self, context: Context, features: tuple[FeatureDraft, ...]) -> None:
        _check_clashes(context, "feature", (feature.name for feature in features))

    def _enum(self, context: Context, draft: Draft) -> None:
        _check_clashes(context, "value", (value.name for value in draft.values))

    def _object(self, _context: Context, draft: Draft) -> None:
        if draft.base_members:
            self.flatten(base_key(draft.name))
        self.flatten(draft.name)

    def flatten(self, name: str) -> Flat:
        """Checks a struct or union, and returns all its members but the branches'."""
        if name in self._flat:
            return self._flat[name]
        draft = self._owners[name]
        context = self._stage.context(draft)
        if name in self._active:
            context.add(messages.ContainsItself())
            return {}
        self._active.add(name)
        seen: Flat = {}
        definition = self._table[name]
        if isinstance(definition, PendingUnion):
            self._check_base(context, definition.base, seen)
            self._check_union(context, definition, seen)
        else:
            assert isinstance(definition, Struct)
            if definition.base:
                self._check_base(context, definition.base, seen)
            drafts = draft.members if draft.base_members is None else draft.base_members
            self.check_members(context, definition.members, drafts)
            self._merge(context, definition.members, seen)
        self._active.discard(name)
        self._flat[name] = seen
        return seen

    def _check_base(self, context: Context, ref: TypeRef, seen: Flat) -> None:
        if not self.resolve(context, ref, "'base'"):
            return
        if ref.is_list or not isinstance(ref.definition, Struct):
            context.add(messages.BaseNotStruct(found=describe_ref(ref)))
            return
        self._merge(context, self.flatten(ref.name).values(), seen)

    def _merge(self, context: Context, members: Iterable[Member], seen: Flat) -> None:
        for member in members:
            key = c_name(member.name)
            if key in seen:
                other = f"member '{seen[key].name}'"
                context.add(messages.Clash(what=f"member '{member.name}'", other=other))
            seen[key] = member

    def _check_union(self, context: Context, union: PendingUnion, seen: Flat) -> None:
        enum = self._check_discriminator(context, union, seen)
        if enum and not union.branches and not enum.values:
            context.add(messages.UnionWithoutBranches(name=enum.name))
        names = [value.name for value in enum.values] if enum else []
        for name, ref, _ in union.branches:
            if not self.resolve(context, ref, f"branch '{name}'"):
                continue
            if enum and name not in names:
                hint = nearest(name, names)
                context.add(messages.BranchNotValue(name=name, enum=enum.name, hint=hint))
            if ref.is_list or not isinstance(ref.definition, (Struct, PendingUnion)):
                context.add(messages.BranchType(name=name, found=describe_ref(ref)))
                continue
            self.flatten(ref.name)
        for _, ref, _ in union.branches:
            self._check_branch_clash(context, ref, dict(seen))

    def _check_discriminator(
        self, context: Context, union: PendingUnion, seen: Flat
    ) -> Enum | None:
        tag = seen.get(c_name(union.tag))
        if tag is None or tag.name != union.tag:
            names = [member.name for member in seen.values()]
            hint = nearest(union.tag, names)
            context.add(messages.DiscriminatorUnknown(name=union.tag, hint=hint))
            return None
        enum = self._table.get(tag.type.name)
        if enum is None:
            return None
        if tag.type.is_list or not isinstance(enum, Enum):
            found = describe_ref(tag.type)
            context.add(messages.DiscriminatorNotEnum(name=tag.name, found=found))
            return None
        if tag.optional:
            context.add(messages.DiscriminatorOptional(name=tag.name))
        if tag.condition:
            context.add(messages.DiscriminatorConditional(name=tag.name))
        return enum

    def _check_branch_clash(self, context: Context, ref: TypeRef, seen: Flat) -> None:
        """Checks that a branch's members differ from the common ones."""
        if ref.is_list or ref.name not in self._flat:
            return
        self._merge(context, self._flat[ref.name].values(), seen)
        definition = self._table[ref.name]
        if isinstance(definition, PendingUnion):
            for _, inner, _ in definition.branches:
                self._check_branch_clash(context, inner, dict(seen))

    def _alternate(self, context: Context, draft: Draft) -> None:
        alternate = self._table[draft.name]
        assert isinstance(alternate, Alternate)
        _check_clashes(context, "branch", (branch.name for branch in alternate.branches))
        seen: dict[str, str] = {}
        for branch in alternate.branches:
            if not self.resolve(context, branch.type, f"branch '{branch.name}'"):
                continue
            chosen_by = json_types(branch.type)
            if not chosen_by:
                found = describe_ref(branch.type)
                context.add(messages.BranchType(name=branch.name, found=found))
            if others := [seen[kind] for kind in sorted(chosen_by) if kind in seen]:
                context.add(messages.BranchAmbiguous(name=branch.name, other=others[0]))
            seen.update((kind, branch.name) for kind in chosen_by)

    def _command(self, context: Context, draft: Draft) -> None:
        self._data(context, draft)
        if draft.returns is None:
            return
        ref = self._stage.builder.ref(draft.returns)
        if not self.resolve(context, ref, "'returns'"):
            return
        is_object = isinstance(ref.definition, (Struct, PendingUnion))
        if not is_object and draft.name not in self._stage.pragma.command_returns_exceptions:
            context.add(messages.ReturnsNotObject(found=describe_ref(ref)))

    def _event(self, context: Context, draft: Draft) -> None:
        self._data(context, draft)

    def _data(self, context: Context, draft: Draft) -> None:
        """Checks the data of a command or event."""
        if draft.members:
            ref = self._stage.builder.ref(TypeUse(argument_key(draft.name)))
        elif draft.data:
            ref = self._stage.builder.ref(TypeUse(draft.data))
        else:
            return
        if not self.resolve(context, ref, "'data'"):
            return
        boxed = "boxed" in draft.value
        definition = ref.definition
        if ref.is_list or not isinstance(definition, (Struct, PendingUnion)):
            context.add(messages.DataNotObject(found=describe_ref(ref)))
            return
        if isinstance(definition, PendingUnion) and not boxed:
            context.add(messages.UnionNotBoxed(found=describe(definition)))
        members = self.flatten(ref.name).values()
        if not boxed and any(member.condition for member in members):
            context.add(messages.ConditionalNotBoxed())

    def _object_type(self, context: Context, draft: Draft) -> None:
        definition = self._table[draft.name]
        assert isinstance(definition, ObjectType)
        properties = [item for item in definition.properties if not item.type.link]
        drafts = [
            item for item, one in zip(draft.members, definition.properties) if not one.type.link
        ]
        self.check_members(context, properties, drafts)
        self.check_members(context, definition.state, draft.state)

    def _check_doc(self, context: Context, draft: Draft) -> None:
        """Checks that what is documented exists, and the other way round where it must."""
        doc = draft.doc
        if doc is None:
            return
        members = documented_members(draft)
        features = [*draft.features, *(item for _, more in members.values() for item in more)]
        for feature in features:
            if feature.name not in doc.features:
                context.add(doc_messages.UndocumentedFeature(name=feature.name))
        if self._is_new and draft.name not in self._stage.pragma.documentation_exceptions:
            for name, (role, _) in members.items():
                if name not in doc.members:
                    context.add(doc_messages.UndocumentedMember(role=role, name=name))
        self._check_bogus(draft, "member", doc.members, members)
        self._check_bogus(draft, "feature", doc.features, {item.name for item in features})

    def _check_bogus(
        self, draft: Draft, role: str, sections: Mapping[str, Section], known: Collection[str]
    ) -> None:
        """Reports descriptions of what does not exist."""
        bogus = [name for name in sections if name not in known]
        if not bogus:
            return
        assert draft.doc
        line = sections[bogus[0]].line if self._is_new else draft.doc.line
        message = doc_messages.NoSuchMember(
            role=role if len(bogus) == 1 else f"{role}s",
            names=listing(bogus),
            hint=nearest(bogus[0], known),
        )
        self._stage.errors.add(Place(draft.place.source, line), message, draft.within)


def documented_members(draft: Draft) -> dict[str, tuple[str, tuple[FeatureDraft, ...]]]:
    """What `@name:` can describe: the role and the features of each name."""
    found: dict[str, tuple[str, tuple[FeatureDraft, ...]]] = {}
    for value in draft.values:
        found[value.name] = ("value", value.features)
    for entry in draft.entries:
        if entry.is_set:
            found[entry.name] = ("set", ())
    for member in [*draft.members, *(draft.base_members or []), *draft.state]:
        found[member.name] = ("member", member.features)
    if draft.meta == "alternate":
        for branch in draft.branches:
            found[branch.name] = ("branch", ())
    for name in draft.ports.names:
        found[name] = ("port", ())
    return found


def json_types(ref: TypeRef) -> frozenset[str]:
    """Which JSON values an alternate's branch of this type would take; none if it cannot."""
    if ref.is_list:
        return frozenset({"array"})
    definition: Any = ref.definition
    if isinstance(definition, Enum):
        names = [value.name for value in definition.values]
        found = {"string"}
        if "on" in names or "off" in names:
            found.add("boolean")
        if any(name.startswith(_NUMBER_LIKE) for name in names):
            found.add("number")
        return frozenset(found)
    if isinstance(definition, (Struct, Union, PendingUnion)):
        return frozenset({"object"})
    if definition.kind is not Kind.BUILTIN:
        return frozenset()
    if definition.name == "str":
        # The command line spells numbers and booleans as strings.
        return frozenset({"string", "number", "boolean"})
    kind = _JSON_OF_BUILTIN.get(definition.name, "number")
    return frozenset({kind} if kind else ())


def _check_clashes(context: Context, what: str, names: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        key = c_name(name)
        if key in seen:
            message = messages.Clash(what=f"{what} '{name}'", other=f"{what} '{seen[key]}'")
            context.add(message)
        seen[key] = name
