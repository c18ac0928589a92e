"""Things that may be said in a meeting, each with a word of the test's own in it: what the laws of privacy are tried with."""

from __future__ import annotations

from collections.abc import Callable

from boardtui.model.acts import Act, business, corrections, interests, meeting, room, text
from boardtui.model.people import Newcomer
from boardtui.model.times import Days
from support.acts import HALE, NAIR, OFFICER, PELL, mention, prose

Sayer = Callable[[str], Act]


ITEM_3 = interests.Scope(items=("3",))

SAYERS: tuple[Sayer, ...] = (
    lambda w: text.Paragraph(text=prose(w)),
    lambda w: text.Point(text=prose(w), by=NAIR),
    lambda w: text.Answer(text=prose(w)),
    lambda w: text.Bullet(text=prose(w), level=2),
    lambda w: text.Quotation(text=prose(w)),
    lambda w: text.Subheading(text=prose(w)),
    lambda w: text.TableRow(cells=(prose(w), prose("2"))),
    lambda w: text.Continuation(text=prose(w)),
    lambda w: text.MinuteHeading(text=w),
    lambda w: text.AddItem(title=w),
    lambda w: text.UrgentItem(title="Urgent", reason=w),
    lambda w: text.Reference(text=w),
    lambda w: text.DeferItem(to="April", reason=w),
    lambda w: text.WithdrawItem(reason=w),
    lambda w: business.Resolve(text=prose(w)),
    lambda w: business.ResolveRecommendations(clauses=(business.Clause(text=prose(w)),)),
    lambda w: business.Recommend(to=w, text=prose("be done")),
    lambda w: business.Note(text=prose(w)),
    lambda w: business.Verb(word=w),
    lambda w: business.Reason(text=prose(w)),
    lambda w: business.Action(owners=(Newcomer(name=w),), text=prose("act")),
    lambda w: business.Move(movers=(HALE,), words=prose(w)),
    lambda w: business.Amend(movers=(PELL,), words=prose(w)),
    lambda w: business.Alter(words=prose(w)),
    lambda w: business.Vote(counts=(business.Count(option=w, number=3),), method=w),
    lambda w: business.Lots(words=w),
    lambda w: interests.Declare(who=(NAIR,), scope=ITEM_3, nature=prose(w)),
    lambda w: interests.Dispensation(who=(NAIR,), scope=ITEM_3, text=w),
    lambda w: room.Guest(who=(Newcomer(name=w, post="Surveyor", organisation=w),)),
    lambda w: room.Officer(who=(Newcomer(name=w), OFFICER)),
    lambda w: room.OtherMember(who=(Newcomer(name="Known Face", organisation=w),)),
    lambda w: room.Leave(who=(HALE,), reason=w),
    lambda w: room.Arrive(who=(Newcomer(name=w),)),
    lambda w: room.Absent(who=(room.Excused(person=NAIR, reason=w),)),
    lambda w: meeting.PreviousMinutes(of=Days.read("1 May 2026"), result=meeting.MinutesResult.SIGNED, correction=prose(w)),
    lambda w: meeting.Adjourn(reason=w),
    lambda w: corrections.Override(reason=w),
    lambda w: text.Paragraph(text=prose(mention(NAIR), f" {w}")),
)  # fmt: skip
# Said in private, these are told in public with a stranger or a reason left out; so they do not count for the second law.
NAMING_OR_MOVING = {
    room.Officer,
    room.OtherMember,
    room.Leave,
    room.Arrive,
    room.Absent,
    meeting.Adjourn,
    text.AddItem,
    text.UrgentItem,
}
IN_PRIVATE = tuple(say for say in SAYERS if type(say("zqd")) not in NAMING_OR_MOVING)


def letters(number: int) -> str:
    """A word that stands nowhere else, also if it is taken for a name: without `a` and `b`, which corrections look for."""
    return "zq" + "".join("cdefghijkl"[int(digit)] for digit in f"{number:03}")
