# SPDX-License-Identifier: Apache-2.0
"""Measures Debian's kernel on both emulators: its boot, disk, network, and what it takes when idle.

The guest says on its console where it has come to; what the emulator has used by then is looked up
in /proc, so that what its clients and this program do does not count.
"""

import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measure import HERE, OUTPUT, ROOT, Subject
from table import Row

sys.path.insert(0, str(ROOT))
# pylint: disable=wrong-import-position
from tests.support import debian  # noqa: E402  # isort:skip
from tests.support.emulator import FIRMWARE  # noqa: E402  # isort:skip

MODULES = ["virtio_blk", "virtio_net"]
DISK_MIB = 64
RANDOM_ACCESSES = 4000
DOWNLOAD_MIB = 64
IDLE_S = 4
SCRIPT = f"""
echo @prompt
ip address add 10.0.2.15/24 dev eth0
ip link set eth0 up
sleep 1
echo @idle
sleep {IDLE_S}
echo @busy
/bin/disk
echo @download
wget -q -O - http://10.0.2.2:PORT/file | wc -c
echo @end
poweroff -f
"""
TICKS = os.sysconf("SC_CLK_TCK")
TIMEOUT_S = 300


@dataclass(frozen=True)
class Moment:
    """What the emulator has used when the guest came somewhere."""

    cpu_s: float
    wall_s: float
    resident_mib: float


def program() -> bytes:
    """The disk's program."""
    path = OUTPUT / "disk"
    source = HERE / "linux" / "disk.c"
    subprocess.run(
        [
            *("riscv64-unknown-elf-gcc", "-O2", "-march=rv64gc", "-mabi=lp64d", "-Wall"),
            *("-mcmodel=medany", "-nostdlib", "-ffreestanding", "-static"),
            *(str(source), "-o", str(path)),
        ],
        check=True,
    )
    return path.read_bytes()


@contextmanager
def served_file() -> Iterator[int]:
    """A server on this machine that has the file; its port."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        (Path(folder) / "file").write_bytes(bytes(DOWNLOAD_MIB << 20))
        handler = partial(_Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield server.server_port
            server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    # Its name and its arguments are the base class's.
    def log_message(self, format: str, *args: object) -> None:  # pylint: disable=redefined-builtin
        pass


def _now(pid: int) -> Moment:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    resident = int(status.partition("VmRSS:")[2].split()[0])
    return Moment((int(fields[11]) + int(fields[12])) / TICKS, time.monotonic(), resident / 1024)


def watch(command: Sequence[str]) -> dict[str, Moment]:
    """Runs a guest to its end, and gives when it said what."""
    found = {}
    with subprocess.Popen(
        list(command),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as emulator:
        assert emulator.stdout
        guard = threading.Timer(TIMEOUT_S, emulator.kill)
        guard.start()
        said = []
        for line in emulator.stdout:
            said.append(line.decode(errors="replace"))
            if line.startswith(b"@"):
                found[line.decode().strip()[1:]] = _now(emulator.pid)
        guard.cancel()
    if "end" not in found or f"{DOWNLOAD_MIB << 20}" not in "".join(said):
        raise SystemExit("the guest did not come to its end:\n" + "".join(said[-20:]))
    return found


def _words(subject: Subject, initrd: Path, disk: Path) -> list[str]:
    program_path, *_ = subject.monitor
    kernel, append = debian.linux().kernel, "console=ttyS0 quiet"
    if subject.name == "QEMU":
        return [
            *(program_path, "-M", "virt", "-m", "256M", "-nographic", "-bios", str(FIRMWARE)),
            *("-kernel", str(kernel), "-initrd", str(initrd), "-append", append),
            *("-drive", f"file={disk},format=raw,if=none,id=disk"),
            *("-device", "virtio-blk-pci,drive=disk,disable-legacy=on"),
            *(
                "-netdev",
                "user,id=net",
                "-device",
                "virtio-net-pci,netdev=net,disable-legacy=on,romfile=",
            ),
        ]
    machine = f"virt,serial=console,pci=on,memory=256M,firmware={FIRMWARE}"
    words = [
        *(program_path, "--object", "chardev-stdio,id=console"),
        *("-M", f"{machine},kernel={kernel},initrd={initrd},append={append}"),
        *("--blockdev", f"raw,node-name=disk,file.driver=file,file.filename={disk}"),
        *("--netdev", "user,id=net"),
    ]
    for number, card in enumerate(("virtio-blk,drive=disk", "virtio-net,netdev=net")):
        name, option = card.split(",")
        words += ["--device", f"virtio-pci,id=slot{number},bus=pcie"]
        words += ["--device", f"{name},id=card{number},bus=slot{number},{option}"]
    return words


@dataclass(frozen=True)
class Boots:
    """What an emulator took each time."""

    each: list[dict[str, Moment]]

    def cpu_s(self, begin: str, end: str) -> float:
        """Between two things that the guest said."""
        taken = (moments[end].cpu_s - moments[begin].cpu_s for moments in self.each)
        return max(statistics.median(taken), 1 / TICKS)

    def start_s(self) -> float:
        return statistics.median(moments["prompt"].cpu_s for moments in self.each)

    def resident_mib(self) -> float:
        return max(moments["prompt"].resident_mib for moments in self.each)

    def idle_percent(self) -> float:
        wall = min(moments["busy"].wall_s - moments["idle"].wall_s for moments in self.each)
        return 100 * self.cpu_s("idle", "busy") / wall


def rows(ours: Subject, theirs: Subject, runs: int) -> list[Row | str]:
    """Boots of the two in turn, so that they share what else the machine does."""
    here, there = Boots([]), Boots([])
    with served_file() as port, tempfile.TemporaryDirectory(prefix="bench-") as folder:
        initrd, disk = Path(folder) / "initrd", Path(folder) / "disk"
        script = SCRIPT.replace("PORT", str(port))
        initrd.write_bytes(debian.linux().initramfs(MODULES, script, {"bin/disk": program()}))
        disk.write_bytes(bytes(DISK_MIB << 20))
        for _ in range(runs):
            for subject, boots in ((ours, here), (theirs, there)):
                boots.each.append(watch(_words(subject, initrd, disk)))

    def rate(what: str, begin: str, end: str, amount: float, unit: str) -> Row:
        rates = [amount / boots.cpu_s(begin, end) for boots in (here, there)]
        return Row(what, rates[0], rates[1], unit, is_rate=True)

    return [
        Row("from exec to a prompt", here.start_s(), there.start_s(), "s"),
        Row("resident then", here.resident_mib(), there.resident_mib(), "MiB"),
        Row("idle, of a processor", here.idle_percent(), there.idle_percent(), "%"),
        rate("disk, 1 MiB read", "sequential read", "sequential write", DISK_MIB, "MiB/s"),
        rate("disk, 1 MiB write", "sequential write", "random read", DISK_MIB, "MiB/s"),
        rate("disk, 4 KiB read", "random read", "random write", RANDOM_ACCESSES / 1e3, "k/s"),
        rate("disk, 4 KiB write", "random write", "disk done", RANDOM_ACCESSES / 1e3, "k/s"),
        rate("download", "download", "end", DOWNLOAD_MIB, "MiB/s"),
    ]
