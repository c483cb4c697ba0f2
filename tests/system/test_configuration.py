# SPDX-License-Identifier: Apache-2.0
"""What query-config gives builds the same machine again, and so does the journal.

The machines are random; some of what they are made of is removed again, also while the machine is
ready. What can be plugged in then, and which properties can be set, the schema tells.
"""

import json
import shlex
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.frontend import load
from codegen.model import Kind, ObjectType, Use
from tests.support.emulator import ROOT, Emulator
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Message, Monitor

Commands = list[tuple[str, Message]]
SLOW = settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
BACKEND_QUERIES = ("query-netdevs", "query-named-block-nodes")
NETDEVS: tuple[Message, ...] = (
    {"type": "null"},
    {"type": "user", "restrict": True, "dnssearch": [{"str": "a,b"}, {"str": "c"}]},
    {"type": "user", "net": "192.168.7.0/24", "ipv6": False},
)
BLOCKDEVS: tuple[Message, ...] = (
    {"driver": "null-co", "size": "1M", "read-zeroes": True},
    {"driver": "raw", "offset": 512, "file": {"driver": "null-co", "size": 4096}},
    {"driver": "raw", "file": {"driver": "raw", "file": {"driver": "null-co"}, "discard": "unmap"}},
)
PHASES = ("no-machine", "machine-created", "accel-created", "machine-initialized", "prelaunch")
TYPES = [item for item in load(ROOT / "schema" / "coldplug.json").objects if not item.is_abstract]
UART = next(item for item in TYPES if item.name == "uart16550")
HOT = [item for item in TYPES if item.hotplug]
"""What can be plugged in while the machine is ready"""


@st.composite
def builds(draw: st.DrawFn, end: str | None = None) -> Commands:
    """Gives commands that build a machine: parameters, backends, devices, windows, wires.

    They end in that phase, or in any.
    """
    commands: Commands = []
    for number in range(draw(st.integers(0, 3))):
        backend = {"type": "null", "data": {}}
        commands.append(("chardev-add", {"id": f"con{number}", "backend": backend}))
    consoles = len(commands)
    if consoles and draw(st.booleans()):
        commands.append(("chardev-remove", {"id": "con0"}))
    commands += draw(networks_and_disks())
    if draw(st.booleans()):
        commands.append(("set-action", {"reboot": "shutdown", "shutdown": "poweroff"}))
        commands.append(("set-action", {"shutdown": "pause"}))
    phase = end or draw(st.sampled_from(PHASES))
    if phase == "no-machine":
        return commands
    machine: Message = {"type": "virt", "memory": draw(st.sampled_from(["64M", 1 << 27]))}
    if draw(st.booleans()):
        machine["cpus"] = draw(st.integers(1, 4))
    commands.append(("machine-set", machine))
    commands.append(("until-phase", {"phase": phase if PHASES.index(phase) < 3 else PHASES[3]}))
    if PHASES.index(phase) < 3:
        return commands
    commands += draw(devices(consoles))
    if phase == "prelaunch":
        commands.append(("until-phase", {"phase": phase}))
        commands += draw(changes())
    return commands


@st.composite
def changes(draw: st.DrawFn) -> Commands:
    """Gives commands that change a machine that is ready; the machine may refuse some of them."""
    commands: Commands = []
    for number in range(draw(st.integers(0, 2))):
        backend = {"type": "null", "data": {}}
        commands.append(("chardev-add", {"id": f"hot{number}", "backend": backend}))
        if draw(st.booleans()):
            commands.append(("object-del", {"id": f"hot{number}"}))
    commands += draw(cards("hot-card"))
    for number, kind in enumerate(draw(st.lists(st.sampled_from(HOT), max_size=3)) if HOT else []):
        commands.append(("device_add", {"driver": kind.name, "id": f"h{number}", **needed(kind)}))
        for name in controls(kind):
            value = draw(st.integers(0, 100))
            change = {"path": f"/machine/h{number}", "property": name, "value": value}
            commands.append(("qom-set", change))
        if draw(st.booleans()):
            commands.append(("device_del", {"id": f"h{number}"}))
    # What was there before the machine was ready.
    for name in controls(UART):
        change = {"path": "/machine/u0", "property": name, "value": draw(st.integers(0, 100))}
        commands.append(("qom-set", change))
    if draw(st.booleans()):
        commands.append(("device_del", {"id": "u0"}))
    if draw(st.booleans()):
        commands.append(("set-action", {"panic": "pause"}))
    return commands


