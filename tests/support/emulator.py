# SPDX-License-Identifier: Apache-2.0
"""The emulator as a process. Which one: the environment's COLDPLUG, or that of the release build.

    with Emulator("-M", "virt", "-S") as machine:
        assert machine.monitor.state() == "prelaunch"
"""

import os
import selectors
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Monitor, connect_unix

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / os.environ.get("COLDPLUG", "build/release/coldplug")
FIRMWARE = "/usr/lib/riscv64-linux-gnu/opensbi/generic/fw_dynamic.bin"
KERNEL = "/usr/lib/u-boot/qemu-riscv64_smode/u-boot.bin"
CONSOLE = ("--object", "chardev-stdio,id=console")
EXAMPLES = ROOT / "docs" / "examples" / "cold-plug"


@dataclass(frozen=True)
class Finished:
    """What came of a run to its end."""

    status: int
    out: str
    err: str


def virt(**parameters: object) -> tuple[str, ...]:
    """Gives the options for `virt` with its serial line on standard input and output."""
    words = [f"{name}={value}" for name, value in parameters.items()]
    return (*CONSOLE, "--machine", ",".join(["virt", "serial=console", *words]))


def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> Finished:
    """Runs the emulator until it ends."""
    process = subprocess.run(
        [str(PROGRAM), *arguments],
        input=stdin,
        capture_output=True,
        timeout=TIMEOUT_S,
        cwd=cwd,
        check=False,
    )
    return Finished(
        process.returncode,
        process.stdout.decode(errors="replace"),
        process.stderr.decode(errors="replace"),
    )


class Emulator:
    """A running emulator with a monitor, and its guest's console."""

    def __init__(self, *arguments: str, cwd: Path = ROOT) -> None:
        # Both end in __exit__.  pylint: disable=consider-using-with
        self._folder = tempfile.TemporaryDirectory(prefix="coldplug-")
        self.socket_path = f"{self._folder.name}/qmp.sock"
        self._monitor: Monitor | None = None
        self._heard = b""
        with open(f"{self._folder.name}/stderr", "wb") as stderr:
            self.process = subprocess.Popen(
                [str(PROGRAM), "--qmp", f"unix:{self.socket_path}", *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                cwd=cwd,
            )
        assert self.process.stdin and self.process.stdout
        self._input, self._output = self.process.stdin.fileno(), self.process.stdout.fileno()

    def __enter__(self) -> "Emulator":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._monitor:
            self._monitor.close()
        if self.process.poll() is None:
            self.process.kill()
        status = self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        stderr = self.stderr
        self._folder.cleanup()
        # An assertion or a sanitizer's report fails the test whatever it was about.
        assert status in (-9, 0) or status > 0 and "Sanitizer" not in stderr, f"{status}: {stderr}"

    @property
    def monitor(self) -> Monitor:
        """The first connection; made when it is first asked for."""
        if self._monitor is None:
            self._monitor = self.connect()
        return self._monitor

    @property
    def stderr(self) -> str:
        """What the emulator has said on its standard error so far."""
        return Path(self._folder.name, "stderr").read_text("utf-8", errors="replace")

    def connect(self, negotiate: bool = True) -> Monitor:
        """Makes one more connection, as soon as the emulator listens."""
        deadline = time.monotonic() + TIMEOUT_S
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                if monitor := connect_unix(self.socket_path, negotiate):
                    return monitor
            except (EOFError, ConnectionError) as error:
                raise AssertionError(f"it hung up: {error}; {self.stderr}") from error
            time.sleep(0.002)
        raise AssertionError(f"no connection; status {self.process.returncode}: {self.stderr}")

    def hear(self, text: str, within_s: float = TIMEOUT_S) -> str:
        """Waits for a text on the guest's console, and gives what came up to its end."""
        wanted, deadline = text.encode(), time.monotonic() + within_s
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while wanted not in self._heard:
                ready = selector.select(max(0.0, deadline - time.monotonic()))
                data = os.read(self._output, 65536) if ready else b""
                if not data:
                    said = self._heard.decode(errors="replace")
                    raise AssertionError(f"no {text!r} in {said!r}; {self.stderr}")
                self._heard += data
        before, _, self._heard = self._heard.partition(wanted)
        return (before + wanted).decode(errors="replace")

    def drain(self) -> str:
        """Gives what the guest has said so far, without waiting for more."""
        said, self._heard = self._heard, b""
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while selector.select(0) and (data := os.read(self._output, 65536)):
                said += data
        return said.decode(errors="replace")

    def type(self, text: str) -> None:
        """Types a text on the guest's console."""
        os.write(self._input, text.encode())

    def ask(self, line: str, prompt: str = "=> ", within_s: float = TIMEOUT_S) -> str:
        """Types a line, and gives what comes before the next prompt."""
        self.type(line + "\n")
        return self.hear(prompt, within_s)

    def wait(self, within_s: float = TIMEOUT_S) -> int:
        """Waits for its end, and gives the exit status."""
        return self.process.wait(timeout=within_s)
