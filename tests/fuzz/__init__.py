# SPDX-License-Identifier: Apache-2.0
"""Inputs that nobody thought of; the fuzzers themselves are in C++."""
