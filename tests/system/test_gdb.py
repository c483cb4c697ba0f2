# SPDX-License-Identifier: Apache-2.0
"""The server for gdb, as a client of the protocol sees it. The real gdb is in test_gdb_real.py."""

import socket
import struct
import xml.etree.ElementTree
from pathlib import Path

import pytest

from tests.support import gdb_remote, guests
from tests.support.emulator import Emulator, run, virt
from tests.support.gdb_remote import FIRST_CSR, FIRST_FLOAT, PC, PRIVILEGE, GdbRemote, connect
from tests.system.test_run_state import COUNTING

START = 0x8000_0000
A0, A1, T0, T1 = 10, 11, 5, 6
MSTATUS, MHARTID, MEPC = FIRST_CSR + 0x300, FIRST_CSR + 0xF14, FIRST_CSR + 0x341
# Each hart counts in a word of its own, and all in another one.
COUNTERS = """
    csrr t0, mhartid
    la   a0, words
    slli t1, t0, 3
    add  a1, a0, t1
    li   t2, 1
count:
    ld   t1, 0(a1)
    addi t1, t1, 1
store:
    sd   t1, 0(a1)
add:
    amoadd.d zero, t2, 64(a0)
    j    count
    .balign 4096
words:
    .zero 128
""".replace(
    "64(a0)", "(a2)"
).replace(
    "li   t2, 1", "li   t2, 1\n    addi a2, a0, 64"
)


def counters(cpus: int = 4) -> tuple[str, ...]:
    """Gives the options for harts that count."""
    return ("-M", f"virt,cpus={cpus},firmware={guests.assemble(COUNTERS)}")


def symbol(program: Path, name: str) -> int:
    """Gives the address of a symbol of a 64-bit ELF file."""
    data = program.read_bytes()
    sections = struct.unpack_from("<Q", data, 40)[0]
    count = struct.unpack_from("<H", data, 60)[0]
    headers = [struct.unpack_from("<IIQQQQIIQQ", data, sections + 64 * i) for i in range(count)]
    table = next(header for header in headers if header[1] == 2)
    strings = headers[table[6]][4]
    for entry in range(table[4], table[4] + table[5], 24):
        name_at, _, _, _, value, _ = struct.unpack_from("<IBBHQQ", data, entry)
        start = strings + name_at
        if data[start : data.index(b"\0", start)].decode() == name:
            return int(value)
    raise AssertionError(f"{program} has no {name}")


def counter_symbol(name: str) -> int:
    """Gives an address in the guest that counts."""
    return symbol(guests.assemble(COUNTERS), name)


def test_guest_stops_for_gdb_and_goes_on_when_it_leaves() -> None:
    with Emulator(*counters()) as machine:
        machine.monitor.wait_state("running")
        with connect(machine) as gdb:
            assert gdb.ask("?") == "T02thread:p1.1;"
            assert machine.monitor.state() == "paused"
            machine.monitor.wait_event("STOP")
            assert gdb.ask("D;1") == "OK"
            assert machine.monitor.state() == "running"
            machine.monitor.wait_event("RESUME")


def test_guest_that_stood_before_stands_afterwards() -> None:
    with Emulator(*counters(), "-S") as machine:
        with connect(machine) as gdb:
            assert gdb.ask("?") == "T05thread:p1.1;"
            assert machine.monitor.state() == "prelaunch"
            assert gdb.ask("D") == "OK"
        assert machine.monitor.state() == "prelaunch"


def test_gdb_that_is_lost_leaves_nothing_behind() -> None:
    with Emulator(*counters()) as machine:
        machine.monitor.wait_state("running")
        with connect(machine) as gdb:
            gdb.ask("?")
            assert gdb.ask(f"Z0,{counter_symbol('store'):x},4") == "OK"
        machine.monitor.wait_state("running")
        machine.monitor.events.clear()
        with connect(machine) as gdb:
            assert gdb.ask("?") == "T02thread:p1.1;"


