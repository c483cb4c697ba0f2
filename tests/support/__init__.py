# SPDX-License-Identifier: Apache-2.0
"""What the tests share: a QMP client, the emulator as a process, guests of our own."""
