# SPDX-License-Identifier: Apache-2.0
"""What every generated client is: a connection that knows commands, events and phases."""

from __future__ import annotations

import asyncio
import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, ClassVar, Generic, TypeVar, cast, overload

from .connection import LINE_LIMIT, Connection, Message
from .errors import ClientError, DecodeError, Disconnected, EncodeError, WrongPhaseError
from .wire import decode, decode_members, encode, encode_members

_Self = TypeVar("_Self", bound="Session")


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in the server."""

    timestamp: float = field(metadata={"wire": False})
    """Seconds since 1970, by the server's clock"""


@dataclass(frozen=True, kw_only=True)
class UnknownEvent(Event):
    """An event that the schema of this client does not have."""

    event: str
    data: Mapping[str, Any]


_Event = TypeVar("_Event", bound=Event)


class EventStream(Generic[_Event]):
    """The events since it was made, in their order; ends when the connection does.

    async with client.events() as events:
        async for event in events:
            print(event)
    """

    def __init__(
        self, connection: Connection, known: Mapping[str, type[Event]], kinds: tuple[type, ...]
    ) -> None:
        self._connection = connection
        self._known = known
        self._kinds = kinds
        self._queue: asyncio.Queue[Message | None] = asyncio.Queue()
        connection.listen(self._queue.put_nowait)

    def __aiter__(self) -> EventStream[_Event]:
        return self

    async def __anext__(self) -> _Event:
        while (message := await self._queue.get()) is not None:
            event = decode_event(message, self._known)
            if not self._kinds or isinstance(event, self._kinds):
                return cast(_Event, event)
        self._queue.put_nowait(None)
        raise StopAsyncIteration

    async def __aenter__(self) -> EventStream[_Event]:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the stream; events that wait in it are dropped."""
        self._connection.unlisten(self._queue.put_nowait)
        while not self._queue.empty():
            self._queue.get_nowait()
        self._queue.put_nowait(None)


class Session:
    """A connection to a server; `async with` closes it at the end."""

    _events: ClassVar[Mapping[str, type[Event]]] = {}
    _phases: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Command -> the phases it runs in, for those that do not run in all"""
    _phase_query: ClassVar[tuple[str, str]] = ("", "")
    """The command that reports the phase, and the member of its answer that is the phase"""

    def __init__(self, connection: Connection, *, check_phases: bool = False) -> None:
        if check_phases and not self._phase_query[0]:
            raise ClientError("check_phases: no command of the schema reports the phase")
        self._connection = connection
        self._process: asyncio.subprocess.Process | None = None
        self.check_phases = check_phases
        """Ask for the phase before each command that does not run in all of them"""

    @classmethod
    async def connect_unix(
        cls: type[_Self], path: str | os.PathLike[str], *, check_phases: bool = False
    ) -> _Self:
        """Connects to a Unix socket."""
        try:
            streams = await asyncio.open_unix_connection(path, limit=LINE_LIMIT)
        except OSError as error:
            raise Disconnected(f"{os.fspath(path)}: {error}") from error
        return cls(await Connection.open(*streams), check_phases=check_phases)

    @classmethod
    async def connect_tcp(
        cls: type[_Self], host: str, port: int, *, check_phases: bool = False
    ) -> _Self:
        """Connects to a TCP port."""
        try:
            streams = await asyncio.open_connection(host, port, limit=LINE_LIMIT)
        except OSError as error:
            raise Disconnected(f"{host}:{port}: {error}") from error
        return cls(await Connection.open(*streams), check_phases=check_phases)

    @classmethod
    async def spawn(
        cls: type[_Self], program: str, *arguments: str, check_phases: bool = False
    ) -> _Self:
        """Starts a server that speaks on its standard input and output."""
        try:
            process = await asyncio.create_subprocess_exec(
                program,
                *arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=LINE_LIMIT,
            )
        except OSError as error:
            raise Disconnected(f"{program}: {error}") from error
        assert process.stdin is not None and process.stdout is not None
        try:
            session = cls(
                await Connection.open(process.stdout, process.stdin), check_phases=check_phases
            )
        except BaseException:
            if process.returncode is None:
                process.kill()
            await process.wait()
            raise
        session._process = process
        return session

    @property
    def greeting(self) -> Mapping[str, Any]:
        """What the server said first: its version and capabilities."""
        return self._connection.greeting

    async def close(self) -> None:
        """Hangs up. A server that was started by `spawn` is waited for: it loses its monitor."""
        await self._connection.close()
        if self._process is not None:
            try:
                await asyncio.wait_for(self._process.wait(), 10)
            except asyncio.TimeoutError:
                self._process.kill()
                await self._process.wait()

    async def __aenter__(self: _Self) -> _Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    @overload
    def events(self) -> EventStream[Event]:
        ...

    @overload
    def events(self, *kinds: type[_Event]) -> EventStream[_Event]:
        ...

    def events(self, *kinds: type[Any]) -> EventStream[Any]:
        """Listens from now on to all events, or to those of some classes."""
        return EventStream(self._connection, self._events, kinds)

    async def execute(self, command: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """Runs any command; arguments and answer are JSON."""
        if self.check_phases:
            await self._refuse_out_of_phase(command)
        return await self._connection.execute(command, arguments)

    async def _run(
        self,
        command: str,
        arguments: Any = None,
        returns: Any = None,
        more: Mapping[str, Any] | None = None,
    ) -> Any:
        """Runs a command whose arguments are a dataclass and whose answer is of a type."""
        try:
            encoded = {} if arguments is None else encode_members(arguments)
            encoded |= more or {}
        except EncodeError as error:
            raise EncodeError(f"{command}: {error}") from None
        answer = await self.execute(command, encoded)
        if returns is None:
            return None
        try:
            return decode(returns, answer)
        except DecodeError as error:
            raise DecodeError(f"{command}: {error}") from None

    async def _refuse_out_of_phase(self, command: str) -> None:
        phases = self._phases.get(command)
        if phases is None:
            return
        query, member = self._phase_query
        phase = (await self._connection.execute(query))[member]
        if phase not in phases:
            named = " and ".join(filter(None, (", ".join(phases[:-1]), phases[-1])))
            desc = f"{command}: not in phase {phase}; it runs in {named}"
            raise WrongPhaseError(desc, command, phase, phases)


def decode_event(message: Message, known: Mapping[str, type[Event]]) -> Event:
    """Turns the message of an event into the event."""
    name = message["event"]
    data = message.get("data", {})
    try:
        stamp = message["timestamp"]
        timestamp = stamp["seconds"] + stamp["microseconds"] / 1e6
        kind = known.get(name)
        if kind is None:
            return UnknownEvent(timestamp=timestamp, event=name, data=data)
        if "_data" not in kind.__dict__:
            return cast(Event, decode_members(kind, data, timestamp=timestamp))
        return cast(Event, decode_members(kind, {"data": data}, timestamp=timestamp))
    except (DecodeError, KeyError, TypeError) as error:
        raise DecodeError(f"event {name}: {error}") from None


def object_type(driver: Any) -> str:
    """The name of an object type that is given by name or by a dataclass of its properties."""
    return driver if isinstance(driver, str) else str(driver.OBJECT_TYPE)


def object_properties(driver: Any, properties: Mapping[str, Any]) -> Mapping[str, Any]:
    """The properties that are given by a dataclass, and those given one by one."""
    if not dataclasses.is_dataclass(driver):
        return properties
    return {**encode_members(driver), **properties}


def encode_union(shape: Any, value: Any) -> dict[str, Any]:
    """The arguments of a command that takes a union."""
    return cast(dict[str, Any], encode(shape, value))
