# SPDX-License-Identifier: Apache-2.0
"""tools/dts-to-machine: drafts of machines, made of the device trees that guests are told."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import guests
from tests.support.device_trees import compiled, decompiled, facts
from tests.support.emulator import CONSOLE, ROOT, Emulator, run
from tests.support.machines import shipped
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Monitor

TREES = ROOT / "tests" / "machines" / "dts"
ELSEWHERE, ODD = TREES / "virt-elsewhere.dts", TREES / "odd.dts"
MACHINES = [name for name in shipped() if name != "none"]
QEMU = shutil.which("qemu-system-riscv64")


def draft(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [ROOT / "tools" / "dts-to-machine", tree, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def drafted(tree: Path, folder: Path, *options: str) -> tuple[Path, list[str]]:
    """Gives the draft, and what it could not know."""
    path = folder / f"draft-{tree.stem}.json"
    done = draft(tree, "--output", str(path), *options)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return path, done.stderr.splitlines()


def faults_of(machine: Path) -> Any:
    planned = run("--plan", str(machine))
    assert planned.status == 0, planned.err
    return json.loads(planned.out)["errors"]


def dumped(machine: str, blob: Path) -> Path:
    finished = run("-M", machine, "--dumpdtb", str(blob), "-S", "--quit")
    assert (finished.status, finished.err) == (0, "")
    return blob


@pytest.fixture(name="tree_of_qemu")
def dump_qemu(tmp_path: Path) -> Iterator[Path]:
    if QEMU is None:
        pytest.skip("no qemu-system-riscv64")
    blob = tmp_path / "qemu.dtb"
    subprocess.run(
        [QEMU, "-display", "none", "-smp", "2", "-M", f"virt,dumpdtb={blob}"],
        check=True,
        capture_output=True,
    )
    yield blob


@pytest.mark.parametrize("machine", MACHINES)
def test_draft_of_a_machine_gives_the_tree_that_it_was_made_of(
    machine: str, tmp_path: Path
) -> None:
    blob = dumped(machine, tmp_path / f"{machine}.dtb")
    path, _ = drafted(blob, tmp_path)
    assert faults_of(path) == []
    again = dumped(str(path), tmp_path / "again.dtb")
    assert facts(again) == facts(blob)
    assert decompiled(again) == decompiled(blob)


def test_drafts_of_more_harts_and_serial_lines_give_their_trees(tmp_path: Path) -> None:
    blob = dumped("virt,cpus=4,serials=3,memory=3G", tmp_path / "virt.dtb")
    path, _ = drafted(blob, tmp_path)
    assert decompiled(dumped(str(path), tmp_path / "again.dtb")) == decompiled(blob)


@pytest.mark.parametrize("machine", MACHINES)
def test_script_makes_the_same_objects(machine: str, tmp_path: Path) -> None:
    blob = dumped(machine, tmp_path / f"{machine}.dtb")
    path, notes = drafted(blob, tmp_path)
    script = tmp_path / "draft.qmp"
    done = draft(blob, "--as", "script", "--output", str(script))
    assert (done.returncode, done.stderr.splitlines()) == (0, notes)
    for note in notes:
        assert f"# {note}" in script.read_text("utf-8").splitlines()
    with Emulator("-M", str(path), "--until", "machine-initialized") as one:
        with Emulator("--script", str(script), "--until", "machine-initialized") as other:
            assert tree_of(other.monitor) == tree_of(one.monitor)


def tree_of(monitor: Monitor) -> Any:
    """Gives query-tree's answer about the machine."""
    tree = monitor.execute("query-tree")
    return next(child for child in tree["children"] if child["name"] == "machine")


def test_script_starts_with_what_its_comments_say(tmp_path: Path) -> None:
    lines = draft(dumped("virt", tmp_path / "virt.dtb"), "--as", "script").stdout.splitlines()
    program = guests.greeter("hello\\n", guests.finishing(guests.PASS))
    changes = {
        "# What can be added here: chardev=ID": "chardev=console",
        "# What can be added here: firmware=ID, kernel=ID, initrd=ID": "firmware=firmware",
    }
    for hint, added in changes.items():
        lines[lines.index(hint) + 1] += f" {added}"
    loader = next(i for i, line in enumerate(lines) if line.startswith("#device_add"))
    lines[loader] = lines[loader].removeprefix("#").replace("FILE", str(program))
    path = tmp_path / "start.qmp"
    path.write_text("\n".join(lines), "utf-8")
    finished = run(*CONSOLE, "--script", str(path))
    assert (finished.status, finished.out) == (0, "hello\n"), finished.err


def run_guest(machine: Path) -> None:
    """A guest runs on it, is heard on its console, and ends it."""
    program = guests.greeter("hello\\n", guests.finishing(guests.PASS))
    finished = run(*CONSOLE, "-M", f"{machine},serial=console,firmware={program}")
    assert (finished.status, finished.out) == (0, "hello\n"), finished.err
    failing = guests.finisher(guests.fail(7))
    assert run("-M", f"{machine},firmware={failing}").status == 7


def test_guest_runs_on_the_draft_of_virt(tmp_path: Path) -> None:
    path, _ = drafted(dumped("virt", tmp_path / "virt.dtb"), tmp_path)
    run_guest(path)


