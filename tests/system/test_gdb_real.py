# SPDX-License-Identifier: Apache-2.0
"""The server for gdb, as gdb itself sees it: gdb-multiarch in batch mode."""

import subprocess
from pathlib import Path

from tests.support import guests
from tests.support.emulator import CONSOLE, ROOT, Emulator
from tests.support.firmware import DUO_APP, DUO_MCU
from tests.support.patience import TIMEOUT_S
from tests.system.test_gdb import COUNTERS, counters


def debug(machine: Emulator, program: Path | None, *commands: str, extended: bool = False) -> str:
    """Runs gdb on the emulator's server, and gives what it says."""
    machine.monitor.execute("gdbserver-start", {"listen": "tcp:127.0.0.1:0"})
    listen = machine.monitor.execute("query-gdbservers")[-1]["listen"]
    target = "extended-remote" if extended else "remote"
    words = ["gdb-multiarch", "-nx", "-batch", *([str(program)] if program else [])]
    for command in ("set confirm off", f"target {target} {listen}", *commands):
        words += ["-ex", command]
    finished = subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    said = finished.stdout + finished.stderr
    for complaint in ("Ignoring packet error", "Truncated", "Remote failure", "Error detected"):
        assert complaint not in said, said
    return said


def test_attach_break_step_and_detach() -> None:
    program = guests.assemble(COUNTERS)
    with Emulator(*counters()) as machine:
        said = debug(
            machine,
            program,
            "info threads",
            "hbreak *store",
            "continue",
            "x/i $pc",
            "delete",
            "stepi",
            "x/i $pc",
            "print/x $mhartid < 4",
            "print $priv",
            "set var $a3 = 0x1234",
            "info registers a3",
            "print $mscratch = 77",
            "info registers mscratch",
            "print *(long*)&words > 0",
            "set var *(long*)&words = 1000000",
            "print *(long*)&words",
            "print $fa0.double = 1.5",
            "info registers fcsr mstatus satp",
            "monitor query-status",
            "detach",
        )
        for thread in range(1, 5):
            assert f"Thread 1.{thread} (/machine/cpus/hart[{thread - 1}]: machine mode)" in said
        for text in (
            "<store>:\tsd\tt1,0(a1)",
            "<add>:\tamoadd.d\tzero,t2,(a2)",
            "a3             0x1234",
            "mscratch       0x4d",
            "= 1000000",
            "= 1.5",
            '{"running":false,"status":"debug"}',
            "detached",
        ):
            assert text in said, said
        machine.monitor.wait_state("running")


def test_software_breakpoint_and_watchpoint() -> None:
    with Emulator(*counters(1), "-S") as machine:
        said = debug(
            machine,
            guests.assemble(COUNTERS),
            "break *store",
            "continue",
            "continue",
            "delete",
            "watch *(long*)&words",
            "continue",
            "rwatch *(int*)&words",
            "continue",
            "kill",
        )
        assert "Breakpoint 1, 0x" in said
        assert "Old value = 1\nNew value = 2" in said
        assert "Hardware read watchpoint 3: *(int*)&words" in said and "Value = 2" in said
        assert machine.wait() == 0


def test_steps_through_a_function_while_other_harts_run() -> None:
    with Emulator(*counters(4), "-S") as machine:
        said = debug(
            machine,
            guests.assemble(COUNTERS),
            "break *count",
            "continue",
            "delete",
            *["nexti"] * 10,
            "thread apply all print/x $mhartid",
            "print ((long*)&words)[1] > 0 && ((long*)&words)[2] > 0",
            "detach",
        )
        assert said.count("0x") > 10 and "= 0x3" in said, said
        assert "$5 = 1" in said, said


def test_harts_of_32_bits() -> None:
    text = "li a0, -2\nli a1, 5\nadd a2, a0, a1\nhere:\nsw a2, 0(sp)\naddi a2, a2, 1\nj here\n"
    program = guests.assemble(f"la sp, word\n{text}word: .word 0\n", guests.ABI_32)
    with Emulator("-M", f"virt32,firmware={program}", "-S") as machine:
        said = debug(
            machine,
            program,
            "break *here",
            "continue",
            "print $a0",
            "print $a2",
            "print/x $pc",
            "print sizeof($pc)",
            "delete",
            "watch *(int*)&word",
            "continue",
            "continue",
            "print $mstatush",
            "info registers ft0",
            "detach",
        )
        for shown in (
            "$1 = -2",
            "$2 = 3",
            "$3 = 0x800000",
            "$4 = 4",
            "New value = 3",
            "New value = 4",
            "$5 = 0",
        ):
            assert shown in said, said
        assert "{float = 0, double = 0}" in said


def test_clusters_are_processes_of_their_own() -> None:
    firmware = f"app-firmware={DUO_APP.build()},mcu-firmware={DUO_MCU.build()}"
    machine = ("-M", f"duo,app-serial=console,{firmware}")
    with Emulator(*CONSOLE, *machine, "-S") as duo:
        said = debug(
            duo,
            DUO_APP.build(),
            "add-inferior -exec " + str(DUO_MCU.build()),
            "inferior 2",
            "attach 2",
            "print sizeof($pc)",
            "break handle_trap",
            "set schedule-multiple on",
            "continue",
            "backtrace 2",
            "info threads",
            "inferior 1",
            "print sizeof($pc)",
            "info inferiors",
            "detach inferior 1",
            "detach inferior 2",
            extended=True,
        )
        assert "$1 = 4" in said and "$2 = 8" in said, said
        assert "hit Breakpoint 1.1, 0x2000" in said and "in handle_trap ()" in said, said
        assert "Thread 1.2 (/machine/app/hart[1]" in said and "/machine/mcu/cpus/hart[0]" in said
        duo.hear("app: source 1, 8 letters: coldplug\n")
        assert duo.wait() == 0


def test_gdb_without_a_machine_is_told_so() -> None:
    with Emulator("--until", "no-machine") as machine:
        said = debug(machine, None, "info threads")
        assert "The target is not running (try extended-remote?)" in said
        said = debug(machine, None, "monitor query-status", "monitor machine-set type=virt")
        assert machine.monitor.state() == "no-machine"


def test_gdb_in_extended_mode_waits_for_a_machine() -> None:
    with Emulator("--until", "no-machine") as machine:
        said = debug(
            machine,
            None,
            "monitor machine-set type=virt",
            "monitor until-phase phase=prelaunch",
            "attach 1",
            "info threads",
            "print/x $pc",
            "detach",
            extended=True,
        )
        assert "Thread 1.1 (/machine/cpus/hart[0]: machine mode)" in said
        assert "$1 = 0x1000" in said
        assert machine.monitor.state() == "prelaunch"
