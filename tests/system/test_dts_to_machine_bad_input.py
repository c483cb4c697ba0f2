# SPDX-License-Identifier: Apache-2.0
"""tools/dts-to-machine, given what is no device tree, or one that makes no sense."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.device_trees import compiled
from tests.support.emulator import ROOT
from tests.system.test_dts_to_machine import ELSEWHERE, draft, drafted, faults_of

CPUS = """cpus { #address-cells = <1>; #size-cells = <0>; timebase-frequency = <1000>;
  cpu@0 { device_type = "cpu"; reg = <0>; riscv,isa = "rv64gc"; mmu-type = "riscv,sv39"; }; };"""
MEMORY = 'memory@80000000 { device_type = "memory"; reg = <0 0x80000000 0 0x1000000>; };'
BUS = 'compatible = "simple-bus"; ranges; #address-cells = <2>; #size-cells = <2>;'


def source(folder: Path, *nodes: str) -> Path:
    path = folder / "tree.dts"
    cells = "#address-cells = <2>; #size-cells = <2>;"
    # Properties come before nodes.
    ordered = sorted(nodes, key=lambda text: "{ " in text)
    path.write_text(f"/dts-v1/;\n/ {{ {cells}\n" + "\n".join(ordered) + "\n};\n", "utf-8")
    return path


def uart(place: int, rest: str = "", reg: str = "") -> str:
    reg = reg or f"<0 {place:#x} 0 0x100>"
    return f'serial@{place:x} {{ compatible = "ns16550a"; reg = {reg}; {rest} }};'


def complaint(path: Path, *options: str) -> str:
    done = draft(path, *options)
    assert (done.returncode, done.stdout) == (1, "")
    last = done.stderr.splitlines()[-1]
    assert last.startswith("dts-to-machine: ")
    return done.stderr


def test_what_is_no_tree_is_refused(tmp_path: Path) -> None:
    blob = compiled(ELSEWHERE, tmp_path)
    whole = blob.read_bytes()
    for size in (4, 39, 40, 500, len(whole) - 1):
        blob.write_bytes(whole[:size])
        assert f"is truncated: {size} bytes" in complaint(blob)
    # The block that holds the structure is not where the header has it.
    blob.write_bytes(whole[:8] + b"\0\0\xff\xff" + whole[12:])
    assert "is damaged: " in complaint(blob)
    blob.write_bytes(b"")
    assert "is empty" in complaint(blob)
    blob.write_bytes(b"\0" * 64)
    assert "is no device tree" in complaint(blob)
    assert "No such file" in complaint(tmp_path / "none.dtb")
    assert "Is a directory" in complaint(tmp_path)


@pytest.mark.parametrize("step", [97, 101])
def test_damage_is_told_or_lived_with(step: int, tmp_path: Path) -> None:
    blob = compiled(ELSEWHERE, tmp_path)
    whole = blob.read_bytes()
    for place in range(step, len(whole), step * 5):
        blob.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        done = draft(blob)
        assert done.returncode in (0, 1)
        assert done.stdout if done.returncode == 0 else "dts-to-machine: " in done.stderr


def test_errors_of_dtc_are_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "wrong.dts"
    path.write_text("/dts-v1/;\n/ { a = <1>\n};\n", "utf-8")
    said = complaint(path)
    assert "wrong.dts:3.1" in said and "syntax error" in said
    path.write_text("", "utf-8")
    assert "is empty" in complaint(path)


def test_dtc_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/usr/bin/python3", ROOT / "tools" / "dts-to-machine", ELSEWHERE],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == ("dts-to-machine: dtc is not there: apt install device-tree-compiler\n")


def test_tree_needs_harts_and_memory(tmp_path: Path) -> None:
    assert "the tree has no cpus" in complaint(source(tmp_path, MEMORY))
    assert "the tree has no cpus" in complaint(source(tmp_path, MEMORY, "cpus { };"))
    assert "the tree has no memory" in complaint(source(tmp_path, CPUS))
    tiny = MEMORY.replace("0x1000000>", "16>")
    assert "cannot be memory here" in complaint(source(tmp_path, CPUS, tiny))
    assert "No such file" in complaint(source(tmp_path, CPUS, MEMORY), "--output", "no/such/file")


def notes_of(folder: Path, *nodes: str) -> str:
    """Gives what is said of a tree that a draft can be made of."""
    path, notes = drafted(source(folder, CPUS, MEMORY, *nodes), folder)
    assert faults_of(path) == []
    return "\n".join(notes)


def test_place_beyond_64_bits_is_none(tmp_path: Path) -> None:
    far = "<0xffffffff 0xffffff80 0 0x100>"
    assert "/serial@1: there is no place for it" in notes_of(tmp_path, uart(1, reg=far))
    last = "<0xffffffff 0xfffff000 0 0x1000>"
    assert "no place" not in notes_of(tmp_path, uart(1, reg=last))
    wide = (
        f"soc {{ {BUS.replace('cells = <2>', 'cells = <4>')} {uart(1, reg='<1 0 0 0 0 0 0 8>')} }};"
    )
    assert "outside of 64 bits" in notes_of(tmp_path, wide)


def test_cells_beyond_reason_are_told(tmp_path: Path) -> None:
    for cells in ("<0xffffffff>", "<5>", "[01]", "<0>"):
        soc = f'soc {{ compatible = "simple-bus"; ranges; #address-cells = {cells}; {uart(1)} }};'
        assert "/soc/serial@1: there is no place for it" in notes_of(tmp_path, soc)
    part = f"soc {{ {BUS.replace('ranges', 'ranges = <1 2 3>')} {uart(1)} }};"
    assert "ranges of /soc has 12 bytes" in notes_of(tmp_path, part)
    parent = "p: p { #interrupt-cells = <0x7fffffff>; };"
    child = uart(0x1000, "interrupt-parent = <&p>; interrupts = <1>;")
    assert "#interrupt-cells of /p is 2147483647" in notes_of(tmp_path, parent, child)


def test_interrupt_parents_in_a_circle_are_told(tmp_path: Path) -> None:
    circle = "a: a { interrupt-parent = <&b>; }; b: b { interrupt-parent = <&a>; };"
    caught = uart(0x1000, "interrupt-parent = <&a>; interrupts = <1>;")
    own = "own: " + uart(0x2000, "interrupt-parent = <&own>; interrupts = <1>;")
    lost = uart(0x3000, "interrupts-extended = <4711 1>;")
    none = uart(0x4000, "interrupts = <1>;")
    said = notes_of(tmp_path, circle, caught, own, lost, none)
    assert "/serial@1000: interrupt-parent leads from /a back to it: not wired" in said
    assert "/serial@2000: interrupt-parent leads from /serial@2000 back to it" in said
    assert "/serial@3000: interrupts-extended names 0x1267, which no node is" in said
    assert "/serial@4000: it has no interrupt-parent" in said


def test_values_that_properties_cannot_have_are_told(tmp_path: Path) -> None:
    plic = 'plic@c000000 { compatible = "riscv,plic0"; reg = <0 0xc000000 0 0x600000>; '
    plic += "riscv,ndev = <4000000000>; };"
    said = notes_of(tmp_path, plic, uart(0x1000, "clock-frequency = <0>;"))
    assert "num-sources cannot be 4000000000" in said
    assert "clock-frequency cannot be 0" in said


def test_harts_without_a_timer_are_told(tmp_path: Path) -> None:
    said = notes_of(tmp_path, 'timer@2000000 { compatible = "x,clint"; reg = <0 0x2000000 0 8>; };')
    assert "/cpus: nothing in the tree drives mti[0]: these harts have not got a timer" in said
    clint = 'timer@2000000 { compatible = "x,clint", "sifive,clint0"; reg = <0 0x2000000 0 8>; };'
    said = notes_of(tmp_path, clint)
    assert "taken for a CLINT: nothing is known of x,clint" in said
    assert "its size is 0x8" in said and "does not tell which harts it is for" in said


@pytest.mark.parametrize("isa", ["rv128gc", "rv64${x}", '\\" }, //', "", "rv64e_zzz"])
def test_isa_that_is_none_is_told(isa: str, tmp_path: Path) -> None:
    path = source(tmp_path, CPUS.replace("rv64gc", isa), MEMORY)
    draft_path, notes = drafted(path, tmp_path)
    assert faults_of(draft_path) == []
    assert any(note.startswith("/cpus/cpu@0: ") for note in notes)


def test_text_stays_text(tmp_path: Path) -> None:
    model = 'model = "${1 / 0}\\n// \\" # x"; compatible = "${evil}";'
    odd = 'x@1 { compatible = "a\\n}b,c"; reg = <0 0x1000 0 8>; };'
    said = notes_of(tmp_path, model, odd)
    assert "compatible with a?}b,c" in said
    script = draft(tmp_path / "tree.dts", "--as", "script").stdout
    assert all(line[:1] in ("", "#") or line[0].isalpha() for line in script.splitlines())


def test_names_that_are_taken_or_none_are_made_others(tmp_path: Path) -> None:
    names = ["bus", "boot", "firmware", "cpus", "0", "1,2", "a.b+c", "memory"]
    nodes = [
        uart(0x1000 * place).replace("serial@", f"{name}@") for place, name in enumerate(names, 1)
    ]
    assert "not mapped" not in notes_of(tmp_path, *nodes)


def test_depth_does_not_matter(tmp_path: Path) -> None:
    opened = "".join(f"n{number} {{ {BUS}" for number in range(2000))
    nested = opened + uart(1) + "};" * 2000
    path, notes = drafted(source(tmp_path, CPUS, MEMORY, nested), tmp_path)
    assert faults_of(path) == []
    assert any("/n1999/serial@1: " in note for note in notes)


def test_number_does_not_matter(tmp_path: Path) -> None:
    lines = [uart(0x1000 * place, f"clock-frequency = <{place}>;") for place in range(1, 1500)]
    path, _ = drafted(source(tmp_path, CPUS, MEMORY, *lines), tmp_path)
    assert faults_of(path) == []
    # Too different for one expression.
    assert '"serial-1498": ' in path.read_text("utf-8")
