# SPDX-License-Identifier: Apache-2.0
"""Bad input: a line that says where, what was found and what would do; exit status 1.

Nothing is half done.
"""

import re
import socket
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.emulator import Emulator, run
from tests.support.machines import place_of_node, shipped
from tests.support.qmp import Message

VIRT = ("-M", "virt")
FIRMWARE_NODE = place_of_node("virt", "firmware")
KNOWN_MACHINES = ", ".join(f"'{name}'" for name in shipped())


@dataclass(frozen=True)
class Case:
    """A command line that is refused, and the words."""

    name: str
    arguments: tuple[str, ...]
    says: str
    files: dict[str, bytes] = field(default_factory=dict)


def config(name: str, text: str, says: str, *arguments: str) -> Case:
    """Gives a case of a configuration file."""
    files = {"board.json": text.encode(errors="surrogateescape")}
    return Case(f"config-{name}", ("--config", "board.json", *arguments), says, files)


def script(name: str, text: str, says: str) -> Case:
    """Gives a case of a script."""
    return Case(f"script-{name}", ("--script", "board.qmp"), says, {"board.qmp": text.encode()})


COMMAND_LINE = [
    Case(
        "unknown-option",
        ("--machin", "virt"),
        "--machin: unknown option; did you mean '--machine'?",
    ),
    Case(
        "unknown-key",
        (*VIRT, "--map", "uart0:regs,att=1,into=bus"),
        (
            "--map: Parameter 'at' is missing\n--map: Parameter 'att' is unexpected; "
            "did you mean 'at'?"
        ),
    ),
    Case(
        "unknown-parameter",
        ("-M", "virt,memry=1G"),
        ("--machine: machine virt: virt has no parameter 'memry'; did you mean 'memory'?"),
    ),
    Case(
        "unknown-machine",
        ("-M", "virtt"),
        (
            "--machine: no machine 'virtt'; did you mean 'virt'?; "
            f"known are {KNOWN_MACHINES}, and paths of descriptions"
        ),
    ),
    Case(
        "unknown-type",
        (*VIRT, "--device", "uart16650,id=u"),
        "--device: no device type 'uart16650'; did you mean 'uart16550'?",
    ),
    Case(
        "unknown-property",
        (*VIRT, "--device", "uart16550,id=u,chardevv=x"),
        "--device: uart16550 has no property 'chardevv'; did you mean 'chardev'?",
    ),
    Case(
        "abstract-type",
        (*VIRT, "--device", "device,id=u"),
        "--device: 'device' is abstract: objects are of a type derived from it",
    ),
    Case(
        "backend-as-device",
        (*VIRT, "--device", "chardev-null,id=u"),
        "--device: 'chardev-null' is not a device type",
    ),
    Case(
        "unknown-phase",
        (*VIRT, "--until", "prelunch"),
        "--until: no phase 'prelunch'; did you mean 'prelaunch'?",
    ),
    Case(
        "unknown-accelerator",
        (*VIRT, "--accel", "jitt", "-S"),
        "--accel: no accelerator takes this machine; jitt: no accel type 'jitt'",
    ),
    Case(
        "missing-argument", (*VIRT, "--device", "uart16550"), "--device: Parameter 'id' is missing"
    ),
    Case(
        "missing-machine",
        ("--until", "running"),
        "--until: until-phase: machine-set comes first, and needs 'type'",
    ),
    Case("missing-value", ("--machine",), "--machine: needs a value"),
    Case(
        "wrong-type",
        (*VIRT, "--map", "uart0:regs,at=here,into=bus"),
        (
            "--map: Parameter 'at' is 'here'; it must be a size such as 4096, "
            "'0x1000', '4K' or '1G'"
        ),
    ),
    Case(
        "wrong-boolean",
        ("--object", "chardev-file,id=c,out=/dev/null,append=perhaps"),
        ("--object: Invalid parameter type for 'append', expected: boolean (on or off)"),
    ),
    Case(
        "property-out-of-range",
        (*VIRT, "--device", "uart16550,id=u,clock-frequency=0"),
        "--device: Parameter 'clock-frequency' is 0; it must be 1 to 1000000000 Hz",
    ),
    Case(
        "parameter-out-of-range",
        ("-M", "virt,cpus=9"),
        "--machine: machine virt: Parameter 'cpus' is 9; it must be 1 to 8",
    ),
    Case(
        "parameter-too-small",
        ("-M", "virt,memory=1K"),
        (
            "--machine: machine virt: Parameter 'memory' is 1024; it must be 2097152 "
            "to 68719476736"
        ),
    ),
    Case(
        "not-json",
        ("--device", "{'driver': 'ram'"),
        (
            "--device: 1:2: object key - invalid literal; last read: '{''; expected "
            "string literal"
        ),
    ),
    Case("word-without-option", ("virt",), "unexpected argument 'virt'"),
    Case(
        "explicit-phases",
        ("--explicit-phases", *VIRT, "--device", "uart16550,id=u"),
        (
            "--device: device_add: not in phase machine-created; it runs in "
            "machine-initialized and machine-ready (next: accel-set)"
        ),
    ),
]

