# SPDX-License-Identifier: Apache-2.0
"""Debian's kernel finds devices of virtio on a bus of PCI Express, and uses them."""

import http.server
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, run, virt

pytestmark = pytest.mark.linux

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


def test_a_guest_uses_disk_network_and_random_numbers(tmp_path: Path, port: int) -> None:
    linux = debian.linux()
    disk = tmp_path / "disk.img"
    with open(disk, "wb") as file:
        file.truncate(16 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-d", str(tmp_path / "files"), str(disk)], check=True)
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT.replace("PORT", str(port))))
    devices: list[str] = []
    for number, card in enumerate(CARDS):
        name, *rest = card.split(",")
        devices += ["--device", f"virtio-pci,id=slot{number},bus=pcie"]
        devices += ["--device", ",".join([name, f"id=card{number}", f"bus=slot{number}", *rest])]
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    done = run(
        *virt(pci="on", memory="256M", append="console=ttyS0 quiet", **images),
        *("--blockdev", f"raw,node-name=disk,file.driver=file,file.filename={disk}"),
        *("--netdev", "user,id=net"),
        *devices,
    )
    said = done.out.replace("\r", "")
    assert "functions: 0x1042 0x1041 0x1044\n" in said
    assert "from the host: good day good day\n" in said
    assert "random: 16\n" in said
    assert "oddities: 0\n" in said
    assert done.status == 0
    check = ["e2fsck", "-f", "-n", str(disk)]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0
