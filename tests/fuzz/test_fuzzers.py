# SPDX-License-Identifier: Apache-2.0
"""Gives each fuzzer its inputs, the same ones every time."""

import subprocess

import pytest

from tests.support.emulator import ROOT

TOOL = ROOT / "tools" / "fuzz"


def _names() -> list[str]:
    return subprocess.run([TOOL], check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.parametrize("name", _names())
def test_inputs_do_no_harm(name: str) -> None:
    process = subprocess.run([TOOL, name], capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr[-8000:]


def test_an_unknown_fuzzer_is_named() -> None:
    process = subprocess.run([TOOL, "colour"], capture_output=True, text=True, check=False)
    assert process.returncode == 1
    assert "'colour' is no fuzzer" in process.stdout