IMAGES = [
    Case(
        "missing-firmware",
        ("-M", "virt,firmware=missing.elf"),
        (
            f"machine-init: {FIRMWARE_NODE} (nodes.firmware): cannot open "
            "'missing.elf': No such file or directory"
        ),
    ),
    Case(
        "truncated-elf-header",
        ("-M", "virt,firmware=short.elf"),
        (
            f"machine-init: {FIRMWARE_NODE} (nodes.firmware): firmware: "
            "cannot load 'short.elf': the ELF header is truncated"
        ),
        {"short.elf": b"\x7fELF\x02\x01\x01" + bytes(20)},
    ),
    Case(
        "elf-of-another-machine",
        ("-M", "virt,firmware=other.elf"),
        (
            f"machine-init: {FIRMWARE_NODE} (nodes.firmware): firmware: "
            "cannot load 'other.elf': it is for machine 62, not for 243"
        ),
        {"other.elf": b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00\x01" + bytes(59)},
    ),
    Case(
        "image-larger-than-memory",
        ("-M", "virt,memory=2M,firmware=big.bin"),
        (
            "machine-done: firmware: 'big.bin' does not fit: nothing is mapped at "
            "0x80200000 of bus"
        ),
        {},
    ),
    Case(
        "firmware-is-a-folder",
        ("-M", "virt,firmware=."),
        (f"machine-init: {FIRMWARE_NODE} (nodes.firmware): cannot open " "'.': not a regular file"),
    ),
]

BOARD = [
    Case(
        "duplicate-id",
        (*VIRT, "--device", "uart16550,id=uart0"),
        "--device: /machine already has a child 'uart0'",
    ),
    Case(
        "duplicate-backend",
        ("--object", "chardev-null,id=c", "--object", "chardev-null,id=c"),
        "--object: /objects already has a child 'c'",
    ),
    Case(
        "bad-id",
        (*VIRT, "--device", "uart16550,id=a/b"),
        (
            "--device: 'a/b' is not an object name: a letter, then letters, digits, "
            "'_', '.' and '-', then '[n]' for an element"
        ),
    ),
    Case(
        "unknown-parent",
        (*VIRT, "--device", "uart16550,id=u,parent=/machine/pci"),
        "--device: no object /machine/pci",
    ),
    Case(
        "unknown-link",
        (*VIRT, "--device", "uart16550,id=u,chardev=con"),
        "--device: u.chardev: no chardev 'con'",
    ),
    Case(
        "link-to-another-type",
        (*VIRT, "--device", "uart16550,id=u,chardev=plic"),
        "--device: u.chardev: /machine/plic is a plic, not a chardev",
    ),
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
        "--device: /objects/c is in use by /machine/uart0",
    ),
    Case(
        "overlapping-map",
        (*VIRT, "--device", "ram,id=more,size=4K", "--map", "more,at=0x80000000,into=bus"),
        (
            "--map: more:mem at 0x80000000..0x80000fff would overlap ram:mem at "
            "0x80000000..0x87ffffff in bus: give one of them another priority"
        ),
    ),
    Case(
        "unknown-region",
        (*VIRT, "--map", "uart0:registers,at=0,into=bus"),
        "--map: uart0 has no region 'registers'; it has regs",
    ),
    Case(
        "unknown-space",
        (*VIRT, "--device", "ram,id=m,size=4K", "--map", "m,at=0,into=buss"),
        "--map: no device 'buss'; did you mean 'bus'?",
    ),
    Case(
        "map-beyond-the-end",
        (*VIRT, "--device", "ram,id=m,size=4K", "--map", "m,at=0xfffffffffffff800,into=bus"),
        "--map: m:mem at 0xfffffffffffff800 reaches beyond 2^64",
    ),
    Case(
        "unknown-output",
        (*VIRT, "--connect", "uart0:irqq,to=plic:in[20]"),
        "--connect: uart0 has no output 'irqq'; it has irq",
    ),
    Case(
        "unknown-input",
        (*VIRT, "--connect", "uart0:irq,to=plic:inn[11]"),
        "--connect: plic has no input 'inn[11]'; it has in[0..94]",
    ),
    Case(
        "input-out-of-bounds",
        (*VIRT, "--connect", "uart0:irq,to=plic:in[96]"),
        "--connect: plic has no input 'in[96]'; it has in[0..94]",
    ),
    Case(
        "input-taken",
        (*VIRT, "--device", "uart16550,id=u", "--connect", "u:irq,to=plic:in[10]"),
        "--connect: plic:in[10] is already driven by uart0:irq; an or-gate joins several outputs",
    ),
    Case(
        "unknown-device",
        (*VIRT, "--connect", "uart7:irq,to=plic:in[20]"),
        "--connect: no device 'uart7'; did you mean 'uart0'?",
    ),
    Case(
        "chardev-cannot-be-opened",
        ("--object", "chardev-file,id=c,out=/nowhere/log.txt"),
        "--object: cannot open '/nowhere/log.txt': No such file or directory",
    ),
    Case(
        "monitor-in-a-missing-folder",
        ("--qmp", "unix:/nowhere/qmp.sock"),
        "--qmp: unix:/nowhere/qmp.sock: No such file or directory",
    ),
    Case(
        "monitor-of-another-kind",
        ("--qmp", "udp:1234"),
        ("--qmp: 'udp:1234' is no address; it must be unix:PATH, tcp:HOST:PORT, fd:NAME or stdio"),
    ),
    Case(
        "monitor-beyond-loopback",
        ("--qmp", "tcp:0.0.0.0:4444"),
        (
            "--qmp: tcp:0.0.0.0:4444: others can reach this address, and so control the "
            "program; choose one of this machine itself, such as 127.0.0.1, or say tls=FOLDER or "
            "insecure=on"
        ),
    ),
]

