# SPDX-License-Identifier: Apache-2.0
"""Programs of our own in C for the bare machines, compiled on demand.

    program = SIFIVE_E.build()
"""

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support.emulator import ROOT
from tests.support.guests import OUTPUT

_SOURCES = ROOT / "tests" / "support" / "firmware"
_COMMON = _SOURCES / "common"
_FLAGS = (
    "-std=c11",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-Os",
    "-ffreestanding",
    "-fno-common",
    "-mcmodel=medany",
    "-nostdlib",
    "-nostartfiles",
    "-static",
    "-Wl,--build-id=none,--no-relax,--no-warn-rwx-segments",
)


@dataclass(frozen=True)
class Firmware:  # All are facts about one program.  pylint: disable=too-many-instance-attributes
    """A program, and the machine that it is for."""

    source: str
    march: str
    mabi: str
    code: int
    data: int
    stack_top: int
    boot_hart: int = 0
    more: tuple[str, ...] = ()

    def build(self) -> Path:
        """Gives its ELF file."""
        sources = [_COMMON / "start.S", _COMMON / "bare.c", _SOURCES / self.source]
        sources += [_SOURCES / name for name in self.more]
        command = [
            "riscv64-unknown-elf-gcc",
            *_FLAGS,
            f"-march={self.march}",
            f"-mabi={self.mabi}",
            f"-I{_COMMON}",
            f"-DBOOT_HART={self.boot_hart}",
            *(f"-Wl,--defsym,{name}={value:#x}" for name, value in self._places()),
            "-T",
            str(_COMMON / "link.ld"),
            *map(str, sources),
            "-lgcc",
        ]
        OUTPUT.mkdir(parents=True, exist_ok=True)
        program = OUTPUT / f"{self._digest(command)}.elf"
        if not program.exists():
            # Under another name first, for tests that run at the same time need it too.
            draft = program.with_suffix(f".{os.getpid()}")
            subprocess.run([*command, "-o", str(draft)], check=True)
            draft.rename(program)
        return program

    def _places(self) -> tuple[tuple[str, int], ...]:
        return (
            ("CODE_ORIGIN", self.code),
            ("DATA_ORIGIN", self.data),
            ("STACK_TOP", self.stack_top),
        )

    @staticmethod
    def _digest(command: list[str]) -> str:
        digest = hashlib.sha256(" ".join(command).encode())
        for path in sorted(_SOURCES.rglob("*")):
            if path.is_file():
                digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


def _for_fe310(source: str, stack_top: int) -> Firmware:
    return Firmware(
        source,
        march="rv32imac_zicsr_zifencei",
        mabi="ilp32",
        code=0x2000_0000,
        data=0x8000_0000,
        stack_top=stack_top,
    )


SIFIVE_E = _for_fe310("sifive_e/main.c", stack_top=0x8000_4000)
DUO_MCU = _for_fe310("duo/mcu.c", stack_top=0x8001_0000)
DUO_APP = Firmware(
    "duo/app.c",
    march="rv64imac_zicsr_zifencei",
    mabi="lp64",
    code=0x8000_0000,
    data=0x8010_0000,
    stack_top=0x8020_0000,
)
OPENTITAN_MINI = Firmware(
    "opentitan_mini/main.c",
    march="rv32imc_zicsr_zifencei",
    mabi="ilp32",
    code=0x2000_0000,
    data=0x1000_0000,
    stack_top=0x1002_0000,
)


def _rtos(march: str, mabi: str) -> Firmware:
    return Firmware(
        "rtos/main.c",
        march=march,
        mabi=mabi,
        code=0x8000_0000,
        data=0x8010_0000,
        stack_top=0x8020_0000,
        more=("rtos/rtos.c", "rtos/switch.S"),
    )


RTOS = {
    "virt": _rtos("rv64imac_zicsr_zifencei", "lp64"),
    "virt32": _rtos("rv32imac_zicsr_zifencei", "ilp32"),
}
