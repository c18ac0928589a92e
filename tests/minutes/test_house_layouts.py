"""What a house style can set, one by one: the key in its file, what is typed, and what the minutes then print."""

from __future__ import annotations

import pytest

from boardtui.agendas.native import read_agenda
from boardtui.minutes.compose import compose, compose_entry
from boardtui.minutes.first_number import numbered
from boardtui.minutes.formats import Source
from boardtui.minutes.house import House, read_house
from boardtui.minutes.paste import mark_of
from boardtui.model.agenda import Agenda, Numbering
from boardtui.rules.confidentiality import public_record
from support.minutes import blocks_of, minuting, text_of, without_frame

BEGINNING = 'like = "full_council"\ntitle = "x"\n'
TYPED = (
    "/arrive @dogwood 14:10", "= a be done:", "== b; and", "== c", "= d", "/move @alder @birch", "/vote 3 1",
    "! @elm dig the pond by 4 October 2026", "/nextmeeting 6 October 2026 14:30",
)  # fmt: skip
DECLARED = ("/declare @alder 3 personal a cousin; left", "/declare @birch 4 dpi a lease")


def printed(house: House, *lines: str) -> list[str]:
    """The blocks of a small meeting in a house; in its third item these lines are said."""
    return blocks_of(text_of(without_frame(compose(minuting("full_council", *lines).record, house))))


def house_with(text: str) -> House:
    return read_house(BEGINNING + text, "x.toml")


SAYS = {
    "an arrival with its time": ('[room]\narrived = "{who} came< at {time}>."', "Dr Dogwood came at 2.10 pm."),
    "an arrival without its time": ('[room]\narrived = "{who} came."', "Dr Dogwood came."),
    "a time on the 24-hour clock": (
        '[times]\ntime = "{hour24}:{minute}"\n[room]\narrived = "{who}<, {time}>."', "Dr Dogwood, 14:10."),
    "a day with its ordinal": (
        '[dates]\nweekday = "{weekday} the {day}{suffix} of {month}, {year}"',
        "The next meeting would be held at 2.30 pm on Tuesday the 6th of October, 2026."),
    "movers without their names": (
        '[decisions]\nmoved_lead = "Moved, seconded and {verb} that"', "Moved, seconded and RESOLVED that:"),
    "votes without their figures": (
        '[decisions]\nmanner = ""\nmoved_lead = "{verb}{manner} that"', "RESOLVED that:"),
    "votes with their figures": ('[decisions]\nmoved_lead = "{verb}{manner} that"', "RESOLVED (3 for, 1 against) that:"),
    "an action in a line": ('[decisions]\naction = "ACTION: {text}< ({owners})><, {due}>."',
        "ACTION: dig the pond (Eve Elm), 4 October 2026."),
    "names of two in a list with surnames alone": ('[names]\ncouncillor_in_list = "{surname}"', "Councillor Alder (Chair)"),
}  # fmt: skip


@pytest.mark.parametrize("what", SAYS)
def test_what_a_house_says_is_printed(what: str) -> None:
    text, sentence = SAYS[what]
    assert sentence in "\n".join(printed(house_with(text), "/present all", *TYPED)).splitlines()


LEVELS = [
    ('["({number})", "({letter})", "({roman})"]', "(1)", "(a)"),
    ('["{letter})", "{roman}.", "{number}"]', "a)", "i."),
    ('["", "{number}.", "{letter}"]', "", "1."),
]


@pytest.mark.parametrize(("labels", "first", "below"), LEVELS)
def test_clauses_are_labelled_level_by_level(labels: str, first: str, below: str) -> None:
    text = "\n".join(printed(house_with(f"[decisions]\nlabels = {labels}"), *TYPED))
    assert f"{first} A be done:".strip() in text
    assert f"{below} b; and" in text


def test_a_single_clause_runs_on_or_is_numbered() -> None:
    line = "= the pond be dug"
    assert printed(house_with(""), line)[-1] == "RESOLVED that the pond be dug."
    assert printed(house_with("[decisions]\nrun_on = false"), line)[-2:] == ["RESOLVED that:", "(1) The pond be dug."]
    lead = '[decisions]\nlead = "{verb}{manner}"\nlead_many = "{lead}"\nlabels = ["", "{number}.", "{letter}"]\nrun_on = false'
    assert printed(house_with(lead), line, "== deep")[-3:] == ["RESOLVED", "The pond be dug:", "1. deep"]


