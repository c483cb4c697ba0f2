# SPDX-License-Identifier: Apache-2.0
"""A check as data, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Count:
    """How many tests passed and failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0


@dataclass(frozen=True)
class Check:
    """One line of the output of tools/check."""

    name: str
    what: str
    command: tuple[str, ...]
    files: Callable[[], list[str]] | None = None
    """Gives the files that are appended to the command."""
    needs: tuple[str, ...] = ()
    """Checks that must have passed before this one can run."""
    count: Callable[[str], Count | None] | None = None
    """Reads the numbers of tests in the output; a check without it counts as one."""
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What came of a check."""

    check: Check
    is_ok: bool
    seconds: float
    output: str
    tests: Count | None = None

    @property
    def count(self) -> Count:
        """How the check enters the sum; one that failed counts as such whatever its tests say."""
        if self.tests is None:
            return Count(passed=int(self.is_ok), failed=int(not self.is_ok))
        if not self.is_ok and self.tests.failed == 0:
            return Count(self.tests.passed, 1, self.tests.skipped)
        return self.tests

    @property
    def line(self) -> str:
        """The line that tools/check prints."""
        details = f"{self.seconds:.1f} s"
        if self.tests is not None:
            details += f", {self.tests.passed} tests"
            details += f", {self.tests.failed} failed" if self.tests.failed else ""
            details += f", {self.tests.skipped} skipped" if self.tests.skipped else ""
        return f"{'OK  ' if self.is_ok else 'FAIL'} {self.check.name} ({details})"
