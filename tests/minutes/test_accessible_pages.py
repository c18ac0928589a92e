"""The web pages of the sample meetings, in every style, have no barrier that can be seen in what is written.

What only a browser can tell, `make accessibility` looks for.
"""

from __future__ import annotations

import re
import runpy
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import resources
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color

from boardtui.minutes.formats import Source, outputs
from boardtui.rules.confidentiality import public_record
from support.contrast import ratio
from support.meetings import SAMPLE_NAMES, SAMPLES, record_of
from support.styles import STYLES, called_in, style
from support.written import WebPage, jumps

TOOL = Path(__file__).parents[2] / "tools" / "accessibility.py"
PAGES = ("html", "decisions", "interests")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BELOW = {
    "li": ("ul", "ol"),
    "th": ("tr",),
    "td": ("tr",),
    "tr": ("thead", "tbody"),
    "thead": ("table",),
    "tbody": ("table",),
}
"""Elements that may only stand in these."""
ONLY = {"ul": ("li",), "ol": ("li",), "tr": ("th", "td"), "table": ("thead", "tbody")}
"""Elements in which only these may stand."""
FORBIDDEN = ("tabindex", "accesskey", "autofocus", "role", "onclick", "style", "href", "src")
"""Attributes by which a page would take the keyboard, act, or say it were something else."""


class Structure(WebPage):
    """A page with each element's parent."""

    def __init__(self, data: bytes) -> None:
        self.parents: list[tuple[str, str]] = []
        self.words: dict[str, list[str]] = {}
        super().__init__(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parents.append((self._stack[-1] if self._stack else "", tag))
        self.words.setdefault(tag, []).append("")
        super().handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        for tag in self._stack:
            self.words[tag][-1] += data
        super().handle_data(data)


@cache
def pages(sample: str, house: str) -> dict[str, Structure]:
    """The pages of a sample meeting in a style, for the public."""
    agenda, notes = (SAMPLES.joinpath(f"{sample}{end}").read_text("utf-8") for end in (".agenda.md", ".notes"))
    record = record_of(re.sub(r"(?m)^house: .*$", f"house: {called_in(house)}", agenda, count=1), notes)
    source = Source(public_record(record), style(house))
    files = (one for name in PAGES for one in outputs(name, source) if one.ending.endswith(".html"))
    return {one.ending: Structure(one.data) for one in files}


@pytest.fixture(params=product(SAMPLE_NAMES, STYLES), ids="-".join)
def written(request: pytest.FixtureRequest) -> dict[str, Structure]:
    return pages(*request.param)


def test_there_are_three_pages(written: dict[str, Structure]) -> None:
    assert list(written) == [".html", "-decision-note.html", "-interests.html"]


def test_headings_are_in_order_and_none_is_empty(written: dict[str, Structure]) -> None:
    for page in written.values():
        levels = page.heading_levels()
        assert levels.count(1) == 1 and levels[0] == 1
        assert jumps(levels) == []
        assert all(words.strip() for tag in HEADINGS for words in page.words.get(tag, ()))


def test_everything_stands_in_the_one_landmark(written: dict[str, Structure]) -> None:
    for page in written.values():
        assert [tag for parent, tag in page.parents if parent == "body"] == ["main"]
        assert [tag for _, tag in page.parents].count("main") == 1


def test_language_title_and_zoom(written: dict[str, Structure]) -> None:
    for page in written.values():
        (about,) = page.tags("html")
        assert about in ({"lang": "en-GB"}, {"lang": "cy-GB"})
        assert page.title().strip() == page.words["h1"][0].strip()
        (view,) = (one for one in page.tags("meta") if one.get("name") == "viewport")
        assert view["content"] == "width=device-width, initial-scale=1"


def test_elements_stand_where_they_may(written: dict[str, Structure]) -> None:
    for page in written.values():
        for parent, tag in page.parents:
            assert parent in BELOW.get(tag, (parent,)), f"<{tag}> in <{parent}>"
            assert tag in ONLY.get(parent, (tag,)), f"<{tag}> in <{parent}>"


def test_header_cells_have_a_scope_and_words(written: dict[str, Structure]) -> None:
    for page in written.values():
        assert all(one.get("scope") == "col" for one in page.tags("th"))
        assert all(words.strip() for words in page.words.get("th", ()))


def test_nothing_takes_the_keyboard_or_says_it_is_something_else(written: dict[str, Structure]) -> None:
    for page in written.values():
        named = [one.attributes.get("id") for one in page.elements if "id" in one.attributes]
        assert max(Counter(named).values(), default=1) == 1
        for one in page.elements:
            assert not set(FORBIDDEN) & set(one.attributes)
            assert not any(name.startswith("aria-") for name in one.attributes)


def test_every_colour_of_text_can_be_read_on_every_ground() -> None:
    style = resources.files("boardtui.minutes").joinpath("minutes.css").read_text("utf-8")
    inks = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{3,6});", style))
    grounds = set(re.findall(r"background: (#[0-9a-f]{3,6});", style))
    assert len(inks) >= 3 and {"#fff", "#efefef"} <= grounds
    assert len(re.findall(r"(?<![-\w])(?:color|background)(?:-color)?:", style)) == len(
        re.findall(r"(?<![-\w])(?:color|background): (?:#[0-9a-f]{3,6}|none);", style)
    ), "a colour that isn't looked at"
    assert min(ratio(Color.parse(ink), Color.parse(ground)) for ink in inks for ground in grounds) >= 7


BARRIERS = [
    ("<header>", "<header><h3></h3>", test_headings_are_in_order_and_none_is_empty),
    ("</body>", "<p>outside</p></body>", test_everything_stands_in_the_one_landmark),
    ('<html lang="en-GB">', "<html>", test_language_title_and_zoom),
    ("<ul>", "<ul><p>no item</p>", test_elements_stand_where_they_may),
    ("<thead><tr>", "<thead><tr><th></th>", test_header_cells_have_a_scope_and_words),
    ("<header>", '<header tabindex="1">', test_nothing_takes_the_keyboard_or_says_it_is_something_else),
    ("<header>", '<header id="minute-1">', test_nothing_takes_the_keyboard_or_says_it_is_something_else),
]


@pytest.mark.parametrize(("old", "new", "test"), BARRIERS)
def test_a_barrier_is_seen(old: str, new: str, test: Callable[[dict[str, Structure]], None]) -> None:
    """The control."""
    page = pages("harbourne_health_board", "partnership_board")[".html"].data
    assert old.encode() in page
    with pytest.raises(AssertionError):
        test({".html": Structure(page.replace(old.encode(), new.encode(), 1))})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--chromium", "/nowhere/chromium"], "No Chromium was found at /nowhere/chromium"),
        (["--chromium", "true", "--axe", "/nowhere/axe.min.js"], "No axe-core was found at /nowhere/axe.min.js"),
        (["--chromium", "true", "--axe", __file__], "axe-core said nothing of a page"),
        (["--chromium", "false", "--axe", __file__], "ended with 1"),
    ],
)
def test_without_what_it_needs_the_search_says_so(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main = runpy.run_path(str(TOOL))["main"]
    assert main(words) == 2
    assert said in capsys.readouterr().err
