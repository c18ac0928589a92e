"""Every command, one by one: its example is read, its slots are completed, it is found in the palette and told in help."""

from __future__ import annotations

import pytest

from boardtui.clerk.screens.palette import found_commands
from boardtui.clerk.screens.reading import help_rows
from boardtui.errors import Refusal
from boardtui.notation.commands import BY_NAME, COMMANDS, Command, command_typed
from boardtui.notation.complete import complete
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from support.meetings import called

AGENDA = """---
committee: Harbour Board
house: partnership_board
law: england
date: 4 September 2017
time: 14:00
quorum: 2
member: Cllr Amina Hughes | Chair | | Labour
member: Cllr Tom Patel | Deputy Chair | | Labour
member: Joy Okafor | | | Green Group
member: Stig Lindqvist
officer: Ann Mann | Clerk
---
1. Declarations of Interest
2. Minutes of the meeting held on 10 July 2017
3. Roof
   Recommendation: note the report
4. Parking
5. Tender (exempt 3)
"""
PEOPLE = "Cllr Amina Hughes"

SLOTS: dict[str, list[tuple[str, str]]] = {
    "?": [("? @hu", PEOPLE)],
    ">": [("> @hu", PEOPLE)],
    "!": [("! @hu", PEOPLE)],
    "#": [("# ", "5 Tender"), ("# par", "4 Parking")],
    "/number": [("/number ", "none")],
    "/heading": [("/heading ", "none")],
    "/defer": [("/defer ", "to")],
    "/withdraw": [("/withdraw ", "motion"), ("/withdraw i", "item")],
    "/present": [("/present ", "all"), ("/present ", "Stig Lindqvist"), ("/present @hughes ", "Cllr Tom Patel")],
    "/sub": [("/sub ", PEOPLE), ("/sub @mann ", "for"), ("/sub @mann for ", "Stig Lindqvist")],
    "/other": [("/other ", PEOPLE)],
    "/officer": [("/officer ", "Ann Mann")],
    "/guest": [("/guest ", PEOPLE)],
    "/remote": [("/remote ", PEOPLE), ("/remote @hughes ", "Joy Okafor")],
    "/apologies": [("/apologies ", "Stig Lindqvist")],
    "/late": [("/late ", "Stig Lindqvist")],
    "/absent": [("/absent ", "Stig Lindqvist")],
    "/arrive": [("/arrive ", "Stig Lindqvist")],
    "/leave": [("/leave ", PEOPLE), ("/leave @hughes ", "for good"), ("/leave @hughes until ", "5 Tender")],
    "/return": [("/return ", PEOPLE)],
    "/chair": [("/chair ", PEOPLE)],
    "/elect": [("/elect ", PEOPLE), ("/elect @patel ", "Deputy Chair")],
    "/coopt": [("/coopt ", "Ann Mann")],
    "/resign": [("/resign ", PEOPLE)],
    "/speak": [("/speak ", "done"), ("/speak ", PEOPLE)],
    "/declare": [
        ("/declare ", "none"), ("/declare ", PEOPLE), ("/declare @patel ", "5 Tender"), ("/declare @patel 4 ", "dpi"),
        ("/declare @patel 4 dpi a boat; ", "did not vote"), ("/declare all ", "all"),
    ],
    "/dispensation": [("/dispensation ", PEOPLE), ("/dispensation @patel ", "5 Tender"), ("/dispensation @patel 4 ", "until")],
    "/arrears": [("/arrears ", PEOPLE)],
    "/verb": [("/verb ", "ORDERED")],
    "/move": [("/move ", PEOPLE), ("/move @patel ", "for"), ("/move @patel for ", "Labour")],
    "/second": [("/second ", PEOPLE)],
    "/amend": [("/amend ", "amendment 1"), ("/amend ", PEOPLE), ("/amend @patel for G", "Green Group")],
    "/put": [("/put ", "motion"), ("/put ", "amendment 1")],
    "/vote": [
        ("/vote 7 2 1 ", "by ballot"), ("/vote 7 2 1 ", "needing two thirds"), ("/vote 7 2 by b", "by ballot"),
        ("/vote 7 2 by ballot ", "needing two thirds"),
    ],
    "/roll": [
        ("/roll ", "all"), ("/roll ", "Labour"), ("/roll all ", "against"), ("/roll Labour ", "for"),
        ("/roll all for; ", "Green Group"), ("/roll all for ", "needing two thirds"), ("/roll against @pa", "Cllr Tom Patel"),
        ("/recorded all ", "abstained"),
    ],
    "/casting": [("/casting ", "for"), ("/casting a", "against")],
    "/lots": [("/lots ", PEOPLE)],
    "/myvote": [("/myvote ", PEOPLE), ("/myvote @patel ", "against")],
    "/recount": [("/recount ", "all"), ("/recount all ", "against")],
    "/no": [("/no ", "decision")],
    "/start": [("/start ", "14:00")],
    "/minutes": [("/minutes 10 July 2017 ", "approved"), ("/minutes of the last meeting s", "signed")],
    "/matters": [("/matters ", "none")],
    "/signed": [("/signed 4 September 2017 @hu", PEOPLE)],
    "/adjourn": [("/adjourn ", "for"), ("/adjourn ", "to"), ("/adjourn 15:10 f", "for")],
    "/exclude": [
        ("/exclude ", "paragraph 3"), ("/exclude 3 ", "for"), ("/exclude 3 for ", "5 Tender"), ("/exclude n", "not needed"),
    ],
    "/release": [("/release ", "4 Parking")],
    "/edit": [("/edit #7 /sec", "/second"), ("/edit #7 /casting ", "for"), ("/edit ! @hu", PEOPLE)],
    "/insert": [("/insert #7 /mo", "/move"), ("/insert #7 [14:10] /leave @hughes ", "for item"), ("/insert /casting ", "for")],
    "/rename": [("/rename ", PEOPLE)],
}  # fmt: skip
"""What is typed, and one of the offers then, for every command that has a slot with few things to choose from."""
WANTING = {
    "/dispensation @patel 4 until", "/roll all", "/roll Labour", "/roll all for; Green Group", "/myvote @hughes",
    "/sub @mann for", "/exclude 3 for", "/recount all", "/insert #7 /move", "/adjourn for", "/adjourn to", "/adjourn 15:10 for",
    "/rename @hughes",
}  # fmt: skip
"""The lines that something has still to follow, once an offer was taken."""
FREE = {
    "-", "--", "+", '"', "|", "##", "~", "\\", "=", "==", "===", "/item", "/urgent", "/ref", "/public", "/resolve",
    "/recommend", "/note", "/reason", "/alter", "/resume", "/summary", "/extend", "/nextmeeting", "/close", "/undo", "/redo",
    "/replace", "/override",
}  # fmt: skip
"""The commands whose slots hold words, figures, days or times of which nobody knows the next."""


