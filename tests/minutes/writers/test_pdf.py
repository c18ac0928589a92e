"""The PDF: tagged as it should be, whatever the text is; what can't be printed is told; nothing leaves the page."""

from __future__ import annotations

import re
import sys

import pytest

from boardtui.errors import InputError
from boardtui.minutes.tree import Action, Bullet, BulletList, Paragraph, Table
from boardtui.minutes.writers import pdf
from boardtui.minutes.writers.pdf import unprintable, write
from boardtui.minutes.writers.pdf_glyphs import named, replacements
from support.portable import PortableFile
from support.trees import EMPTY, HOSTILE, HOSTILE_PLACES, RICH, hostile, minute
from support.written import jumps

MISSING = "□"


@pytest.fixture(scope="module")
def rich() -> PortableFile:
    return PortableFile(write(RICH))


def test_it_says_what_it_is(rich: PortableFile) -> None:
    (about,) = (one for one in rich.streams() if b"<rdf:RDF" in one)
    for said in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", RICH.title.encode()):
        assert said in about
    catalogue = next(one for one in rich.objects.values() if b"/Type/Catalog" in one)
    for said in (b"/Lang(en-GB)", b"/MarkInfo<</Marked true", b"/DisplayDocTitle true"):
        assert said in catalogue


def test_its_date_is_that_of_the_meeting(rich: PortableFile) -> None:
    assert set(re.findall(rb"\(D:(\d+)", rich.data)) == {b"20261105120000"}


def test_the_title_stands_first_and_headings_never_jump_a_level(rich: PortableFile) -> None:
    assert rich.tagged("H1") == [RICH.title]
    assert rich.heading_levels()[0] == 1
    assert jumps(rich.heading_levels()) == []
    assert "63. Winter Readiness and Hospital Discharge" in rich.tagged("H3")


def test_lists_are_lists_with_their_labels(rich: PortableFile) -> None:
    tags = rich.tags()
    assert tags[tags.index(("Lbl", "(ii)")) + 1] == ("LBody", "failing that, before 15 January; and")
    assert tags[tags.index(("Lbl", "Board Members:")) :][1:3] == [
        ("Strong", "Board Members:"), ("LBody", "Councillor Maureen Thistlewood (Chair)"),
    ]  # fmt: skip
    assert ("LBody", "Response: Calls after hours would go to the district nurses") in tags


def test_a_heading_row_is_one(rich: PortableFile) -> None:
    assert rich.tagged("TH") == ["Scheme", "Partner", "2025/26", "2026/27"]
    assert rich.tagged("TD")[:2] == ["Discharge lounge", "Wexmouth University Hospitals"]
    plain = PortableFile(write(minute(Table(rows=(("a", "b"), ("c",))))))
    assert (plain.tagged("TH"), plain.tagged("TD")) == ([], ["a", "b", "c", ""])


def test_all_that_is_drawn_is_read_back() -> None:
    """Typst writes letters as characters, and as numbers from the 128th on that a file has."""
    words = "".join(chr(code) for code in range(0x100, 0x1A0))
    made = PortableFile(write(minute(Paragraph(text=words))))
    assert any(re.search(rb"Tm\[?<[0-9A-F]+>", one) for one in made.streams())
    assert re.sub(r"\s", "", made.tagged("P")[-1]) == words


def test_every_page_is_numbered_and_all_but_the_first_are_headed(rich: PortableFile) -> None:
    first, *others = pages = rich.pages()
    assert others
    assert first.startswith(f"DRAFT{RICH.council}")
    assert [page.startswith(f"{RICH.committee}DRAFT") for page in others] == [True] * len(others)
    ends = [f"Page {number} of {len(pages)}" for number in range(1, len(pages) + 1)]
    assert [page.endswith(end) for page, end in zip(pages, ends, strict=True)] == [True] * len(pages)
    assert ends[0] not in rich.text()  # what is read out goes on over the foot of a page


