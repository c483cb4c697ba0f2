# SPDX-License-Identifier: Apache-2.0
"""Where everything in a schema is described in the site, and texts whose names lead there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from codegen.backends.common import file_path
from codegen.names import Scope
from codegen.records import dataclass
from codegen.schema import (
    AliasTable,
    Alternate,
    Command,
    Definition,
    Enum,
    Event,
    Module,
    ObjectType,
    Option,
    PhaseMachine,
    Schema,
    Struct,
    Transition,
    TypeRef,
    Union,
)

PHASES_PAGE = "phases.html"

# In the order in which a name without a kind is looked up.
_KINDS = ("command", "event", "type", "object", "phase", "transition", "option")
_INLINE = re.compile(
    r"``(?P<literal>.+?)``|`(?P<code>[^`]+)`|(?<![\w@])@(?P<reference>[A-Za-z_][\w-]*)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*|(?P<url>https?://[^\s<>)]*[\w/])|(?P<word>\b[A-Za-z][\w-]*\w)"
)
# Only words that cannot be meant otherwise: `device_add`, `VmPhase`, `RESET`; not `stop`.
_DISTINCT = re.compile(r"\w*[a-z0-9][-_][\w-]+|[A-Z]+[a-z]\w*[A-Z]\w*|[A-Z][A-Z_]{3,}")
_ITEM = re.compile(r"(?:[-*]|\d+[.)])\s+")


def kind_of(definition: Definition) -> str:
    """What the definition is, as one of the words that anchors begin with; empty if none."""
    match definition:
        case PhaseMachine() | Enum() | Struct() | Union() | Alternate():
            return "type"
        case AliasTable():
            return "aliases"
        case Command() | Event() | ObjectType() | Option() | Transition():
            return {"objecttype": "object"}.get(name := type(definition).__name__.lower(), name)
    return ""


def anchor(kind: str, name: str) -> str:
    """The identifier of a description within its page.

    >>> anchor("command", "device_add")
    'command-device_add'
    """
    return f"{kind}-{name}"


def code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(text)


def linked(href: str, text: str) -> Markup:
    """A name, leading to its description if there is one."""
    return Markup('<a href="{}"><code>{}</code></a>').format(href, text) if href else code(text)


def sentence(parts: Iterable[Markup]) -> Markup:
    """Joins names with commas and `and`."""
    *most, last = parts
    return Markup(" and ").join([Markup(", ").join(most), last]) if most else last


@dataclass(frozen=True, slots=True)
class Links:
    """The pages of the site, and the address of every description."""

    pages: Mapping[str, str]
    """Module name -> file of its page; only those that define anything"""
    targets: Mapping[tuple[str, str], str]
    """(kind, name) -> address"""

    def href(self, name: str, *kinds: str) -> str:
        """The address of a name, of the first of the kinds that has it; empty if none has."""
        found = (self.targets.get((kind, name), "") for kind in kinds or _KINDS)
        return next(filter(None, found), "")

    def name(self, name: str, *kinds: str) -> Markup:
        return linked(self.href(name, *kinds), name)

    def type(self, ref: TypeRef | None) -> Markup:
        """The type as the schema spells it."""
        if ref is None:
            return Markup("")
        target = self.href(ref.link, "object") if ref.is_link else self.href(ref.name, "type")
        return linked(target, ref.text)

    def inline(self, text: str, own: Collection[str] = ()) -> Markup:
        """One paragraph; names in `own` mean something nearby and do not become links."""
        pieces, end = [], 0
        for match in _INLINE.finditer(text):
            pieces += [escape(text[end : match.start()]), self._piece(match, own)]
            end = match.end()
        return Markup("").join([*pieces, escape(text[end:])])

    def block(self, text: str, own: Collection[str] = ()) -> Markup:
        """Paragraphs, lists and indented text."""
        paragraphs = (part for part in re.split(r"\n[ \t]*\n", text.strip("\n")) if part.strip())
        return Markup("\n").join(self._paragraph(part, own) for part in paragraphs)

    def _paragraph(self, text: str, own: Collection[str]) -> Markup:
        lines = text.split("\n")
        if all(line.startswith((" ", "\t")) for line in lines if line):
            return Markup("<pre>{}</pre>").format(text)
        items = list(_items(lines))
        if len(items) > 1 or _ITEM.match(lines[0]):
            rows = (Markup("<li>{}</li>").format(self.inline(item, own)) for item in items if item)
            return Markup("<ul>{}</ul>").format(Markup("").join(rows))
        return Markup("<p>{}</p>").format(self.inline(" ".join(text.split()), own))

    def _piece(self, match: re.Match[str], own: Collection[str]) -> Markup:
        kind, text = match.lastgroup, match[match.lastgroup or 0]
        match kind:
            case "strong":
                return Markup("<strong>{}</strong>").format(text)
            case "url":
                return Markup('<a href="{}">{}</a>').format(text, text)
            case "word" if not _DISTINCT.fullmatch(text) or text in own or not self.href(text):
                return escape(text)
        if text in own:
            return code(text)
        option = re.match(r"--?([A-Za-z][\w-]*)", text)
        return linked(self.href(text) or (self.href(option[1], "option") if option else ""), text)


def _items(lines: Iterable[str]) -> Iterator[str]:
    """The items of a list; or all lines as one, if they are none."""
    item = ""
    for line in lines:
        if mark := _ITEM.match(line):
            yield item
            item = line[mark.end() :]
        else:
            item = f"{item} {line.strip()}".strip()
    yield item


def links_of(schema: Schema) -> Links:
    """Gives every definition its address."""
    names = Scope({"index", "phases"})
    with_page = (module for module in schema.modules if shown_in(schema, module))
    pages = {
        module.name: names.take("module-" + file_path(module).replace("/", "-")) + ".html"
        for module in with_page
    }
    targets = dict(_targets(schema, pages))
    return Links(pages, targets)


def shown_in(schema: Schema, module: Module) -> list[Definition]:
    """What the page of a module describes.

    Phase machines are described together, and types that belong to something else with that.
    """
    machines = {machine.name for machine in schema.machines}
    return [
        item
        for item in module.definitions
        if kind_of(item)
        and not (item.is_implicit or item.name in machines or isinstance(item, Transition))
    ]


def _targets(schema: Schema, pages: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    for module in schema.modules:
        for item in shown_in(schema, module):
            kind = kind_of(item)
            yield (kind, item.name), f"{pages[module.name]}#{anchor(kind, item.name)}"
    for command in schema.commands:
        if command.to_enum:
            home = f"{pages[command.module]}#{anchor('command', command.name)}"
            yield ("type", command.to_enum), home
        for option in command.cli.options if command.cli else ():
            home = f"{pages[command.module]}#{anchor('command', command.name)}"
            yield ("option", option), home
    for machine in schema.machines:
        yield from _machine_targets(machine)
    for transition in schema.transitions:
        name = anchor("transition", transition.name)
        yield ("transition", transition.name), f"{PHASES_PAGE}#{name}"


def _machine_targets(machine: PhaseMachine) -> Iterator[tuple[tuple[str, str], str]]:
    """A machine's enum, those derived from it, and its phases and sets."""
    views = (item.view for item in machine.sets if item.view)
    for name in (machine.name, machine.group_enum, *views):
        yield ("type", name), f"{PHASES_PAGE}#{anchor('type', machine.name)}"
    for name in (*(phase.name for phase in machine.phases), *(item.name for item in machine.sets)):
        yield ("phase", name), f"{PHASES_PAGE}#{anchor('phase', name)}"
