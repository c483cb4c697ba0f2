# SPDX-License-Identifier: Apache-2.0
"""From a device tree to a draft: each part of the tree in its turn."""

from device_tree.boot import import_boot
from device_tree.context import Context
from device_tree.devices import import_devices
from device_tree.draft import Draft
from device_tree.harts import import_harts
from device_tree.keys import import_keys
from device_tree.known import Catalog
from device_tree.memory import import_memory
from device_tree.naming import give_names
from device_tree.tree import Node
from device_tree.wires import import_wires, note_undriven


def import_tree(root: Node, source: str) -> Draft:
    """Understands what can be understood; raises TreeError when that is no machine."""
    draft = Draft(source)
    context = Context(root, Catalog(), draft)
    context.add("address-space", "bus")
    clusters = import_harts(context)
    memory = import_memory(context)
    import_devices(context)
    import_keys(context)
    import_wires(context)
    note_undriven(context, clusters)
    import_boot(context, clusters, memory)
    give_names(draft.items)
    return draft
