# SPDX-License-Identifier: Apache-2.0
"""E04xx: what is wrong with phases, and with the rules that refer to them."""

from codegen.messages.base import Message


class NoPhases(Message):
    """A phase machine has at least one phase, and so has each of its sets."""

    code = "E0401"
    template = "{what} must be a list of at least one phase"


class BadGoverns(Message):
    """A phase machine governs commands or objects."""

    code = "E0402"
    template = "'governs' must be 'commands' or 'objects'"


class GovernsTwice(Message):
    """Commands have one phase machine, and so have objects."""

    code = "E0403"
    at = ()
    template = "{governs} are governed by '{name}' already"


class PhaseTwice(Message):
    """Names of phases and sets are different, over all phase machines."""

    code = "E0404"
    template = "phase or set '{name}' is defined twice"


class ViewWithoutBefore(Message):
    """A view says which of its values stands for the phases outside."""

    code = "E0405"
    template = "set '{name}': 'view' and 'before' must come together"


class BeforeOutside(Message):
    """The value that stands for the phases outside of a view is one of the view's."""

    code = "E0406"
    at = ("name", "before")
    template = "set '{name}': 'before' must be one of its phases, '{before}' is not{hint}"


class GoalOutside(Message):
    """A start walks to one of the phases, if it is not told otherwise."""

    code = "E0407"
    at = ("name",)
    template = "'goal' must be one of the phases, '{name}' is not{hint}"


class GoalOfObjects(Message):
    """Objects have no goal: whoever creates one says how far it goes."""

    code = "E0408"
    template = "'goal' needs 'governs': 'commands'"


class RuleWithoutPhases(Message):
    """A rule speaks of phases, so that the schema must define some."""

    code = "E0410"
    template = "has a rule, but no 'phases' govern {governs}"


class UnknownPhase(Message):
    """No phase and no set of phases has that name."""

    code = "E0411"
    at = ("name",)
    template = "'{key}' names unknown phase '{name}'{hint}"


class NotOnePhase(Message):
    """A rule leads to one phase, not to a set."""

    code = "E0412"
    template = "'to' must name one phase, '{name}' is a set"


class EmptyRule(Message):
    """With an empty `in`, or with all of its phases under `except`, this can never happen."""

    code = "E0413"
    template = "'in' is empty: it can never happen"


class TargetOutside(Message):
    """An object-form `to` says where each phase of `in` leads."""

    code = "E0414"
    template = "'to' leads from '{name}', which is not among the phases of 'in'"


class SourceTwice(Message):
    """An object-form `to` names each phase once, directly or in a set."""

    code = "E0415"
    template = "'to' leads from '{name}' twice"


class WalkerMoves(Message):
    """A command that runs other commands does not move by itself."""

    code = "E0416"
    template = "'walks' and 'to' exclude each other"


class TransitionIncomplete(Message):
    """A transition leads from somewhere to somewhere."""

    code = "E0417"
    template = "a transition's 'phase' needs 'in' and 'to'"


class BadRule(Message):
    """A `phase` is an object of `in`, `except`, `to`, `walks` and `step`."""

    code = "E0418"
    template = "{what} must be {kind}"


class Unreachable(Message):
    """No command and no transition leads to the phase."""

    code = "E0420"
    template = "nothing leads to phase '{name}'"


class DeadEnd(Message):
    """No command and no transition leads out of the phase."""

    code = "E0421"
    template = "nothing leads out of phase '{name}'"


class AmbiguousStep(Message):
    """Two commands are equally good next steps, so that `until-phase` could not choose.

    `'step': false` keeps a command off such paths.
    """

    code = "E0422"
    template = (
        "ambiguous step: on the way from '{source}' to '{target}', "
        "'{first}' and '{second}' lead on equally well"
    )


class UnknownEvent(Message):
    """A transition emits an event of the schema."""

    code = "E0423"
    template = "'emits' names unknown event '{name}'{hint}"
