# SPDX-License-Identifier: Apache-2.0
"""The pages of the back end `site` in Chromium: what a reader sees, types and clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codegen.backends import generate
from codegen.frontend import load
from tests.codegen.browser import Browser
from tests.codegen.support import TESTS, needed, schema_of

SCHEMA = TESTS.parent / "schema" / "coldplug.json"


@pytest.fixture(name="own_site", scope="module")
def _own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("own")
    generate(load(SCHEMA), output, ["site"])
    return output / "site"


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    with Browser(needed("chromium")) as browser:
        yield browser


def test_search_finds_and_goes_there_by_keyboard(browser: Browser, own_site: Path) -> None:
    browser.open((own_site / "index.html").as_uri())
    browser.press("/")
    browser.type("device add")
    assert browser.run("document.querySelector('#results [aria-selected] code').textContent") == (
        "device_add"
    )
    browser.press("Enter")
    browser.arrive((own_site / "module-device.html").as_uri() + "#command-device_add")


def test_search_says_when_it_finds_nothing_and_closes(browser: Browser, own_site: Path) -> None:
    browser.open((own_site / "phases.html").as_uri())
    browser.press("/")
    browser.type("no such thing at all")
    assert browser.run("document.getElementById('results').textContent") == "Nothing found"
    browser.press("Escape")
    assert browser.run("document.getElementById('results').hidden")


@pytest.mark.parametrize("preferred, other", [("light", "dark"), ("dark", "light")])
def test_colors_follow_the_system_until_the_reader_chooses(
    browser: Browser, own_site: Path, preferred: str, other: str
) -> None:
    page = (own_site / "index.html").as_uri()
    browser.prefer(preferred)
    browser.open(page + f"#{preferred}")
    browser.run("localStorage.clear()")
    browser.open((own_site / "phases.html").as_uri() + f"#{preferred}")
    ground = "getComputedStyle(document.body).backgroundColor"
    before = browser.run(ground)
    assert browser.run("document.documentElement.dataset.theme") == preferred
    browser.run("document.getElementById('theme').click()")
    assert browser.run("document.documentElement.dataset.theme") == other
    assert browser.run(ground) != before
    browser.open((own_site / "index.html").as_uri() + "#kept")
    assert browser.run("document.documentElement.dataset.theme") == other


def test_page_fits_a_narrow_window(browser: Browser, own_site: Path) -> None:
    browser.resize(400, 800)
    browser.open((own_site / "module-device.html").as_uri())
    assert browser.run("window.innerWidth") == 400
    assert browser.run("document.documentElement.scrollWidth <= window.innerWidth")


def test_reference_leads_to_what_is_meant(browser: Browser, own_site: Path) -> None:
    page = (own_site / "module-machine.html").as_uri()
    browser.resize(1200, 800)
    browser.open(page)
    link = "document.querySelector('#command-machine-set a[href*=\"#\"]:not(h3 a):not(svg a)')"
    target = browser.run(f"{link}.href")
    assert target != page and "#" in target
    browser.run(f"{link}.click()")
    browser.arrive(target)
    top = browser.run("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= top < 800


def test_picture_of_a_command_fits_its_words_and_leads_to_the_phases(
    browser: Browser, own_site: Path
) -> None:
    browser.resize(1200, 800)
    browser.open((own_site / "module-machine.html").as_uri())
    fits = """[...document.querySelectorAll('#command-machine-done svg a')].map(box => {
      const frame = box.querySelector('rect').getBBox();
      const words = box.querySelector('text').getBBox();
      return frame.width > 0 && words.x >= frame.x && words.y >= frame.y
        && words.x + words.width <= frame.x + frame.width
        && words.y + words.height <= frame.y + frame.height;
    })"""
    fitting = browser.run(fits)
    assert len(fitting) > 3 and all(fitting)
    colors = browser.run(
        "['on', 'off'].map(style => getComputedStyle(document.querySelector("
        "`#command-machine-done svg a.${style} rect`)).fill)"
    )
    assert colors[0] != colors[1]
    box = "document.querySelector('#command-machine-done svg a.on')"
    target = browser.run(f"{box}.href.baseVal")
    assert target.startswith("phases.html#")
    browser.run(
        f"{box}.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
    )
    browser.arrive(f"{own_site.as_uri()}/{target}")


_HEAT = """
##
# @heat:
#
# Heats.
#
# @celsius: how hot
#
# @minutes: how long (since 1.2)
#
# Since: 1.0
##
{ 'command': 'heat', 'data': {
    'celsius': { 'type': 'int', 'default': 180, 'range': [ 50, 250 ], 'unit': 'degrees' },
    '*minutes': 'uint8' } }
"""


def test_members_show_what_is_known_of_them(browser: Browser, tmp_path: Path) -> None:
    generate(schema_of(tmp_path, _HEAT), tmp_path / "out", ["site"])
    browser.resize(1200, 800)
    browser.open((tmp_path / "out" / "site" / "module-schema.html").as_uri())
    shown = browser.run(
        "[...document.querySelectorAll('#command-heat table tr')]"
        ".map(row => [...row.cells].map(cell => cell.innerText))"
    )
    assert shown == [
        ["Name", "Type", "Default", "Range", "Unit", "Since", "Meaning"],
        ["celsius", "int", "180", "50 to 250", "degrees", "", "how hot"],
        ["minutes", "uint8", "optional", "", "", "1.2", "how long"],
    ]
    assert "1.0" in browser.run("document.getElementById('command-heat').innerText")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_both_themes(browser: Browser, own_site: Path, scheme: str) -> None:
    browser.resize(1200, 800)
    browser.prefer(scheme)
    browser.open((own_site / "module-machine.html").as_uri() + f"#{scheme}")
    browser.run("localStorage.clear()")
    browser.open((own_site / "module-device.html").as_uri() + f"#{scheme}")
    contrast = """(selector => {
      const light = color => {
        const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(part => part / 255).map(
          part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = light(getComputedStyle(document.body).backgroundColor);
      const words = light(getComputedStyle(document.querySelector(selector)).color);
      return (Math.max(ground, words) + 0.05) / (Math.min(ground, words) + 0.05);
    })"""
    # The least that WCAG 2.1, 1.4.3, asks for.
    assert browser.run(f"{contrast}('main p')") >= 4.5
    assert browser.run(f"{contrast}('main p a')") >= 4.5
