# SPDX-License-Identifier: Apache-2.0
"""What can go wrong between a client and its server."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OUT_OF_PHASE = re.compile(
    r"(?P<command>\S+): not in phase (?P<phase>\S+); it runs in (?P<runs>.*?)"
    r"(?: \(next: (?P<step>\S+)\))?"
)
_EXCEPTIONS = re.compile(r" \(except [^)]*\)")


class ClientError(Exception):
    """What all errors of this package are."""


class Disconnected(ClientError):
    """The connection ended before the answer came, or was never made."""


class ProtocolError(ClientError):
    """The server sent what the protocol does not allow."""


class EncodeError(ClientError):
    """A value does not fit its type; nothing was sent."""


class DecodeError(ClientError):
    """The server sent a value that does not fit its type."""


class QmpError(ClientError):
    """The server refused a command, or failed at it."""

    def __init__(self, error_class: str, desc: str) -> None:
        super().__init__(f"{error_class}: {desc}")
        self.error_class = error_class
        self.desc = desc


class CommandNotFound(QmpError):
    """The server has no such command, or has it only after negotiation."""

    def __init__(self, desc: str) -> None:
        super().__init__("CommandNotFound", desc)


class WrongPhaseError(QmpError):
    """A command came in a phase that it does not run in; nothing was changed."""

    def __init__(self, desc: str, command: str, phase: str, phases: Iterable[str]) -> None:
        super().__init__("GenericError", desc)
        self.command = command
        self.phase = phase
        """Where the server stood"""
        self.phases = tuple(phases)
        """Where the command runs, as the error or the schema says; a set of them may lack some"""
        self.next_step = ""
        """The command that leads on, if the server names one"""


def error_of(error_class: str, desc: str) -> QmpError:
    """Chooses the exception for an error of the server."""
    if error_class == "CommandNotFound":
        return CommandNotFound(desc)
    match = _OUT_OF_PHASE.fullmatch(desc)
    if match is None:
        return QmpError(error_class, desc)
    runs = re.split(r", | and ", _EXCEPTIONS.sub("", match["runs"]))
    error = WrongPhaseError(desc, match["command"], match["phase"], runs)
    error.next_step = match["step"] or ""
    return error
