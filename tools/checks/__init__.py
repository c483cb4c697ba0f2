# SPDX-License-Identifier: Apache-2.0
"""What tools/check runs, and how: the list is in table.py."""
