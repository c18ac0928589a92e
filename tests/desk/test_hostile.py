"""Hostile texts, said and published: stored as clean text, and in every format letters and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from boardtui.agendas.decoding import decode
from boardtui.agendas.native import read_agenda
from boardtui.desk import Desk
from boardtui.desk.calling import call_meeting
from boardtui.desk.exporting import export
from boardtui.errors import BoardError, InputError
from boardtui.minutes.formats import FORMATS, Output, Source, outputs
from boardtui.model.acts import Act, business, room, text
from boardtui.model.people import Newcomer, can_be_name
from boardtui.model.prose import Prose
from boardtui.model.text import clean_line
from boardtui.rules.confidentiality import public_record
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.desks import at_work, open_book
from support.hostile import FILES, TEXTS, forbidden
from support.meetings import called
from support.sampling import every_third
from support.skeletons import BONES, TEXT_OF, Bones

BEGUN = ("/present all", "/start 14:00", "# 4")

PLACES: dict[str, Callable[[str], Act]] = {
    "a paragraph": lambda words: text.Paragraph(text=Prose.of(words)),
    "a paragraph among words": lambda words: text.Paragraph(text=Prose.of(f"Before {words} behind.")),
    "a bullet": lambda words: text.Bullet(text=Prose.of(words)),
    "a point": lambda words: text.Point(text=Prose.of(words)),
    "a quotation": lambda words: text.Quotation(text=Prose.of(words)),
    "a heading": lambda words: text.Subheading(text=Prose.of(words)),
    "a cell": lambda words: text.TableRow(cells=(Prose.of(words), Prose.of("1"))),
    "a decision": lambda words: business.Resolve(text=Prose.of(words)),
    "a clause": lambda words: business.ResolveRecommendations(clauses=(business.Clause(text=Prose.of(words)),)),
    "a motion": lambda words: business.Move(movers=("penrose",), words=Prose.of(words)),
    "an action": lambda words: business.Action(owners=("penrose",), text=Prose.of(words)),
    "a reference": lambda words: text.Reference(text=words),
    "the title of an item": lambda words: text.AddItem(title=words),
    "a name": lambda words: room.Guest(who=(Newcomer(name=f"Mr {words} Smith", post="Surveyor"),)),
    "a post": lambda words: room.Guest(who=(Newcomer(name="Mr A Smith", post=words),)),
}  # fmt: skip
"""Where a text may stand in the minutes."""

TIGHT = ("table", [("class", "tight")])
"""A table with a word so long that it has to be broken: that depends on the words, and only looks otherwise."""
LONG = [name for name, words in TEXTS.items() if len(words) > 10_000]


def fits(place: str, words: str) -> bool:
    """Can this text stand there at all? Nothing can't, nor can what parts a list stand in a name."""
    if place == "a name":
        return can_be_name(f"Mr {clean_line(words)} Smith")
    if place == "a post":
        return not set("|;") & set(words)
    return bool(clean_line(words))


@cache
def published(place: str, *, harmless: bool) -> dict[str, tuple[Output, ...]]:
    """A meeting in which every hostile text stands in this place; or in each one's stead a harmless word."""
    taking = called(BOARD)
    for line in BEGUN:
        taking.line(line)
    for number, one in enumerate(one for name, one in TEXTS.items() if name not in LONG and fits(place, one)):
        lead = ":" if clean_line(one).endswith(":") else ""  # what ends so is a lead, and stays with what follows
        taking.act(PLACES[place](f"Letters{number}{lead}" if harmless else one))
    source = Source(public_record(taking.record), taking.house)
    return {name: outputs(name, source) for name in FORMATS}


def bones(files: tuple[Output, ...]) -> Bones:
    found = [bone for one in files for bone in BONES[one.ending.rpartition(".")[2]](one.data)]
    return [("table", []) if bone == TIGHT else bone for bone in found]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("place", PLACES)
def test_no_text_forges_an_element_a_heading_or_a_field(place: str, format: str) -> None:
    hostile, harmless = (bones(published(place, harmless=one)[format]) for one in (False, True))
    differing = next((pair for pair in zip(hostile, harmless, strict=False) if pair[0] != pair[1]), None)
    assert differing is None
    assert len(hostile) == len(harmless)


@pytest.mark.parametrize("format", TEXT_OF)
def test_every_text_reads_in_every_format_as_it_was_cleaned(format: str) -> None:
    (file,) = published("a paragraph among words", harmless=False)[format]
    read = " ".join(TEXT_OF[format](file.data).split())
    assert not forbidden(read)
    place = 0
    for name, words in TEXTS.items():
        if name in LONG or not clean_line(words):
            continue
        wanted = " ".join(clean_line(f"Before {words} behind.").split())
        place = read.find(wanted, place)
        assert place >= 0, f"{name}: {wanted!r}"


