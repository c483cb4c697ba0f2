# SPDX-License-Identifier: Apache-2.0
"""Cuts a schema file into tokens.

Tokens are made one at a time, so that the first error in the file is the first one found,
whether it is in the letters or in the grammar.
"""

import json
import math
import re
from typing import NamedTuple

from codegen.messages import syntax
from codegen.messages.base import Message
from codegen.records import dataclass
from codegen.source import Source

# What a token is: one of `{}[]:,` itself, or one of these.
STRING = "string"
BOOLEAN = "boolean"
DOC = "doc"
END = "end"
# Legal inside the additions to QAPI only.
NUMBER = "number"
NULL = "null"
QUOTED = "quoted"

EXTENSIONS = frozenset({NUMBER, NULL, QUOTED})


class DocLine(NamedTuple):
    """A line of a doc comment, after its `#`."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at an offset."""

    offset: int
    message: Message


@dataclass(frozen=True, slots=True)
class DocBlock:
    """A doc comment; the marks `##` around it are not among its lines."""

    line: int
    lines: tuple[DocLine, ...]
    last_line: int
    fault: Fault | None = None
    """What is wrong with the marks; what the lines say comes first"""


class Token(NamedTuple):
    kind: str
    value: object
    offset: int


class LexicalError(Exception):
    """The text at `offset` is no token."""

    def __init__(self, offset: int, message: Message) -> None:
        super().__init__(message.text)
        self.offset = offset
        self.message = message


# What is between tokens, and most of the tokens: a mark, a string, the begin of a doc comment.
_SIMPLE = re.compile(
    r"(?:\s+|#(?!#)[^\n]*)*(?:([{}\[\]:,])|'([ !#-&(-\[\]-~\"]*)'|(\#\#)|(?=(.)|\Z))", re.DOTALL
)
_MARK, _STRING, _DOC = 1, 2, 3
_WORD = re.compile(r"[^\[\]{}:,\s']+")
_NUMBER = re.compile(
    r"(?:-?0x[0-9a-fA-F]+|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?=[\s\[\]{}:,#]|$)"
)
_QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_DOC_BODY = re.compile(r"((?:\s*#(?!#)[^\n]*\n)*)\s*")

# More digits than any number of the language has; Python refuses to read far longer ones.
_MAX_NUMBER = 100


class Lexer:
    """Yields the tokens of one source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._cursor = 0

    def skip_to(self, offset: int) -> None:
        """Goes on at `offset`: after an error."""
        self._cursor = offset

    def next(self) -> Token:
        """Returns the next token; after the last one, END at the final newline."""
        match = _SIMPLE.match(self._text, self._cursor)
        assert match is not None
        group = match.lastindex
        if group == _MARK:
            self._cursor = match.end()
            return Token(match[_MARK], None, self._cursor - 1)
        if group == _STRING:
            self._cursor = match.end()
            return Token(STRING, match[_STRING], match.start(_STRING) - 1)
        if group == _DOC:
            return self._doc(match.start(_DOC))
        if group:
            return self._rare(match.end())
        self._cursor = match.end()
        return Token(END, None, match.end() - 1)

    def _rare(self, offset: int) -> Token:
        text = self._text
        if text[offset] == "'":
            return self._string(offset)
        for word, value in (("true", True), ("false", False)):
            if text.startswith(word, offset):
                self._cursor = offset + len(word)
                return Token(BOOLEAN, value, offset)
        word_match = _WORD.match(text, offset)
        assert word_match is not None
        word = word_match[0]
        if word.split("#")[0] == "null":
            self._cursor = offset + len("null")
            return Token(NULL, None, offset)
        if number := _NUMBER.match(text, offset):
            self._cursor = number.end()
            return Token(NUMBER, _number(offset, number[0]), offset)
        if quoted := _QUOTED.match(text, offset):
            self._cursor = quoted.end()
            return Token(QUOTED, _quoted(offset, quoted[0]), offset)
        raise LexicalError(offset, syntax.Stray(text=_printable(word)))

    def _string(self, start: int) -> Token:
        """Reads a string with an escape in it, or says what is wrong with it."""
        text = self._text
        value = []
        offset = start + 1
        while (char := text[offset]) != "'":
            if char == "\n":
                raise LexicalError(start, syntax.UnterminatedString())
            if char == "\\":
                offset += 1
                if text[offset] == "\n":
                    raise LexicalError(start, syntax.UnterminatedString())
                if text[offset] != "\\":
                    raise LexicalError(start, syntax.UnknownEscape(char=_printable(text[offset])))
            elif not " " <= char <= "~":
                raise LexicalError(start, syntax.FunnyCharacter(char=_printable(char)))
            value.append(text[offset])
            offset += 1
        self._cursor = offset + 1
        return Token(STRING, "".join(value), start)

    def _doc(self, offset: int) -> Token:
        text = self._text
        line = self._source.line_at(offset)
        end = text.index("\n", offset)
        if end != offset + 2:
            self._cursor = end
            fault = Fault(offset, syntax.JunkInDoc(where="start"))
            return Token(DOC, DocBlock(line, (), line, fault), offset)
        body = _DOC_BODY.match(text, end)
        assert body is not None
        closing = min(body.end(), len(text) - 1)
        lines = []
        for number, raw in enumerate(body[1].split("\n"), line):
            comment = raw.lstrip()
            if comment:
                lines.append(DocLine(number, comment[1:]))
        block = DocBlock(
            line, tuple(lines), self._source.line_at(closing), self._close_doc(closing)
        )
        return Token(DOC, block, offset)

    def _close_doc(self, closing: int) -> Fault | None:
        """Goes on after a doc comment; says what is wrong with its end."""
        self._cursor = closing
        if not self._text.startswith("##", closing):
            return Fault(closing, syntax.UnterminatedDoc())
        self._cursor = self._text.index("\n", closing)
        if self._cursor != closing + 2:
            return Fault(closing, syntax.JunkInDoc(where="end"))
        return None


def _number(offset: int, text: str) -> int | float:
    if len(text) > _MAX_NUMBER:
        raise LexicalError(offset, syntax.LongNumber())
    if "x" in text:
        return int(text, 16)
    if set(text) & set(".eE"):
        value = float(text)
        if not math.isfinite(value):
            raise LexicalError(offset, syntax.LongNumber())
        return value
    return int(text)


def _quoted(offset: int, text: str) -> str:
    try:
        value = json.loads(text)
        assert isinstance(value, str)
        # Half of a pair of surrogates is no character, and generated files could not hold it.
        value.encode()
    except ValueError as error:
        raise LexicalError(offset, syntax.BadQuoted(text=_printable(text))) from error
    if "\0" in value:
        raise LexicalError(offset, syntax.BadQuoted(text=_printable(text)))
    return value


def _printable(text: str) -> str:
    """Shows what a terminal would not."""
    return "".join(char if " " <= char <= "~" else ascii(char)[1:-1] for char in text[:60])
