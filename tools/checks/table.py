# SPDX-License-Identifier: Apache-2.0
"""The list of checks. They start in this order, two or more at a time; `needs` holds some back."""

import os

from checks import count, files
from checks.model import Check

PYTHON = "/usr/bin/python3"
JOBS = str(os.cpu_count() or 1)
CTEST = ("ctest", "-j", JOBS, "--verbose")
PYTEST_ALONE = (PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider")
PYTEST = (*PYTEST_ALONE, "-n", JOBS)
MYPY = ("mypy", "--strict", "--scripts-are-modules", "--explicit-package-bases")
# Tools have dashes in their names, as commands have.
PYLINT = ("pylint", "-j", "1", "--module-rgx", "[a-z_][a-z0-9_-]*")
# Words of RISC-V and of data sheets, and misspelt words in examples of errors.
WORDS = ("hart", "inout", "sie", "stip", "sxl", "strng", "runing", "synopsys", "wel")
CODESPELL = ("codespell", "-L", ",".join(WORDS))
DOCTESTED = (
    "codegen",
    "tools/checks",
    "tools/device_tree",
    "tools/emulator",
    "tools/qmp",
    "tests/support",
)
DEBUG = {"COLDPLUG": "build/debug/coldplug", "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=1"}

SETUP = (
    Check(
        "setup",
        "what the project needs is installed",
        ("tools/setup", "--check", "build", "demo", "check"),
    ),
)

BUILDS = (
    Check("configure", "CMake accepts the tree", ("cmake", "--preset", "release")),
    Check(
        "release",
        "the emulator and its tests compile",
        ("cmake", "--build", "--preset", "release", "--", "-k", "0"),
        needs=("configure",),
    ),
)

STYLE = (
    Check("generated", "generated/ is what the schema gives", ("tools/generate", "--check")),
    Check(
        "evolution",
        "schema/ keeps what the last released one promised",
        ("tools/qapigen", "diff", "tests/golden/released/coldplug.json", "schema/coldplug.json"),
    ),
    Check(
        "format", "clang-format, black and isort have nothing to change", ("tools/fmt", "--check")
    ),
    Check("layers", "a folder includes only folders before it", ("tools/check-layers",)),
    Check("flake8", "Python has no mistakes that flake8 sees", ("flake8",), files.python_files),
    Check(
        "mypy",
        "the types of Python are right",
        MYPY,
        files.python_files,
        environment={"MYPYPATH": "tools:tests/bench"},
    ),
    Check("pylint", "pylint gives ten of ten", PYLINT, files.python_files),
    Check("codespell", "words are spelt right", CODESPELL, files.prose),
    Check("shellcheck", "shell scripts have no mistakes", ("shellcheck",), files.shell_files),
    Check(
        "text", "licenses, sizes, nothing to be done now", ("tools/check-text",), files.handwritten
    ),
    Check("headers", "each header compiles alone", ("tools/check-headers",), files.headers),
)

TESTS = (
    Check(
        "doctests",
        "examples in docstrings are true",
        (*PYTEST, "--doctest-modules", *DOCTESTED),
        count=count.pytest,
        environment={"PYTHONPATH": "tools"},
    ),
    Check(
        "codegen",
        "qapigen's tests",
        (*PYTEST, "tests/codegen"),
        count=count.pytest,
        # A program that is missing is a failure here: tools/setup would have installed it.
        environment={"COLDPLUG_TESTS": "all"},
    ),
    Check(
        "unit",
        "unit tests",
        (*CTEST, "--test-dir", "build/release"),
        needs=("release",),
        count=count.ctest,
    ),
    Check(
        "machine-pages",
        "the pages of the machines are what is built",
        ("tools/draw-machines", "--check"),
        needs=("release",),
    ),
    Check(
        "qmp",
        "transcripts, examples of the schema, every command in every phase",
        (*PYTEST, "tests/qmp"),
        needs=("release",),
        count=count.pytest,
    ),
    Check(
        "system",
        "guests that boot, four ways to start, bad input",
        (*PYTEST, "tests/system"),
        needs=("release",),
        count=count.pytest,
    ),
    Check(
        "docs",
        "what README.md and docs/ tell to do works",
        # One after the other: the recipes share a copy of the tree and what is built in it.
        (*PYTEST_ALONE, "tests/docs"),
        needs=("release",),
        count=count.pytest,
    ),
)

SANITIZED = (
    Check("debug-configure", "CMake accepts the tree", ("cmake", "--preset", "debug")),
    Check(
        "debug",
        "the same with AddressSanitizer and UndefinedBehaviorSanitizer",
        ("cmake", "--build", "--preset", "debug", "--", "-k", "0"),
        needs=("debug-configure",),
    ),
    Check(
        "debug-unit",
        "unit tests under the sanitizers",
        (*CTEST, "--test-dir", "build/debug"),
        needs=("debug",),
        count=count.ctest,
    ),
    Check(
        "fuzz",
        "inputs that nobody thought of, under the sanitizers",
        (*PYTEST, "tests/fuzz"),
        needs=("debug",),
        count=count.pytest,
    ),
    Check(
        "debug-qmp",
        "tests over QMP under the sanitizers",
        # Each move is made; in all the orders that there are, the release build makes them.
        (*PYTEST, "tests/qmp", "-m", "not ways"),
        needs=("debug",),
        count=count.pytest,
        environment=DEBUG,
    ),
    Check(
        "debug-system",
        "system tests under the sanitizers",
        # A kernel takes minutes to boot there; the unit tests look at the same devices.
        (*PYTEST, "tests/system", "-m", "not linux"),
        needs=("debug", "release"),
        count=count.pytest,
        environment=DEBUG,
    ),
)

TIDY = (
    Check("tidy-configure", "CMake accepts the tree", ("cmake", "--preset", "tidy")),
    Check(
        "tidy",
        "clang-tidy finds nothing",
        ("tools/check-tidy",),
        files.sources,
        needs=("tidy-configure",),
    ),
)

CHECKS: tuple[Check, ...] = SETUP + BUILDS + STYLE + TESTS + SANITIZED + TIDY
