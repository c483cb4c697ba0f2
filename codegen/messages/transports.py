# SPDX-License-Identifier: Apache-2.0
"""E05xx: what is wrong with `cli`, `config` and `option`."""

from codegen.messages.base import Message


class BadOptionName(Message):
    """A long option is lower case with dashes, a short one is one letter or digit."""

    code = "E0501"
    template = "{what} must be {kind}"


class OptionTwice(Message):
    """Each option belongs to one command or shorthand."""

    code = "E0502"
    template = "option '{name}' belongs to {owner} already"


class NoSuchArgument(Message):
    """`implied-key` names an argument of the command."""

    code = "E0503"
    template = "'implied-key' names '{name}', which is no argument of it{hint}"


class ImpliedNotScalar(Message):
    """What is written without a key is a string, a number, a choice, or an array of them."""

    code = "E0504"
    template = "'implied-key' names '{name}', which cannot be written as one word"


class SectionNotUnique(Message):
    """Each section of a config file belongs to one command."""

    code = "E0505"
    template = "config section '{name}' belongs to {owner} already"


class DeadSection(Message):
    """A config file is read while the machine is built, and the command cannot run then."""

    code = "E0506"
    template = (
        "config section '{name}' can never be applied: no phase of 'in' is reached by steps "
        "from '{initial}'"
    )


class BadRuns(Message):
    """`runs` lists commands: `{ 'execute': NAME, 'arguments': {...} }`."""

    code = "E0507"
    template = "{what} must be {kind}"


class UnknownCommand(Message):
    """No command has that name."""

    code = "E0508"
    template = "'runs' names unknown command '{name}'{hint}"


class UnknownArgument(Message):
    """The command has no such argument."""

    code = "E0509"
    at = ("command", "name")
    template = "command '{command}' has no argument '{name}'{hint}"


class MissingArgument(Message):
    """The command does not run without this argument."""

    code = "E0510"
    at = ("command",)
    template = "command '{command}' needs argument '{name}'"


class BadArgument(Message):
    """The argument has another type."""

    code = "E0511"
    at = ("command", "name")
    template = "argument '{name}' of command '{command}': {problem}"


class ValueUnused(Message):
    """An option has a `value` exactly if its commands use `$value`."""

    code = "E0512"
    template = "{problem}"


class BadWhen(Message):
    """An option runs in its place, or `after` all options, or at the `end`."""

    code = "E0513"
    template = "'when' must be 'after' or 'end'"


class RunsOrCases(Message):
    """An option has `runs`, or `cases`; a case has `runs`, or says why it is refused."""

    code = "E0517"
    template = "{what} must have one of 'runs' and '{other}'"


class OptionKey(Message):
    """A `$KEY` in the arguments stands for one of the case's `keys`, all of which are used."""

    code = "E0518"
    template = "{problem}"


class NoQuery(Message):
    """`plan` and `choices` name a command that needs no arguments and changes nothing."""

    code = "E0519"
    at = ("what", "name")
    template = "{what} names '{name}', which is no query{hint}"


class BadDefault(Message):
    """One of the options that run at the end, with a value, can have a default."""

    code = "E0514"
    template = "'default' {problem}"


class BadInterval(Message):
    """The interval of a `rate-limit` is a time in milliseconds, a day at most."""

    code = "E0515"
    template = "{what} must be a number of milliseconds, 1 to {longest}"


class BadKey(Message):
    """`key` lists the arguments that tell one element of a section from another.

    A section that is no list has none. What a command takes away by `removes` it knows by the
    arguments of the same names.
    """

    code = "E0531"
    template = "{problem}"


class BadRemoves(Message):
    """`removes` lists sections of config files; elements of the first one have a `key`."""

    code = "E0532"
    at = ("name",)
    template = "'removes' names section '{name}', {problem}"


class LimitBy(Message):
    """`by` names a member that each event has, and that a word or number stands for.

    Events that differ in it do not hold each other back.
    """

    code = "E0516"
    at = ("what",)
    template = "{what} of 'rate-limit' names '{name}', which {problem}"
