# SPDX-License-Identifier: Apache-2.0
"""The tables of docs/performance.md: how their rows look, and how they get there."""

import re
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"


@dataclass(frozen=True)
class Row:
    """One line of a table. A ratio above 1 is in our favour."""

    what: str
    ours: float
    theirs: float
    unit: str
    is_rate: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs if self.is_rate else self.theirs / self.ours

    def __str__(self) -> str:
        numbers = f"{self.ours:.3g} {self.unit} | {self.theirs:.3g} {self.unit}"
        return f"| {self.what} | {numbers} | {self.ratio:.2f} |"


def table(about: str, ours: str, theirs: str, rows: Iterable[Row | str]) -> str:
    """The text of a table; its first heading says what was measured with what."""
    lines = [f"| {about} | {ours} | {theirs} | ratio |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(str, rows)]) + "\n"


def mean_row(what: str, rows: Sequence[Row]) -> str:
    """The line below rows that says what their ratios come to, each counted alike."""
    mean = statistics.geometric_mean(row.ratio for row in rows)
    return f"| geometric mean of {what} | | | {mean:.2f} |"


def put_into_page(name: str, text: str) -> None:
    """Replaces the table that stands between the marks of its name."""
    begins, ends = f"<!-- {name} begins -->\n", f"<!-- {name} ends -->\n"
    before, _, rest = PAGE.read_text("utf-8").partition(begins)
    PAGE.write_text(before + begins + text + ends + rest.partition(ends)[2], "utf-8")


def version(command: list[str]) -> str:
    """The version that a program says it is."""
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+[.\d]*", text)
    return found[0] if found else "unknown"
