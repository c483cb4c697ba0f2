# SPDX-License-Identifier: Apache-2.0
"""What starts the harts, and what is the user's to give: images, serial lines, a command line."""

from device_tree import known
from device_tree.address import Extent
from device_tree.context import Context
from device_tree.draft import Computed, Item, Note, Param
from device_tree.tree import Node, node_at

MOST_SERIALS = 4
# As machines/virt.json has them.
_FOR_FIRMWARE = 0x200000
_MOST_FOR_KERNEL = 128 << 20


def import_boot(context: Context, clusters: list[Item], memory: list[Extent]) -> None:
    _add_serials(context)
    base = memory[0]
    behind = hex(base.start + _FOR_FIRMWARE)
    images: dict[str, tuple[str, str | Computed]] = {
        "firmware": ("image that runs first, in machine mode", hex(base.start)),
        "kernel": (
            "image that the firmware starts, or that runs first without firmware",
            Computed(f"firmware != '' ? {behind} : {base.start:#x}", plain=behind),
        ),
        "initrd": (
            "initial root file system of the kernel",
            hex(base.start + min(base.size // 2, _MOST_FOR_KERNEL)),
        ),
    }
    boot_props: dict[str, Computed] = {}
    for name, (doc, address) in images.items():
        context.draft.params.append(Param(name, "file", doc))
        loader = context.add("loader", name, file=Computed(name), addr=address)
        loader.props["space"] = context.draft.items[0]
        loader.condition = f"{name} != ''"
        boot_props[name] = Computed(f"{name} != '' ? '{name}' : ''")
    chosen = context.root.child("chosen")
    append = chosen.string("bootargs") if chosen else ""
    context.draft.params.append(Param("append", "str", "command line of the kernel", append))
    text = f"the images' places are not in the tree: memory begins at {base.start:#x}"
    context.draft.notes.append(Note("/chosen", text))
    boot = context.add("riscv-boot", "boot", cpus=clusters[0], **boot_props)
    boot.props["space"] = context.draft.items[0]
    boot.props["append"] = Computed("append", append)
    _describe(context, boot, clusters)


def _describe(context: Context, boot: Item, clusters: list[Item]) -> None:
    if len(clusters) > 1:
        boot.props["monitor"] = clusters[1]
    for cluster in clusters[2:]:
        cluster.notes.append(Note("/cpus", "a third kind of hart: nothing here starts it"))
    if all(cluster.props.get("supervisor") is False for cluster in clusters):
        boot.props["device-tree"] = False
        text = "no hart has a supervisor mode (mmu-type): none is told of the device tree"
        boot.notes.append(Note("/cpus", text))
    if context.root.string("model"):
        boot.props["model"] = context.root.string("model")
    if context.root.compatible:
        boot.props["compatible"] = context.root.compatible


def _add_serials(context: Context) -> None:
    """A parameter for each serial line; that of stdout-path comes first."""
    lines = [(node, item) for node, item in context.imported.items() if known.chardev_of(item.type)]
    chosen = context.root.child("chosen")
    path = chosen.string("stdout-path") if chosen else ""
    console = node_at(context.root, path) if path else None
    if lines and console not in [node for node, _ in lines]:
        reason = f"stdout-path, {path}, is no serial line here" if path else "no stdout-path"
        context.draft.notes.append(Note("/chosen", f"{reason}: {lines[0][0].path} is taken"))
    lines.sort(key=lambda line: line[0] is not console)
    for number, (node, item) in enumerate(lines[:MOST_SERIALS]):
        name = f"serial{number or ''}"
        doc = f"id of the character backend of {_plain(node)}; empty for none"
        context.draft.params.insert(number, Param(name, "str", doc))
        item.props[known.chardev_of(item.type)] = Computed(name)


def _plain(node: Node) -> str:
    return node.path.rpartition("/")[2]
