"""The review of an agenda: both sides in step, every key, nothing lost, nothing stored before it is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.agendas.parts import Part, Placed
from boardtui.clerk.review.keys import REVIEW_KEYS
from boardtui.model.agenda import Section
from support.hostile import TEXTS, forbidden
from support.readings import reading
from support.review_stage import Reviewer, at_the_review

SIZES = [(80, 24), (120, 40), (200, 60)]
WHOLE_TITLE = "Street lights in Mill Lane and on the path to the Village Green [phase 2]"


async def sees_marked(clerk: Reviewer, *wanted: str) -> None:
    """Wait until this is what stands behind the arrows, first at the side of the lines."""
    await clerk.sees(*(f"▶{one}" for one in wanted))
    assert clerk.screen.count("▶") == len(wanted)


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_on_the_agenda(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_review(tmp_path, size=size) as clerk:
        await clerk.sees("june.txt", "Nether [/] Poole Parish Council", "3. Street lights in Mill Lane", "F5 accept")
        await clerk.sees("2 doubts", "2 left over", "1 flag", "NOT STORED YET", "Esc leave")


async def test_in_a_small_window_tab_shows_the_other_side(tmp_path: Path) -> None:
    async with at_the_review(tmp_path, size=(80, 24)) as clerk:
        await clerk.sees_no_longer("AGENDA")
        await clerk.press("tab")
        await clerk.sees("8 · AGENDA", "12 ! path to the Village Green", "14 ? Items for Information", "its lines")
        await clerk.press("tab")
        await clerk.sees_no_longer("AGENDA")


async def test_both_sides_are_kept_in_step(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("end")
        await sees_marked(clerk, "16   Mrs Ruth Venn, Clerk", "     report of: Mrs Ruth Venn, Clerk")
        await clerk.press("tab", "up", "up")
        await sees_marked(clerk, "14 ? Items for Information", "? *. Items for Information")
        await clerk.press("up", "up")
        path = "path to the Village Green [phase 2]"
        await sees_marked(clerk, f"12 ! {path}", f"! {path} (left over)")
        await clerk.clicks("Apologies")
        await sees_marked(clerk, " 9   1. Apologies for Absence", "  1. Apologies for Absence")


async def test_the_next_doubt_and_the_one_before_are_a_key_away(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        for line in (7, 12, 14, 17, 7):
            await clerk.press("n")
            await clerk.sees(f"▶{line:>2} ")
        await clerk.press("N")
        await clerk.sees("▶17 ")


async def test_an_agenda_is_mended_and_accepted(tmp_path: Path) -> None:
    async with at_the_review(tmp_path, size=(200, 60)) as clerk:
        await clerk.press("n", "a")
        await clerk.sees("1 doubt ·", "✓ right: Cllr Eve Marsh")
        await clerk.press("j")
        await clerk.sees(f"3. {WHOLE_TITLE}", "✓ joined: path to the Village Green [phase 2]")
        await clerk.press("n", "h", "n", "d", "f5")
        (accepted,) = clerk.entered
        titles = [item.title for item in accepted.agenda.items]
        assert titles == ["Apologies for Absence", "Declarations of Interest", WHOLE_TITLE, "Library Van"]
        assert Section(title="Items for Information") in accepted.agenda.body
        assert (accepted.doubts, accepted.leftovers) == ((), ())


async def test_when_the_last_doubt_is_gone_it_is_said(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("n", "a", "a", "a")
        await clerk.does_not_see("any more")
        await clerk.press("a")
        await clerk.sees("Nothing is doubtful or left over any more. F5 makes the meeting.", "agenda · 1 flag")


async def test_words_and_numbers_are_put_right(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("end", "up", "enter")
        await clerk.sees("item: Library Van (Pages 3 - 8)")
        await clerk.press("ctrl+u")
        await clerk.keys("Mobile [library")
        await clerk.pastes("]\nand van")
        await clerk.press("enter", "#", "backspace")
        await clerk.keys("4a\r")
        await clerk.sees("4a. Mobile [library] and van", "✓ numbered: ")
        await clerk.press("#", "ctrl+u", "enter")
        await clerk.sees("*. Mobile [library] and van")


async def test_a_line_that_says_two_things_is_split(tmp_path: Path) -> None:
    two = reading((Part.ITEM, "Welcome 2. Apologies for Absence", "1"))
    async with at_the_review(tmp_path, two) as clerk:
        await clerk.press("x")
        await clerk.sees("Split where? Welcome 2. Apologies")
        await clerk.press("home", "ctrl+right")
        await clerk.keys("zzz")
        await clerk.press("backspace", "enter")
        await clerk.sees("1. Welcome", "2. Apologies for Absence")
        await clerk.sees("▶  2. Apologies for Absence")


async def test_what_it_is_is_found_by_letters(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("end", "tab", "end", "m")
        await clerk.sees("As what?", "council · committee", "recommendation")
        await clerk.keys("pl")
        await clerk.sees("place · planned time")
        await clerk.keys("a\r")
        await clerk.sees("✓ place: Mobile phones", "(said above already)")
        await clerk.press("m")
        await clerk.keys("zz\r")
        await clerk.sees("✗ Nothing is called “zz”.")
        await clerk.press("escape")
        await clerk.sees_no_longer("As what?")


async def test_what_the_source_does_not_say_is_added_from_the_list(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("f4")
        await clerk.sees("DOUBTFUL", "LEFT OVER", "ODD OR MISSING", "The agenda gives no quorum.")
        await clerk.press("end")
        await clerk.sees("Enter adds it: quorum")
        await clerk.press("enter")
        await clerk.sees("quorum:")
        await clerk.keys("3\r")
        await clerk.sees("✓ added: quorum: 3", "quorum      3")
        await clerk.press("f4", "down", "enter")
        await clerk.sees("It has no number: is it a heading?", "▶? *. Items for Information")


async def test_something_is_added_behind_a_line(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("end", "+")
        await clerk.keys("item\r")
        await clerk.keys("5. Any other business\r")
        await clerk.sees("▶  5. Any other business", "added")


async def test_levels_go_deeper_and_less_deep(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("n", "n", "n", "right")
        await clerk.sees("▶     *. Items for Information")
        await clerk.press("left")
        await clerk.sees("▶  *. Items for Information")


@pytest.mark.parametrize(("undo", "redo"), [("u", "U"), ("f8", "f9"), ("ctrl+z", "ctrl+y")])
async def test_every_step_is_undone_and_redone(tmp_path: Path, undo: str, redo: str) -> None:
    async with at_the_review(tmp_path, size=(200, 60)) as clerk:
        before = clerk.screen
        await clerk.press("n", "n", "j", undo)
        await clerk.sees("✓ undone: joined: path", "12 ! path to the Village Green")
        await clerk.press(redo)
        await clerk.sees("✓ redone: joined: path", f"3. {WHOLE_TITLE}")
        await clerk.press(redo)
        await clerk.sees("There is nothing to be redone.")
        await clerk.press(undo, undo, "home", "tab", "tab")
        assert clerk.screen == before


async def test_what_cannot_be_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("home", "j")
        await clerk.sees("✗ Nothing of the agenda stands above it.")
        await clerk.press("n", "enter", "ctrl+u", "enter")
        await clerk.sees("✗ There are no words left.", "member:")
        await clerk.press("escape", "escape")
        assert not clerk.entered
        await clerk.sees("The minute book")


async def test_esc_asks_before_what_was_changed_is_lost(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("n", "a", "escape")
        await clerk.sees("What you changed here (1 step) is stored nowhere.")
        await clerk.press("down")
        await clerk.sees_no_longer("is stored nowhere")
        await clerk.press("escape", "escape")
        await clerk.sees("The minute book", "The book is empty.")


async def test_ctrl_q_asks_it_too(tmp_path: Path) -> None:
    async with at_the_review(tmp_path) as clerk:
        await clerk.press("n", "a")
        await clerk.sees("✓ right")
        await clerk.press("ctrl+q")
        await clerk.sees("What you changed here (1 step) is stored nowhere.")
        await clerk.press("ctrl+q")
        assert clerk.app._exit


async def test_without_an_item_it_makes_no_meeting(tmp_path: Path) -> None:
    async with at_the_review(tmp_path, reading((Part.LEFT, "1. Apologies"))) as clerk:
        await clerk.press("f5")
        await clerk.sees("✗ There is no item in the agenda yet.")
        assert not clerk.entered
        await clerk.press("n", "t", "f5")
        assert [item.title for item in clerk.entered[0].agenda.items] == ["Apologies"]


async def test_the_lines_of_reports_are_folded_until_they_are_opened(tmp_path: Path) -> None:
    report = [Placed(Part.REPORT, f"Paragraph {number} of it.", (number,)) for number in range(2, 2000)]
    async with at_the_review(
        tmp_path, reading((Part.ITEM, "Report", "1"), *report, (Part.ITEM, "Close", "2"))
    ) as clerk:
        await clerk.press("tab", "down")
        await clerk.sees("▶   2 · … 1,998 lines of reports")
        await clerk.press("j")
        await clerk.sees("These are several lines: Enter opens them first.")
        await clerk.press("enter", "end", "up")
        await clerk.sees("▶1999 · Paragraph 1999 of it.")
        await clerk.press("o")
        await clerk.sees("note: Paragraph 1999 of it.")


async def test_help_tells_every_key_and_mark(tmp_path: Path) -> None:
    async with at_the_review(tmp_path, size=(120, 60)) as clerk:
        await clerk.press("f1")
        await clerk.sees("Nothing is stored until you accept it.", *(key.help[:50] for key in REVIEW_KEYS), "MARKS")
        await clerk.press("escape")
        await clerk.sees("NOT STORED YET")


@pytest.mark.parametrize("name", sorted(TEXTS))
async def test_hostile_lines_are_letters_at_both_sides(tmp_path: Path, name: str) -> None:
    hostile = reading((Part.ITEM, f"a{TEXTS[name]}", "1"), (Part.LEFT, f"b{TEXTS[name]}"), remarks=(TEXTS[name],))
    async with at_the_review(tmp_path, hostile) as clerk:
        await clerk.press("n", "f4", "enter", "t", "enter", "enter")
        assert not forbidden("\n".join(clerk.raw_rows()))


async def test_a_source_without_lines_does_no_harm(tmp_path: Path) -> None:
    async with at_the_review(tmp_path, reading()) as clerk:
        for key in REVIEW_KEYS:
            if key.does not in ("leave", "help"):
                await clerk.press(key.keys[0], "escape")
        await clerk.sees("The minute book")


async def test_what_is_to_be_known_of_the_source_is_told(tmp_path: Path) -> None:
    told = reading((Part.ITEM, "Budget", "1"), remarks=("Words struck out in it were left out.",))
    async with at_the_review(tmp_path, told) as clerk:
        await clerk.sees("Words struck out in it were left out.")
