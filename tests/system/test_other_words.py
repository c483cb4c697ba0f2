# SPDX-License-Identifier: Apache-2.0
"""A board in the words of QEMU and GreenSocs' version of it is the board that it is in ours.

tests/machines/other-words/ has both; each line of theirs.qmp stands for one of ours.qmp, but for
the first of those, which adds what their machines always have.
"""

import shlex
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from codegen.frontend import load
from codegen.schema import AliasTable
from tests.support.emulator import ROOT, Emulator, run
from tests.support.qmp import Message, Monitor

FOLDER = ROOT / "tests" / "machines" / "other-words"
BACKENDS = ("--object", "chardev-null,id=serial0", "--object", "chardev-null,id=serial1")
EMPTY = (*BACKENDS, "-M", "none", "--accel", "interp", "--machine-init")
STAY = ("--until", "machine-initialized")
Words = tuple[str, Message]


def lines(name: str) -> list[str]:
    """The commands of a script."""
    text = (FOLDER / f"{name}.qmp").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def value(text: str) -> int | bool | str:
    """What qmp-shell makes of a word: whole numbers and booleans are such, all else is text."""
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    return int(text) if text.isdigit() else text


def words(line: str) -> Words:
    """A line as it is sent to a monitor."""
    command, *rest = shlex.split(line)
    pairs = [word.split("=", 1) for word in rest]
    return command, {name: value(text) for name, text in pairs}


THEIRS, OURS = lines("theirs"), lines("ours")
PAIRS = list(zip(THEIRS, OURS[1:], strict=True))


def build(name: str, *options: str) -> Emulator:
    """An emulator in which the script was run."""
    return Emulator(*EMPTY, *options, "--script", str(FOLDER / f"{name}.qmp"), *STAY)


def journal(monitor: Monitor) -> list[Words]:
    entries = monitor.execute("query-journal")["entries"]
    return [(entry["execute"], entry["arguments"]) for entry in entries]


def test_the_board_is_the_same() -> None:
    with build("theirs") as theirs, build("ours") as ours:
        assert theirs.monitor.execute("query-tree") == ours.monitor.execute("query-tree")
        theirs_config = theirs.monitor.execute("query-config")["config"]
        ours_config = ours.monitor.execute("query-config")["config"]
        for section in ("devices", "map", "connect"):
            assert theirs_config[section] == ours_config[section], section


def test_the_journal_has_our_words_only() -> None:
    with build("theirs") as machine:
        assert journal(machine.monitor)[-len(OURS) :] == [words(line) for line in OURS]


def test_the_journal_builds_the_board_again(tmp_path: Path) -> None:
    kept = tmp_path / "board.qmp"
    with build("theirs", "--journal", str(kept)) as machine:
        tree = machine.monitor.execute("query-tree")
    text = kept.read_text("utf-8").replace("monitor-add", "# monitor-add")
    (tmp_path / "again.qmp").write_text(text, "utf-8")
    with Emulator("--strict", "--script", str(tmp_path / "again.qmp"), *STAY) as again:
        assert again.monitor.execute("query-tree") == tree


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=[line for line, _ in PAIRS])
def test_strict_refuses_each_line_and_says_ours(number: int) -> None:
    theirs, ours = PAIRS[number]
    with Emulator(*EMPTY, "--strict", *STAY) as machine:
        for line in OURS[: number + 1]:
            machine.monitor.execute(*words(line))
        refused = machine.monitor.error(*words(theirs)).desc
        assert "deprecated input is rejected" in refused
        command, arguments = words(ours)
        native = arguments["driver"] if command == "device_add" else command
        assert str(native) in refused or "'/machine'" in refused, refused


def test_strict_refuses_the_script_at_its_first_line() -> None:
    finished = run(*EMPTY, "--strict", "--script", str(FOLDER / "theirs.qmp"), *STAY)
    assert finished.status != 0
    assert "theirs.qmp:2: 'riscv.hart_array' is qemu's name of 'riscv-cluster'" in finished.err


def test_strict_takes_our_words() -> None:
    with build("ours", "--strict") as machine:
        assert machine.monitor.execute("qom-get", {"path": "plic", "property": "contexts"}) == 2


def test_dry_run_shows_all_that_is_theirs() -> None:
    finished = run(*EMPTY, "--strict", "--dry-run", "--script", str(FOLDER / "theirs.qmp"))
    assert finished.status != 0
    for number, line in enumerate(THEIRS, start=2):
        assert line.startswith("qom-set") or f"theirs.qmp:{number}: " in finished.err


def test_dry_run_finds_nothing_wrong_with_the_script() -> None:
    finished = run(*EMPTY, "--dry-run", "--script", str(FOLDER / "theirs.qmp"))
    assert (finished.status, finished.err) == (0, "")


def test_an_output_answers_with_what_it_drives() -> None:
    with build("theirs") as machine:

        def get(name: str) -> Any:
            return machine.monitor.execute("qom-get", {"path": "plic", "property": name})

        assert get("unnamed-gpio-out[1]") == get("out[0]") == "cpus/hart[0]:meip"
        wire = {"from": "plic:out[0]", "to": "cpus/hart[0]:meip"}
        machine.monitor.execute("disconnect", wire)
        assert get("out[0]") == ""
        own = {"path": "plic", "property": "out[0]", "value": "cpus:mei[0]"}
        machine.monitor.execute("qom-set", own)
        machine.monitor.execute("connect", wire)
        assert get("out[0]") == ["cpus:mei[0]", "cpus/hart[0]:meip"]


