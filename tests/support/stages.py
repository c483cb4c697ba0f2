# SPDX-License-Identifier: Apache-2.0
"""Machines in any phase, brought there by what the phase machine declares: no way is written here.

Only what is behind a transition is: the guest is one that does as it is told, and what is saved or
loaded goes through pipes, so that it takes as long as the test wants.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import gdb_remote, guests
from tests.support.emulator import CONSOLE, Emulator
from tests.support.phases import Move, shortest_path
from tests.support.pipe import Pipe
from tests.support.qmp import Message, Monitor

STAY = "shutdown=pause,panic=pause"

# What makes the guest do what a transition is about.
TOLD = {
    "guest-shutdown": "s",
    "guest-reset": "r",
    "guest-panic": "p",
    "guest-suspend": "z",
    "guest-wakeup": "x",
    "watchdog-expire": "w",
    "trap-loop": "i",
    "io-error-stop": "l",
    "block-io-error-stop": "d",
    "breakpoint-hit": "b",
}

# Devices for the guest: id, type and address.
DEVICES = (
    ("panic", "pvpanic-mmio", guests.PANIC_AT),
    ("sleep", "acpi-sleep", guests.SLEEP_AT),
    ("watchdog", "dw-wdt", guests.WATCHDOG_AT),
    ("log", "uart16550", guests.LOG_AT),
)


class Stage:
    """A machine, and how to move it."""

    def __init__(self, machine: Emulator, folder: Path) -> None:
        self.machine = machine
        self._log = Pipe(folder / "log")
        self._saving = Pipe(folder / "saved.state.part")
        self._loading = Pipe(folder / "loaded.state")
        self._jobs = 0
        self._gdb: gdb_remote.GdbRemote | None = None

    @property
    def monitor(self) -> Monitor:
        return self.machine.monitor

    @property
    def gdb(self) -> gdb_remote.GdbRemote:
        """A debugger, which has come before the guest ran."""
        assert self._gdb
        return self._gdb

    def close(self) -> None:
        if self._gdb:
            self._gdb.socket.close()
        for pipe in (self._log, self._saving, self._loading):
            pipe.close()

    def take(self, move: Move) -> None:
        """Makes a move, and waits until it is made."""
        self.cause(move)
        if not move.is_command and move.emits:
            self.monitor.wait_event(move.emits)
        self.monitor.wait_state(move.target)
        if move.target == "finish-migrate":
            self._wait_for_switchover()
        elif move.cause == "io-error-stop":
            self._log.open()

    def cause(self, move: Move) -> None:
        """Does what a move comes of."""
        if move.is_command:
            self.monitor.execute(move.cause, self.arguments_of(move.cause))
            if move.cause == "machine-init":
                self._add_devices()
            return
        prepare = getattr(self, f"_{move.cause.replace('-', '_')}", None)
        if prepare:
            prepare(move.target)
        if move.cause in TOLD:
            self.machine.type(TOLD[move.cause])

    def arguments_of(self, command: str) -> Message:
        """Gives what a command needs to move this machine."""
        if command.startswith("snapshot-"):
            self._jobs += 1
            pipe = self._loading if command == "snapshot-load" else self._saving
            tag = pipe.path.name.partition(".")[0]
            return {"job-id": f"job{self._jobs}", "tag": tag, "vmstate": str(pipe.path.parent)}
        return arguments_of(command)

    def _add_devices(self) -> None:
        self._log.open()
        options = {"qom-type": "chardev-file", "id": "log-file", "werror": "stop"}
        self.monitor.execute("object-add", {**options, "out": str(self._log.path)})
        for name, driver, address in DEVICES:
            device: Message = {"driver": driver, "id": name}
            if driver == "uart16550":
                device["chardev"] = "log-file"
            self.monitor.execute("device_add", device)
            self.monitor.execute("map", {"region": name, "at": address, "into": "bus"})
        self.monitor.execute("connect", {"from": "uart0:irq", "to": "sleep:wake"})
        self._add_disk()
        self._gdb = gdb_remote.connect(self.machine)

    def _add_disk(self) -> None:
        node = {"driver": "blkdebug", "node-name": "disk", "image": {"driver": "null-co"}}
        self.monitor.execute("blockdev-add", node)
        card = {"driver": "virtio-blk", "id": "card", "bus": "virtio[0]", "drive": "disk"}
        self.monitor.execute("device_add", {**card, "werror": "stop"})

    # What goes before what the guest is told, or is all that there is.

    def _watchdog_expire(self, _: str) -> None:
        self.monitor.execute("watchdog-set-action", {"action": "pause"})

    def _trap_loop(self, _: str) -> None:
        self.monitor.execute("set-action", {"trap-loop": "pause"})

    def _io_error_stop(self, _: str) -> None:
        self._log.close()

    def _block_io_error_stop(self, _: str) -> None:
        errors: Message = {"path": "/objects/disk", "property": "inject-error"}
        self.monitor.execute("qom-set", {**errors, "value": [{"once": True}]})

    def _breakpoint_hit(self, _: str) -> None:
        self.monitor.execute("breakpoint-add", {"address": guests.BREAKPOINT_AT})

    def _watchpoint_hit(self, _: str) -> None:
        # What the guest looks at all the time, so that it must be waited for before.
        self.gdb.send("vCont;c")
        assert self.gdb.ask(f"Z3,{guests.LINE_STATUS_AT:x},1") == "OK"
        assert "rwatch" in self.gdb.read()
        assert self.gdb.ask(f"z3,{guests.LINE_STATUS_AT:x},1") == "OK"

    def _step_done(self, _: str) -> None:
        assert self.gdb.resume("s:p1.1").startswith("T05")

    def _migration_stop(self, _: str) -> None:
        pause = {"capability": "pause-before-switchover", "state": True}
        self.monitor.execute("migrate-set-capabilities", {"capabilities": [pause]})
        self.monitor.execute("migrate", {"uri": f"file:{self._saving.path.with_name('guest')}"})

    def _wait_for_switchover(self) -> None:
        while self.monitor.execute("query-migrate")["status"] != "pre-switchover":
            pass

    def _migration_complete(self, _: str) -> None:
        self.monitor.execute("migrate-continue", {"state": "pre-switchover"})

    def _migration_return(self, _: str) -> None:
        self.monitor.execute("migrate_cancel")

    def _guest_arrive(self, target: str) -> None:
        saved = saved_guest(target)
        if self.monitor.state() == "restore-vm":
            self._loading.write_whole(saved.read_bytes())
        else:
            self.monitor.execute("migrate-incoming", {"uri": f"file:{saved}"})

    _guest_arrive_paused = _guest_arrive
    _guest_arrive_suspended = _guest_arrive

    def _snapshot_save_end(self, target: str) -> None:
        while self.monitor.state() != target:
            self._saving.drain()

    def _snapshot_load_fail(self, _: str) -> None:
        self._loading.write_whole(b"nothing that was saved")


@cache
def saved_guest(phase: str) -> Path:
    """Gives a file of a guest of the stage that was saved in a phase."""
    file = guests.OUTPUT / f"{phase}-{os.getpid()}.state"
    with stage() as source:
        for move in shortest_path(phase):
            source.take(move)
        source.monitor.execute("migrate", {"uri": f"file:{file}"})
        source.monitor.wait_state("postmigrate")
    return file


def arguments_of(command: str) -> Message:
    """Gives what a command needs that moves any machine."""
    if command == "machine-set":
        return {"type": "virt", "firmware": str(guests.obedient()), "serial": "console"}
    return {}


@contextmanager
def stage() -> Iterator[Stage]:
    """Gives a program that has just started, in a folder of its own for what commands write."""
    options = (*CONSOLE, "--action", STAY, "--until", "no-machine")
    with TemporaryDirectory() as folder, Emulator(*options, cwd=Path(folder)) as machine:
        started = Stage(machine, Path(folder))
        try:
            yield started
        finally:
            started.close()


@contextmanager
def stage_in(phase: str) -> Iterator[Stage]:
    """Gives a machine that stands in a phase, by the shortest way there."""
    with stage() as start:
        for move in shortest_path(phase):
            start.take(move)
        start.monitor.events.clear()
        yield start


@contextmanager
def machine_in(phase: str) -> Iterator[Monitor]:
    """Gives a monitor of such a machine."""
    with stage_in(phase) as start:
        yield start.monitor
