"""An interest from its declaration to the return, at one key; then private business, with the public out and in again."""

from __future__ import annotations

from pathlib import Path

from boardtui.desk import Desk
from boardtui.desk.exporting import public_minutes
from boardtui.model.acts.room import Leave, Return, Span
from support.awkward import BODIES
from support.clerk import at_the_desk
from support.clock import FrozenClock
from support.minutes import text_of

AGENDA = BODIES["parish"].replace("1 June 2027", "7 September 2026") + "7. Grounds Contract (exempt)\n"
OUT_AND_BACK = "\x0c"
"""What a terminal sends for Ctrl+L."""


async def test_out_and_back_is_one_key_each_and_leaves_what_is_typed_alone(tmp_path: Path) -> None:
    clock = FrozenClock()
    async with at_the_desk(tmp_path, AGENDA, clock=clock) as clerk:
        await clerk.types("/present all", "/start 14:30", "# 2", "/declare @pell 3 dpi his sister drives the van")
        await clerk.types("/speak @pell @hill", "# 3")
        await clerk.sees("✗ Cllr Joe Pell must leave: disclosable pecuniary interest", "6 of 6 present")

        await clerk.keys("The summer times")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("✓ /leave @pell for item", "✓ Cllr Joe Pell has left: disclosable", "5 of 6 present")
        await clerk.does_not_see("  Pell J")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("✗ Nobody here must leave: Cllr Joe Pell has left")
        await clerk.types(" were agreed.")

        clock.on(8)
        await clerk.press("f6")
        await clerk.sees("6 of 6 present")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("✓ /return @pell", "Cllr Pell returned to the meeting at 2.40 pm.")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("✗ Nobody has an interest in what is open, and nobody left for one.")
        await clerk.rests()
        moves = [act for act in clerk.acts if isinstance(act, Leave | Return)]
        assert moves == [Leave(who=("pell",), span=Span.ITEM), Return(who=("pell",))]

        await clerk.press("f7")
        await clerk.sees("Cllr Pell left the meeting at 2.32 pm for this item.", "The summer times were agreed.")


async def test_the_public_go_out_and_come_in_again(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, AGENDA, size=(160, 40)) as clerk:
        await clerk.types("/present all", "/start 14:30", "# 7", "Three tenders had come.")
        await clerk.sees("PRIVATE", "Item 7 is exempt, and the public have not been excluded under section 1(2)")
        await clerk.types("/exclude", "The lowest was £910.", "/readmit")
        await clerk.sees("RESOLVED that under section 1(2) of the Public Bodies (Admission to")
        await clerk.sees("The public were readmitted to the meeting.")
        await clerk.rests()
        book = clerk.app.book
        public = Desk(book, book.meetings()[0].name, clock=clerk.clock, actor="clerk", live=False)
        printed = text_of(public_minutes(public))
        assert "The public were readmitted to the meeting." in printed
        assert "£910" not in printed


async def test_a_quorum_that_will_be_lost_is_told_of_and_when_it_is_its_sentence_is_offered(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, AGENDA) as clerk:
        await clerk.types("/apologies @lunn @marsh", "# 2", "/declare @brook @dale 3 dpi live there")
        await clerk.sees(
            "✓ /declare @brook @dale 3 dpi live there", "! Item 3 will be inquorate: 2 of 3 after interests.", "AHEAD"
        )
        await clerk.types("/present @brook @dale @hill @pell", "/start 14:30", "# 3")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("NO QUORUM", "It was noted that a quorum was not present.")
        await clerk.press("right", "enter")
        await clerk.sees("✓ It was noted that a quorum was not present.")
        await clerk.press("f6")
        await clerk.sees("quorum ✓", "It was noted that a quorum was present again.")
        await clerk.press("right", "enter")
        await clerk.sees("✓ It was noted that a quorum was present again.")
        await clerk.sends(OUT_AND_BACK)
        await clerk.sees("✓ /return @brook @dale", "Cllrs Brook and Dale returned to the meeting at 2.32 pm.")
