# SPDX-License-Identifier: Apache-2.0
"""Text as the man macros take it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from codegen import cpp, markdown

_WORDS = re.compile(r"`+([^`]+)`+|(?<![\w@])@([A-Za-z_][\w-]*)|\*\*([^*\n]+)\*\*")
_ITEM = re.compile(r"(?:[-*]|\d+[.)])\s+")


def plain(text: str) -> str:
    r"""Text whose characters are all meant as they are.

    >>> print(plain(".so it's a \\ and a dash -"))
    \&.so it\(aqs a \e and a dash \-
    >>> print(plain("±"))
    \[u00B1]
    """
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    escaped = escaped.replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    escaped = "".join(char if char < "\x7f" else f"\\[u{ord(char):04X}]" for char in escaped)
    return re.sub(r"^(?=\.)", "\\&", escaped, flags=re.MULTILINE)


def bold(text: str) -> str:
    r"""A name.

    >>> print(bold("--until"))
    \fB\-\-until\fR
    """
    return f"\\fB{plain(text)}\\fR" if text else ""


def italic(text: str) -> str:
    """A placeholder."""
    return f"\\fI{plain(text)}\\fR" if text else ""


def line(text: str) -> str:
    r"""A paragraph, its names in bold.

    >>> print(line("Stops what @cont\nstarted."))
    Stops what \fBcont\fR started.
    """
    text, pieces, end = " ".join(text.split()), [], 0
    for match in _WORDS.finditer(text):
        pieces += [plain(text[end : match.start()]), bold(match[match.lastindex or 0])]
        end = match.end()
    return "".join([*pieces, plain(text[end:])])


def block(text: str) -> str:
    """Paragraphs, lists and indented text, as many lines as it takes."""
    paragraphs = (part for part in re.split(r"\n[ \t]*\n", text.strip("\n")) if part.strip())
    return "\n.PP\n".join(map(_paragraph, paragraphs))


def nested(text: str) -> str:
    """The same within a tagged paragraph, whose indentation it keeps."""
    return block(text).replace("\n.PP\n", "\n.IP\n")


def _paragraph(text: str) -> str:
    lines = text.split("\n")
    if all(one.startswith((" ", "\t")) for one in lines if one):
        return display(text)
    if not any(map(_ITEM.match, lines)):
        return line(text)
    parts: list[str] = []
    for one in lines:
        if mark := _ITEM.match(one):
            parts.append(one[mark.end() :])
        elif parts:
            parts[-1] += f" {one.strip()}"
        else:
            parts.append(one)
    return "\n.br\n".join(f"\\[u2022] {line(part)}" for part in parts)


def display(text: str) -> str:
    """Lines that stay as they are."""
    lines = (plain(one) or "\\&" for one in markdown.fenced(text).split("\n"))
    return "\n".join([".RS 4", ".nf", *lines, ".fi", ".RE"])


def listing(names: Iterable[str]) -> str:
    """Names in bold, in a sentence."""
    *most, last = (bold(name) for name in names)
    return f"{', '.join(most)} and {last}" if most else last


def literal(value: object) -> str:
    """A value as JSON."""
    return plain(cpp.json_text(value))
