# SPDX-License-Identifier: Apache-2.0
"""The shell: a connection that lives on a thread of its own, and a loop over lines."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Coroutine
from types import ModuleType
from typing import Any, TypeVar

from .client import Emulator, connect
from .completion import HELP, Completer
from .manual import Manual
from .schema import Schema
from .script import ScriptError, parse_line, split_word
from .style import Look
from .terminal import Terminal

HUNG_UP = "-- the monitor hung up"
_T = TypeVar("_T")


class Monitor:
    """The connection, for a caller that waits; events are shown as they come."""

    def __init__(self, package: ModuleType, terminal: Terminal) -> None:
        self._package = package
        self._terminal = terminal
        self._connection: Any = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._is_waiting = False
        self.has_ended = False

    def connect(self, address: str, emulator: Emulator | None) -> dict[str, Any]:
        """Connects, and gives the greeting."""
        self._connection = self._wait(connect(self._package, address, emulator))
        self._loop.call_soon_threadsafe(self._connection.listen, self._heard)
        greeting: dict[str, Any] = self._connection.greeting
        return greeting

    def execute(self, command: str, arguments: dict[str, Any] | None = None) -> Any:
        return self._wait(self._connection.execute(command, arguments))

    def close(self) -> None:
        if self._connection is not None:
            self._loop.call_soon_threadsafe(self._connection.unlisten, self._heard)
            self._wait(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, _T]) -> _T:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        self._is_waiting = True
        try:
            return future.result()
        except KeyboardInterrupt:
            future.cancel()
            raise
        finally:
            self._is_waiting = False

    def _heard(self, message: dict[str, Any] | None) -> None:
        """Shows an event; nothing is the end of the connection."""
        if message is not None:
            self._terminal.show(event_text(message), Look.EVENT)
            return
        self.has_ended = True
        # Otherwise the loop over lines sees it, after the last answer.
        if not self._is_waiting:
            self._terminal.show(HUNG_UP, Look.ERROR)


class Shell:
    """Reads commands, sends them, shows the answers."""

    def __init__(self, package: ModuleType, monitor: Monitor, terminal: Terminal) -> None:
        self._package = package
        self._monitor = monitor
        self._terminal = terminal
        self._schema = Schema(monitor.execute("query-qmp-schema"))
        self._manual = Manual(package, self._schema)
        completer = Completer(self._schema, self._manual.topics())
        terminal.use_readline(completer.complete)
        self._knows_phase = "query-machine-phase" in self._schema.commands()

    def run(self) -> None:
        """Until the input ends, or the connection."""
        while not self._monitor.has_ended:
            try:
                line = self._terminal.ask(self._prompt())
                if line is None or self._monitor.has_ended:
                    break
                self._take(line)
            except KeyboardInterrupt:
                self._terminal.show("-- not waiting for the answer any more")
            except self._package.Disconnected:
                self._terminal.show(HUNG_UP, Look.ERROR)
                break
        self._terminal.save_history()

    def _take(self, line: str) -> None:
        word, rest = split_word(line.strip())
        if word == HELP:
            self._help(rest.strip())
            return
        try:
            request = parse_line(line)
            if request is None:
                return
            arguments = self._schema.fit(request.command, request.arguments)
            answer = self._monitor.execute(request.command, arguments)
            self._terminal.show(json.dumps(answer, indent=2, ensure_ascii=False))
        except ScriptError as error:
            self._complain(str(error))
        except self._package.QmpError as error:
            self._complain(error.desc)
        except self._package.EncodeError as error:
            self._complain(str(error))

    def _complain(self, why: str) -> None:
        self._terminal.show(f"error: {why}", Look.ERROR)

    def _help(self, topic: str) -> None:
        text = self._manual.page(topic) if topic else self._manual.overview(self._phase())
        if text:
            self._terminal.show(text)
        else:
            self._complain(f"there is no help on '{topic}'")

    def _prompt(self) -> str:
        phase = self._phase()
        return f"({phase}) " if phase else "(qmp) "

    def _phase(self) -> str:
        """Where the machine stands, run states told apart; empty if the server does not tell."""
        if not self._knows_phase:
            return ""
        try:
            return str(self._monitor.execute("query-machine-phase")["state"])
        except self._package.QmpError:
            return ""  # Not among the rights of this monitor.


def event_text(message: dict[str, Any]) -> str:
    """An event as one line.

    >>> event_text({"event": "STOP", "timestamp": {"seconds": 0, "microseconds": 5}})[-12:]
    '.000005 STOP'
    """
    stamp = message["timestamp"]
    clock = time.strftime("%H:%M:%S", time.localtime(stamp["seconds"]))
    text = f"-- {clock}.{stamp['microseconds']:06} {message['event']}"
    if data := message.get("data"):
        text += " " + json.dumps(data, ensure_ascii=False)
    return text
