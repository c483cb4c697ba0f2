# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of machine descriptions, which the back end `config` writes.

A schema has machine descriptions if it defines `MachineSpec` and `PartSpec`.  Where their members
are `any`, because an expression may stand there or names are keys, it is said here what they are.
"""

from codegen import cpp
from codegen.backends.cli_members import is_settable
from codegen.backends.json_schema import SIZE, Node, ValueWriter, choices, document
from codegen.records import dataclass
from codegen.schema import Alternate, Enum, Member, ObjectType, Schema, Struct, Union

_MACHINE, _PART = "MachineSpec", "PartSpec"
# The nodes of a machine are made with device_add.
_NODE_BASE = "device"

_KEY = "^[A-Za-z][A-Za-z0-9_-]{0,63}$"
_EXPOSED = r"^[A-Za-z][A-Za-z0-9_-]*(\[[A-Za-z][A-Za-z0-9_-]*\])?$"
_PART_NAME = "^[^/]+$"
_EXPRESSION = r"\$\{"
# What a text has to be like where another type than text is expected.
_SPELLED = {
    "integer": "^[-+]?(0[xX][0-9a-fA-F]+|[0-9]+)$",
    "number": "^[-+]?[0-9]",
    "boolean": "^(on|off|true|false|yes|no)$",
}


def _spelled(kind: str) -> Node:
    return {"type": [kind, "string"], "pattern": f"{_SPELLED[kind]}|{_EXPRESSION}"}


def _named(names: str, values: Node) -> Node:
    """An object whose keys are names."""
    return {
        "type": "object",
        "propertyNames": {"pattern": names},
        "additionalProperties": values,
    }


def _ref(name: str) -> Node:
    return {"$ref": f"#/$defs/{name}"}


_AMOUNT: Node = {**SIZE, "pattern": f"{SIZE['pattern']}|{_EXPRESSION}"}
_SIGNED: Node = {
    "type": ["integer", "string"],
    "pattern": f"{_SPELLED['integer']}|{SIZE['pattern']}|{_EXPRESSION}",
}
_SCALAR: Node = {"type": ["boolean", "integer", "string"]}
_CONDITION: Node = {"type": ["boolean", "string"], "pattern": r"^\$\{.*\}$"}
_EACH: Node = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "propertyNames": {"pattern": _KEY},
    "additionalProperties": {
        "type": ["integer", "string"],
        "minimum": 0,
        "pattern": rf"^[0-9]+(\.\.(-1|[0-9]+))?$|{_EXPRESSION}",
    },
}
_LOOP: Node = {"if": _CONDITION, "each": _EACH}
_NAME: Node = {"type": "string"}
# What the members of type `any` are.
_MEANT: dict[str, Node] = {
    "SpecParam": {"default": _SCALAR, "min": _SIGNED, "max": _SIGNED},
    "SpecNode": {**_LOOP, "props": {"type": "object"}},
    "SpecMap": {**_LOOP, "at": _AMOUNT, "offset": _AMOUNT, "size": _AMOUNT, "priority": _SIGNED},
    "SpecWire": _LOOP,
    "SpecPatch": {"to": {"type": ["array", "boolean", "integer", "object", "string"]}},
    "SpecPatchWindow": {"at": _AMOUNT, "offset": _AMOUNT, "size": _AMOUNT, "priority": _SIGNED},
    "SpecCheck": {"that": _CONDITION},
    "SpecOwnSpace": {"size": _AMOUNT},
    "SpecExpose": {
        "props": _named(_EXPOSED, _ref("SpecExposedProperty")),
        "ports": _named(_EXPOSED, _NAME),
        "spaces": _named(_KEY, _ref("SpecExposedSpace")),
        "nodes": _named(_EXPOSED, _NAME),
    },
    "SpecBody": {
        "params": _named(_KEY, _ref("SpecParam")),
        "nodes": _named(_KEY, _ref("SpecNode")),
    },
    # A variation may just give parameters of its base a value.
    "MachineSpec": {
        "params": _named(
            _KEY, {"if": {"type": "object"}, "then": _ref("SpecParam"), "else": _SCALAR}
        ),
    },
}
# Those of them that nothing but what is written above refers to.
_NAMED_HERE = ("SpecParam", "SpecNode", "SpecExposedProperty", "SpecExposedSpace")
_NO_VARIATION: Node = {
    "if": {"not": {"required": ["base"]}},
    "then": {"properties": {"params": {"additionalProperties": {"type": "object"}}}},
}
_CHANGES = ("set", "add", "remove", "replace", "rewire")
# What the default of a parameter is like, by the parameter's type.
_DEFAULTS: dict[str, Node] = {
    "int": _SIGNED,
    "size": _AMOUNT,
    "bool": _spelled("boolean"),
    "str": _NAME,
    "file": _NAME,
    "enum": _NAME,
}


def is_described(schema: Schema) -> bool:
    """Tells whether there are machine descriptions."""
    return {_MACHINE, _PART, *_MEANT} <= set(schema.types)


class _Specs(ValueWriter):
    """Describes the members of descriptions, which say what they mean without expressions."""

    def definition(self, definition: Enum | Struct | Union | Alternate) -> Node:
        node = ValueWriter.definition(self, definition)
        meant = _meant(definition) if isinstance(definition, Struct) else {}
        for name, meaning in meant.items():
            node["properties"][name] |= meaning
        return node


def _meant(definition: Struct) -> dict[str, Node]:
    own = _MEANT.get(definition.name, {})
    base = definition.base.definition if definition.base else None
    return _meant(base) | own if isinstance(base, Struct) else own


class _Settings(ValueWriter):
    """Describes properties, which may be texts that say what else they are, or expressions."""

    def scalar(self, node: Node) -> Node:
        if node == SIZE:
            return _AMOUNT
        if node.get("type") in _SPELLED:
            return node | _spelled(node["type"])
        if node.get("type") == "string" or not node:
            return node
        return {"anyOf": [node, {"type": "string", "pattern": _EXPRESSION}]}

    def array(self, element: Node) -> Node:
        return {"anyOf": [{"type": "array", "items": element}, element]}


@dataclass(frozen=True, slots=True)
class MachineView:
    """What the template sees."""

    schema: Schema

    @property
    def json(self) -> str:
        settings = _Settings(self.schema)
        objects = {item.name: _object(item, settings) for item in self._types}
        body = {
            "type": "object",
            "if": {"required": ["part"]},
            "then": _ref(_PART),
            "else": _ref(_MACHINE),
            "$defs": {**self._specs(), **settings.definitions, **objects},
        }
        return document(self.schema, f"Machines of {self.schema.pragma.program}", body)

    @property
    def _types(self) -> list[ObjectType]:
        """The object types that a node can be of."""
        types = (item for item in self.schema.objects if item.derives_from(_NODE_BASE))
        return [item for item in types if not item.is_abstract]

    def _specs(self) -> dict[str, Node]:
        writer = _Specs(self.schema)
        for name in (_MACHINE, _PART, *_NAMED_HERE):
            definition = self.schema.types[name]
            assert isinstance(definition, (Struct, Alternate))
            writer.definitions[name] = writer.definition(definition)
        specs = writer.definitions
        for name in (_MACHINE, _PART):
            specs[name]["properties"]["$schema"] = _NAME
        specs[_MACHINE]["allOf"] = [_NO_VARIATION]
        specs["SpecPatch"]["oneOf"] = [{"required": [change]} for change in _CHANGES]
        specs["SpecParam"]["allOf"] = choices(
            "type", {name: {"properties": {"default": node}} for name, node in _DEFAULTS.items()}
        )
        specs["SpecNode"]["properties"]["type"]["anyOf"] = self._node_types()
        specs["SpecNode"]["allOf"] = choices(
            "type", {item.name: _with_props(item) for item in self._types}
        )
        return specs

    def _node_types(self) -> list[Node]:
        """An object type, to be proposed, or the name of a part, which nothing here knows."""
        taken = [item.name for item in self.schema.objects]
        part = {"pattern": _PART_NAME, "not": {"enum": taken}}
        return [{"enum": [item.name for item in self._types]}, part]


def _with_props(item: ObjectType) -> Node:
    """What holds for nodes of that type."""
    node: Node = {"properties": {"props": _ref(item.name)}}
    is_needed = any(member.is_mandatory for member in _settable(item))
    return {**node, "required": ["props"]} if is_needed else node


def _settable(item: ObjectType) -> list[Member]:
    return [member for member in item.all_properties if is_settable(member)]


def _object(item: ObjectType, settings: _Settings) -> Node:
    """The properties of a node of that type."""
    return {
        "type": "object",
        "description": cpp.plain(item.doc.summary),
        **settings.members(_settable(item)),
        "additionalProperties": False,
    }
