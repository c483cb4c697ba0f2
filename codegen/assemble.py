# SPDX-License-Identifier: Apache-2.0
"""Brings what the parser found together: doc comments with definitions, and those with files."""

from __future__ import annotations

import os

from codegen.definitions import read_definition
from codegen.docs import DocError, DocReader, ParsedDoc
from codegen.docs_sections import SectionReader
from codegen.drafts import Draft
from codegen.lexer import DocBlock
from codegen.messages import docs as messages
from codegen.messages.base import Errors
from codegen.parser import Comment, EndOfFile, Expression, Failure, Files, Inclusion
from codegen.pragmas import find_dialect, read_pragma
from codegen.records import dataclass, field, replace
from codegen.schema import Pragma
from codegen.source import Place, Source


@dataclass(slots=True)
class FileDraft:
    """One schema file."""

    path: str
    includes: list[str] = field(default_factory=list)
    introduction: str = ""


@dataclass(slots=True)
class SchemaDraft:
    """All definitions, well formed each."""

    main: str
    files: dict[str, FileDraft]
    """By absolute path, in the order of their inclusion"""
    definitions: list[Draft]
    pragma: Pragma
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Documented:
    expression: Expression
    doc: ParsedDoc | None


def read_schema(path: str, dialect: str | None, errors: Errors) -> SchemaDraft:
    """Reads a schema file and all that it includes; raises SchemaError."""
    files = Files()
    files.read_main(path)
    assembler = _Assembler(files, dialect, errors)
    assembler.run()
    errors.stop_if_any()
    drafts = [
        read_definition(
            item.expression.value, item.expression.place, item.doc, assembler.pragma, errors
        )
        for item in assembler.found
    ]
    errors.stop_if_any()
    definitions = [draft for draft in drafts if draft]
    return SchemaDraft(path, assembler.files, definitions, assembler.pragma, tuple(files.paths))


class _Assembler:
    """Walks through the items in the order of the text."""

    def __init__(self, files: Files, dialect: str | None, errors: Errors) -> None:
        self._items = files.items
        self._errors = errors
        self._fixed_dialect = dialect
        self.files: dict[str, FileDraft] = {}
        self.found: list[_Documented] = []
        self.pragma = Pragma()
        # The comment that waits for its definition.
        self._doc: ParsedDoc | None = None

    def run(self) -> None:
        expressions = (item for item in self._items if isinstance(item, Expression))
        dialect = self._fixed_dialect or find_dialect(expressions, self.pragma.doc_dialect)
        self.pragma = Pragma(doc_dialect=dialect)
        for item in self._items:
            match item:
                case Failure():
                    self._errors.add(item.diagnostic.place, item.diagnostic.message)
                    # Its definition may be what could not be read.
                    self._doc = None
                case Comment():
                    self._comment(item)
                case Inclusion():
                    self._reject_doc(item.place.source)
                    self._file(item.place.source).includes.append(os.path.abspath(item.path))
                case EndOfFile():
                    self._reject_doc(item.source)
                    self._file(item.source)
                case Expression():
                    self._expression(item)
        if self._fixed_dialect:
            self.pragma = replace(self.pragma, doc_dialect=dialect)

    def _file(self, source: Source) -> FileDraft:
        key = os.path.abspath(source.path)
        return self.files.setdefault(key, FileDraft(source.path))

    def _comment(self, comment: Comment) -> None:
        self._reject_doc(comment.source)
        try:
            self._doc = _read_comment(comment.block, self.pragma.doc_dialect)
        except DocError as error:
            self._errors.add(Place(comment.source, error.line), error.message)
            # Silences what would only follow from it.
            self._doc = None
            return
        draft = self._file(comment.source)
        if not self._doc.symbol and not draft.introduction:
            draft.introduction = _without_marks(self._doc.body.text)

    def _expression(self, expression: Expression) -> None:
        if "pragma" in expression.value:
            self._reject_doc(expression.place.source)
            self.pragma = read_pragma(self.pragma, expression, self._errors)
            return
        doc = self._doc
        if doc and not doc.symbol:
            place = Place(expression.place.source, doc.line)
            self._errors.add(place, messages.FreeFormBeforeDefinition())
            doc = None
        self._file(expression.place.source)
        self.found.append(_Documented(expression, doc))
        self._doc = None

    def _reject_doc(self, source: Source) -> None:
        """What comes next in the file is no definition."""
        doc, self._doc = self._doc, None
        if doc and doc.symbol:
            place = Place(source, doc.line)
            self._errors.add(place, messages.NotFollowed(name=doc.symbol))


def _read_comment(block: DocBlock, dialect: str) -> ParsedDoc:
    if dialect == "10":
        return SectionReader(block).read()
    return DocReader(block, dialect).read()


def _without_marks(text: str) -> str:
    """A free-form text whose headings are plain lines."""
    return "\n".join(
        line.lstrip("= ") if line.startswith("=") else line for line in text.split("\n")
    )
