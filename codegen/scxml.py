# SPDX-License-Identifier: Apache-2.0
"""A phase machine as SCXML, for tools that run, check or draw state machines.

Phases are states, sets are states around them.  Commands and transitions are events of their names;
where a handler chooses the phase, the event's data name it.  A rule without `to` moves nothing, and
is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from codegen.schema import Phase, PhaseMachine, Rule


def scxml(machine: PhaseMachine, rules: Iterable[tuple[str, Rule]]) -> str:
    """Returns the document for a machine and all that moves it."""
    listed = list(rules)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript"',
        f"       name={quoteattr(machine.name)} initial={_id(machine.initial.name)}>",
    ]
    sets = {named.name for named in machine.sets}
    for group in machine.groups:
        states = [line for phase in _phases(machine, group) for line in _state(phase, listed)]
        if group in sets:
            lines += [f"  <state id={_id(group)}>", *states, "  </state>"]
        else:
            # What stands in no set is indented less.
            lines += [line.removeprefix("  ") for line in states]
    return "\n".join([*lines, "</scxml>"]) + "\n"


def _phases(machine: PhaseMachine, group: str) -> list[Phase]:
    return [phase for phase in machine.phases if phase.group == group]


def _state(phase: Phase, rules: list[tuple[str, Rule]]) -> Iterator[str]:
    transitions = [line for name, rule in rules for line in _transitions(phase.name, name, rule)]
    if transitions:
        yield f"    <state id={_id(phase.name)}>"
        yield from transitions
        yield "    </state>"
    else:
        yield f"    <state id={_id(phase.name)}/>"


def _transitions(source: str, name: str, rule: Rule) -> Iterator[str]:
    targets = rule.moves.get(source, ())
    for target in targets:
        chosen = f" cond={quoteattr(f'_event.data.to == {target!r}')}" if len(targets) > 1 else ""
        yield f"      <transition event={quoteattr(name)}{chosen} target={_id(target)}/>"


def _id(name: str) -> str:
    """An identifier of XML, which no digit begins.

    >>> _id("running"), _id("2nd-stage")
    ('"running"', '"_2nd-stage"')
    """
    return quoteattr(f"_{name}" if name[:1].isdigit() else name)
