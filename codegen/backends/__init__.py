# SPDX-License-Identifier: Apache-2.0
"""The back ends: each makes some of the generated files from the checked schema.

    changed = generate(load(Path("schema/coldplug.json")), Path("generated"), DEFAULT)
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from codegen import manifest, render
from codegen.backends import sources
from codegen.clang_format import format_all
from codegen.plugins import Backend as Plugin
from codegen.plugins import source as plugin_source
from codegen.plugins import texts as plugin_texts
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Schema


@dataclass(frozen=True, slots=True)
class Backend:
    """What makes one kind of files."""

    module: str
    """In this package; it is loaded when it runs"""
    is_default: bool = True
    """Runs when no back end is named; the others make products, to be kept somewhere else"""

    def __call__(self, schema: Schema) -> Iterator[File]:
        files: Iterator[File] = import_module(f"codegen.backends.{self.module}").files(schema)
        return files


BACKENDS: Mapping[str, Backend] = {
    "types": Backend("types"),
    "commands": Backend("commands"),
    "events": Backend("events"),
    "phases": Backend("phases"),
    "objects": Backend("objects"),
    "cli": Backend("cli"),
    "introspect": Backend("introspection"),
    "program": Backend("program"),
    "config": Backend("config_schema"),
    "docs": Backend("docs"),
    "completion": Backend("completion", is_default=False),
    "python-client": Backend("python_client", is_default=False),
    "site": Backend("site", is_default=False),
    "man": Backend("man", is_default=False),
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
    plugins: Sequence[Plugin] = (),
) -> list[Path]:
    """Brings `output` up to date, formatted as committed files are; returns what was written or
    removed.
    """
    texts = format_all(plan_all(schema, output, backends, plugins), output)
    return bring_up_to_date(schema, output, texts, backends, manifest_file, plugins)


def plan_all(
    schema: Schema, output: Path, backends: Sequence[str], plugins: Sequence[Plugin]
) -> dict[str, str]:
    """As `plan`, with plugins. Where only they are named, only they run."""
    texts = plan(schema, output, backends) if backends or not plugins else {}
    for plugin in plugins:
        texts |= plugin_texts(plugin, schema)
    return texts


def bring_up_to_date(  # pylint: disable=too-many-arguments
    schema: Schema,
    output: Path,
    texts: Mapping[str, str],
    backends: Sequence[str] = (),
    manifest_file: Path | None = None,
    plugins: Sequence[Plugin] = (),
) -> list[Path]:
    """Writes the files that were planned; returns those written or removed.

    Files that were generated earlier and no longer are, are removed when all back ends run that are
    on by default, and where the manifest of the last run lists them.
    """
    alone = bool(plugins) and not backends
    stale = render.stale(output, texts) if not alone and _are_all(backends) else []
    if manifest_file:
        names = manifest.generated_before(manifest_file)
        stale += [output / name for name in names if name not in texts]
        handwritten = () if alone else sources.handwritten(schema, backends or DEFAULT)
        paths = [plugin_source(plugin) for plugin in plugins]
        text = manifest.manifest(schema, paths, texts, handwritten)
        manifest.write(manifest_file, text)
    return render.write(output, texts) + render.remove(stale)


def differences(schema: Schema, output: Path) -> list[Path]:
    """The files below `output` that `generate` would write or remove."""
    texts = format_all(plan(schema, output), output)
    return render.outdated(output, texts) + render.stale(output, texts)


def _are_all(backends: Sequence[str]) -> bool:
    return not backends or set(backends) == set(DEFAULT)