def test_breakpoint_step_and_continue() -> None:
    store = counter_symbol("store")
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        assert gdb.ask(f"Z0,{store:x},4") == "OK"
        assert gdb.ask(f"Z0,{store:x},4") == "OK"
        assert machine.monitor.execute("query-breakpoints") == []
        assert gdb.resume() == "T05thread:p1.1;swbreak:;"
        assert machine.monitor.state() == "debug"
        assert gdb.register(PC) == store
        counted = gdb.register(T1)
        assert gdb.ask(f"z0,{store:x},4") == "OK"
        assert gdb.resume("s:p1.1") == "T05thread:p1.1;"
        assert gdb.register(PC) == store + 4
        assert gdb.ask(f"Z1,{store:x},4") == "OK"
        assert gdb.resume() == "T05thread:p1.1;hwbreak:;"
        assert gdb.register(T1) == counted + 1
        assert gdb.resume() == "T05thread:p1.1;hwbreak:;", "it is passed without being removed"
        assert gdb.register(T1) == counted + 2


def test_breakpoint_leaves_memory_as_it_is() -> None:
    store = counter_symbol("store")
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        before = gdb.memory(store, 8)
        gdb.ask(f"Z0,{store:x},4")
        gdb.resume()
        assert gdb.memory(store, 8) == before


def test_step_executes_one_instruction_of_one_hart() -> None:
    with Emulator(*counters(2), "-S") as machine, connect(machine) as gdb:
        store = counter_symbol("store")
        gdb.ask(f"Z0,{store:x},4")
        gdb.resume()
        gdb.ask("Hgp1.2")
        second = gdb.register(PC)
        gdb.ask("Hgp1.1")
        retired = gdb.register(FIRST_CSR + 0xB02)
        for steps in range(1, 6):
            assert gdb.resume("s:p1.1") == "T05thread:p1.1;"
            assert gdb.register(FIRST_CSR + 0xB02) == retired + steps
        gdb.ask("Hgp1.2")
        assert gdb.register(PC) == second


def test_thread_that_no_action_names_stands() -> None:
    words = counter_symbol("words")
    with Emulator(*counters(2), "-S") as machine, connect(machine) as gdb:
        gdb.ask(f"Z0,{counter_symbol('add'):x},4")
        for _ in range(20):
            assert gdb.resume("c:p1.2") == "T05thread:p1.2;swbreak:;"
        first, second = struct.unpack("<QQ", gdb.memory(words, 16))
        assert (first, second) == (0, 20)


@pytest.mark.parametrize("kind, name", [(2, "watch"), (4, "awatch")])
def test_watchpoint_tells_the_address_before_the_store(kind: int, name: str) -> None:
    words, store = counter_symbol("words"), counter_symbol("store")
    with Emulator(*counters(2), "-S") as machine, connect(machine) as gdb:
        # The last byte of hart 1's word: a store of eight bytes reaches it.
        assert gdb.ask(f"Z{kind},{words + 15:x},1") == "OK"
        stop = gdb.resume()
        if kind == 4:
            assert stop == f"T05thread:p1.2;awatch:{words + 15:x};"
            assert gdb.register(PC) == counter_symbol("count")
            stop = gdb.resume()
        assert stop == f"T05thread:p1.2;{name}:{words + 15:x};"
        assert gdb.register(PC) == store
        assert gdb.register(T1) == 1
        assert gdb.memory(words + 8, 8) == bytes(8)
        event = machine.monitor.wait_event("WATCHPOINT")["data"]
        assert event["hart"] == "/machine/cpus/hart[1]" and event["address"] == words + 15
        while "awatch" in (stop := gdb.resume()) and gdb.register(PC) != store:
            pass
        assert gdb.register(T1) == 2, stop
        assert gdb.memory(words + 8, 8) == struct.pack("<Q", 1)


def test_watchpoint_for_loads_lets_stores_pass() -> None:
    words = counter_symbol("words")
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        assert gdb.ask(f"Z3,{words:x},8") == "OK"
        for count in range(3):
            assert gdb.resume() == f"T05thread:p1.1;rwatch:{words:x};"
            assert gdb.register(PC) == counter_symbol("count")
            assert struct.unpack("<Q", gdb.memory(words, 8)) == (count,)
        assert gdb.ask(f"z3,{words:x},8") == "OK"
        gdb.send("vCont;c")
        gdb.send_bytes(b"\x03")
        assert gdb.read() == "T02thread:p1.1;"


