"""What couldn't be saved is taken in: acts once and in their order where the book goes on so, else as lines to take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.desk import Desk
from boardtui.desk.rescuing import take_in
from boardtui.desk.taking import take_notes
from boardtui.errors import InputError
from support.books import holding
from support.clock import FrozenClock
from support.desks import at_work, open_book


def left_over(folder: Path, *lines: str, typed: str = "") -> Path:
    """The rescue file of a meeting at whose desk these lines were said and could not be saved."""
    with at_work(folder, "/start 14:00", "# 4") as desk, holding(desk.book.path):
        for line in lines:
            desk.say(line, place="composer")
        desk.draft("composer", typed, len(typed))
        assert desk.book.close(0.0).unsaved
    (file,) = (folder / "rescue").glob("*.json")
    return file


def kinds(desk: Desk) -> list[str]:
    return [filed.act.kind for filed in desk.book.acts(desk.meeting)][5:]


def at_desk(book: Book, meeting: str) -> Desk:
    return Desk(book, meeting, clock=FrozenClock(), actor="clerk", live=False)


LINES = ("The plan was received.", "[14:20] The cost was asked for.", "= the plan be noted")


def test_they_stand_in_the_book_as_they_were_said(tmp_path: Path) -> None:
    file = left_over(tmp_path, *LINES, typed="half a sen")
    with open_book(tmp_path) as book:
        outcome = take_in(book, file)
        assert (outcome.taken, outcome.drafts, outcome.complete) == (3, 1, True)
        desk = at_desk(book, book.meetings()[0].name)
        assert kinds(desk) == ["paragraph", "paragraph", "resolve"]
        assert [one.at.typed for one in desk.record.filed if one.at][-1] == "14:20"
        assert book.drafts(desk.meeting)["composer"].text == "half a sen"
        assert desk.say("And on.").result(10).seq == desk.record.last_seq + 1


def test_twice_is_once(tmp_path: Path) -> None:
    file = left_over(tmp_path, *LINES)
    with open_book(tmp_path) as book:
        take_in(book, file)
        again = take_in(book, file)
        assert (again.taken, again.drafts, again.complete) == (0, 0, True)
        assert len(kinds(at_desk(book, book.meetings()[0].name))) == 3


def test_where_the_book_has_gone_on_they_are_lines_that_can_be_taken(tmp_path: Path) -> None:
    file = left_over(tmp_path, *LINES, "s/plan/draft plan/", typed="half a sen")
    with open_book(tmp_path) as book:
        desk = at_desk(book, book.meetings()[0].name)
        desk.say("Something said meanwhile.").result(10)
        book.journal.draft(desk.meeting, "composer", "typed meanwhile")
        assert book.journal.wait(10)
        outcome = take_in(book, file)
        assert (outcome.taken, outcome.complete, outcome.sayings) == (0, False, [])
        assert outcome.lines[:3] == list(LINES)
        assert outcome.texts == ["half a sen"]
        assert book.drafts(desk.meeting)["composer"].text == "typed meanwhile"
        desk = at_desk(book, desk.meeting)
        list(take_notes(desk, "\n".join(outcome.lines[:3]), "rescued"))
        assert kinds(desk) == ["paragraph", "paragraph", "paragraph", "resolve"]


def test_a_correction_among_them_means_what_it_meant(tmp_path: Path) -> None:
    file = left_over(tmp_path, "The plan was recieved.", "s/recieved/received/")
    with open_book(tmp_path) as book:
        desk = at_desk(book, book.meetings()[0].name)
        for line in ("One.", "Two."):
            desk.say(line).result(10)
        assert take_in(book, file).lines == ["The plan was recieved.", "s/recieved/received/"]


def test_the_door_is_the_same_for_them(tmp_path: Path) -> None:
    file = left_over(tmp_path, "The plan was received.", "= the plan be noted", "/close 15:00", "Said after the close.")
    text = file.read_text()
    file.write_text(text.replace('"kind": "close"', '"kind": "start"', 1))
    with open_book(tmp_path) as book:
        outcome = take_in(book, file)
        assert outcome.taken == 2
        assert not outcome.complete
        assert outcome.lines[-1] == "Said after the close."


def test_a_summons_is_no_line(tmp_path: Path) -> None:
    file = left_over(tmp_path, "One.")
    with open_book(tmp_path) as book:
        summons = book.acts(book.meetings()[0].name)[0].act.model_dump_json()
        desk = at_desk(book, book.meetings()[0].name)
        desk.say("Something said meanwhile.").result(10)
    content = json.loads(file.read_text())
    content["acts"][0] |= {"kind": "summons", "payload": summons, "meeting": "another"}
    file.write_text(json.dumps(content))
    with open_book(tmp_path) as book:
        outcome = take_in(book, file)
        assert outcome.lines == []
        assert "agenda file" in outcome.sayings[0]


def test_what_is_no_rescue_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    with open_book(tmp_path) as book, pytest.raises(InputError, match="isn't a rescue file"):
        take_in(book, tmp_path / "x.json")
