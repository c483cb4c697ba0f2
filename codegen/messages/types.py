# SPDX-License-Identifier: Apache-2.0
"""E03xx: how definitions do not fit together."""

from codegen.messages.base import Message


class DefinedTwice(Message):
    """Types, commands and events share one set of names, and so do transitions, and options."""

    code = "E0301"
    template = "'{name}' is already defined{where}"


class UnknownType(Message):
    """A type is named that nothing defines."""

    code = "E0302"
    template = "{what} uses unknown type '{name}'{hint}"


class ArrayOfArrays(Message):
    """There are no arrays of arrays; put a struct between them."""

    code = "E0303"
    template = "{what} is an array of arrays"


class BaseNotStruct(Message):
    """The base of a struct or union is a struct, which has no branches."""

    code = "E0304"
    template = "'base' must be a struct, {found} is not"


class ContainsItself(Message):
    """An object that contains itself, as base or branch, would never end."""

    code = "E0305"
    template = "contains itself"


class Clash(Message):
    """Two names differ at most in `-` and `_`, so that C code could not tell them apart."""

    code = "E0306"
    at = ("what",)
    template = "{what} clashes with {other}"


class SpecialFeature(Message):
    """`deprecated` and `unstable` apply to commands, events, members and values, not to types."""

    code = "E0307"
    template = "feature '{name}' does not apply to types"


class DiscriminatorUnknown(Message):
    """The discriminator is one of the base's members."""

    code = "E0308"
    template = "discriminator '{name}' is not a member of the base{hint}"


class DiscriminatorNotEnum(Message):
    """The discriminator's values name the branches, so that it is of an enum type."""

    code = "E0309"
    template = "discriminator '{name}' must be of an enum type, not {found}"


class DiscriminatorOptional(Message):
    """Without its discriminator nobody could read a union."""

    code = "E0310"
    template = "discriminator '{name}' must not be optional"


class DiscriminatorConditional(Message):
    """Without its discriminator nobody could read a union."""

    code = "E0311"
    template = "discriminator '{name}' must not have an 'if'"


class UnionWithoutBranches(Message):
    """Each value of the discriminator's enum is a branch; this enum is empty."""

    code = "E0312"
    template = "has no branches, for enum '{name}' has no values"


class BranchNotValue(Message):
    """Each branch is named like a value of the discriminator's enum."""

    code = "E0313"
    template = "branch '{name}' is not a value of enum '{enum}'{hint}"


class BranchType(Message):
    """The branch of a union is a struct or union; that of an alternate is told apart by JSON."""

    code = "E0314"
    template = "branch '{name}' cannot be {found}"


class BranchAmbiguous(Message):
    """A JSON value tells which branch of an alternate it is for."""

    code = "E0315"
    template = "branch '{name}' cannot be told apart from '{other}'"


class DataNotObject(Message):
    """Arguments, and an event's data, are an object."""

    code = "E0316"
    template = "'data' cannot be {found}"


class UnionNotBoxed(Message):
    """A union as data is passed as one object."""

    code = "E0317"
    template = "'data' can be {found} only with 'boxed': true"


class ConditionalNotBoxed(Message):
    """Data that depends on an `if` is passed as one object."""

    code = "E0318"
    template = "'data' can have members with an 'if' only with 'boxed': true"


class ReturnsNotObject(Message):
    """Commands return objects, so that members can be added later.

    The pragma `command-returns-exceptions` names those that do not.
    """

    code = "E0319"
    template = "'returns' cannot be {found}"


class ValueMismatch(Message):
    """A default or example is a value that its member could have."""

    code = "E0320"
    at = ("what", "key")
    template = "{what}: '{key}' {problem}"


class RangeMismatch(Message):
    """A `range` is `[ low, high ]`, for numbers; for strings and arrays it bounds the length."""

    code = "E0321"
    template = "{what}: 'range' {problem}"


class AddedKeyType(Message):
    """The key takes another kind of value."""

    code = "E0322"
    at = ("what", "key")
    template = "{what}: '{key}' must be {kind}"


class EndlessDefault(Message):
    """A value whose default holds a value of the same type, by default too, would have no end."""

    code = "E0324"
    at = ("what",)
    template = "{what}: 'default' has no end, as a '{name}' holds another one by default"


class TooManyFeatures(Message):
    """From QEMU 10 on, generated C code has a bit for each name of a feature, and 64 bits."""

    code = "E0323"
    template = "feature '{name}' is one too many: a schema can name {limit}"
