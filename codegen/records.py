# SPDX-License-Identifier: Apache-2.0
"""The part of the standard `dataclasses` that qapigen uses, for programs that live half a second.

    @dataclass(frozen=True, slots=True)
    class Feature:
        name: str
        doc: str = ""

Whenever it starts, the standard module writes and compiles six functions for each class: for the
classes of qapigen that is as much work as half a large schema.  Here only `__init__` is compiled,
and the others are closures over the names of the fields.

Type checkers are shown the standard module.  That nobody assigns to what is frozen is theirs to
see, and not looked after once more at run time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

_Class = type[Any]
_Record = TypeVar("_Record")
_MISSING: Any = object()


class Field:
    """What is known of one field."""

    __slots__ = ("name", "default", "default_factory", "init", "compare", "repr", "kw_only")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        init: bool = True,
        compare: bool = True,
        repr: bool = True,  # pylint: disable=redefined-builtin
    ) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.compare = compare
        self.repr = repr
        self.kw_only = False

    @property
    def parameter(self) -> str:
        """Its parameter of `__init__`; the default value is a global named after it."""
        is_needed = self.default is _MISSING and self.default_factory is _MISSING
        return self.name if is_needed else f"{self.name}=default_{self.name}"

    @property
    def assignment(self) -> str:
        """Its statement in `__init__`; one that is neither given nor made waits for another."""
        if self.default_factory is not _MISSING:
            made = f"factory_{self.name}()"
            given = f"{self.name} if {self.name} is not MISSING else {made}"
            return f"self.{self.name} = {given if self.init else made}"
        return f"self.{self.name} = {self.name}" if self.init else "pass"


_Fields = Mapping[str, Field]


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> Callable[[_Class], _Class]:
    """Makes a record of a class whose annotations are its fields."""

    def make(cls: _Class) -> _Class:
        own = _own_fields(cls, kw_only)
        inherited: dict[str, Field] = {}
        for base in reversed(cls.__mro__[1:]):
            inherited |= vars(base).get("__record_fields__", {})
        # A field that the base has too keeps its place, and takes the new default.
        every = inherited | own
        functions = _functions(cls, every, frozen)
        added = {name: item for name, item in functions.items() if name not in vars(cls)}
        if slots:
            more = tuple(name for name in own if name not in inherited)
            return _with_slots(cls, own, more, added)
        for name, item in added.items():
            setattr(cls, name, item)
        return cls

    return make


def _own_fields(cls: _Class, kw_only: bool) -> dict[str, Field]:
    """The fields that the class itself declares; what stands in their place becomes a default."""
    found = {}
    for name in vars(cls).get("__annotations__", {}):
        value = vars(cls).get(name, _MISSING)
        item = value if isinstance(value, Field) else Field(default=value)
        item.name, item.kw_only = name, kw_only
        if item is value:
            delattr(cls, name)
        found[name] = item
    return found


def _functions(cls: _Class, every: _Fields, frozen: bool) -> dict[str, Any]:
    # Of a record without fields, one is as another.
    values = attrgetter(*[item.name for item in every.values() if item.compare] or ["__class__"])

    def equal(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {
        "__record_fields__": every,
        "__match_args__": tuple(item.name for item in every.values() if item.init),
        "__init__": _initializer(every, hasattr(cls, "__post_init__")),
        "__eq__": equal,
        "__hash__": hashed if frozen else None,
        "__repr__": _shown,
    }


def _initializer(every: _Fields, has_more: bool) -> Any:
    given = [item for item in every.values() if item.init]
    named = [item.parameter for item in given if item.kw_only]
    parameters = ["self", *(item.parameter for item in given if not item.kw_only)]
    parameters += ["*", *named] if named else []
    body = [item.assignment for item in every.values()]
    body += ["self.__post_init__()"] if has_more else []
    names = {"MISSING": _MISSING}
    for item in every.values():
        names[f"default_{item.name}"] = item.default
        names[f"factory_{item.name}"] = item.default_factory
    # pylint: disable-next=exec-used
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(body or ["pass"]), names)
    return names["__init__"]


def _shown(self: Any) -> str:
    shown = (name for name, item in self.__record_fields__.items() if item.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _with_slots(
    cls: _Class, own: _Fields, slots: tuple[str, ...], added: Mapping[str, Any]
) -> _Class:
    """The class made once more: slots cannot be added to one."""
    kept = {
        name: item
        for name, item in vars(cls).items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    metaclass: Any = type(cls)
    made: _Class = metaclass(cls.__name__, cls.__bases__, kept | added | {"__slots__": slots})
    made.__qualname__ = cls.__qualname__
    return made


def _fields(record: Any) -> tuple[Field, ...]:
    """The fields of a record or of a class of them."""
    return tuple(record.__record_fields__.values())


def _replace(record: _Record, **changes: Any) -> _Record:
    """A copy with other values."""
    for item in _fields(record):
        if item.init and item.name not in changes:
            changes[item.name] = getattr(record, item.name)
    return record.__class__(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # pylint: disable=useless-import-alias
    from dataclasses import field as field  # pylint: disable=useless-import-alias
    from dataclasses import fields as fields  # pylint: disable=useless-import-alias
    from dataclasses import replace as replace  # pylint: disable=useless-import-alias
else:
    dataclass, field, fields, replace = _dataclass, Field, _fields, _replace
