"""What is said at once of what was just recorded."""

from __future__ import annotations

import pytest

from boardtui.rules.remarks import remarks
from support.awkward import BODIES
from support.meetings import called, lines_in

MOVED = "/move @quint @garrod: the square be paved"
AGENDA = BODIES["council"] + "6. Budget\n   Recorded vote: yes\n"


def said(*lines: str) -> list[str]:
    """What is said of the last of these, in the council's second item; `!` before what is amiss."""
    taking = called(AGENDA)
    record = lines_in(taking, ("/present all", "/start 19:00", "# 2", *lines))
    return [f"{'! ' if one.amiss else ''}{one.sentence}" for one in remarks(record)]


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (("The square was seen.",), []),
        ((MOVED,), []),
        ((MOVED, "/vote 5 2"), ["Carried: 5 for, 2 against."]),
        ((MOVED, "/vote 2 5"), ["Lost: 2 for, 5 against."]),
        ((MOVED, "/vote 5"), ["! How many voted against is not stated."]),
        ((MOVED, "/vote 5 4"), ["Carried: 5 for, 4 against.", "! 9 votes were counted, and 7 members were here."]),
        ((MOVED, "/vote 4 3 needing two thirds"), ["Lost: 4 for, 5 needed (two thirds)."]),
        ((MOVED, "/vote 5 2 needing 5"), ["Carried: 5 for, 5 needed (5)."]),
        ((MOVED, "/vote 3 3 1"), ["Equal votes. Councillor Jane Ferrers has a casting vote."]),
        ((MOVED, "/vote 3 3 1", "/casting for"), ["Carried: 3 for, 3 against, and a casting vote for."]),
        ((MOVED, "/vote 4 3", "/casting for"),
         ["Carried: 4 for, 3 against, and a casting vote for.", "! A casting vote was given, but the votes were not equal."]),
        ((MOVED, "/vote 4 3 needing two thirds", "/carried"),
         ["! The chair's word and the figures of the vote differ: 4 for, 5 needed."]),
        ((MOVED, "/roll all for; against @saleh"), ["Carried: 6 for, 1 against."]),
        (("/arrears @saleh", MOVED, "/roll all for"),
         ["Carried: 7 for, 0 against.", "! 7 votes were counted, and 6 of the 7 members here might vote.",
          "! Councillor Omar Saleh may not vote: council tax arrears (Local Government Finance Act 1992, s.106)."]),
        ((MOVED, "/roll Labour for"),
         ["Carried: 3 for, 0 against.",
          "! No vote is recorded of Councillor Hugh Tallis, Councillor Iris Bowyer, Councillor Omar Saleh and Councillor Beth "
          "Yarrow."]),
        ((MOVED, "/vote 7 0", "/myvote @saleh against"),
         ["! 1 member's own vote against is recorded, and 0 votes against were counted."]),
        (("/second @saleh",), ["! There was no motion to second."]),
        (("/vote Quint 4; Saleh 3",), []),
        ((MOVED, "/move @saleh @yarrow: it be cobbled", "/vote Quint 5; Saleh 2"), ["Quint was carried: Quint 5, Saleh 2."]),
        (("# 6",), ["Every vote on this item must be recorded by name: F11 takes it."]),
        (("# 6", MOVED, "/vote 5 2"), ["Carried: 5 for, 2 against.", "! The vote had to be recorded by name."]),
        (("# 6", MOVED, "/carried"), ["! The motion had to be decided by a recorded vote."]),
        (("# 6", MOVED, "/roll all for"), ["Carried: 7 for, 0 against."]),
    ],
)  # fmt: skip
def test_what_is_said(lines: tuple[str, ...], sentences: list[str]) -> None:
    assert said(*lines) == sentences


def test_a_vote_taken_earlier_is_held_against_those_who_were_here_then() -> None:
    left = "/leave @saleh @yarrow 19:30"
    assert said(left, "[19:40] Tea was served.", MOVED, "[19:20] /vote 6 1") == ["Carried: 6 for, 1 against."]
    assert said(left, "[19:40] Tea was served.", MOVED, "/vote 6 1")[1:] == [
        "! 7 votes were counted, and 5 members were here."
    ]


def test_before_anything_is_recorded_nothing_is_said() -> None:
    assert remarks(called(AGENDA).record) == ()
