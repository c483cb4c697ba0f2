# SPDX-License-Identifier: Apache-2.0
"""Every name that generated C++ uses is made here, and nowhere else."""

import re
from collections.abc import Iterable

# Keywords, alternative tokens, and macros that standard headers define in lower case.
_RESERVED = frozenset(
    """
    alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
    char32_t class compl concept const consteval constexpr constinit const_cast continue co_await
    co_return co_yield decltype default delete do double dynamic_cast else enum explicit export
    extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq
    nullptr operator or or_eq private protected public register reinterpret_cast requires return
    short signed sizeof static static_assert static_cast struct switch template this thread_local
    throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while
    xor xor_eq
    assert errno linux unix major minor makedev offsetof stdin stdout stderr
    """.split()
)

_SEPARATORS = re.compile(r"[-_.]+")


def snake(name: str) -> str:
    """Spells a QAPI name as a C++ variable, function or file name.

    >>> snake("query-status")
    'query_status'
    >>> snake("default")
    'default_'
    >>> snake("__org.qemu_x-name")
    'org_qemu_x_name'
    >>> snake("2nd")
    'n2nd'
    """
    spelled = "_".join(part for part in _SEPARATORS.split(name) if part).lower()
    if spelled[:1].isdigit():
        spelled = "n" + spelled
    return spelled + "_" if spelled in _RESERVED else spelled


def pascal(name: str) -> str:
    """Spells a QAPI name as a C++ type or enumerator.

    >>> pascal("io-error")
    'IoError'
    >>> pascal("RunState")
    'RunState'
    >>> pascal("DEVICE_DELETED")
    'DeviceDeleted'
    >>> pascal("1-bit")
    'N1Bit'
    """
    parts = (part.capitalize() if part.isupper() else part for part in _SEPARATORS.split(name))
    spelled = "".join(part[:1].upper() + part[1:] for part in parts)
    return "N" + spelled if spelled[:1].isdigit() else spelled


def constant(name: str) -> str:
    """Spells a QAPI name as a C++ constant.

    >>> constant("mmio-size")
    'kMmioSize'
    """
    return "k" + pascal(name)


class Scope:
    """Hands out names that no two things of one C++ scope share.

    >>> scope = Scope()
    >>> [scope.take(name) for name in ("Info", "Args", "Info")]
    ['Info', 'Args', 'Info2']
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def take(self, wanted: str) -> str:
        """Returns `wanted`, or with the first number from 2 that makes it unique."""
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted}{number}", number + 1
        self._taken.add(name)
        return name