def test_names_run_on_in_one_line() -> None:
    lists = '[[attendance.lists]]\nwho = "members"\nheading = "Present:"\nlabel = "Members"\nrun_on = true\n'
    assert printed(house_with(lists), "/present all")[2] == (
        "Members: Councillor Ann Alder (Chair), Councillor Ben Birch (Deputy Chair), Councillor Cy Cedar, "
        "Dr Dee Dogwood, Harbour Trust and Eve Elm, Director of Trees"
    )


def test_names_run_on_in_a_line_for_each_organisation() -> None:
    lists = '[[attendance.lists]]\nwho = "members"\nheading = "Present:"\nby_organisation = true\npost = false\nrun_on = true\n'
    assert printed(house_with(lists), "/present all")[2].splitlines() == [
        "Councillor Ann Alder (Chair), Councillor Ben Birch (Deputy Chair), Councillor Cy Cedar and Eve Elm",
        "Harbour Trust: Dr Dee Dogwood",
    ]


# --- interests


def test_interests_in_sentences_are_paragraphs() -> None:
    text = printed(house_with(""), *DECLARED)
    assert [block for block in text if "declared" in block] == [
        "Councillor Alder declared a personal interest in agenda item 3, The Pond (a cousin), and left the meeting for the "
        "discussion and vote.",
        "Councillor Birch declared a disclosable pecuniary interest in agenda item 4, The Bandstand (a lease).",
    ]


def test_interests_that_follow_one_another_are_one_list() -> None:
    house = house_with('[interests]\nlayout = "list"\nlead = "Declared:"\ndeclared = "{who}: {kind}"')
    assert printed(house, *DECLARED)[-2:] == [
        "Declared:",
        "- Councillor Alder: a personal interest\n- Councillor Birch: a disclosable pecuniary interest",
    ]
    apart = printed(house, DECLARED[0], "Somebody spoke.", DECLARED[1])
    assert apart[-5:] == [
        "Declared:", "- Councillor Alder: a personal interest", "Somebody spoke.", "Declared:",
        "- Councillor Birch: a disclosable pecuniary interest",
    ]  # fmt: skip


def test_a_list_of_points_is_not_taken_for_one_of_interests() -> None:
    house = house_with('[interests]\nlayout = "list"\ndeclared = "{who}: {kind}"')
    assert printed(house, "- a point", DECLARED[0], "- a point")[-3:] == [
        "- a point", "- Councillor Alder: a personal interest", "- a point",
    ]  # fmt: skip


def test_interests_that_follow_one_another_are_one_table() -> None:
    house = house_with('[interests]\nlayout = "table"')
    assert printed(house, *DECLARED)[-1].splitlines() == [
        "| Member | Item | Interest | Nature | What they did |",
        "| Councillor Alder | Agenda item 3, The Pond | A personal interest | A cousin | Left the meeting for the discussion "
        "and vote |",
        "| Councillor Birch | Agenda item 4, The Bandstand | A disclosable pecuniary interest | A lease | |",
    ]


# --- actions

ACTED = ("! @elm dig the pond by 4 October 2026", "# 4", "! tell the band")


@pytest.mark.parametrize("at", ["front", "end"])
def test_actions_in_a_table_stand_at_the_front_or_at_the_end(at: str) -> None:
    house = house_with(f'[actions]\nplacement = "table"\nat = "{at}"')
    taking = minuting("full_council", *ACTED)
    body = compose(taking.record, house).body
    heading, minute = body[:2] if at == "front" else body[-2:]
    assert heading.kind == "section" and heading.text == "Actions"
    assert minute.kind == "minute" and minute.parts[0].kind == "table"
    assert minute.parts[0].rows == (
        ("Minute", "Action", "Who", "When"),
        ("7 The Pond", "Dig the pond", "Eve Elm", "4 October 2026"),
        ("8 The Bandstand", "Tell the band", "", ""),
    )


def test_one_minute_alone_shows_its_actions() -> None:
    house = house_with('[decisions]\naction = "ACTION: {text}."\n[actions]\nplacement = "table"')
    taking = minuting("full_council", ACTED[0])
    minute = compose_entry(taking.record, house, taking.record.entry_key)
    assert [part.text for part in minute.parts if part.kind == "action"] == ["ACTION: dig the pond."]