FILES = [
    Case(
        "config-missing",
        ("--config", "missing.json"),
        "--config: missing.json: No such file or directory",
    ),
    config(
        "syntax-error",
        '{\n  "machine": {\n    "type": "virt",,\n  }\n}\n',
        "board.json:3:20: object key - unexpected ','; expected string literal",
    ),
    config("not-an-object", "[]", "board.json:1:1: expected an object"),
    config(
        "unterminated",
        '{"machine": {"type": "virt"',
        "board.json:1:28: object - unexpected end of input; expected '}'",
    ),
    config(
        "unknown-section",
        '{"machin": {"type": "virt"}}',
        ("board.json:1:2: /machin: unknown section 'machin'; did you mean 'machine'?"),
    ),
    config(
        "unknown-member",
        '{"machine": {"type": "virt", "memry": "1G"}}',
        (
            "board.json:1:39: /machine/memry: machine virt: virt has no parameter 'memry'; "
            "did you mean 'memory'?"
        ),
    ),
    config(
        "missing-member",
        '{"machine": {"memory": "1G"}}',
        "board.json:1:13: /machine/type: Parameter 'type' is missing",
    ),
    config(
        "wrong-type",
        '{"machine": {"type": 7}}',
        ("board.json:1:22: /machine/type: Invalid parameter type for 'type', expected: string"),
    ),
    config(
        "section-of-another-kind",
        '{"devices": {"driver": "ram"}}',
        "board.json:1:13: /devices: expected a list",
    ),
    config(
        "out-of-range",
        '{"machine": {"type": "virt", "cpus": 9}}',
        (
            "board.json:1:38: /machine/cpus: machine virt: Parameter 'cpus' is 9; "
            "it must be 1 to 8"
        ),
    ),
    config(
        "all-parameters-at-once",
        '{"machine": {"type": "virt",\n  "cpus": 9,\n  "memry": "1G"}}',
        (
            "board.json:3:12: /machine/memry: machine virt: virt has no parameter 'memry'; "
            "did you mean 'memory'?\n"
            "board.json:2:11: /machine/cpus: machine virt: Parameter 'cpus' is 9; "
            "it must be 1 to 8"
        ),
    ),
    config(
        "no-utf8",
        '{"machine": {"type": "\udcff"}}',
        "board.json:1:23: invalid string: ill-formed UTF-8 byte; last read: '\"\\xff'",
    ),
    config(
        "extends-nothing",
        '{"extends": "none.json"}',
        "board.json:1:13: /extends: none.json: No such file or directory",
    ),
    config(
        "extends-itself",
        '{"extends": ["board.json"]}',
        "board.json:1:14: /extends/0: a cycle: board.json -> board.json",
    ),
    Case(
        "config-extends-in-a-circle",
        ("--config", "board.json"),
        "b.json:1:13: /extends: a cycle: board.json -> a.json -> b.json -> board.json",
        {
            "board.json": b'{"extends": "a.json"}',
            "a.json": b'{"extends": "b.json"}',
            "b.json": b'{"extends": "board.json"}',
        },
    ),
    config(
        "extends-a-number",
        '{"extends": 7}',
        "board.json:1:13: /extends: expected the path of a file",
    ),
    config(
        "variable-not-set",
        '{"machine": {"type": "${env:COLDPLUG_NO_SUCH}"}}',
        (
            "board.json:1:22: /machine/type: the environment has no variable 'COLDPLUG_NO_SUCH'; "
            "${env:COLDPLUG_NO_SUCH:-TEXT} has a default"
        ),
    ),
    config(
        "variable-misspelt",
        '{"machine": {"type": "${home}"}}',
        (
            "board.json:1:22: /machine/type: '${home}' does not have the form ${env:NAME}; "
            "a literal ${ is written $${"
        ),
    ),
    config(
        "duplicate-key",
        '{"machine": {"type": "virt"}, "machine": {"type": "none"}}',
        "board.json:1:39: duplicate member 'machine'",
    ),
    config(
        "late-failure",
        '{"machine": {"type": "virt"},\n "connect": [{"from": "uart0:irq", "to": "plic:in[99]"}]}',
        "board.json:2:14: /connect/0: plic has no input 'in[99]'; it has in[0..94]",
    ),
    script(
        "unknown-command",
        "machine-set type=virt\nmachine-sat\n",
        ("board.qmp:2: The command machine-sat has not been found; did you mean 'machine-set'?"),
    ),
    script(
        "unknown-argument",
        "machine-set type=virt memry=1G\n",
        ("board.qmp:1: machine virt: virt has no parameter 'memry'; did you mean 'memory'?"),
    ),
    script(
        "out-of-phase",
        "device_add driver=ram id=m size=4K\n",
        (
            "board.qmp:1: device_add: not in phase no-machine; it runs in "
            "machine-initialized and machine-ready (next: machine-set)"
        ),
    ),
    script("not-key-value", "machine-set virt\n", "board.qmp:1: expected key=value, found 'virt'"),
    Case(
        "missing-script",
        ("--script", "missing.qmp"),
        "--script: missing.qmp: No such file or directory",
    ),
]

