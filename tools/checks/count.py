# SPDX-License-Identifier: Apache-2.0
"""Reads the number of tests in what the test runners print."""

import re

from checks.model import Count

_CTEST = re.compile(r"^\d+% tests passed, (\d+) tests? failed out of (\d+)$", re.MULTILINE)
_GTEST = re.compile(r"^\d+: \[  (PASSED|FAILED)  \] (\d+) tests?[.,]", re.MULTILINE)
_PYTEST = re.compile(r"^=* ?((?:\d+ \w+(?:, )?)+) in [\d.]+s.*$", re.MULTILINE)


def ctest(output: str) -> Count | None:
    """Reads what `ctest --verbose` prints of programs that have many tests each.

    A program that ended before it said how it went is a failed test.

    >>> ctest("1: [  PASSED  ] 29 tests.\\n2: [  PASSED  ] 7 tests.\\n"
    ...     "2: [  FAILED  ] 2 tests, listed below:\\n50% tests passed, 1 tests failed out of 2")
    Count(passed=36, failed=2, skipped=0)
    >>> ctest("1: [  PASSED  ] 29 tests.\\n50% tests passed, 1 tests failed out of 2")
    Count(passed=29, failed=1, skipped=0)
    >>> ctest("No tests were found!!!") is None
    True
    """
    programs = _CTEST.findall(output)
    if not programs:
        return None
    count = {"PASSED": 0, "FAILED": 0}
    for word, number in _GTEST.findall(output):
        count[word] += int(number)
    return Count(count["PASSED"], max(count["FAILED"], int(programs[-1][0])))


def pytest(output: str) -> Count | None:
    """Reads the summary of pytest.

    >>> pytest("==== 1 failed, 12 passed, 2 skipped in 3.40s ====")
    Count(passed=12, failed=1, skipped=2)
    >>> pytest("3 passed, 1 error in 61.00s (0:01:01)")
    Count(passed=3, failed=1, skipped=0)
    """
    found = _PYTEST.findall(output)
    if not found:
        return None
    numbers = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", found[-1])}
    failed = sum(numbers.get(word, 0) for word in ("failed", "error", "errors"))
    return Count(numbers.get("passed", 0), failed, numbers.get("skipped", 0))