BAD: list[tuple[str, str]] = [
    ("qom-set path=plic property=out[0] value=7", "plic:out[0] is an output"),
    ("qom-set path=plic property=out[0] value=nowhere", "DEVICE/PORT[INDEX]"),
    ("qom-set path=plic property=out[0] value=nobody/in[0]", "nobody"),
    ("qom-set path=plic property=out[9] value=cpus/mei[0]", "it has out[0..1]"),
    ("qom-set path=plic property=unnamed-gpio-in[1] value=plic/in[2]", "no property"),
    ("qom-set path=uart0 property=sysbus-irq[0] value=plic/in[3]", "already driven by uart0:irq"),
    ("sysbus-mmio-map device=uart0", "'addr' is missing"),
    ("sysbus-mmio-map device=uart0 addr=soon", "'addr'"),
    ("sysbus-mmio-map device=uart0 addr=0x0 mmio=one", "'mmio'"),
    ("sysbus-mmio-map device=uart0 addr=0x0 region=regs", "'region' is unexpected"),
    ("sysbus-mmio-map device=nobody addr=0x0", "sysbus-mmio-map, here map: "),
    ("sysbus-mmio-map device=uart0 addr=0x0 mmio=1", "no region 'sysbus-mmio[1]'; it has regs"),
    ("sysbus-mmio-map device=uart0 addr=0xc000000", "sysbus-mmio-map, here map: "),
    ("device_add driver=riscv.sifive.plic id=p2 hart-config=MS,MS", "can only be M or MS here"),
    ("device_add driver=riscv.sifive.plic id=p2 num-priorities=31", "can only be 7 here, not '31'"),
    ("device_add driver=riscv.sifive.plic id=p2 hart-config=M contexts=1", "another name too"),
    ("qom-set path=plic property=num-priorities value=7", "cannot be set while realized"),
    ("qom-get path=cpus/harts[1] property=isa", "cpus/harts[1]"),
]


@pytest.mark.parametrize("line, says", BAD, ids=[line for line, _ in BAD])
def test_what_is_wrong_is_said_and_changes_nothing(line: str, says: str) -> None:
    with build("theirs") as machine:
        before = machine.monitor.execute("query-tree"), journal(machine.monitor)
        assert says in machine.monitor.error(*words(line)).desc
        assert (machine.monitor.execute("query-tree"), journal(machine.monitor)) == before


def test_what_their_machines_have_is_made_once_and_with_the_command_or_not_at_all() -> None:
    with Emulator(*EMPTY, *STAY) as machine:
        tree = machine.monitor.execute("query-tree")
        machine.monitor.error("sysbus-mmio-map", {"device": "nobody", "addr": 0})
        assert machine.monitor.execute("query-tree") == tree
        machine.monitor.execute("device_add", {"driver": "ram", "id": "a", "size": 4096})
        machine.monitor.error("map", {"region": "a", "at": 0, "into": "/machine/sysbus"})
        for address in (0, 4096):
            machine.monitor.execute("sysbus-mmio-map", {"device": "a", "addr": address})
        names = [each["name"] for each in machine.monitor.execute("qom-list", {"path": "/machine"})]
        assert names.count("sysbus") == 1


def test_a_command_of_theirs_runs_where_ours_does() -> None:
    with Emulator("-M", "none", "--until", "accel-created") as machine:
        arguments = {"device": "uart0", "addr": 0}
        refused = machine.monitor.error("sysbus-mmio-map", arguments).desc
        assert refused.startswith("sysbus-mmio-map: not in phase accel-created; it runs in ")
        listed = {each["name"]: each for each in machine.monitor.execute("query-commands")}
        assert listed["sysbus-mmio-map"]["stands-for"] == "map"
        assert listed["sysbus-mmio-map"]["group"] == listed["map"]["group"]
        now = machine.monitor.execute("query-commands", {"now": True})
        assert "sysbus-mmio-map" not in [each["name"] for each in now]


def test_scripts_can_end_as_they_do_there(tmp_path: Path) -> None:
    script = tmp_path / "to-the-end.qmp"
    script.write_text("\n".join([*THEIRS, "x-exit-preconfig"]), "utf-8")
    with Emulator(*EMPTY, "--script", str(script)) as machine:
        assert machine.monitor.state() == "running"


def tables() -> tuple[AliasTable, ...]:
    return load(ROOT / "schema" / "coldplug.json").alias_tables


def test_introspection_shows_each_name_as_deprecated() -> None:
    with Emulator(*STAY, "-M", "none") as machine:
        entities = {item["name"]: item for item in machine.monitor.execute("query-qmp-schema")}
        derived = {
            entry.object: machine.monitor.execute("qom-list-types", {"implements": entry.object})
            for table in tables()
            for entry in table.objects
        }
    union = entities[entities["device_add"]["arg-type"]]
    types = {item["case"]: entities[item["type"]]["members"] for item in union["variants"]}
    tag = next(item["type"] for item in union["members"] if item["name"] == "driver")
    drivers = {item["name"]: item for item in entities[tag]["members"]}
    for table in tables():
        for command in table.commands:
            assert entities[command.name]["features"] == ["deprecated"]
        for entry in table.objects:
            for alias in entry.types:
                assert drivers[alias.name]["features"] == ["deprecated"]
            for driver, alias in product(derived[entry.object], entry.properties):
                found = (item for item in types[driver["name"]] if item["name"] == alias.name)
                (member,) = found
                assert member["features"] == ["deprecated"]
