# SPDX-License-Identifier: Apache-2.0
"""Network and block backends over QMP: what uses what, descriptors that are handed over, files."""

import json
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.emulator import PROGRAM, Emulator
from tests.support.qmp import Message, Monitor


@pytest.fixture(name="monitor")
def empty_program() -> Iterator[Monitor]:
    """Gives a monitor of a program without a machine."""
    with Emulator("--until", "no-machine") as machine:
        yield machine.monitor


@pytest.fixture(name="image")
def small_image(tmp_path: Path) -> Path:
    """Makes a disk image."""
    path = tmp_path / "disk.img"
    path.write_bytes(b"0123456789")
    return path


def raw_on(image: Path | str, name: str = "disk") -> Message:
    """Defines a node with a file inside of it."""
    return {
        "driver": "raw",
        "node-name": name,
        "file": {"driver": "file", "filename": str(image), "node-name": f"{name}-file"},
    }


def nodes(monitor: Monitor) -> dict[str, Message]:
    """Lists the nodes by their names."""
    return {node["node-name"]: node for node in monitor.execute("query-named-block-nodes")}


def send_descriptor(monitor: Monitor, descriptor: int, command: str, arguments: Message) -> Message:
    """Hands a descriptor over with a command."""
    request = json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n"
    socket.send_fds(monitor.socket, [request], [descriptor])
    reply: Message = monitor.read_reply()["return"]
    return reply


def test_nodes_tell_what_they_hold_and_who_uses_them(monitor: Monitor, image: Path) -> None:
    monitor.execute("blockdev-add", raw_on(image))
    found = nodes(monitor)
    assert found["disk"]["image"]["virtual-size"] == 10
    assert found["disk"]["children"] == [{"child": "file", "node-name": "disk-file"}]
    assert found["disk-file"]["users"] == ["/objects/disk"]
    assert found["disk-file"]["file"] == str(image)


def test_node_goes_with_what_was_defined_inside_of_it(monitor: Monitor, image: Path) -> None:
    monitor.execute("blockdev-add", raw_on(image))
    error = monitor.error("blockdev-del", {"node-name": "disk-file"})
    assert error.desc == "block node 'disk-file' is a part of /objects/disk"
    part = {"driver": "raw", "node-name": "part", "file": "disk", "size": 4, "read-only": True}
    monitor.execute("blockdev-add", part)
    error = monitor.error("blockdev-del", {"node-name": "disk"})
    assert error.desc == "/objects/disk is in use by /objects/part"
    monitor.execute("blockdev-del", {"node-name": "part"})
    monitor.execute("blockdev-del", {"node-name": "disk"})
    assert not nodes(monitor)


def test_node_inside_inherits_what_it_does_not_say(monitor: Monitor, image: Path) -> None:
    image.chmod(0o444)
    monitor.execute("blockdev-add", raw_on(image) | {"read-only": True})
    assert all(node["ro"] for node in nodes(monitor).values())


def test_failed_definition_leaves_nothing(monitor: Monitor, image: Path) -> None:
    error = monitor.error("blockdev-add", raw_on(image) | {"offset": 11})
    assert "has 10 bytes" in error.desc
    assert monitor.error("blockdev-add", raw_on("/none")).desc.startswith(
        "/objects/disk/disk-file: cannot open '/none'"
    )
    assert not nodes(monitor)
    monitor.execute("blockdev-add", raw_on(image))
    error = monitor.error("blockdev-add", {"driver": "null-co", "node-name": "disk-file"})
    assert error.desc == "there is a block node 'disk-file' already"
    error = monitor.error("blockdev-add", {"driver": "null-co"})
    assert error.desc == "Parameter 'node-name' is missing"


def test_writer_shares_with_nobody(monitor: Monitor, image: Path) -> None:
    monitor.execute("blockdev-add", raw_on(image))
    error = monitor.error("blockdev-add", {"driver": "raw", "node-name": "b", "file": "disk-file"})
    assert "/objects/disk-file" not in error.desc
    assert "is in use by /objects/disk, which writes to it" in error.desc
    with Emulator("--until", "no-machine") as other:
        error = other.monitor.error("blockdev-add", raw_on(image))
        assert "somebody else writes to it; locking=off takes the risk" in error.desc


def test_node_grows_and_a_transaction_takes_that_back(monitor: Monitor, image: Path) -> None:
    monitor.execute("blockdev-add", raw_on(image))
    monitor.execute("config-begin")
    monitor.execute("block_resize", {"node-name": "disk", "size": "1M"})
    assert image.stat().st_size == 1 << 20
    monitor.execute("config-abort")
    assert image.read_bytes() == b"0123456789"
    monitor.execute("block_resize", {"node-name": "disk-file", "size": 700})
    assert nodes(monitor)["disk"]["image"]["virtual-size"] == 700
    error = monitor.error("block_resize", {"node-name": "disk", "size": 1})
    assert error.desc == "/objects/disk has 700 bytes and cannot shrink to 1"


