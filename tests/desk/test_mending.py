"""Every kind of gap is mended by the line that the desk offers for it."""

from __future__ import annotations

import pytest

from boardtui.desk.mending import NOTHING_TYPED, mending, overriding
from boardtui.rules.gap import Gap, Lack
from boardtui.rules.gaps import gaps
from boardtui.rules.mending import Way, mend
from support.meetings import Taking, called

AGENDA = """---
committee: Nether Poole Parish Council
house: parish_council
date: 1 June 2027
time: 7.30 pm
next minute number: 13/27
quorum: 3
member: Cllr Ada Brook | Chairman
member: Cllr Tom Dale | Vice-Chairman
member: Cllr Grace Hill
member: Cllr Ned Lunn
---
1. Minutes of the Previous Meeting
2. Declarations of Interest
3. Benches
   Recommendation: note the report
   Draft: The bench had been seen to.
4. Parking
5. Staff
   Exempt: 1
6. Closing
7. Budget
   Recorded vote: yes
8. Trees
   Motion: no tree be felled
"""
BEGUN = ("/present all", "/start 19:30")
PARKING = (*BEGUN, "# 4")
LEFT = "# 6"
MOVED = "/move @dale @hill: the verge be cut"


class Case:
    """lack: the kind of gap; lines: what leads to it, the meeting begun; typed: what the desk offers, `|` for the caret;

    said: what the clerk types there, `<` for a letter taken back first; without: the line of the front sheet that is wanting;

    law: on private business, the house style's if not given.
    """

    def __init__(
        self, lack: Lack, lines: tuple[str, ...], typed: str, said: str, *, without: str = "?", law: str = ""
    ) -> None:
        self.lack, self.lines, self.typed, self.said, self.without = lack, lines, typed, said, without
        self.law = law

    def meeting(self) -> Taking:
        agenda = AGENDA.replace("---\n1.", f"law: {self.law}\n---\n1.") if self.law else AGENDA
        taking = called("".join(f"{line}\n" for line in agenda.splitlines() if not line.startswith(self.without)))
        for line in self.lines:
            taking.line(line)
        return taking