@st.composite
def cards(draw: st.DrawFn, name: str) -> Commands:
    """Gives commands that plug a part in, and perhaps pull it again."""
    if not draw(st.booleans()):
        return []
    card: Message = {"driver": "tests/machines/good/card.json", "id": name}
    if draw(st.booleans()):
        card["banks"] = draw(st.integers(1, 3))
    commands: Commands = [("device_add", card)]
    if draw(st.booleans()):
        commands.append(("device_del", {"id": name}))
    return commands


def needed(kind: ObjectType) -> Message:
    """Gives the properties that a device cannot do without, as its schema's examples have them."""
    mandatory = (item for item in kind.all_properties if item.is_mandatory and item.example)
    return {item.name: item.example.value for item in mandatory if item.example}


def controls(kind: ObjectType) -> list[str]:
    """Names the numbers that can be set while the device is in use."""
    return [
        item.name
        for item in kind.all_properties
        if item.use is Use.CONTROL and item.type.definition.kind is Kind.BUILTIN
    ]


@st.composite
def networks_and_disks(draw: st.DrawFn) -> Commands:
    """Gives commands that add such backends, and take some away again."""
    commands: Commands = []
    for number in range(draw(st.integers(0, 2))):
        name = f"net{number}"
        commands.append(("netdev_add", draw(st.sampled_from(NETDEVS)) | {"id": name}))
        if draw(st.booleans()):
            dump = {"qom-type": "filter-dump", "id": f"dump{number}", "netdev": name}
            commands.append(("object-add", dump | {"file": "/dev/null"}))
        elif draw(st.booleans()):
            commands.append(("set_link", {"name": name, "up": False}))
            if draw(st.booleans()):
                commands.append(("netdev_del", {"id": name}))
    for number in range(draw(st.integers(0, 2))):
        name = f"disk{number}"
        commands.append(("blockdev-add", draw(st.sampled_from(BLOCKDEVS)) | {"node-name": name}))
        if draw(st.booleans()):
            part = {"driver": "raw", "node-name": f"part{number}", "file": name, "size": 512}
            commands.append(("blockdev-add", part))
        elif draw(st.booleans()):
            commands.append(("blockdev-del", {"node-name": name}))
    return commands


@st.composite
def devices(draw: st.DrawFn, consoles: int) -> Commands:
    """Gives commands that add devices, and take some away again, also of the machine's own."""
    commands: Commands = draw(cards("card"))
    for number in range(draw(st.integers(0, 4))):
        uart: Message = {"driver": "uart16550", "id": f"u{number}"}
        if draw(st.booleans()):
            uart["clock-frequency"] = draw(st.integers(1, 1_000_000_000))
        if 0 < number < consoles:
            uart["chardev"] = f"con{number}"
        window = {"region": f"u{number}:regs", "at": 0x10010000 + 0x1000 * number, "into": "bus"}
        wire = {"from": f"u{number}:irq", "to": f"plic:in[{22 + number}]"}
        commands += [("device_add", uart), ("map", window), ("connect", wire)]
        if draw(st.booleans()):
            path = draw(st.sampled_from([f"u{number}", f"/machine/u{number}"]))
            commands += [("disconnect", wire), ("unmap", window), ("device_del", {"id": path})]
    if draw(st.booleans()):
        commands += [
            ("disconnect", {"from": "uart0:irq", "to": "plic:in[10]"}),
            ("unmap", {"region": "/machine/uart0:regs", "at": "0x10000000", "into": "bus"}),
            ("device_del", {"id": "uart0"}),
        ]
        if draw(st.booleans()):
            commands.append(("device_add", {"driver": "uart16550", "id": "uart0"}))
    return commands


