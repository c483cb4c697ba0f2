# SPDX-License-Identifier: Apache-2.0
"""Images in the format qcow2: those of qemu-img are read the same, ours it finds whole."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.emulator import Emulator
from tests.support.qmp import Message, Monitor

QEMU_IMG = shutil.which("qemu-img")
pytestmark = pytest.mark.skipif(QEMU_IMG is None, reason="qemu-img (package qemu-utils) is missing")

# In an image's header: how it is encrypted.
CRYPT_METHOD_AT = 32
LUKS = 2


def qemu_img(*words: str | Path) -> str:
    """Runs qemu-img and gives what it prints."""
    command = ["qemu-img", *map(str, words)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def image_on(path: Path, name: str = "disk") -> Message:
    """Defines a node that is an image in a file."""
    file = {"driver": "file", "filename": str(path)}
    return {"driver": "qcow2", "node-name": name, "file": file, "read-only": True}


def error_for(path: Path, read_only: bool = True) -> str:
    """What a program says that is to use an image."""
    with Emulator("--until", "no-machine") as machine:
        node = image_on(path) | {"read-only": read_only}
        return str(machine.monitor.error("blockdev-add", node).desc)


def nodes(monitor: Monitor) -> dict[str, Message]:
    """Lists the nodes by their names."""
    return {node["node-name"]: node for node in monitor.execute("query-named-block-nodes")}


def test_image_brings_its_backing_files(tmp_path: Path) -> None:
    qemu_img("create", "-f", "raw", tmp_path / "base.img", "1M")
    qemu_img("create", "-f", "qcow2", "-b", "base.img", "-F", "raw", tmp_path / "middle.qcow2")
    create = ["create", "-f", "qcow2", "-b", "middle.qcow2", "-F", "qcow2"]
    qemu_img(*create, tmp_path / "top.qcow2", "2M")
    with Emulator("--until", "no-machine") as machine:
        top = image_on(tmp_path / "top.qcow2") | {"read-only": False}
        machine.monitor.execute("blockdev-add", top)
        found = nodes(machine.monitor)
        assert found["disk"]["image"]["virtual-size"] == 2 << 20
        assert [child["child"] for child in found["disk"]["children"]] == ["file", "backing"]
        assert found["/objects/disk/backing/backing"]["drv"] == "raw"
        assert found["/objects/disk/backing/backing"]["ro"]
        machine.monitor.execute("blockdev-del", {"node-name": "disk"})
        assert not nodes(machine.monitor)
        machine.monitor.execute("blockdev-add", top | {"backing": None})
        assert [child["child"] for child in nodes(machine.monitor)["disk"]["children"]] == ["file"]
    assert "No errors" in qemu_img("check", tmp_path / "top.qcow2")


def test_image_inside_of_another_node_brings_its_backing_file(tmp_path: Path) -> None:
    qemu_img("create", "-f", "raw", tmp_path / "base.img", "1M")
    create = ["create", "-f", "qcow2", "-b", "base.img", "-F", "raw"]
    qemu_img(*create, tmp_path / "top.qcow2")
    with Emulator("--until", "no-machine") as machine:
        inner = image_on(tmp_path / "top.qcow2", "image")
        outer = {"driver": "raw", "node-name": "part", "offset": 512, "read-only": True}
        machine.monitor.execute("blockdev-add", outer | {"file": inner})
        assert "/objects/part/image/backing" in nodes(machine.monitor)


def test_backing_files_that_cannot_be(tmp_path: Path) -> None:
    top = tmp_path / "top.qcow2"
    qemu_img("create", "-f", "qcow2", "-u", "-b", "gone.img", "-F", "raw", top, "1M")
    assert "cannot open" in error_for(top)
    assert "gone.img" in error_for(top)
    qemu_img("create", "-f", "qcow2", "-u", "-b", "top.qcow2", "-F", "qcow2", top, "1M")
    assert "has it as a backing file" in error_for(top)
    other = tmp_path / "other.qcow2"
    qemu_img("create", "-f", "qcow2", "-u", "-b", top, "-F", "qcow2", other, "1M")
    qemu_img("create", "-f", "qcow2", "-u", "-b", other, "-F", "qcow2", top, "1M")
    assert "has it as a backing file" in error_for(top)
    qemu_img("create", "-f", "qcow2", "-u", "-b", "nbd://host/x", "-F", "raw", top, "1M")
    assert "is no path; define it as 'backing'" in error_for(top)
    qemu_img("create", "-f", "qcow2", "-u", "-b", "x.vmdk", "-F", "vmdk", top, "1M")
    assert "'vmdk', which is not supported" in error_for(top)


def test_too_long_a_chain_is_refused(tmp_path: Path) -> None:
    for i in range(70):
        base = ["-u", "-b", f"{i - 1}.qcow2", "-F", "qcow2"] if i else []
        qemu_img("create", "-f", "qcow2", *base, tmp_path / f"{i}.qcow2", "64k")
    assert "more than 64 backing files" in error_for(tmp_path / "69.qcow2")


def test_image_that_is_not_supported_says_why(tmp_path: Path) -> None:
    image = tmp_path / "disk"
    image.write_bytes(b"x" * 70000)
    assert "it is no qcow2 image" in error_for(image)
    qemu_img("create", "-f", "qcow2", "-o", "extended_l2=on", image, "1M")
    assert "feature 4 (extended L2 entries), which is not supported" in error_for(image)
    qemu_img("create", "-f", "qcow2", image, "1M")
    contents = bytearray(image.read_bytes())
    contents[CRYPT_METHOD_AT : CRYPT_METHOD_AT + 4] = LUKS.to_bytes(4, "big")
    image.write_bytes(contents)
    assert "it is encrypted" in error_for(image)
    qemu_img("create", "-f", "qcow2", image, "1M")
    image.write_bytes(image.read_bytes()[:70000])
    assert "has it been cut off?" in error_for(image)
    image.chmod(0o444)


def test_image_of_a_writer_that_ended_badly_is_only_read(tmp_path: Path) -> None:
    image = tmp_path / "disk"
    qemu_img("create", "-f", "qcow2", image, "1M")
    contents = bytearray(image.read_bytes())
    contents[79] |= 1  # incompatible feature 0: dirty
    image.write_bytes(contents)
    assert "can be used with read-only=on" in error_for(image, read_only=False)
    with Emulator("--until", "no-machine") as machine:
        machine.monitor.execute("blockdev-add", image_on(image))


def test_disk_grows(tmp_path: Path) -> None:
    image = tmp_path / "disk"
    qemu_img("create", "-f", "qcow2", "-o", "cluster_size=4k", image, "1M")
    with Emulator("--until", "no-machine") as machine:
        machine.monitor.execute("blockdev-add", image_on(image) | {"read-only": False})
        machine.monitor.execute("block_resize", {"node-name": "disk", "size": "1G"})
        assert nodes(machine.monitor)["disk"]["image"]["virtual-size"] == 1 << 30
    assert json.loads(qemu_img("info", "--output=json", image))["virtual-size"] == 1 << 30
    assert "No errors" in qemu_img("check", image)
