# SPDX-License-Identifier: Apache-2.0
"""The machine `duo`: two processors of different widths, each with its program, talk both ways."""

from pathlib import Path

from tests.support.emulator import CONSOLE, Emulator
from tests.support.firmware import DUO_APP, DUO_MCU


def test_the_two_sides_exchange_messages(tmp_path: Path) -> None:
    log = tmp_path / "mcu.log"
    firmware = f"app-firmware={DUO_APP.build()},mcu-firmware={DUO_MCU.build()}"
    with Emulator(
        *CONSOLE,
        "--object",
        f"chardev-file,id=mcu,out={log}",
        "-M",
        f"duo,app-serial=console,mcu-serial=mcu,{firmware}",
    ) as duo:
        assert duo.hear("coldplug\n") == "app: rv64 asks\napp: source 1, 8 letters: coldplug\n"
        assert duo.wait() == 0
    assert log.read_text("utf-8") == "mcu: rv32 listens\nmcu: source 52, 8 letters: gulpdloc\n"


def test_each_side_needs_a_program_of_its_own_width() -> None:
    program = DUO_MCU.build()
    with Emulator("--until", "no-machine") as duo:
        duo.monitor.execute("machine-set", {"type": "duo", "app-firmware": str(program)})
        duo.monitor.execute("accel-set")
        error = duo.monitor.error("machine-init").desc
        assert "app-firmware: cannot load" in error and "32" in error
