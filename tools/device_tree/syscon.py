# SPDX-License-Identifier: Apache-2.0
"""Nodes that say which register ends or resets the machine: with sifive-test it knows by itself."""

from device_tree.context import Context
from device_tree.tree import Node

FINISHER = "sifive-test"
VALUES = {"syscon-poweroff": 0x5555, "syscon-reboot": 0x7777}
"""What the finisher is told: SiFive's test device, as the bindings' examples have it"""


def is_syscon(node: Node) -> bool:
    return bool(set(node.compatible) & VALUES.keys())


def check_syscon(context: Context, node: Node) -> None:
    """Takes note of one that does something else."""
    register = context.by_phandle.get(node.number("regmap") or 0)
    name = next(name for name in node.compatible if name in VALUES)
    matched = context.catalog.match(register.compatible) if register else None
    if matched is None or matched.type.name != FINISHER:
        where = register.path if register else "a node that is not there"
        context.hole(node, f"{name} by a register of {where}, which is no {FINISHER}")
    elif (node.number("offset") or 0, node.number("value")) != (0, VALUES[name]):
        text = f"{name} by the value {node.number('value')}: {FINISHER} takes {VALUES[name]}"
        context.hole(node, text)
