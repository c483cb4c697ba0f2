# SPDX-License-Identifier: Apache-2.0
"""Tests of generated shell completion, in the shells themselves."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from codegen.backends import generate
from codegen.frontend import load
from tests.codegen.support import EVERYTHING, TESTS, needed

BASH = """
source ./kiln.bash; source ./coldplug.bash
COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}
"_${1%% *}"
printf '%s\\n' "${COMPREPLY[@]}"
"""
# What zsh would show, without its line editor.
ZSH = """
compadd() {
  for word in $whole $unfinished; [[ $word == ${PREFIX}* ]] && print -r -- $word
  whole=() unfinished=()
}
compset() { local head="${(Q)2}"; IPREFIX+="$head"; PREFIX="${PREFIX#$head}"; }
_files() { local found=(${PREFIX}*(N)); print -rl -- $IPREFIX$^found; }
source ./_kiln; source ./_coldplug
words=("${(@s/ /)1}"); CURRENT=$#words; PREFIX=$words[-1]
_${1%% *}
"""
FISH = "source kiln.fish; source coldplug.fish; complete -C $argv[1]"


@pytest.fixture(name="scripts", scope="module")
def _scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("completion")
    for path in (EVERYTHING, TESTS.parent / "schema" / "coldplug.json"):
        generate(load(path), output, ["completion"])
    return output / "completion"


def _run(command: list[str], folder: Path) -> list[str]:
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    result = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=os.environ | home
    )
    assert not result.stderr, result.stderr
    return [line.split("\t")[0] for line in result.stdout.splitlines() if line]


def _in_bash(line: str, folder: Path) -> set[str]:
    """The whole words; bash itself only replaces what follows the last = or colon."""
    word = line.rpartition(" ")[2]
    kept = word[: max(word.rfind("="), word.rfind(":")) + 1]
    return {kept + item for item in _run(["bash", "--norc", "-c", BASH, "bash", line], folder)}


def _in_zsh(line: str, folder: Path) -> set[str]:
    return set(_run(["zsh", "-f", "-c", ZSH, "zsh", line], folder))


def _in_fish(line: str, folder: Path) -> set[str]:
    """Only what begins with the word: fish also finds words that contain it."""
    word = line.rpartition(" ")[2]
    found = _run(["fish", "--no-config", "-c", FISH, line], folder)
    return {item for item in found if item.startswith(word)}


@pytest.fixture(name="complete", params=["bash", "zsh", "fish"])
def _complete(request: pytest.FixtureRequest, scripts: Path) -> Callable[[str], set[str]]:
    shells = {"bash": _in_bash, "zsh": _in_zsh, "fish": _in_fish}
    needed(request.param)
    return lambda line: shells[request.param](line, scripts)


Complete = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "line, words",
    [
        ("kiln --un", {"--until", "--until-phase", "--unload"}),
        ("kiln --lo", {"--load"}),
        ("kiln --ho", {"--hold"}),
        ("kiln --until h", {"heating", "holding"}),
        ("kiln --until=h", {"--until=heating", "--until=holding"}),
        ("kiln --until-phase phase=c", {"phase=cooled"}),
        ("kiln --device h", {"heater"}),
        ("kiln --device driver=s", {"driver=sensor"}),
        ("kiln --device heater,l", {"heater,limit="}),
        ("kiln --device sensor,l", {"sensor,label="}),
        ("kiln --device id=a,driver=sensor,r", {"id=a,driver=sensor,rate="}),
        ("kiln --device heater,c", {"heater,curve["}),
        ("kiln --device heater,limit=3,l", set()),
        ("kiln --device heater,hou", set()),
        ("kiln -l 2", {"2nd-firing"}),
        ("kiln --load pieces=3,material=c", {"pieces=3,material=clay"}),
        ("kiln --fire curve=x,fan=o", {"curve=x,fan=on", "curve=x,fan=off"}),
        ("kiln --set-fuel kind=wood,log", {"kind=wood,logs="}),
        ("kiln --set-fuel kind=gas,log", set()),
        ("kiln --help Wo", {"Work"}),
        ("kiln --tune what=x,y", set()),
        ("kiln --pause x", set()),
        ("coldplug --device uart16550,ch", {"uart16550,chardev="}),
        ("coldplug --chardev id=a,backend.type=st", {"id=a,backend.type=stdio"}),
        ("coldplug --object chardev-n", {"chardev-null"}),
        ("coldplug -M v", {"virt"}),
        ("coldplug --action sh", {"shutdown="}),
        ("coldplug --action shutdown=p", {"shutdown=poweroff", "shutdown=pause"}),
        ("coldplug --until mach", {"machine-created", "machine-initialized"}),
    ],
)
def test_words(line: str, words: set[str], complete: Complete) -> None:
    assert complete(line) == words


def test_files(complete: Complete, scripts: Path) -> None:
    (scripts / "start.qmp").touch()
    (scripts / "start.json").touch()
    assert complete("coldplug --script start.q") == {"start.qmp"}
    assert complete("coldplug --config start.j") == {"start.json"}
    assert complete("coldplug --config file=start.j") == {"file=start.json"}


def test_every_option_is_offered(complete: Complete) -> None:
    schema = load(EVERYTHING)
    names = {f"--{name}" for item in schema.commands if item.cli for name in item.cli.options}
    assert names - complete("kiln --") == set()
    assert "--x-crash" not in complete("kiln --")


@pytest.mark.parametrize("program", ["kiln", "coldplug"])
def test_scripts_have_no_mistakes(program: str, scripts: Path) -> None:
    assert not _run(["bash", "-n", f"{program}.bash"], scripts)
    needed("shellcheck")
    assert not _run(["shellcheck", f"{program}.bash"], scripts)


@pytest.fixture(name="terminal")
def _terminal(scripts: Path) -> Iterator[int]:
    """An interactive zsh that knows the scripts."""
    needed("zsh")
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(scripts)
        os.execvpe("zsh", ["zsh", "-f", "-i"], os.environ | {"TERM": "dumb", "HOME": str(scripts)})
    setup = "PS1='> '; fpath=($PWD $fpath); autoload -U compinit; compinit -D -u; echo re''ady\n"
    os.write(master, setup.encode())
    assert "ready" in _read_until(master, "ready\r\n")
    yield master
    os.close(master)
    os.waitpid(pid, 0)


def _read_until(master: int, text: str, seconds: float = 20) -> str:
    """What the terminal shows, up to `text` or the end of patience."""
    shown = ""
    end = time.monotonic() + seconds
    while text not in shown and time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            shown += os.read(master, 4096).decode(errors="replace").replace("\a", "")
    return shown


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("kiln --device hea", "kiln --device heater"),
        ("kiln --device heater,lim", "kiln --device heater,limit="),
        ("kiln --until cool", "kiln --until cooled"),
    ],
)
def test_zsh_completes_at_its_terminal(typed: str, shown: str, terminal: int) -> None:
    os.write(terminal, f"{typed}\t".encode())
    assert shown in _read_until(terminal, shown)
