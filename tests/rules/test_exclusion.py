"""What each law asks for before business is taken in private, and what is listed where that is missing."""

from __future__ import annotations

import pytest

from boardtui.errors import Refusal
from boardtui.model.acts import corrections, meeting, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.law import AccessLaw
from boardtui.notation.complete import ghost
from boardtui.notation.context import Context
from boardtui.notation.parse import parse
from boardtui.rules.access import ACCESS, access_of
from boardtui.rules.confidentiality import is_restricted_now, public_record
from boardtui.rules.gap import Lack
from boardtui.rules.gaps import gaps
from boardtui.rules.procedure import breaches
from support.acts import prose, started

WORDS = text.Paragraph(text=prose("A buyer had been found."))
EXEMPT = "7"
NEEDING = (AccessLaw.ENGLAND, AccessLaw.WALES, AccessLaw.NORTHERN_IRELAND)

FLAGGED = [
    (None, "Item 6 is exempt, and the public have not been excluded."),
    (AccessLaw.ENGLAND, "not been excluded under section 100A(4) of the Local Government Act 1972."),
    (AccessLaw.WALES, "not been excluded under section 100A(4) of the Local Government Act 1972."),
    (AccessLaw.NORTHERN_IRELAND, "under section 42(4) of the Local Government Act (Northern Ireland) 2014."),
    (AccessLaw.PARISH, "under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960."),
    (AccessLaw.NHS, "under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960."),
    (AccessLaw.GOVERNORS, "is confidential, and the governors have not resolved that it should remain so"),
]


def of_paragraphs(law: AccessLaw | None, act: meeting.Exclude) -> list[str]:
    """What is listed of the paragraphs of this resolution."""
    minuting = started(law=law)
    minuting(text.OpenItem(items=("3",)))
    minuting(act)
    return [gap.sentence for gap in gaps(minuting.record) if gap.lack is Lack.PARAGRAPHS]


@pytest.mark.parametrize(("law", "words"), FLAGGED)
def test_an_exempt_item_taken_without_the_resolution_is_flagged_with_the_law(law: AccessLaw | None, words: str) -> None:
    minuting = started(law=law)
    minuting(text.OpenItem(items=(EXEMPT,)))
    (said,) = breaches(minuting.record, WORDS)
    assert words in said
    minuting(WORDS)
    assert any(words in gap.sentence for gap in gaps(minuting.record))
    minuting(corrections.Override(reason="the Chair ruled that nobody was there"))
    assert not any(words in gap.sentence for gap in gaps(minuting.record))


@pytest.mark.parametrize("law", [None, *AccessLaw])
def test_after_the_resolution_nothing_is_flagged(law: AccessLaw | None) -> None:
    minuting = started(law=law)
    minuting.all(text.OpenItem(items=(EXEMPT,)), meeting.Exclude(items=(EXEMPT,)))
    assert breaches(minuting.record, WORDS) == ()


def test_where_no_law_asks_for_a_resolution_exempt_business_is_private_all_the_same() -> None:
    minuting = started(law=AccessLaw.NONE)
    minuting(text.OpenItem(items=(EXEMPT,)))
    assert breaches(minuting.record, WORDS) == ()
    assert is_restricted_now(minuting.record, WORDS)
    minuting(WORDS, restricted=True)
    assert not any(block.act == WORDS for _, block in public_record(minuting.record).blocks())


@pytest.mark.parametrize("law", [None, *AccessLaw])
def test_a_resolution_without_paragraphs_is_a_gap_where_the_law_asks_for_them(law: AccessLaw | None) -> None:
    found = of_paragraphs(law, meeting.Exclude(items=(EXEMPT,)))
    wanted = ["Item 3: under which paragraph the public were excluded is not said."]
    assert found == (wanted if law in NEEDING else [])


@pytest.mark.parametrize("law", NEEDING)
@pytest.mark.parametrize(
    "act",
    [
        meeting.Exclude(reason="confidential information of a Government department"),
        meeting.Exclude(result=ExclusionResult.NOT_NEEDED),
        meeting.Exclude(result=ExclusionResult.NOT_RESOLVED),
    ],
)
def test_confidential_business_and_no_exclusion_need_no_paragraph(law: AccessLaw, act: meeting.Exclude) -> None:
    assert of_paragraphs(law, act) == []


@pytest.mark.parametrize(
    ("law", "paragraphs", "words"),
    [
        (AccessLaw.ENGLAND, ("3",), ""),
        (AccessLaw.ENGLAND, ("7A", "3(a)"), ""),
        (AccessLaw.ENGLAND, ("14",), "Schedule 12A to the Local Government Act 1972 has no paragraph 14: they are 1 to 7."),
        (AccessLaw.WALES, ("14", "18A"), ""),
        (AccessLaw.WALES, ("3", "14"), "Part 4 of Schedule 12A to the Local Government Act 1972 has no paragraph 3:"),
        (AccessLaw.NORTHERN_IRELAND, ("12",), "(Northern Ireland) 2014 has no paragraph 12: they are 1 to 7."),
        (AccessLaw.PARISH, ("3",), "paragraph 3 is not printed: the Public Bodies (Admission to Meetings) Act 1960"),
        (AccessLaw.NONE, ("3",), ""),
        (None, ("99",), ""),
    ],
)  # fmt: skip
def test_paragraphs_that_the_law_has_not(law: AccessLaw | None, paragraphs: tuple[str, ...], words: str) -> None:
    found = of_paragraphs(law, meeting.Exclude(paragraphs=paragraphs, items=(EXEMPT,)))
    assert words in found[0] if words else found == [], found


@pytest.mark.parametrize(
    ("law", "words"), [(AccessLaw.WALES, "they are 12 to 18."), (None, "1 to 7, in Wales 12 to 18.")]
)
def test_a_word_that_is_no_paragraph_is_refused_with_those_of_the_law(law: AccessLaw | None, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse("/exclude everything", Context(started(law=law).record))
    assert words in refused.value.message


@pytest.mark.parametrize(("law", "offered"), [(None, "3"), (AccessLaw.ENGLAND, "3"), (AccessLaw.PARISH, "")])
def test_the_paragraph_on_the_agenda_is_offered_where_the_law_asks_for_one(law: AccessLaw | None, offered: str) -> None:
    minuting = started(law=law)
    minuting(text.OpenItem(items=(EXEMPT,)))
    assert ghost("/exclude ", Context(minuting.record)) == offered


def test_every_law_has_its_table() -> None:
    assert set(ACCESS) == set(AccessLaw)
    assert access_of(started(law=AccessLaw.WALES).record).about["14"] == "financial or business affairs"
