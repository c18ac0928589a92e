"""Hostile words in every field of a meeting and every word of a house: each file reads back as what was said, cleaned.

Two meetings lie in the same places, one of hostile words and one of harmless ones. Each file of the first must be that of
the second with the words exchanged: nothing lost, nothing changed, no element, cell, heading or property more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from boardtui.minutes.formats import FORMATS, Output, Source, WordBase, outputs
from boardtui.minutes.writers.pdf_glyphs import replacements
from boardtui.model.acts import act_classes
from boardtui.model.prose import Prose
from boardtui.rules.confidentiality import public_record
from support.hostile import TEXTS
from support.hostile_house import hostile_house
from support.hostile_meeting import PRIVATE, hostile_meeting
from support.hostile_words import Dealt, first_difference, squeezed
from support.reread import letters, reread
from support.sampling import SOAK
from support.styles import STYLES, called_in, style
from support.word_bases import letterhead
from support.written import WordFile

LONGEST = 5000
STEP = 7
TURNS = len(TEXTS) if SOAK else 2
"""How often each place gets another of the hostile words: in a long search it gets them all."""
EXAMPLES = 500 if SOAK else 5
PILED_UP = "a tower of accents"
"""Not looked for in a PDF: a screen reader is given it whole, and again with each of its accents."""
NOT_IN_A_MINUTE = {
    "Agenda.house": "the name of a style",
    "Approved.by": "the name of a meeting in the book",
    "Reopened.reason": "only in the history",
    "Override.reason": "only in the history",
    "Override.lack": "the name of a gap",
    "Erase.reason": "only in the history",
    "Salvage.source": "only in the history",
    "Summons.source": "the digest of a file",
    "Substitution.old": "what is there no more",
}


@dataclass(frozen=True)
class Pair:
    """Two meetings in a house: the words of the hostile one, and the sources of the files of both."""

    word: Dealt
    hostile: Source
    harmless: Source


def pair(house: str, hostile: Callable[[int], str], *, first: bool) -> Pair:
    """The two meetings. hostile: what stands in which place; first: as the first thing there, and for the public."""
    words, plain = Dealt(hostile, first), Dealt(hostile, first, harmless=True)
    return Pair(words, _source(words, house, public=first), _source(plain, house, public=first))


def _source(word: Dealt, house: str, *, public: bool) -> Source:
    record, dressed = hostile_meeting(word, called_in(house)), hostile_house(style(house), word)
    return Source(public_record(record) if public else record, dressed)


@cache
def turn(house: str, number: int, *, piled_up: bool = True) -> Pair:
    """The hostile words dealt out to the places of a house, at every turn others. At every second turn they stand first, and

    the files are those for the public.
    """
    words = [one for name, one in TEXTS.items() if len(one) <= LONGEST and (piled_up or name != PILED_UP)]
    begin = STYLES.index(house) * 31 + number * STEP
    return pair(house, lambda place: words[(begin + place) % len(words)], first=number % 2 == 1)


def differences(pair: Pair, name: str) -> Iterator[str]:
    """Where a file of a format isn't what it should be."""
    yield from _differences(pair, name, outputs(name, pair.hostile), outputs(name, pair.harmless))


def _differences(pair: Pair, name: str, files: tuple[Output, ...], wanted: tuple[Output, ...]) -> Iterator[str]:
    assert [one.ending for one in files] == [one.ending for one in wanted]
    for one, other in zip(files, wanted, strict=True):
        said = _expected(pair.word, reread(other.ending, other.data))
        found = first_difference(*(_as_printed(read, name) for read in (reread(one.ending, one.data), said)))
        if found is not None:
            yield f"{one.ending}: {pair.word.place_of(str(found))}\n  read   {found[0]!r}\n  wanted {found[1]!r}"


def _expected(word: Dealt, read: Any) -> Any:
    """What was read of the harmless meeting, with the words of the hostile one."""
    if isinstance(read, list):
        return [_expected(word, one) for one in read]
    return word.expected(read) if isinstance(read, str) else read


