# SPDX-License-Identifier: Apache-2.0
"""The checked schema as JSON, for tools that are not written in Python.

The form is versioned: members may be added within a version, never removed or changed.  Names are
those of the schema; implicit types are named `q_...`.  What is absent is false, empty or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from codegen.diagrams import describe, describe_rule
from codegen.model import (
    Alternate,
    Builtin,
    Condition,
    Definition,
    Doc,
    Enum,
    Feature,
    Member,
    ObjectType,
    Ports,
    Property,
    Struct,
    TypeRef,
    Union,
)
from codegen.schema import (
    Alias,
    AliasTable,
    Command,
    CommandAlias,
    Event,
    Module,
    Option,
    OptionCase,
    Schema,
    Transition,
)

VERSION = 1

Node = dict[str, Any]


def to_ir(schema: Schema) -> Node:
    """Returns the schema as JSON values."""
    return {
        "ir-version": VERSION,
        "program": schema.pragma.program,
        "modules": [_module(module) for module in schema.modules],
        "types": [_type(item) for item in schema.types.values() if not isinstance(item, Builtin)],
        "commands": [_command(item) for item in schema.commands],
        "events": [_event(item) for item in schema.events],
        "phases": [describe(schema, machine) for machine in schema.machines],
        "transitions": [_transition(item) for item in schema.transitions],
        "options": [_option(item) for item in schema.options],
        "aliases": [_aliases(item) for item in schema.alias_tables],
    }


def _kept(node: Node) -> Node:
    """Leaves out what says nothing; zero and null say something."""
    return {
        key: value
        for key, value in node.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


def _module(module: Module) -> Node:
    return _kept(
        {
            "name": module.name,
            "file": module.file,
            "includes": list(module.includes),
            "introduction": module.introduction,
        }
    )


def _definition(item: Definition, doc: Doc | None = None) -> Node:
    return _kept(
        {
            "name": item.name,
            "module": item.module,
            "line": item.where.line,
            "implicit": item.is_implicit,
            "if": _condition(item.condition),
            "features": _features(item.features),
            "doc": _doc(doc or item.doc) if not item.is_implicit else None,
        }
    )


def _condition(condition: Condition | None) -> Any:
    if condition is None:
        return None
    if condition.operator == "defined":
        return condition.name
    operands = [_condition(operand) for operand in condition.operands]
    return {condition.operator: operands[0] if condition.operator == "not" else operands}


def _features(features: Iterable[Feature]) -> list[Node]:
    return [
        _kept({"name": item.name, "if": _condition(item.condition), "doc": item.doc})
        for item in features
    ]


def _doc(doc: Doc) -> Node:
    return _kept(
        {
            "overview": doc.overview,
            "returns": doc.returns,
            "errors": doc.errors,
            "since": doc.since,
            "notes": list(doc.notes),
            "examples": list(doc.examples),
        }
    )


def _ref(ref: TypeRef | None) -> Any:
    if ref is None:
        return None
    name: Any = {"link": ref.link} if ref.link else ref.name
    return [name] if ref.is_list else name


def _member(member: Member) -> Node:
    node: Node = {
        "name": member.name,
        "type": _ref(member.type),
        "optional": not member.is_mandatory,
        "if": _condition(member.condition),
        "features": _features(member.features),
        "range": [member.range.low, member.range.high] if member.range else None,
        "unit": member.unit,
        "count": member.count,
        "since": member.since,
        "until": member.until,
        "open": member.is_open,
        "object": member.open_object,
        "base": member.open_base,
        "doc": member.doc,
    }
    if isinstance(member, Property):
        node |= {"use": member.use.value, "bound": member.bound}
    kept = _kept(node)
    for key, literal in (("default", member.default), ("example", member.example)):
        if literal:
            kept[key] = literal.value
    return kept


def _members(members: Iterable[Member]) -> list[Node]:
    return [_member(member) for member in members]


def _type(item: Definition) -> Node:
    for kind, convert in _TYPES.items():
        if isinstance(item, kind):
            return {"kind": item.kind.value, **_definition(item), **_kept(convert(item))}
    raise TypeError(item)


def _enum(enum: Enum) -> Node:
    values = [
        _kept(
            {
                "name": value.name,
                "if": _condition(value.condition),
                "features": _features(value.features),
                "doc": value.doc,
            }
        )
        for value in enum.values
    ]
    return {"values": values}


def _struct(struct: Struct) -> Node:
    return {"base": _ref(struct.base), "members": _members(struct.members)}


def _union(union: Union) -> Node:
    branches = [
        _kept(
            {
                "name": variant.name,
                "type": _ref(variant.type),
                "if": _condition(variant.condition),
            }
        )
        for variant in union.variants
    ]
    return {
        "base": _ref(union.base),
        "discriminator": union.discriminator.name,
        "branches": branches,
    }


def _alternate(alternate: Alternate) -> Node:
    branches = [
        _kept(
            {
                "name": branch.name,
                "type": _ref(branch.type),
                "if": _condition(branch.condition),
                "doc": branch.doc,
            }
        )
        for branch in alternate.branches
    ]
    return {"branches": branches}


def _object(item: ObjectType) -> Node:
    node: Node = {
        "base": item.base_name,
        "abstract": item.is_abstract,
        "properties": _members(item.properties),
        "ports": _ports(item.own_ports),
        "state": _members(item.state),
        "compatible": list(item.compatible),
        "hotplug": item.hotplug,
    }
    if item.fdt:
        values = {
            one.name: list(one.value) if isinstance(one.value, tuple) else one.value
            for one in item.fdt.properties
        }
        node["fdt"] = _kept({"node": item.fdt.node, "properties": values})
    return node


def _ports(ports: Ports) -> Node:
    mmio = [
        _kept({"name": item.name, "size": item.size, "count": item.count, "kind": item.memory})
        for item in ports.mmio
    ]
    interrupts = {
        key: [
            _kept({"name": item.name, "count": item.count}) | _cell(item.fdt_cell)
            for item in listed
        ]
        for key, listed in (("irq-in", ports.irq_in), ("irq-out", ports.irq_out))
    }
    return _kept({"mmio": mmio, **interrupts})


def _cell(cell: int | None) -> Node:
    return {} if cell is None else {"fdt-cell": cell}


_TYPES: dict[type[Any], Callable[[Any], Node]] = {
    Enum: _enum,
    Struct: _struct,
    Union: _union,
    Alternate: _alternate,
    ObjectType: _object,
}


def _command(command: Command) -> Node:
    cli = command.cli
    config = command.config
    return _definition(command) | _kept(
        {
            "arguments": _ref(command.arguments),
            "returns": _ref(command.returns),
            "phase": describe_rule(command.rule) if command.rule else None,
            "group": command.group,
            "read-only": command.is_read_only,
            "cli": _kept(
                {
                    "options": list(cli.options),
                    "short": cli.short,
                    "implied-key": cli.implied_key,
                    "group": cli.group,
                    "positional": cli.positional,
                    "plan": cli.plan,
                    "choices": cli.choices,
                    "dry-run": cli.dry_run,
                }
            )
            if cli
            else None,
            "config": _kept(
                {
                    "section": config.section,
                    "list": config.is_list,
                    "key": list(config.key),
                    "merges": config.merges,
                    "when": config.when,
                }
            )
            if config
            else None,
            "removes": list(command.removes),
            "transient": command.is_transient,
            "boxed": command.boxed,
            "allow-oob": command.allow_oob,
            "allow-preconfig": command.allow_preconfig,
            "coroutine": command.coroutine,
            "no-gen": not command.gen,
            "no-success-response": not command.success_response,
        }
    )


def _event(event: Event) -> Node:
    limit = event.rate_limit
    return _definition(event) | _kept(
        {
            "arguments": _ref(event.arguments),
            "boxed": event.boxed,
            "rate-limit": _kept({"interval": limit.interval, "by": limit.key}) if limit else None,
        }
    )


def _transition(transition: Transition) -> Node:
    return _definition(transition) | _kept(
        {
            "machine": transition.machine,
            "phase": describe_rule(transition.rule),
            "emits": transition.emits,
        }
    )


def _case(case: OptionCase) -> Node:
    keys = [
        _kept(
            {
                "name": key.name,
                "optional": key.is_optional,
                "values": list(key.values),
                "default": key.default,
                "unit": key.unit,
                "repeats": key.repeats,
                "refuse": key.refuse,
            }
        )
        for key in case.keys
    ]
    runs = [
        _kept({"execute": run.execute, "arguments": dict(run.arguments), "merge": run.is_merged})
        for run in case.runs
    ]
    return _kept({"is": case.start, "keys": keys, "runs": runs, "refuse": case.refuse})


def _option(option: Option) -> Node:
    return _definition(option) | _kept(
        {
            "cases": [_case(case) for case in option.cases],
            "single-dash": option.single_dash,
            "value": option.value,
            "group": option.group,
            "when": option.when,
            "default": option.default,
        }
    )


def _aliases(table: AliasTable) -> Node:
    objects = [
        _kept(
            {
                "object": entry.object,
                "types": [alias.name for alias in entry.types],
                "properties": {alias.name: _property(alias) for alias in entry.properties},
                "ports": _names(entry.ports),
                "children": _names(entry.children),
                "given": _names(entry.given),
            }
        )
        for entry in table.objects
    ]
    return _definition(table) | _kept(
        {
            "commands": [_command_alias(item) for item in table.commands],
            "objects": objects,
            "paths": _names(table.paths),
            "assumes": _names(table.assumes),
        }
    )


def _property(alias: Alias) -> str | Node:
    if alias.only:
        return {"only": list(alias.only)}
    return {"property": alias.target, "values": alias.values} if alias.values else alias.target


def _command_alias(alias: CommandAlias) -> Node:
    takes = [
        _kept(
            {
                "name": item.name,
                "type": item.type,
                "optional": item.is_optional,
                "default": item.default,
            }
        )
        for item in alias.takes
    ]
    return _kept(
        {
            "name": alias.name,
            "command": alias.target,
            "takes": takes,
            "arguments": dict(alias.arguments),
        }
    )


def _names(aliases: Iterable[Alias]) -> dict[str, str]:
    return {alias.name: alias.target for alias in aliases}
