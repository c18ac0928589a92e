"""The offers above the composer: they follow what is typed, and never take the focus or a key that isn't theirs."""

from __future__ import annotations

from textual.pilot import Pilot

from boardtui.clerk.widgets.offers import Offers
from boardtui.notation.completion import Completion
from support.composer_stage import Clerk, Sitting, settle

COMMANDS = [
    Completion("/motion ", "/motion", "move something"),
    Completion("/move ", "/move", "move a block"),
    Completion("/vote ", "/vote", "take the vote"),
]
NAMES = [Completion("@Green ", "Andrea Green", "Coventry and Rugby CCG"), Completion("@Caan ", "Cllr K Caan", "Chair")]


def list_rows(clerk: Clerk) -> list[str]:
    """The rows of the list on the screen, [] when it is hidden."""
    offers = clerk.query_one(Offers)
    if not offers.display:
        return []
    x, y, width, height = offers.region
    return [row[x : x + width].rstrip() for row in clerk.screen_rows[y : y + height]]


async def typed(clerk: Clerk, pilot: Pilot[None], *keys: str) -> list[str]:
    await clerk.burst(pilot, [letter for key in keys for letter in (key if key[0] in "/@ " else [key])])
    return list_rows(clerk)


async def test_offers_appear_just_above_the_composer_and_narrow_as_one_types(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        assert await typed(clerk, pilot, "a") == []
        await typed(clerk, pilot, "ctrl+u")
        assert await typed(clerk, pilot, "/") == [
            "  /motion  move something",
            "  /move    move a block",
            "  /vote    take the vote",
        ]
        assert clerk.query_one(Offers).region.bottom == clerk.composer.region.y
        assert await typed(clerk, pilot, "m", "o") == ["  /motion  move something", "  /move    move a block"]
        assert clerk.query_one(Offers).region.bottom == clerk.composer.region.y
        assert await typed(clerk, pilot, "x") == []
        assert len(await typed(clerk, pilot, "backspace")) == 2
        assert clerk.focused is clerk.composer


async def test_enter_records_while_nothing_was_highlighted(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        assert await typed(clerk, pilot, "/mo", "enter") == []
        assert clerk.recorded == ["/mo"]


async def test_down_and_enter_take_the_highlighted_offer(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        rows = await typed(clerk, pilot, "/mo", "down", "down")
        assert rows[1] == "› /move    move a block"
        await typed(clerk, pilot, "enter")
        assert clerk.recorded == []
        assert clerk.composer.text == "/move "
        await typed(clerk, pilot, "enter")
        assert clerk.recorded == ["/move "]


async def test_tab_takes_the_first_or_the_highlighted_offer_and_undo_puts_back_what_was_typed(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = [*COMMANDS, *NAMES]
        await typed(clerk, pilot, "/m", "tab")
        assert clerk.composer.text == "/motion "
        assert clerk.drafts[-1] == ("/motion ", 8)
        await typed(clerk, pilot, "@", "up", "tab")
        assert clerk.composer.text == "/motion @Caan "
        await typed(clerk, pilot, "ctrl+z")
        assert clerk.composer.text == "/motion @"


async def test_a_burst_that_takes_an_offer_keeps_the_order_of_its_keys(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        await clerk.burst(pilot, ["/", "m", "down", "enter", *"that it be noted", "enter"] * 20)
        assert clerk.recorded == ["/motion that it be noted"] * 20


async def test_escape_closes_the_offers_first_and_they_stay_closed_for_this_word(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        assert await typed(clerk, pilot, "/m", "escape") == []
        assert clerk.escapes == 0
        assert await typed(clerk, pilot, "o") == []
        await typed(clerk, pilot, "escape")
        assert clerk.escapes == 1
        assert len(await typed(clerk, pilot, " /v")) == 1


async def test_moving_the_caret_away_closes_the_offers(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        await typed(clerk, pilot, "/m")
        assert await typed(clerk, pilot, "home") == []


async def test_at_most_eight_are_shown_and_the_highlight_scrolls_and_goes_round(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = [Completion(f"/c{number:02} ", f"/c{number:02}") for number in range(12)]
        rows = await typed(clerk, pilot, "/")
        assert len(rows) == 8
        assert rows[-1].endswith("/c07   ▾")
        rows = await typed(clerk, pilot, *["down"] * 9)
        assert rows[-1].startswith("› /c08")
        rows = await typed(clerk, pilot, *["down"] * 4)
        assert rows[0].startswith("› /c00")
        rows = await typed(clerk, pilot, "up")
        assert rows[-1].startswith("› /c11")
        assert rows[0].endswith("▴")


async def test_a_click_takes_the_offer_and_the_composer_keeps_the_focus(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        await typed(clerk, pilot, "/")
        await pilot.click(Offers, offset=(5, 2))
        await settle(pilot)
        assert clerk.composer.text == "/vote "
        assert clerk.focused is clerk.composer
        assert list_rows(clerk) == []


async def test_labels_and_help_are_only_text(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = [
            Completion("@x ", "A. [/] Smith", "Roof [phase 2] \x1b]0;title\x07\x1b[31m"),
            Completion("@y ", "[red]"),
        ]
        assert await typed(clerk, pilot, "@") == ["  A. [/] Smith  Roof [phase 2] ␛]0;title␇␛[31m", "  [red]"]
        assert all(character.isprintable() for character in "".join(clerk.screen_rows))


async def test_wide_names_and_long_help_fit_into_the_composers_width(sitting: Sitting) -> None:
    async with sitting(size=(60, 24)) as (clerk, pilot):
        clerk.offers = [Completion("@w ", "委員長 山田", "h" * 90), Completion("@k ", "K" * 70, "kept out")]
        rows = await typed(clerk, pilot, "@")
        assert len(rows) == 2
        offers = clerk.query_one(Offers)
        assert offers.region.right <= clerk.composer.region.right
        assert "…" in rows[1]


async def test_they_fit_above_a_composer_near_the_top_of_a_small_screen(sitting: Sitting) -> None:
    async with sitting(size=(60, 4)) as (clerk, pilot):
        clerk.offers = [Completion(f"/c{number} ", f"/c{number}") for number in range(9)]
        rows = await typed(clerk, pilot, "/")
        assert [row.split()[0] for row in rows] == ["/c0", "/c1", "/c2"]
        rows = await typed(clerk, pilot, *["down"] * 4)
        assert rows[-1].startswith("› /c3")


async def test_the_list_moves_up_when_the_composer_grows(sitting: Sitting) -> None:
    async with sitting(size=(60, 24)) as (clerk, pilot):
        clerk.offers = COMMANDS
        await clerk.burst(pilot, "the Board considered the report of the /")
        await settle(pilot)
        assert clerk.composer.region.height == 2
        assert clerk.query_one(Offers).region.bottom == clerk.composer.region.y


async def test_a_ghost_and_offers_are_not_shown_together(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.offers = COMMANDS
        clerk.ghosts = {"/v": "ote carried"}
        await typed(clerk, pilot, "/v")
        assert clerk.composer_rows == ["/v"]


async def test_offers_that_become_known_later_can_be_asked_for_without_an_edit(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        assert await typed(clerk, pilot, "/v") == []
        clerk.offers = COMMANDS
        clerk.composer.ask_again()
        await settle(pilot)
        assert len(list_rows(clerk)) == 1
        assert len(clerk.drafts) == 2
