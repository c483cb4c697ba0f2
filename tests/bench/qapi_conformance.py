#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Compares qapigen with QEMU's own generator, given a QEMU source tree.

Runs every case of its tests/qapi-schema through both: both must accept, or refuse at the same file
and line.  Then compares the introspection of its schemas, up to the names of types.
"""

import argparse
import io
import json
import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

# pylint: disable-next=wrong-import-position
from codegen.__main__ import main as qapigen  # noqa: E402  # isort:skip

SCHEMAS = (
    "qapi/qapi-schema.json",
    "qga/qapi-schema.json",
    "storage-daemon/qapi/qapi-schema.json",
)
_PLACE = re.compile(r"^(\S+?\.json):(\d+)(?::\d+)?: ")


def main() -> int:
    """Prints a line for each difference, and their number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("qemu", type=Path, help="root of the QEMU source tree")
    parser.add_argument("--doc-dialect", default="8.2", help="of that tree (default: 8.2)")
    options = parser.parse_args()
    sys.path.insert(0, str(options.qemu / "scripts"))
    failed = compared = 0
    cases = sorted((options.qemu / "tests/qapi-schema").glob("*.json"))
    for case in [*cases, *(options.qemu / name for name in SCHEMAS)]:
        problem = compare(case, options.doc_dialect)
        compared += 1
        if problem:
            failed += 1
            print(f"{case.name}: {problem}")
    print(f"{compared} compared, {failed} differ")
    return int(failed > 0)


def compare(case: Path, dialect: str) -> str:
    """Says how both differ; nothing if they do not."""
    theirs = run_qemu(case)
    status, output, errors = run_qapigen(["check", "--doc-dialect", dialect, str(case)])
    if "Traceback" in errors:
        return "qapigen crashed"
    if isinstance(theirs, str):
        return compare_refusals(theirs, status, errors)
    if status:
        return f"only qapigen refuses it: {errors.splitlines()[0]}"
    status, output, errors = run_qapigen(["introspect", "--doc-dialect", dialect, str(case)])
    if canonical(json.loads(output)) != canonical(theirs):
        return "introspection differs"
    return ""


def compare_refusals(theirs: str, status: int, errors: str) -> str:
    """QEMU refuses; its first error must be the first one of ours too."""
    if not status:
        return f"only QEMU refuses it: {theirs}"
    if theirs.startswith("crash"):
        return ""
    places = [place for place in map(place_of, errors.splitlines()) if place]
    wanted = first_place(theirs)
    if not places or wanted != places[0]:
        return f"QEMU says {theirs!r}, qapigen {errors!r}"
    return ""


def first_place(text: str) -> tuple[str, str] | None:
    """The first place in a message of several lines."""
    return next((place for place in map(place_of, text.splitlines()) if place), None)


def place_of(line: str) -> tuple[str, str] | None:
    """File and line that a line of a message begins with."""
    match = _PLACE.match(line)
    return (os.path.normpath(match[1]), match[2]) if match else None


def run_qapigen(arguments: list[str]) -> tuple[int, str, str]:
    """Runs a verb; returns status, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = qapigen(arguments)
    return status, out.getvalue(), err.getvalue()


def run_qemu(case: Path) -> list[Any] | str:
    """Returns QEMU's SchemaInfo array, or why it refuses the schema."""
    # These are QEMU's modules, from the tree that was given.
    # pylint: disable=import-outside-toplevel,import-error
    from qapi.error import QAPIError  # type: ignore[import]
    from qapi.introspect import QAPISchemaGenIntrospectVisitor  # type: ignore[import]
    from qapi.schema import QAPISchema  # type: ignore[import]

    class Visitor(QAPISchemaGenIntrospectVisitor):  # type: ignore[misc]
        """Keeps the entries instead of writing C."""

        def visit_end(self) -> None:
            for used in self._used_types:
                used.visit(self)
            entries.extend(plain(tree) for tree in self._trees)

    entries: list[Any] = []
    try:
        QAPISchema(str(case)).visit(Visitor("", False))
        return entries
    except QAPIError as error:
        return str(error)
    except Exception as error:  # pylint: disable=broad-except
        return f"crash: {type(error).__name__}"


def plain(tree: Any) -> Any:
    """QEMU's annotated tree as JSON values."""
    if hasattr(tree, "ifcond"):
        tree = tree.value
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [plain(value) for value in tree]
    return tree


def canonical(entries: list[Any]) -> dict[str, Any]:
    """Commands and events with their types written out, so that no type's name is left."""
    types: dict[str, Any] = {
        entry["name"]: entry for entry in entries if entry["meta-type"] not in ("command", "event")
    }
    classes = classify(types)
    found: dict[str, Any] = {}
    for entry in entries:
        if entry["name"] not in types or entry["meta-type"] in ("command", "event"):
            kept = {key: value for key, value in entry.items() if key != "phases"}
            for key in ("arg-type", "ret-type"):
                if key in kept:
                    kept[key] = classes[kept[key]]
            found[f"{entry['meta-type']} {entry['name']}"] = kept
    found["all types"] = sorted(classes.values())
    return found


def classify(types: dict[str, Any]) -> dict[str, str]:
    """What each type is, in terms of classes of like types, which are refined until stable."""
    classes = {name: entry["meta-type"] for name, entry in types.items()}
    while True:
        spelled = {name: spell(entry, classes) for name, entry in types.items()}
        numbers = {text: str(number) for number, text in enumerate(sorted(set(spelled.values())))}
        refined = {name: numbers[text] for name, text in spelled.items()}
        if len(set(refined.values())) == len(set(classes.values())):
            return spelled
        classes = refined


def spell(entry: dict[str, Any], classes: dict[str, str]) -> str:
    """An entry as text, with the classes of the types that it refers to."""

    def convert(node: Any) -> Any:
        if isinstance(node, list):
            converted = [convert(item) for item in node]
            return sorted(converted, key=json.dumps)
        if isinstance(node, dict):
            return {
                key: classes[value] if key in ("type", "element-type") else convert(value)
                for key, value in sorted(node.items())
            }
        return node

    builtin = entry["meta-type"] == "builtin"
    return json.dumps(convert({k: v for k, v in entry.items() if k != "name" or builtin}))


if __name__ == "__main__":
    sys.exit(main())
