# SPDX-License-Identifier: Apache-2.0
"""Reads doc comments in the dialect of QEMU 9.0 and later.

A comment is a sequence of paragraphs; what the first line of one looks like tells what it is.
`Note:` and `Example:`, which 9.1 gave up for directives of its documentation tool, are read too.
"""

import re

from codegen.docs import DocError, ParsedDoc, Section, symbol_of, text_of
from codegen.lexer import DocBlock
from codegen.messages import docs as messages

_MEMBER = re.compile(r"@([^:]*): *")
_TAG = re.compile(r"(Returns|Errors|Since|Notes?|Examples?|TODO)(?!::): *")


class SectionReader:
    """Reads one comment in the dialect 10."""

    def __init__(self, block: DocBlock) -> None:
        self._block = block
        self._next = 0
        self._described = False
        self.doc = ParsedDoc(block.line)

    def read(self) -> ParsedDoc:
        """Returns what the comment says; raises DocError at the first wrong line."""
        doc = self.doc
        if self._block.lines:
            doc.symbol = symbol_of(self._block.lines[0])
        if not doc.symbol:
            self._free_form()
            return doc
        self._next = 1
        while (text := self._skip_blank()) is not None:
            self._paragraph(text)
        if self._block.fault:
            # What is missing may be what is said there.
            return doc
        named = [*doc.members.values(), *doc.features.values(), *doc.sections]
        for section in sorted(named, key=lambda section: section.line):
            if section.name and not section.text:
                raise DocError(section.line, messages.EmptySection(name=section.name))
        return doc

    @property
    def _number(self) -> int:
        return self._block.lines[self._next].number

    def _peek(self) -> str | None:
        if self._next == len(self._block.lines):
            return None
        return text_of(self._block.lines[self._next]).rstrip()

    def _skip_blank(self) -> str | None:
        while (text := self._peek()) == "":
            self._next += 1
        return text

    def _free_form(self) -> None:
        while (text := self._peek()) is not None:
            if match := _MEMBER.match(text):
                raise DocError(self._number, messages.MemberInFreeForm(name=match[1]))
            self.doc.body.lines.append(text)
            self._next += 1

    def _paragraph(self, text: str) -> None:
        if text == "Features:":
            self._features()
        elif match := _MEMBER.match(text):
            if self._described:
                raise DocError(self._number, messages.MemberAfterSection(name=match[1]))
            self._descriptions(self.doc.members)
        elif match := _TAG.match(text):
            section = self.doc.start_tagged(Section(match[1], self._number))
            self._described = True
            self._indented(section, text[match.end() :])
        else:
            self._plain()

    def _features(self) -> None:
        if self.doc.features:
            raise DocError(self._number, messages.SectionTwice(name="Features"))
        self._next += 1
        self._skip_blank()
        self._descriptions(self.doc.features)
        if not self.doc.features and (self._peek() is not None or not self._block.fault):
            line = self._block.last_line if self._peek() is None else self._number
            raise DocError(line, messages.NoFeatures())

    def _descriptions(self, kept: dict[str, Section]) -> None:
        self._described = True
        while (text := self._peek()) is not None and (match := _MEMBER.match(text)):
            section = self.doc.start(kept, Section(match[1], self._number))
            self._indented(section, text[match.end() :])

    def _indented(self, section: Section, first: str) -> None:
        """Reads the rest of a description: the indented lines after its first one."""
        section.lines.append(first)
        self._next += 1
        start = self._next
        text = self._skip_blank()
        if text is None or not text[0].isspace():
            return
        section.lines.extend("" for _ in range(start, self._next))
        indent = _indentation(text)
        first_indented = self._next
        while text is not None and not _MEMBER.match(text):
            if text and _indentation(text) < indent:
                if self._next == first_indented + 1:
                    raise DocError(self._number, messages.Dedent(columns=indent))
                return
            section.lines.append(text[indent:])
            self._next += 1
            text = self._peek()

    def _plain(self) -> None:
        section = self.doc.body
        if self._described:
            last = self.doc.sections[-1:]
            if last and not last[0].name:
                section = last[0]
            else:
                section = self.doc.start_tagged(Section("", self._number))
        section.lines.append("")
        while text := self._peek():
            section.lines.append(text)
            self._next += 1


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip())
