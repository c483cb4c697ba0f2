# SPDX-License-Identifier: Apache-2.0
"""A real guest: Debian for RISC-V, from the archive that this machine uses itself.

    linux = debian.linux()           # skips the test where there is no archive
    image = linux.initramfs(["virtio_mmio", "virtio_blk"], "echo up\\n")

What was fetched once stays in the user's cache, below coldplug-tests/.
"""

import fcntl
import lzma
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.support.cpio import Archive
from tests.support.patience import TIMEOUT_S

SUITE = "trixie"
ARCHITECTURE = "riscv64"
KERNEL = "linux-image-riscv64"
BUSYBOX = "busybox-static"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
# What ext4 and jbd2 ask for by another name than a module's.
SOFT = {"ext4": ["crc32c_generic"], "jbd2": ["crc32c_generic"]}
APPLETS = """
    cat cmp cut dd dmesg echo grep ifconfig ip kill ls md5sum mkdir mount nice od ping
    poweroff sh sleep stty switch_root sync umount usleep wc wget
"""
DONE = "complete"
# The kernel's watchdogs go by the clock, and would tell how busy the host's processors are.
PATIENT = "quiet nowatchdog rcupdate.rcu_cpu_stall_suppress=1"


class NoArchiveError(Exception):
    """There is nothing to fetch from."""


@dataclass(frozen=True)
class Linux:
    """What was unpacked."""

    root: Path

    @property
    def kernel(self) -> Path:
        return next(self.root.glob("boot/vmlinu*"))

    def initramfs(
        self, modules: list[str], script: str, programs: Mapping[str, bytes] | None = None
    ) -> bytes:
        """Gives an initial file system whose init loads modules, and then runs the script.

        More programs are given by their paths in it.
        """
        archive = Archive()
        for folder in ("bin", "dev", "etc", "lib", "mnt", "proc", "sys", "tmp"):
            archive.add_folder(folder)
        archive.add_device("dev/console", 5, 1)
        archive.add_file("bin/busybox", next(self.root.rglob("bin/busybox")).read_bytes())
        for applet in APPLETS.split():
            archive.add_link(f"bin/{applet}", "busybox")
        for path, content in (programs or {}).items():
            archive.add_file(path, content)
        lines = ["#!/bin/sh"]
        lines += [f"mount -t {kind} none /{at}" for kind, at in _MOUNTS]
        for name in self._in_order(modules):
            archive.add_file(f"lib/{name}.ko", self._module(name))
            lines.append(f"/bin/busybox insmod /lib/{name}.ko")
        archive.add_file("init", ("\n".join(lines) + "\n" + script).encode())
        return archive.finish()

    def _in_order(self, modules: list[str]) -> list[str]:
        """Adds what they depend on, before them."""
        order: list[str] = []
        for name in modules:
            needed = _depends(self._module(name)) + SOFT.get(name, [])
            order += [each for each in (*self._in_order(needed), name) if each not in order]
        return list(dict.fromkeys(order))

    def _module(self, name: str) -> bytes:
        for spelling in (name, name.replace("_", "-")):
            for path in self.root.rglob(f"{spelling}.ko.xz"):
                return lzma.decompress(path.read_bytes())
        raise AssertionError(f"no module {name}")


_MOUNTS = (("devtmpfs", "dev"), ("proc", "proc"), ("sysfs", "sys"))


def _depends(module: bytes) -> list[str]:
    text = module.partition(b"\0depends=")[2].partition(b"\0")[0].decode()
    return [name for name in text.split(",") if name]


@cache
def linux() -> Linux:
    """Fetches what is not there yet; skips the test when that is not possible."""
    return Linux(cached(f"{SUITE}-{ARCHITECTURE}", "Debian's kernel", _fetch) / "root")


def cached(name: str, what: str, fetch: Callable[[Path], None]) -> Path:
    """Gives a folder that `fetch` has filled once; skips the test when that is not possible."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = folder / "coldplug-tests" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / DONE).exists():
                fetch(folder)
                (folder / DONE).touch()
    except (NoArchiveError, OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"{what} cannot be fetched: {error}")
    return folder


def _fetch(folder: Path) -> None:
    unpack(folder, lambda apt: [_kernel_package(apt("apt-cache", "depends", KERNEL)), BUSYBOX])


Apt = Callable[..., str]


def unpack(folder: Path, choose: Callable[[Apt], list[str]]) -> None:
    """Unpacks the packages that were chosen below `root`.

    Their checksums are those of the archive's signed index: apt refuses what differs.
    """
    environment = {**os.environ, "APT_CONFIG": str(configure(folder, "deb"))}

    def apt(*command: str) -> str:
        return subprocess.run(
            command,
            env=environment,
            cwd=folder / "packages",
            check=True,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
        ).stdout

    (folder / "packages").mkdir(exist_ok=True)
    apt("apt-get", "update")
    apt("apt-get", "download", *choose(apt))
    for package in (folder / "packages").glob("*.deb"):
        apt("dpkg-deb", "-x", str(package), str(folder / "root"))
        package.unlink()


def _kernel_package(depends: str) -> str:
    """The package of that name only stands for one of the newest version."""
    names = [line.split()[-1] for line in depends.splitlines() if "Depends:" in line]
    found = [name for name in names if name.startswith("linux-image-")]
    if not found:
        raise NoArchiveError(f"{KERNEL} is not there")
    return found[0]


def configure(folder: Path, kind: str) -> Path:
    """Makes a configuration of apt that has nothing to do with this machine's own packages."""
    for name in ("state/lists/partial", "cache/archives/partial", "etc"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "state" / "status").touch()
    options = [f"arch={ARCHITECTURE}"] if kind == "deb" else []
    options += [f"signed-by={KEYRING}"] if KEYRING.exists() else []
    source = f"{kind} [{' '.join(options)}] {archive_address()} {SUITE} main\n".replace("[] ", "")
    (folder / "etc" / "sources.list").write_text(source, "utf-8")
    settings = {
        "Dir::State": "state",
        "Dir::State::status": "state/status",
        "Dir::Cache": "cache",
        "Dir::Etc::sourcelist": "etc/sources.list",
    }
    lines = [f'{name} "{folder / place}";' for name, place in settings.items()]
    lines += ['Dir::Etc::sourceparts "-";', f'APT::Architecture "{ARCHITECTURE}";']
    lines += [f'APT::Architectures {{ "{ARCHITECTURE}"; }};', 'APT::Sandbox::User "root";']
    config = folder / "etc" / "apt.conf"
    config.write_text("\n".join(lines) + "\n", "utf-8")
    return config


def archive_address() -> str:
    """The address of the archive that this machine gets its own packages from."""
    listing = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages"],
        check=True,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
    ).stdout
    for line in listing.splitlines():
        label, _, address = line.partition(" ")
        if label == "Debian":
            return address
    raise NoArchiveError("apt has no archive of Debian")