def run_all(monitor: Monitor, commands: Commands) -> None:
    """Runs the commands one by one."""
    for command, arguments in commands:
        monitor.execute(command, arguments)


def try_all(monitor: Monitor, commands: Commands) -> None:
    """Runs the commands one by one; once the machine is ready, it may refuse them."""
    is_ready = False
    for command, arguments in commands:
        if is_ready:
            monitor.send(command, arguments)
            monitor.read_reply()
        else:
            monitor.execute(command, arguments)
        is_ready = is_ready or arguments.get("phase") == "prelaunch"


def state_of(monitor: Monitor) -> Any:
    """Gives all that can be seen of a machine, and its configuration."""
    config = config_of(monitor)
    queries = ("query-machine-phase", "query-chardev", *BACKEND_QUERIES)
    tree = without_hotplugged(monitor.execute("query-tree"))
    return [tree, *map(monitor.execute, queries), config]


def without_hotplugged(tree: Any) -> Any:
    """What was plugged in late was there from the beginning for whoever loads the configuration."""
    if isinstance(tree, list):
        return [without_hotplugged(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    return {name: without_hotplugged(value) for name, value in tree.items() if name != "hotplugged"}


def config_of(monitor: Monitor) -> Any:
    """Gives the configuration, without the monitor that each emulator here has of its own."""
    config = monitor.execute("query-config")["config"]
    return {name: value for name, value in config.items() if name != "monitors"}


@contextmanager
def empty(*arguments: str) -> Iterator[Monitor]:
    """Gives an emulator in which nothing was done but what these options say."""
    with Emulator(*arguments) as machine:
        yield machine.monitor


def option_words(text: str) -> list[str]:
    """Gives the words of a command line without the program's name and the monitor."""
    words = shlex.split(text.replace("\\\n", " "))[1:]
    place = next(i for i, word in enumerate(words) if word in ("--qmp", "--monitor-add"))
    return words[:place] + words[place + 2 :]


def without_monitors(text: str) -> str:
    """Leaves the lines out that open monitors."""
    return "".join(line for line in text.splitlines(True) if "monitor-add" not in line)


@SLOW
@given(commands=builds())
def test_every_form_builds_an_equal_machine(commands: Commands, tmp_path_factory: Any) -> None:
    folder: Path = tmp_path_factory.mktemp("forms")
    with empty("--until", "no-machine", "--journal", str(folder / "journal.qmp")) as monitor:
        try_all(monitor, commands)
        before = state_of(monitor)
        texts = {
            form: monitor.execute("query-config", {"as": form})["text"]
            for form in ("cli", "qmp", "script")
        }
    (folder / "config.json").write_text(json.dumps(before[-1]), "utf-8")
    (folder / "script.qmp").write_text(without_monitors(texts["script"]), "utf-8")
    journal = (folder / "journal.qmp").read_text("utf-8")
    (folder / "replayed.qmp").write_text(without_monitors(journal), "utf-8")
    rest = () if "until" in before[-1] else ("--until", "no-machine")
    phase = before[1]["state"]
    ways = {
        "config": ("--config", str(folder / "config.json"), *rest),
        "script": ("--script", str(folder / "script.qmp"), "--until", phase),
        "journal": ("--script", str(folder / "replayed.qmp"), "--until", phase),
        "cli": tuple(option_words(texts["cli"])),
    }
    for way, arguments in ways.items():
        with empty(*arguments) as monitor:
            assert state_of(monitor) == before, way
    with empty("--until", "no-machine") as monitor:
        for line in without_monitors(texts["qmp"]).splitlines():
            request = json.loads(line)
            monitor.execute(request["execute"], request.get("arguments", {}))
        assert state_of(monitor) == before


def test_journal_cut_in_a_line_is_run_up_to_there(tmp_path: Path) -> None:
    journal = tmp_path / "journal.qmp"
    with empty("--until", "no-machine", "--journal", str(journal)) as monitor:
        run_all(monitor, [("machine-set", {"type": "virt"}), ("set-action", {"shutdown": "pause"})])
    whole = without_monitors(journal.read_text("utf-8"))
    journal.write_text(whole[:-9], "utf-8")
    lines = whole.count("\n")
    with empty("--until", "no-machine") as monitor:
        error = monitor.error("script-run", {"file": str(journal)})
        assert error.desc == (
            f"{journal}:{lines}: the journal is cut off in this line; all before it was run"
        )
        assert monitor.state() == "machine-created"
        assert config_of(monitor)["machine"] == {"type": "virt"}


def test_journal_says_who_and_from_where_to_where() -> None:
    with empty("-M", "virt", "--until", "accel-created") as monitor:
        monitor.execute("machine-init")
        monitor.error("machine-init")
        entries = monitor.execute("query-journal")["entries"]
    steps = [(entry["execute"], entry["from"], entry["to"]) for entry in entries]
    assert steps[1:] == [
        ("machine-set", "no-machine", "machine-created"),
        ("accel-set", "machine-created", "accel-created"),
        ("machine-init", "accel-created", "machine-initialized"),
    ]
    assert entries[1]["origin"] == "--machine" and "peer" not in entries[1]
    assert entries[3]["origin"] == "monitor0.0" and entries[3]["peer"].startswith("pid ")
    assert [entry["number"] for entry in entries] == [1, 2, 3, 4]


def test_journal_refuses_a_file_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "full").write_text("x", "utf-8")
    with empty("--until", "no-machine") as monitor:
        error = monitor.error("journal-open", {"file": str(tmp_path / "full")})
        assert error.desc.endswith("full: is not empty, and a journal begins with the beginning")
    assert (tmp_path / "full").read_text("utf-8") == "x"


def test_paused_machine_becomes_one_that_has_not_started() -> None:
    with empty("-M", "virt", "--action", "shutdown=pause") as monitor:
        monitor.execute("stop")
        assert config_of(monitor)["until"] == {"phase": "prelaunch"}


@pytest.mark.parametrize("end", ["config-abort", "gone"])
def test_transaction_taken_back_leaves_no_trace(end: str) -> None:
    with Emulator("-M", "virt", "--until", "machine-initialized") as machine:
        other = machine.connect()
        before = state_of(other)
        owner = machine.connect()
        run_all(
            owner,
            [
                ("config-begin", {}),
                ("chardev-add", {"id": "c", "backend": {"type": "null", "data": {}}}),
                ("device_add", {"driver": "uart16550", "id": "u", "chardev": "c"}),
                ("disconnect", {"from": "uart0:irq", "to": "plic:in[10]"}),
                ("unmap", {"region": "uart0:regs", "at": "0x10000000", "into": "bus"}),
                ("device_del", {"id": "uart0"}),
                ("device_add", {"driver": "uart16550", "id": "uart0"}),
                ("set-action", {"shutdown": "pause"}),
            ],
        )
        assert state_of(other) != before
        error = other.error("device_add", {"driver": "uart16550", "id": "v"})
        owner_name = "monitor0.1"
        assert error.desc == (
            f"device_add: in use by {owner_name}, until config-commit or config-abort"
        )
        assert "transaction already" in owner.error("config-begin").desc
        assert other.error("config-commit").desc == f"the transaction is that of {owner_name}"
        assert "a transaction stays in" in owner.error("machine-done").desc
        if end == "gone":
            owner.close()
        else:
            owner.execute(end)
        deadline = time.monotonic() + TIMEOUT_S
        while state_of(other) != before and time.monotonic() < deadline:
            time.sleep(0.01)
        other.execute("device_add", {"driver": "uart16550", "id": "v"})
        other.execute("device_del", {"id": "v"})
        assert state_of(other) == before


def test_committed_transaction_stays() -> None:
    with Emulator("--until", "no-machine") as machine:
        owner, other = machine.connect(), machine.connect()
        run_all(owner, [("config-begin", {}), ("machine-set", {"type": "virt"})])
        assert other.error("config-abort").desc == "the transaction is that of monitor0.0"
        owner.execute("config-commit")
        assert other.state() == "machine-created"
        run_all(other, [("config-begin", {}), ("accel-set", {}), ("config-abort", {})])
        assert other.state() == "machine-created"
        assert "config-begin begins one" in other.error("config-commit").desc
