"""The note of decisions: what was decided and what it takes to understand it, and nothing else."""

from __future__ import annotations

import pytest

from boardtui.minutes.decision_note import note
from boardtui.minutes.formats import Source
from boardtui.minutes.house import read_house
from boardtui.minutes.tree import SectionHeading
from boardtui.rules.confidentiality import public_record
from support.minutes import blocks_of, minuting, text_of


def noted(*lines: str, house: str = "parish_council", public: bool = True) -> list[str]:
    """The blocks of the note of a small meeting, from the declarations on."""
    taking = minuting(house, *lines)
    tree = note(Source(public_record(taking.record) if public else taking.record, taking.house))
    return blocks_of(text_of(tree.model_copy(update={"council": "", "title": "", "attendance": ()})))


def test_a_decision_stands_there_without_what_led_to_it() -> None:
    assert noted("The pond was deep.", "? How deep", "= the pond be drained", "! @birch buy a pump") == [
        "Decisions", "7 The Pond", "It was RESOLVED that the pond be drained.",
    ]  # fmt: skip


def test_what_was_moved_and_lost_stands_there_with_its_words() -> None:
    said = noted("/move @birch @cedar: the pond be drained", "/vote 2 3 0")
    assert said[2:] == [
        "It was proposed by Cllr Birch, seconded by Cllr Cedar, that the pond be drained.",
        "The motion was LOST (2 for, 3 against, 0 abstentions).",
    ]


def test_a_motion_that_came_to_nothing_yet_does_not() -> None:
    assert noted("/move @birch @cedar: the pond be drained")[1:] == ["No decisions were taken."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/minutes 1 August 2026 approved", "The minutes of the meeting held on 1 August 2026 were approved"),
        ("/extend 16:00", "RESOLVED that the meeting be extended"),
        ("/defer to October", "This item was deferred to October."),
        ("/withdraw item", "This item was withdrawn."),
        ("/note the thaw", "NOTED the thaw."),
    ],
)
def test_other_decisions(line: str, words: str) -> None:
    assert any(words in block for block in noted(line)[2:])


def test_interests_stand_together_and_once() -> None:
    said = noted("/move @elm @cedar: it be drained", "/declare @birch motion personal", "/vote 3 1 0")
    (declared,) = (block for block in said if "declared" in block)
    assert said[:2] == ["Declarations of Interest", declared]


def test_what_is_private_is_not_in_it_but_its_summary_is() -> None:
    private = ("/exclude 3", "= the secret be kept", "/move @birch @cedar", "/vote 4 1 0", "/summary One decided.")
    said = noted("# 6", *private, "/readmit")
    assert "secret" not in " ".join(said)
    assert said[-1] == "One decided."
    assert any("secret" in block for block in noted("# 6", *private, "/readmit", public=False))


def test_who_was_there_is_what_the_house_lists() -> None:
    taking = minuting("parish_council", "/apologies @elm (unwell)", "/guest Joan Bell, Village Hall", "/public 3")
    heads = [one.heading for one in note(Source(taking.record, taking.house)).attendance]
    assert heads == ["Present:", "Apologies for absence:"]
    words = (
        'like = "parish_council"\ntitle = "Own"\n[decision_note]\nlists = ["apologies"]\ndecisions = "Penderfyniadau"\n'
    )
    tree = note(Source(taking.record, read_house(words, "own.toml")))
    assert [one.heading for one in tree.attendance] == ["Apologies for absence:"]
    assert [one.text for one in tree.body if isinstance(one, SectionHeading)] == ["Penderfyniadau"]


def test_it_is_no_draft_and_is_not_signed_but_says_when_it_must_not_go_out() -> None:
    taking = minuting("parish_council", "# 6", "/exclude 3", "= it be kept", "/readmit", "/close 15:00")
    public, whole = (note(Source(r, taking.house)) for r in (public_record(taking.record), taking.record))
    assert (public.draft, public.closing, public.signature) == ("", "", ())
    assert whole.draft == "NOT FOR PUBLICATION"
