"""What is still text in the minutes: names nobody has, marks without their space, days no calendar has."""

from __future__ import annotations

import pytest

from boardtui.model.acts import business, meeting, text
from boardtui.model.prose import AtSign
from boardtui.model.times import CalendarDay
from support.acts import HALE, PELL, mention, prose
from support.lacking import after


def test_an_at_sign_that_was_meant_as_one_is_nobody_missing() -> None:
    text_ = text.Paragraph(text=prose("Follow ", AtSign(sign="@"), "HarbourneHubs, and @grubb."))
    assert after(text_) == ["Item 4: @grubb is nobody the meeting knows."]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("=the report be noted", "“=the report be …” was minuted as text: a space after = makes it a resolution."),
        ("-a bullet", "“-a bullet” was minuted as text: a space after - makes it a bullet."),
        ("?why", "“?why” was minuted as text: a space after ? makes it a member's point."),
        ("!do it", "“!do it” was minuted as text: a space after ! makes it an action."),
        ("~a secret", "“~a secret” was minuted as text: a space after ~ makes it a private jot."),
        ("#5", "“#5” was minuted as text: a space after # opens the item."),
    ],
)
def test_a_mark_whose_space_was_forgotten(typed: str, sentence: str) -> None:
    assert after(text.Paragraph(text=prose(typed))) == [f"Item 4: {sentence}"]
    assert after(text.Paragraph(text=prose(typed), plain=True)) == []


def test_an_action_whose_space_was_forgotten_before_a_name() -> None:
    (gap,) = after(text.Paragraph(text=prose("!", mention(PELL), " to report")))
    assert gap == "Item 4: “!@pell to report” was minuted as text: a space after ! makes it an action."


@pytest.mark.parametrize("typed", ["-5 degrees", "=", "5-1", "“Quoted”", "+44 20", "- ", "~", "a =b"])
def test_what_is_text_is_no_forgotten_mark(typed: str) -> None:
    assert after(text.Paragraph(text=prose(typed))) == []


def test_days_no_calendar_has() -> None:
    due = business.Action(owners=(HALE,), text=prose("write"), due=CalendarDay.read("30 February"))
    assert after(due) == ["Item 4: there is no 30 February."]
    assert after(meeting.NextMeeting(text="31 February 2027 at 2 pm")) == ["Item 4: there is no 31 February 2027."]
    assert after(meeting.NextMeeting(text="29 February 2028, and 3 March")) == []


def test_names_that_are_still_text_and_actions_of_nobody() -> None:
    assert after(
        text.Paragraph(text=prose("Thanks to @grubb and @O'Brien's team; write to hubs@harbourne.example.")),
        business.Action(text=prose("report back")),
        text.Jot(text=prose("@nobody")),
    ) == [
        "Item 4: @grubb is nobody the meeting knows.",
        "Item 4: @O'Brien is nobody the meeting knows.",
        "Item 4: an action has no owner.",
    ]
