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
