# SPDX-License-Identifier: Apache-2.0
"""Tests of qapigen's front end."""
