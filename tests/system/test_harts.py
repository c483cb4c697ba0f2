# SPDX-License-Identifier: Apache-2.0
"""What harts have: as a monitor sees it, and as Debian's kernel finds and uses it."""

import re
from pathlib import Path

import pytest

from tests.support import debian, guests
from tests.support.emulator import FIRMWARE, Emulator, run, virt

# Those that Linux looks for; it uses cbo.zero, Sstc, Svinval, Zbb and others from its first second.
KNOWN = "zicbom zicboz zicntr zicond zihintpause zihpm zawrs zba zbb zbc zbs sstc svinval svnapot"
EVERYTHING = f"rv64gc_{KNOWN.replace(' ', '_')}_zicbop_sdtrig_svadu"
SCRIPT = """
cat /proc/cpuinfo
for n in 1 2 3; do dd if=/dev/zero of=/tmp/zeroes bs=1M count=8 2>/dev/null; done
echo harts: $(cat /sys/devices/system/cpu/online)
dmesg | grep -E "WARNING|BUG|Oops"
echo oddities: $(dmesg | grep -cE "WARNING|BUG|Oops")
echo without size: $(dmesg | grep -c "no cbo.-block-size")
poweroff -f
"""


@pytest.mark.linux
@pytest.mark.parametrize(
    "isa, mmu, cpus", [("", "sv39", 1), ("_sv48", "sv48", 2), ("_sv57", "sv57", 8)]
)
def test_debian_uses_all_that_harts_have(isa: str, mmu: str, cpus: int, tmp_path: Path) -> None:
    linux = debian.linux()
    initrd = tmp_path / "initrd"
    initrd.write_bytes(linux.initramfs([], SCRIPT))
    images = {"firmware": FIRMWARE, "kernel": linux.kernel, "initrd": initrd}
    append = f"console=ttyS0 {debian.PATIENT}"
    machine = virt(cpus=cpus, isa=EVERYTHING + isa, memory="256M", append=append, **images)
    done = run(*machine, "--accel", f"interp,threads={'on' if cpus > 1 else 'off'}")
    said = done.out.replace("\r", "")
    assert done.status == 0, said
    assert "oddities: 0\n" in said, said
    assert "without size: 0\n" in said
    assert f"harts: {'0' if cpus == 1 else f'0-{cpus - 1}'}\n" in said
    assert re.findall(r"^mmu\t+: (\w+)", said, re.M) == [mmu] * cpus
    found = re.findall(r"^isa\t+: rv64imafdc_(\w+)", said, re.M)
    assert len(found) == cpus
    for extensions in found:
        assert set(KNOWN.split()) <= set(extensions.split("_"))


def test_monitor_sees_what_an_isa_comes_to() -> None:
    with Emulator("-M", "virt,isa=rv64gcb_sstc", "-S") as machine:
        where = {"path": "/machine/cpus/hart[0]", "property": "extensions"}
        found = machine.monitor.execute("qom-get", where)
    assert " ".join(found) == "i m a f d c zicntr zicsr zifencei zba zbb zbs sstc"


def test_monitor_sees_how_much_a_hart_has_executed() -> None:
    program = guests.assemble("1: addi t0, t0, 1\n j 1b")
    where = {"path": "/machine/cpus/hart[0]", "property": "instructions"}
    with Emulator(*virt(firmware=program), "-S") as machine:
        monitor = machine.monitor
        assert monitor.execute("qom-get", where) == 0
        monitor.execute("cont")
        while monitor.execute("qom-get", where) < 1000:
            pass
        monitor.execute("stop")
        stood = monitor.execute("qom-get", where)
        assert monitor.execute("qom-get", where) == stood


def test_a_trap_handler_of_the_guest_is_all_that_notices_what_an_isa_leaves_out() -> None:
    program = guests.assemble(
        f"""
        la   t0, handler
        csrw mtvec, t0
        .word 0x00d00073    # wrs.nto
    handler:
        csrr t1, mcause
        li   t2, 2
        bne  t1, t2, wrong
        {guests.finishing(guests.PASS)}
    wrong:
        {guests.finishing(guests.fail(1))}
        """
    )
    assert run(*virt(firmware=program, isa="rv64gc")).status == 0
    # Here it waits for nothing, and falls into the handler.
    assert run(*virt(firmware=program, isa="rv64gc_zawrs")).status == 1
