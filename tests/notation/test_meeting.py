"""The meeting itself and its corrections, row by row of the notation's tables; notes files."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import business, corrections, meeting, room, text
from boardtui.model.acts.base import Act
from boardtui.model.acts.meeting import ExclusionResult, MinutesResult
from boardtui.model.prose import Mention, Prose
from boardtui.model.times import CalendarDay, ClockTime, Days
from boardtui.notation.notes import NoteLine, read_notes
from boardtui.notation.parse import parse
from boardtui.notation.show import show
from support.notation import context_of, in_item_three, record_of

CONTEXT = context_of(in_item_three())
time, day = ClockTime.read, CalendarDay.read


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/start 14:00", meeting.Start(at=time("14:00"))),
        ("/start", meeting.Start()),
        ("/close ?", meeting.Close(at=time("?"))),
        ("/close [just before four]", meeting.Close(at=time("just before four"))),
        ("/close now", meeting.Close()),
        ("/close at 15:55", meeting.Close(at=time("15:55"))),
        ("/extend until 22:00", meeting.Extend(until=time("22:00"))),
        ("/adjourn at 14:30 for tea", meeting.Adjourn(at=time("14:30"), reason="tea")),
        ("/minutes 10 April 2017 approved as a correct record; corrected minute 4",
         meeting.PreviousMinutes(of=Days.read("10 April 2017"), result=MinutesResult.APPROVED,
                                 correction=Prose.of("minute 4"))),
        ("/start now", meeting.Start()),
        ("/adjourn now for tea", meeting.Adjourn(reason="tea")),
        ("/resume now", meeting.Resume()),
        ("/adjourn until 14:45", meeting.Adjourn(to_time=time("14:45"))),
        ("/minutes 10 April 2017 signed",
         meeting.PreviousMinutes(of=Days.read("10 April 2017"), result=MinutesResult.SIGNED)),
        ('/minutes 11 and 18 October 2017 approved; corrected minute 43: for "x" read "y"',
         meeting.PreviousMinutes(of=Days.read("11 and 18 October 2017"), result=MinutesResult.APPROVED,
                                 correction=Prose.of('minute 43: for "x" read "y"'))),
        ("/minutes signed", meeting.PreviousMinutes(of=Days.read(""), result=MinutesResult.SIGNED)),
        ("/minutes of 10 April 2017 approved",
         meeting.PreviousMinutes(of=Days.read("10 April 2017"), result=MinutesResult.APPROVED)),
        ("/minutes of the meeting held on 10 April 2017 approved",
         meeting.PreviousMinutes(of=Days.read("10 April 2017"), result=MinutesResult.APPROVED)),
        ("/minutes of the last meeting approved",
         meeting.PreviousMinutes(of=Days.read(""), result=MinutesResult.APPROVED)),
        ("/minutes [of May] approved", meeting.PreviousMinutes(of=Days.read("of May"), result=MinutesResult.APPROVED)),
        ("/matters none", meeting.NoMatters()),
        ("/signed 4 September 2017 @hughes", meeting.Signed(on=day("4 September 2017"), by="hughes")),
        ("/signed 4 September 2017 by @hughes", meeting.Signed(on=day("4 September 2017"), by="hughes")),
        ("/signed 4 September 2017", meeting.Signed(on=day("4 September 2017"))),
        ("/signed today @hughes", meeting.Signed(on=day("4 September 2017"), by="hughes")),
        ("/signed [today]", meeting.Signed(on=day("today"))),
        ("/adjourn", meeting.Adjourn()),
        ("/adjourn 14:30 for public comment", meeting.Adjourn(at=time("14:30"), reason="public comment")),
        ("/adjourn for ten minutes", meeting.Adjourn(reason="ten minutes")),
        ("/adjourn to 5 December 2017 2 pm", meeting.Adjourn(to_day=day("5 December 2017"), to_time=time("2 pm"))),
        ("/adjourn 14:30 to 5 December 2017 for want of a quorum",
         meeting.Adjourn(at=time("14:30"), to_day=day("5 December 2017"), reason="want of a quorum")),
        ("/adjourn to 14:45", meeting.Adjourn(to_time=time("14:45"))),
        ("/resume 14:42", meeting.Resume(at=time("14:42"))),
        ("/resume 1442", meeting.Resume(at=time("1442"))),
        ("/resume 5 December 2017 14:05", meeting.Resume(day=day("5 December 2017"), at=time("14:05"))),
        ("/resume 5 December 2017", meeting.Resume(day=day("5 December 2017"))),
        ("/exclude 3", meeting.Exclude(paragraphs=("3",))),
        ("/exclude paragraphs 3 and 5", meeting.Exclude(paragraphs=("3", "5"))),
        ("/exclude 1, 2 and 3", meeting.Exclude(paragraphs=("1", "2", "3"))),
        ("/exclude paras. 12, 18A", meeting.Exclude(paragraphs=("12", "18A"))),
        ('/exclude "10"', meeting.Exclude(paragraphs=("10",))),
        ("/exclude item 10", meeting.Exclude(items=("13",))),
        ("/exclude items 9 and 10", meeting.Exclude(items=("12", "13"))),
        ("/exclude 3 item 10", meeting.Exclude(paragraphs=("3",), items=("13",))),
        ("/exclude for item 3", meeting.Exclude(items=("3",))),
        ("/release item 9", meeting.Release(items=("12",))),
        ("/exclude", meeting.Exclude()),
        ("/exclude by reason of its nature", meeting.Exclude(reason="its nature")),
        ("/exclude not needed", meeting.Exclude(result=ExclusionResult.NOT_NEEDED)),
        ("/exclude not resolved 3 for items 9 and 10",
         meeting.Exclude(result=ExclusionResult.NOT_RESOLVED, paragraphs=("3",), items=("12", "13"))),
        ("/readmit", meeting.Readmit()),
        ("/restricted", meeting.Restricted()),
        ("/summary A tender was considered.", meeting.Summary(text=Prose.of("A tender was considered."))),
        ("/extend 22:00", meeting.Extend(until=time("22:00"))),
        ("/nextmeeting 4 September 2017 2.00 pm, Room 3", meeting.NextMeeting(text="4 September 2017 2.00 pm, Room 3")),
    ],
)  # fmt: skip
def test_the_meeting(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act
    assert parse(show(act, CONTEXT), CONTEXT).act == act


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/minutes 10 April 2017", "What became of the minutes"),
        ("/matters", "“none”"),
        ("/extend", "a time"),
        ("/adjourn soon", "“soon” is no time."),
        ("/resume soon", "“soon” is no time."),
        ("/close just before four", "“just before four” is no time."),
        ("/start 14:00 sharp", "“14:00 sharp” is no time."),
        ("/extend now", "a time"),
        ("/exclude 3 for 99", "No item is called “99”."),
        ("/exclude item 99", "No item is called “99”."),
        ("/exclude 10", "“10” is an item, and no paragraph"),
        ("/exclude 3 10", "“10” is an item, and no paragraph"),
        ("/exclude 8", "“8” is no paragraph"),
        ("/exclude the press", "“the” is no paragraph"),
        ("/edit", "composer"),
        ("/edit [14:32] x", "keeps its time"),
        ("/edit /undo", "can't take the place of a block"),
        ("/strike it", "number of an act"),
        ("s//x/", "Nothing stands"),
        ("s/noted/read/gg", "only g can"),
        ("s/noted/read/ and more", "only g can"),
        ("s/noted/", "instead is not said"),
        ("/rename @hughes", "as it should be"),
        ("/rename @hughes a;b", "can't hold"),
    ],
)
def test_what_is_refused(line: str, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert message in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("line", "example"),
    [("/minutes of 4 May 2017", "/minutes 4 May 2017 approved"), ("/minutes", "/minutes 10 April 2017 approved")],
)
def test_what_became_of_the_minutes_must_be_said(line: str, example: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(line, CONTEXT)
    assert refused.value.hint == (f"End in signed, approved, agreed, confirmed, refused or deferred: {example}.")


def test_how_long_it_is_extended_is_no_time_until_which() -> None:
    with pytest.raises(Refusal) as refused:
        parse("/extend by 30 minutes", CONTEXT)
    assert refused.value.message == "“by 30 minutes” is no time."
    assert refused.value.hint == "Say until when: /extend 22:00."


def test_an_item_that_stands_where_the_paragraphs_do_is_shown_in_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        parse("/exclude 10", CONTEXT)
    assert refused.value.hint == "Paragraphs come first, items after “for”: /exclude 3 for 10."


# Corrections: act 6 is the jot, 7 the paragraph, 8 the bullet that 9 takes back


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("/undo", corrections.Undo(target=7)),
        ("/undo 5", corrections.Undo(target=5)),
        ("/redo", corrections.Redo(target=8)),
        ("/strike", corrections.Strike(target=7)),
        ("/strike #6", corrections.Strike(target=6)),
        ("/up", corrections.Shift(target=7)),
        ("/down", corrections.Shift(target=7, down=True)),
        ("/promote", text.Promote(target=6)),
        ("/edit - a point", corrections.Edit(target=7, revised=text.Bullet(text=Prose.of("a point")))),
        ("/edit #6 words", corrections.Edit(target=6, revised=text.Paragraph(text=Prose.of("words")))),
        ("s/noted/read/", corrections.Substitution(target=7, old=Prose.of("noted"), new=Prose.of("read"))),
        ("s/noted/read", corrections.Substitution(target=7, old=Prose.of("noted"), new=Prose.of("read"))),
        (
            "s/report/b/g",
            corrections.Substitution(target=7, old=Prose.of("report"), new=Prose.of("b"), whole_item=True),
        ),
        (r"/replace #7 s/and\/or//", corrections.Substitution(target=7, old=Prose.of("and/or"), new=Prose(()))),
        ("/replace #6 s/a/b/", corrections.Substitution(target=6, old=Prose.of("a"), new=Prose.of("b"))),
        (
            "/insert #7 - free parking",
            corrections.Insert(target=7, said=text.Bullet(text=Prose.of("free parking"))),
        ),
        (
            "/insert #6 [2.20 pm] /leave @patel",
            corrections.Insert(target=6, said=room.Leave(who=("patel",)), at=ClockTime.read("2.20 pm")),
        ),
        ("/insert /no decision", corrections.Insert(target=7, said=business.NoDecision())),
        ("/override back at once", corrections.Override(reason="back at once")),
        ("/override #6 back at once", corrections.Override(reason="back at once", target=6)),
        ("/override #0 #6 is a number", corrections.Override(reason="#6 is a number")),
        ("/override #6:tie lots were drawn", corrections.Override(reason="lots were drawn", target=6, lack="tie")),
        ("/override #6", corrections.Override(reason="", target=6)),
        ("/rename @hughes Councillor A Hughes", corrections.Rename(person="hughes", name="Councillor A Hughes")),
    ],
)
def test_corrections(line: str, act: Act) -> None:
    assert parse(line, CONTEXT).act == act
    assert parse(show(act, CONTEXT), CONTEXT).act == act


def test_a_line_put_in_is_read_as_it_would_have_been_there() -> None:
    record = record_of(
        meeting.Start(),
        text.OpenItem(items=("3",)),
        text.Paragraph(text=Prose.of("One.")),
        text.OpenItem(items=("4",)),
    )
    act = parse("/insert #4 =", context_of(record)).act
    assert isinstance(act, corrections.Insert)
    assert act.said == business.ResolveRecommendations(clauses=(business.Clause(text=Prose.of("the report be noted")),))
    newcomer = record_of(
        *(filed.act for filed in record.filed[1:]), parse("/guest Jo Cole, Trust", context_of(record)).act
    )
    come_later = corrections.Insert(target=4, said=text.Paragraph(text=Prose.of(Mention(person="cole"), " spoke.")))
    assert parse("/insert #4 @cole spoke.", context_of(newcomer)).act == come_later
    for line in ("/insert #4 /undo", "/insert #4", "/insert #4 /rename @hughes Mx Hughes"):
        with pytest.raises(Refusal):
            parse(line, context_of(record))


def test_a_name_can_take_the_place_of_another() -> None:
    act = parse("/replace #7 s/@patel/@hughes/", CONTEXT).act
    assert isinstance(act, corrections.Substitution)
    assert (act.old, act.new) == (Prose.of(Mention(person="patel")), Prose.of(Mention(person="hughes")))


def test_corrections_are_about_the_selected_act() -> None:
    selected = context_of(in_item_three(), selected=6)
    assert parse("/strike", selected).act == corrections.Strike(target=6)
    assert parse("s/a/b/", selected).act == corrections.Substitution(target=6, old=Prose.of("a"), new=Prose.of("b"))
    assert show(corrections.Strike(target=7), selected) == "/strike #7"
    about_selected = corrections.Override(reason="so it was", target=6)
    assert parse("/override so it was", selected).act == about_selected
    assert show(about_selected, selected) == "/override so it was"
    assert show(corrections.Override(reason="so it was"), selected) == "/override #0 so it was"


def test_words_are_put_right_in_the_part_of_the_block_that_holds_them() -> None:
    record = record_of(
        meeting.Start(),
        text.OpenItem(items=("4",)),
        parse("= the report be notd", CONTEXT).act,
        parse("/reason it was clear", CONTEXT).act,
    )
    act = parse("s/notd/noted/", context_of(record)).act
    assert isinstance(act, corrections.Substitution)
    assert act.target == 4


def test_words_of_a_motion_are_put_right_after_its_vote() -> None:
    moved = parse("/move @hughes @patel: a working group be set up", CONTEXT).act
    voted = parse("/vote 7 2 1", CONTEXT).act
    record = record_of(meeting.Start(), text.OpenItem(items=("4",)), moved, voted)
    act = parse("s/working/task/", context_of(record)).act
    assert isinstance(act, corrections.Substitution)
    assert act.target == 4
    after = record_of(meeting.Start(), text.OpenItem(items=("4",)), moved, voted, act)
    (decision,) = after.entry.decisions
    assert decision.clauses[0].text == Prose.of("a task group be set up")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("s/nothere/x/", "“nothere” is not in the last block.", "Write the words as they stand on the screen."),
        ("s/nothere/x/g", "“nothere” is not in this item.", "Write the words as they stand on the screen."),
        ("s/Amina/x/", "“Amina” is not in the last block.", "/rename @hughes"),
        ("s/plain/x/", "“plain” is not in the last block.", "/replace #4 s/old/new/"),
        ("s/he or she/they may", "“he or she” is not in the last block.", "To minute it as text, put \\ before it."),
    ],
)
def test_words_that_are_not_there_are_refused(line: str, message: str, hint: str) -> None:
    record = record_of(
        meeting.Start(), text.OpenItem(items=("4",)),
        parse("The report was plain.", CONTEXT).act, parse("@hughes spoke.", CONTEXT).act,
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        parse(line, context_of(record))
    assert refused.value.message == message
    assert hint in refused.value.hint


def test_nothing_to_correct_is_said_so() -> None:
    empty = context_of(record_of(meeting.Start()))
    for line in ("/strike", "s/a/b/", "/promote", "/up"):
        with pytest.raises(Refusal) as refused:
            parse(line, empty)
        assert refused.value.hint
    with pytest.raises(Refusal, match="nothing to redo"):
        parse("/redo", empty)


def test_a_summons_has_no_line() -> None:
    agenda = CONTEXT.record.agenda
    assert agenda is not None
    with pytest.raises(Refusal, match="Summons"):
        show(meeting.Summons(agenda=agenda), CONTEXT)


# Notes files


def test_notes_are_numbered_as_an_editor_numbers_them() -> None:
    found = read_notes("\ufeff/start 14:00\r\n\r\n# 1\n   \n  - a \rlast")
    assert found == [NoteLine(1, "/start 14:00"), NoteLine(3, "# 1"), NoteLine(5, "- a"), NoteLine(6, "last")]
    assert read_notes("") == []
