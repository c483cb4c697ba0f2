# SPDX-License-Identifier: Apache-2.0
"""Tests of generated Python clients: their types, their values, and talks with a server."""

import asyncio
import dataclasses
import importlib
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.backends import generate
from codegen.frontend import load
from tests.codegen.support import EVERYTHING, TESTS, schema_of

SCHEMAS = {"kiln": EVERYTHING, "coldplug": TESTS.parent / "schema" / "coldplug.json"}
GREETING: dict[str, Any] = {"QMP": {"version": {}, "capabilities": []}}
STAMP = {"seconds": 12, "microseconds": 500000}
Message = dict[str, Any]
Answer = Callable[[Message], list[Message]]


@pytest.fixture(name="packages", scope="module")
def _packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the packages of both schemas; they can be imported."""
    output = tmp_path_factory.mktemp("clients")
    for path in SCHEMAS.values():
        generate(load(path), output, ["python-client"])
    sys.path.insert(0, str(output / "python"))
    yield output / "python"
    sys.path.remove(str(output / "python"))


@pytest.fixture(name="kiln", scope="module")
def _kiln(packages: Path) -> ModuleType:
    assert packages.is_dir()
    return importlib.import_module("kiln_client")


def test_names_of_the_client_can_be_values_of_the_schema(tmp_path: Path) -> None:
    text = """
{ 'pragma': { 'program': 'names' } }
##
# @Name:
#
# One of EVENTS.
##
{ 'enum': 'Name', 'data': [ 'events', 'unset', 'event' ] }
##
# @NAMED:
##
{ 'event': 'NAMED', 'data': { 'name': 'Name' } }
"""
    generate(schema_of(tmp_path, text), tmp_path, ["python-client"])
    script = "import names_client; print(names_client.types.Name('events').name)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path / "python",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("EVENTS\n", "")


@pytest.mark.parametrize("program", SCHEMAS)
def test_package_passes_mypy_strict(program: str, packages: Path) -> None:
    command = ["mypy", "--strict", "--cache-dir", str(packages / ".cache"), f"{program}_client"]
    result = subprocess.run(command, cwd=packages, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("program", SCHEMAS)
@pytest.mark.parametrize("formatter", ["black", "isort --profile=black"])
def test_package_is_formatted(formatter: str, program: str, packages: Path) -> None:
    command = [*formatter.split(), "--check", "--diff", "-q", "-l", "100", f"{program}_client"]
    result = subprocess.run(command, cwd=packages, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


WRONG_USES = """
from kiln_client import Client, types

async def use(client: Client) -> None:
    await client.load(material="clay", pieces=3)
    await client.load(material=types.Material.CLAY)
    await client.load(types.Material.CLAY, 3)
    await client.set_fuel(types.FuelGas(logs=1))
    status: int = await client.query_status()
