# SPDX-License-Identifier: Apache-2.0
"""E06xx: what is wrong with object types."""

from codegen.messages.base import Message


class BadPorts(Message):
    """`ports` are `mmio` regions, `irq-in` and `irq-out`."""

    code = "E0601"
    template = "{what} must be {kind}"


class BadUse(Message):
    """A property is config, control or telemetry."""

    code = "E0602"
    template = "{what}: 'use' must be 'config', 'control' or 'telemetry'"


class UnknownObject(Message):
    """No object type has that name."""

    code = "E0603"
    template = "{what} names unknown object type '{name}'{hint}"


class NotAnObjectType(Message):
    """The name belongs to something else than an object type."""

    code = "E0604"
    template = "{what} names {found}, which is no object type"


class OwnBase(Message):
    """A type cannot be derived from itself."""

    code = "E0605"
    template = "derives from itself"


class MemberTwice(Message):
    """Properties, ports and state of a type and its bases have different names."""

    code = "E0606"
    at = ("name",)
    template = "{what} '{name}' is also {other}"


class LinkOutside(Message):
    """Only properties refer to objects."""

    code = "E0607"
    template = "{what}: only a property can be a link"


class ObjectAsMember(Message):
    """An object is not a value; `link<TYPE>` refers to one."""

    code = "E0608"
    template = "{what} uses object type '{name}'; a property can be 'link<{name}>'"


class UnknownCount(Message):
    """A count or size that is not a number is the name of a property."""

    code = "E0609"
    template = "{what} names unknown property '{name}'{hint}"


class CountNotUnsigned(Message):
    """A count or size is a property of an unsigned type, settable before the object is realized."""

    code = "E0610"
    template = "{what} names property '{name}', which is not unsigned and 'config'"


class FdtProperty(Message):
    """`$name` in `fdt` stands for a property of the object."""

    code = "E0611"
    at = ("key",)
    template = "'fdt' property '{key}' names unknown property '{name}'{hint}"


class OpenObject(Message):
    """`object` of an open member names the argument that says the object type."""

    code = "E0612"
    template = "member '**{name}': 'object' must name a string argument that is not optional"


class OpenBase(Message):
    """`base` of an open member limits the object types, so that it needs `object`."""

    code = "E0613"
    template = "member '**{name}': 'base' needs 'object'"


class OpenClash(Message):
    """A property would be told apart from the argument of that name by nothing."""

    code = "E0614"
    at = ("argument",)
    template = "argument '{argument}' clashes with property '{argument}' of '{type}'"


class CompatibleTwice(Message):
    """One object type stands for a device-tree `compatible`."""

    code = "E0615"
    template = "'compatible' '{name}' belongs to '{owner}' already"


class PropertiesNotStruct(Message):
    """`properties` are written in place, or are the members of a struct."""

    code = "E0616"
    template = "'properties' names '{name}', which is no struct"


class BadVersion(Message):
    """`since` and `until` name versions of the program: up to four numbers, with dots between."""

    code = "E0617"
    at = ("what", "key")
    template = "{what}: '{key}' must be a version, as '1.2' is"


class NeverSaved(Message):
    """A state member is saved by the versions from `since` on, and before `until`."""

    code = "E0618"
    at = ("what", "key")
    template = "{what}: '{key}' {until} is not after 'since' {since}"
