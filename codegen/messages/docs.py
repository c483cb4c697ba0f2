# SPDX-License-Identifier: Apache-2.0
"""E01xx: what is wrong with a doc comment, or with its agreement with the definition."""

from codegen.messages.base import Message


class NoSpaceAfterHash(Message):
    """In a doc comment, `#` is followed by a space or by nothing."""

    code = "E0101"
    template = "expected a space after '#'"


class NoColonAfterSymbol(Message):
    """The first line of a definition's doc comment is `# @NAME:`, without more."""

    code = "E0102"
    template = "expected '@NAME:' and nothing else in this line"


class NoSymbol(Message):
    """The first line of a definition's doc comment is `# @NAME:`."""

    code = "E0103"
    template = "expected a name between '@' and ':'"


class NoMemberName(Message):
    """A member's description begins with `@NAME:`."""

    code = "E0104"
    template = "expected the name of a member between '@' and ':'"


class DescribedTwice(Message):
    """A member or feature has one description."""

    code = "E0105"
    template = "'@{name}:' is described twice"


class MemberAfterSection(Message):
    """Members are described before features, and both before the other sections."""

    code = "E0106"
    template = "'@{name}:' must come before the sections"


class MemberInFreeForm(Message):
    """Only the doc comment of a definition describes members."""

    code = "E0107"
    template = "'@{name}:' has no meaning in a comment that documents no definition"


class HeadingInDefinition(Message):
    """Headings (`= ...`) structure free-form comments; a definition has none."""

    code = "E0108"
    template = "heading in the documentation of a definition"


class EmptySection(Message):
    """A description or section says something."""

    code = "E0109"
    template = "section '{name}' has no text"


class SectionTwice(Message):
    """Some sections, like `Returns:` and `Since:`, make sense once."""

    code = "E0110"
    template = "section '{name}:' appears twice"


class Dedent(Message):
    """The lines of a description are indented alike."""

    code = "E0111"
    template = "expected an indentation of at least {columns}"


class NoFeatures(Message):
    """After `Features:` come the descriptions of features."""

    code = "E0112"
    template = "expected '@FEATURE:' after 'Features:'"


class NotFollowed(Message):
    """A definition comes right after its doc comment."""

    code = "E0120"
    template = "documentation of '{name}' is not followed by its definition"


class FreeFormBeforeDefinition(Message):
    """Between a free-form comment and a definition stands that definition's own comment."""

    code = "E0121"
    template = "this comment names no definition, yet one follows; expected '# @NAME:' first"


class WrongSymbol(Message):
    """The comment names another thing than the definition that follows it."""

    code = "E0122"
    template = "its documentation is for '{name}'"


class Undocumented(Message):
    """With the pragma `doc-required`, every definition has a doc comment."""

    code = "E0123"
    template = "has no documentation"


class ReturnsWithoutCommand(Message):
    """Only commands return something."""

    code = "E0124"
    template = "section '{name}:' is for commands only"


class ReturnsNothing(Message):
    """The command has a section `Returns:`, but no `returns`."""

    code = "E0125"
    template = "section 'Returns:', but the command returns nothing"


class UndocumentedFeature(Message):
    """Features are always documented, where there is a doc comment at all."""

    code = "E0126"
    template = "feature '{name}' is not documented"


class UndocumentedMember(Message):
    """From dialect 10 on, every member is documented."""

    code = "E0127"
    template = "{role} '{name}' is not documented"


class NoSuchMember(Message):
    """The comment describes what the definition does not have."""

    code = "E0128"
    template = "documents {role} {names}, which it does not have{hint}"


class UnknownDialect(Message):
    """Doc comments are read as QEMU 8.1, 8.2 or 10 would; these are the dialects."""

    code = "E0130"
    template = "unknown dialect '{name}' of doc comments; known are {known}"
