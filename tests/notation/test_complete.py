"""What is offered while a line is typed, and the ghost after it."""

from __future__ import annotations

import time

import pytest

from boardtui.model.acts import business, meeting, room, text
from boardtui.model.agenda import Agenda, Item
from boardtui.model.people import Person
from boardtui.model.prose import Prose
from boardtui.model.replay import Replay
from boardtui.model.times import CalendarDay
from boardtui.notation.complete import complete
from boardtui.notation.context import Context
from boardtui.notation.ghost import ghost
from boardtui.notation.parse import parse
from support.meetings import called, lines_in
from support.notation import context_of, filed, in_item_three, record_of

CONTEXT = context_of(in_item_three())


def inserts(line: str, context: Context = CONTEXT) -> list[str]:
    return [offer.insert for offer in complete(line, len(line), context).items]


def after(line: str, context: Context = CONTEXT) -> str:
    """The line after taking the first offer."""
    found = complete(line, len(line), context)
    return line[: found.start] + found.items[0].insert + line[found.end :]


# Commands


def test_a_slash_offers_every_command_the_frequent_ones_first() -> None:
    offered = inserts("/")
    assert offered[:3] == ["/present ", "/officer ", "/guest "]
    assert "/prepared" in offered and "/override " in offered
    assert complete("/", 1, CONTEXT).items[0].help == "members who are here"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/vo", "/vote "),
        ("/VOTE", "/vote "),
        ("/p", "/present "),
        ("/private ses", "/exclude "),
        ("/named", "/roll "),
        ("/recorded", "/roll "),
        ("/co-opt", "/coopt "),
        ("/record my", "/myvote "),
        ("/resolved", "= "),
        ("/jot", "~ "),
        ("/nmtg", "/nextmeeting "),
        ("/typo", "s/"),
        ("[14:32] /clo", "/close "),
    ],
)
def test_commands_are_found_by_name_by_what_clerks_say_and_by_their_letters(typed: str, first: str) -> None:
    assert inserts(typed)[0] == first


@pytest.mark.parametrize("line", ["either/or", "text /vo", "/note the report", "/zzzz", "", "/vote 7 2", "1/2"])
def test_no_command_is_offered_in_text(line: str) -> None:
    assert not complete(line, len(line), CONTEXT)


def test_only_what_stands_before_the_caret_counts() -> None:
    found = complete("/vo 7 2", 3, CONTEXT)
    assert (found.start, found.end, found.items[0].insert) == (0, 3, "/vote ")


# People


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("The Chair, @hu", "The Chair, @hughes"),
        ("by @@hu", "by @@hughes"),
        ("/present @pat", "/present @patel "),
        ("? @hu", "? @hughes "),
        ("@rl", "@lindqvist-øre"),
        ("@amina", "@hughes"),
        ("@uhsw", "@lindqvist-øre"),
        ("@rescue", "@delamare"),
        ("@collins.j", None),
        ("@obr", "@o’brien"),
        ('@"Andrea', '@"@green"'),
    ],
)
def test_people_are_found_in_every_way_they_are_called(typed: str, line: str | None) -> None:
    if line is None:
        assert not complete(typed, len(typed), CONTEXT)
    else:
        assert after(typed) == line


def test_two_of_one_name_are_told_apart_and_those_who_are_here_come_first() -> None:
    offers = complete("@col", 4, CONTEXT).items
    assert [(offer.insert, offer.label) for offer in offers] == [
        ("@collins.m", "Cllr Mary Collins"),
        ("@collins.j", "Cllr John Collins"),
    ]
    assert offers[0].help == "Labour · here"


def test_beside_a_name_stands_whom_they_speak_for_and_whether_they_are_here() -> None:
    offers = {offer.label: offer.help for offer in complete("@", 1, CONTEXT).items}
    assert offers["Councillor Amina Hughes"] == "Labour · here"
    assert offers["Councillor J Okafor"] == "Green Group · apologies"
    assert offers["Ann Mann"] == "Harbour Trust"
    assert list(offers)[:2] == ["Councillor Amina Hughes", "Councillor Patel"]


def test_somebody_who_went_out_is_said_to_have_left() -> None:
    record = record_of(meeting.Start(), room.Present(who=("hughes",)), room.Leave(who=("hughes",)))
    assert complete("@hug", 4, context_of(record)).items[0].help == "Labour · left"


@pytest.mark.parametrize("line", ["a@b.c", "write to clerk@hu", r"\@hu", "@nobody", "@hughes said", "@ "])
def test_nobody_is_offered_where_nobody_is_meant(line: str) -> None:
    assert not complete(line, len(line), CONTEXT)


def test_every_person_offered_reads_back_as_that_person() -> None:
    for offer in complete("@", 1, CONTEXT).items:
        act = parse(f"{offer.insert} spoke", CONTEXT).act
        assert isinstance(act, text.Paragraph)
        assert CONTEXT.record.people[act.text.people[0]].name == offer.label