CASES = (
    Case(Lack.START, ("/present all",), "/start |", "19:30"),
    Case(Lack.START_TIME, ("/present all", "/start"), "/edit #5 /start |", "19:30", without="time"),
    Case(Lack.CLOSE, (*BEGUN, "# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "# 7", "# 8"), "/close |", "21:00"),
    Case(Lack.CLOSE_TIME, (*BEGUN, "/close"), "/edit #6 /close |", "21:00"),
    Case(Lack.FIRST_NUMBER, PARKING, "/number |", "14/27", without="next minute"),
    Case(Lack.QUORUM, BEGUN, "/override #1:quorum |", "standing orders say three", without="quorum"),
    Case(Lack.REGISTER, ("/start 19:30",), "/present |", "all"),
    Case(Lack.SEAT, (*BEGUN, "/present Rob Allison"), "/sub @allison for |", "@hill"),
    Case(Lack.SUBSTITUTED, (*BEGUN, "/sub Gail Adams"), '/edit #6 /sub "Gail Adams" for |', "@hill"),
    Case(Lack.SILENT, ("/present @brook @dale", "/start 19:30"), "/absent @hill @lunn|", ""),
    Case(
        Lack.SILENT,
        ("/present @brook @dale @hill", "/start 19:30", "/adjourn to 8 June 2027 7.30 pm", "/resume 8 June 2027 19:30",
         "/present @brook @dale @hill"),
        "/insert #5 /absent @lunn|", "",
    ),
    Case(Lack.UNMARKED, ("/present @brook", "/start 19:30", "/leave @dale 20:00"), "/present @dale|", ""),
    Case(Lack.PRESENCE, (*BEGUN, "/return @dale 20:00"), "/undo 6|", ""),
    Case(Lack.MOVE_TIME, (*PARKING, "/leave @dale for item (work)"), "/edit #7 /leave @dale | for item (work)", "20:10"),
    Case(Lack.OFFICE, (*PARKING, "/elect @dale"), "/edit #7 /elect @dale |", "Treasurer"),
    Case(Lack.OFFICE, (*PARKING, "/elect @dale Clerk"), "/edit #7 /elect @dale | Clerk", "Vice-"),
    Case(Lack.FORECAST, (*BEGUN, "# 2", "/declare @dale @hill 4 dpi a shop"), "/override #7:forecast |", "one was dispensed"),
    Case(Lack.INTEREST_SCOPE, (*BEGUN, "# 2", "/declare @dale dpi a shop"), "/edit #7 /declare @dale | dpi a shop", "4"),
    Case(Lack.INTEREST_KIND, (*PARKING, "/declare @dale 4"), "/edit #7 /declare @dale 4 |", "dpi"),
    Case(Lack.URGENCY, (*BEGUN, "/urgent Flooding"), "/edit #6 /urgent Flooding; |", "it rises"),
    Case(Lack.EARLIER_DAY, (*BEGUN, "# 1", "/minutes approved"), "/edit #7 /minutes | approved", "4 May 2027"),
    Case(Lack.NOT_TAKEN, (*BEGUN, "/close 21:00"), "# 1|", ""),
    Case(Lack.EMPTY, (*BEGUN, "# 4", LEFT, "/close 21:00"), "/insert #6 |", "Cars were parked."),
    Case(Lack.EARLIER_MINUTES, (*BEGUN, "# 1"), "/minutes |", "4 May 2027 approved"),
    Case(Lack.EARLIER_MINUTES, (*BEGUN, "# 1", LEFT), "/insert #6 /minutes |", "4 May 2027 approved"),
    Case(Lack.SUMMARY, (*PARKING, "/restricted", "A tree.", LEFT), "/insert #8 /summary |", "A tree was spoken of."),
    Case(Lack.PREPARED, (*BEGUN, "# 3"), "/prepared|", ""),
    Case(Lack.PREPARED, (*BEGUN, "# 3", "= the report be noted", LEFT), "/insert #6 /prepared|", ""),
    Case(Lack.NAME, (*PARKING, "Thanks to @grubb."), "/replace #7 s/@grubb/|", "@lunn/"),
    Case(Lack.MARK, (*PARKING, "=the verge be cut"), "/edit #7 = the verge be cut|", ""),
    Case(Lack.OWNER, (*PARKING, "! cut the verge"), "/edit #7 ! @| cut the verge", "lunn"),
    Case(Lack.DAY, (*PARKING, "! @lunn mow it by 31 June"), "/edit #7 ! @lunn mow it by 31 June|", "<<<<<<<30 June"),
    Case(Lack.MOTION_WORDS, (*PARKING, "/move @dale @hill"), "/edit #7 /move @dale @hill: |", "the verge be cut"),
    Case(Lack.MOVER, (*PARKING, "/move : the verge be cut"), "/edit #7 /move @|: the verge be cut", "dale @hill"),
    Case(Lack.SECONDER, (*PARKING, "/move @dale: the verge be cut"), "/second |", "@hill"),
    Case(
        Lack.SECONDER,
        (*PARKING, "/move @dale: the verge be cut", "/vote 3 1", "# 6", "/move @lunn @hill: the hall be let"),
        "/insert #7 /second |", "@hill",
    ),
    Case(Lack.UNDECIDED, (*PARKING, MOVED, LEFT), "/insert #7 /vote |", "3 1"),
    Case(Lack.TIE, (*PARKING, MOVED, "/vote 2 2", LEFT), "/insert #8 /casting |", "for"),
    Case(Lack.UNANIMITY, (*PARKING, MOVED, "/vote 3 1", "/unanimous"), "/edit #9 /carried|", ""),
    Case(Lack.FIGURES, (*PARKING, MOVED, "/vote 9 1"), "/edit #8 /vote 9 1|", "<<<3 1"),
    Case(
        Lack.AMENDED_WORDS,
        (*PARKING, MOVED, "/amend @hill @lunn: add “now”", "/vote 4 0", "/vote 4 0", "# 6"),
        "/insert #10 = the verge be cut now|", "",
    ),
    Case(
        Lack.AMENDED_WORDS,
        (*PARKING, MOVED, "/amend @hill @lunn: it be done at once", "/vote 4 0", "/vote 4 0", "# 6"),
        "/insert #10 = |", "the verge be cut at once",
    ),
    Case(Lack.AFTER_LOSS, (*PARKING, MOVED, "/vote 1 3", LEFT), "/insert #8 /no decision|", ""),
    Case(Lack.RECOMMENDATIONS, (*BEGUN, "# 3", "/prepared", LEFT), "/insert #6 = |", "the report be noted"),
    Case(
        Lack.BREACH, ("/present @brook @dale", "/apologies @hill @lunn", "/start 19:30", "# 4", "/note the report", LEFT),
        "/override #8:breach |", "so it was",
    ),
    Case(Lack.PARAGRAPHS, (*BEGUN, "# 5", "/exclude for 5", LEFT), "/edit #7 /exclude | for 5", "1", law="england"),
    Case(Lack.BY_NAME, (*BEGUN, "# 7", MOVED, "/vote 3 1"), "/edit #8 /roll |", "all for; against @lunn"),
    Case(Lack.ROLL, (*BEGUN, "# 7", "= the precept be £9,000", LEFT), "/insert #7 /roll |", "all for"),
    Case(Lack.UNMOVED, (*BEGUN, "# 8", LEFT), "/insert #6 /move|", ""),
    Case(Lack.ODDITY, (*PARKING, "/second @hill"), "/undo 7|", ""),
)  # fmt: skip


def found(case: Case, taking: Taking) -> Gap | None:
    return next((gap for gap in gaps(taking.record) if gap.lack is case.lack), None)


def test_every_kind_of_gap_is_tried() -> None:
    assert {case.lack for case in CASES} == set(Lack)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.lack.name} {case.typed}")
def test_the_line_that_is_offered_mends_the_gap(case: Case) -> None:
    taking = case.meeting()
    gap = found(case, taking)
    assert gap is not None, [one.sentence for one in gaps(taking.record)]
    typed = mending(gap, taking.context)
    before, behind = typed.text[: typed.caret], typed.text[typed.caret :]
    assert f"{before}|{behind}" == case.typed
    back = len(case.said) - len(case.said.lstrip("<"))
    open_now = taking.record.open_items
    taking.line(f"{before[: len(before) - back]}{case.said.lstrip('<')}{behind}")
    assert gap.sentence not in [one.sentence for one in gaps(taking.record)]
    assert taking.record.open_items == open_now or case.lack in (Lack.START, Lack.NOT_TAKEN)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.lack.name} {case.typed}")
def test_a_reason_answers_whatever_is_about_an_act(case: Case) -> None:
    taking = case.meeting()
    gap = found(case, taking)
    assert gap is not None
    typed = overriding(gap, taking.context)
    if gap.seq is None:
        assert typed == NOTHING_TYPED
        assert mend(taking.record, gap).way is Way.SAY
        return
    taking.line(f"{typed.text}so it was")
    assert gap.sentence not in [one.sentence for one in gaps(taking.record)]


def test_what_is_still_to_be_said_is_told_as_dots() -> None:
    told = {case.typed: mending(gap, t.context).told for case in CASES if (gap := found(case, t := case.meeting()))}
    assert told["/second |"] == "/second …"
    assert told["/edit #7 ! @| cut the verge"] == "/edit #7 ! @… cut the verge"
    assert told["/prepared|"] == "/prepared"
    assert told["/edit #8 /vote 9 1|"] == "/edit #8 /vote 9 1"
