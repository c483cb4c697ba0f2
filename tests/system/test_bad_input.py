# SPDX-License-Identifier: Apache-2.0
"""Bad input: one line that says where, what was found and what would do; exit status 1; nothing half done."""

import re
import socket
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.emulator import Emulator, run

INIT = ("-M", "virt", "--until", "machine-initialized")
VIRT = ("-M", "virt")


@dataclass(frozen=True)
class Case:
    """A command line that is refused, and the words. `FOLDER` stands for a folder with the files."""

    name: str
    arguments: tuple[str, ...]
    says: str
    files: dict[str, bytes] = field(default_factory=dict)


def config(name: str, text: str, says: str, *arguments: str) -> Case:
    """Gives a case of a configuration file."""
    files = {"board.json": text.encode()}
    return Case(f"config-{name}", ("--config", "board.json", *arguments), says, files)


def script(name: str, text: str, says: str) -> Case:
    """Gives a case of a script."""
    return Case(f"script-{name}", ("--script", "board.qmp"), says, {"board.qmp": text.encode()})


COMMAND_LINE = [
    Case("unknown-option", ("--machin", "virt"), ""),
    Case("unknown-key", (*VIRT, "--map", "uart0:regs,att=1,into=bus"), ""),
    Case("unknown-parameter", ("-M", "virt,memry=1G"), ""),
    Case("unknown-machine", ("-M", "virtt"), ""),
    Case("unknown-type", (*VIRT, "--device", "uart16650,id=u"), ""),
    Case("unknown-property", (*VIRT, "--device", "uart16550,id=u,chardevv=x"), ""),
    Case("abstract-type", (*VIRT, "--device", "device,id=u"), ""),
    Case("backend-as-device", (*VIRT, "--device", "chardev-null,id=u"), ""),
    Case("unknown-phase", (*VIRT, "--until", "prelunch"), ""),
    Case("unknown-accelerator", (*VIRT, "--accel", "jitt", "-S"), ""),
    Case("missing-argument", (*VIRT, "--device", "uart16550"), ""),
    Case("missing-machine", ("--until", "running"), ""),
    Case("missing-value", ("--machine",), ""),
    Case("wrong-type", (*VIRT, "--map", "uart0:regs,at=here,into=bus"), ""),
    Case("wrong-boolean", ("--object", "chardev-file,id=c,out=/dev/null,append=perhaps"), ""),
    Case("property-out-of-range", (*VIRT, "--device", "uart16550,id=u,clock-frequency=0"), ""),
    Case("parameter-out-of-range", ("-M", "virt,cpus=9"), ""),
    Case("parameter-too-small", ("-M", "virt,memory=1K"), ""),
    Case("not-json", ("--device", "{'driver': 'ram'"), ""),
    Case("word-without-option", ("virt",), ""),
    Case("explicit-phases", ("--explicit-phases", *VIRT, "--device", "uart16550,id=u"), ""),
]