"""


def test_type_checker_finds_wrong_uses(packages: Path) -> None:
    (packages / "wrong.py").write_text(WRONG_USES, encoding="utf-8")
    command = ["mypy", "--strict", "--cache-dir", str(packages / ".cache"), "wrong.py"]
    result = subprocess.run(command, cwd=packages, capture_output=True, text=True, check=False)
    lines = {line.split(":")[1] for line in result.stdout.splitlines() if ": error:" in line}
    assert lines == {"5", "6", "7", "8", "9"}, result.stdout


def _values_of(shape: Any, wire: Any) -> st.SearchStrategy[Any]:
    """Random values of a type, from its annotation."""
    origin, parts = get_origin(shape), get_args(shape)
    if origin is Annotated:
        mark = parts[1]
        is_union = isinstance(mark, wire.Tagged)
        return _values_of(parts[0], wire) if is_union else st.integers(mark.low, mark.high)
    if origin is Literal:
        return st.just(parts[0])
    if origin is Sequence:
        return st.lists(_values_of(parts[0], wire), max_size=3).map(tuple)
    if parts:
        return st.one_of([_values_of(part, wire) for part in parts if part is not wire.Unset])
    return _deferred(shape, wire) if dataclasses.is_dataclass(shape) else _plain_values_of(shape)


def _plain_values_of(shape: Any) -> st.SearchStrategy[Any]:
    if shape is Any:
        return st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)
    if shape is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    return st.from_type(shape)


@cache
def _deferred(kind: Any, wire: Any) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: _instances(kind, wire))


@cache
def _instances(kind: Any, wire: Any) -> st.SearchStrategy[Any]:
    """The same strategy each time, so that hypothesis sees where types contain themselves."""
    fields = {}
    for member in wire.members_of(kind):
        values = _values_of(member.shape, wire)
        is_optional = member.default is None or member.default is wire.UNSET
        fields[member.field] = st.just(member.default) | values if is_optional else values
    return st.builds(kind, **fields)


def _classes(package: str) -> list[Any]:
    modules = [importlib.import_module(f"{package}.{name}") for name in ("types", "objects")]
    found = [(module.__name__, item) for module in modules for item in vars(module).values()]
    kinds = [pair for pair in found if isinstance(pair[1], type) and pair[1].__module__ == pair[0]]
    return [kind for _, kind in kinds if dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("program", SCHEMAS)
@pytest.mark.usefixtures("packages")
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_values_survive_the_wire(program: str, data: st.DataObject) -> None:
    wire = importlib.import_module(f"{program}_client.wire")
    kind = data.draw(st.sampled_from(_classes(f"{program}_client")))
    value = data.draw(_instances(kind, wire))
    text = json.dumps(wire.encode(kind, value))
    assert wire.decode(kind, json.loads(text)) == value


def test_unions_are_told_apart_by_their_tag(kiln: ModuleType) -> None:
    wire = importlib.import_module("kiln_client.wire")
    types = kiln.types
    wood = wire.decode(types.Fuel, {"kind": "wood", "logs": 3, "material": "2nd-firing"})
    assert wood == types.FuelWood(logs=3, material=types.Material.N2ND_FIRING)
    assert wire.encode(types.Fuel, types.FuelSun(price=2)) == {"kind": "sun", "price": 2}


def test_null_differs_from_nothing(kiln: ModuleType) -> None:
    wire = importlib.import_module("kiln_client.wire")
    curve = {"name": "x", "points": [], "author": "me"}
    absent = wire.decode(kiln.types.DetailedCurve, curve)
    present = wire.decode(kiln.types.DetailedCurve, curve | {"nothing": None, "notes": None})
    assert absent.nothing is kiln.UNSET and present.nothing is None
    assert "nothing" not in wire.encode_members(absent)
    assert wire.encode_members(present)["notes"] is None


@pytest.mark.parametrize(
    "name, value, message",
    [
        ("LoadInfo", {}, "value: member 'pieces' is missing"),
        ("LoadInfo", {"pieces": -1}, "pieces: -1 is not within 0 and 65535"),
        ("LoadInfo", {"pieces": True}, "pieces: expected int, found True"),
        ("Point", {"celsius": "hot", "minute": 1}, "celsius: expected float, found 'hot'"),
        ("Fuel", {}, "value: member 'kind' is missing"),
        ("Fuel", {"kind": "coal"}, "kind: expected one of gas, wood, sun, found 'coal'"),
        ("Curve", {"name": "x", "points": [1]}, "points[0]: expected Point, found 1"),
        ("CurveRef", 3, "value: expected Curve or str or a sequence of str or null, found 3"),
        (
            "FuelWood",
            {"kind": "wood", "logs": 1, "material": "iron"},
            "material: expected Material (clay, glass, 2nd-firing, lead, default), found 'iron'",
        ),
    ],
)
def test_errors_name_the_place(name: str, value: Any, message: str, kiln: ModuleType) -> None:
    wire = importlib.import_module("kiln_client.wire")
    with pytest.raises(kiln.DecodeError) as caught:
        wire.decode(getattr(kiln.types, name), value)
    assert str(caught.value).startswith(message)


@asynccontextmanager
async def _serving(answer: Answer, path: Path) -> AsyncIterator[list[Message]]:
    """A server on a Unix socket; yields what it receives."""
    received: list[Message] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(json.dumps(GREETING).encode() + b"\n")
        while line := await reader.readline():
            message = json.loads(line)
            received.append(message)
            is_first = message["execute"] == "qmp_capabilities"
            replies = [{"return": {}, "id": message["id"]}] if is_first else answer(message)
            writer.writelines(json.dumps(reply).encode() + b"\n" for reply in replies)
        writer.close()

    server = await asyncio.start_unix_server(talk, path)
    async with server:
        yield received


def _talk(
    kiln: ModuleType,
    answer: Answer,
    path: Path,
    use: Callable[[Any, list[Message]], Awaitable[None]],
    **options: Any,
) -> None:
    """Lets `use` talk with a server that answers by `answer`."""

    async def run() -> None:
        async with _serving(answer, path / "socket") as received:
            async with await kiln.Client.connect_unix(path / "socket", **options) as client:
                await asyncio.wait_for(use(client, received), 20)

    asyncio.run(run())


def test_answers_find_who_asked(kiln: ModuleType, tmp_path: Path) -> None:
    held: list[Message] = []

    def answer(message: Message) -> list[Message]:
        """Answers when all have asked, the last first."""
        pieces = message["arguments"]["pieces"]
        held.insert(0, {"return": {"pieces": pieces}, "id": message["id"]})
        return held if len(held) == 50 else []

    async def use(client: Any, received: list[Message]) -> None:
        clay = kiln.types.Material.CLAY
        loads = [client.load(material=clay, pieces=number) for number in range(50)]
        answers = await asyncio.gather(*loads)
        assert [item.pieces for item in answers] == list(range(50))
        assert received[1]["arguments"] == {"material": "clay", "pieces": 0, "labels": []}
        assert len({message["id"] for message in received}) == 51

    _talk(kiln, answer, tmp_path, use)


def test_events_reach_all_streams_that_want_them(kiln: ModuleType, tmp_path: Path) -> None:
    def answer(message: Message) -> list[Message]:
        return [
            {"event": "READY", "timestamp": STAMP, "data": {"celsius": 20}},
            {"event": "FUEL_CHANGED", "timestamp": STAMP, "data": {"kind": "gas"}},
            {"event": "STRANGE", "timestamp": STAMP, "data": {"x": 1}},
            {"return": {}, "id": message["id"]},
        ]

    async def use(client: Any, _: list[Message]) -> None:
        fuels = client.events(kiln.events.FuelChangedEvent)
        async with client.events() as everything:
            await client.unload()
            found = [await anext(everything) for _ in range(3)]
        assert [event async for event in everything] == []
        assert found[0] == kiln.events.ReadyEvent(timestamp=12.5, celsius=20.0)
        assert found[2] == kiln.UnknownEvent(timestamp=12.5, event="STRANGE", data={"x": 1})
        assert (await anext(fuels)).data == kiln.types.FuelGas(pressure=20)
        await client.close()
        assert [event async for event in fuels] == []

    _talk(kiln, answer, tmp_path, use)


def test_errors_of_the_server_have_classes(kiln: ModuleType, tmp_path: Path) -> None:
    errors = {
        "unload": ("CommandNotFound", "The command unload has not been found"),
        "pause": ("GenericError", "the door is open"),
        "query-uptime": (
            "GenericError",
            "query-uptime: not in phase empty; it runs in loaded, hot and cooled (next: load)",
        ),
    }

    def answer(message: Message) -> list[Message]:
        error_class, desc = errors[message["execute"]]
        return [{"error": {"class": error_class, "desc": desc}, "id": message["id"]}]

    async def use(client: Any, _: list[Message]) -> None:
        with pytest.raises(kiln.CommandNotFound, match="has not been found"):
            await client.unload()
        with pytest.raises(kiln.QmpError, match="^GenericError: the door is open$") as general:
            await client.pause()
        assert not isinstance(general.value, kiln.WrongPhaseError)
        with pytest.raises(kiln.WrongPhaseError) as caught:
            await client.query_uptime()
        assert caught.value.phase == "empty"
        assert caught.value.phases == ("loaded", "hot", "cooled")
        assert caught.value.next_step == "load"

    _talk(kiln, answer, tmp_path, use)


def test_phase_is_checked_before_anything_is_sent(kiln: ModuleType, tmp_path: Path) -> None:
    def answer(message: Message) -> list[Message]:
        status = {"state": "holding", "phase": "empty", "group": "empty", "switch": "on"}
        return [{"return": status if "status" in message["execute"] else {}, "id": message["id"]}]

    async def use(client: Any, received: list[Message]) -> None:
        with pytest.raises(kiln.WrongPhaseError, match="not in phase empty; it runs in loaded"):
            await client.fire(curve="biscuit")
        await client.set_fuel(kiln.types.FuelSun())
        sent = [message["execute"] for message in received]
        assert sent == ["qmp_capabilities", "query-status", "query-status", "set-fuel"]

    _talk(kiln, answer, tmp_path, use, check_phases=True)


def test_objects_and_open_arguments(kiln: ModuleType, tmp_path: Path) -> None:
    async def use(client: Any, received: list[Message]) -> None:
        heater = kiln.objects.Heater(zones=1, curve=[900])
        await client.device_add(driver=heater, id="h")
        await client.device_add(driver="sensor", rate=3)
        await client.tune(what="fan", **{"full-speed": True})
        sent = [message["arguments"] for message in received[1:]]
        assert sent[0]["driver"] == "heater" and sent[0]["curve"] == [900]
        assert sent[1:] == [{"driver": "sensor", "rate": 3}, {"what": "fan", "full-speed": True}]
        with pytest.raises(kiln.EncodeError, match="^load: pieces: expected int, found 'x'$"):
            await client.load(material=kiln.types.Material.CLAY, pieces="x")

    _talk(kiln, lambda message: [{"return": {}, "id": message["id"]}], tmp_path, use)


@pytest.mark.parametrize(
    "reply, message",
    [
        ({"id": 1}, "expected an answer or an event"),
        ({"return": {}}, "an answer without an id"),
        ([], "expected an object"),
    ],
)
def test_nonsense_ends_the_connection(
    reply: Any, message: str, kiln: ModuleType, tmp_path: Path
) -> None:
    async def use(client: Any, _: list[Message]) -> None:
        with pytest.raises(kiln.ProtocolError, match=message):
            await client.unload()
        with pytest.raises(kiln.Disconnected):
            await client.unload()

    _talk(kiln, lambda _: [reply], tmp_path, use)


def test_nobody_listens(kiln: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(kiln.Disconnected, match="socket: "):
        asyncio.run(kiln.Client.connect_unix(tmp_path / "socket"))


def test_server_that_is_no_server(kiln: ModuleType) -> None:
    with pytest.raises(kiln.ProtocolError, match="not JSON: b'hello"):
        asyncio.run(kiln.Client.spawn("echo", "hello"))
    with pytest.raises(kiln.Disconnected, match="hung up"):
        asyncio.run(kiln.Client.spawn("true"))
