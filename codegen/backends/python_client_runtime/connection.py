# SPDX-License-Identifier: Apache-2.0
"""One connection to a QMP server: lines of JSON, answers by their ids, events.

    connection = await Connection.open(reader, writer)
    answer = await connection.execute("query-status")
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

from .errors import DecodeError, Disconnected, EncodeError, ProtocolError, error_of

LINE_LIMIT = 64 * 1024 * 1024
Message = dict[str, Any]


# Most of its state is what is under way.
# pylint: disable-next=too-many-instance-attributes
class Connection:
    """Sends commands, any number at a time, and hands each answer to the one who waits for it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.greeting: Message = {}
        self._reader = reader
        self._writer = writer
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._next_id = 1
        self._listeners: list[Callable[[Message | None], None]] = []
        self._task: asyncio.Task[None] | None = None
        self._ended: Exception | None = None

    @classmethod
    async def open(cls, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Connection:
        """Reads the greeting and ends the negotiation."""
        connection = cls(reader, writer)
        try:
            connection.greeting = await connection._read()
            if "QMP" not in connection.greeting:
                raise ProtocolError(f"expected a greeting, found {connection.greeting!r}")
            connection._task = asyncio.create_task(connection._read_all())
            await connection.execute("qmp_capabilities")
        except BaseException:
            await connection.close()
            raise
        return connection

    async def execute(self, command: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """Runs a command; returns what it returns, as JSON."""
        if self._ended is not None:
            raise Disconnected(f"{command}: {self._ended}")
        number = self._next_id
        self._next_id += 1
        message: Message = {"execute": command, "id": number}
        if arguments:
            message["arguments"] = dict(arguments)
        line = _line(command, message)
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        try:
            self._writer.write(line)
            await self._writer.drain()
            return await future
        except ConnectionError as error:
            raise Disconnected(f"{command}: {error}") from error
        finally:
            del self._waiting[number]
            if future.done() and not future.cancelled():
                future.exception()

    def listen(self, listener: Callable[[Message | None], None]) -> None:
        """Calls `listener` with each event from now on, and with nothing at the end."""
        self._listeners.append(listener)
        if self._ended is not None:
            listener(None)

    def unlisten(self, listener: Callable[[Message | None], None]) -> None:
        """Calls `listener` no more."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    async def close(self) -> None:
        """Hangs up; whoever waits for an answer is told."""
        self._end(Disconnected("the client hung up"))
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except (ConnectionError, BrokenPipeError):
            pass

    async def _read(self) -> Message:
        try:
            line = await self._reader.readline()
        except (ConnectionError, ValueError) as error:
            raise Disconnected(str(error)) from error
        if not line.endswith(b"\n"):
            raise Disconnected("the server hung up")
        try:
            message = json.loads(line)
        except ValueError as error:
            raise ProtocolError(f"not JSON: {line[:200]!r}: {error}") from error
        if not isinstance(message, dict):
            raise ProtocolError(f"expected an object, found {line[:200]!r}")
        return message

    async def _read_all(self) -> None:
        try:
            while True:
                self._take(await self._read())
        except (Disconnected, ProtocolError, DecodeError) as error:
            self._end(error)

    def _take(self, message: Message) -> None:
        if "event" in message:
            for listener in tuple(self._listeners):
                listener(message)
            return
        future = self._waiting.get(message.get("id", 0))
        if "return" not in message and not _is_error(message.get("error")):
            raise ProtocolError(f"expected an answer or an event, found {message!r}")
        if future is None:
            if "id" not in message:
                raise ProtocolError(f"an answer without an id: {message!r}")
            return  # Whoever asked has stopped waiting.
        if future.done():
            return
        if "return" in message:
            future.set_result(message["return"])
        else:
            future.set_exception(error_of(message["error"]["class"], message["error"]["desc"]))

    def _end(self, error: Exception) -> None:
        if self._ended is not None:
            return
        self._ended = error
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(error)
        for listener in tuple(self._listeners):
            listener(None)


def _is_error(error: object) -> bool:
    return isinstance(error, dict) and {"class", "desc"} <= error.keys()


def _line(command: str, message: Message) -> bytes:
    try:
        return json.dumps(message, allow_nan=False).encode() + b"\n"
    except (TypeError, ValueError) as error:
        raise EncodeError(f"{command}: {error}") from error
