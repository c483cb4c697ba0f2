# SPDX-License-Identifier: Apache-2.0
"""The serial lines of `virt`: as many as are asked for, each with a backend of its own."""

from pathlib import Path

import pytest

from tests.support import guests
from tests.support.emulator import run


def test_each_line_has_its_own_backend(tmp_path: Path) -> None:
    logs = [tmp_path / f"{number}.log" for number in range(4)]
    # A letter to each of the four, then off.
    program = guests.assemble(
        "li a1, 0x10000000\nli a2, 'a'\nli a3, 'e'\n"
        "1: sb a2, 0(a1)\naddi a1, a1, 0x100\naddi a2, a2, 1\nbne a2, a3, 1b\n"
        "li t0, 0x100000\nli t1, 0x5555\nsw t1, 0(t0)\n2: j 2b\n"
    )
    objects = [
        word
        for number, log in enumerate(logs)
        for word in ("--object", f"chardev-file,id=line{number},out={log}")
    ]
    lines = "serial=line0,serial1=line1,serial2=line2,serial3=line3"
    finished = run(*objects, "-M", f"virt,serials=4,{lines},firmware={program}")
    assert (finished.status, finished.err) == (0, "")
    assert [log.read_text("utf-8") for log in logs] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("given", ["serial1=line", "serials=2,serial2=line", "serials=3,serial3=x"])
def test_a_backend_for_no_line_is_an_error(given: str) -> None:
    finished = run("-M", f"virt,{given}", "-S", "--quit")
    assert finished.status == 1
    assert "a serial line that is not there: raise serials" in finished.err
