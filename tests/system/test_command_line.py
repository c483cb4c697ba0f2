# SPDX-License-Identifier: Apache-2.0
"""What the command line says of itself: --explain, --dry-run, --output and help."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulator import PROGRAM, run
from tests.support.machines import shipped


def explained(*arguments: str) -> list[dict[str, Any]]:
    """Gives what each option became."""
    finished = run(*arguments, "--explain")
    assert (finished.status, finished.err) == (0, "")
    return [json.loads(line) for line in finished.out.splitlines()]


def test_explain_shows_commands_and_the_way_between_them() -> None:
    steps = explained("-M", "virt,cpus=2", "--device", "uart16550,id=u", "--until", "prelaunch")
    assert [step["execute"] for step in steps] == [
        *("machine-set", "accel-set", "machine-init", "device_add", "until-phase", "machine-done")
    ]
    assert steps[0]["arguments"] == {"type": "virt", "cpus": 2}
    assert (steps[0]["phase"], steps[0]["leads-to"]) == ("no-machine", "machine-created")
    assert steps[1]["walks-for"] == "device_add"
    assert "walks-for" not in steps[3]
    assert steps[3]["runs-in"][0] == "machine-initialized"


def test_explain_reads_config_files_and_scripts(tmp_path: Path) -> None:
    config = tmp_path / "board.json"
    config.write_text('{"devices": [{"driver": "uart16550", "id": "u"}], "machine": "virt"}')
    steps = explained("--config", str(config), "--until", "machine-initialized")
    assert [step["execute"] for step in steps] == [
        *("config-load", "machine-set", "accel-set", "machine-init", "device_add", "until-phase")
    ]
    assert steps[1]["option"].startswith(f"{config}:1:")


def test_explain_tells_all_faults() -> None:
    finished = run("-M", "virt", "--map", "x=1", "--machine-set", "virt", "--explain")
    assert finished.status == 1
    assert "--map: Parameter 'x' is unexpected" in finished.err
    assert "--machine: machine-set: not in phase machine-created" in finished.err


def test_dry_run_shows_the_plan_and_creates_nothing(tmp_path: Path) -> None:
    listener = tmp_path / "serial.sock"
    monitor = tmp_path / "qmp.sock"
    options = ("-serial", f"unix:{listener},server=on,wait=off", "--qmp", f"unix:{monitor}")
    finished = run("-M", "virt", *options, "--dry-run")
    assert (finished.status, finished.err) == (0, "")
    plan = json.loads(finished.out)
    ids = [step["arguments"].get("id") for step in plan if step["execute"] == "device_add"]
    assert {"ram", "cpus", "uart0"} <= set(ids)
    assert not listener.exists() and not monitor.exists()


def test_dry_run_tells_all_faults() -> None:
    finished = run("-M", "virt,cpus=99", "--map", "region=x", "--until", "runing", "--dry-run")
    assert (finished.status, finished.out) == (1, "")
    for fault in (
        "it must be 1 to 8",
        "--map: Parameter 'at' is missing",
        "did you mean 'running'",
    ):
        assert fault in finished.err


def test_dry_run_tries_everything_out_on_a_draft(tmp_path: Path) -> None:
    options = (
        *("-M", "virt", "--object", f"chardev-file,id=con,out={tmp_path / 'out'}"),
        *("--device", "uart16550,id=a,clock-frequency=0"),
        *("--device", "uart16550,id=b,chardev=nobody"),
        *("--device", "uart16550,id=c,chardev=con"),
        *("--object", "chardev-null,id=con"),
        *("--map", "region=c:regs,at=0x10000000,into=bus"),
        *("--map", "region=c:regs,at=0x10010000,into=bus"),
        *("--connect", "from=c:irq,to=plic:in[95]"),
        *("--qom-set", "path=/machine/c,property=clock,value=1"),
    )
    finished = run(*options, "--dry-run")
    assert (finished.status, finished.out) == (1, "")
    faults = finished.err.splitlines()
    expected = (
        "--device: Parameter 'clock-frequency' is 0; it must be 1 to 1000000000 Hz",
        "--device: b.chardev: ",
        "--object: ",
        "--map: ",
        "--connect: plic has no input 'in[95]'; it has in[0..94]",
        "--qom-set: uart16550 has no property 'clock'",
    )
    assert len(faults) == len(expected), finished.err
    for fault, beginning in zip(faults, expected):
        assert fault.startswith(f"coldplug: {beginning}"), fault
    assert not (tmp_path / "out").exists()


def test_dry_run_finds_nothing_wrong_with_what_runs(tmp_path: Path) -> None:
    options = (
        *(
            "-M",
            "virt,cpus=2,serial=con",
            "--object",
            f"chardev-file,id=con,out={tmp_path / 'out'}",
        ),
        *("--device", "uart16550,id=u", "--map", "region=u:regs,at=0x10010000,into=bus"),
        *("--connect", "from=u:irq,to=plic:in[20]", "--disconnect", "from=u:irq,to=plic:in[20]"),
        *("--unmap", "region=u:regs,at=0x10010000,into=bus", "--device-del", "u"),
        *("--until", "prelaunch"),
    )
    tried = run(*options, "--dry-run")
    assert (tried.status, tried.err) == (0, "")
    assert not (tmp_path / "out").exists()
    assert run(*options).status == 0


def test_answers_in_yaml_are_the_answers() -> None:
    yaml = pytest.importorskip("yaml")
    for query in ("--query-machines", "--query-phases", "--query-qmp-schema"):
        answer = json.loads(run(query).out)
        assert yaml.safe_load(run(query, "--output", "yaml").out) == answer
        assert json.loads(run(query, "--output", "pretty").out) == answer


def test_answers_as_a_table() -> None:
    lines = run("--query-machines", "--output", "table").out.splitlines()
    assert lines[0].split() == ["name", "doc", "params"]
    assert [line.split()[0] for line in lines[1:]] == shipped()


def test_a_machine_describes_its_parameters() -> None:
    assert "virt  " in run("-M", "help").out
    shown = run("-M", "virt,help")
    assert shown.status == 0
    assert "int, 1 to 8, default 1" in shown.out
    assert "did you mean 'virt'?" in run("-M", "vrit,help").err


@pytest.mark.parametrize("text", ["type=virt\ncpus=2\n", '{"type": "virt", "cpus": 2}'])
def test_arguments_come_from_a_file_or_from_standard_input(text: str, tmp_path: Path) -> None:
    (tmp_path / "machine").write_text(text)
    for argument in ("-", f"@{tmp_path / 'machine'}"):
        words = [str(PROGRAM), "-M", argument, "--explain", "-S"]
        finished = subprocess.run(words, input=text, capture_output=True, text=True, check=True)
        first = json.loads(finished.stdout.splitlines()[0])
        assert first["arguments"] == {"type": "virt", "cpus": 2}


QEMU = {
    "any-order": (
        ("-kernel", "k", "-m", "256", "-M", "virt", "-append", "a,b", "-smp", "cpus=2"),
        {"type": "virt", "kernel": "k", "memory": "256M", "append": "a,b", "cpus": 2},
    ),
    "size": (("-machine", "virt", "-m", "size=1G"), {"type": "virt", "memory": "1G"}),
    "no-firmware": (("-M", "virt", "-bios", "none"), {"type": "virt"}),
    "firmware": (("-M", "virt", "-bios", "f"), {"type": "virt", "firmware": "f"}),
    "nographic": (("-nographic", "-M", "virt"), {"type": "virt", "serial": "serial0"}),
    "serial": (("-M", "virt", "-serial", "chardev:c"), {"type": "virt", "serial": "c"}),
}


@pytest.mark.parametrize("options, machine", QEMU.values(), ids=QEMU)
def test_options_of_qemu_make_one_machine(
    options: tuple[str, ...], machine: dict[str, object]
) -> None:
    steps = [step for step in explained(*options) if step["execute"] == "machine-set"]
    assert len(steps) == 1
    assert steps[0]["arguments"] == machine


BACKENDS: dict[str, dict[str, Any]] = {
    "serial stdio": {"qom-type": "chardev-stdio", "id": "serial0"},
    "serial null": {"qom-type": "chardev-null", "id": "serial0"},
    "serial file:x": {"qom-type": "chardev-file", "id": "serial0", "out": "x"},
    "chardev stdio,id=c,signal=off": {"qom-type": "chardev-stdio", "id": "c", "signal": False},
    "serial pty": {"qom-type": "chardev-pty", "id": "serial0"},
    "chardev stdio,id=c,mux=on,logfile=l": {
        "qom-type": "chardev-stdio",
        "id": "c",
        "signal": True,
        "mux": True,
        "logfile": "l",
    },
    "chardev null,id=c": {"qom-type": "chardev-null", "id": "c"},
    "chardev pty,id=c": {"qom-type": "chardev-pty", "id": "c"},
    "chardev ringbuf,id=c,size=4k": {"qom-type": "chardev-ringbuf", "id": "c", "size": "4k"},
    "chardev udp,id=c,port=1": {
        "qom-type": "chardev-udp",
        "id": "c",
        "remote": {"type": "inet", "data": {"host": "localhost", "port": "1"}},
    },
    "chardev file,id=c,path=x": {"qom-type": "chardev-file", "id": "c", "out": "x"},
    "chardev socket,id=c,path=x,server,nowait": {
        "qom-type": "chardev-socket",
        "id": "c",
        "server": True,
        "addr": {"type": "unix", "data": {"path": "x"}},
    },
    "chardev socket,id=c,host=h,port=1": {
        "qom-type": "chardev-socket",
        "id": "c",
        "server": False,
        "addr": {"type": "inet", "data": {"host": "h", "port": "1"}},
    },
}


@pytest.mark.parametrize("option", BACKENDS)
def test_options_of_qemu_make_backends(option: str) -> None:
    name, _, value = option.partition(" ")
    steps = [
        step
        for step in explained("-M", "virt", f"-{name}", value)
        if step["execute"] == "object-add"
    ]
    assert [step["arguments"] for step in steps] == [BACKENDS[option]]


NETWORKS_AND_DISKS: dict[str, dict[str, Any]] = {
    "netdev user,id=n": {"type": "user", "id": "n"},
    "netdev user,id=n,hostfwd=tcp::2222-:22,net=10.1.0.0/24,hostfwd=udp::53-:53": {
        "type": "user",
        "id": "n",
        "net": "10.1.0.0/24",
        "hostfwd": [{"str": "tcp::2222-:22"}, {"str": "udp::53-:53"}],
    },
    "netdev tap,id=n,ifname=tap0,script=no,downscript=no": {
        "type": "tap",
        "id": "n",
        "ifname": "tap0",
    },
    "-netdev stream,id=n,server=on,addr.type=unix,addr.path=x": {
        "type": "stream",
        "id": "n",
        "server": True,
        "addr": {"type": "unix", "path": "x"},
    },
    "blockdev driver=file,node-name=d,filename=x,cache.direct=on": {
        "driver": "file",
        "node-name": "d",
        "filename": "x",
        "cache": {"direct": True},
    },
    "drive if=none,id=d,file=x,format=raw,readonly=on": {
        "driver": "raw",
        "node-name": "d",
        "read-only": True,
        "file": {"driver": "file", "filename": "x"},
    },
}


@pytest.mark.parametrize("option", NETWORKS_AND_DISKS)
def test_options_of_qemu_make_networks_and_disks(option: str) -> None:
    name, _, value = option.partition(" ")
    steps = [
        step
        for step in explained("-M", "virt", f"-{name}", value)
        if step["execute"] in ("netdev_add", "blockdev-add")
    ]
    assert [step["arguments"] for step in steps] == [NETWORKS_AND_DISKS[option]]


REFUSED = {
    "-monitor stdio": "tools/qmp-shell",
    "-netdev user,id=n,smb=/x": "smb is not taken: no files are shared; give tftp=FOLDER",
    "-netdev socket,id=n,listen=:1": "give --netdev stream,id=ID,server=on",
    "-netdev l2tpv3,id=n": "with two dashes stream, dgram, vhost-user and null",
    "-netdev vhost-user,id=n,chardev=c": "--netdev vhost-user,id=ID,addr.type=unix,addr.path=FILE",
    "-netdev tap,id=n,script=/x": "script can only be no, not '/x'",
    "-drive file=x,id=d,if=none": "needs format=raw",
    "-drive file=x,id=d,format=raw,if=virtio": "if can only be none, not 'virtio'",
    "-gdb tty:1": "gdb cannot be served at",
    "-m 1G,slots=2": "slots is not taken",
    "-smp 2,cores=2": "cores is not taken",
    "-serial mon:stdio": "-serial stdio, and --qmp",
    "-serial vc": "there are none, null, stdio, pty",
    "-qmp unix:x": "needs server=on; needs wait=off",
    "-chardev vc,id=c": "there are null, stdio, file, pty, udp, ringbuf and socket",
}


@pytest.mark.parametrize("option", REFUSED)
def test_what_is_not_there_is_refused_with_what_would_do(option: str) -> None:
    finished = run("-M", "virt", *option.split(" "), "--dry-run")
    assert finished.status == 1
    assert REFUSED[option] in finished.err


def on_a_terminal(*arguments: str, columns: int = 80, term: str = "", **environment: str) -> str:
    """Gives what a person sees of a run to its end."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
    words = [str(PROGRAM), *arguments]
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        words, stdin=slave, stdout=slave, stderr=slave, env=known | {"TERM": term} | environment
    ) as process:
        os.close(slave)
        shown = b""
        try:
            while piece := os.read(master, 65536):
                shown += piece
        except OSError:
            pass  # the other end is closed
        process.wait()
    os.close(master)
    return shown.decode().replace("\r\n", "\n")


