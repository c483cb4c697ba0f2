# SPDX-License-Identifier: Apache-2.0
"""The running example, a second uart that was always there: four ways to the same machine."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulator import EXAMPLES, FIRMWARE, KERNEL, Emulator, virt
from tests.support.patience import TIMEOUT_S

OPTIONS = (
    *virt(firmware=FIRMWARE, kernel=KERNEL),
    *("--device", "uart16550,id=uart1"),
    *("--map", "uart1:regs,at=0x10010000,into=bus"),
    *("--connect", "uart1:irq,to=plic:in[20]"),
)
WAYS = {
    "command-line": OPTIONS,
    "config": ("--config", str(EXAMPLES / "board.json")),
    "script": ("--script", str(EXAMPLES / "board.qmp")),
    "client": ("--until", "no-machine"),
}


@contextmanager
def started(way: str) -> Iterator[Emulator]:
    """Gives a machine that runs, brought up in one of the ways."""
    with Emulator(*WAYS[way]) as machine:
        if way == "client":
            subprocess.run(
                [str(EXAMPLES / "client.py"), machine.socket_path], check=True, timeout=TIMEOUT_S
            )
        yield machine


def at_prompt(machine: Emulator) -> str:
    """Stops U-Boot's countdown, and gives what the guest had to say up to then."""
    said = machine.hear("Hit any key to stop autoboot")
    machine.type(" ")
    return said + machine.hear("=> ")


@cache
def tree_of(way: str) -> Any:
    """Gives query-tree's answer, without what belongs to the connection that asked."""
    with started(way) as machine:
        machine.monitor.wait_state("running")
        machine.monitor.execute("stop")
        tree = machine.monitor.execute("query-tree")
        tree["children"] = [child for child in tree["children"] if child["name"] != "monitors"]
        return tree


def find(tree: Any, name: str) -> Any:
    """Finds the node of a name."""
    if tree["name"] == name:
        return tree
    return next((node for child in tree["children"] if (node := find(child, name))), None)


@pytest.mark.parametrize("way", WAYS)
def test_boots_to_the_prompt_and_powers_off(way: str) -> None:
    with started(way) as machine:
        said = at_prompt(machine)
        assert "OpenSBI v1." in said
        assert re.search(r"U-Boot 20\d\d\.\d\d", said)
        assert re.search(r"DRAM: +128 MiB", said)
        assert "U-Boot 20" in machine.ask("version")
        machine.type("poweroff\n")
        assert machine.wait() == 0


@pytest.mark.parametrize("way", WAYS)
def test_guest_finds_the_cold_plugged_uart_in_its_device_tree(way: str) -> None:
    with started(way) as machine:
        at_prompt(machine)
        machine.ask("fdt addr $fdtcontroladdr")
        nodes = machine.ask("fdt list /soc")
        assert "serial@10000000" in nodes and "serial@10010000" in nodes
        node = machine.ask("fdt print /soc/serial@10010000")
        assert 'compatible = "ns16550a"' in node
        assert re.search(r"interrupts = <0x0*14>", node)
        assert re.search(r"reg = <0x0+ 0x10010000 0x0+ 0x0*8>", node)


@pytest.mark.parametrize("way", WAYS)
def test_all_ways_give_the_same_tree(way: str) -> None:
    assert tree_of(way) == tree_of("command-line"), json.dumps(tree_of(way), indent=1)


def test_tree_has_the_uart_mapped_and_wired() -> None:
    tree = tree_of("command-line")
    uart = find(tree, "uart1")
    assert uart["type"] == "uart16550" and uart["life"] == "realized"
    assert [wire["to"].endswith("plic:in[20]") for wire in uart["wires"]] == [True]
    windows = [window for window in find(tree, "bus")["windows"] if "uart1" in window["region"]]
    assert [(window["at"], window["size"]) for window in windows] == [(0x1001_0000, 8)]


@pytest.mark.parametrize("way", WAYS)
def test_cold_plugged_uart_says_that_it_is(way: str) -> None:
    with started(way) as machine:
        machine.monitor.wait_state("running")
        asked = {"path": "/machine/uart1", "property": "hotplugged"}
        assert machine.monitor.execute("qom-get", asked) is False


@pytest.mark.parametrize("way", WAYS)
def test_same_device_is_refused_as_a_hot_plug(way: str) -> None:
    with started(way) as machine:
        machine.monitor.wait_state("running")
        before = machine.monitor.execute("query-tree", {"path": "/machine"})
        error = machine.monitor.error("device_add", {"driver": "uart16550", "id": "uart2"})
        assert error.error_class == "GenericError"
        assert "uart16550" in error.desc and "hot" in error.desc
        assert machine.monitor.execute("query-tree", {"path": "/machine"}) == before


def test_second_uart_works(tmp_path: Path) -> None:
    heard = tmp_path / "uart1.txt"
    with Emulator(
        *("--object", f"chardev-file,id=con1,out={heard}"),
        *(word.replace("id=uart1", "id=uart1,chardev=con1") for word in OPTIONS),
    ) as machine:
        at_prompt(machine)
        for character in "ok":
            machine.ask(f"mw.b 0x10010000 0x{ord(character):x}")
        machine.type("poweroff\n")
        assert machine.wait() == 0
    assert heard.read_text("ascii") == "ok"
