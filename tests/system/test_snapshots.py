# SPDX-License-Identifier: Apache-2.0
"""Snapshots: a guest goes back to where it was."""

import json
import struct
from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import Emulator, virt
from tests.support.jobs import job


def echo() -> Path:
    """Gives a guest that answers each character with the next one of the alphabet."""
    return guests.assemble(
        """
        li a1, 0x10000000
        la a2, count
    1:  lbu t0, 5(a1)
        andi t0, t0, 1
        beqz t0, 1b
        lbu t0, 0(a1)
        ld t1, 0(a2)
        addi t2, t1, 'a'
        sb t2, 0(a1)
        addi t1, t1, 1
        sd t1, 0(a2)
        j 1b
        .align 3
    count:
        .dword 0
    """
    )


def machine() -> tuple[str, ...]:
    return virt(firmware=echo(), memory="16M")


def answer(emulator: Emulator, wanted: str) -> None:
    """Types a character and expects the guest's answer."""
    emulator.type("?")
    assert emulator.hear(wanted) == wanted


def test_guest_goes_back_to_where_it_was(tmp_path: Path) -> None:
    with Emulator(*machine()) as emulator:
        answer(emulator, "a")
        answer(emulator, "b")
        told = job(emulator.monitor, "snapshot-save", "two", tmp_path)
        assert "error" not in told and told["current-progress"] == told["total-progress"] > 0
        assert emulator.monitor.state() == "running"
        answer(emulator, "c")
        answer(emulator, "d")
        assert "error" not in job(emulator.monitor, "snapshot-load", "two", tmp_path)
        assert emulator.monitor.state() == "running"
        answer(emulator, "c")


def test_job_tells_how_far_it_is(tmp_path: Path) -> None:
    with Emulator(*machine()) as emulator:
        emulator.monitor.wait_state("running")
        job(emulator.monitor, "snapshot-save", "here", tmp_path)
        emulator.monitor.execute("query-version")
        told = [e["data"] for e in emulator.monitor.events if e["event"] == "JOB_STATUS_CHANGE"]
        assert [change["status"] for change in told] == ["created", "running", "concluded", "null"]
        assert {change["id"] for change in told} == {"job"}


def test_paused_machine_stays_paused(tmp_path: Path) -> None:
    with Emulator(*machine()) as emulator:
        answer(emulator, "a")
        job(emulator.monitor, "snapshot-save", "one", tmp_path)
        answer(emulator, "b")
        emulator.monitor.execute("stop")
        job(emulator.monitor, "snapshot-load", "one", tmp_path)
        assert emulator.monitor.state() == "paused"
        emulator.monitor.execute("cont")
        answer(emulator, "b")


def test_snapshots_are_listed_and_deleted(tmp_path: Path) -> None:
    with Emulator(*machine()) as emulator:
        emulator.monitor.wait_state("running")
        for tag in ("second", "first"):
            job(emulator.monitor, "snapshot-save", tag, tmp_path)
        listed = emulator.monitor.execute("query-snapshots", {"vmstate": str(tmp_path)})
        assert [info["tag"] for info in listed] == ["first", "second"]
        assert all(info["vm-state-size"] > 1000 for info in listed)
        assert "error" not in job(emulator.monitor, "snapshot-delete", "first", tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == ["second.state"]


@pytest.mark.parametrize("content", [b"", b"nothing that was saved\n"])
def test_what_is_no_snapshot_leaves_the_guest_as_it_was(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.state").write_bytes(content)
    with Emulator(*machine()) as emulator:
        answer(emulator, "a")
        told = job(emulator.monitor, "snapshot-load", "bad", tmp_path)
        assert told["error"] == "is not a guest that was saved"
        assert emulator.monitor.state() == "running"
        answer(emulator, "b")


def sum_of(*parts: bytes) -> bytes:
    """Gives the sum at the end of a saved machine: FNV-1a over words and the bytes left of each."""
    value = 0xCBF29CE484222325
    for part in parts:
        whole = len(part) // 8 * 8
        words = [word for (word,) in struct.iter_unpack("<Q", part[:whole])]
        for word in [*words, *part[whole:]]:
            value = (value ^ word) * 0x100000001B3 % (1 << 64)
    return struct.pack("<Q", value)


def test_state_that_means_nothing_leaves_the_guest_as_it_was(tmp_path: Path) -> None:
    with Emulator(*machine()) as emulator:
        answer(emulator, "a")
        job(emulator.monitor, "snapshot-save", "one", tmp_path)
        head, _, rest = (tmp_path / "one.state").read_bytes().partition(b"\n")
        assert sum_of(head + b"\n", rest[:-8]) == rest[-8:]
        # The hart comes before the uart: it has been loaded when the uart's turn comes.
        saved = json.loads(head)
        types = [item["type"] for item in saved["objects"]]
        assert types.index("riscv-hart") < types.index("uart16550")
        saved["objects"][types.index("uart16550")]["state"]["lcr"] = "nonsense"
        head = json.dumps(saved).encode() + b"\n"
        (tmp_path / "bad.state").write_bytes(head + rest[:-8] + sum_of(head, rest[:-8]))
        answer(emulator, "b")
        answer(emulator, "c")
        told = job(emulator.monitor, "snapshot-load", "bad", tmp_path)
        assert "/machine/uart0: " in told["error"] and "lcr" in told["error"]
        assert emulator.monitor.state() == "running"
        answer(emulator, "d")


def test_bad_arguments_are_refused(tmp_path: Path) -> None:
    folder = str(tmp_path)
    with Emulator(*machine()) as emulator:
        emulator.monitor.wait_state("running")
        for tag in ("", "../up", ".hidden"):
            arguments = {"job-id": "job", "tag": tag, "vmstate": folder}
            error = emulator.monitor.error("snapshot-save", arguments)
            assert error.desc.startswith(f"'{tag}' is no tag")
        arguments = {"job-id": "job", "tag": "none", "vmstate": folder}
        assert "No such file" in emulator.monitor.error("snapshot-load", arguments).desc
        assert "there is no snapshot" in emulator.monitor.error("snapshot-delete", arguments).desc
        arguments["vmstate"] = f"{folder}/nowhere"
        assert "No such file" in emulator.monitor.error("snapshot-save", arguments).desc
        assert emulator.monitor.error("job-dismiss", {"id": "x"}).desc == "there is no job 'x'"
        assert emulator.monitor.execute("query-jobs") == []
        assert emulator.monitor.state() == "running"
        assert not list(tmp_path.iterdir())


def test_job_id_is_free_when_the_job_is_dismissed(tmp_path: Path) -> None:
    arguments = {"job-id": "job", "tag": "x", "vmstate": str(tmp_path)}
    with Emulator(*machine()) as emulator:
        emulator.monitor.wait_state("running")
        emulator.monitor.execute("snapshot-save", arguments)
        emulator.monitor.wait_state("running")
        error = emulator.monitor.error("snapshot-save", arguments)
        assert error.desc == "there is a job 'job' already; job-dismiss forgets it"
        emulator.monitor.execute("job-dismiss", {"id": "job"})
        emulator.monitor.execute("snapshot-save", arguments)
