# SPDX-License-Identifier: Apache-2.0
"""Debian's kernel finds devices of virtio on a bus of PCI Express, and uses them."""

import hashlib
import http.server
import re
import subprocess
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, run, virt

pytestmark = pytest.mark.linux

APPEND = f"console=ttyS0 {debian.PATIENT}"
MODULES = ["virtio_blk", "virtio_net", "virtio_rng", "ext4"]
SCRIPT = """
echo functions: $(cat /sys/bus/pci/devices/*/device)
ip address add 10.0.2.15/24 dev eth0
ip link set eth0 up
mount -t ext4 /dev/vda /mnt
wget -q -O /mnt/copy http://10.0.2.2:PORT/greeting
echo from the host: $(cat /mnt/greeting /mnt/copy)
umount /mnt
echo random: $(dd if=/dev/hwrng bs=16 count=1 2>/dev/null | wc -c)
dmesg | grep -E "WARNING|BUG|Oops"
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops")
poweroff -f
"""
CARDS = ("virtio-blk,drive=disk", "virtio-net,netdev=net", "virtio-rng")


@pytest.fixture(name="port")
def _port(tmp_path: Path) -> Iterator[int]:
    """A server that has the folder `files`."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "greeting").write_text("good day\n", "utf-8")
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path / "files"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def plugged(cards: Sequence[str]) -> list[str]:
    """Gives the options that put each into a function of its own."""
    options: list[str] = []
    for number, card in enumerate(cards):
        name, *rest = card.split(",")
        options += ["--device", f"virtio-pci,id=slot{number},bus=pcie"]
        options += ["--device", ",".join([name, f"id=card{number}", f"bus=slot{number}", *rest])]
    return options


def test_a_guest_uses_disk_network_and_random_numbers(tmp_path: Path, port: int) -> None:
    linux = debian.linux()
    disk = tmp_path / "disk.img"
    with open(disk, "wb") as file:
        file.truncate(16 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-d", str(tmp_path / "files"), str(disk)], check=True)
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT.replace("PORT", str(port))))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    done = run(
        *virt(pci="on", memory="256M", append=APPEND, **images),
        *("--blockdev", f"raw,node-name=disk,file.driver=file,file.filename={disk}"),
        *("--netdev", "user,id=net"),
        *plugged(CARDS),
    )
    said = done.out.replace("\r", "")
    assert "functions: 0x1042 0x1041 0x1044\n" in said
    assert "from the host: good day good day\n" in said
    assert "random: 16\n" in said
    assert "oddities: 0\n" in said, said
    assert done.status == 0
    check = ["e2fsck", "-f", "-n", str(disk)]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0


# A reader and a sender on each processor, all at the same time.
ON_EACH_PROCESSOR = """
ip address add 10.0.2.15/24 dev eth0
ip link set eth0 up
echo queues of the disk: $(ls /sys/block/vda/mq | wc -w)
echo queues of the card: $(ls -d /sys/class/net/eth0/queues/tx-* | wc -l)
for hart in 0 1 2 3; do
    part="bs=64k count=16 skip=$((16 * hart)) iflag=direct"
    taskset $((1 << hart)) dd if=/dev/vda $part 2>/dev/null | md5sum >/tmp/sum$hart &
    taskset $((1 << hart)) ping -q -c 5 -i 0.05 10.0.2.2 >/tmp/ping$hart &
done
wait
cat /tmp/sum* | cut -c 1-32
echo answered: $(cat /tmp/ping* | grep -c "5 packets received")
grep -E "req|output" /proc/interrupts
dmesg | grep -E "WARNING|BUG|Oops"
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops")
poweroff -f
"""


def test_four_processors_use_queues_of_their_own(tmp_path: Path) -> None:
    linux = debian.linux()
    disk = tmp_path / "disk.img"
    parts = [bytes([number + 1]) * (1 << 20) for number in range(4)]
    disk.write_bytes(b"".join(parts))
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(["virtio_blk", "virtio_net"], ON_EACH_PROCESSOR))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    done = run(
        *virt(
            pci="on",
            aia="aplic-imsic",
            cpus=4,
            memory="256M",
            append=APPEND,
            **images,
        ),
        *("--accel", "interp,threads=on"),
        *("--blockdev", f"file,node-name=disk,filename={disk}"),
        *("--netdev", "user,id=net"),
        *plugged(["virtio-blk,drive=disk,num-queues=4", "virtio-net,netdev=net,queue-pairs=4"]),
    )
    said = done.out.replace("\r", "")
    assert done.status == 0, said
    assert "queues of the disk: 4\n" in said
    assert "queues of the card: 4\n" in said
    for part in parts:
        assert hashlib.md5(part).hexdigest() in said
    assert "answered: 4\n" in said
    # Each interrupts the processor whose queue it is about.
    interrupts = re.findall(r"^ *\d+:((?: +\d+){4}) .*-(?:req|output)\.(\d)$", said, re.M)
    assert len(interrupts) == 8
    for counts, number in interrupts:
        assert int(counts.split()[int(number)]) > 0, said
    assert "oddities: 0\n" in said, said
