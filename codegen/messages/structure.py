# SPDX-License-Identifier: Apache-2.0
"""E02xx: what is wrong with one definition, looked at alone."""

from codegen.messages.base import Message


class NoMeta(Message):
    """Exactly one key says what is defined."""

    code = "E0201"
    template = "a definition needs exactly one key of {known}{hint}"


class NameNotString(Message):
    """A name is a string."""

    code = "E0202"
    template = "{what} must be a name in quotes"


class InvalidName(Message):
    """Names are letters, digits, `-` and `_`, begin with a letter and not with `q_`.

    Before that may stand `__RFQDN_` for what a vendor adds, and `x-`.
    """

    code = "E0203"
    template = "{what} has an invalid name"


class NameNotUpper(Message):
    """Events are named LIKE_THIS."""

    code = "E0204"
    template = "name of {what} must be upper case, without '-'"


class NameNotLower(Message):
    """Commands, members, values and features are named like-this.

    Pragmas name the exceptions.
    """

    code = "E0205"
    template = "name of {what} must be lower case, with '-' instead of '_'"


class NameNotCamel(Message):
    """Types are named LikeThis."""

    code = "E0206"
    template = "name of {what} must be in CamelCase"


class ReservedName(Message):
    """Members cannot be named `u` or `has-...`, types not `...List`: C code needs these names."""

    code = "E0207"
    template = "{what} uses a reserved name"


class MissingKeys(Message):
    """A definition of this kind needs these keys."""

    code = "E0208"
    template = "{what} lacks {keys}"


class UnknownKeys(Message):
    """A definition of this kind does not have these keys."""

    code = "E0209"
    at = ("what", "keys")
    template = "{what} has unknown {keys}; known are {known}{hint}"


class FalseOnly(Message):
    """The flag is true unless given, so that only false is worth writing."""

    code = "E0210"
    at = ("flag",)
    template = "'{flag}' can only be false"


class TrueOnly(Message):
    """The flag is false unless given, so that only true is worth writing."""

    code = "E0211"
    at = ("flag",)
    template = "'{flag}' can only be true"


class FlagConflict(Message):
    """An out-of-band command runs beside others, whose failure does not take it back.

    So it is no coroutine, leads to no phase, and is nothing that config files know of.
    """

    code = "E0212"
    at = ("second",)
    template = "'{first}' and '{second}' exclude each other"


class BadCondition(Message):
    """An `if` is a symbol in upper case, or an object with one of `all`, `any`, `not`."""

    code = "E0213"
    template = (
        "'if' of {what} must be a SYMBOL or one of "
        "{{'all': [...]}}, {{'any': [...]}}, {{'not': ...}}"
    )


class NotAList(Message):
    """The key takes a list."""

    code = "E0214"
    template = "{what} must be a list"


class NotMembers(Message):
    """The key takes members: an object of names and types."""

    code = "E0215"
    template = "{what} must be an object of members{alternative}"


class NotATypeName(Message):
    """A type is given by its name."""

    code = "E0216"
    template = "{what} must be the name of a type"


class NotAType(Message):
    """A type is given by its name, an array of it by the name in brackets."""

    code = "E0217"
    template = "{what} must be the name of a type, or [ the name ]"


class NoBranches(Message):
    """An alternate has at least one branch."""

    code = "E0218"
    template = "'data' must not be empty"


class BoxedWithoutData(Message):
    """`boxed` passes the data as one object; there must be some."""

    code = "E0219"
    template = "'boxed' needs 'data'"


class NotAString(Message):
    """The key takes a string."""

    code = "E0220"
    template = "{what} must be a string"


class NotABoolean(Message):
    """The key takes true or false."""

    code = "E0221"
    template = "{what} must be true or false"


class NotAnObjectValue(Message):
    """The key takes an object."""

    code = "E0222"
    template = "{what} must be an object"


class BadOpenMember(Message):
    """`**name` collects what is not declared: once, last, and of type any."""

    code = "E0223"
    template = "{what} must be the last member, the only one with '**', and of type 'any'"


class MisplacedKey(Message):
    """The key says something about members of another kind."""

    code = "E0224"
    at = ("what", "key")
    template = "{what} cannot have '{key}': {reason}"


class NotAnInteger(Message):
    """The key takes a whole number."""

    code = "E0225"
    template = "{what} must be {kind}"
