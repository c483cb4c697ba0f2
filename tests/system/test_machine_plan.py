# SPDX-License-Identifier: Apache-2.0
"""Descriptions that are looked at without being built, and the tools that look at them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.boards import many_nodes
from tests.support.emulator import ROOT, Emulator, run
from tests.support.phases import leaves
from tests.support.qmp import QmpError
from tests.support.stages import machine_in
from tests.system.test_many_devices import seconds

MACHINES = ROOT / "tests" / "machines"
FEW, MANY = 4096, 32768
# In proportion it is 8 times as much; if it were the square, 64 times.
MOST = 24.0
KINDS = ["composition", "memory", "bus", "irq", "reset", "clock", "cpu-topology"]


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "tools" / name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("phase", leaves())
def test_plan_can_be_asked_for_in_every_phase_and_changes_nothing(phase: str) -> None:
    with machine_in(phase) as monitor:
        before = monitor.execute("query-tree")
        plan = monitor.execute("machine-plan", {"type": "virt", "cpus": 2})
        assert not plan["errors"] and not plan["warnings"]
        assert {command["execute"] for command in plan["commands"]} == {
            "device_add",
            "map",
            "connect",
        }
        assert monitor.execute("query-tree") == before
        assert monitor.state() == phase


def test_description_can_be_given_as_a_value() -> None:
    spec = {"machine": "x", "nodes": {"a": {"type": "plic"}, "b": {"type": "plicc"}}}
    with Emulator("--until", "no-machine") as machine:
        plan = machine.monitor.execute("machine-plan", {"spec": spec})
        assert plan["errors"] == [
            "spec/nodes/b/type: nodes.b.type: no object type or part 'plicc'; did you mean 'plic'?"
        ]
        with pytest.raises(QmpError, match="either 'type' or 'spec' is expected"):
            machine.monitor.execute("machine-plan")


def test_tool_reports_faults_and_warnings() -> None:
    wrong = tool("machine", "check", "tests/machines/unbuildable/patched.json")
    assert wrong.returncode == 1
    assert wrong.stderr.count("tests/machines/unbuildable/patched.json:") == 3
    odd = tool("machine", "check", "tests/machines/lint/cpus.json")
    assert odd.returncode == 0
    assert "warning: tests/machines/lint/cpus.json:7:12 (nodes.big)" in odd.stderr
    fine = tool("machine", "check", "virt", "memory=64M", "cpus=4")
    assert (fine.returncode, fine.stdout, fine.stderr) == (0, "", "")


@pytest.mark.parametrize("kind", KINDS)
def test_graph_is_one_that_graphviz_draws(kind: str) -> None:
    drawn = tool("graph", "virt", "cpus=2", "--kind", kind)
    assert drawn.returncode == 0, drawn.stderr
    assert drawn.stdout.rstrip().endswith("</svg>")
    graph = json.loads(tool("graph", "virt", "cpus=2", "--kind", kind, "--format", "json").stdout)
    assert graph["nodes"]
    known = {node["id"] for node in graph["nodes"]}
    assert all({edge["from"], edge["to"]} <= known for edge in graph["edges"])
    assert drawn.stdout.count('class="node"') == len(known)
    assert drawn.stdout.count('class="edge"') == len(graph["edges"])


def test_graph_of_wires_names_both_ends() -> None:
    drawn = tool("graph", "virt", "--kind", "irq", "--format", "mermaid").stdout
    assert drawn.startswith("flowchart LR\n")
    assert '-->|"irq to in[10]"|' in drawn


def test_tree_is_drawn_as_graphviz_and_mermaid_want_it() -> None:
    words = ("virt", "cpus=2", "--kind", "tree", "--type", "riscv-hart")
    drawn = tool("graph", *words)
    assert drawn.returncode == 0, drawn.stderr
    assert drawn.stdout.count('class="node"') == 4
    assert drawn.stdout.count('class="edge"') == 3
    mermaid = tool("graph", *words, "--format", "mermaid").stdout
    assert '["hart[1]<br>riscv-hart"]' in mermaid
    tree = json.loads(tool("graph", *words, "--format", "json").stdout)
    assert [child["name"] for child in tree["children"]] == ["cpus"]
    assert "text" not in tree


def test_tool_takes_parts_of_the_tree_only_for_the_tree() -> None:
    refused = tool("graph", "virt", "--depth", "1")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "graph: --depth is for --kind tree\n"


def test_tree_can_be_asked_for_by_type_and_name() -> None:
    with machine_in("machine-initialized") as monitor:
        everything = monitor.execute("query-tree")
        assert "text" not in everything
        assert monitor.execute("query-tree", {"type": "object"}) == everything
        assert monitor.execute("query-tree", {"name": "*"}) == everything
        nothing = monitor.execute("query-tree", {"path": "/machine", "name": "no-such-*"})
        assert nothing["children"] == []
        drawn = monitor.execute("query-tree", {"name": "no-such-*", "format": "dot"})
        assert drawn["text"].startswith('digraph "tree" {\n')
        with pytest.raises(QmpError, match="no object type 'plicc'; did you mean 'plic'?"):
            monitor.execute("query-tree", {"type": "plicc"})
        with pytest.raises(QmpError, match="does not accept value 'png'"):
            monitor.execute("query-tree", {"format": "png"})


def test_document_of_100_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    path.write_text('{ "machine": "x", "doc": "' + "x" * 100_000_000 + '" }')
    done = run("--machine", str(path), "--until", "machine-created")
    assert done.status == 1
    assert "huge.json: larger than 64 MiB" in done.err


def test_time_grows_as_the_nodes_do(tmp_path: Path) -> None:
    def taken(nodes: int) -> float:
        path = tmp_path / f"{nodes}.json"
        path.write_text(json.dumps(many_nodes(nodes)))
        words = ("--machine", str(path), "--until-phase", "machine-initialized", "--query-tree")
        return min(seconds(*words, "--quit") for _ in "12")

    few, many = taken(FEW), taken(MANY)
    assert many < MOST * few, f"{few:.3f} s for {FEW} nodes, {many:.3f} s for {MANY}"
