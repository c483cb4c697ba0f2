# SPDX-License-Identifier: Apache-2.0
"""Keys on pins of GPIO controllers: binding input/gpio-keys."""

from device_tree.context import Context, set_checked
from device_tree.draft import Note, Port, Wire
from device_tree.tree import Node
from device_tree.wires import NoInput, gpio_input

KEYS = "gpio-keys"
KEY = "gpio-key"
_CODE, _DEBOUNCE, _PIN = "linux,code", "debounce-interval", "gpios"
_ACTIVE_LOW = 1
"""In what follows the number of a pin: binding gpio/gpio"""


def is_keys(node: Node) -> bool:
    return KEYS in node.compatible


def import_keys(context: Context) -> None:
    for keys in filter(is_keys, context.root.walk()):
        for node in keys.children:
            _import_key(context, node)


def _import_key(context: Context, node: Node) -> None:
    item = context.add(KEY, node.base_name)
    if not set_checked(item, node, "linux-code", node.number(_CODE) or 0):
        context.draft.items.remove(item)
        return context.hole(node, f"{_CODE} is {node.number(_CODE)}: no key that can be")
    if label := node.string("label"):
        set_checked(item, node, "label", label)
    if _DEBOUNCE in node.properties:
        set_checked(item, node, _DEBOUNCE, node.number(_DEBOUNCE) or 0)
    controller, pin, flags = [*node.cells(_PIN), 0, 0, 0][:3]
    if flags & _ACTIVE_LOW:
        set_checked(item, node, "active-low", True)
    try:
        target = gpio_input(context, controller, pin)
        context.draft.wires.append(Wire(Port(item, "out"), target))
    except NoInput as error:
        item.notes.append(Note(node.path, f"{error}: not wired"))
    ignored = sorted(node.properties.keys() - {_CODE, _DEBOUNCE, _PIN, "label"})
    if ignored:
        item.notes.append(Note(node.path, f"not carried over: {', '.join(ignored)}"))
    return None
