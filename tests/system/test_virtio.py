# SPDX-License-Identifier: Apache-2.0
"""Debian's kernel with its own drivers for virtio devices.

One guest is for all tests of a process, which do not depend on each other.
"""

import hashlib
import http.server
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, Emulator, virt

pytestmark = pytest.mark.linux

PROMPT = "guest# "
MODULES = [
    *("virtio_mmio", "virtio_blk", "virtio_net", "virtio_rng", "virtio_balloon", "ext4"),
]
SCRIPT = f"""
export PS1='{PROMPT}'
ifconfig lo 127.0.0.1 up
ip address add 10.0.2.15/24 dev eth0
ip link set eth0 up
exec sh </dev/console >/dev/console 2>&1
"""
MIB = 1 << 20
DISK_BYTES = 16 * MIB
PACKED_BYTES = 4 * MIB
WAIT_S = 300.0


@dataclass(frozen=True)
class Guest:
    """A guest that has started, and what is behind its devices."""

    machine: Emulator
    folder: Path

    def run(self, line: str) -> str:
        """Gives what a command prints."""
        return self.machine.ask(line, PROMPT).removesuffix(PROMPT).strip()


@pytest.fixture(name="guest", scope="module")
def started_guest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guest]:
    """Starts the guest with two disks, a network card, a console with a second line, and more."""
    linux = debian.linux()
    folder = tmp_path_factory.mktemp("virtio")
    initrd = folder / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT))
    (folder / "files").mkdir()
    (folder / "files" / "hello").write_text("hello\n")
    with open(folder / "disk.img", "wb") as disk:
        disk.truncate(DISK_BYTES)
    make = ("mkfs.ext4", "-q", "-F", "-d", str(folder / "files"), str(folder / "disk.img"))
    subprocess.run(make, check=True)
    (folder / "packed.img").write_bytes(b"".join(b"%07d\n" % i for i in range(PACKED_BYTES // 8)))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    options = [
        *virt(memory="256M", append="console=ttyS0 quiet", **images),
        *blockdev("disk", folder / "disk.img"),
        *blockdev("packed", folder / "packed.img"),
        *("--object", f"chardev-file,id=hvc,out={folder / 'hvc'}"),
        *("--object", f"chardev-file,id=line,out={folder / 'line'}"),
        *("--netdev", "user,id=net"),
        *("--device", "virtio-blk,id=blk0,bus=virtio[0],drive=disk,serial=first"),
        *("--device", "virtio-blk,id=blk1,bus=virtio[1],drive=packed,packed=on"),
        *("--device", "virtio-net,id=nic,bus=virtio[2],netdev=net,packed=on"),
        *("--device", "virtio-rng,id=rng,bus=virtio[3]"),
        *("--device", "virtio-console,id=con,bus=virtio[4],chardev=hvc,ports.0=line"),
        *("--qom-set", "con,property=rows,value=50"),
        *("--device", "virtio-balloon,id=balloon,bus=virtio[5]"),
    ]
    with Emulator(*options) as machine:
        machine.hear(PROMPT)
        guest = Guest(machine, folder)
        guest.run("stty -echo")
        yield guest


def blockdev(name: str, path: Path) -> tuple[str, str]:
    """Gives the option for a disk that is a file."""
    return "--blockdev", f"raw,node-name={name},file.driver=file,file.filename={path}"


def wait_for(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_S
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_guest_writes_to_a_file_system_that_stays_whole(guest: Guest) -> None:
    assert guest.run("cat /sys/block/vda/serial") == "first"
    assert guest.run("mount -t ext4 /dev/vda /mnt") == ""
    assert guest.run("cat /mnt/hello") == "hello"
    assert guest.run("dd if=/dev/vdb of=/mnt/copy bs=64k count=16 2>/dev/null; sync") == ""
    copied = (guest.folder / "packed.img").read_bytes()[:MIB]
    assert guest.run("md5sum /mnt/copy | cut -c 1-32") == hashlib.md5(copied).hexdigest()
    assert guest.run("umount /mnt") == ""
    check = ["e2fsck", "-f", "-n", str(guest.folder / "disk.img")]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0


def test_guest_reads_the_same_after_it_went_back_in_time(guest: Guest) -> None:
    monitor = guest.machine.monitor
    where = {"tag": "one", "vmstate": str(guest.folder)}
    guest.machine.type("md5sum /dev/vdb | cut -c 1-32\n")
    time.sleep(0.1)
    monitor.execute("snapshot-save", {"job-id": "save", **where})
    expected = hashlib.md5((guest.folder / "packed.img").read_bytes()).hexdigest()
    assert expected in guest.machine.hear(PROMPT)
    wait_for(lambda: conclusion(guest, "save") == "concluded")
    monitor.execute("snapshot-load", {"job-id": "load", **where})
    assert expected in guest.machine.hear(PROMPT)
    assert conclusion(guest, "load") == "concluded"
    assert guest.run("dd if=/dev/vdb bs=8 count=1 2>/dev/null") == "0000000"


def conclusion(guest: Guest, job: str) -> str:
    """Gives the state of a job, which must not have failed."""
    jobs = {item["id"]: item for item in guest.machine.monitor.execute("query-jobs")}
    assert "error" not in jobs[job], jobs[job]
    return str(jobs[job]["status"])


def test_guest_sees_a_disk_grow(guest: Guest) -> None:
    arguments = {"node-name": "packed", "size": PACKED_BYTES + 512}
    assert guest.run("cat /sys/block/vdb/size") == str(PACKED_BYTES // 512)
    guest.machine.monitor.execute("block_resize", arguments)
    wait_for(lambda: guest.run("cat /sys/block/vdb/size") == str(PACKED_BYTES // 512 + 1))


def test_guest_downloads_and_uploads(guest: Guest, tmp_path: Path) -> None:
    data = "".join(f"{number:07d}\n" for number in range(MIB // 8)).encode()
    (tmp_path / "data").write_bytes(data)
    uploads: list[bytes] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        """Gives what is there, and keeps what it gets."""

        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(tmp_path))  # type: ignore[arg-type]

        def do_POST(self) -> None:  # pylint: disable=invalid-name
            uploads.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:  # pylint: disable=arguments-differ
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://10.0.2.2:{server.server_port}"
    try:
        assert guest.run(f"wget -q -O /tmp/data {address}/data") == ""
        expected = hashlib.md5(data).hexdigest()
        assert guest.run("md5sum /tmp/data | cut -c 1-32") == expected
        assert guest.run(f"wget -q -O /dev/null --post-file=/tmp/data {address}/") == ""
    finally:
        server.shutdown()
        server.server_close()
    assert [hashlib.md5(upload).hexdigest() for upload in uploads] == [expected]


def test_guest_notices_that_the_cable_is_pulled(guest: Guest) -> None:
    def is_carrier(wanted: str) -> bool:
        return guest.run("cat /sys/class/net/eth0/carrier") == wanted

    guest.machine.monitor.execute("set_link", {"name": "net", "up": False})
    wait_for(lambda: is_carrier("0"))
    guest.machine.monitor.execute("set_link", {"name": "net", "up": True})
    wait_for(lambda: is_carrier("1"))


def test_guest_gets_random_numbers(guest: Guest) -> None:
    assert guest.run("cat /sys/class/misc/hw_random/rng_current") == "virtio_rng.0"
    assert guest.run("dd if=/dev/hwrng bs=32 count=4 2>/dev/null | wc -c") == "128"


def test_guest_speaks_on_its_console_and_on_another_line(guest: Guest) -> None:
    assert guest.run("echo on the console >/dev/hvc0") == ""
    assert guest.run("echo on a line >/dev/vport4p1") == ""
    wait_for(lambda: (guest.folder / "line").read_bytes() == b"on a line\n")
    wait_for(lambda: b"on the console" in (guest.folder / "hvc").read_bytes())


@pytest.mark.parametrize("rows, columns", [(50, 132), (24, 80)])
def test_guest_sees_its_console_change_its_size(guest: Guest, rows: int, columns: int) -> None:
    for name, value in (("rows", rows), ("columns", columns)):
        where = {"path": "con", "property": name, "value": value}
        guest.machine.monitor.execute("qom-set", where)
    wait_for(lambda: guest.run("stty size </dev/hvc0") == f"{rows} {columns}")


def test_guest_gives_memory_back(guest: Guest) -> None:
    monitor = guest.machine.monitor
    assert monitor.execute("query-balloon") == {"actual": 256 * MIB}
    monitor.execute("balloon", {"value": 224 * MIB})
    assert monitor.wait_event("BALLOON_CHANGE")["data"]["actual"] < 256 * MIB
    wait_for(lambda: bool(monitor.execute("query-balloon") == {"actual": 224 * MIB}))
    monitor.execute("balloon", {"value": 256 * MIB})
    wait_for(lambda: bool(monitor.execute("query-balloon") == {"actual": 256 * MIB}))
