# SPDX-License-Identifier: Apache-2.0
"""The wires: outputs in the order of their ports, to what the tree's interrupts name."""

from device_tree import known
from device_tree.context import Context, HartPlace, set_checked
from device_tree.draft import Item, Note, Port, Wire
from device_tree.interrupts import NOWHERE, Interrupt
from device_tree.tree import Node

GATE = "or-gate"


_WHAT_FOR = {"msi": "software interrupts", "mti": "a timer"}
"""Inputs of a cluster that firmware needs, and that operating systems need not be told of"""


class NoInput(Exception):
    """An interrupt that leads to nothing that is here."""


def import_wires(context: Context) -> None:
    for node, item in context.imported.items():
        _wire_device(context, node, item)
    _join(context)


def _wire_device(context: Context, node: Node, item: Item) -> None:
    outputs = known.outputs(item.type, item.props)
    interrupts = context.interrupts(node, item)
    for output, interrupt in zip(outputs, interrupts):
        try:
            target = _input_of(context, interrupt)
        except NoInput as error:
            item.notes.append(Note(node.path, f"{output}: {error}: not wired"))
            continue
        if target is not None:
            context.draft.wires.append(Wire(Port(item, output), target))
    if 0 < len(interrupts) != len(outputs):
        text = f"{len(interrupts)} interrupts for the {len(outputs)} outputs of {item.type.name}"
        item.notes.append(Note(node.path, f"{text}: the first ones are wired, in order"))


def hart_input(context: Context, interrupt: Interrupt) -> Port | None:
    """The input of a hart, by the numbers that the schema gives to a cluster's inputs."""
    place = context.harts.get(interrupt.controller)
    if place is None or not interrupt.cells:
        return None
    return _cluster_input(place, interrupt.cells[0])


def _cluster_input(place: HartPlace, cell: int) -> Port | None:
    for port in place.cluster.type.ports.irq_in:
        if port.fdt_cell == cell:
            return Port(place.cluster, f"{port.name}[{place.index}]")
    return None


def _input_of(context: Context, interrupt: Interrupt) -> Port | None:
    """Gives nothing for an output that is meant to go nowhere."""
    controller, cells = interrupt.controller, interrupt.cells
    if cells and cells[0] == NOWHERE:
        return None
    if controller in context.harts:
        target = hart_input(context, interrupt)
        if target is None:
            raise NoInput(f"{controller.path} has no input {cells[0] if cells else ''} here")
        return target
    item = context.imported.get(controller)
    if item is None:
        raise NoInput(f"its interrupt parent, {controller.path}, is not imported")
    if "interrupt-controller" not in known.carried_over(item.type) or not cells:
        raise NoInput(f"{item.type.name}, at {controller.path}, takes no interrupts")
    return _numbered_input(item, controller, cells[0])


def gpio_input(context: Context, phandle: int, pin: int) -> Port:
    """A pin of the controller that a node refers to."""
    controller = context.by_phandle.get(phandle)
    if controller is None:
        raise NoInput(f"{phandle:#x} is no controller of pins")
    item = context.imported.get(controller)
    if item is None or "gpio-controller" not in known.carried_over(item.type):
        raise NoInput(f"{controller.path} is not imported, or has no pins")
    return _numbered_input(item, controller, pin)


def _numbered_input(item: Item, controller: Node, number: int) -> Port:
    """An input by its number; a controller that has too few of them gets more."""
    port = item.type.ports.irq_in[0]
    if isinstance(port.count, str):
        count = item.props.get(port.count, known.default_of(item.type, port.count))
        if isinstance(count, int) and number >= count:
            if not set_checked(item, controller, port.count, number + 1):
                raise NoInput(f"{item.type.name} has no input {number}")
            text = f"{port.count} is {number + 1}, for its {port.name}[{number}] to be there"
            item.notes.append(Note(controller.path, text))
    return Port(item, f"{port.name}[{number}]")


def note_undriven(context: Context, clusters: list[Item]) -> None:
    """Trees for an operating system can leave out what its firmware has for itself."""
    driven = {(wire.target.item, wire.target.name) for wire in context.draft.wires}
    for cluster in clusters:
        for name, what in _WHAT_FOR.items():
            if (cluster, f"{name}[0]") not in driven:
                text = f"nothing in the tree drives {name}[0]: these harts have not got {what}"
                cluster.notes.append(Note("/cpus", text))


def _join(context: Context) -> None:
    """An input that several outputs drive gets a gate before it."""
    by_target: dict[tuple[Item, str], list[Wire]] = {}
    for wire in context.draft.wires:
        by_target.setdefault((wire.target.item, wire.target.name), []).append(wire)
    context.draft.wires.clear()
    for wires in by_target.values():
        context.draft.wires += wires if len(wires) == 1 else _joined(context, wires)


def _joined(context: Context, wires: list[Wire]) -> list[Wire]:
    target = wires[0].target
    gate = context.add(GATE, "gate")
    text = f"{len(wires)} outputs share {target.name}: the tree made of the draft will not show it"
    path = next(
        (node.path for node, item in context.imported.items() if item is target.item), "/cpus"
    )
    gate.notes.append(Note(path, text))
    count = known.setting(gate.type, "num-inputs")
    assert count and count.range
    most = int(count.range.high)
    gate.props["num-inputs"] = max(2, min(most, len(wires)))
    first = [Wire(wire.source, Port(gate, f"in[{i}]")) for i, wire in enumerate(wires[:most])]
    return [*first, Wire(Port(gate, "out"), target)]
