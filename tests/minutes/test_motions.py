"""Motions, amendments and votes, in each house."""

from __future__ import annotations

import pytest

from support.minutes import said

B, P, C = "partnership_board", "parish_council", "full_council"
MOVED = "/move @birch @cedar: that the pond be dug."


def words(house: str) -> tuple[str, str]:
    """Where a motion was moved, and where it was resolved."""
    moved = {
        B: "It was moved by Councillor Birch, seconded by Councillor Cedar, that the pond be dug.",
        P: "It was proposed by Cllr Birch, seconded by Cllr Cedar, that the pond be dug.",
        C: "Moved by Councillor Birch, seconded by Councillor Cedar: That the pond be dug.",
    }
    resolved = "It was RESOLVED" if house == P else "RESOLVED"
    return moved[house], f"{resolved} that the pond be dug."


JOINED = "It was proposed by Cllr Birch, seconded by Cllr Cedar and RESOLVED{} that the pond be dug."


@pytest.mark.parametrize(
    ("line", "manner", "sentence"),
    [
        (
            "/vote 3 1 1",
            " (3 for, 1 against, 1 abstention)",
            "{} the motion was CARRIED (3 for, 1 against, 1 abstention).",
        ),
        (
            "/vote 3 1 0",
            " (3 for, 1 against, 0 abstentions)",
            "{} the motion was CARRIED (3 for, 1 against, 0 abstentions).",
        ),
        ("/vote 3 0", " (3 for, 0 against)", "{} the motion was CARRIED (3 for, 0 against)."),
        ("/carried", "", "{} the motion was CARRIED."),
        ("/unanimous", " unanimously", "{} the motion was CARRIED unanimously."),
    ],
)
def test_a_motion_that_was_simply_carried(line: str, manner: str, sentence: str) -> None:
    for house in (B, C):
        moved, resolved = words(house)
        assert said(house, MOVED, line) == [moved, sentence.format("On being put to the vote"), resolved]
    assert said(P, MOVED, line) == [JOINED.format(manner)]


@pytest.mark.parametrize(
    ("method", "opening"), [("by ballot", "On a ballot"), ("by show of hands", "On a show of hands")]
)
def test_the_method_of_a_vote(method: str, opening: str) -> None:
    line = f"/vote 3 1 {method}"
    figures = "3 for, 1 against"
    assert said(B, MOVED, line)[1] == f"On being put to the vote the motion was CARRIED ({figures}, {method})."
    assert said(P, MOVED, line) == [JOINED.format(f" ({figures}, {method})")]
    assert said(C, MOVED, line)[1] == f"{opening} the motion was CARRIED ({figures})."


def test_a_motion_agreed_without_a_vote() -> None:
    assert said(B, MOVED, "/agreed") == list(words(B))
    assert said(P, MOVED, "/agreed") == [JOINED.format("")]
    moved, resolved = words(C)
    assert said(C, MOVED, "/agreed") == [moved, "The motion was AGREED without a vote.", resolved]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/vote 1 3", "{Put} was LOST (1 for, 3 against)."),
        ("/lost", "{Put} was LOST."),
        ("/vote 3 2 needing two thirds", "{Put}, needing two thirds of the votes cast, was LOST (3 for, 2 against)."),
        ("/vote 3 2 needing 4", "{Put}, needing 4 votes, was LOST (3 for, 2 against)."),
        ("/notput", "The motion was not put."),
        ("/deferred", "The motion was deferred."),
        ("/lapsed", "The motion lapsed."),
    ],
)
def test_a_motion_that_came_to_nothing(line: str, sentence: str) -> None:
    for house in (B, P, C):
        put = "The motion" if house == P else "On being put to the vote the motion"
        assert said(house, MOVED, line) == [words(house)[0], sentence.format(Put=put)]


def test_a_motion_that_needed_more_is_told_with_what_it_needed() -> None:
    moved, resolved = words(P)
    assert said(P, MOVED, "/vote 4 1 needing two thirds") == [
        moved,
        "The motion, needing two thirds of the votes cast, was CARRIED (4 for, 1 against).",
        resolved,
    ]


