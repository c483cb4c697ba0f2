# SPDX-License-Identifier: Apache-2.0
"""Lines from people, with completion and history, between lines of others that come meanwhile."""

from __future__ import annotations

import os
import readline
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from .style import Look, painted, painted_prompt, shows_colors

HISTORY_LINES = 1000
_ERASE_LINE = "\r\x1b[K"


class Terminal:
    """Standard input and output, which need not be a terminal."""

    def __init__(self) -> None:
        self._is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        self._has_colors = shows_colors(sys.stdout)
        self._lock = threading.Lock()
        self._prompt: str | None = None
        """What is shown while a line is waited for"""

    def use_readline(self, complete: Callable[[str, str], list[str]]) -> None:
        """Completes with this function, which takes what is before the word, and the word."""
        if not self._is_terminal:
            return
        found: list[str] = []

        def candidate(word: str, index: int) -> str | None:
            if index == 0:
                found[:] = complete(readline.get_line_buffer()[: readline.get_begidx()], word)
            return found[index] if index < len(found) else None

        readline.set_completer(candidate)
        readline.set_completer_delims(" \t")
        readline.set_auto_history(True)
        # A candidate brings the blank behind it, or none: more can follow `key=`.
        readline.parse_and_bind("set completion-suppress-append on")
        for line in ("tab: complete", "set completion-query-items 200"):
            readline.parse_and_bind(line)
        try:
            readline.read_history_file(history_file())
        except OSError:
            pass  # The first time there is none.

    def save_history(self) -> None:
        if not self._is_terminal:
            return
        path = history_file()
        readline.set_history_length(HISTORY_LINES)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(path)
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)

    def ask(self, prompt: str) -> str | None:
        """Waits for a line; gives nothing at the end of the input."""
        if not self._is_terminal:
            line = sys.stdin.readline()
            return line.rstrip("\n") if line else None
        with self._lock:
            self._prompt = prompt
        try:
            return input(painted_prompt(prompt) if self._has_colors else prompt)
        except EOFError:
            print()
            return None
        except KeyboardInterrupt:
            print()
            return ""
        finally:
            with self._lock:
                self._prompt = None

    def show(self, text: str, look: Look = Look.PLAIN) -> None:
        """Prints lines; from any thread, and also while a line is being typed."""
        if self._has_colors:
            text = painted(text, look)
        with self._lock:
            if self._prompt is None:
                print(text, flush=True)
            else:
                typed = readline.get_line_buffer()
                look = Look.PROMPT if self._has_colors else Look.PLAIN
                prompt = painted(self._prompt, look)
                print(f"{_ERASE_LINE}{text}\n{prompt}{typed}", end="", flush=True)


def history_file() -> Path:
    """Where the lines of earlier sessions are."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "coldplug" / "qmp-history"
