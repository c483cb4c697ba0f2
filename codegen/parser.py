# SPDX-License-Identifier: Apache-2.0
"""Reads schema files into expressions, doc comments and pragmas.

    files = Files()
    files.read_main("schema/main.json")
    for item in files.items: ...

What is wrong is an item too, so that whoever reads the items reports it in the order of the text.
What an expression means is none of its business; see `codegen.definitions`.
"""

from __future__ import annotations

import os
import re
from typing import Any

from codegen import plain
from codegen.lexer import (
    BOOLEAN,
    DOC,
    END,
    EXTENSIONS,
    NULL,
    NUMBER,
    QUOTED,
    STRING,
    DocBlock,
    Lexer,
    LexicalError,
    Token,
)
from codegen.messages import syntax
from codegen.messages.base import Diagnostic, Message
from codegen.records import dataclass
from codegen.shipped import find_include
from codegen.source import Place, Source

MAX_DEPTH = 1000

# Definitions that QAPI does not have: any literal may stand in them.
ADDED_METAS = frozenset({"phases", "transition", "option", "object", "aliases"})
# Keys of QAPI's own definitions that it does not have.
ADDED_KEYS = frozenset({"phase", "cli", "config", "rate-limit"})
# Keys of a member that QAPI does not have.
ADDED_MEMBER_KEYS = frozenset(
    {"default", "range", "unit", "example", "count", "since", "until", "use", "object", "base"}
)

# Where to go on after an error: a `##` that a comment follows opens one, others close one.
_START = re.compile(r"\n(?=\{|##\n#)")


# What is the same in JSON but for the quotes: no comment, no escape, and only ASCII.
_PLAIN = re.compile(r"[ !$-\[\]-~\n]*(?=#|\Z)")
_PLAIN_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Expression:
    """A top-level object, as written."""

    value: dict[str, Any]
    place: Place


@dataclass(frozen=True, slots=True)
class Comment:
    """A doc comment."""

    block: DocBlock
    source: Source


@dataclass(frozen=True, slots=True)
class Inclusion:
    """An include: the file's items follow, unless they came before."""

    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class EndOfFile:
    source: Source


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong at this point; the parser went on after it."""

    diagnostic: Diagnostic


Item = Expression | Comment | Inclusion | EndOfFile | Failure


class _SyntaxError(Exception):
    def __init__(self, offset: int, message: Message) -> None:
        super().__init__(message.text)
        self.offset = offset
        self.message = message


class Files:
    """All files of a schema; each is read once."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.paths: list[str] = []
        self._seen: set[str] = set()

    def fail(self, place: Place, message: Message) -> None:
        """Records what is wrong."""
        self.items.append(Failure(Diagnostic(place, message)))

    def read_main(self, path: str) -> None:
        """Reads the main file and all that it includes."""
        # Files have no place that asks for them, so a reason stands at line 1.
        nowhere = Place(Source(path, ""), 1)
        try:
            self._read(path, None)
        except OSError as error:
            message = syntax.CannotRead(path=path, reason=error.strerror or str(error))
            self.fail(nowhere, message)

    def include(self, path: str, place: Place) -> None:
        """Reads an included file, unless it has been read."""
        absolute = os.path.abspath(path)
        if any(absolute == os.path.abspath(source.path) for source in _ancestry(place)):
            self.fail(place, syntax.IncludeLoop(path=path))
            return
        self.items.append(Inclusion(path, place))
        if absolute in self._seen:
            return
        try:
            self._read(path, place)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.fail(place, syntax.CannotInclude(path=path, reason=reason))

    def _read(self, path: str, parent: Place | None) -> None:
        with open(path, "rb") as file:
            data = file.read()
        self._seen.add(os.path.abspath(path))
        self.paths.append(path)
        source = self._decode(path, data, parent)
        if source:
            _Parser(source, self).run()
            self.items.append(EndOfFile(source))

    def _decode(self, path: str, data: bytes, parent: Place | None) -> Source | None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = Source(path, data[: error.start].decode("utf-8"), parent)
            place = Place(before, data.count(b"\n", 0, error.start) + 1)
            self.fail(place, syntax.NotUtf8(byte=f"{data[error.start]:02x}"))
            return None
        return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"), parent)


def _ancestry(place: Place) -> list[Source]:
    return [place.source, *(included.source for included in place.includes)]