IMAGES = [
    Case("missing-firmware", ("-M", "virt,firmware=missing.elf"), ""),
    Case(
        "truncated-elf-header",
        ("-M", "virt,firmware=short.elf"),
        "",
        {"short.elf": b"\x7fELF\x02\x01\x01" + bytes(20)},
    ),
    Case(
        "elf-of-another-machine",
        ("-M", "virt,firmware=other.elf"),
        "",
        {"other.elf": b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00\x01" + bytes(59)},
    ),
    Case("image-larger-than-memory", ("-M", "virt,memory=2M,firmware=big.bin"), "", {}),
    Case("firmware-is-a-folder", ("-M", "virt,firmware=."), ""),
]

BOARD = [
    Case("duplicate-id", (*VIRT, "--device", "uart16550,id=uart0"), ""),
    Case(
        "duplicate-backend", ("--object", "chardev-null,id=c", "--object", "chardev-null,id=c"), ""
    ),
    Case("bad-id", (*VIRT, "--device", "uart16550,id=a/b"), ""),
    Case("unknown-parent", (*VIRT, "--device", "uart16550,id=u,parent=/machine/pci"), ""),
    Case("unknown-link", (*VIRT, "--device", "uart16550,id=u,chardev=con"), ""),
    Case("link-to-another-type", (*VIRT, "--device", "uart16550,id=u,chardev=plic"), ""),
    Case(
        "chardev-in-use",
        (
            "--object",
            "chardev-null,id=c",
            "-M",
            "virt,serial=c",
            "--device",
            "uart16550,id=u,chardev=c",
        ),
        "",
    ),
    Case(
        "overlapping-map",
        (*VIRT, "--device", "ram,id=more,size=4K", "--map", "more,at=0x80000000,into=bus"),
        "",
    ),
    Case("unknown-region", (*VIRT, "--map", "uart0:registers,at=0,into=bus"), ""),
    Case("unknown-space", (*VIRT, "--device", "ram,id=m,size=4K", "--map", "m,at=0,into=buss"), ""),
    Case(
        "map-beyond-the-end",
        (*VIRT, "--device", "ram,id=m,size=4K", "--map", "m,at=0xfffffffffffff800,into=bus"),
        "",
    ),
    Case("unknown-output", (*VIRT, "--connect", "uart0:irqq,to=plic:in[11]"), ""),
    Case("unknown-input", (*VIRT, "--connect", "uart0:irq,to=plic:inn[11]"), ""),
    Case("input-out-of-bounds", (*VIRT, "--connect", "uart0:irq,to=plic:in[96]"), ""),
    Case(
        "input-taken",
        (*VIRT, "--device", "uart16550,id=u", "--connect", "u:irq,to=plic:in[10]"),
        "",
    ),
    Case("unknown-device", (*VIRT, "--connect", "uart7:irq,to=plic:in[11]"), ""),
    Case("chardev-cannot-be-opened", ("--object", "chardev-file,id=c,out=/nowhere/log.txt"), ""),
    Case("monitor-in-a-missing-folder", ("--qmp", "unix:/nowhere/qmp.sock"), ""),
    Case("monitor-of-another-kind", ("--qmp", "udp:1234"), ""),
    Case("monitor-beyond-loopback", ("--qmp", "tcp:0.0.0.0:4444"), ""),
]

FILES = [
    Case("config-missing", ("--config", "missing.json"), ""),
    config("syntax-error", '{\n  "machine": {\n    "type": "virt",,\n  }\n}\n', ""),
    config("not-an-object", "[]", ""),
    config("unterminated", '{"machine": {"type": "virt"', ""),
    config("unknown-section", '{"machin": {"type": "virt"}}', ""),
    config("unknown-member", '{"machine": {"type": "virt", "memry": "1G"}}', ""),
    config("missing-member", '{"machine": {"memory": "1G"}}', ""),
    config("wrong-type", '{"machine": {"type": 7}}', ""),
    config("section-of-another-kind", '{"devices": {"driver": "ram"}}', ""),
    config("out-of-range", '{"machine": {"type": "virt", "cpus": 9}}', ""),
    config("duplicate-key", '{"machine": {"type": "virt"}, "machine": {"type": "none"}}', ""),
    config(
        "late-failure",
        '{"machine": {"type": "virt"},\n "connect": [{"from": "uart0:irq", "to": "plic:in[99]"}]}',
        "",
    ),
    script("unknown-command", "machine-set type=virt\nmachine-sat\n", ""),
    script("unknown-argument", "machine-set type=virt memry=1G\n", ""),
    script("out-of-phase", "device_add driver=ram id=m size=4K\n", ""),
    script("not-key-value", "machine-set virt\n", ""),
    Case("missing-script", ("--script", "missing.qmp"), ""),
]

CASES = COMMAND_LINE + IMAGES + BOARD + FILES


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_refused_in_one_line(case: Case, tmp_path: Path) -> None:
    for name, content in case.files.items():
        (tmp_path / name).write_bytes(content)
    with open(tmp_path / "big.bin", "wb") as big:
        big.truncate(3 << 20)
    finished = run(*case.arguments, "--quit", cwd=tmp_path)
    assert finished.out == ""
    assert finished.err == f"coldplug: {case.says}\n"
    assert finished.status == 1


def test_truncated_segment_of_a_real_elf(tmp_path: Path) -> None:
    whole = Path("/usr/lib/riscv64-linux-gnu/opensbi/generic/fw_dynamic.elf").read_bytes()
    (tmp_path / "half.elf").write_bytes(whole[: len(whole) // 2])
    finished = run("-M", "virt,firmware=half.elf", "-S", "--quit", cwd=tmp_path)
    assert finished.status == 1
    assert re.fullmatch(r"coldplug: .*half\.elf.*\n", finished.err), finished.err


def test_socket_in_use(tmp_path: Path) -> None:
    with Emulator("--until", "no-machine") as machine:
        address = f"unix:{machine.socket_path}"
        finished = run("--qmp", address, "--until", "no-machine")
        assert finished.status == 1
        assert finished.err.startswith("coldplug: ") and machine.socket_path in finished.err
        assert finished.err.count("\n") == 1
        # Who was there first is not disturbed.
        assert machine.connect().execute("query-version")
    (tmp_path / "file").touch()
    assert run("--qmp", f"unix:{tmp_path}/file", "--until", "no-machine").status == 1
    assert (tmp_path / "file").is_file()


def test_tcp_port_in_use() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        finished = run("--qmp", f"tcp:127.0.0.1:{port}", "--until", "no-machine")
        assert finished.status == 1 and str(port) in finished.err


def test_config_that_fails_leaves_nothing(tmp_path: Path) -> None:
    text = '{"machine": {"type": "virt"}, "connect": [{"from": "uart0:irq", "to": "plic:in[99]"}]}'
    (tmp_path / "board.json").write_text(text, "utf-8")
    with Emulator("--until", "no-machine") as machine:
        before = machine.monitor.execute("query-tree")
        machine.monitor.error("config-load", {"file": str(tmp_path / "board.json")})
        assert machine.monitor.state() == "no-machine"
        assert machine.monitor.execute("query-tree") == before


def test_failed_command_leaves_the_machine_as_it_was() -> None:
    with Emulator("-M", "virt", "--until", "machine-initialized") as machine:
        monitor = machine.monitor
        before = monitor.execute("query-tree")
        for command, arguments in (
            ("device_add", {"driver": "uart16550", "id": "u", "chardev": "nowhere"}),
            ("device_add", {"driver": "ram", "id": "m"}),
            ("map", {"region": "uart0:regs", "at": "0x80000000", "into": "bus"}),
            ("connect", {"from": "uart0:irq", "to": "plic:in[10]"}),
            ("device_del", {"id": "uart0"}),
            ("chardev-add", {"id": "c", "backend": {"type": "file", "data": {"out": "/no/way"}}}),
        ):
            monitor.error(command, arguments)
            assert monitor.execute("query-tree") == before, command