def test_watchpoint_sees_atomic_instructions() -> None:
    words = counter_symbol("words")
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        gdb.ask(f"Z2,{words + 64:x},4")
        assert gdb.resume() == f"T05thread:p1.1;watch:{words + 64:x};"
        assert gdb.register(PC) == counter_symbol("add")


def test_registers_of_all_kinds() -> None:
    with Emulator(*counters(2), "-S") as machine, connect(machine) as gdb:
        assert gdb.ask("Hgp1.2") == "OK"
        assert gdb.register(MHARTID) == 1
        assert gdb.set_register(A0, 0x1122_3344_5566_7788) == "OK"
        assert gdb.register(A0) == 0x1122_3344_5566_7788
        general = bytes.fromhex(gdb.ask("g"))
        assert len(general) == 33 * 8
        assert struct.unpack_from("<Q", general, 8 * A0)[0] == 0x1122_3344_5566_7788
        changed = general[: 8 * A1] + struct.pack("<Q", 5) + general[8 * A1 + 8 :]
        assert gdb.ask("G" + changed.hex()) == "OK"
        assert gdb.register(A1) == 5
        assert gdb.set_register(FIRST_FLOAT + 3, 0x3FF0_0000_0000_0000) == "OK"
        assert gdb.register(FIRST_FLOAT + 3) == 0x3FF0_0000_0000_0000
        assert gdb.set_register(MEPC, 0x8000_1234) == "OK"
        assert gdb.register(MEPC) == 0x8000_1234
        assert gdb.set_register(PRIVILEGE, 1) == "OK" and gdb.register(PRIVILEGE) == 1
        assert gdb.set_register(MHARTID, 7).startswith("E")
        assert gdb.ask("p1042").startswith("E") and gdb.ask("pffffffffffffffffff").startswith("E")
        assert gdb.ask("Hgp1.1") == "OK" and gdb.register(A0) != 0x1122_3344_5566_7788


def test_description_is_well_formed_and_of_the_thread() -> None:
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        root = xml.etree.ElementTree.fromstring(gdb.description())
        assert root.findtext("architecture") == "riscv:rv64"
        names = {register.attrib["name"] for register in root.iter("reg")}
        assert {"zero", "t6", "pc", "ft0", "fcsr", "mstatus", "satp", "pmpaddr15", "priv"} <= names
        assert "stimecmp" in names or "stimecmp" not in names
        assert gdb.ask("qXfer:features:read:target.xml:ffffff,10") == "l"
        assert gdb.ask("qXfer:features:read:other.xml:0,10") == "E00"


def test_memory_is_what_the_hart_sees() -> None:
    program = guests.assemble(
        """
        la   t0, table
        li   t1, 0x200000cf         # a gigabyte at 0x80000000
        sd   t1, 16(t0)
        li   t1, 0x200000cf         # and again at 0x40000000
        sd   t1, 8(t0)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        li   t0, -1
        csrw pmpaddr0, t0
        li   t0, 0x1f
        csrw pmpcfg0, t0
        la   t0, supervisor
        csrw mepc, t0
        li   t0, 0x800
        csrs mstatus, t0
        mret
    supervisor:
        j    supervisor
        .balign 4096
    table:
        .zero 4096
    text:
        .asciz "translated"
        """
    )
    text = symbol(program, "text")
    with Emulator("-M", f"virt,firmware={program}", "-S") as machine, connect(machine) as gdb:
        assert gdb.memory(text, 10) == b"translated"
        assert gdb.ask(f"m{text - 0x4000_0000:x},a").startswith("E"), "not mapped yet"
        gdb.ask(f"Z0,{symbol(program, 'supervisor'):x},4")
        gdb.resume()
        assert gdb.register(PRIVILEGE) == 1
        assert gdb.memory(text - 0x4000_0000, 10) == b"translated"
        assert gdb.ask("m1000,4").startswith("E"), "no translation"
        assert gdb.ask(f"M{text - 0x4000_0000:x},2:5452") == "OK"
        assert gdb.ask(f"X{text + 2:x},1:A") == "OK"
        assert gdb.memory(text, 10) == b"TRAnslated"
        assert gdb.ask("Qqemu.PhyMemMode:1") == "OK" and gdb.ask("qqemu.PhyMemMode") == "1"
        assert gdb.memory(0x1000_0005, 1) == b"\x60", "the uart's line status"
        assert gdb.ask(f"m{text - 0x4000_0000:x},a").startswith("E")


