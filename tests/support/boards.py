# SPDX-License-Identifier: Apache-2.0
"""Configurations that tests and benchmarks start from."""

from typing import Any


def many_uarts(devices: int) -> dict[str, Any]:
    """Describes the machine `virt` with so many mapped uarts."""
    return {
        "machine": {"type": "virt"},
        "devices": [{"driver": "uart16550", "id": f"extra{i}"} for i in range(devices)],
        "map": [
            {"region": f"extra{i}:regs", "at": 0x2000_0000 + 0x1000 * i, "into": "bus"}
            for i in range(devices)
        ],
    }


def many_nodes(devices: int) -> Any:
    """Describes a machine of so many mapped uarts, whose interrupts are joined by gates."""
    loop = {"i": f"0..{devices - 1}"}
    gates = (devices + 1023) // 1024
    return {
        "machine": "many",
        "nodes": {
            "bus": {"type": "address-space"},
            "uart": {"type": "uart16550", "each": loop},
            "gate": {
                "type": "or-gate",
                "each": {"i": f"0..{gates - 1}"},
                "props": {"num-inputs": 1024},
            },
        },
        "map": [{"each": loop, "region": "uart[${i}]", "at": "${i * 16}", "into": "bus"}],
        "wires": [
            {
                "each": loop,
                "from": "uart[${i}]:irq",
                "to": "gate[${i / 1024}]:in[${i % 1024}]",
            }
        ],
    }