def test_graph_shows_what_lies_in_what(monitor: Monitor, image: Path) -> None:
    limits = {"qom-type": "throttle-group", "id": "slow", "limits": {"iops-total": 100}}
    monitor.execute("object-add", limits)
    slow = {"driver": "throttle", "node-name": "slow-disk", "throttle-group": "slow"}
    monitor.execute("blockdev-add", slow | {"file": raw_on(image)})
    graph = monitor.execute("query-graph", {"kind": "block"})
    assert [node["id"] for node in graph["nodes"]] == ["disk", "disk-file", "slow-disk"]
    edges = [(edge["from"], edge["property"], edge["to"]) for edge in graph["edges"]]
    assert edges == [("slow-disk", "file", "disk"), ("disk", "file", "disk-file")]
    error = monitor.error("object-del", {"id": "slow"})
    assert error.desc == "/objects/slow is in use by /objects/slow-disk"
    unlimited = {"path": "/objects/slow", "property": "limits", "value": {}}
    monitor.execute("qom-set", unlimited)
    monitor.execute("blockdev-del", {"node-name": "slow-disk"})
    monitor.execute("object-del", {"id": "slow"})


def test_server_that_is_not_there_is_told(monitor: Monitor, tmp_path: Path) -> None:
    server = {"type": "unix", "path": str(tmp_path / "none.sock")}
    node = {"driver": "nbd", "node-name": "far", "server": server, "export": "disk"}
    error = monitor.error("blockdev-add", node)
    assert error.desc.startswith(f"/objects/far: nbd+unix:{tmp_path}/none.sock/disk: ")
    assert "No such file or directory" in error.desc
    assert not nodes(monitor)


def test_client_hands_over_what_backends_use(monitor: Monitor, image: Path) -> None:
    with image.open("r+b") as file:
        added = send_descriptor(monitor, file.fileno(), "add-fd", {"fdset-id": 3})
        assert added["fdset-id"] == 3
        send_descriptor(monitor, file.fileno(), "getfd", {"fdname": "image"})
    monitor.execute("blockdev-add", raw_on("/dev/fdset/3", "set"))
    monitor.execute("blockdev-add", raw_on("fd:image", "named") | {"read-only": True})
    assert nodes(monitor)["named"]["image"]["virtual-size"] == 10
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send_descriptor(monitor, theirs.fileno(), "getfd", {"fdname": "cable"})
        address = {"type": "fd", "str": "cable"}
        monitor.execute("netdev_add", {"type": "stream", "id": "net0", "addr": address})
    assert monitor.execute("query-netdevs")[0]["info"] == "stream:fd:cable"


def test_command_line_uses_what_it_inherited(image: Path) -> None:
    with image.open("rb") as file:
        number = file.fileno()
        node = f"file,node-name=d,filename=fd:{number},read-only=on"
        words = [str(PROGRAM), "--until", "no-machine", "--blockdev", node]
        found = subprocess.run(
            [*words, "--query-named-block-nodes", "--quit"],
            pass_fds=[number],
            capture_output=True,
            text=True,
            check=True,
        )
    assert '"virtual-size":10' in found.stdout


def test_network_goes_when_nothing_uses_it(monitor: Monitor, tmp_path: Path) -> None:
    monitor.execute("netdev_add", {"type": "user", "id": "net0"})
    dump = {"qom-type": "filter-dump", "id": "dump", "netdev": "net0"}
    monitor.execute("object-add", dump | {"file": str(tmp_path / "net.pcap")})
    error = monitor.error("netdev_del", {"id": "net0"})
    assert error.desc == "/objects/net0 is in use by /objects/dump"
    monitor.execute("object-del", {"id": "dump"})
    monitor.execute("netdev_del", {"id": "net0"})
    assert monitor.execute("query-netdevs") == []
    assert monitor.error("netdev_del", {"id": "net0"}).desc == "network backend 'net0' not found"
    assert monitor.error("set_link", {"name": "net0", "up": True}).desc.endswith("not found")


def test_failed_network_leaves_its_port_free(monitor: Monitor) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        forward = f"tcp:127.0.0.1:{taken.getsockname()[1]}-:22"
        network = {"type": "user", "id": "net0", "hostfwd": [{"str": forward}]}
        assert "Address already in use" in monitor.error("netdev_add", network).desc
    monitor.execute("netdev_add", network)
    monitor.execute("netdev_del", {"id": "net0"})
    monitor.execute("netdev_add", network)