def test_written_code_is_executed() -> None:
    with Emulator("-M", f"virt,firmware={guests.spinner()}") as machine, connect(machine) as gdb:
        gdb.ask("?")
        # li a0, 7; j .
        assert gdb.ask(f"M{START:x},8:{struct.pack('<II', 0x00700513, 0x0000006F).hex()}") == "OK"
        gdb.ask(f"Z0,{START + 4:x},4")
        assert gdb.resume() == "T05thread:p1.1;swbreak:;"
        assert gdb.register(A0) == 7


def test_threads_say_what_they_are() -> None:
    with Emulator(*counters(), "-S") as machine, connect(machine) as gdb:
        assert gdb.threads() == ["p1.1", "p1.2", "p1.3", "p1.4"]
        info = bytes.fromhex(gdb.ask("qThreadExtraInfo,p1.3")).decode()
        assert info == "/machine/cpus/hart[2]: machine mode"
        assert gdb.ask("Tp1.4") == "OK" and gdb.ask("Tp1.5").startswith("E")
        assert gdb.ask("qC") == "QCp1.1" and gdb.ask("qAttached:1") == "1"
        assert gdb.ask("vCont?") == "vCont;c;C;s;S"


def test_threads_without_processes_have_plain_names() -> None:
    with Emulator(*counters(), "-S") as machine, connect(machine, "qSupported") as gdb:
        assert gdb.threads() == ["1", "2", "3", "4"]
        assert gdb.ask("?") == "T05thread:1;"
        gdb.ask(f"Z0,{counter_symbol('store'):x},4")
        assert gdb.ask("Hc2") == "OK"
        assert gdb.ask("c") == "T05thread:2;"
        assert gdb.ask("s") == "T05thread:2;"
        assert gdb.ask(f"c{START:x}") == "T05thread:2;"


def test_monitor_runs_commands() -> None:
    with Emulator(*counters(), "-S") as machine, connect(machine) as gdb:
        assert gdb.monitor("query-status") == '{"running":false,"status":"prelaunch"}\n'
        assert gdb.monitor("stop").startswith("stop: not in phase prelaunch")
        assert "expected key=value" in gdb.monitor("qom-get x")
        assert gdb.monitor("qom-get path=/machine/cpus/hart[1] property=hartid") == "1\n"
        assert gdb.monitor("system_reset") == ""
        machine.monitor.wait_event("RESET")
        assert gdb.ask("qRcmd,0").startswith("E")


def test_commands_of_monitors_and_of_gdb_go_together() -> None:
    with Emulator(*counters()) as machine, connect(machine) as gdb:
        gdb.ask("?")
        gdb.send("vCont;c")
        machine.monitor.wait_state("running")
        machine.monitor.execute("stop")
        assert gdb.read() == "T02thread:p1.1;"
        gdb.send("vCont;c")
        machine.monitor.wait_state("running")
        machine.monitor.execute("breakpoint-add", {"address": counter_symbol("store")})
        assert gdb.read().startswith("T05thread:p1.")
        machine.monitor.execute("cont")
        machine.monitor.wait_state("debug")


def test_guest_that_ends_is_told_of() -> None:
    program = guests.finisher(guests.PASS)
    with Emulator("-M", f"virt,firmware={program}", "-S", "--no-shutdown") as machine:
        with connect(machine) as gdb:
            assert gdb.resume() == "T03thread:p1.1;"
            assert machine.monitor.state() == "shutdown"
            gdb.send("vCont;c")
            assert bytes.fromhex(gdb.read()[1:]).startswith(b"cont: not in phase shutdown")
            assert gdb.read() == "T03thread:p1.1;"
    with Emulator("-M", f"virt,firmware={guests.finisher(guests.fail(3))}", "-S") as machine:
        with connect(machine) as gdb:
            assert gdb.resume() == "W03;process:1"
            assert machine.wait() == 3


