# SPDX-License-Identifier: Apache-2.0
"""A guest whose network is another program, by vhost-user."""

import time
from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, Emulator, virt
from tests.support.vhost_user import Neighbour

pytestmark = pytest.mark.linux

PROMPT = "guest# "
SCRIPT = f"""
export PS1='{PROMPT}'
ip address add 10.0.3.15/24 dev eth0
ip link set eth0 up
exec sh </dev/console >/dev/console 2>&1
"""
PING = "ping -c 3 -s 1400 -W 60 10.0.3.2 | grep -c 'bytes from'"
WAIT_S = 300.0


def test_guest_reaches_one_back_end_after_the_other(tmp_path: Path) -> None:
    linux = debian.linux()
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(["virtio_mmio", "virtio_net"], SCRIPT))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    path = tmp_path / "vhost.sock"
    options = [
        *virt(memory="256M", append="console=ttyS0 quiet", **images),
        *("--netdev", f"vhost-user,id=net,server=on,addr.type=unix,addr.path={path}"),
        *("--device", "virtio-net,id=nic,bus=virtio[0],netdev=net"),
    ]
    with Emulator(*options) as machine:
        machine.hear(PROMPT)
        machine.ask("stty -echo", PROMPT)
        for _ in range(2):
            with Neighbour(path, "10.0.3.2"):
                deadline = time.monotonic() + WAIT_S
                # What is sent before the back end is ready is lost.
                while machine.ask(PING, PROMPT).removesuffix(PROMPT).strip() != "3":
                    assert time.monotonic() < deadline
        (network,) = machine.monitor.execute("query-netdevs")
        assert network["info"] == f"vhost-user:unix:{path},server=on"
        assert network["received"] >= 6
        assert network["dropped"] == 0