def test_actions_in_lists_only_are_not_in_the_minutes() -> None:
    house = house_with('[decisions]\naction = "ACTION: {text}."\n[actions]\nplacement = "list"')
    assert not [block for block in printed(house, *ACTED) if "dig the pond" in block.lower()]


def test_no_table_where_there_are_no_actions() -> None:
    assert "Actions" not in "\n".join(printed(house_with('[actions]\nplacement = "table"')))


def test_a_restricted_action_is_in_no_public_table() -> None:
    taking = minuting("full_council", *ACTED, "# 6", "/exclude 3 for 6", "! @elm sack the zebra", "/readmit")
    house = house_with('[actions]\nplacement = "table"')
    assert "zebra" in text_of(compose(taking.record, house))
    public = text_of(compose(public_record(taking.record), house))
    assert "zebra" not in public and "Tell the band" in public


def test_a_table_with_a_restricted_action_is_marked_where_it_is_pasted_by_itself() -> None:
    taking = minuting("full_council", *ACTED, "# 6", "/exclude 3 for 6", "! @elm sack the zebra", "/readmit")
    house = house_with('[actions]\nplacement = "table"')
    for record, mark in ((taking.record, house.frame.restricted), (public_record(taking.record), "")):
        table = compose(record, house).body[-1]
        assert table.kind == "minute"
        assert mark_of(Source(record, house), table) == mark


# --- numbers


def agenda(header: str) -> Agenda:
    return read_agenda(f"---\ncommittee: A\n{header}\n---\n1. One\n")


NUMBERS = [
    # what the house says, what the agenda says, the number the book goes on with, the numbering, the first number
    ("", "date: 4 June 2026", "", "continuing", ""),
    ("", "date: 4 June 2026", "31", "continuing", "31"),
    ('numbering = "restarting"', "date: 4 June 2026", "31", "restarting", ""),
    ('numbering = "restarting"', "date: 4 June 2026\nnumbering: continuing", "31", "continuing", "31"),
    ('numbering = "agenda"', "date: 4 June 2026", "", "agenda", ""),
    ('numbering = "none"', "date: 4 June 2026", "", "none", ""),
    ('first = "1"', "date: 4 June 2026", "", "continuing", "1"),
    ('first = "1"', "date: 4 June 2026", "31", "continuing", "31"),
    ('first = "1"', "date: 4 May 2026\nkind: annual", "31", "continuing", "1"),
    ('first = "1/{year}"', "date: 4 June 2026", "", "continuing", "1/26"),
    ('first = "1/{year}"', "date: 4 June 2026", "31/25", "continuing", "1/26"),
    ('first = "1/{year}"', "date: 4 April 2026", "31/25", "continuing", "31/25"),
    ('first = "1/{year}"', "date: 4 May 2026", "31/25", "continuing", "31/25"),
    ('first = "1/{year}"', "date: 14 May 2026\nkind: annual", "31/25", "continuing", "1/26"),
    ('first = "1/{year}"', "date: 28 May 2026", "9/26", "continuing", "9/26"),
    ('first = "1/{year}"', "date: 4 June 2026", "PL 31", "continuing", "PL 31"),
    ('first = "1/{year}"', "date: some day", "31/25", "continuing", "31/25"),
    ('first = "1/{year}"', "date: 4 June 2026\nnext minute number: 5/26", "31/25", "continuing", "5/26"),
    ('first = "FGB 1/{full_year}"\nyear_begins = 9', "date: 4 June 2026", "", "continuing", "FGB 1/2025"),
    ('first = "{year}-{next_year}/FRA/01"', "date: 4 June 2026", "25-26/FRA/40", "continuing", "26-27/FRA/01"),
    ('numbering = "restarting"\nfirst = "01"', "date: 4 June 2026", "", "restarting", "01"),
]


@pytest.mark.parametrize(("says", "header", "known", "numbering", "first"), NUMBERS)
def test_where_numbers_begin(says: str, header: str, known: str, numbering: str, first: str) -> None:
    found = numbered(agenda(header), house_with(f"[numbers]\n{says}"), known)
    assert (found.numbering, found.next_number) == (Numbering(numbering), first)
