# SPDX-License-Identifier: Apache-2.0
"""Whole runs of the emulator: guests that boot, ways to start, bad input."""