def test_a_motion_withdrawn() -> None:
    assert said(B, MOVED, "/withdraw motion")[1:] == ["The motion was withdrawn."]
    assert said(P, MOVED, "/withdraw motion")[1:] == ["The motion was withdrawn."]
    assert said(C, MOVED, "/withdraw motion")[1:] == ["With the consent of the Council the motion was withdrawn."]


def test_a_motion_without_a_seconder() -> None:
    assert said(B, "/move @birch: dig", "/lapsed") == [
        "It was moved by Councillor Birch that dig.",
        "The motion lapsed for want of a seconder.",
    ]
    assert said(C, "/move @birch for Blue Group: dig") == [
        "Moved by Councillor Birch on behalf of the Blue Group: That dig."
    ]
    assert said(P, "/move: dig") == ["It was proposed that dig."]


def test_a_seconder_named_later_stands_where_it_was_moved() -> None:
    assert said(C, "/move @birch: dig", "/second @elm") == ["Moved by Councillor Birch, seconded by Eve Elm: That dig."]


def test_one_amendment_carried_and_the_motion_written_out_anew() -> None:
    lines = (MOVED, "/amend @elm @cedar: it be wide", "/vote 3 1", "/alter the pond be dug wide", "/vote 4 0")
    assert said(P, *lines) == [
        words(P)[0],
        "An amendment was proposed by Eve Elm, seconded by Cllr Cedar, that it be wide.",
        "The amendment was CARRIED (3 for, 1 against).",
        "The substantive motion was: That the pond be dug wide.",
        "The substantive motion was CARRIED (4 for, 0 against).",
        "It was RESOLVED that the pond be dug wide.",
    ]


@pytest.mark.parametrize(
    ("house", "sentence"),
    [
        (B, "An amendment was moved by Eve Elm, seconded by Councillor Cedar, to replace “dug” with “filled”."),
        (P, "An amendment was proposed by Eve Elm, seconded by Cllr Cedar, to replace “dug” with “filled”."),
        (C, "Amendment moved by Eve Elm, seconded by Councillor Cedar, to replace “dug” with “filled”."),
    ],
)
@pytest.mark.parametrize("words", ["replace “dug” with “filled”", "To replace “dug” with “filled”."])
def test_an_amendment_that_tells_what_to_do(house: str, sentence: str, words: str) -> None:
    assert said(house, MOVED, f"/amend @elm @cedar: {words}")[1] == sentence


def test_several_amendments_are_counted() -> None:
    lines = (
        MOVED, "/amend @elm: it be wide", "/lapsed", "/amend @alder for Red Group: it be deep", "/agreed", "/put motion",
        "/carried",
    )  # fmt: skip
    assert said(B, *lines) == [
        words(B)[0],
        "A first amendment was moved by Eve Elm, that it be wide.",
        "The first amendment lapsed for want of a seconder.",
        "A second amendment was moved by Councillor Alder on behalf of the Red Group, that it be deep.",
        "The second amendment was AGREED.",
        "On being put to the vote the substantive motion was CARRIED.",
        "RESOLVED that the pond be dug, as amended.",
    ]


def test_a_motion_altered_by_leave() -> None:
    lines = (MOVED, "/alter the pond be filled", "/carried")
    for house in (B, P, C):
        assert "The motion was altered, with consent, to read: That the pond be filled." in said(house, *lines)
        assert said(house, *lines)[0] == words(house)[0]


def test_a_tie_and_a_casting_vote() -> None:
    lines = (MOVED, "/vote 2 2", "/casting against", "/myvote @elm for")
    for house in (B, P, C):
        councillor = "Cllr" if house == P else "Councillor"
        equal = "The votes" if house == P else "On being put to the vote the votes"
        assert said(house, *lines) == [
            words(house)[0],
            f"{equal} on the motion were equal (2 for, 2 against).",
            f"{councillor} Alder, presiding, gave a casting vote against the motion, which was LOST.",
            "Eve Elm asked that a vote for the motion be recorded.",
        ]