CASES = COMMAND_LINE + IMAGES + BOARD + FILES


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_refused_in_one_line(case: Case, tmp_path: Path) -> None:
    for name, content in case.files.items():
        (tmp_path / name).write_bytes(content)
    with open(tmp_path / "big.bin", "wb") as big:
        big.truncate(3 << 20)
    finished = run(*case.arguments, cwd=tmp_path)
    assert finished.out == ""
    # A line for each fault.
    assert finished.err == "".join(f"coldplug: {line}\n" for line in case.says.splitlines())
    assert finished.status == 1


def test_truncated_segment_of_a_real_elf(tmp_path: Path) -> None:
    whole = Path("/usr/lib/riscv64-linux-gnu/opensbi/generic/fw_dynamic.elf").read_bytes()
    (tmp_path / "half.elf").write_bytes(whole[: len(whole) // 2])
    finished = run("-M", "virt,firmware=half.elf", "-S", cwd=tmp_path)
    assert finished.status == 1
    assert re.fullmatch(r"coldplug: .*half\.elf.*\n", finished.err), finished.err


def test_config_beyond_all_measure(tmp_path: Path) -> None:
    with open(tmp_path / "big.json", "wb") as big:
        big.truncate(100 << 20)
    finished = run("--config", "big.json", cwd=tmp_path)
    assert finished.err == "coldplug: --config: big.json: larger than 64 MiB\n"
    (tmp_path / "small.json").write_text('{"extends": "big.json"}', "utf-8")
    finished = run("--config", "small.json", cwd=tmp_path)
    assert finished.err == "coldplug: small.json:1:13: /extends: big.json: larger than 64 MiB\n"
    assert finished.status == 1


def test_socket_in_use(tmp_path: Path) -> None:
    with Emulator("--until", "no-machine") as machine:
        assert machine.monitor.state() == "no-machine"
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
        commands: tuple[tuple[str, Message], ...] = (
            ("device_add", {"driver": "uart16550", "id": "u", "chardev": "nowhere"}),
            ("device_add", {"driver": "ram", "id": "m"}),
            ("map", {"region": "uart0:regs", "at": "0x80000000", "into": "bus"}),
            ("connect", {"from": "uart0:irq", "to": "plic:in[10]"}),
            ("device_del", {"id": "uart0"}),
            ("chardev-add", {"id": "c", "backend": {"type": "file", "data": {"out": "/no/way"}}}),
        )
        for command, arguments in commands:
            monitor.error(command, arguments)
            assert monitor.execute("query-tree") == before, command
