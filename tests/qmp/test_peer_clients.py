# SPDX-License-Identifier: Apache-2.0
"""Clients that others wrote for QEMU, unchanged.

go-qemu is a package of Debian, QEMU's Python library is not: its tests are skipped where Python
does not find `qemu.qmp` (in QEMU's own tree it is below python/).
"""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulator import ROOT, Emulator, run, virt
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Message

GO_CLIENT = ROOT / "tests" / "support" / "go_client" / "main.go"
GO_PACKAGES = "/usr/share/gocode"


@pytest.fixture(name="version", scope="module")
def _version() -> Message:
    version: Message = json.loads(run("--query-version").out)["qemu"]
    return version


def test_go_qemu(version: Message, tmp_path: Path) -> None:
    program = tmp_path / "client"
    # Its packages lie where Debian puts them, without a module around them.
    setting = {"GO111MODULE": "off", "GOPATH": GO_PACKAGES, "GOCACHE": str(ROOT / "build" / "go")}
    build = ["go", "build", "-o", str(program), str(GO_CLIENT)]
    subprocess.run(build, env={**os.environ, **setting}, check=True)
    with Emulator(*virt(), "-S") as machine:
        machine.monitor.close()
        client = [str(program), machine.socket_path]
        told = json.loads(
            subprocess.run(client, capture_output=True, check=True, timeout=TIMEOUT_S).stdout
        )
    assert told.pop("commands")
    assert told == {
        "version": ".".join(str(version[part]) for part in ("major", "minor", "micro")),
        "capabilities": ["oob"],
        "status": ["StatusPreLaunch", "StatusRunning", "StatusPaused"],
        "events": ["RESUME", "STOP"],
        "error": "no device 'nobody'",
    }


def test_qemu_qmp(version: Message) -> None:
    qmp: Any = pytest.importorskip("qemu.qmp")

    async def talk(path: str) -> Message:
        client = qmp.QMPClient("test")
        await client.connect(path)
        with client.listener("RESUME") as resumed:
            await client.execute("cont")
            resume = await resumed.get()
        status = await client.execute("query-status")
        with pytest.raises(qmp.ExecuteError) as failed:
            await client.execute("device_del", {"id": "nobody"})
        schema = await client.execute("query-qmp-schema", oob=False)
        await client.disconnect()
        return {
            "greeting": client.greeting.QMP.version["qemu"],
            "event": resume["event"],
            "status": status["status"],
            "error": failed.value.error_class,
            "schema": len(schema),
        }

    with Emulator(*virt(), "-S") as machine:
        schema = machine.monitor.execute("query-qmp-schema")
        told = asyncio.run(talk(machine.socket_path))
    assert told == {
        "greeting": version,
        "event": "RESUME",
        "status": "running",
        "error": "DeviceNotFound",
        "schema": len(schema),
    }


def test_qmp_shell_of_qemu(version: Message) -> None:
    pytest.importorskip("qemu.qmp")
    lines = (
        "cont",
        "query-status",
        "object-add qom-type=chardev-null id=nowhere",
        "qom-get path=/machine/uart0 property=clock-frequency",
        "device_del id=nobody",
    )
    with Emulator(*virt(), "-S") as machine:
        machine.monitor.close()
        shell = [sys.executable, "-m", "qemu.qmp.qmp_shell", machine.socket_path]
        typed = "".join(f"{line}\n" for line in lines)
        said = subprocess.run(shell, input=typed, capture_output=True, text=True, check=True)
    assert f"Connected to QEMU {version['major']}.{version['minor']}" in said.stdout, said
    assert '"status": "running"' in said.stdout
    assert '{"return": 3686400}' in said.stdout
    assert "DeviceNotFound" in said.stdout