# Items and phrases


@pytest.mark.parametrize(
    ("typed", "line"),
    [("# ro", "# 3"), ("# 50", "# 50/19.1"), ("# school", "# 4"), ("# 3 par", "# 3 5"), ("# gov", '# "FGB 38/2021"')],
)
def test_items_are_found_by_number_and_title(typed: str, line: str) -> None:
    assert after(typed) == line


def test_the_items_still_to_come_are_offered_first() -> None:
    labels = [offer.label for offer in complete("# ", 2, CONTEXT).items]
    assert labels[0] == "1 Apologies"
    assert "3 Roof repairs" not in labels
    assert not complete("#", 1, CONTEXT)
    assert complete("# roo", 5, CONTEXT).items[0].help == "open"


def test_phrases_are_offered_after_a_semicolon_with_their_words() -> None:
    found = complete("- ;c", 4, CONTEXT)
    assert (found.start, found.end) == (2, 4)
    assert found.items[0].label == ";cr"
    assert after("- ;c") == r"- The Board; \@hughes considered a report of @hughes."
    assert len(complete(";", 1, CONTEXT).items) == 2
    assert not complete("a; b;c", 6, CONTEXT)
    assert not complete(";c", 2, Context(CONTEXT.record))


def test_a_phrase_that_lacks_a_value_is_offered_by_its_name() -> None:
    context = context_of(in_item_three(), phrases={"thanks": "The {body} thanked {author}."}, live={"body": "Board"})
    assert [one.insert for one in complete(";t", 2, context).items] == [";thanks"]


def test_offers_come_within_a_keypress_with_two_hundred_people_and_items() -> None:
    people = tuple(Person(key=f"p{n}", name=f"Cllr {chr(65 + n % 26)} Smith{chr(97 + n // 26)}", organisation="County Hall")
                   for n in range(200))  # fmt: skip
    agenda = Agenda(
        committee="x",
        date=CalendarDay.read("4 May 2020"),
        body=tuple(Item(number=str(n), title=f"Item {n}") for n in range(1, 201)),
    )
    replay = Replay([filed(1, meeting.Summons(agenda=agenda, people=people))])
    context = Context(replay.record)
    for line in ("@s", "The @smi", "# it", "/v"):
        complete(line, len(line), context)
        fastest = min(_seconds(line, context) for _ in range(20))
        assert fastest < 0.01, line


def _seconds(line: str, context: Context) -> float:
    start = time.perf_counter()
    complete(line, len(line), context)
    return time.perf_counter() - start


# The ghost


def test_after_a_vote_only_what_is_still_missing_is_suggested() -> None:
    moved = (meeting.Start(), text.OpenItem(items=("4",)), business.Move(words=Prose.of("x")))

    def suggested(line: str) -> str:
        return ghost("", context_of(record_of(*moved, parse(line, CONTEXT).act)))

    assert suggested("/vote 7 2 1") == ""
    assert suggested("/vote 2 7") == ""
    assert suggested("/vote 7") == "/carried"
    assert suggested("/vote 4 4") == "/casting "
    assert suggested("- text") == ""
    assert ghost("", CONTEXT) == ""


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("= ", "the report be noted"),
        ("= the rep", "ort be noted"),
        ("= a report", ""),
        ("/minutes 10 July 2017", " signed"),
        ("/minutes 10 July 2017 ", "signed"),
        ("/start ", "14:00"),
        ("/carr", "ied"),
        ("/ex", ""),
        ("/elect ", "@a office for term"),
        ("/vote ", ""),
        ("Some text", ""),
    ],
)
def test_the_rest_of_the_sentence(line: str, rest: str) -> None:
    assert ghost(line, CONTEXT) == rest


def test_facts_of_the_open_item_are_suggested() -> None:
    minutes = context_of(record_of(meeting.Start(), text.OpenItem(items=("2",))))
    assert ghost("/minutes ", minutes) == "10 July 2017"
    private = context_of(record_of(meeting.Start(), text.OpenItem(items=("12",))))
    assert ghost("/exclude ", private) == "3"


@pytest.mark.parametrize("typed", ["/vote ", "/vote 7 2", "/carried", "/unanimous", "/lost", "/agreed"])
def test_where_a_vote_must_be_by_name_that_is_offered_while_another_is_typed(typed: str) -> None:
    agenda = (
        "---\ncommittee: Board\ndate: 4 May 2027\nmember: Ada Brook\n---\n1. Budget\n   Recorded vote: yes\n2. Paths\n"
    )
    taking = called(agenda)
    record = lines_in(taking, ("/present all", "/start 14:00", "# 1"))
    offers = complete(typed, len(typed), context_of(record))
    assert (offers.start, offers.items[-1].insert) == (0, "/roll")
    assert "by name" in offers.items[-1].help
    elsewhere = complete(typed, len(typed), context_of(lines_in(taking, ("# 2",))))
    assert "/roll" not in [one.insert for one in elsewhere.items]