@pytest.fixture(scope="module")
def context() -> Context:
    """A meeting with a motion and its amendment before it, one member not here, and a minute kept from the public."""
    taking = called(AGENDA)
    lines = (
        "/present @hughes @patel @okafor", "/start 14:00", "# 4", "~ ask", "/restricted", "# 3", "The report set out much.",
        "/move @patel @okafor: the roof be mended", "/amend @okafor @hughes: add “soon”", "/undo", "/redo", "~ slates",
    )  # fmt: skip
    for line in lines:
        taking.line(line)
    return taking.context


def test_every_command_stands_alone_or_has_its_slots_here() -> None:
    alone = {command.name for command in COMMANDS if command.usage == command.name}
    assert alone.isdisjoint({*SLOTS, *FREE}) and FREE.isdisjoint(SLOTS)
    assert {*alone, *SLOTS, *FREE} == set(BY_NAME)


@pytest.mark.parametrize(("line", "label"), [one for several in SLOTS.values() for one in several])
def test_what_could_stand_in_a_slot_is_offered(line: str, label: str, context: Context) -> None:
    offers = {offer.label: offer for offer in complete(line, len(line), context).items}
    assert label in offers


@pytest.mark.parametrize("name", sorted(FREE))
def test_nothing_is_offered_in_the_midst_of_words(name: str, context: Context) -> None:
    line = f"{name} a "
    assert not complete(line, len(line), context)


@pytest.mark.parametrize(("line", "label"), [one for several in SLOTS.values() for one in several])
def test_a_line_with_an_offer_taken_is_read_unless_more_has_to_follow(line: str, label: str, context: Context) -> None:
    found = complete(line, len(line), context)
    offer = next(one for one in found.items if one.label == label)
    taken = f"{line[: found.start]}{offer.insert}{line[found.end :]}"
    try:
        parse(taken.strip(), context)
    except Refusal:
        assert taken.strip() in WANTING


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_its_help_says_what_it_does_with_an_example(command: Command) -> None:
    assert command.help and len(f"{command.help}: {command.example}") <= 110
    if command.name.startswith("/") and command.usage != command.name:
        assert command_typed(f"{command.name} ") is command
    for alias in command.aliases:
        assert command_typed(f"{alias} ") is command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_it_is_in_the_palette_and_in_help(command: Command) -> None:
    words = command.said_as[0]
    assert command.insert in [value for value, _, _ in found_commands(words)]
    told = "\n".join("".join(run.text for run in row.runs).strip() for row in help_rows(200))
    assert command.usage in told and command.help in told
