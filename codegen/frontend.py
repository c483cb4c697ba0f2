# SPDX-License-Identifier: Apache-2.0
"""From a schema file to the checked schema.

    schema = load("schema/main.json")

Each stage reports all that it finds; a later stage relies on the earlier ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from codegen.assemble import SchemaDraft, read_schema
from codegen.build import Builder, Stage, argument_key
from codegen.check import Checker
from codegen.check_aliases import AliasChecker
from codegen.check_objects import ObjectChecker
from codegen.check_rules import RuleChecker
from codegen.collect import Collector
from codegen.declare import check_names
from codegen.drafts import Draft, MemberDraft, TypeUse
from codegen.finish import Ordering, finish_objects, finish_structs, finish_unions
from codegen.members import MemberChecker
from codegen.messages.base import Errors
from codegen.model import BUILTINS, implicit_name
from codegen.parser import MAX_DEPTH
from codegen.schema import Schema
from codegen.shipped import module_file


def load(path: str | os.PathLike[str], dialect: str | None = None) -> Schema:
    """Reads and checks a schema; raises SchemaError."""
    with _deep_recursion():
        errors = Errors()
        draft = read_schema(os.fspath(path), dialect, errors)
        return _check(draft, errors)


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Lets conditions and branches nest as deeply as the parser reads them."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 20 * MAX_DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _check(draft: SchemaDraft, errors: Errors) -> Schema:
    definitions = draft.definitions
    check_names(draft, errors)
    errors.stop_if_any()
    builder = Builder(module_names(draft), _arrays(definitions))
    for item in definitions:
        _build(builder, item)
    stage = Stage(builder, definitions, draft.pragma, errors)
    Checker(stage).run()
    errors.stop_if_any()
    finish_unions(builder)
    MemberChecker(stage).run()
    if ObjectChecker(stage).run():
        AliasChecker(stage).run()
    rules = RuleChecker(stage)
    rules.run()
    errors.stop_if_any()
    finish_structs(builder)
    finish_objects(builder)
    collector = Collector(builder, draft, rules)
    found = collector.definitions()
    return collector.schema(found, Ordering(builder.table).run())


def module_names(draft: SchemaDraft) -> dict[str, str]:
    """Names of modules by the paths of their files."""
    directory = os.path.dirname(os.path.abspath(draft.main))
    return {
        file.path: os.path.splitext(module_file(absolute, directory))[0]
        for absolute, file in draft.files.items()
    }


def _build(builder: Builder, draft: Draft) -> None:
    match draft.meta:
        case "enum":
            builder.enum(draft)
        case "struct":
            builder.struct(draft)
        case "union":
            builder.union(draft)
        case "alternate":
            builder.alternate(draft)
        case "object":
            builder.object_type(draft)
        case "phases":
            builder.phases(draft)
        case "command" | "event" if draft.members:
            suffix = "Args" if draft.meta == "command" else "Event"
            cpp_name = implicit_name(draft.name, suffix)
            builder.implicit_struct(draft, argument_key(draft.name), cpp_name, draft.members)


def _arrays(definitions: list[Draft]) -> frozenset[str]:
    """Element types of all arrays in the schema: their names end in `List` elsewhere."""
    found = {*BUILTINS}
    for draft in definitions:
        members: list[MemberDraft] = [*draft.members, *(draft.base_members or []), *draft.state]
        uses: list[TypeUse] = [item.use for item in members]
        uses += [branch.use for branch in draft.branches]
        uses += [draft.returns] if draft.returns else []
        found.update(use.name for use in uses if use.is_list)
    return frozenset(found)