def test_step_over_the_end_of_the_guest() -> None:
    program = guests.finisher(guests.PASS)
    with Emulator("-M", f"virt,firmware={program}", "-S", "--no-shutdown") as machine:
        with connect(machine) as gdb:
            steps = 1
            while (stop := gdb.resume("s:1")) == "T05thread:p1.1;":
                steps += 1
            assert stop == "T03thread:p1.1;" and steps == 4
        assert machine.monitor.state() == "shutdown"


def test_kill_ends_the_program() -> None:
    for packet in ("k", "vKill;1"):
        with Emulator(*counters(1)) as machine, connect(machine) as gdb:
            gdb.send(packet)
            assert machine.wait() == 0


def test_gdb_comes_before_the_machine() -> None:
    with Emulator("--until", "no-machine") as machine, connect(machine) as gdb:
        assert gdb.ask("?") == "W00", "plain gdb says that nothing runs"
        assert gdb.ask("!") == "OK"
        assert gdb.threads() == [] and gdb.ask("qC") == ""
        assert gdb.ask("g").startswith("E") and gdb.ask("vCont;c").startswith("E")
        assert gdb.ask("vAttach;1").startswith("E")
        machine.monitor.execute("machine-set", {"type": "virt"})
        machine.monitor.execute("accel-set")
        machine.monitor.execute("machine-init")
        assert gdb.ask("vAttach;1") == "T05thread:p1.1;"
        gdb.send("vCont;c")
        assert bytes.fromhex(gdb.read()[1:]).startswith(b"cont: not in phase machine-initialized")
        assert gdb.read() == "T05thread:p1.1;"


def test_second_gdb_is_hung_up_on() -> None:
    with Emulator(*counters(), "-S") as machine, connect(machine) as gdb:
        servers = machine.monitor.execute("query-gdbservers")
        name = gdb.socket.getsockname()
        assert servers[0]["client"] == f"{name[0]}:{name[1]}"
        with GdbRemote(socket.create_connection(gdb.socket.getpeername()), "") as second:
            assert second.has_hung_up()
        assert gdb.ask("?") == "T05thread:p1.1;"


def test_servers_come_and_go() -> None:
    with Emulator(*counters(), "-S") as machine:
        monitor = machine.monitor
        monitor.execute("gdbserver-start", {"listen": "tcp:127.0.0.1:0", "id": "one"})
        monitor.execute("gdbserver-start", {"listen": "tcp:127.0.0.1:0"})
        assert [one["id"] for one in monitor.execute("query-gdbservers")] == ["one", "gdb0"]
        error = monitor.error("gdbserver-start", {"listen": "tcp:127.0.0.1:0", "id": "one"})
        assert error.desc == "there is a server for gdb 'one' already"
        error = monitor.error("gdbserver-start", {"listen": "tcp:0.0.0.0:0"})
        assert "others can reach this address" in error.desc
        with connect(machine) as gdb:
            gdb.ask(f"Z0,{counter_symbol('store'):x},4")
            assert gdb.resume().startswith("T05")
            monitor.execute("gdbserver-stop", {"id": "one"})
            assert gdb.has_hung_up()
        monitor.wait_state("running")
        assert monitor.error("gdbserver-stop", {"id": "one"}).desc == "no server for gdb 'one'"
        config = monitor.execute("query-config")["config"]
        assert config["gdbservers"] == [{"listen": "tcp:127.0.0.1:0"}]


def test_gdb_can_stop_its_own_server() -> None:
    with Emulator(*counters()) as machine, connect(machine) as gdb:
        gdb.ask("?")
        gdb.send(f"qRcmd,{b'gdbserver-stop id=gdb0'.hex()}")
        assert gdb.has_hung_up()
        machine.monitor.wait_state("running")


