"""The one door: what it refuses, what it stamps, what it marks, and what it waits for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.desk import Desk
from boardtui.errors import BookError, Refusal
from boardtui.model.acts.meeting import Start
from boardtui.model.record import Record
from support.agenda_texts import BOARD
from support.clock import AFTERNOON, FrozenClock
from support.desks import at_work, call, open_book

BEGUN = ("/present all", "/start 14:00", "# 4")


def kinds(record: Record) -> list[str]:
    return [filed.act.kind for filed in record.filed]


# --- what is refused


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ([], "/close 15:00"),
        ([], "= the plan be noted"),
        (BEGUN, "/start 14:05"),
        ([*BEGUN, "/close 15:00"], "/close 15:10"),
        (BEGUN, "/nosuch"),
        (BEGUN, "/present @nobody"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_filed(tmp_path: Path, lines: list[str], line: str) -> None:
    with at_work(tmp_path, *lines) as desk:
        before = list(desk.ahead.filed)
        with pytest.raises(Refusal) as refused:
            desk.say(line)
        assert refused.value.message
        assert desk.ahead.filed == before
        assert [filed.seq for filed in desk.book.acts(desk.meeting)] == [filed.seq for filed in before]


def test_an_act_that_was_not_typed_goes_through_the_same_rules(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk, pytest.raises(Refusal):
        desk.do(Start())


def test_a_block_becomes_another_block_and_nothing_else(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "The plan was recieved.") as desk:
        block = desk.record.last_seq
        desk.revise(block, "- received")
        desk.wait()
        assert [block.act.kind for block in desk.record.entry.blocks] == ["bullet"]
        with pytest.raises(Refusal):
            desk.revise(block, "/present @quill")


def test_a_book_that_is_only_looked_at_takes_nothing(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        path, meeting = desk.book.path, desk.meeting
    with Book.open(path, read_only=True) as book:
        looking = Desk(book, meeting, clock=FrozenClock(), actor="clerk", live=False)
        assert kinds(looking.record)[-1] == "open_item"
        with pytest.raises(BookError):
            looking.say("A sentence.")


# --- when it happened


@pytest.mark.parametrize(
    ("live", "now", "typed"),
    [
        (True, AFTERNOON, "14:32"),
        (True, AFTERNOON + dt.timedelta(days=1), None),
        (True, AFTERNOON - dt.timedelta(days=3), None),
        (False, AFTERNOON, None),
    ],
    ids=["in the room", "the day after", "days before", "from a file"],
)
def test_a_time_is_stamped_only_in_the_room_on_the_day(
    tmp_path: Path, live: bool, now: dt.datetime, typed: str | None
) -> None:
    with open_book(tmp_path) as book:
        desk = Desk(book, call(book).meeting, clock=FrozenClock(now), actor="clerk", live=live)
        at = desk.say("# 4").result().at
        assert (at.typed if at else None) == typed
        stated = desk.say("[14:05] Said earlier.").result().at
        assert stated is not None
        assert stated.typed == "14:05"


def test_at_a_second_sitting_on_another_day_the_time_is_stamped_again(tmp_path: Path) -> None:
    lines = (*BEGUN, "/adjourn to 9 September 2026 2 pm", "/resume 9 September 2026 14:05")
    with at_work(tmp_path, *lines) as desk:
        clock = FrozenClock(AFTERNOON + dt.timedelta(days=2))
        later = Desk(desk.book, desk.meeting, clock=clock, actor="clerk", live=True)
        at = later.say("# 5").result().at
        assert at is not None
        assert at.typed == "14:32"


def test_the_wall_clock_and_who_filed_are_kept(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        filed = desk.say("A sentence.").result()
        assert (filed.wall, filed.actor, filed.item) == ("2026-09-07T13:32:07.000Z", "clerk", "4")


# --- what must not go out


def test_what_is_said_in_private_is_marked_when_it_is_filed(tmp_path: Path) -> None:
    said = ("In public.", "/exclude 3", "In private.", "/readmit", "In public again.")
    with at_work(tmp_path, *BEGUN, *said) as desk:
        marks = {filed.act.kind: filed.restricted for filed in desk.record.filed}
        assert [filed.restricted for filed in desk.record.filed if filed.act.kind == "paragraph"][-3:] == [
            False,
            True,
            False,
        ]
        assert marks["exclude"] is False


def test_a_correction_is_marked_as_what_it_corrects(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN, "/exclude 3", "In private.") as desk:
        private = desk.record.last_seq
        desk.say("/readmit")
        filed = desk.revise(private, "In private, put right.").result()
        assert (filed.restricted, filed.item) == (True, "4")


# --- the book answers


def test_the_record_grows_only_when_the_book_has_answered(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        before = desk.record.last_seq
        first, second = desk.say("First."), desk.say("Second.")
        assert (desk.record.last_seq, desk.ahead.last_seq) == (before, before + 2)
        assert desk.waiting
        assert [first.result().seq, second.result().seq] == [before + 1, before + 2]
        desk.wait()
        assert kinds(desk.record) == kinds(desk.ahead)
        assert not desk.waiting
        assert not desk.take_in()


def test_answers_are_told_and_taken_in_in_their_order(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        told: list[int] = []
        desk.when_answered(lambda: told.append(1))
        answers = [desk.say(f"Sentence {number}.") for number in range(20)]
        for answer in answers:
            answer.result()
        desk.wait()
        assert len(told) == 20
        assert [filed.seq for filed in desk.record.filed] == sorted(filed.seq for filed in desk.record.filed)
        assert [act.text.said(lambda _: "") for act in _paragraphs(desk)][-2:] == ["Sentence 18.", "Sentence 19."]


def _paragraphs(desk: Desk) -> list:
    return [filed.act for filed in desk.record.filed if filed.act.kind == "paragraph"]


# --- drafts


def test_a_draft_is_kept_and_goes_with_the_act_it_became(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        desk.draft("composer", "half a sent", 11)
        desk.draft("composer 5", "another", 3)
        desk.wait()
        kept = desk.book.drafts(desk.meeting)
        assert {place: (draft.text, draft.caret) for place, draft in kept.items()} == {
            "composer": ("half a sent", 11),
            "composer 5": ("another", 3),
        }
        desk.say("half a sentence", place="composer").result()
        assert list(desk.book.drafts(desk.meeting)) == ["composer 5"]


# --- the house


def test_the_house_is_the_one_the_agenda_names(tmp_path: Path) -> None:
    with at_work(tmp_path, agenda=BOARD.replace("partnership_board", "parish_council")) as desk:
        assert (desk.house.name, desk.house_missing) == ("parish_council", "")


def test_a_house_there_is_not_is_noted(tmp_path: Path) -> None:
    with at_work(tmp_path, agenda=BOARD.replace("partnership_board", "castle")) as desk:
        assert (desk.house.name, desk.house_missing) == ("partnership_board", "castle")


def test_the_open_minute_shows_prepared_text(tmp_path: Path) -> None:
    with at_work(tmp_path, "# 3") as desk:
        minute = desk.minute(desk.record.entry_key)
        assert "Roof [phase 2]" in (minute.heading_line or minute.heading)
        assert [part.kind for part in minute.parts] == ["paragraph"]
