# SPDX-License-Identifier: Apache-2.0
"""Back end `introspect`: the answer of query-qmp-schema."""

from collections.abc import Iterator

from codegen import cpp
from codegen.backends.common import SchemaView
from codegen.introspect import introspect
from codegen.records import dataclass
from codegen.render import File
from codegen.schema import Schema


@dataclass(frozen=True)
class IntrospectionView(SchemaView):
    @property
    def entities(self) -> list[str]:
        """JSON texts, with the commas between them."""
        texts = [cpp.json_text(entity) for entity in introspect(self.schema)]
        return [f"{text}," for text in texts[:-1]] + texts[-1:]


def files(schema: Schema) -> Iterator[File]:
    """One function."""
    view = {"view": IntrospectionView(schema)}
    yield File("introspect/introspection.h", "introspection.h.j2", view)
    yield File("introspect/introspection.cpp", "introspection.cpp.j2", view)