BAD = [
    b"\x00\xff$$$$",
    b"$#00#00#",
    b"+++---",
    b"$m#6d$m0#9d$m0,#c9",
    *(
        b"$" + body + b"#%02x" % gdb_remote.checksum(body)
        for body in (
            b"m",
            b"m,",
            b"mffffffffffffffff,ffffffffffffffff",
            b"m0,10000000000000000",
            b"M0,2:00",
            b"M0,ffffffff:00",
            b"X0,5:abc",
            b"x0,1",
            b"G00",
            b"G",
            b"P",
            b"P0",
            b"P0=0",
            b"Pffffffff=00",
            b"p",
            b"pffffffff",
            b"Z",
            b"Z9,0,0",
            b"Z2,0,0",
            b"Z2,ffffffffffffffff,ffffffff",
            b"z0",
            b"H",
            b"Hg",
            b"Hx1",
            b"Hgp9.9",
            b"Hg-5",
            b"T",
            b"T99",
            b"vCont;",
            b"vCont;x",
            b"vCont;c:p9.9",
            b"vCont;;;;",
            b"vAttach;",
            b"vAttach;ffffffff",
            b"D;9",
            b"D;",
            b"qRcmd,",
            b"qRcmd,zz",
            b"qXfer:features:read:target.xml:",
            b"qXfer:features:read::,",
            b"qThreadExtraInfo,",
            b"qSupported:;;;=",
            b"Qqemu.PhyMemMode:2",
            b"s",
            b"S",
            b"C",
            b"!",
            b"\xff" * 64,
        )
    ),
]


def test_nonsense_is_answered_or_ignored() -> None:
    with Emulator(*counters(1), "-S") as machine:
        for piece in BAD:
            with connect(machine, "") as gdb:
                gdb.send_bytes(piece)
        with connect(machine, "") as gdb:
            gdb.send_bytes(b"".join(BAD))
        with connect(machine, "") as gdb:
            gdb.send_bytes(b"$" + b"a" * 1_000_000)
        with connect(machine) as gdb:
            gdb.send(b"m" + b"0" * 0x4000)
            assert gdb.read() == "E.the packet is longer than it may be"
            assert gdb.ask("?").startswith("T0")
            gdb.send_bytes(b"$?#00")
            assert gdb.socket.recv(1) == b"-"
            assert len(gdb.ask("m80000000,ffffffff")) == 0x3FFE
            assert gdb.ask("mfffffffffffffff0,20").startswith("E")
            assert gdb.ask("vMustReplyEmpty") == ""
        assert machine.monitor.state() in ("prelaunch", "running", "debug", "paused")


def test_acknowledgements_can_be_given_up() -> None:
    with Emulator(*counters(1), "-S") as machine, connect(machine) as gdb:
        gdb.send_bytes(b"$qC#b4")
        assert gdb.read() == "QCp1.1" if gdb.socket.recv(1) == b"+" else False
        gdb.send_bytes(b"-")
        assert gdb.read() == "QCp1.1", "what was refused is sent again"
        gdb.stop_acknowledging()
        assert gdb.ask("qC") == "QCp1.1"


def test_qemus_options_start_a_server(tmp_path: Path) -> None:
    path = tmp_path / "gdb.sock"
    for option in ("tcp::0", "tcp:127.0.0.1:0", f"unix:{path},server=on,wait=off"):
        with Emulator(*counters(1), "-gdb", option, "-S") as machine:
            (server,) = machine.monitor.execute("query-gdbservers")
            assert server["listen"].startswith(("tcp:127.0.0.1:", f"unix:{path}"))
    explained = run("-s", "--explain", "--until", "no-machine")
    assert '"gdbserver-start","arguments":{"listen":"tcp:127.0.0.1:1234"}' in explained.out


def test_gdb_on_standard_input_and_output() -> None:
    program = ("-M", f"virt,firmware={guests.assemble(COUNTING)}")
    finished = run(*program, "-gdb", "stdio", "-S", stdin=b"$qC#b4+$k#6b")
    assert (finished.status, finished.out) == (0, "+$QC1#c5+")


def test_virt_console_is_quiet_while_the_guest_stands() -> None:
    with Emulator(*virt(firmware=guests.assemble(COUNTING)), "-S") as machine:
        with connect(machine) as gdb:
            gdb.ask(f"Z0,{START + 8:x},4")
            for digit in "012":
                gdb.resume()
                assert machine.drain() == ("" if digit == "0" else chr(ord(digit) - 1))