def check_virt(blob: Path, tree: Path, folder: Path) -> None:
    """What virt has elsewhere is there, and what is not is told."""
    path, notes = drafted(tree, folder)
    assert faults_of(path) == []
    run_guest(path)
    before, after = facts(blob), facts(dumped(str(path), folder / "again.dtb"))
    assert after.harts.keys() == before.harts.keys() == {0, 1}
    assert after.memory == before.memory
    transports = [place for place in before.devices if 0x1000_1000 <= place < 0x1000_9000]
    others = [0x10_0000, 0x10_1000, 0x200_0000, 0xC00_0000, 0x1000_0000]
    others += [0x1010_0000, 0x2000_0000]
    assert after.devices.pop(0x2200_0000) == []  # a bank of flash, with a node of its own
    assert sorted(after.devices) == sorted([*others, *transports])
    assert after.devices == {place: before.devices[place] for place in after.devices}
    told = "\n".join(notes)
    assert "/cpus/cpu@0: extensions that harts here do not have: h" in told
    text = path.read_text("utf-8")
    for place in before.devices.keys() - after.devices.keys():
        assert f"({place:#x}, " in told
        why = "no object type|the address spaces"
        assert re.search(rf"^ *// /.*: ({why}) .*\({place:#x}, ", text, re.MULTILINE)
    for note in notes:
        assert f"// {note}\n" in text


def test_tree_of_another_emulators_virt_is_understood(tmp_path: Path) -> None:
    check_virt(compiled(ELSEWHERE, tmp_path), ELSEWHERE, tmp_path)


def test_tree_that_qemu_dumps_is_understood(tree_of_qemu: Path, tmp_path: Path) -> None:
    check_virt(tree_of_qemu, tree_of_qemu, tmp_path)


def test_command_line_in_the_tree_is_text(tmp_path: Path) -> None:
    path, _ = drafted(ELSEWHERE, tmp_path)
    with Emulator("-M", str(path), "-S") as machine:
        boot = {"path": "/machine/boot", "property": "append"}
        assert machine.monitor.execute("qom-get", boot) == "console=ttyS0 ${not} an expression"


def test_standard_input_will_do(tmp_path: Path) -> None:
    by_name = draft(ELSEWHERE, "--name", "board")
    for content in (ELSEWHERE.read_bytes(), compiled(ELSEWHERE, tmp_path).read_bytes()):
        command = [str(ROOT / "tools" / "dts-to-machine"), "-"]
        done = subprocess.run(command, input=content, capture_output=True, cwd=ROOT, check=True)
        assert done.stderr.decode() == by_name.stderr
        named = by_name.stdout.replace("virt-elsewhere.dts", "standard input")
        assert done.stdout.decode() == named
    assert '"machine": "board"' in by_name.stdout


# What is said of the odd board, and where.
ODD_NOTES = [
    ("/cpus/cpu@0", "its ISA does not name zicsr, zifencei, zicntr: added"),
    ("/cpus/cpu@1", "extensions that harts here do not have: xnone"),
    ("/cpus/cpu@1", "its riscv,cboz-block-size is 32: 64 here"),
    ("/reserved-memory", "not carried over"),
    ("/reboot", "which is no sifive-test"),
    ("/soc/interrupt-controller@c000000", "num-sources is 7, for its in[6] to be there"),
    ("/soc/peripherals@40000000/serial@1000", "48000000 is that of the fixed clock /clocks/uart"),
    ("/soc/peripherals@40000000/serial@1800", "overlap what is at 0x40001000"),
    ("/soc/peripherals@40000000/serial@2000", "taken for sifive-uart by sifive,uart0"),
    ("/soc/peripherals@40000000/serial@3000", "not carried over: current-speed"),
    ("/soc/peripherals@40000000/serial@6000", "interrupt-controller@7000, is not imported"),
    ("/soc/peripherals@40000000/spi@4000", "not imported, below it: flash@0"),
    ("/soc/peripherals@40000000/pwm@20000", "is outside of the ranges of"),
    ("/soc/peripherals@40000000/gpio@5000", "its status is disabled: not imported, as sifive-gpio"),
    ("/soc/peripherals@40000000/syscon@8000", "no object type is compatible with example,control"),
]


def test_odd_things_are_told(tmp_path: Path) -> None:
    path, notes = drafted(ODD, tmp_path)
    assert faults_of(path) == []
    for node, text in ODD_NOTES:
        assert any(note.startswith(f"{node}: ") and text in note for note in notes), node
    with Emulator("-M", str(path), "-S") as machine:
        graph = machine.monitor.execute("query-graph", {"kind": "irq"})
        count = {"path": "/machine/interrupt-controller", "property": "contexts"}
        assert machine.monitor.execute("qom-get", count) == 6
    wires = {(edge["from"], edge["to"]) for edge in graph["edges"]}
    assert any("gate" in one and "interrupt-controller" in other for one, other in wires)


def test_odd_board_is_what_its_tree_says(tmp_path: Path) -> None:
    path, _ = drafted(ODD, tmp_path)
    told = facts(dumped(str(path), tmp_path / "again.dtb"))
    assert {number: mmu for number, (_, mmu) in told.harts.items()} == {
        0: b"",
        1: b"riscv,sv39\0",
        2: b"riscv,sv39\0",
    }
    assert told.memory == {(0x8000_0000, 0x100_0000), (0xA000_0000, 0x80_0000)}
    plic = (0xC00_0000).to_bytes(8, "big").hex()
    assert told.devices[0x4000_1000] == [(plic + (0x400_0000).to_bytes(8, "big").hex(), 6)]
    harts = [(int(hart, 16), cell) for hart, cell in told.devices[0xC00_0000]]
    assert harts[0] == (0, 11) and harts[1][1] == 0xFFFF_FFFF
    assert harts[2:] == [(1, 11), (1, 9), (2, 11), (2, 9)]
    assert [int(hart, 16) for hart, _ in told.devices[0x200_0000]] == [0, 1, 2]
