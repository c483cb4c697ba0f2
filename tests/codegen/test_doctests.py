# SPDX-License-Identifier: Apache-2.0
"""The examples in docstrings are true."""

import doctest
import importlib

import pytest

_MODULES = ["names", "naming", "values", "model", "messages.base", "explain", "plain", "layout"]


@pytest.mark.parametrize("name", _MODULES)
def test_examples_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"codegen.{name}"))
    assert result.attempted and not result.failed
