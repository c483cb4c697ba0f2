# SPDX-License-Identifier: Apache-2.0
"""The back end `site`: its pages are well-formed, every link leads somewhere, and they work."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from codegen.backends import BACKENDS, DEFAULT, generate
from codegen.backends.site_forms import cli_form, config_form, qmp_form
from codegen.backends.site_links import links_of
from codegen.frontend import load
from codegen.schema import Schema
from tests.codegen.support import EVERYTHING, PHASES, TESTS, schema_of

SCHEMA = TESTS.parent / "schema" / "coldplug.json"


@pytest.fixture(name="schema", scope="module", params=[SCHEMA, EVERYTHING], ids=["own", "golden"])
def _schema(request: pytest.FixtureRequest) -> Schema:
    return load(request.param)


@pytest.fixture(name="site", scope="module")
def _site(schema: Schema, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("out")
    generate(schema, output, ["site"])
    return output / "site"


@pytest.fixture(name="own_site", scope="module")
def _own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("own")
    generate(load(SCHEMA), output, ["site"])
    return output / "site"


def tree_of(page: Path) -> ElementTree.Element:
    """The page as XML, which is stricter than what a browser asks for."""
    return ElementTree.fromstring(page.read_text(encoding="utf-8"))


def searched(site: Path) -> list[list[str]]:
    """What the search knows."""
    text = (site / "search-index.js").read_text(encoding="utf-8")
    index: list[list[str]] = json.loads(text[text.index("= ") + 2 :].rstrip().rstrip(";"))
    return index


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """All links, with the page that they are on."""
    for page in site.glob("*.html"):
        for element in tree_of(page).iter():
            for name in ("href", "src"):
                if address := element.get(name):
                    yield page.name, address
    for entry in searched(site):
        yield "search-index.js", entry[2]


def test_pages_are_well_formed_and_no_identifier_stands_twice(site: Path) -> None:
    pages = list(site.glob("*.html"))
    assert len(pages) > 3
    for page in pages:
        identifiers = [item.get("id") for item in tree_of(page).iter() if item.get("id")]
        assert len(identifiers) == len(set(identifiers)), page.name


def test_every_link_leads_somewhere(site: Path) -> None:
    identifiers = {
        page.name: {item.get("id") for item in tree_of(page).iter()} for page in site.glob("*.html")
    }
    links = [link for link in addresses(site) if not link[1].startswith(("http://", "https://"))]
    assert len(links) > 100
    for page, address in links:
        target, _, fragment = address.partition("#")
        assert (site / (target or page)).is_file(), (page, address)
        assert not fragment or fragment in identifiers[target or page], (page, address)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.glob("*.html"):
        loaded = [item.get("src") for item in tree_of(page).iter() if item.get("src")]
        loaded += [item.get("href") for item in tree_of(page).iter("link")]
        assert all(name and "/" not in name for name in loaded), page.name
    assert not re.search(r"url\(|@import", (site / "style.css").read_text(encoding="utf-8"))


def test_everything_described_is_found_by_the_search(schema: Schema, site: Path) -> None:
    known = {(entry[0], entry[1]) for entry in searched(site)}
    assert {("command", item.name) for item in schema.commands} <= known
    assert {("event", item.name) for item in schema.events} <= known
    assert {("object", item.name) for item in schema.objects} <= known
    assert {("option", item.name) for item in schema.options} <= known
    named = (*schema.enums, *schema.structs, *schema.unions, *schema.alternates)
    types = {("type", item.name) for item in named if not item.is_implicit}
    assert types and types <= known


def test_every_command_has_its_arguments_phases_and_picture(schema: Schema, site: Path) -> None:
    links = links_of(schema)
    for command in schema.commands:
        page, _, identifier = links.href(command.name, "command").partition("#")
        article = next(
            item for item in tree_of(site / page).iter("article") if item.get("id") == identifier
        )
        text = " ".join(article.itertext())
        assert all(member.name in text for member in command.members if not member.is_open)
        assert "Runs in" in text
        assert article.find("figure/svg") is not None


def test_picture_shows_where_a_command_runs_and_leads(own_site: Path) -> None:
    article = next(
        item
        for item in tree_of(own_site / "module-machine.html").iter("article")
        if item.get("id") == "command-machine-done"
    )
    styles = {box.findtext("text"): box.get("class") for box in article.findall("figure/svg/a")}
    assert styles["machine-initialized"] == "on"
    assert styles["prelaunch"] == "to"
    assert styles["running"] == "off"
    assert len(article.findall("figure/svg/path[@class='head']")) == 1


def test_text_of_the_schema_is_no_markup(tmp_path: Path) -> None:
    text = "##\n# @Aa:\n#\n# Less <b> & more, of `a<b`.\n##\n{ 'struct': 'Aa', 'data': { } }"
    generate(schema_of(tmp_path, text), tmp_path / "out", ["site"])
    page = (tmp_path / "out" / "site" / "module-schema.html").read_text(encoding="utf-8")
    assert "Less &lt;b&gt; &amp; more, of <code>a&lt;b</code>." in page


def test_schema_without_phases_has_no_page_of_them(tmp_path: Path) -> None:
    generate(schema_of(tmp_path, "{ 'command': 'go' }"), tmp_path / "out", ["site"])
    assert not (tmp_path / "out" / "site" / "phases.html").exists()
    generate(schema_of(tmp_path, PHASES), tmp_path / "out", ["site"])
    assert (tmp_path / "out" / "site" / "phases.html").exists()


def test_names_in_texts_become_links_only_where_they_are_meant(tmp_path: Path) -> None:
    text = PHASES + "{ 'command': 'start-up', 'phase': { 'in': [ 'idle' ] } }"
    links = links_of(schema_of(tmp_path, text))
    shown = links.inline("start-up and `start` start @halt, not @far.", ("far",))
    assert shown.count("<a ") == 3
    assert "</a> start <a" in shown
    assert "not <code>far</code>" in shown


def test_command_is_shown_as_each_transport_takes_it() -> None:
    command = load(SCHEMA).command("device_add")
    assert json.loads(qmp_form(command))["arguments"].keys() == {"driver", "id"}
    assert cli_form(command, "x") == "x --device DRIVER,id=ID[,parent=PARENT][,KEY=VALUE...]"
    assert list(json.loads(config_form(command))) == ["devices"]


def test_products_are_made_only_when_asked_for() -> None:
    assert {"site", "man"} <= set(BACKENDS) - set(DEFAULT)
    assert {"types", "docs"} <= set(DEFAULT)
