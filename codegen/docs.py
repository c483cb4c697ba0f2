# SPDX-License-Identifier: Apache-2.0
"""Reads doc comments: what they describe, section by section.

The syntax moved between releases of QEMU while the language did not, so there are dialects:
`8.1` for all up to that release, `8.2`, and `10` for 9.0 and later (`codegen.docs_sections`).
"""

from __future__ import annotations

import re

from codegen.lexer import DocBlock, DocLine
from codegen.messages import docs as messages
from codegen.messages.base import Message
from codegen.model import Doc
from codegen.records import dataclass, field

ONCE = ("Returns", "Errors", "Since")


class DocError(Exception):
    """A doc comment is wrong at `line`; what comes after it is not read."""

    def __init__(self, line: int, message: Message) -> None:
        super().__init__(message.text)
        self.line = line
        self.message = message


@dataclass(slots=True)
class Section:
    """Text under a tag, or of a member; without a name it is a plain paragraph."""

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    # What to strip from each line; not known before the first line that is not the tag's.
    indent: int | None = None
    # Up to 8.0, where the text begins in the tag's line was what the others had to be indented by.
    tag_width: int = 0
    is_not_8_0: bool = False
    is_not_8_1: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")

    def dedent(self) -> None:
        """Strips what the lines after the first one have in common."""
        # Loaded when it is needed, for old schemas.
        from textwrap import dedent  # pylint: disable=import-outside-toplevel

        self.lines[1:] = dedent("\n".join(self.lines[1:])).split("\n")


@dataclass(slots=True)
class ParsedDoc:
    """A doc comment in its parts; without a symbol it is a free-form one."""

    line: int
    symbol: str = ""
    body: Section = field(default_factory=lambda: Section("", 0, indent=0))
    members: dict[str, Section] = field(default_factory=dict)
    features: dict[str, Section] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)

    def section(self, name: str) -> Section | None:
        return next((item for item in self.sections if item.name == name), None)

    def start(self, kept: dict[str, Section], section: Section) -> Section:
        """Begins the description of a member or feature."""
        if not section.name:
            raise DocError(section.line, messages.NoMemberName())
        if section.name in kept:
            raise DocError(section.line, messages.DescribedTwice(name=section.name))
        kept[section.name] = section
        return section

    def start_tagged(self, section: Section) -> Section:
        """Begins a section."""
        if section.name in ONCE and self.section(section.name):
            raise DocError(section.line, messages.SectionTwice(name=section.name))
        self.sections.append(section)
        return section

    def checked(self) -> Doc:
        """The documentation as templates see it."""
        plain = [self.body.text, *(item.text for item in self.sections if not item.name)]
        return Doc(
            overview="\n\n".join(text for text in plain if text),
            members={name: item.text for name, item in self.members.items()},
            features={name: item.text for name, item in self.features.items()},
            returns=self._tagged("Returns"),
            errors=self._tagged("Errors"),
            since=self._tagged("Since"),
            notes=self._all_tagged("Note"),
            examples=self._all_tagged("Example"),
        )

    def _tagged(self, name: str) -> str:
        section = self.section(name)
        return section.text if section else ""

    def _all_tagged(self, name: str) -> tuple[str, ...]:
        return tuple(item.text for item in self.sections if item.name in (name, name + "s"))


def text_of(line: DocLine) -> str:
    """The text after the `#` and its space."""
    if line.text and line.text[0] != " ":
        raise DocError(line.number, messages.NoSpaceAfterHash())
    return line.text[1:]


def symbol_of(line: DocLine) -> str:
    """The NAME of a first line `# @NAME:`; nothing for a free-form comment."""
    text = text_of(line)
    if not text.startswith("@"):
        return ""
    if not text.endswith(":"):
        raise DocError(line.number, messages.NoColonAfterSymbol())
    if text == "@:":
        raise DocError(line.number, messages.NoSymbol())
    return text[1:-1]


_MEMBER = re.compile(r"@([^:]*): *")
_TAG = re.compile(r"(Returns|Since|Notes?|Examples?|TODO): *")
# Up to 8.1, only the first word of a line can be a tag.
_OLD_MEMBER = re.compile(r"@([^ :]*):(?= |$) *")
_OLD_TAG = re.compile(r"(Returns|Since|Notes?|Examples?|TODO):(?= |$) *")
_FREE_MEMBER = re.compile(r"@(\S+):")


