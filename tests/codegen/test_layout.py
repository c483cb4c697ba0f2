# SPDX-License-Identifier: Apache-2.0
"""Tests of where lines of generated C++ stand."""

import pytest

from codegen.backends import plan
from codegen.frontend import load
from codegen.layout import lay_out
from tests.codegen.support import EVERYTHING, TESTS

CASES = {
    "a nested block": ("if (a) {\nif (b) {\nc();\n}\n}", "if (a) {\n  if (b) {\n    c();\n  }\n}"),
    "a list": ("int a[] = {\n1,\n};", "int a[] = {\n    1,\n};"),
    "a row of a list": (
        "A a[] = {\n{\n.b = 1,\n},\n};",
        "A a[] = {\n    {\n        .b = 1,\n    },\n};",
    ),
    "a namespace": ("namespace a {\n\nint b;\n\n}  // namespace a", None),
    "blank lines": ("int a;\n\n\n\nint b;", "int a;\n\nint b;"),
    "blank lines at the ends": ("void f() {\n\na();\n\n}", "void f() {\n  a();\n}"),
    "a condition": ("void f() {\n#if A\na();\n#endif\n}", "void f() {\n#if A\n  a();\n#endif\n}"),
    "an access": ("class A {\npublic:\nint a;\n};", "class A {\n public:\n  int a;\n};"),
    "a brace in a string": ("f(\"{\");\ng('{');  // {\nh();", None),
    "an else": ("if (a) {\nb();\n} else {\nc();\n}", "if (a) {\n  b();\n} else {\n  c();\n}"),
    "further lines": ("void f() {\n  a(b,\n    c);\n}", None),
    "parameters": ("void f(\n    int a) {\nb();\n}", "void f(\n    int a) {\n  b();\n}"),
    "a raw string": ('{\n// clang-format off\nR"(\n\n\n{\n)"\n// clang-format on\n}', None),
    "trailing space": ("int a;  \nint b;", "int a;\nint b;"),
    "more ends than begins": ("}\n}\nint a;", None),
}


@pytest.mark.parametrize("name", CASES)
def test_line_stands_where_its_block_has_it(name: str) -> None:
    text, expected = CASES[name]
    assert lay_out(text) == (text if expected is None else expected)
    assert lay_out(lay_out(text)) == lay_out(text)


def test_only_white_space_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = plan(load(EVERYTHING), TESTS)
    monkeypatch.setattr("codegen.render.lay_out", lambda text: text)
    rendered = plan(load(EVERYTHING), TESTS)
    assert laid != rendered
    for path, text in rendered.items():
        assert laid[path].split() == text.split(), path
