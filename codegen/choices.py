# SPDX-License-Identifier: Apache-2.0
"""What the command line lets choose from, apart from the code behind it, which loads slowly."""

DIALECTS = ("8.1", "8.2", "10")
"""Of doc comments: QEMU up to 8.1, 8.2, and from 9.0 on"""

PHASE_FORMATS = ("dot", "json", "mermaid", "scxml", "svg")
FUZZ_FORMATS = ("dict", "grammar")