class DocReader:
    """Reads one comment in the dialects 8.1 and 8.2, line by line."""

    def __init__(self, block: DocBlock, dialect: str) -> None:
        self._block = block
        self._is_old = dialect == "8.1"
        self._member = _OLD_MEMBER if self._is_old else _MEMBER
        self._tag = _OLD_TAG if self._is_old else _TAG
        self.doc = ParsedDoc(block.line)
        self._section = self.doc.body
        self._state = self._body

    def read(self) -> ParsedDoc:
        """Returns what the comment says; raises DocError at the first wrong line."""
        lines = self._block.lines
        if lines:
            self.doc.symbol = symbol_of(lines[0])
        for line in lines[1:] if self.doc.symbol else lines:
            self._line(line)
        if not self._block.fault:
            self._switch(self._section, self._block.last_line)
        return self.doc

    def _line(self, line: DocLine) -> None:
        text = text_of(line)
        # What is indented goes on with what it stands below, and so do most lines.
        if not text or text[0] == " " or not self.doc.symbol:
            self._append(text, line.number)
            return
        if text.startswith("="):
            raise DocError(line.number, messages.HeadingInDefinition())
        self._state(text, line.number)

    def _body(self, text: str, line: int) -> None:
        if self._member.match(text):
            self._state = self._members
            self._members(text, line)
        elif text == "Features:":
            self._state = self._features
        elif self._tag.match(text):
            self._state = self._sections
            self._sections(text, line)
        else:
            self._append(text, line)

    def _members(self, text: str, line: int) -> None:
        if match := self._member.match(text):
            self._begin(self.doc.start(self.doc.members, Section(match[1], line)), match, line)
        elif text == "Features:" and self._ends_paragraph(text):
            self._state = self._features
        else:
            self._after_descriptions(text, line)

    def _features(self, text: str, line: int) -> None:
        if match := self._member.match(text):
            self._begin(self.doc.start(self.doc.features, Section(match[1], line)), match, line)
        else:
            self._after_descriptions(text, line)

    def _after_descriptions(self, text: str, line: int) -> None:
        if self._tag.match(text):
            self._state = self._sections
            self._sections(text, line)
        elif self._ends_paragraph(text):
            self._switch(self.doc.start_tagged(Section("", line, indent=0)), line)
            self._state = self._sections
            self._sections(text, line)
        else:
            self._append(text, line)

    def _sections(self, text: str, line: int) -> None:
        if match := self._member.match(text):
            raise DocError(line, messages.MemberAfterSection(name=match[1]))
        if match := self._tag.match(text):
            self._begin(self.doc.start_tagged(Section(match[1], line)), match, line)
        else:
            self._append(text, line)

    def _ends_paragraph(self, text: str) -> bool:
        """True for text at the margin after a blank line."""
        lines = self._section.lines
        return len(lines) > 1 and not lines[-1] and bool(text) and not text[0].isspace()

    def _begin(self, section: Section, tag: re.Match[str], line: int) -> None:
        self._switch(section, line)
        text = tag.string[tag.end() :]
        section.tag_width = tag.end() if text else 0
        self._append(text, line)

    def _switch(self, section: Section, line: int) -> None:
        before = self._section
        if before is not self.doc.body and not before.text:
            raise DocError(line, messages.EmptySection(name=before.name))
        if self._is_old:
            before.dedent()
        self._section = section

    def _append(self, text: str, line: int) -> None:
        if text.startswith("@") and (match := _FREE_MEMBER.match(text)):
            raise DocError(line, messages.MemberInFreeForm(name=match[1]))
        section = self._section
        text = text.rstrip()
        if text:
            indent = len(text) - len(text.lstrip())
            if self._is_old:
                _check_old(section, indent, line)
            else:
                if section.indent is None:
                    if section.lines:
                        section.indent = indent
                elif indent < section.indent:
                    raise DocError(line, messages.Dedent(columns=section.indent))
                text = text[section.indent or 0 :]
        section.lines.append(text)


def _check_old(section: Section, indent: int, line: int) -> None:
    """Refuses what neither 8.1, where the second line sets the indentation, nor 8.0 would take."""
    if not section.lines:
        return
    if section.indent is None:
        section.indent = indent
    section.is_not_8_1 |= indent < section.indent
    section.is_not_8_0 |= indent < section.tag_width
    if section.is_not_8_1 and section.is_not_8_0:
        raise DocError(line, messages.Dedent(columns=max(section.indent, section.tag_width)))
