# SPDX-License-Identifier: Apache-2.0
"""What tools/qmp-shell and tools/qmp-configure have in common."""
