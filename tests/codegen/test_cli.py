# SPDX-License-Identifier: Apache-2.0
"""The command line of qapigen, run as a user would."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from codegen import choices, diagrams, fuzz
from codegen.backends import BACKENDS, DEFAULT
from tests.codegen.support import EVERYTHING, TESTS

_QAPIGEN = TESTS.parent / "tools" / "qapigen"


def _run(*arguments: object, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    command = [str(_QAPIGEN), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_check_accepts_in_silence() -> None:
    result = _run("check", EVERYTHING)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_check_reports_all_errors(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(
        "{ 'struct': 'Aa', 'data': { 'x': 'itn' } }\n{ 'command': 'stop', 'data': 'Nothing' }\n"
    )
    result = _run("check", "bad.json", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "bad.json:1:34: In struct 'Aa': member 'x' uses unknown type 'itn'; did you mean 'int'?",
        "    1 | { 'struct': 'Aa', 'data': { 'x': 'itn' } }",
        "      |                                  ^ E0302",
        "bad.json:2:30: In command 'stop': 'data' uses unknown type 'Nothing'",
        "    2 | { 'command': 'stop', 'data': 'Nothing' }",
        "      |                              ^ E0302",
    ]


def test_check_of_a_missing_file(tmp_path: Path) -> None:
    result = _run("check", "none.json", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == (
        "none.json:1: cannot read schema file 'none.json': No such file or directory\n"
        "    1 |\n"
        "      | E0001\n"
    )


@pytest.mark.parametrize("verb", ["introspect", "ir", "phases"])
def test_verbs_print_json(verb: str) -> None:
    result = _run(verb, EVERYTHING)
    assert result.returncode == 0
    assert json.loads(result.stdout)


def test_fuzz_prints_a_dictionary_or_a_grammar() -> None:
    assert '"\\"query-status\\""' in _run("fuzz", EVERYTHING).stdout.splitlines()
    assert "<start>" in json.loads(_run("fuzz", EVERYTHING, "--format", "grammar").stdout)


def test_phases_can_be_run_elsewhere() -> None:
    assert _run("phases", EVERYTHING, "--format", "scxml").stdout.startswith("<?xml ")


def test_output_is_the_same_each_time() -> None:
    assert _run("ir", EVERYTHING).stdout == _run("ir", EVERYTHING).stdout


def test_phases_of_a_schema_without_any(tmp_path: Path) -> None:
    (tmp_path / "plain.json").write_text("{ 'command': 'go' }\n")
    result = _run("phases", "plain.json", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "plain.json: no phases govern commands\n"


def test_diff_tells_by_its_status(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("{ 'command': 'go' }\n{ 'command': 'come' }\n")
    (tmp_path / "new.json").write_text("{ 'command': 'come' }\n{ 'command': 'stay' }\n")
    result = _run("diff", "old.json", "new.json", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        "breaking: command go: removed (old.json:1)",
        "compatible: command stay: added (new.json:2)",
    ]
    assert _run("diff", "new.json", "new.json", cwd=tmp_path).returncode == 0


def test_dialect_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("##\n# @Aa:\n##\n{ 'struct': 'Aa', 'data': { 'x': 'int' } }\n")
    assert _run("check", "a.json", cwd=tmp_path).returncode == 0
    assert _run("check", "--doc-dialect", "10", "a.json", cwd=tmp_path).returncode == 1


def test_explain_tells_what_a_message_means() -> None:
    result = _run("explain", "e0302")
    assert result.returncode == 0
    assert result.stdout.startswith("E0302: WHAT uses unknown type 'NAME'\n\nA type is named")
    assert len(_run("explain").stdout.splitlines()) > 100


def test_explain_of_an_unknown_code() -> None:
    result = _run("explain", "E0399")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("no message has the code 'E0399'; did you mean 'E03")


def test_help_names_the_back_ends_that_do_not_run_by_themselves() -> None:
    text = " ".join(_run("generate", "--help").stdout.replace("-\n", "-").split())
    listed = text.partition("all but ")[2].partition(")")[0]
    assert re.split(", | and ", listed) == sorted(set(BACKENDS) - set(DEFAULT))


def test_the_command_line_offers_what_there_is() -> None:
    assert sorted(diagrams.FORMATS) == sorted(choices.PHASE_FORMATS)
    assert sorted(fuzz.FORMATS) == sorted(choices.FUZZ_FORMATS)
