# SPDX-License-Identifier: Apache-2.0
"""The generated Python client with the emulator: from no machine to one that runs."""

import asyncio
import importlib
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.backends import generate
from codegen.frontend import load
from tests.support import guests
from tests.support.emulator import PROGRAM, ROOT
from tests.support.patience import TIMEOUT_S

START = ("--until", "no-machine", "--qmp", "stdio")


@pytest.fixture(name="coldplug", scope="module")
def _coldplug(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client's package."""
    output = tmp_path_factory.mktemp("client")
    generate(load(ROOT / "schema" / "coldplug.json"), output, ["python-client"])
    sys.path.insert(0, str(output / "python"))
    yield importlib.import_module("coldplug_client")
    sys.path.remove(str(output / "python"))


def _spawn(coldplug: ModuleType, use: Callable[[Any], Awaitable[None]], **options: Any) -> None:
    async def run() -> None:
        async with await coldplug.Client.spawn(str(PROGRAM), *START, **options) as client:
            await asyncio.wait_for(use(client), TIMEOUT_S)
            await client.quit()

    asyncio.run(run())


def test_cold_plug(coldplug: ModuleType) -> None:
    objects, types = coldplug.objects, coldplug.types

    async def use(client: Any) -> None:
        await client.machine_set(type="virt", memory="64M")
        choice = await client.accel_set(accels=["none-such", "interp"])
        assert (choice.accel, choice.refused[0].accel) == ("interp", "none-such")
        await client.machine_init()
        uart = objects.Uart16550(clock_frequency=1000000)
        await client.device_add(driver=uart, id="uart1")
        await client.map(region="uart1:regs", at=0x10010000, into="bus")
        await client.connect(from_="uart1:irq", to="plic:in[20]")
        await client.machine_done()
        found = {node.name: node for node in (await client.query_tree(path="/machine")).children}
        assert found["uart1"].properties["clock-frequency"] == 1000000
        assert found["uart1"].properties["hotplugged"] is False
        assert found["uart1"].life is types.ObjectLife.REALIZED
        assert (await client.query_machine_phase()).state is types.VmPhase.PRELAUNCH

    _spawn(coldplug, use)


def test_wrong_phase(coldplug: ModuleType) -> None:
    async def use(client: Any) -> None:
        for client.check_phases in (False, True):
            with pytest.raises(coldplug.WrongPhaseError) as caught:
                await client.device_add(driver="uart16550", id="uart1")
            assert caught.value.phase == "no-machine"
            assert "machine-initialized" in caught.value.phases
            assert caught.value.next_step == ("" if client.check_phases else "machine-set")

    _spawn(coldplug, use)


def test_events(coldplug: ModuleType) -> None:
    events, causes = coldplug.events, coldplug.types.ShutdownCause

    async def use(client: Any) -> None:
        await client.until_phase(phase="no-machine")
        await client.machine_set(type="virt", firmware=str(guests.assemble("1: j 1b\n")))
        async with client.events() as happened:
            await client.until_phase(phase="running")
            await client.stop()
            await client.system_reset()
            heard = [await anext(happened) for _ in range(8)]
        moved = [event for event in heard if isinstance(event, events.PhaseChangedEvent)]
        assert [event.cause for event in moved] == [
            "accel-set",
            "machine-init",
            "machine-done",
            "cont",
            "stop",
        ]
        found = [event for event in heard if event not in moved]
        kinds = [events.ResumeEvent, events.StopEvent, events.ResetEvent]
        assert [type(event) for event in found] == kinds
        assert found[2].reason is causes.HOST_QMP_SYSTEM_RESET

    _spawn(coldplug, use)


def test_many_at_once_over_a_socket(coldplug: ModuleType, tmp_path: Path) -> None:
    async def use(client: Any) -> None:
        await client.monitor_add(listen=f"unix:{tmp_path}/second")
        async with await coldplug.Client.connect_unix(tmp_path / "second") as second:
            names = [item.name for item in await second.query_commands()]
            asked = [
                one.execute(name)
                for name in ("query-status", "query-version") * 50
                for one in (client, second)
            ]
            answers = await asyncio.gather(*asked)
        assert "device_add" in names
        assert ["status" in answer for answer in answers] == [True, True, False, False] * 50

    _spawn(coldplug, use)


def test_whole_introspection_is_understood(coldplug: ModuleType) -> None:
    async def use(client: Any) -> None:
        entities = await client.query_qmp_schema()
        commands = [item for item in entities if item.meta_type.value == "command"]
        phases = await client.query_phases()
        assert {item.name for item in commands} == {item.name for item in phases.commands}

    _spawn(coldplug, use)
