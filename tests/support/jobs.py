# SPDX-License-Identifier: Apache-2.0
"""Jobs of snapshots, waited for."""

from pathlib import Path

from tests.support.qmp import Message, Monitor


def job(monitor: Monitor, command: str, tag: str, folder: Path) -> Message:
    """Runs a job to its end, and gives what is told of it then."""
    monitor.execute(command, {"job-id": "job", "tag": tag, "vmstate": str(folder)})
    while True:
        (told,) = monitor.execute("query-jobs")
        if told["status"] == "concluded":
            monitor.execute("job-dismiss", {"id": "job"})
            assert isinstance(told, dict)
            return told