class _Parser:
    """The parser of one file."""

    def __init__(self, source: Source, files: Files) -> None:
        self._source = source
        self._files = files
        self._lexer = Lexer(source)
        self._token = Token(END, None, 0)
        # Of the present top-level expression: literals that are legal in additions only.
        self._extensions: list[tuple[Token, tuple[str, ...]]] = []
        self._path: list[str] = []
        self._keys: set[str] = set()

    def run(self) -> None:
        try:
            self._advance()
        except LexicalError as error:
            self._resume(error)
        while self._token.kind != END:
            try:
                self._item()
            except (LexicalError, _SyntaxError) as error:
                self._resume(error)

    def _resume(self, error: LexicalError | _SyntaxError) -> None:
        """Reports an error and goes on at the next line that can begin something."""
        text = self._source.text
        while True:
            self._files.fail(self._source.place_at(error.offset), error.message)
            start = _START.search(text, error.offset)
            self._lexer.skip_to(start.end() if start else len(text))
            try:
                self._advance()
                return
            except LexicalError as another:
                error = another

    def _advance(self) -> None:
        self._token = self._lexer.next()

    def _item(self) -> None:
        token = self._token
        if token.kind == DOC:
            assert isinstance(token.value, DocBlock)
            self._files.items.append(Comment(token.value, self._source))
            if fault := token.value.fault:
                raise _SyntaxError(fault.offset, fault.message)
            self._advance()
            return
        place = self._source.line_place(token.offset)
        self._extensions.clear()
        self._path.clear()
        self._keys.clear()
        try:
            value = self._plain() or self._value(0)
        except (LexicalError, _SyntaxError):
            # A literal that QAPI does not have comes first, as it would there.
            self._check_extensions()
            raise
        self._check_extensions()
        if isinstance(value, dict):
            self._dispatch(value, place)
        else:
            self._files.fail(place, syntax.NotAnObject())

    def _dispatch(self, value: dict[str, Any], place: Place) -> None:
        if "include" not in value:
            self._files.items.append(Expression(value, place))
            return
        path = value["include"]
        if len(value) != 1 or not isinstance(path, str):
            self._files.fail(place, syntax.BadInclude())
            return
        self._files.include(find_include(self._source.path, path), place)

    def _plain(self) -> dict[str, Any] | None:
        """Reads a definition as JSON's decoder can, as it can most, or leaves it as it is."""
        found = _PLAIN.match(self._source.text, self._token.offset)
        if not found or found[0].count("{") + found[0].count("[") > _PLAIN_DEPTH:
            return None
        value = plain.read(found[0].replace("'", '"'))
        if value:
            self._lexer.skip_to(found.end())
            self._advance()
        return value

    def _value(self, depth: int) -> Any:
        token = self._token
        if depth > MAX_DEPTH:
            raise _SyntaxError(token.offset, syntax.TooDeep(limit=MAX_DEPTH))
        match token.kind:
            case "{":
                return self._members(depth)
            case "[":
                return self._elements(depth)
            case "string" | "boolean":
                self._advance()
                return token.value
            case "number" | "null" | "quoted":
                self._extensions.append((token, tuple(self._path)))
                self._advance()
                return token.value
        raise self._expected("a value")

    def _members(self, depth: int) -> dict[str, Any]:
        self._advance()
        members: dict[str, Any] = {}
        if self._token.kind == "}":
            self._advance()
            return members
        while True:
            key = self._key(members)
            self._path.append(key)
            if not depth:
                self._keys.add(key)
            members[key] = self._value(depth + 1)
            self._path.pop()
            if self._token.kind == "}":
                self._advance()
                return members
            if self._token.kind != ",":
                raise self._expected("',' or '}'")
            self._advance()

    def _key(self, members: dict[str, Any]) -> str:
        token = self._token
        if token.kind not in (STRING, QUOTED):
            raise self._expected("a key in quotes" if members else "a key in quotes or '}'")
        if token.kind == QUOTED:
            self._extensions.append((token, tuple(self._path)))
        key = token.value
        assert isinstance(key, str)
        self._advance()
        if self._token.kind != ":":
            raise self._expected("':'")
        self._advance()
        if key in members:
            raise _SyntaxError(self._token.offset, syntax.DuplicateKey(key=key))
        return key

    def _elements(self, depth: int) -> list[Any]:
        self._advance()
        elements: list[Any] = []
        if self._token.kind == "]":
            self._advance()
            return elements
        while True:
            elements.append(self._value(depth + 1))
            if self._token.kind == "]":
                self._advance()
                return elements
            if self._token.kind != ",":
                raise self._expected("',' or ']'")
            self._advance()

    def _expected(self, what: str) -> _SyntaxError:
        token = self._token
        found = {
            DOC: "a doc comment",
            END: "the end of the file",
            STRING: f"'{token.value}'",
            BOOLEAN: str(token.value).lower(),
            NUMBER: "a number",
            NULL: "null",
            QUOTED: "a double-quoted string",
        }.get(token.kind, f"'{token.kind}'")
        return _SyntaxError(token.offset, syntax.Expected(what=what, found=found))

    def _check_extensions(self) -> None:
        for token, path in self._extensions:
            if _is_addition(self._keys, path):
                continue
            what = {NUMBER: "a number", NULL: "null"}.get(token.kind, "a double-quoted string")
            assert token.kind in EXTENSIONS
            place = self._source.place_at(token.offset)
            self._files.fail(place, syntax.MisplacedLiteral(what=what))


def _is_addition(keys: set[str], path: tuple[str, ...]) -> bool:
    """True for a path inside of what QAPI does not have."""
    if ADDED_METAS & keys:
        return True
    if path[:1] and path[0] in ADDED_KEYS:
        return True
    return len(path) > 2 and path[0] in ("data", "base") and path[2] in ADDED_MEMBER_KEYS
