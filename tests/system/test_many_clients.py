# SPDX-License-Identifier: Apache-2.0
"""Clients that are many, silent or gone."""

import json
import os
import resource
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Monitor

FILES = 48
NO_MACHINE = ("--until", "no-machine")


@contextmanager
def files_allowed(count: int) -> Iterator[None]:
    """Lets processes that are started meanwhile have so many files open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def resident_mib(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def test_thousand_clients_at_once() -> None:
    with files_allowed(4096), Emulator(*NO_MACHINE) as machine:
        before = len(machine.monitor.execute("query-monitors")[0]["clients"])
        clients = [machine.connect() for _ in range(1000)]
        for client in clients:
            client.send("query-status", id=1)
        assert all(client.read_reply()["id"] == 1 for client in clients)
        (listed,) = machine.monitor.execute("query-monitors")
        assert len(listed["clients"]) == before + 1000
        for client in clients:
            client.close()
        wait_clients(machine.monitor, before)


def wait_clients(monitor: Monitor, wanted: int) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while (count := len(monitor.execute("query-monitors")[0]["clients"])) != wanted:
        assert time.monotonic() < deadline, f"{count} clients, not {wanted}"
        time.sleep(0.005)


def test_more_clients_than_files() -> None:
    with files_allowed(FILES):
        emulator = Emulator(*NO_MACHINE)
    with emulator as machine:
        monitor = machine.monitor
        waiting = [socket.socket(socket.AF_UNIX) for _ in range(100)]
        for one in waiting:
            one.settimeout(TIMEOUT_S)
            one.connect(machine.socket_path)
        # Those that have no room wait, and the others are served.
        assert monitor.execute("query-status")
        assert waiting[0].recv(4096).startswith(b'{"QMP"')
        deadline = time.monotonic() + TIMEOUT_S
        while len(os.listdir(f"/proc/{machine.process.pid}/fd")) < FILES:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        assert monitor.execute("query-status")
        for one in waiting[:-1]:
            one.close()
        assert waiting[-1].recv(4096).startswith(b'{"QMP"')
        waiting[-1].close()
        assert monitor.execute("query-status")


@pytest.mark.parametrize("capabilities", [[], ["oob"]], ids=["plain", "oob"])
def test_client_that_reads_no_events(
    capabilities: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a sanitizer keeps of memory that has been freed is none of what the client costs.
    options = os.environ.get("ASAN_OPTIONS", "")
    monkeypatch.setenv(
        "ASAN_OPTIONS", f"{options}:quarantine_size_mb=1:thread_local_quarantine_size_kb=64"
    )
    arguments = ("-M", f"virt,firmware={guests.spinner()}", "--until", "prelaunch")
    with Emulator(*arguments) as machine:
        silent = machine.connect(negotiate=False)
        silent.execute("qmp_capabilities", {"enable": capabilities})
        reader = machine.monitor
        reader.execute("cont")
        reader.execute("stop")
        before = resident_mib(machine.process.pid)
        pair = b'{"execute": "cont"}{"execute": "stop"}'
        for _ in range(12):
            reader.send_bytes(pair * 250 + b'{"execute": "query-status", "id": 1}')
            while reader.read_reply().get("id") != 1:
                pass
            reader.events.clear()
        assert resident_mib(machine.process.pid) - before < 12
        # It is still there, and finds all that happened, in order.
        silent.send("query-status", id=2)
        seen = []
        while (message := silent.read()).get("id") != 2:
            seen.append(message["event"])
        assert [name for name in seen if name != "PHASE_CHANGED"] == ["RESUME", "STOP"] * 3001
        assert seen.count("PHASE_CHANGED") == 2 * 3001
        silent.close()


@pytest.mark.parametrize("capabilities", [[], ["oob"]], ids=["plain", "oob"])
def test_command_that_is_cut_off_does_nothing(capabilities: list[str]) -> None:
    command = json.dumps({"execute": "machine-set", "arguments": {"type": "virt"}}).encode()
    with Emulator(*NO_MACHINE) as machine:
        for length in range(1, len(command)):
            client = machine.connect(negotiate=False)
            client.execute("qmp_capabilities", {"enable": capabilities})
            client.send_bytes(command[:length])
            client.close()
        wait_clients(machine.monitor, 1)
        assert machine.monitor.state() == "no-machine"


@pytest.mark.parametrize("capabilities", [[], ["oob"]], ids=["plain", "oob"])
def test_command_of_a_client_that_is_gone_is_done(capabilities: list[str]) -> None:
    with Emulator(*NO_MACHINE) as machine:
        client = machine.connect(negotiate=False)
        client.execute("qmp_capabilities", {"enable": capabilities})
        client.send("machine-set", {"type": "virt"})
        client.close()
        machine.monitor.wait_state("machine-created")
        wait_clients(machine.monitor, 1)


def test_commands_of_all_clients_while_one_waits_on_the_io_thread() -> None:
    with Emulator(*NO_MACHINE) as machine:
        clients = [machine.connect(negotiate=False) for _ in range(8)]
        for client in clients:
            client.execute("qmp_capabilities", {"enable": ["oob"]})
        for round_number in range(20):
            for client in clients:
                client.send("query-qmp-schema", id="big")
                client.send("query-commands", id=round_number)
                client.send_bytes(b'{"exec-oob": "query-version", "id": "fast"}')
        for client in clients:
            replies = [client.read_reply() for _ in range(60)]
            assert all("return" in reply for reply in replies)
            ids = [reply["id"] for reply in replies]
            assert ids.count("fast") == 20
            in_band = [one for one in ids if one != "fast"]
            assert in_band == [one for number in range(20) for one in ("big", number)]
            client.close()