def test_a_start_is_summarized_on_a_terminal_only() -> None:
    options = ("-M", "virt,cpus=2", "--until", "machine-initialized")
    shown = on_a_terminal(*options)
    for line in (
        "machine:     virt\n",
        "accelerator: interp\n",
        "by default:  accel-set, machine-init\n",
        "phase:       machine-initialized\n",
    ):
        assert line in shown
    assert "accelerator" not in run(*options).err


def test_answers_are_indented_on_a_terminal() -> None:
    shown = on_a_terminal("--query-machines")
    assert "\n    " in shown and "phase:" not in shown
    assert "\n    " not in run("--query-machines").out


ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize(
    "options",
    [
        "--help",
        "--device help",
        "-M virt,help",
        "--bogus",
        "--query-machines --output table",
        "-M virt --until machine-initialized",
    ],
)
def test_colours_are_for_terminals_and_change_nothing_else(options: str) -> None:
    words = options.split()
    colored = on_a_terminal(*words, term="xterm")
    plain = on_a_terminal(*words, term="xterm", NO_COLOR="1")
    assert ESCAPE.search(colored) and "\x1b" not in plain
    assert ESCAPE.sub("", colored) == plain
    assert "\x1b" not in on_a_terminal(*words, term="dumb")
    assert "\x1b" not in on_a_terminal(*words, "--color", "never", term="xterm")
    finished = run(*words)
    assert "\x1b" not in finished.out + finished.err
    finished = run(*words, "--color=always")
    if "until" not in options:  # The summary is for whoever sits at a terminal.
        assert "\x1b" in finished.out + finished.err


