# SPDX-License-Identifier: Apache-2.0
"""OpenSBI as it is published, built from its source by the compiler of the tests' own guests.

    firmware = opensbi.build()       # skips the test where there is no archive
"""

import os
import subprocess
import tarfile
from functools import cache
from pathlib import Path

from tests.support import debian

PACKAGE = "opensbi"
PREFIX = "riscv64-unknown-elf-"
IMAGE = Path("build/platform/generic/firmware/fw_dynamic")
TIMEOUT_S = 900


@cache
def build() -> Path:
    """Gives the image without its suffix: `.bin`, or `.elf`, which is position-independent."""
    folder = debian.cached(f"{debian.SUITE}-{PACKAGE}", "OpenSBI's source", _fetch)
    if not (folder / "source" / IMAGE.with_suffix(".bin")).exists():
        _make(folder)
    return folder / "source" / IMAGE


def _fetch(folder: Path) -> None:
    environment = {**os.environ, "APT_CONFIG": str(debian.configure(folder, "deb-src"))}
    for command in (["update"], ["source", "--download-only", "--tar-only", PACKAGE]):
        subprocess.run(
            ["apt-get", *command],
            env=environment,
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=TIMEOUT_S,
        )
    with tarfile.open(next(folder.glob("*.orig.tar.*"))) as archive:
        archive.extractall(folder)
    next(each for each in folder.glob(f"{PACKAGE}-*") if each.is_dir()).rename(folder / "source")


def _make(folder: Path) -> None:
    """The linker of binutils makes no position-independent programs for bare metal; LLVM's does."""
    linkers = folder / "linkers"
    linkers.mkdir(exist_ok=True)
    (linkers / "ld.lld").unlink(missing_ok=True)
    (linkers / "ld.lld").symlink_to("/usr/bin/ld.lld")
    command = ["make", "-C", str(folder / "source"), "-j2", f"CROSS_COMPILE={PREFIX}"]
    command += [f"CC={PREFIX}gcc -B{linkers}", "LD=ld.lld", "LD_IS_LLD=y"]
    command += ["PLATFORM=generic", "PLATFORM_RISCV_XLEN=64"]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_S)
