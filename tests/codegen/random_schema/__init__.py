# SPDX-License-Identifier: Apache-2.0
"""Random schemas that are valid, and use the whole language.

    @given(schemas())
    def test_any_schema_is_accepted(text: str) -> None: ...

    text = random_schema(Random(7))   # the same one each time
"""

from random import Random

from hypothesis import strategies as st

from tests.codegen.random_schema.behaviour import Behaviour
from tests.codegen.random_schema.chance import Chance
from tests.codegen.random_schema.objects import Objects
from tests.codegen.random_schema.spell import Node, text_of
from tests.codegen.random_schema.types import Types


def random_definitions(random: Random, **pragma: str) -> list[Node]:
    """The definitions of a random schema, after a pragma that says what they need, and more."""
    chance = Chance(random)
    types = Types(chance)
    types.make(chance.number(0, 9))
    behaviour = Behaviour(chance, types)
    behaviour.make(chance.number(0, 4))
    objects = Objects(chance, types)
    objects.make(chance.number(0, 3))
    definitions = [*types.definitions, *behaviour.definitions, *objects.definitions]
    if chance.maybe():
        # What is used may stand after what uses it.
        definitions = chance.some(definitions, len(definitions), len(definitions))
    needed: Node = {"command-returns-exceptions": behaviour.returns_exceptions}
    return [{"pragma": needed | pragma}, *definitions]


def random_schema(random: Random, **pragma: str) -> str:
    """The text of a random schema, with this and that in its pragma."""
    return text_of(random_definitions(random, **pragma))


def schemas() -> st.SearchStrategy[str]:
    """Texts of random schemas."""
    return st.randoms(use_true_random=False).map(random_schema)
