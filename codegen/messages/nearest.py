# SPDX-License-Identifier: Apache-2.0
"""Proposes the known names that are most like an unknown one.

    nearest("runing", ["running", "paused"])  # "; did you mean 'running'?"

To compare two names well takes a while, and a schema of thousands of names may have thousands of
errors.  So of many names, only those that share the most pairs of letters are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import nsmallest

FEW = 40
"""So many names are compared, of as many as there are."""
_ENOUGH = 1000
_MAX_LENGTH = 64
_PROPOSALS = 3


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message, or nothing when no name is alike.

    >>> nearest("runing", ["running", "paused"])
    "; did you mean 'running'?"
    >>> nearest("pau", ["path", "pad", "pause"])
    "; did you mean 'pad'?"
    >>> nearest("zebra", ["running", "paused"])
    ''
    """
    return spelled(ranked(name, _candidates(name, tuple(sorted(set(known))))))


def spelled(names: list[str]) -> str:
    """The end of a message that proposes these.

    >>> spelled(["in", "on", "an"])
    "; did you mean 'in', 'on' or 'an'?"
    """
    quoted = [f"'{name}'" for name in names]
    text = " or ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))
    return f"; did you mean {text}?" if text else ""


def ranked(name: str, known: Iterable[str]) -> list[str]:
    """Those at the smallest edit distances, the nearest first; as runtime/json/nearest.cpp does."""
    if not 0 < len(name) <= _MAX_LENGTH:
        return []
    # A third of the letters may be wrong.
    limit = max(1, len(name) // 3)
    found: list[tuple[int, str]] = []
    for other in known:
        if len(other) > _MAX_LENGTH or abs(len(other) - len(name)) > limit:
            continue
        distance = _distance(_folded(name), _folded(other), limit)
        if distance > limit or distance >= len(other):
            continue
        # Where one letter at most is wrong there is hardly a doubt.
        limit = distance if distance <= 1 else limit
        found.append((distance, other))
    found.sort()
    return [other for distance, other in found if distance <= limit][:_PROPOSALS]


def _folded(name: str) -> str:
    """Without what a person confuses more often than letters."""
    return name.replace("_", "-").lower()


def _distance(one: str, other: str, limit: int) -> int:
    """Insertions, removals, replacements and swaps of neighbours that make one of the other.

    Beyond the limit it is some number beyond the limit.
    """
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, before_last[j - 2] + 1)
            row.append(best)
        if min(row) > limit and min(last) > limit:
            return limit + 1
        before_last, last = last, row
    return last[-1]


def _candidates(name: str, known: tuple[str, ...]) -> Iterable[str]:
    if len(known) <= FEW:
        return known
    pairs, index = _pairs(name), _index(known)
    shared: Counter[str] = Counter()
    # The rarest pairs first: they tell the most, and those that most names have tell nothing.
    for names in sorted((index[pair] for pair in pairs if pair in index), key=len):
        shared.update(names)
        if shared.total() > _ENOUGH:
            break
    # Of names that share as much, a shorter one has less that differs.
    return nsmallest(FEW, shared, key=lambda other: (len(pairs) + len(other) + 1) / shared[other])


@lru_cache(maxsize=8)
def _index(known: tuple[str, ...]) -> Mapping[str, list[str]]:
    """The names that have a pair of letters, by the pair."""
    index: dict[str, list[str]] = {}
    for name in known:
        for pair in _pairs(name):
            index.setdefault(pair, []).append(name)
    return index


def _pairs(name: str) -> set[str]:
    """The pairs of neighbouring letters, where the ends are letters too."""
    framed = f"^{name}$"
    return {framed[i : i + 2] for i in range(len(framed) - 1)}
