# SPDX-License-Identifier: Apache-2.0
"""Every message that the front end can give: one class each, whose docstring is the manual."""
