# SPDX-License-Identifier: Apache-2.0
"""qapigen outside of this tree: the thermostat of docs/examples/, built with an installed package.

Which build is installed: the environment's QAPIGEN_BUILD, or the release build.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.emulator import ROOT
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Monitor, QmpError, connect_unix

BUILD = ROOT / os.environ.get("QAPIGEN_BUILD", "build/release")
EXAMPLE = ROOT / "docs" / "examples" / "thermostat"


@dataclass(frozen=True)
class Project:
    """The example, copied away from the tree, and what it is built with."""

    prefix: Path
    source: Path
    build: Path

    @property
    def program(self) -> Path:
        return self.build / "thermostat"

    @property
    def generated(self) -> Path:
        return self.build / "thermostat.qapi" / "generated"

    def make(self) -> subprocess.CompletedProcess[str]:
        """Builds what is out of date."""
        return execute("cmake", "--build", self.build, "-j", "2")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs the daemon until it ends."""
        return execute(self.program, *arguments)


def execute(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end, away from the tree."""
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd="/", capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )


def succeed(*command: str | Path) -> str:
    """Runs a command that has to succeed; gives what it says."""
    done = execute(*command)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module", name="project")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Installs the package; configures and builds the example."""
    directory = tmp_path_factory.mktemp("reuse")
    prefix, source, build = (directory / name for name in ("prefix", "source", "build"))
    succeed("cmake", "--install", BUILD, "--component", "qapigen", "--prefix", prefix)
    shutil.copytree(EXAMPLE, source)
    options = [f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Debug"]
    if shutil.which("ccache"):
        options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    succeed("cmake", "-G", "Ninja", "-S", source, "-B", build, *options)
    project = Project(prefix, source, build)
    built = project.make()
    assert built.returncode == 0, built.stdout + built.stderr
    return project


def wait_for_monitor(path: Path) -> Monitor:
    """Connects as soon as the daemon listens."""
    deadline = time.monotonic() + TIMEOUT_S
    while (monitor := connect_unix(str(path))) is None:
        assert time.monotonic() < deadline, "the daemon does not listen"
        time.sleep(0.01)
    return monitor


@contextmanager
def daemon(project: Project, directory: Path, *arguments: str) -> Iterator[Monitor]:
    """Runs the daemon with a monitor; it has ended well when the block is left."""
    path = directory / "thermostat.sock"
    with subprocess.Popen([project.program, *arguments, "--qmp", f"unix:{path}"]) as process:
        monitor = wait_for_monitor(path)
        try:
            yield monitor
            monitor.execute("quit")
            assert process.wait(TIMEOUT_S) == 0
        finally:
            monitor.close()
            process.kill()


def test_installed_package_knows_nothing_of_machines(project: Project) -> None:
    headers = list((project.prefix / "include").rglob("*.h"))
    assert headers
    for header in headers:
        words = header.read_text("utf-8")
        assert '"vm/' not in words and '"generated/' not in words, header
    installed = {path.name for path in project.prefix.rglob("*")}
    assert "libqapi_runtime.a" in installed and "coldplug" not in installed


def test_installed_command_works_from_anywhere(project: Project) -> None:
    command = project.prefix / "bin" / "qapigen"
    assert succeed(command, "check", project.source / "schema" / "thermostat.json") == ""
    assert '"off"' in succeed(command, "phases", project.source / "schema" / "thermostat.json")


def test_daemon_tells_its_version_and_its_phases(project: Project, tmp_path: Path) -> None:
    with daemon(project, tmp_path) as monitor:
        assert monitor.greeting["QMP"]["version"]["package"] == "thermostat"
        version = monitor.execute("query-version")
        assert version["qemu"] == {"major": 1, "minor": 0, "micro": 0}
        phases = monitor.execute("query-phases")
        assert phases["phase"] == "off"
        assert [entry["name"] for entry in phases["phases"]] == ["off", "on"]
        step = {"from": "off", "to": "idle", "command": "switch-on"}
        assert step in phases["steps"]
        named = {entry["name"] for entry in monitor.execute("query-commands")}
        described = {
            entry["name"]
            for entry in monitor.execute("query-qmp-schema")
            if entry["meta-type"] == "command"
        }
        assert named == described and "set-target" in named


def test_daemon_heats_when_it_is_cold(project: Project, tmp_path: Path) -> None:
    with daemon(project, tmp_path) as monitor:
        with pytest.raises(QmpError, match="set-target: not in phase off"):
            monitor.execute("set-target", {"temperature": 22})
        monitor.execute("until-phase", {"phase": "idle"})
        monitor.execute("set-target", {"temperature": 22})
        changed = monitor.wait_event("HEATING_CHANGED")
        assert changed["data"] == {"on": True, "temperature": 20}
        assert monitor.execute("query-phases")["phase"] == "heating"
        monitor.execute("report-temperature", {"temperature": 22.25})
        assert monitor.execute("query-heating")["phase"] == "heating"
        monitor.execute("report-temperature", {"temperature": 22.5})
        assert monitor.execute("query-heating") == {
            "phase": "idle",
            "temperature": 22.5,
            "target": 22,
        }
        with pytest.raises(QmpError, match="temperature"):
            monitor.execute("set-target", {"temperature": 31})


def test_daemon_takes_options_config_files_and_scripts(project: Project, tmp_path: Path) -> None:
    script = tmp_path / "morning.qmp"
    script.write_text("report-temperature temperature=18\n", "utf-8")
    config = project.source / "winter.json"
    arguments = ("--config", str(config), "--script", str(script))
    with daemon(project, tmp_path, *arguments) as monitor:
        deadline = time.monotonic() + TIMEOUT_S
        while (status := monitor.execute("query-heating"))["temperature"] != 18:
            assert time.monotonic() < deadline
        assert status == {"phase": "heating", "temperature": 18, "target": 22}
    ran = project.run("--target", "25", "--query-heating", "--until", "off", "--query-heating")
    assert ran.returncode == 0, ran.stderr
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert answers == [{"phase": "heating", "temperature": 20, "target": 25}] * 2
    assert project.run("--until", "heating").returncode == 1
    assert project.run("--targt", "25").stderr.endswith("did you mean '--target'?\n")
    assert "--target" in project.run("--help").stdout
    assert project.run("--version").stdout == "thermostat 1.0.0\n"


def test_nothing_changed_runs_nothing(project: Project) -> None:
    assert "no work to do" in project.make().stdout


def test_changed_include_regenerates(project: Project) -> None:
    schema = project.source / "schema" / "heating.json"
    header = project.generated / "types" / "heating.h"
    untouched = project.generated / "types" / "phases.h"
    before = untouched.stat().st_mtime_ns
    text = schema.read_text("utf-8")
    schema.write_text(text.replace("[ 5, 30 ]", "[ 5, 35 ]"), "utf-8")
    built = project.make()
    assert built.returncode == 0, built.stdout
    ran = project.run("--target", "36")
    assert ran.returncode == 1 and "35" in ran.stderr
    assert header.exists() and untouched.stat().st_mtime_ns == before
    assert "no work to do" in project.make().stdout


def test_refused_schema_stops_the_build_until_it_is_mended(project: Project) -> None:
    schema = project.source / "schema" / "heating.json"
    text = schema.read_text("utf-8")
    schema.write_text(text.replace("'to': 'idle'", "'to': 'idel'"), "utf-8")
    refused = project.make()
    assert refused.returncode != 0
    assert "heating.json" in refused.stdout + refused.stderr
    assert "idel" in refused.stdout + refused.stderr
    schema.write_text(text, "utf-8")
    assert project.make().returncode == 0


def test_missing_handwritten_file_is_named(project: Project, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(EXAMPLE, source)
    (source / "thermostat" / "commands" / "heating.cpp").unlink()
    done = execute(
        *("cmake", "-G", "Ninja", "-S", source, "-B", tmp_path / "build"),
        f"-DCMAKE_PREFIX_PATH={project.prefix}",
    )
    assert done.returncode != 0
    assert "thermostat/commands/heating.cpp" in done.stderr
