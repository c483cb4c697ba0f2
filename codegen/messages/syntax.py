# SPDX-License-Identifier: Apache-2.0
"""E00xx: what is wrong with the text itself, with includes and with pragmas."""

from codegen.messages.base import Message


class CannotRead(Message):
    """A schema file cannot be opened: it is not there, or may not be read."""

    code = "E0001"
    template = "cannot read schema file '{path}': {reason}"


class NotUtf8(Message):
    """Schema files are UTF-8 text; this one holds other bytes."""

    code = "E0002"
    template = "not UTF-8: byte 0x{byte}"


class Stray(Message):
    """Only strings, true, false, brackets, colons and commas make up a schema.

    Numbers, null and double-quoted strings can be used within the additions to QAPI.
    """

    code = "E0003"
    template = "stray '{text}'"


class MisplacedLiteral(Message):
    """A number, null or a double-quoted string stands where QAPI has no use for one.

    They are legal as `default`, `range`, `example` and other additions only.
    """

    code = "E0004"
    template = "{what} is allowed in default, range, example and other additions only"


class UnterminatedString(Message):
    """A string ends in the line where it begins."""

    code = "E0005"
    template = 'string lacks its closing "\'"'


class UnknownEscape(Message):
    r"""The only escape in a string is `\\`."""

    code = "E0006"
    template = "unknown escape \\{char}; only \\\\ is known"


class FunnyCharacter(Message):
    """Strings hold printable ASCII characters only."""

    code = "E0007"
    template = "character '{char}' in a string is not printable ASCII"


class BadQuoted(Message):
    """A double-quoted string follows the rules of JSON strings, and holds no NUL."""

    code = "E0008"
    template = "{text} is not a JSON string"


class LongNumber(Message):
    """No number of a schema is that long, or beyond what a double holds."""

    code = "E0009"
    template = "number is too large"


class JunkInDoc(Message):
    """A doc comment begins and ends with a line that is `##` and nothing else."""

    code = "E0010"
    template = "text after '##' at the {where} of a doc comment"


class UnterminatedDoc(Message):
    """A doc comment ends with `##`, and nothing but comment lines may come before that."""

    code = "E0011"
    template = "doc comment is not closed by '##'"


class Expected(Message):
    """The grammar asks for something else here."""

    code = "E0012"
    template = "expected {what}, found {found}"


class DuplicateKey(Message):
    """An object has each key once."""

    code = "E0013"
    template = "duplicate key '{key}'"


class TooDeep(Message):
    """Brackets within brackets within brackets: no schema needs so many."""

    code = "E0014"
    template = "more than {limit} levels of brackets"


class NotAnObject(Message):
    """A schema is a sequence of objects, `{ ... }`."""

    code = "E0015"
    template = "a definition must be an object"


class BadInclude(Message):
    """An include is `{ 'include': 'FILE' }` and has no other key."""

    code = "E0020"
    template = "'include' must be the only key, and a string"


class IncludeLoop(Message):
    """A file includes itself, perhaps through others."""

    code = "E0021"
    template = "'{path}' includes itself"


class CannotInclude(Message):
    """An included file, sought relative to the including one, cannot be read."""

    code = "E0022"
    template = "cannot read included file '{path}': {reason}"


class BadPragma(Message):
    """A pragma is `{ 'pragma': { ... } }` and has no other key."""

    code = "E0023"
    template = "'pragma' must be the only key, and an object"


class UnknownPragma(Message):
    """No pragma has that name."""

    code = "E0024"
    template = "unknown pragma '{name}'{hint}"


class PragmaValue(Message):
    """The pragma takes another kind of value."""

    code = "E0025"
    template = "pragma '{name}' must be {what}"