def test_a_casting_vote_that_carries_is_followed_by_the_resolution() -> None:
    assert said(C, MOVED, "/vote 2 2", "/casting for")[-1] == words(C)[1]


def test_a_recorded_vote() -> None:
    lines = (MOVED, "/roll all for; against @dogwood @elm; none @cedar")
    for house in (B, P, C):
        councillors = "Cllrs" if house == P else "Councillors"
        councillor = "Cllr" if house == P else "Councillor"
        assert said(house, *lines) == [
            words(house)[0],
            "On a recorded vote the votes on the motion were equal (2 for, 2 against):\n"
            f"For (2): {councillors} Alder and Birch\n"
            "Against (2): Dr Dogwood and Eve Elm\n"
            f"Not voting (1): {councillor} Cedar",
        ]


def test_a_recorded_vote_says_nought_but_not_of_abstentions() -> None:
    assert said(B, MOVED, "/roll all for")[1].startswith(
        "On a recorded vote the motion was CARRIED (5 for, 0 against):\nFor (5)"
    )
    assert "(4 for, 0 against, 1 abstention)" in said(B, MOVED, "/roll all for; abstained @elm")[1]


def test_a_recorded_vote_on_a_plain_decision() -> None:
    printed = said(P, "= x be done", "/roll all for; against @elm")
    assert printed == [
        "It was RESOLVED (4 for, 1 against, by recorded vote) that x be done.",
        "For (4): Cllr Alder, Cllr Birch, Cllr Cedar and Dr Dogwood\nAgainst (1): Eve Elm",
    ]


def test_a_recount_stands_where_the_count_stood() -> None:
    lines = (MOVED, "/vote 3 2", "~ count again", "/recount 2 3")
    figures = "(2 for, 3 against{})"
    assert said(B, *lines)[1:] == [f"On being put to the vote the motion was LOST {figures.format(', on a recount')}."]
    assert said(P, *lines)[1:] == [f"The motion was LOST {figures.format(', on a recount')}."]
    assert said(C, *lines)[1:] == [f"On a recount the motion was LOST {figures.format('')}."]


def test_figures_that_wait_for_a_word_join_its_sentence() -> None:
    assert said(C, MOVED, "/vote 3") == [words(C)[0], "On being put to the vote the votes cast were: 3 for."]
    assert said(C, MOVED, "/vote 3", "/carried")[1] == "On being put to the vote the motion was CARRIED (3 for)."


def test_named_options_and_lots() -> None:
    lines = ("/vote Fir 2; Elm 2 by ballot", "/lots @elm")
    fell = "Lots were drawn, and the lot fell upon Eve Elm."
    assert said(B, *lines) == ["On being put to the vote the votes cast were: Fir 2, Elm 2, by ballot.", fell]
    assert said(P, *lines) == ["The votes cast were: Fir 2, Elm 2, by ballot.", fell]
    assert said(C, *lines) == ["On a ballot the votes cast were: Fir 2, Elm 2.", fell]


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("for", "Eve Elm asked that a vote for the motion be recorded."),
        ("against", "Eve Elm asked that a vote against the motion be recorded."),
        ("abstained", "Eve Elm asked that an abstention on the motion be recorded."),
        ("none", "Eve Elm asked that it be recorded that no vote had been cast on the motion."),
    ],
)
def test_a_members_own_vote(way: str, sentence: str) -> None:
    for house in (B, P, C):
        assert said(house, MOVED, "/vote 3 2", f"/myvote @elm {way}")[-1] == sentence


def test_an_own_vote_is_about_the_last_vote() -> None:
    printed = said(B, MOVED, "/vote 3 2", "= x be done", "/vote 3 2", "/myvote @elm against")
    assert printed[-1] == "Eve Elm asked that a vote against the proposal be recorded."


def test_an_interest_in_an_amendment() -> None:
    lines = (
        MOVED,
        "/amend @elm @cedar: it be wide",
        "/amend @alder @birch: it be deep",
        "/declare @cedar motion 2 personal",
    )
    assert said(B, *lines)[-1] == "Councillor Cedar declared a personal interest in the second amendment."
