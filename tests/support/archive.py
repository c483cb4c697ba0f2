# SPDX-License-Identifier: Apache-2.0
"""An archive of Debian packages on this machine, with one package in it.

    with archive.serve(folder, "greeting", "good day") as port:
        ...  # deb [trusted=yes] http://10.0.2.2:{port}/ ./
"""

import hashlib
import http.server
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

CONTROL = """\
Package: {name}
Version: 1.0
Architecture: all
Maintainer: Tests <tests@example.org>
Description: says something
"""


@contextmanager
def serve(folder: Path, name: str, text: str) -> Iterator[int]:
    """Serves a folder in which is a package with a command of its name that prints the text."""
    _fill(folder, name, text)
    handler = partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""  # The name is the base class's.  pylint: disable=redefined-builtin


def _fill(folder: Path, name: str, text: str) -> None:
    tree = folder / "tree"
    for place in ("DEBIAN", "usr/bin"):
        (tree / place).mkdir(parents=True)
    control = CONTROL.format(name=name)
    (tree / "DEBIAN" / "control").write_text(control, "utf-8")
    command = tree / "usr" / "bin" / name
    command.write_text(f"#!/bin/sh\necho {text}\n", "utf-8")
    command.chmod(0o755)
    package = folder / f"{name}.deb"
    build = ("dpkg-deb", "--root-owner-group", "--build", str(tree), str(package))
    subprocess.run(build, check=True, capture_output=True)
    data = package.read_bytes()
    where = f"Filename: ./{package.name}\nSize: {len(data)}\n"
    sum_line = f"SHA256: {hashlib.sha256(data).hexdigest()}\n"
    (folder / "Packages").write_text(control + where + sum_line, "utf-8")
