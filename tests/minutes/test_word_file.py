"""Minutes over a Word file of the council's own: what its tokens stand for, and nothing restricted in the public ones."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from boardtui.errors import InputError
from boardtui.minutes.formats import Output, Source, WordBase, outputs
from boardtui.minutes.house import House, load_house, read_house
from boardtui.rules.confidentiality import public_record
from support.leaks import words_in
from support.meetings import record_of
from support.word_bases import letterhead
from support.written import WordFile

GOLDEN = Path(__file__).parent / "golden"
SECRETS = ("Larch", "Daughter")
TOKENS = ("{council}", "{committee}", "{kind}", "{date}", "{time}", "{place}", "{status}", "{title}", "{initials}")


def source(*paragraphs: str, restricted: bool = False, house: House | None = None) -> Source:
    """The small meeting, over a file with these paragraphs."""
    record = record_of(*((GOLDEN / f"meeting{end}").read_text("utf-8") for end in (".agenda.md", ".notes")))
    base = WordBase("letterhead.docx", letterhead(*paragraphs))
    return Source(record if restricted else public_record(record), house or load_house("parish_council"), base)


def only(files: tuple[Output, ...]) -> WordFile:
    (one,) = files
    assert one.ending == ".docx"
    return WordFile(one.data)


def test_the_tokens_stand_for_what_the_minutes_are_of_in_the_forms_of_the_house() -> None:
    word = only(outputs("docx", source(*TOKENS, "{minutes}")))
    assert [paragraph.text for paragraph in word.paragraphs()][:9] == [
        "Saltings Town Council",
        "Harbour Committee",
        "",
        "Tuesday 9 March 2027",
        "7.00 pm",
        "the Old Custom House",
        "DRAFT",
        source().minutes.title,
        "Initials ____________",
    ]


def test_a_body_that_is_its_own_council_is_told_by_its_own_name() -> None:
    record = record_of("---\ncommittee: Nether Poole Parish Council\ndate: some day\n---\n1. One\n", "")
    base = WordBase("letterhead.docx", letterhead("{council}|{date}|{time}", "{minutes}"))
    word = only(outputs("docx", Source(record, load_house("parish_council"), base)))
    assert word.document.paragraphs[0].text == "Nether Poole Parish Council|some day|"


def test_nothing_restricted_is_in_the_public_ones_and_the_others_are_marked() -> None:
    (public,), (whole,) = (outputs("docx", source(restricted=restricted)) for restricted in (False, True))
    assert not words_in(public.data, SECRETS)
    assert words_in(whole.data, SECRETS)
    assert WordFile(whole.data).styled("Draft") == ["DRAFT · NOT FOR PUBLICATION"]


def test_what_must_not_go_out_is_marked_also_where_the_file_has_a_token_for_it() -> None:
    tokens = ("{status}", "{minutes}")
    assert only(outputs("docx", source(*tokens))).styled("Draft") == []
    assert only(outputs("docx", source(*tokens, restricted=True))).styled("Draft") == ["DRAFT · NOT FOR PUBLICATION"]


def test_the_same_meeting_over_the_same_file_is_the_same_bytes() -> None:
    one = source()
    again = Source(one.record, one.house, one.base)
    assert outputs("docx", one) == outputs("docx", again)


def test_other_documents_in_word_are_not_written_over_it() -> None:
    one = source()
    assert outputs("decisions", one) == outputs("decisions", dataclasses.replace(one, base=None))


def test_the_house_names_the_styles_and_is_told_of_those_that_are_not_there() -> None:
    mapped = 'like = "parish_council"\n[word]\nheading = "Agenda Title"\ndecision = "%s"\n'
    word = only(outputs("docx", source(house=read_house(mapped % "Motion", "ours.toml"))))
    styles = {paragraph.style.name for paragraph in word.paragraphs()}
    assert {"Agenda Title", "Motion"} <= styles
    with pytest.raises(InputError, match=r"letterhead\.docx doesn't have the style: “Motoin” \(decision\)"):
        outputs("docx", source(house=read_house(mapped % "Motoin", "ours.toml")))
