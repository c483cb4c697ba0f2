# SPDX-License-Identifier: Apache-2.0
"""Debian's kernel has disks and network cards come and go a hundred times while they are in use.

Debian's kernels for RISC-V are built without `pciehp`, the driver of slots. What that does is done
here by a script, step by step: it sees by the slot's status that something has happened, turns the
power on and has the kernel look for the card; or has the kernel let go of it, and turns it off.
"""

from pathlib import Path

import pytest

from tests.support import debian
from tests.support.emulator import FIRMWARE, Emulator, virt
from tests.support.qmp import Message

pytestmark = pytest.mark.linux

ROUNDS = 100
MODULES = ["virtio_blk", "virtio_net"]
# Slot control and status are at 0x58 and 0x5a of a root port: words 44 and 45.
APPEND = f"console=ttyS0 {debian.PATIENT}"
SCRIPT = """
devices=/sys/bus/pci/devices

status() { dd if=$devices/0000:00:0$1.0/config bs=2 skip=45 count=1 2>/dev/null | od -An -tu2; }
end_events() { printf '\\031\\001' | dd of=$devices/0000:00:0$1.0/config bs=2 seek=45 count=1; }
power_on() { printf '\\300\\001' | dd of=$devices/0000:00:0$1.0/config bs=2 seek=44 count=1; }
power_off() {
    printf '\\300\\006' | dd of=$devices/0000:00:0$1.0/config bs=2 seek=44 count=1
    printf '\\300\\007' | dd of=$devices/0000:00:0$1.0/config bs=2 seek=44 count=1
}
use_disk() {
    disk=/dev/$(ls $1/virtio*/block)
    dd if=$disk of=/dev/null bs=64k count=2 iflag=direct && echo disk is up
    while nice -n 19 dd if=$disk of=/dev/null bs=64k iflag=direct; do :; done
}
use_network() {
    card=$(ls $1/virtio*/net)
    ip address add 10.0.2.15/24 dev $card
    ip link set $card up
    ping -q -c 1 10.0.2.2 >/dev/null && echo network is up
    nice -n 19 ping -q -A 10.0.2.2 >/dev/null
}
serve() {
    card=$devices/0000:0$1:00.0
    while :; do
        if [ $(($(status $1) & 9)) = 0 ]; then
            usleep 50000
            continue
        fi
        end_events $1
        now=$(status $1)
        if [ -e $card ]; then
            echo 1 > $card/remove
            power_off $1
        elif [ $((now & 64)) != 0 ]; then
            power_on $1
            end_events $1  # all of them are about this card
            echo 1 > $devices/0000:00:0$1.0/rescan
            $2 $card &
        fi
    done 2>/dev/null
}
same() { cmp $devices/0000:03:00.0/$1 $devices/0000:01:00.0/$1 && echo same $1; }

dmesg -c > /dev/null
serve 1 use_disk &
serve 2 use_network &
read line
for name in vendor device class revision subsystem_device; do
    same $name
done
serve 3 use_disk &
read line
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops|Call Trace|rror|fail|unable")
dmesg | grep -E "WARNING|BUG|Oops|Call Trace|rror|fail|unable"
poweroff -f
"""
DISK: Message = {"driver": "virtio-blk-pci", "id": "disk", "bus": "rp[0]", "drive": "hot"}
NETWORK: Message = {"driver": "virtio-net-pci", "id": "card", "bus": "rp[1]", "netdev": "net"}


def test_cards_come_and_go_a_hundred_times(tmp_path: Path) -> None:
    linux = debian.linux()
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs(MODULES, SCRIPT))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    options = {"pci": "on", "root-ports": 3, "memory": "256M", "append": APPEND}
    with Emulator(
        *virt(**options, **images),
        *("--blockdev", "null-co,node-name=hot,size=16M"),
        *("--blockdev", "null-co,node-name=cold,size=16M"),
        *("--netdev", "user,id=net"),
        *("-d", "virtio-blk-pci,id=twin,bus=rp[2],drive=cold"),
    ) as machine:
        monitor = machine.monitor
        for each in range(ROUNDS):
            for card, sign in ((DISK, "disk is up"), (NETWORK, "network is up")):
                monitor.execute("device_add", card)
                machine.hear(sign)
            if each == ROUNDS - 1:
                machine.type("\n")
                machine.hear("same subsystem_device")
            for card in (DISK, NETWORK):
                monitor.execute("device_del", {"id": card["id"], "timeout": 30_000})
            gone = {monitor.wait_event("DEVICE_DELETED")["data"]["device"] for _ in range(2)}
            assert gone == {"disk", "card"}
        monitor.execute("device_del", {"id": "twin"})
        assert monitor.wait_event("DEVICE_DELETED")["data"]["device"] == "twin"
        machine.type("\n")
        machine.hear("oddities: 0")
        assert machine.wait() == 0
