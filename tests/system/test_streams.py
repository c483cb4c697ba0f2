# SPDX-License-Identifier: Apache-2.0
"""Standard streams that are closed, full, or no longer read, and files that are none."""

import json
import os
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import PROGRAM, Emulator, run
from tests.support.patience import TIMEOUT_S

HELP = "--help"
ANSWER = "--query-qmp-schema"
PLAN = "-M virt --dry-run"
STEPS = "-M virt --explain"
FULL = "coldplug: standard output: No space left on device\n"
CLOSED = "coldplug: standard output: Bad file descriptor\n"


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """Runs a line of bash in which `$P` is the program."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; P={shlex.quote(str(PROGRAM))}; {line}"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


@pytest.mark.parametrize("options", [HELP, ANSWER, PLAN, STEPS])
def test_output_that_cannot_be_written_is_an_error(options: str) -> None:
    full = shell(f"$P {options} > /dev/full")
    assert (full.returncode, full.stderr) == (1, FULL)
    closed = shell(f"$P {options} >&-")
    assert (closed.returncode, closed.stderr) == (1, CLOSED)


@pytest.mark.parametrize("options", [HELP, f"{ANSWER} --output pretty", PLAN, STEPS])
def test_who_reads_the_beginning_only_hears_no_complaint(options: str) -> None:
    # Long enough for the pipe to be full.
    finished = shell(f"$P {options} | head -c 1 > /dev/null")
    assert finished.stderr == "" and finished.returncode in (0, 1)


@pytest.mark.parametrize("closing", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
def test_errors_that_nobody_can_read_are_errors(closing: str) -> None:
    assert shell(f"$P --bogus {closing}").returncode == 1
    assert shell(f"$P -M virt --until prelaunch {closing}").returncode == 0


def test_nothing_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = f"-M virt --object chardev-file,id=c,out={out} --until prelaunch"
    finished = shell(f"$P {options} >&- 2>&- <&-")
    assert finished.returncode == 0
    assert out.read_bytes() == b""


def test_errors_hold_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    script = tmp_path / "script.qmp"
    script.write_bytes(b"say\x1b[2J\x07\xff\n")
    finished = run("--until", "no-machine", "--script", str(script))
    assert finished.status == 1
    assert "The command say\\x1b[2J\\x07\\xff has not been found" in finished.err


@pytest.mark.parametrize("option", ["--config", "--script"])
def test_pipes_are_read_to_their_end(option: str) -> None:
    text = {"--config": '{"machine": "virt"}', "--script": "machine-set type=virt"}[option]
    writer = f"<(sleep 0.2; echo {shlex.quote(text)})"
    finished = shell(f"$P {option} {writer} --until machine-created --query-status")
    assert finished.returncode == 0, finished.stderr


def test_pipe_without_a_reader_is_no_journal(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    finished = run("--journal", str(pipe), "--until", "no-machine")
    assert (finished.status, finished.err) == (
        1,
        f"coldplug: --journal: {pipe}: No such device or address\n",
    )


def test_a_signal_ends_the_wait_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = [str(PROGRAM), "--config", str(pipe)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        assert "Interrupted system call" in process.stderr.read()
        assert process.wait(TIMEOUT_S) == 1


def test_a_pipe_that_brings_nothing_does_not_hold_up_a_monitor_for_good(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with Emulator("--until", "no-machine") as machine:
        error = machine.monitor.error("config-load", {"file": str(pipe)})
        assert error.desc == f"{pipe}: is a pipe, and nothing came through it for 10 s"
        assert machine.monitor.state() == "no-machine"


@pytest.mark.parametrize("capabilities", [[], ["oob"]], ids=["plain", "oob"])
def test_who_no_longer_listens_is_still_obeyed(capabilities: list[str]) -> None:
    # The guest goes on for ever, and the program with it, unless the last command is done.
    arguments = ["--qmp", "stdio", "-M", f"virt,firmware={guests.spinner()}"]
    enable = {"execute": "qmp_capabilities", "arguments": {"enable": capabilities}}
    with subprocess.Popen(
        [str(PROGRAM), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout
        assert process.stdout.readline().startswith(b'{"QMP"')
        process.stdin.write(json.dumps(enable).encode() + b'{"execute": "query-status"}' * 500)
        process.stdin.flush()
        assert process.stdout.readline().strip()
        process.stdout.close()
        process.stdin.write(b'{"execute": "query-status"}' * 500 + b'{"execute": "quit"}')
        process.stdin.close()
        try:
            assert process.wait(timeout=TIMEOUT_S) == 0
        finally:
            process.kill()


def test_signals_at_the_start_end_it(tmp_path: Path) -> None:
    listen = f"unix:{tmp_path / 'qmp.sock'}"
    for delay_ms in range(0, 30, 2):
        words = [str(PROGRAM), "-M", "virt", "--qmp", listen]
        with subprocess.Popen(words, stderr=subprocess.PIPE) as process:
            time.sleep(delay_ms / 1000)
            process.terminate()
            # By the signal itself, as long as nothing has begun.
            assert process.wait(TIMEOUT_S) in (0, -signal.SIGTERM)
        (tmp_path / "qmp.sock").unlink(missing_ok=True)


def test_policy_for_what_may_change() -> None:
    options = ("-M", "virt", "--until", "accel-created", "--x-exit-preconfig")
    finished = run("--compat", "unstable-input=reject", *options)
    assert finished.status == 1
    assert (
        "The command x-exit-preconfig is unstable, and unstable input is rejected" in finished.err
    )
    with Emulator("-M", "virt", "--until", "accel-created") as machine:
        monitor = machine.monitor
        monitor.execute("set-compat", {"unstable-input": "reject", "deprecated-output": "hide"})
        assert monitor.error("x-exit-preconfig").error_class == "CommandNotFound"
        config = json.dumps(monitor.execute("query-config")["config"])
        assert '"unstable-input": "reject"' in config
        monitor.execute("set-compat", {})
        monitor.execute("x-exit-preconfig")
