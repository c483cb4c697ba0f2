# SPDX-License-Identifier: Apache-2.0
"""Runs checks, as many at a time as there are processors, each when what it needs has passed."""

import os
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from checks.model import ROOT, Check, Outcome


def run(check: Check) -> Outcome:
    """Runs one check."""
    start = time.monotonic()
    command = [*check.command, *(check.files() if check.files else [])]
    try:
        process = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | check.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        status, output = process.returncode, process.stdout.decode(errors="replace")
    except OSError as error:
        status, output = 1, f"{error}\n"
    tests = check.count(output) if check.count else None
    # A test runner that ran nothing has shown nothing.
    is_ok = status == 0 and (check.count is None or (tests is not None and tests.passed > 0))
    return Outcome(check, is_ok, time.monotonic() - start, output, tests)


def run_all(checks: list[Check]) -> Iterator[Outcome]:
    """Runs all, and gives each outcome when it is there."""
    waiting = list(checks)
    chosen = {check.name for check in checks}
    passed: dict[str, bool] = {}
    running: set[Future[Outcome]] = set()
    jobs = os.cpu_count() or 1
    with ThreadPoolExecutor(jobs) as pool:
        while waiting or running:
            for check in list(waiting):
                if missing := _lacks(check, passed):
                    waiting.remove(check)
                    passed[check.name] = False
                    yield Outcome(check, False, 0, f"not run: {missing} failed\n")
                elif len(running) < jobs and _is_ready(check, passed, chosen):
                    waiting.remove(check)
                    running.add(pool.submit(run, check))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                passed[outcome.check.name] = outcome.is_ok
                yield outcome


def _lacks(check: Check, passed: dict[str, bool]) -> str | None:
    """Names what the check needs and what has failed."""
    return next((name for name in check.needs if passed.get(name) is False), None)


def _is_ready(check: Check, passed: dict[str, bool], chosen: set[str]) -> bool:
    """Tells whether all that it needs has passed; what was not asked for is taken to be there."""
    return all(passed.get(name, name not in chosen) for name in check.needs)