def texts_of(act: Act) -> str:
    return act.text.said(lambda mention: mention.person) if isinstance(act, text.TextAct) else ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk at which every hostile text is said; it is the same one for all of these tests."""
    with at_work(tmp_path_factory.mktemp("said"), *BEGUN) as desk:
        yield desk


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_said_is_stored_clean_or_refused_in_a_sentence(desk: Desk, name: str) -> None:
    line = f"Before {TEXTS[name]}"
    try:
        filed = desk.say(line).result()
    except InputError as refusal:
        assert len(line) > 20_000
        assert refusal.hint
        return
    desk.take_in()
    (again,) = desk.book.acts(desk.meeting, filed.seq - 1)
    assert again.act == filed.act
    kept = texts_of(again.act)
    assert not forbidden(kept)
    assert desk.parse(desk.show(again.act)).act == again.act
    if "\\" not in line and ";" not in line:  # these two the notation reads as its own
        assert kept == clean_line(line)


@pytest.mark.parametrize("name", every_third([name for name in TEXTS if name not in LONG], 1))
def test_a_search_for_it_finds_or_does_not_and_never_fails(desk: Desk, name: str) -> None:
    for restricted in (False, True):
        try:
            found = desk.book.search(TEXTS[name], restricted=restricted)
        except InputError as refusal:
            assert "different words to look for" in refusal.message
            return
        for hit in found:
            assert not forbidden("".join(str(value) for value in hit.as_row().values()))


@pytest.mark.parametrize(
    "mark", ["@", '@"', "/guest ", "/apologies ", "/rename @quill ", "/item ", "/elect @quill ", "/exclude "]
)
@pytest.mark.parametrize("name", every_third(list(TEXTS), 0))
def test_where_a_name_is_wanted_it_is_taken_or_refused(desk: Desk, mark: str, name: str) -> None:
    try:
        desk.parse(f"{mark}{TEXTS[name]}")
        desk.parse(f"{mark}Mr {TEXTS[name]} Smith")
    except InputError as refusal:
        assert refusal.message


AGENDA = """---
committee: Board {0}
council: {0}
date: 7 September 2026
place: Room {0}
quorum: {0}
member: Cllr Ida {0} Penrose | Chair
member: Dr Aled ap Rhys | | Board of {0}
---
# Section {0}
1. Title {0}
   Report of: Rosa Winter {0} | Director of {0}
   Note: {0}
   Recommendation: note {0}
   Draft: The Board considered {0} at length.
"""


@pytest.mark.parametrize("name", every_third([name for name in TEXTS if name not in LONG], 2))
def test_an_agenda_that_holds_it_is_entered_clean_or_refused_by_line(tmp_path: Path, name: str) -> None:
    try:
        agenda = read_agenda(AGENDA.replace("{0}", TEXTS[name]), "a.agenda.md")
    except InputError as refusal:
        assert refusal.message.startswith("a.agenda.md line ")
        return
    with open_book(tmp_path) as book:
        try:
            desk = call_meeting(book, agenda, clock=FrozenClock(), actor="clerk")
        except InputError as refusal:
            assert "is not understood" in refusal.message
            return
        stored = "".join(filed.act.model_dump_json() for filed in book.acts(desk.meeting))
        assert not forbidden(stored + "".join(str(row) for row in book.meetings()))
        for path in (one.path for one in export(desk, ["txt", "docx"], tmp_path / "out")):
            assert path.parent == tmp_path / "out"
            assert path.name.startswith("2026-09-07-board")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_agenda_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(BoardError) as refusal:
        read_agenda(decode(FILES[name], "a.agenda.md"), "a.agenda.md")
    assert refusal.value.message.startswith("a.agenda.md")
    assert refusal.value.hint


def test_the_skeleton_of_a_forged_heading_is_seen() -> None:
    """The control: what these tests look for, they do see."""
    honest, forged = (f"# Minutes\n\n{words}\n".encode() for words in ("RESOLVED", "## RESOLVED"))
    assert BONES["md"](honest) != BONES["md"](forged)
    page = "<html><body><main><p>{}</p></main></body></html>"
    assert BONES["html"](page.format("x").encode()) != BONES["html"](page.format("<b>x</b>").encode())


def test_the_agenda_used_here_is_an_agenda() -> None:
    assert read_agenda(AGENDA.replace("{0}", "Poole")).items
    assert read_agenda(BOARD).items
