"""What is offered in the slots of commands about interests, the room and private session: only where a slot begins."""

from __future__ import annotations

import pytest

from boardtui.model.law import AccessLaw, Code
from boardtui.notation.complete import complete
from boardtui.notation.context import Context
from support.acts import Minuting, started
from support.awkward import BODIES
from support.meetings import called

AGENDA = BODIES["parish"] + "7. Depot (exempt 3)\n"


def context(*lines: str, code: str = "", law: str = "", own: str = "") -> Context:
    header = "".join(f"{name}: {value}\n" for name, value in (("code", code), ("law", law), ("interest", own)) if value)
    taking = called(AGENDA.replace("---\n1.", f"{header}---\n1."))
    for line in ("/present all", "/start 19:30", *(lines or ("# 2",))):
        taking.line(line)
    return Context(taking.record, labels=taking.house.interest_labels, phrases={"cr": "x"})


def labels(line: str, there: Context | None = None) -> list[str]:
    return [one.label for one in complete(line, len(line), there or context()).items]


def taken(line: str, there: Context | None = None) -> str:
    """The line with the first offer taken."""
    found = complete(line, len(line), there or context())
    return line[: found.start] + found.items[0].insert + line[found.end :]


ITEMS = ["1 Apologies for Absence", "2 Declarations of Interest", "3 Library Van", "4 Allotments"]
MODEL = ["dpi", "ori", "nri", "sensitive"]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("/declare ", ["none", "all", "Cllr Ada Brook"]),
        ("/declare n", ["none"]),
        ("/declare @pell", ["Cllr Joe Pell"]),
        ("/declare @pell ", ITEMS),
        ("/declare @pell 3", []),
        ("/declare @pell 3 ", MODEL),
        ("/declare @pell 3 5 ", MODEL),
        ("/declare @pell 3 d", ["dpi"]),
        ("/declare @pell 3 dpi ", []),
        ("/declare @pell d", ["dpi"]),
        ("/declare @pell all ", MODEL),
        ("/declare @pell motion 2 ", MODEL),
        ("/declare @pell 3 dpi his sister drives it", []),
        ("/declare @pell 3 dpi his sister drives it; ", ["left", "stayed", "spoke", "did not vote"]),
        ("/declare @pell 3 dpi his sister drives it; stayed, s", ["stayed", "spoke"]),
        ("/declare all 3 ", MODEL),
        ("/declare @hill for @pell ", ITEMS),
        ("/dispensation @pell ", ITEMS),
        ("/dispensation @pell 3 ", ["until"]),
        ("/dispensation @pell 3 until 2028; to s", []),
        ("/leave @pell ", ["for item", "until", "for good"]),
        ("/leave @pell for", ["for item", "for good"]),
        ("/leave @pell 20:05 (work)", []),
        ("/exclude ", ["for", "by reason of", "not needed", "not resolved"]),
        ("/exclude for ", ["7 Depot"]),
        ("/exclude n", ["not needed", "not resolved"]),
        ("/exclude by reason of n", []),
        ("/note @pell ", []),
        ("[19:40] /leave @pell ", ["for item", "until", "for good"]),
    ],
)
def test_what_is_offered(line: str, first: list[str]) -> None:
    found = labels(line)
    assert found[: len(first)] == first
    assert bool(found) is bool(first)


def test_in_an_item_the_kinds_come_first() -> None:
    assert labels("/declare @pell ", context("# 3"))[:5] == [*MODEL, ITEMS[0]]


@pytest.mark.parametrize(
    ("code", "own", "offered", "help"),
    [
        ("", "", "dpi", "disclosable pecuniary interest: must leave"),
        ("older", "", "personal", "personal interest: may stay, speak and vote"),
        ("nhs", "", "financial", "financial interest: the chair decides"),
        ("governors", "", "pecuniary", "pecuniary interest: must leave"),
        ("none", "kin | no vote", "kin", "kin interest: may speak, may not vote"),
        ("none", "kin | advice", "kin", "kin interest: the clerk advises"),
    ],
)
def test_a_kind_is_offered_with_what_it_asks_for(code: str, own: str, offered: str, help: str) -> None:
    there = context(code=code, own=own)
    line = "/declare @pell 3 "
    first = complete(line, len(line), there).items[0]
    assert (first.label, first.help) == (offered, help)


@pytest.mark.parametrize(
    ("law", "line", "offered"),
    [
        ("england", "/exclude ", ["paragraph 3", "paragraph 1", "paragraph 2"]),
        ("england", "/exclude 3 ", ["paragraph 1", "paragraph 2"]),
        ("england", "/exclude 3 f", ["for"]),
        ("wales", "/exclude ", ["paragraph 12", "paragraph 13"]),
        ("parish", "/exclude ", ["for", "by reason of"]),
    ],
)
def test_the_paragraphs_are_those_of_the_law_the_agendas_first(law: str, line: str, offered: list[str]) -> None:
    assert labels(line, context("# 7", law=law))[: len(offered)] == offered


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("/declare @pell 3 d", "/declare @pell 3 dpi "),
        ("/declare @pell ", "/declare @pell 1 "),
        ("/declare @pell 3 dpi x; le", "/declare @pell 3 dpi x; left"),
        ("/exclude for ", "/exclude for 7 "),
        ("/leave @pell u", "/leave @pell until "),
        ("/dispensation @pell 3 ", "/dispensation @pell 3 until "),
    ],
)
def test_an_offer_taken_fills_the_slot(line: str, whole: str) -> None:
    assert taken(line) == whole


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("law", AccessLaw)
def test_every_offer_of_a_kind_or_a_paragraph_can_be_read(code: Code, law: AccessLaw) -> None:
    from boardtui.notation.parse import parse

    there = context(code=code.value, law=law.value)
    for line in ("/declare @pell 3 ", "/exclude "):
        for offer in complete(line, len(line), there).items:
            if offer.insert.strip() not in ("for", "by reason of"):
                parse(f"{line}{offer.insert}".strip(), there)


def test_names_that_are_nobodys_offer_nothing() -> None:
    minuting: Minuting = started()
    assert labels("/declare @nobody ", Context(minuting.record)) == []
