# SPDX-License-Identifier: Apache-2.0
"""Monitors that speak TLS."""

import os
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.emulator import PROGRAM, Emulator
from tests.support.patience import TIMEOUT_S
from tests.support.qmp import Message, Monitor

NO_MACHINE = ("--until", "no-machine")


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def certificate(folder: Path, name: str, subject: str) -> None:
    """Makes a key and a certificate that the folder's authority vouches for."""
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    names = ("-subj", f"/CN={subject}", "-addext", "subjectAltName=IP:127.0.0.1")
    if name == "ca":
        files = ("-keyout", "ca-key.pem", "-out", "ca-cert.pem")
        openssl(folder, "req", "-x509", *key, "-subj", f"/CN={subject}", *files)
        return
    files = ("-keyout", f"{name}-key.pem", "-out", f"{name}.csr")
    openssl(folder, "req", "-new", *key, *names, *files)
    vouch = ("-CA", "ca-cert.pem", "-CAkey", "ca-key.pem", "-copy_extensions", "copy")
    openssl(folder, "x509", "-req", "-in", f"{name}.csr", *vouch, "-out", f"{name}-cert.pem")


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of a server that asks its clients for theirs, and of a client."""
    folder = tmp_path_factory.mktemp("tls")
    for name, subject in (("ca", "authority"), ("server", "127.0.0.1"), ("client", "somebody")):
        certificate(folder, name, subject)
    return folder


@pytest.fixture(name="open_folder", scope="module")
def _open_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same server, which takes any client."""
    target = tmp_path_factory.mktemp("open")
    for name in ("server-cert.pem", "server-key.pem"):
        (target / name).write_bytes((folder / name).read_bytes())
    return target


@contextmanager
def listening(folder: Path, host: str = "127.0.0.1") -> Iterator[tuple[Emulator, int]]:
    """An emulator with a monitor that speaks TLS, and its port."""
    with Emulator("--qmp", f"tcp:{host}:0,id=tls,tls={folder}", *NO_MACHINE) as machine:
        listed = {one["id"]: one for one in machine.monitor.execute("query-monitors")}
        assert listed["tls"]["tls"] == str(folder)
        yield machine, int(listed["tls"]["listen"].rpartition(":")[2])


def connect(port: int, folder: Path, own: Path | None = None) -> Monitor:
    """Connects as a client that trusts the folder's authority, and shows its own certificate."""
    context = ssl.create_default_context(cafile=str(folder / "ca-cert.pem"))
    if own:
        context.load_cert_chain(own / "client-cert.pem", own / "client-key.pem")
    plain = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S)
    return Monitor(context.wrap_socket(plain, server_hostname="127.0.0.1"), negotiate=False)


@pytest.mark.parametrize("capabilities", [[], ["oob"]], ids=["plain", "oob"])
def test_commands_and_answers(open_folder: Path, folder: Path, capabilities: list[str]) -> None:
    with listening(open_folder) as (machine, port):
        client = connect(port, folder)
        client.execute("qmp_capabilities", {"enable": capabilities})
        assert client.execute("query-qmp-schema") == machine.monitor.execute("query-qmp-schema")
        for number in range(300):
            client.send("query-commands", id=number)
        assert [client.read_reply()["id"] for _ in range(300)] == list(range(300))
        machine.monitor.execute("quit")
        client.wait_event("SHUTDOWN")
        assert machine.wait() == 0
        client.close()


def test_message_in_many_records(open_folder: Path, folder: Path) -> None:
    with listening(open_folder) as (_, port):
        client = connect(port, folder)
        client.execute("qmp_capabilities")
        for byte in b'{"execute": "query-version", "id": "slow"}':
            client.send_bytes(bytes([byte]))
        assert client.read_reply()["id"] == "slow"
        long = "x" * (1 << 20)
        error = client.error(long)
        assert error.error_class == "CommandNotFound"
        client.close()


def test_clients_prove_who_they_are(folder: Path, tmp_path: Path) -> None:
    strangers = tmp_path / "strangers"
    strangers.mkdir()
    certificate(strangers, "ca", "others")
    certificate(strangers, "client", "somebody")
    with listening(folder) as (machine, port):
        known = connect(port, folder, own=folder)
        known.execute("qmp_capabilities")
        for own in (None, strangers):
            with pytest.raises((ssl.SSLError, ConnectionError, EOFError)):
                connect(port, folder, own)
        assert known.execute("query-version")
        clients: list[Message] = machine.monitor.execute("query-monitors")[1]["clients"]
        assert len(clients) == 1
        known.close()


def test_who_speaks_no_tls_disturbs_nobody(open_folder: Path, folder: Path) -> None:
    with listening(open_folder) as (machine, port):
        silent = socket.create_connection(("127.0.0.1", port))
        plain = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S)
        plain.sendall(b'{"execute": "qmp_capabilities"}\n' * 100)
        heard = b""
        try:
            while data := plain.recv(4096):
                heard += data
        except ConnectionError:
            pass
        assert b"QMP" not in heard
        client = connect(port, folder)
        client.execute("qmp_capabilities")
        client.close()
        silent.close()
        assert machine.monitor.execute("query-version")


def test_others_can_reach_it(open_folder: Path) -> None:
    with listening(open_folder, host="0.0.0.0") as (machine, _):
        error = machine.monitor.error("monitor-add", {"listen": "tcp:0.0.0.0:0"})
        assert "or say tls=FOLDER or insecure=on" in error.desc


def test_what_is_no_identity(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "server-cert.pem").write_bytes((folder / "server-cert.pem").read_bytes())
    (tmp_path / "server-key.pem").write_bytes((folder / "client-key.pem").read_bytes())
    with Emulator(*NO_MACHINE) as machine:
        for arguments, says in (
            ({"tls": "/none-such"}, "cannot use '/none-such/server-cert.pem': "),
            ({"tls": str(tmp_path)}, "server-key.pem': key values mismatch"),
            ({"tls": str(folder), "listen": f"unix:{tmp_path}/s"}, "tls is for TCP addresses"),
        ):
            error = machine.monitor.error("monitor-add", {"listen": "tcp:127.0.0.1:0", **arguments})
            assert says in error.desc
        assert len(machine.monitor.execute("query-monitors")) == 1


def test_library_is_loaded_with_the_first_identity(open_folder: Path) -> None:
    def is_loaded(machine: Emulator) -> bool:
        return "libssl" in Path(f"/proc/{machine.process.pid}/maps").read_text("utf-8")

    with Emulator("--until", "no-machine") as machine:
        assert not is_loaded(machine)
        machine.monitor.execute(
            "monitor-add", {"listen": "tcp:127.0.0.1:0", "tls": str(open_folder)}
        )
        assert is_loaded(machine)


def test_library_that_cannot_be_loaded(open_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "libssl.so.3").write_text("no library\n", "utf-8")
    finished = subprocess.run(
        [str(PROGRAM), "--qmp", f"tcp:127.0.0.1:0,tls={open_folder}"],
        env={**os.environ, "LD_LIBRARY_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert finished.returncode == 1
    assert finished.stderr == (
        "coldplug: --qmp: cannot load libssl.so.3: "
        f"{tmp_path}/libssl.so.3: file too short; Debian has it in the package libssl3\n"
    )