@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize("options", ["--help", "--help devices", "--device uart16550,help"])
def test_help_is_as_wide_as_the_terminal(options: str, columns: int) -> None:
    lines = on_a_terminal(*options.split(), columns=columns).splitlines()
    assert columns - 10 < max(map(len, lines)) <= columns


def test_options_of_qemu_are_shown_as_they_are_written() -> None:
    shown = run("--help").out
    assert "\n  -chardev <KIND,id=ID>" in shown and "\n  --chardev key=value" in shown


def test_what_can_be_chosen_from_is_told() -> None:
    for words, message in (
        (
            ("--device", "uart1655,help"),
            "--device: no driver 'uart1655'; did you mean 'uart16550'?",
        ),
        (
            ("-M", "vrit,help"),
            f"--machine: no type 'vrit'; did you mean 'virt'? There are {', '.join(shipped())}",
        ),
        (
            ("--help", "device"),
            "--help: no group 'device'; did you mean 'Devices'? There are Startup",
        ),
        (("--color", "sometimes"), "--color: no mode 'sometimes'; there are auto, always, never"),
    ):
        finished = run(*words)
        assert (finished.status, finished.out) == (1, "")
        assert finished.err.startswith(f"coldplug: {message}")


def test_few_shared_libraries_hold_up_its_start() -> None:
    # That of C++ alone, or fmt's, which brings it along, is half of the time until it has started.
    listing = subprocess.run(
        ["readelf", "-d", str(PROGRAM)], capture_output=True, text=True, check=True
    ).stdout
    needed = set(re.findall(r"\(NEEDED\).*\[(.*?)\.so", listing))
    assert "libc" in needed
    assert needed <= {"libc", "libm", "ld-linux-x86-64", "libgcc_s"}
