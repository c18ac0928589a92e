"""Every act, and what each house prints of it: B a partnership board, P a parish council, C a full council."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose, compose_entry
from boardtui.minutes.house import house_names
from boardtui.minutes.scribe import SAYS
from boardtui.model.acts import act_classes, approval, business, corrections, meeting, room, text
from support.minutes import minuting, said

B, P, C = "partnership_board", "parish_council", "full_council"
NOTHING: list[str] = []

# What is typed, and what all three houses print.
ALIKE: list[tuple[tuple[str, ...], list[str]]] = [
    (("The pond is deep",), ["The pond is deep"]),
    (("One.", "+ Two."), ["One. Two."]),
    (("One", "+ , and two", "+ ; three."), ["One, and two; three."]),
    (("+ Nothing stood above.",), ["Nothing stood above."]),
    (("- a", "-- b", "- c"), ["- a\n- b\n- c"]),
    (('" It is ours',), ["“It is ours”"]),
    (('" It is', "+ ours."), ["“It is ours.”"]),
    (("| a | b |", "| c |"), ["| a | b |\n| c | |"]),
    (("## Depth",), ["Depth"]),
    (("~ a secret",), NOTHING),
    (("@@elm spoke.",), ["Eve Elm, Director of Trees spoke."]),
    (("@@dogwood spoke.",), ["Dr Dee Dogwood, Harbour Trust spoke."]),
    (("/defer",), ["This item was deferred."]),
    (("/defer to April; too wet",), ["This item was deferred to April: too wet."]),
    (("/withdraw item",), ["This item was withdrawn."]),
    (("/withdraw item; dry!",), ["This item was withdrawn: dry!"]),
    (("/guest Jo Hazel, Ducks Limited",), [
        "Jo Hazel, Ducks Limited attended the meeting for the consideration of this item."]),
    (("/guest Jo Hazel, Ducks Limited; @elm",), [
        "Jo Hazel, Ducks Limited and Eve Elm, Director of Trees attended the meeting for the consideration of this item."]),
    (("/elect @elm Deputy Chair",), NOTHING),
    (("/coopt Jo Hazel",), NOTHING),
    (("/resign @elm",), NOTHING),
    (("/public 11", "/remote @elm", "/late @elm"), NOTHING),
    (("/speak @elm", "/speak", "/speak done"), NOTHING),
    (("/done",), NOTHING),
    (("/no decision",), NOTHING),
    (("/matters none",), ["There were no matters arising."]),
    (("Something arose.", "/matters none"), ["Something arose.", "There were no other matters arising."]),
    (("/note the report",), ["NOTED the report."]),
    (("/note that it rained.",), ["NOTED that it rained."]),
    (("= the report be noted", "/lost"), ["The proposal that the report be noted was LOST."]),
    (("= the report be noted", "/vote 1 2"), [
        "The proposal that the report be noted was LOST (1 for, 2 against)."]),
    (("/note NOTED the report",), ["NOTED the report."]),
    (("/lots the red ticket",), ["Lots were drawn, and the lot fell upon the red ticket."]),
    (("/adjourn 14:30",), ["The meeting was adjourned at 2.30 pm."]),
    (("/adjourn ?",), ["The meeting was adjourned."]),
    (("/adjourn 12:00 for lunch",), ["The meeting was adjourned at 12.00 noon for lunch."]),
    (("/adjourn 14:30 for tea", "/resume 14:40"), [
        "The meeting was adjourned at 2.30 pm for tea.", "The meeting resumed at 2.40 pm."]),
    (("/nextmeeting in the spring",), ["The next meeting: in the spring."]),
    (("/nextmeeting the second Monday",), ["The next meeting: the second Monday."]),
    (("/exclude not needed",), ["It was not necessary to exclude the public."]),
    (("/readmit",), ["The public were readmitted to the meeting."]),
    (("/release 6",), ["The minute of agenda item 6, The Depot, was released for publication."]),
    (("/release 6 7",), ["The minutes of agenda items 6 and 7 were released for publication."]),
    (("/number 99", "/heading Ducks"), NOTHING),
    (("/ref A/1",), ["Reference: A/1"]),
    (("/summary The pond was discussed.",), NOTHING),
    (("One.", "/override the chair said so"), ["One."]),
    (("Onne.", "s/nn/n/"), ["One."]),
    (("One.", "/edit Two."), ["Two."]),
    (("One.", "/strike"), NOTHING),
    (("One.", "/undo"), NOTHING),
]  # fmt: skip

# What is typed, and what each house prints: B, P, C.
EACH: list[tuple[tuple[str, ...], tuple[list[str], list[str], list[str]]]] = [
    (("@alder spoke to @dogwood and @fir.",), (
        ["Councillor Alder spoke to Dr Dogwood and Mr Fir."],
        ["Cllr Alder spoke to Dr Dogwood and Mr Fir."],
        ["Councillor Alder spoke to Dr Dogwood and Mr Fir."])),
    (("? @cedar How deep", "> @elm Very", "> It is", "? Why"), (
        ["Members raised a number of issues, including:", "- How deep\n- Response: Very\n- Response: It is\n- Why"],
        ["The following points were raised:", "- How deep\n- Response: Very\n- Response: It is\n- Why"],
        ["The following points were made:",
         "- Councillor Cedar: How deep\n- Reply by Eve Elm: Very\n- Reply: It is\n- Why"])),
    (("They asked:", "? How deep"), (["They asked:", "- How deep"],) * 3),
    (("- a", "? b"), (
        ["- a", "Members raised a number of issues, including:", "- b"],
        ["- a", "The following points were raised:", "- b"],
        ["- a", "The following points were made:", "- b"])),
    (("? a", "~ private", "/arrive @cedar", "? b"), (
        ["Members raised a number of issues, including:", "- a\n- b"],
        ["The following points were raised:", "- a", "Cllr Cedar arrived at the meeting.",
         "The following points were raised:", "- b"],
        ["The following points were made:", "- a", "Councillor Cedar arrived at the meeting.",
         "The following points were made:", "- b"])),
    (("~ to be said", "/promote"), (
        ["Members raised a number of issues, including:", "- to be said"],
        ["The following points were raised:", "- to be said"],
        ["The following points were made:", "- to be said"])),
    (("/arrive @cedar @elm 14:20 (the train)",), (
        NOTHING,
        ["Cllr Cedar and Eve Elm arrived at the meeting at 2.20 pm (the train)."],
        ["Councillor Cedar and Eve Elm arrived at the meeting at 2.20 pm."])),
    (("/leave @cedar @birch ?",), (
        NOTHING, ["Cllrs Cedar and Birch left the meeting."], ["Councillors Cedar and Birch left the meeting."])),
    (("/leave @elm 14:50 for item (a call)",), (
        NOTHING, ["Eve Elm left the meeting at 2.50 pm for this item (a call)."],
        ["Eve Elm left the meeting at 2.50 pm for this item."])),
    (("/leave @elm until 5", "/leave @dogwood for good"), (
        NOTHING,
        ["Eve Elm left the meeting until agenda item 5.", "Dr Dogwood left the meeting and did not return."],
        ["Eve Elm left the meeting until agenda item 5.", "Dr Dogwood left the meeting and did not return."])),
    (("/return @elm 15:00",), (
        NOTHING, ["Eve Elm returned to the meeting at 3.00 pm."], ["Eve Elm returned to the meeting at 3.00 pm."])),
    (("/chair @birch", "/chair @alder"), (
        ["Councillor Birch took the chair.", "Councillor Alder resumed the chair."],
        ["Cllr Birch took the chair.", "Cllr Alder resumed the chair."],
        ["Councillor Birch took the chair.", "Councillor Alder resumed the chair."])),
    (("/declare none",), (
        ["There were no declarations of interest."], ["There were no declarations of interest."],
        ["No interests were declared."])),
    (("/declare @elm",), (["Eve Elm declared an interest in agenda item 3, The Pond."],) * 3),
    (("/declare @elm @dogwood 5 6 dpi they own it; left, spoke",), (
        ["Eve Elm and Dr Dogwood each declared a disclosable pecuniary interest in agenda items 5 and 6 (they own it), "
         "and left the meeting for the discussion and vote and spoke."],) * 3),
    (("/declare @elm 4a ori",), (["Eve Elm declared an other registrable interest in agenda item 4(a), The Roof."],) * 3),
    (("/declare @alder for @elm 5 personal",), (
        ["Councillor Alder declared on behalf of Eve Elm a personal interest in agenda item 5, The Pier."],
        ["Cllr Alder declared on behalf of Eve Elm a personal interest in agenda item 5, The Pier."],
        ["Councillor Alder declared on behalf of Eve Elm a personal interest in agenda item 5, The Pier."])),
    (("/declare all 5 personal swimmers; stayed, did not vote",), (
        ["All members present declared a personal interest in agenda item 5, The Pier (swimmers), "
         "and remained in the meeting and did not vote."],) * 3),
    (("/declare @elm all sensitive",), (
        ["Eve Elm declared an interest in all items on the agenda (sensitive interest)."],) * 3),
    (('/declare @elm "ducks of any kind" nri',), (
        ["Eve Elm declared a non-registrable interest in ducks of any kind."],) * 3),
    (("/dispensation @elm 5 until 31 May 2027; paint.",), (
        ["A dispensation was granted to Eve Elm in respect of agenda item 5, The Pier, until 31st May, 2027: paint."],
        ["A dispensation was granted to Eve Elm in respect of agenda item 5, The Pier, until 31 May 2027: paint."],
        ["A dispensation was granted to Eve Elm in respect of agenda item 5, The Pier, until 31 May 2027: paint."])),
    (("/dispensation all 5",), (
        ["A dispensation was granted to all members in respect of agenda item 5, The Pier."],) * 3),
    (("/arrears @elm @dogwood",), (
        ["Eve Elm and Dr Dogwood disclosed that section 106 of the Local Government Finance Act 1992 applied, "
         "and did not vote."],) * 3),
    (("/minutes 10 July 2026 signed",), (
        ["The minutes of the meeting held on 10th July, 2026 were signed as a true record."],
        ["The minutes of the meeting held on 10 July 2026 were signed as a correct record."],
        ["The minutes of the meeting held on 10 July 2026 were signed as a correct record."])),
    (('/minutes 10, 17 July and 1 August 2026 approved; corrected minute 3: for "x" read "y."', "/unanimous"), (
        ["The minutes of the meetings held on 10th and 17th July and 1st August, 2026 were unanimously approved as true "
         'records, subject to the correction of minute 3: for "x" read "y."'],
        ["The minutes of the meetings held on 10 and 17 July and 1 August 2026 were unanimously approved as correct "
         'records, subject to the correction of minute 3: for "x" read "y."'],
        ["The minutes of the meetings held on 10 and 17 July and 1 August 2026 were unanimously approved as correct "
         'records, subject to the correction of minute 3: for "x" read "y."'])),
    (("/minutes 10 July 2026 approved", "/move @birch @cedar", "/vote 4 0 1", "/signed 4 September 2026 @alder"), (
        ["It was moved by Councillor Birch, seconded by Councillor Cedar and RESOLVED (4 for, 0 against, 1 abstention) that "
         "the minutes of the meeting held on 10th July, 2026 be approved as a true record. They were signed by Councillor "
         "Alder on 4th September, 2026."],
        ["It was proposed by Cllr Birch, seconded by Cllr Cedar and RESOLVED (4 for, 0 against, 1 abstention) that the "
         "minutes of the meeting held on 10 July 2026 be approved as a correct record. They were signed by Cllr Alder on "
         "4 September 2026."],
        ["Moved by Councillor Birch, seconded by Councillor Cedar, and RESOLVED (4 for, 0 against, 1 abstention) that the "
         "minutes of the meeting held on 10 July 2026 be approved as a correct record. They were signed by Councillor "
         "Alder on 4 September 2026."])),
    (("/minutes 10 July 2026 approved", "/vote 1 4"), (
        ["The minutes of the meeting held on 10th July, 2026 were not approved (1 for, 4 against)."],
        ["The minutes of the meeting held on 10 July 2026 were not approved (1 for, 4 against)."],
        ["The minutes of the meeting held on 10 July 2026 were not approved (1 for, 4 against)."])),
    (("/minutes approved",), (
        ["The minutes of the previous meeting were approved as a true record."],
        ["The minutes of the previous meeting were approved as a correct record."],
        ["The minutes of the previous meeting were approved as a correct record."])),
    (("/minutes of the last meeting refused",), (
        ["The minutes of the previous meeting were not approved."],
        ["The minutes of the previous meeting were not approved."],
        ["The minutes of the previous meeting were not approved."])),
    (("/minutes 10 July 2026 deferred",), (
        ["Approval of the minutes of the meeting held on 10th July, 2026 was deferred."],
        ["Approval of the minutes of the meeting held on 10 July 2026 was deferred."],
        ["Approval of the minutes of the meeting held on 10 July 2026 was deferred."])),
    (("= the report be noted",), (
        ["RESOLVED that the report be noted."], ["It was RESOLVED that the report be noted."],
        ["RESOLVED that the report be noted."])),
    (("= that the report be noted.",), (
        ["RESOLVED that the report be noted."], ["It was RESOLVED that the report be noted."],
        ["RESOLVED that the report be noted."])),
    (("= , having met, it be noted",), (
        ["RESOLVED that, having met, it be noted."], ["It was RESOLVED that, having met, it be noted."],
        ["RESOLVED that, having met, it be noted."])),
    (("=",), (
        ["RESOLVED that:", "(1) The report be noted.", "(2) The budget be approved."],
        ["It was RESOLVED that:", "(1) The report be noted.", "(2) The budget be approved."],
        ["RESOLVED that:", "(1) The report be noted.", "(2) The budget be approved."])),
    (("= dig", "== deep;", "=== very deep", "== wide", "= fill it?"), (
        ["RESOLVED that:", "(1) Dig:", "a) deep;\ni) very deep\nb) wide", "(2) Fill it?"],
        ["It was RESOLVED that:", "(1) Dig:", "(a) deep;\n(i) very deep\n(b) wide", "(2) Fill it?"],
        ["RESOLVED that:", "(1) Dig:", "(a) deep;\n(i) very deep\n(b) wide", "(2) Fill it?"])),
    (("= x be done", "/unanimous", "/reason it was due"), (
        ["RESOLVED unanimously that x be done.", "Reason: it was due."],
        ["It was RESOLVED unanimously that x be done.", "Reason: it was due."],
        ["RESOLVED unanimously that x be done.", "Reason: it was due."])),
    (("= x be done", "/move @birch", "/ref A/1"), (
        ["It was moved by Councillor Birch and RESOLVED that x be done.", "Reference: A/1"],
        ["It was proposed by Cllr Birch and RESOLVED that x be done.", "Reference: A/1"],
        ["Moved by Councillor Birch, and RESOLVED that x be done.", "Reference: A/1"])),
    (("= x be done", "/move @birch @cedar", "/vote 1 4"), (
        ["It was moved by Councillor Birch, seconded by Councillor Cedar, that x be done.",
         "On being put to the vote the proposal was LOST (1 for, 4 against)."],
        ["It was proposed by Cllr Birch, seconded by Cllr Cedar, that x be done.",
         "The proposal was LOST (1 for, 4 against)."],
        ["Moved by Councillor Birch, seconded by Councillor Cedar: That x be done.",
         "On being put to the vote the proposal was LOST (1 for, 4 against)."])),
    (("= x be done", "/vote 2 2", "/casting for"), (
        ["RESOLVED (2 for, 2 against) that x be done.",
         "Councillor Alder, presiding, gave a casting vote for the proposal, which was CARRIED."],
        ["It was RESOLVED (2 for, 2 against) that x be done.",
         "Cllr Alder, presiding, gave a casting vote for the proposal, which was CARRIED."],
        ["RESOLVED (2 for, 2 against) that x be done.",
         "Councillor Alder, presiding, gave a casting vote for the proposal, which was CARRIED."])),
    (("= x be done", "/vote 2 1 by show of hands", "/myvote @elm against"), (
        ["RESOLVED (2 for, 1 against, by show of hands) that x be done.",
         "Eve Elm asked that a vote against the proposal be recorded."],
        ["It was RESOLVED (2 for, 1 against, by show of hands) that x be done.",
         "Eve Elm asked that a vote against the proposal be recorded."],
        ["RESOLVED (2 for, 1 against, by show of hands) that x be done.",
         "Eve Elm asked that a vote against the proposal be recorded."])),
    (("/verb ORDERED", "= x be done"), (
        ["ORDERED that x be done."], ["It was ORDERED that x be done."], ["ORDERED that x be done."])),
    (("/recommend Cabinet: x be done", "/unanimous"), (
        ["RECOMMENDED unanimously to Cabinet that x be done."],
        ["It was RECOMMENDED unanimously to Cabinet that x be done."],
        ["RECOMMENDED unanimously to Cabinet that x be done."])),
    (("! @elm @fir: dig it. by 4 December 2026",), (
        ["Action: Eve Elm and Mr Fir to dig it by 4th December, 2026."],
        ["ACTION: Eve Elm and Mr Fir to dig it by 4 December 2026."],
        NOTHING)),
    (("! dig it by next meeting",), (
        ["Action: dig it by next meeting."], ["ACTION: dig it by next meeting."], NOTHING)),
    (("/extend 16:00",), (
        ["RESOLVED that the meeting be extended until 4.00 pm."],
        ["It was RESOLVED that the meeting be extended until 4.00 pm."],
        ["RESOLVED that the meeting be extended until 4.00 pm."])),
    (("[15:58] /adjourn to 7 September 2026 2 pm", "/resume 7 September 2026 14:05"), (
        ["The meeting was adjourned at 3.58 pm to Monday, 7th September, 2026 at 2.00 pm.",
         "The meeting resumed at 2.05 pm on Monday, 7th September, 2026."],
        ["The meeting was adjourned at 3.58 pm to Monday 7 September 2026 at 2.00 pm.",
         "The meeting resumed at 2.05 pm on Monday 7 September 2026."],
        ["The meeting was adjourned at 3.58 pm to Monday, 7 September 2026 at 2.00 pm.",
         "The meeting resumed at 2.05 pm on Monday, 7 September 2026."])),
    (("/nextmeeting 2 November 2026 2.00 pm, the Old Custom House",), (
        ["The next meeting would be held at 2.00 pm on Monday, 2nd November, 2026 in the Old Custom House."],
        ["The next meeting would be held at 2.00 pm on Monday 2 November 2026 in the Old Custom House."],
        ["The next meeting would be held at 2.00 pm on Monday, 2 November 2026 in the Old Custom House."])),
    (("/nextmeeting 2 November 2026",), (
        ["The next meeting would be held on Monday, 2nd November, 2026."],
        ["The next meeting would be held on Monday 2 November 2026."],
        ["The next meeting would be held on Monday, 2 November 2026."])),
    (("/exclude not resolved",), (
        ["The Board did not resolve to exclude the public."], ["The Council did not resolve to exclude the public."],
        ["The Council did not resolve to exclude the public."])),
]  # fmt: skip

FORMAL = (
    "RESOLVED that under section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting during the "
    "consideration of {scope}, on the grounds that {involve} the likely disclosure of exempt information as defined in "
    "{paragraphs}Part 1 of Schedule 12A to that Act, and that in all the circumstances of the case the public interest in "
    "maintaining the exemption outweighs the public interest in disclosing the information."
)
PARISH = (
    "It was RESOLVED that under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 the public and press be "
    "excluded from the meeting during the consideration of {scope} by reason of {reason}."
)


@pytest.mark.parametrize("house", [B, P, C])
@pytest.mark.parametrize(("lines", "printed"), ALIKE)
def test_all_houses_print(house: str, lines: tuple[str, ...], printed: list[str]) -> None:
    assert said(house, *lines) == printed


@pytest.mark.parametrize(("lines", "printed"), EACH)
def test_each_house_prints(lines: tuple[str, ...], printed: tuple[list[str], ...]) -> None:
    for house, blocks in zip((B, P, C), printed, strict=True):
        assert said(house, *lines) == blocks, house


@pytest.mark.parametrize(
    ("line", "scope", "involve", "paragraphs"),
    [
        ("/exclude", "the following business", "it involves", ""),
        ("/exclude 3 for 6", "agenda item 6, The Depot", "it involves", "paragraph 3 of "),
        ("/exclude 1 3 for 6 7", "agenda items 6 and 7", "they involve", "paragraphs 1 and 3 of "),
    ],
)
def test_the_public_are_excluded(line: str, scope: str, involve: str, paragraphs: str) -> None:
    formal = FORMAL.format(scope=scope, involve=involve, paragraphs=paragraphs)
    assert said(B, line) == said(C, line) == [formal]
    reason = "the confidential nature of the business to be transacted"
    assert said(P, line) == [PARISH.format(scope=scope, reason=reason)]


def test_the_public_are_excluded_for_a_reason_of_its_own() -> None:
    line = "/exclude by reason of the ducks' privacy"
    plain = "RESOLVED that the public be excluded from the meeting during the consideration of the following business"
    assert said(B, line) == said(C, line) == [f"{plain} by reason of the ducks' privacy."]
    assert said(P, line) == [PARISH.format(scope="the following business", reason="the ducks' privacy")]


@pytest.mark.parametrize("house", [B, P, C])
def test_an_interest_whose_scope_was_not_said(house: str) -> None:
    taking = minuting(house, "# 1", "/declare @elm personal swims")
    printed = compose(taking.record, taking.house).model_dump_json()
    assert "Eve Elm declared a personal interest in the matter under discussion (swims)." in printed


def test_every_kind_of_act_is_written_or_known_to_print_nothing_of_its_own() -> None:
    silent = (
        text.AddItem, text.MinuteNumber, text.MinuteHeading, text.Reference, text.Prepared, text.Done, text.Promote,
        room.Present, room.Substitute, room.OtherMember, room.Officer, room.Public, room.Remote, room.Apologies, room.Late,
        room.Absent, room.Elect, room.Coopt, room.Resign, room.WaitToSpeak, room.CallSpeaker, room.SpeakersDone,
        meeting.Summons, meeting.Start, meeting.Close, meeting.Signed, meeting.Restricted, meeting.Summary,
        business.Verb, business.Reason, business.Second, business.Put, business.Recount, business.NoDecision,
        corrections.Correction, corrections.Override, corrections.Rename, corrections.Erase,
        corrections.Salvage, approval.Approved, approval.Reopened,
    )  # fmt: skip
    for kind in act_classes().values():
        assert kind in SAYS or issubclass(kind, (text.TextAct, text.TableRow, *silent)), kind


def test_these_houses_ship() -> None:
    assert set(house_names()) == {B, P, C, "scrutiny", "school_governors", "cyngor_cymuned"}


def test_an_urgent_item_says_why() -> None:
    for house, chair in ((B, "Chair"), (P, "Chairman"), (C, "Mayor")):
        taking = minuting(house, "/urgent Flood; the river rose")
        minute = compose_entry(taking.record, taking.house, taking.record.entry_key)
        assert minute.heading == "Flood"
        sentence = f"The {chair} had agreed that this item be taken as a matter of urgency: the river rose."
        assert [part.text for part in minute.parts if part.kind == "paragraph"] == [sentence]


def test_an_action_has_one_to() -> None:
    assert said(P, "! @elm to dig it") == ["ACTION: Eve Elm to dig it."]
    assert said(B, "! @elm @fir: To dig it by 4 December 2026") == [
        "Action: Eve Elm and Mr Fir to dig it by 4th December, 2026."
    ]
    assert said(P, "! to dig it") == ["ACTION: dig it."]