def _as_printed(read: Any, name: str) -> Any:
    """What was read, of a PDF with a square for each letter that its font hasn't."""
    if isinstance(read, list):
        return [_as_printed(one, name) for one in read]
    return letters(read.translate(replacements(set(read)))) if name == "pdf" else read


@pytest.mark.parametrize("number", range(TURNS))
@pytest.mark.parametrize("house", STYLES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_file_reads_back_as_what_was_said(name: str, house: str, number: int) -> None:
    assert list(differences(turn(house, number, piled_up=name != "pdf"), name)) == []


def test_a_file_of_the_councils_own_reads_so_too() -> None:
    said = turn("parish_council", 1)
    base = WordBase(
        "own.docx", letterhead("{council}: {title} ({kind})", "{date} {time} {place} {status}", "{minutes}")
    )
    files = (outputs("docx", Source(one.record, one.house, base)) for one in (said.hostile, said.harmless))
    assert list(_differences(said, "docx", *files)) == []


@given(
    st.sampled_from(STYLES),
    st.lists(st.text(st.characters(categories=None), max_size=12), min_size=1, max_size=7),
    st.booleans(),
)
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_words_read_back_as_what_was_said(house: str, words: list[str], first: bool) -> None:
    said = pair(house, lambda place: words[place % len(words)], first=first)
    for name in FORMATS:
        if name != "pdf":  # which letters of any it prints is told in its own tests
            assert list(differences(said, name)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_private_jot_is_in_no_file(name: str) -> None:
    said = turn("full_council", 0)
    (jot,) = (mark for mark, place in said.word.places.items() if place == PRIVATE)
    read = str([reread(one.ending, one.data) for one in outputs(name, said.harmless)])
    assert f"Zq{jot}" not in read


def test_what_a_title_is_too_long_for_is_cut_and_not_changed() -> None:
    said = turn("full_council", 1)
    (title,) = (squeezed(value) for key, value in said.hostile.minutes.model_dump().items() if key == "title")
    (file,) = outputs("docx", said.hostile)
    kept = squeezed(WordFile(file.data).document.core_properties.title)
    assert len(kept) > 200
    assert title.startswith(kept.removesuffix("…"))


# --- every text there is


def _models() -> Iterator[type[BaseModel]]:
    """The kinds of act and all that they are made of."""
    waiting: list[Any] = list(act_classes().values())
    seen: set[Any] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one is not Prose and one not in seen:
            seen.add(one)
            waiting += get_type_hints(one, include_extras=True).values()
            yield one
        waiting += get_args(one)


def _is_text(hint: Any) -> bool:
    """Does this field hold words? A name in the book, a mark or a choice is a str, too, but one that is cleaned by nobody."""
    cleaned = get_origin(hint) is Annotated and get_args(hint)[0] in (str, str | None)
    return hint is Prose or cleaned or any(_is_text(part) for part in get_args(hint))


def _places() -> set[str]:
    """Every text that an act can hold, by the class that has it."""
    return {
        f"{one.__name__}.{name}"
        for model in _models()
        for one in model.__mro__
        for name in vars(one).get("__annotations__", {})
        if name in model.model_fields and _is_text(get_type_hints(one, include_extras=True)[name])
    }


def test_no_text_of_an_act_is_left_out() -> None:
    places = _places()
    assert len(places) > 70
    said = set(turn("full_council", 0).word.places.values())
    assert places - said == set(NOT_IN_A_MINUTE)


def test_a_format_that_loses_or_adds_a_thing_is_seen() -> None:
    """The control."""
    said = turn("parish_council", 0)
    (file,) = outputs("html", said.hostile)
    whole = reread(file.ending, file.data)
    for broken in (file.data.replace(b"&lt;script", b"&lt;scrip", 1), file.data.replace(b"<p>", b"<p><i>x</i>", 1)):
        assert broken != file.data
        assert first_difference(reread(file.ending, broken), whole) is not None
