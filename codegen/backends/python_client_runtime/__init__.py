# SPDX-License-Identifier: Apache-2.0
"""The handwritten modules of generated Python clients, copied into each package as they are."""
