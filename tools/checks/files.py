# SPDX-License-Identifier: Apache-2.0
"""The project's files by kind: those that git knows, and new ones that it does not ignore."""

import subprocess
from functools import cache

from checks.model import ROOT


@cache
def project_files() -> list[str]:
    """Names all files, relative to the root."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted(name for name in set(listing.split("\0")) if (ROOT / name).is_file())


def is_generated(name: str) -> bool:
    """Tells what qapigen writes from what people write; goldens hold its output too."""
    return name.startswith(("generated/", "tests/golden/"))


def _with_suffix(*suffixes: str) -> list[str]:
    names = (name for name in project_files() if not is_generated(name))
    return [name for name in names if name.endswith(suffixes)]


def _scripts(interpreter: bytes) -> list[str]:
    """Names the files without a suffix whose first line names the interpreter."""
    names = (name for name in project_files() if "." not in name.rpartition("/")[2])
    return [name for name in names if _first_line(name).startswith(b"#!" + interpreter)]


def _first_line(name: str) -> bytes:
    with open(ROOT / name, "rb") as file:
        return file.readline(80)


def python_scripts() -> list[str]:
    """Names the executable Python files."""
    return _scripts(b"/usr/bin/python3")


def python_files() -> list[str]:
    """Names all Python files."""
    return _with_suffix(".py") + python_scripts()


def shell_files() -> list[str]:
    """Names all shell scripts."""
    return _with_suffix(".sh") + _scripts(b"/bin/bash")


def cpp_files() -> list[str]:
    """Names the handwritten files of C++."""
    return _with_suffix(".h", ".cpp", ".inc", ".c")


def headers() -> list[str]:
    """Names all headers, generated ones too; goldens belong to a program of their own."""
    golden = "tests/golden/"
    names = (name for name in project_files() if not name.startswith(golden))
    return [name for name in names if name.endswith(".h")]


def sources() -> list[str]:
    """Names the handwritten sources of C++ that compile on their own."""
    return _with_suffix(".cpp")


def handwritten() -> list[str]:
    """Names all that people write, but for the license, which is not ours."""
    return [name for name in project_files() if not is_generated(name) and name != "LICENSE"]


def prose() -> list[str]:
    """Names what people write for people; tests hold misspelt words on purpose."""
    return [name for name in handwritten() if not name.startswith("tests/")]
