# SPDX-License-Identifier: Apache-2.0
"""E07xx: what is wrong with names that other emulators have for ours."""

from codegen.messages.base import Message


class BadAliases(Message):
    """A table of aliases goes from names to names."""

    code = "E0701"
    template = "{what} must be {kind}"


class BadAlias(Message):
    """An alias is a word as other emulators write them, or a path that begins with `/`.

    Aliases of ports may be elements: `sysbus-irq[0]`.
    """

    code = "E0702"
    at = ("name",)
    template = "{what} '{name}' is no {kind}"


class AliasClash(Message):
    """An alias is no name of ours, and stands for one thing in all tables together."""

    code = "E0703"
    at = ("name",)
    template = "{what} '{name}' is also {other}"


class AliasTarget(Message):
    """An alias stands for a name that the object type has, or one of its bases."""

    code = "E0704"
    at = ("name", "target")
    template = "{what} '{name}' stands for unknown {kind} '{target}'{hint}"


class AliasOfAlias(Message):
    """An alias stands for a name of ours, not for another alias."""

    code = "E0705"
    at = ("name", "target")
    template = "{what} '{target}', which is an alias itself"


class AliasIndex(Message):
    """A port that is an array is meant as a whole, or one element of it; others are no arrays.

    `unnamed-gpio-in` for the array `in` also stands for each of its elements.
    """

    code = "E0706"
    at = ("name", "target")
    template = "{what} '{name}' stands for '{target}', but {problem}"


class AliasArgument(Message):
    """What a command of another emulator stands for has the arguments of the command of ours."""

    code = "E0707"
    at = ("name",)
    template = "alias '{alias}' gives '{name}', which is no argument of '{command}'{hint}"


class AliasPlaceholder(Message):
    """`$name` stands for an argument that the other emulator's command takes."""

    code = "E0708"
    at = ("placeholder",)
    template = (
        "alias '{alias}' gives '{name}' by '${placeholder}', which is no argument that it "
        "takes{hint}"
    )


class AliasLacks(Message):
    """What our command must have is always given: by a word, or by an argument that is there."""

    code = "E0709"
    at = ("alias",)
    template = (
        "alias '{alias}' does not always give '{name}', without which there is no '{command}'"
    )


class AliasTakes(Message):
    """What a command of another emulator takes is a word, a number or a choice of two."""

    code = "E0710"
    at = ("type",)
    template = "{what} has type '{type}'; there are str, bool, size, and integers{hint}"


class AssumedPath(Message):
    """What machines there always have is a child of the machine, or of what is always there."""

    code = "E0711"
    at = ("path",)
    template = "'assumes' has '{path}', which is not directly below /machine"


class AliasGiven(Message):
    """What is given to an object of another emulator's type is a property of ours."""

    code = "E0712"
    at = ("name",)
    template = "{what} names unknown property '{name}'{hint}"
