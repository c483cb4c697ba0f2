# SPDX-License-Identifier: Apache-2.0
"""A disk with Debian for RISC-V on it, made by debootstrap and kept in the user's cache.

    disk = debootstrap.disk(tmp_path / "disk.img")  # skips the test where there is no archive

Root logs in without a password.
"""

import os
import shutil
import subprocess
from pathlib import Path

from tests.support import debian

PACKAGES = ("systemd-sysv", "udev", "dbus", "libpam-systemd", "iproute2", "e2fsprogs", "pciutils")
SCRIPT = Path(__file__).with_suffix(".sh")
NAMESPACES = ("unshare", "--user", "--mount", "--pid", "--fork", "--kill-child")
TIMEOUT_S = 1800
DISK_BYTES = 768 << 20
NETWORK = """\
[Match]
Type=ether

[Network]
DHCP=yes
"""
# Work of the first start that takes longer than all the rest, and has been done here.
DONE_ALREADY = ("etc/.updated", "var/.updated")


def disk(path: Path) -> Path:
    """Gives a disk of the test's own: a file system, without partitions."""
    subprocess.run(["cp", "--sparse=always", str(_made()), str(path)], check=True)
    return path


def overlay(path: Path) -> Path:
    """Gives the same as an image in the format qcow2, which holds only what the guest writes."""
    command = ("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", str(_made()))
    subprocess.run([*command, str(path)], check=True)
    return path


def _made() -> Path:
    name = f"{debian.SUITE}-root"
    return debian.cached(name, "Debian's root file system", _make) / "disk.img"


def _make(folder: Path) -> None:
    if os.geteuid() != 0:
        raise debian.NoArchiveError("only root may give its files to other users")
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    _debootstrap(root)
    _configure(root)
    image = folder / "disk.img"
    image.unlink(missing_ok=True)
    with open(image, "wb") as file:
        file.truncate(DISK_BYTES)
    subprocess.run(
        ["mkfs.ext4", "-q", "-F", "-d", str(root), str(image)], check=True, timeout=TIMEOUT_S
    )
    shutil.rmtree(root)


def _debootstrap(root: Path) -> None:
    words = [str(SCRIPT), str(root), debian.SUITE, debian.archive_address(), ",".join(PACKAGES)]
    with open(root.with_name("log"), "w", encoding="utf-8") as log:
        process = subprocess.Popen(  # ends below.  pylint: disable=consider-using-with
            [*NAMESPACES, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdin and process.stdout
        if process.stdout.readline() != "ready\n":
            raise debian.NoArchiveError("there are no user namespaces")
        for kind in ("uid", "gid"):
            Path(f"/proc/{process.pid}/{kind}_map").write_text("0 0 65536\n", "utf-8")
        said, _ = process.communicate("go\n", timeout=TIMEOUT_S)
        log.write(said)
    if process.returncode:
        raise debian.NoArchiveError(f"debootstrap failed, see {root.with_name('log')}")


def _configure(root: Path) -> None:
    shadow = root / "etc" / "shadow"
    lines = shadow.read_text("utf-8").splitlines(keepends=True)
    lines = [
        f"root::{line.split(':', 2)[2]}" if line.startswith("root:") else line for line in lines
    ]
    shadow.write_text("".join(lines), "utf-8")
    (root / "etc" / "hostname").write_text("coldplug\n", "utf-8")
    (root / "etc" / "fstab").write_text("/dev/vda / ext4 rw 0 1\n", "utf-8")
    (root / "etc" / "systemd" / "network" / "ether.network").write_text(NETWORK, "utf-8")
    wanted = root / "etc" / "systemd" / "system" / "multi-user.target.wants"
    wanted.mkdir(parents=True, exist_ok=True)
    unit = "systemd-networkd.service"
    (wanted / unit).symlink_to(f"/usr/lib/systemd/system/{unit}")
    for name in DONE_ALREADY:
        (root / name).touch()
