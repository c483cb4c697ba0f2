# SPDX-License-Identifier: Apache-2.0
"""The back ends: each makes some of the generated files from the checked schema.

    changed = generate(load(Path("schema/coldplug.json")), Path("generated"), list(BACKENDS))
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from codegen import render
from codegen.backends import (
    cli,
    commands,
    config_schema,
    docs,
    events,
    introspection,
    objects,
    phases,
    sources,
    types,
)
from codegen.render import File
from codegen.schema import Schema

Backend = Callable[[Schema], Iterator[File]]

BACKENDS: Mapping[str, Backend] = {
    "types": types.files,
    "commands": commands.files,
    "events": events.files,
    "phases": phases.files,
    "objects": objects.files,
    "cli": cli.files,
    "introspect": introspection.files,
    "config": config_schema.files,
    "docs": docs.files,
}


def plan(schema: Schema, output: Path, backends: Sequence[str] = ()) -> dict[str, str]:
    """The text of every file that the back ends make, by its path below `output`."""
    files = [file for name in backends or BACKENDS for file in BACKENDS[name](schema)]
    if _are_all(backends):
        files += sources.files(schema, files)
    return render.render_all(files, output)


def generate(schema: Schema, output: Path, backends: Sequence[str] = ()) -> list[Path]:
    """Brings `output` up to date; returns the files written or removed.

    Files that were generated earlier and no longer are, are removed when all back ends run.
    """
    texts = plan(schema, output, backends)
    changed = render.write(output, texts)
    return changed + (render.remove_stale(output, texts) if _are_all(backends) else [])


def differences(schema: Schema, output: Path) -> list[Path]:
    """The files below `output` that `generate` would write or remove."""
    texts = plan(schema, output)
    return render.outdated(output, texts) + render.stale(output, texts)


def _are_all(backends: Sequence[str]) -> bool:
    return not backends or set(backends) == set(BACKENDS)
