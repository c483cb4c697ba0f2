# SPDX-License-Identifier: Apache-2.0
"""Measures the monitor: round trips, commands in flight, many clients, machines of many devices."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measure import OUTPUT, ROOT, Subject, probe
from table import Row

sys.path.insert(0, str(ROOT))
# pylint: disable-next=wrong-import-position
from tests.support.boards import many_nodes, many_uarts  # noqa: E402  # isort:skip

MONITORS = 64
DEVICES = (1, 64, 1024, 16384)
# A description may have 65,536 nodes: with the gates that they are wired to, and the bus.
NODES = (16, 256, 4096, 65471)
MANY_NODES = 4096
FEW_DEVICES = 32


@contextmanager
def one_processor() -> Iterator[None]:
    """Lets both sides share a processor: the time that an idle one takes to wake is not theirs."""
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, processors)


def rows(ours: Subject, theirs: Subject, seconds: int) -> list[Row]:
    """The rows about the monitor of a machine that waits, and of one that runs."""
    subjects = (ours, theirs)
    with one_processor():
        trips = [probe("trips", str(seconds), *one.monitor) for one in subjects]
        streams = [probe("stream", str(seconds), *one.monitor)[0] for one in subjects]
        crowds = [_crowd(one, seconds) for one in subjects]
    # The guest has a processor of its own, as far as there are two.
    busy = [probe("trips", str(seconds), *one.running(OUTPUT / "spin.elf")) for one in subjects]
    busy_streams = [
        probe("stream", str(seconds), *one.running(OUTPUT / "spin.elf"))[0] for one in subjects
    ]
    return [
        *_trip_rows("serial round trip", trips),
        _rate_row("pipelined commands", streams),
        _rate_row(f"{MONITORS} monitors at once", crowds),
        *_trip_rows("guest running: round trip", busy),
        _rate_row("guest running: pipelined commands", busy_streams),
    ]


def _trip_rows(what: str, nanoseconds: list[list[int]]) -> list[Row]:
    ours, theirs = nanoseconds
    names = ("median", "99th percentile")
    pairs = zip(names, ours, theirs)
    return [Row(f"{what}, {name}", one / 1e3, other / 1e3, "us") for name, one, other in pairs]


def _rate_row(what: str, per_second: list[int]) -> Row:
    ours, theirs = per_second
    return Row(what, ours / 1e3, theirs / 1e3, "k/s", is_rate=True)


def _crowd(subject: Subject, seconds: int) -> int:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        paths = [f"{folder}/{number}" for number in range(MONITORS)]
        more = [word for path in paths for word in subject.one_more(path)]
        return probe("crowd", str(seconds), *subject.monitor, *more)[0]


@dataclass(frozen=True)
class Load:
    """What a configuration of so many devices takes."""

    devices: int
    answer_ms: float
    resident_mib: float
    tree_ms: float


def config_words(devices: int) -> list[str]:
    """Loads a configuration file of mapped uarts into the machine `virt`."""
    path = OUTPUT / f"devices-{devices}.json"
    path.write_text(json.dumps(many_uarts(devices)), "utf-8")
    return ["--config", str(path), "-S"]


def machine_words(nodes: int) -> list[str]:
    """Expands, checks and builds a description of mapped and wired uarts."""
    path = OUTPUT / f"nodes-{nodes}.json"
    path.write_text(json.dumps(many_nodes(nodes)), "utf-8")
    return ["--machine", str(path), "--until", "machine-initialized"]


def load(program: Path, devices: int, runs: int, words: list[str]) -> Load:
    """Starts with so many devices."""
    command = (str(program), "--qmp", "stdio", *words)
    _, answer, resident = probe("start", str(runs), *command)
    (tree,) = probe("tree", str(runs), *command)
    return Load(devices, answer / 1e6, resident / 1024, tree / 1e6)


def load_table(program: Path, runs: int) -> str:
    """The table of configuration files of all sizes."""
    found = [load(program, devices, runs, config_words(devices)) for devices in DEVICES]
    return _load_table("device", found)


def node_table(program: Path, runs: int) -> str:
    """The table of machine descriptions of all sizes."""
    found = [load(program, nodes, runs, machine_words(nodes)) for nodes in NODES]
    return _load_table("node", found)


def node_row(ours: Subject, theirs: Subject, runs: int) -> Row:
    """A description of thousands of nodes, beside QEMU's own machine with a few more devices."""
    program, *_ = ours.monitor
    words = (program, "--qmp", "stdio", *machine_words(MANY_NODES))
    peer = (*theirs.monitor, *theirs.devices(FEW_DEVICES))
    here, there = (probe("start", str(runs), *command)[1] / 1e6 for command in (words, peer))
    return Row(f"{MANY_NODES} nodes; virt with {FEW_DEVICES} devices", here, there, "ms")


def _load_table(what: str, found: list[Load]) -> str:
    """What each takes, and what a device adds to the smallest."""
    lines = [
        f"| {what}s | to the first answer | a {what} | resident | a {what} | query-tree |",
        "|---|---|---|---|---|---|",
    ]
    for one in found:
        more = max(one.devices - found[0].devices, 1)
        each_us = (one.answer_ms - found[0].answer_ms) / more * 1e3
        each_kib = (one.resident_mib - found[0].resident_mib) / more * 1024
        each = ("", "") if one is found[0] else (f"{each_us:.3g} us", f"{each_kib:.3g} KiB")
        lines.append(
            f"| {one.devices} | {one.answer_ms:.3g} ms | {each[0]} | {one.resident_mib:.3g} MiB "
            f"| {each[1]} | {one.tree_ms:.3g} ms |"
        )
    return "\n".join(lines) + "\n"
