"""Votes as each house prints them: greater majorities, recounts by name, rival proposals, lots."""

from __future__ import annotations

import pytest

from support.minutes import said

B, P, C = "partnership_board", "parish_council", "full_council"
DUG, FILLED = "/move @birch @cedar: that the pond be dug.", "/move @elm @alder: the pond be filled"
PUT = {B: "On being put to the vote ", P: "", C: "On being put to the vote "}
MOVED = {
    B: ("It was moved by Councillor Birch, seconded by Councillor Cedar, that the pond be dug.",
        "It was moved by Eve Elm, seconded by Councillor Alder, that the pond be filled."),
    P: ("It was proposed by Cllr Birch, seconded by Cllr Cedar, that the pond be dug.",
        "It was proposed by Eve Elm, seconded by Cllr Alder, that the pond be filled."),
    C: ("Moved by Councillor Birch, seconded by Councillor Cedar: That the pond be dug.",
        "Moved by Eve Elm, seconded by Councillor Alder: That the pond be filled."),
}  # fmt: skip
RESOLVED = {B: "RESOLVED", P: "It was RESOLVED", C: "RESOLVED"}
CLLR = {B: "Councillor", P: "Cllr", C: "Councillor"}
HOUSES = pytest.mark.parametrize("house", [B, P, C])


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


@HOUSES
@pytest.mark.parametrize(
    ("needing", "printed"),
    [
        ("two thirds", "two thirds of the votes cast"), ("5", "5 votes"), ("unanimity", "unanimity"),
        ("two thirds of those present", "two thirds of those present"),
        ("a majority of all the members", "a majority of all the members"),
    ],
)  # fmt: skip
def test_what_a_vote_needed(house: str, needing: str, printed: str) -> None:
    result = capital(f"{PUT[house]}the motion, needing {printed}, was CARRIED (5 for, 0 against).")
    resolved = f"{RESOLVED[house]} that the pond be dug."
    assert said(house, DUG, f"/vote 5 0 needing {needing}") == [MOVED[house][0], result, resolved]


@HOUSES
def test_a_recount_by_name(house: str) -> None:
    names = f"For (1): {CLLR[house]} Alder\nAgainst (4): "
    for first in ("/vote 3 2", "/roll all for"):
        moved, counted = said(house, DUG, first, "/recount all against; for @alder")
        assert moved == MOVED[house][0]
        assert counted.startswith(f"On a recount by recorded vote the motion was LOST (1 for, 4 against):\n{names}")


@HOUSES
def test_a_recount_by_name_of_a_plain_decision(house: str) -> None:
    (printed,) = said(house, "= the pond be dug", "/vote 3 2", "/recount all against; for @alder")
    assert printed.startswith(
        "The proposal that the pond be dug was LOST (1 for, 4 against, on a recount by recorded vote).\n"
        f"For (1): {CLLR[house]} Alder\nAgainst (4): "
    )


@HOUSES
def test_a_recount_that_is_equal_waits_for_a_casting_vote_anew(house: str) -> None:
    lines = (DUG, "/vote 2 2 1", "/casting against", "/recount 2 2 1", "/casting for")
    figures = "2 for, 2 against, 1 abstention"
    equal = {
        B: f"On being put to the vote the votes on the motion were equal ({figures}, on a recount).",
        P: f"The votes on the motion were equal ({figures}, on a recount).",
        C: f"On a recount the votes on the motion were equal ({figures}).",
    }
    assert said(house, *lines) == [
        MOVED[house][0],
        equal[house],
        f"{CLLR[house]} Alder, presiding, gave a casting vote for the motion, which was CARRIED.",
        f"{RESOLVED[house]} that the pond be dug.",
    ]


@HOUSES
def test_two_rival_proposals(house: str) -> None:
    assert said(house, DUG, FILLED, "/vote Birch 2; Elm 3") == [
        *MOVED[house],
        capital(f"{PUT[house]}the votes cast were: Birch 2, Elm 3."),
        f"{RESOLVED[house]} that the pond be filled.",
    ]


@HOUSES
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/casting dug", "A casting vote was given by {} Alder, presiding, for dug."),
        ("/lots dug", "Lots were drawn, and the lot fell upon dug."),
    ],
)
def test_two_rival_proposals_with_equal_votes(house: str, line: str, sentence: str) -> None:
    printed = said(house, DUG, FILLED, "/vote dug 2; filled 2", line)
    assert printed == [
        *MOVED[house],
        capital(f"{PUT[house]}the votes cast were: dug 2, filled 2."),
        sentence.format(CLLR[house]),
        f"{RESOLVED[house]} that the pond be dug.",
    ]


@HOUSES
def test_two_rival_proposals_by_name(house: str) -> None:
    printed = said(house, DUG, FILLED, '/roll "Birch" @alder @birch; "Elm" @cedar @elm; abstained @dogwood')
    assert printed[2:] == [
        "On a recorded vote the votes cast were: Birch 2, Elm 2.\n"
        f"Birch (2): {CLLR[house]}s Alder and Birch\n"
        f"Elm (2): {CLLR[house]} Cedar and Eve Elm\n"
        "Abstained (1): Dr Dogwood"
    ]


@HOUSES
def test_amendments_are_voted_on_one_after_the_other(house: str) -> None:
    lines = (DUG, "/amend @elm @cedar: it be wide", "/amend @alder @dogwood: it be deep", "/vote 2 3", "/vote 3 2")
    assert said(house, *lines, "/alter the pond be dug wide", "/vote 5 0")[3:] == [
        capital(f"{PUT[house]}the second amendment was LOST (2 for, 3 against)."),
        capital(f"{PUT[house]}the first amendment was CARRIED (3 for, 2 against)."),
        "The substantive motion was: That the pond be dug wide.",
        capital(f"{PUT[house]}the substantive motion was CARRIED (5 for, 0 against)."),
        f"{RESOLVED[house]} that the pond be dug wide.",
    ]
