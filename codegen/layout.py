# SPDX-License-Identifier: Apache-2.0
"""Lays out C++ as it comes from the templates: no line stands further left than its block.

A template that puts what another one made into a line knows nothing of the lines that follow it,
and what is left out leaves blank lines behind.  To mend both takes a count of braces.  Where to
break a long line takes clang-format, which needs more time and memory than all the rest of
generating; see `codegen.clang_format`.
"""

import re
from typing import NamedTuple

_BLOCK, _LIST = "  ", "    "
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)+\'|//.*')
_NAMESPACE = re.compile(r"(inline )?namespace\b")
_ACCESS = frozenset({"public:", "protected:", "private:"})
# What stands between these is as it must be: the text of raw strings.
_OFF, _ON = "// clang-format off", "// clang-format on"


def lay_out(text: str) -> str:
    """The same text, with other white space.

    >>> print(lay_out("struct A {\\n\\nint a{};\\nstruct {\\nint b;\\n} c;\\n\\n};\\n\\n\\nint d;"))
    struct A {
      int a{};
      struct {
        int b;
      } c;
    };
    <BLANKLINE>
    int d;
    """
    lines = _Lines()
    for line in text.split("\n"):
        lines.add(line)
    return "\n".join(lines.done)


class _Block(NamedTuple):
    """What is between braces."""

    edge: str
    """How the line is indented that opens it, and that closes it"""
    indent: str
    """How its lines are indented at least"""


_FILE = _Block("", "")


class _Lines:
    """Takes one line after the other."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._outer: list[_Block] = []
        self._block = _FILE
        self._is_off = False
        self._may_be_blank = False

    def add(self, line: str) -> None:
        words = line.strip()
        if self._is_off or words == _OFF:
            self._is_off = words != _ON
            self.done.append(line)
        elif words:
            self._add(line, words)
        elif self._may_be_blank:
            self.done.append("")
            self._may_be_blank = False

    def _add(self, line: str, words: str) -> None:
        # Namespaces keep their blank lines, other blocks neither begin nor end with one.
        if words[0] == "}" and self._block.indent and not self.done[-1]:
            self.done.pop()
        indent = self._indent_of(words)
        # What begins a block or ends it stands exactly there; a further line of a statement may
        # stand further to the right.
        line = line.rstrip() if words[0] != "}" and line.startswith(indent) else indent + words
        self.done.append(line)
        if "{" in words or "}" in words:
            self._count(words, line[: len(line) - len(words)])
        self._may_be_blank = words[-1] != "{" or not self._block.indent

    def _indent_of(self, words: str) -> str:
        if words[0] == "#":
            return ""
        if words[0] == "}":
            return self._block.edge
        return self._block.indent[:-1] if words in _ACCESS else self._block.indent

    def _count(self, words: str, edge: str) -> None:
        """Opens and closes blocks."""
        code = _LITERAL.sub("", words).rstrip()
        change = code.count("{") - code.count("}")
        for _ in range(-change):
            self._block = self._outer.pop() if self._outer else _FILE
        if change > 0:
            block = self._opened(code, edge)
            self._outer += [self._block, *[block] * (change - 1)]
            self._block = block

    def _opened(self, code: str, edge: str) -> _Block:
        if _NAMESPACE.match(code):
            return _Block(edge, edge)
        if code.count(")") > code.count("("):
            # The statement began on a line before.
            edge = self._block.indent
        return _Block(edge, edge + (_LIST if code == "{" or code.endswith("= {") else _BLOCK))
