# SPDX-License-Identifier: Apache-2.0
"""The harts: /cpus becomes clusters, one for each run of harts of one kind."""

from dataclasses import dataclass

from device_tree.blob import TreeError
from device_tree.context import Context, HartPlace, set_checked, status_of
from device_tree.draft import Item, Note
from device_tree.isa import ASSUMED, completed, isa_of, join_isa, split_isa, unknown_extensions
from device_tree.tree import Node

CLUSTER = "riscv-cluster"
_WITHOUT = ("", "riscv,none")
_PAGING = ("sv48", "sv57")
_BLOCKS = ("riscv,cbom-block-size", "riscv,cbop-block-size", "riscv,cboz-block-size")
# What `zicbom`, `zicbop` and `zicboz` manage here: schema/devices/riscv-isa.json.
_BLOCK_BYTES = 64


@dataclass(frozen=True)
class Hart:
    """A hart as the tree has it."""

    node: Node
    number: int
    isa: tuple[str, ...]
    mmu: str

    @property
    def paging(self) -> tuple[str, ...]:
        """How far addresses are translated is an extension here."""
        mode = self.mmu.removeprefix("riscv,")
        return (mode,) if mode in _PAGING else ()

    def follows(self, other: "Hart") -> bool:
        alike = (self.isa, self.mmu) == (other.isa, other.mmu)
        return alike and self.number == other.number + 1


def import_harts(context: Context) -> list[Item]:
    """Adds the clusters; the one that an operating system runs on comes first."""
    cpus = context.root.child("cpus")
    nodes = [node for node in cpus.children if _is_cpu(node)] if cpus else []
    if cpus is None or not nodes:
        raise TreeError("the tree has no cpus")
    context.timebase = _timebase([cpus, *nodes])
    if context.timebase is None:
        context.draft.notes.append(Note(cpus.path, "it has no timebase-frequency"))
    harts = [_hart(node) for node in nodes]
    names = {name for hart in harts for name in (*hart.isa[1:], *hart.paging)}
    unknown = unknown_extensions(names)
    if unknown is None:
        text = "the emulator is not there to tell which extensions it has"
        context.draft.notes.append(Note(cpus.path, text))
    return [_cluster(context, run, unknown or set()) for run in _runs(harts)]


def _is_cpu(node: Node) -> bool:
    return node.string("device_type") == "cpu" or node.base_name == "cpu"


def _timebase(nodes: list[Node]) -> int | None:
    found = (node.number("timebase-frequency") for node in nodes)
    return next((number for number in found if number is not None), None)


def _hart(node: Node) -> Hart:
    number = int.from_bytes(node.properties.get("reg", b"")[-8:], "big")
    isa = isa_of(node)
    mmu = node.string("mmu-type")
    return Hart(node, number, (isa[0], *isa[1]) if isa else (), mmu)


def _runs(harts: list[Hart]) -> list[list[Hart]]:
    """Harts of one kind whose numbers follow one another, whatever their order in the tree."""
    kinds: dict[tuple[object, ...], list[Hart]] = {}
    for hart in harts:
        kinds.setdefault((hart.isa, hart.mmu), []).append(hart)
    runs: list[list[Hart]] = []
    for kind in kinds.values():
        kind.sort(key=lambda hart: hart.number)
        for position, hart in enumerate(kind):
            if position and hart.follows(kind[position - 1]):
                runs[-1].append(hart)
            else:
                runs.append([hart])
    # The sort is stable: those that can be used, and have a supervisor mode, before the others.
    runs.sort(key=lambda run: (bool(status_of(run[0].node)), run[0].mmu in _WITHOUT))
    return runs


def _cluster(context: Context, run: list[Hart], unknown: set[str]) -> Item:
    first = run[0]
    cluster = context.add(CLUSTER, "cpus")
    bus = context.draft.items[0]
    if len(run) > 1:
        set_checked(cluster, first.node, "count", len(run))
    cluster.props["isa"] = _isa(first, cluster, unknown)
    cluster.props["space"] = bus
    if first.number:
        set_checked(cluster, first.node, "hartid-base", first.number)
    if first.mmu in _WITHOUT:
        cluster.props["supervisor"] = False
    if context.timebase is not None:
        set_checked(cluster, first.node, "timebase-frequency", context.timebase)
    if status_of(first.node):
        text = f"its status is {status_of(first.node)}: imported all the same"
        cluster.notes.append(Note(first.node.path, text))
    for index, hart in enumerate(run):
        place = HartPlace(cluster, index)
        for child in hart.node.children:
            if "interrupt-controller" in child.properties:
                context.harts[child] = place
    return cluster


def _isa(hart: Hart, cluster: Item, unknown: set[str]) -> str:
    """Writes down what the emulator can do of what the tree says, and tells the rest."""

    def note(text: str) -> None:
        cluster.notes.append(Note(hart.node.path, text))

    if not hart.isa:
        said = hart.node.string("riscv,isa-base") or hart.node.string("riscv,isa")
        note(f"its ISA is '{said}': {ASSUMED} is taken" if said else f"no ISA: {ASSUMED} is taken")
        assumed = split_isa(ASSUMED)
        assert assumed
        return ASSUMED
    width, *names = hart.isa
    names += (name for name in hart.paging if name not in names)
    lost = [name for name in names if name in unknown]
    names = [name for name in names if name not in unknown]
    if lost:
        note(f"extensions that harts here do not have: {', '.join(lost)}")
    for name in _BLOCKS:
        size = hart.node.number(name)
        if size not in (None, _BLOCK_BYTES):
            note(f"its {name} is {size}: {_BLOCK_BYTES} here")
    added = completed(names, "riscv,isa-base" not in hart.node.properties)
    if added:
        note(f"its ISA does not name {', '.join(added)}: added")
    return join_isa(width, [*added[:1], *names, *added[1:]] if "i" in added else names + added)
