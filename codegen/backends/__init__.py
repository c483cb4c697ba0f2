# SPDX-License-Identifier: Apache-2.0
"""The back ends: each makes some of the generated files from the checked schema.

    changed = generate(load(Path("schema/coldplug.json")), Path("generated"), DEFAULT)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from codegen import render
from codegen.backends import (
    cli,
    commands,
    completion,
    config_schema,
    docs,
    events,
    introspection,
    man,
    objects,
    phases,
    python_client,
    site,
    sources,
    types,
)
from codegen.render import File
from codegen.schema import Schema


@dataclass(frozen=True, slots=True)
class Backend:
    """What makes one kind of files."""

    files: Callable[[Schema], Iterator[File]]
    is_default: bool = True
    """Runs when no back end is named; the others make products, to be kept somewhere else"""

    def __call__(self, schema: Schema) -> Iterator[File]:
        return self.files(schema)


BACKENDS: Mapping[str, Backend] = {
    "types": Backend(types.files),
    "commands": Backend(commands.files),
    "events": Backend(events.files),
    "phases": Backend(phases.files),
    "objects": Backend(objects.files),
    "cli": Backend(cli.files),
    "introspect": Backend(introspection.files),
    "config": Backend(config_schema.files),
    "docs": Backend(docs.files),
    "completion": Backend(completion.files, is_default=False),
    "python-client": Backend(python_client.files, is_default=False),
    "site": Backend(site.files, is_default=False),
    "man": Backend(man.files, is_default=False),
}
DEFAULT = tuple(name for name, backend in BACKENDS.items() if backend.is_default)


def plan(schema: Schema, output: Path, backends: Sequence[str] = ()) -> dict[str, str]:
    """The text of every file that the back ends make, by its path below `output`."""
    files = [file for name in backends or DEFAULT for file in BACKENDS[name](schema)]
    if _are_all(backends):
        files += sources.files(schema, files)
    return render.render_all(files, output)


def generate(
    schema: Schema,
    output: Path,
    backends: Sequence[str] = (),
    manifest_file: Path | None = None,
) -> list[Path]:
    """Brings `output` up to date; returns the files written or removed.

    Files that were generated earlier and no longer are, are removed when all back ends run.
    """
    texts = plan(schema, output, backends)
    if manifest_file:
        sources.write_manifest(manifest_file, schema, texts)
    changed = render.write(output, texts)
    return changed + (render.remove_stale(output, texts) if _are_all(backends) else [])


def differences(schema: Schema, output: Path) -> list[Path]:
    """The files below `output` that `generate` would write or remove."""
    texts = plan(schema, output)
    return render.outdated(output, texts) + render.stale(output, texts)


def _are_all(backends: Sequence[str]) -> bool:
    return not backends or set(backends) == set(DEFAULT)
