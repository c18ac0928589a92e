from __future__ import annotations

import re

import pytest

from boardtui.minutes.tree import Minute, SectionHeading
from boardtui.minutes.writers import paste
from boardtui.model.text import clean_line
from support.plain_tree import EVERYTHING
from support.trees import HOSTILE, RICH, hostile
from support.written import WebPage

MINUTES = [part for tree in (RICH, EVERYTHING) for part in tree.body if isinstance(part, Minute)]
ALLOWED = {"p", "b", "ul", "li"}


def words_of(page: bytes) -> str:
    return WebPage(b"<main>" + page + b"</main>").text()


def of(text: str) -> Minute:
    """A minute of hostile text."""
    return next(part for part in hostile(text).body if not isinstance(part, SectionHeading))


@pytest.mark.parametrize("minute", MINUTES, ids=lambda minute: minute.heading)
def test_html_has_nothing_but_paragraphs_bold_and_bullets(minute: Minute) -> None:
    page = paste.write_page(minute)
    elements = WebPage(page).elements
    assert {one.tag for one in elements} <= ALLOWED
    assert not any(one.attributes for one in elements)
    assert page.isascii()


@pytest.mark.parametrize("minute", MINUTES, ids=lambda minute: minute.heading)
def test_both_say_the_same_words(minute: Minute) -> None:
    words = [re.findall(r"\w+", text) for text in (paste.text(minute), words_of(paste.write_page(minute)))]
    assert words[0] == words[1]
    assert words[0] or not minute.parts


def test_numbers_are_typed_and_lines_end_as_windows_has_them() -> None:
    minute = next(one for one in MINUTES if "Winter Readiness" in one.heading)
    data = paste.write_text(minute)
    assert b"\r\n(b) agree with the hospitals a date" in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "<p>(b) agree with the hospitals" in paste.write_page(minute).decode()


def test_what_must_not_go_out_says_so_first() -> None:
    minute = MINUTES[0]
    assert paste.text(minute, "NOT FOR PUBLICATION").startswith("NOT FOR PUBLICATION\n\n")
    assert paste.write_page(minute, "NOT FOR PUBLICATION").startswith(b"<p><b>NOT FOR PUBLICATION</b></p>\n")


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_is_text(kind: str) -> None:
    typed, _ = HOSTILE[kind]
    page, plain = paste.write_page(of(typed)), paste.write_text(of(typed)).decode()
    assert {one.tag for one in WebPage(page).elements} <= ALLOWED
    wanted = " ".join(clean_line(typed).split())
    for read in (words_of(page), plain):
        assert " ".join(read.split()).count(wanted) >= 8
