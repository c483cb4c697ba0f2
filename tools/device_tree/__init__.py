# SPDX-License-Identifier: Apache-2.0
"""What tools/dts-to-machine consists of: from a device tree to a draft of a machine."""