def test_the_place_to_sign_stands_on_the_page_of_the_close(rich: PortableFile) -> None:
    last = rich.pages()[-1]
    assert last.index(RICH.closing) < last.index("Signed ____") < last.index("Date ____")


@pytest.mark.parametrize(("given", "said"), [("cy", "cy"), ("cy-GB", "cy-GB"), ("zh-Hant-TW", "zh-TW"), ("?", "en-GB")])
def test_it_has_the_language_of_the_minutes(given: str, said: str) -> None:
    assert f"/Lang({said})".encode() in write(EMPTY.model_copy(update={"language": given}))


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_is_text(kind: str) -> None:
    typed, wanted = HOSTILE[kind]
    lost = replacements(set(wanted) - {"\n", "\t"})
    printed = wanted.translate(lost).replace("\t", " ").replace("\n", "")
    read = PortableFile(write(hostile(typed))).text()
    assert len(re.findall(re.escape(printed), read)) >= HOSTILE_PLACES - 7
    assert set(unprintable(hostile(typed)).split()) == {chr(code) for code in lost}


def test_what_the_font_has_not_is_a_square_and_is_told() -> None:
    told = minute(Paragraph(text="Ŵyllt ₂ ✔ שלום αβ Жд; 一👧\ue000x"))
    assert unprintable(told) == "一 U+E000 👧"
    assert PortableFile(write(told)).tagged("P")[-1].startswith("Ŵyllt ₂ ✔")
    assert PortableFile(write(told)).tagged("P")[-1].endswith(f"; {MISSING * 3}x")


def test_text_of_which_nothing_is_left_when_it_is_cleaned_is_no_paragraph() -> None:
    assert PortableFile(write(hostile("\u200e"))).bones().count("P") == 0


def test_many_that_are_lost_are_counted() -> None:
    assert named(chr(0x4E00 + place) for place in range(20)).endswith(" and 8 more")


def right_edge(data: bytes) -> float:
    """How far to the right anything of the text begins, in points; the page is 595 wide."""
    streams = (one for one in PortableFile(data).streams() if b"BDC" in one)
    places = (re.findall(rb"1 0 0 -1 ([\d.]+) [\d.]+ cm", one) for one in streams)
    return max(float(one) for found in places for one in found)


@pytest.mark.parametrize("letter", ["x", "W", "一", "e\u0301\u0323"])
def test_a_long_word_breaks_everywhere(letter: str) -> None:
    """It is in as many lines as it needs: with breaks every eight letters no piece begins beyond the margin."""
    data = write(hostile(letter * 300))
    assert right_edge(data) < 531
    narrow = minute(Table(rows=(tuple(letter * 40 for _ in range(8)),) * 2))
    assert right_edge(write(narrow)) < 531
    column = minute(Action(text="x", beside=letter * 200)).model_copy(update={"action_column": (letter * 40,) * 2})
    assert right_edge(write(column)) < 531


def test_lists_in_lists_without_end_are_printed() -> None:
    bullet = Bullet(text="the last")
    for depth in range(40):
        bullet = Bullet(text=f"at {depth}", bullets=(bullet,))
    read = PortableFile(write(minute(BulletList(bullets=(bullet,)))))
    assert [one for one in read.tagged("LBody") if one.startswith("at ")][-1] == "at 0"
    assert "the last" in read.text()


def test_minutes_of_which_nothing_is_known_are_a_file_too() -> None:
    assert PortableFile(write(EMPTY)).tagged("H1") == [EMPTY.title]
    nothing = EMPTY.model_copy(update={"title": " ", "committee": ""})
    assert PortableFile(write(nothing)).tagged("H1") == ["–"]


def test_without_typst_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(pdf, "_compiler", pdf._compiler.__wrapped__)
    with pytest.raises(InputError) as refusal:
        write(EMPTY)
    assert refusal.value.message == "A PDF needs the package typst, which isn't installed."
    assert "pip install 'typst<0.16'" in refusal.value.hint
