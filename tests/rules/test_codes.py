"""What each code of conduct asks of a member, label by label, and what is said of it."""

from __future__ import annotations

import pytest

from boardtui.minutes.house import house_names, load_house
from boardtui.model.acts import business, interests, text
from boardtui.model.acts.business import RollStep
from boardtui.model.acts.interests import Conduct, Declare, Scope
from boardtui.model.law import Code, Consequence, OwnKind
from boardtui.rules.codes import CODES, kind_of
from boardtui.rules.interests import ARREARS, Duty, Weight, biting, duties, may_not_vote, must_leave
from boardtui.rules.procedure import breaches
from support.acts import HALE, NAIR, ORME, Minuting, prose, started

ITEM_3 = Scope(items=("3",))

TABLE: dict[Code, dict[str, Duty]] = {
    Code.MODEL: {
        "dpi": Duty.LEAVE,
        "Disclosable Pecuniary": Duty.LEAVE,
        "disclosable pecuniary interest": Duty.LEAVE,
        "ORI": Duty.LEAVE,
        "other registrable": Duty.LEAVE,
        "other registrable interest": Duty.LEAVE,
        "nri": Duty.ADVICE,
        "non-registrable": Duty.ADVICE,
        "prejudicial": Duty.ADVICE,
    },
    Code.OLDER: {
        "personal": Duty.STAY,
        "personal interest": Duty.STAY,
        "prejudicial": Duty.LEAVE,
        "Personal and Prejudicial": Duty.LEAVE,
        "dpi": Duty.ADVICE,
    },
    Code.WALES: {
        "personal": Duty.STAY,
        "prejudicial": Duty.LEAVE,
        "personal and prejudicial interest": Duty.LEAVE,
        "ori": Duty.ADVICE,
    },
    Code.NHS: {
        "financial": Duty.ADVICE,
        "direct financial": Duty.ADVICE,
        "indirect financial interest": Duty.ADVICE,
        "non-financial professional": Duty.ADVICE,
        "non-financial personal": Duty.ADVICE,
        "indirect": Duty.ADVICE,
    },
    Code.GOVERNORS: {
        "pecuniary": Duty.LEAVE,
        "conflict of interest": Duty.LEAVE,
        "impartiality": Duty.LEAVE,
        "personal": Duty.ADVICE,
    },
    Code.NONE: {"dpi": Duty.ADVICE, "personal": Duty.ADVICE, "prejudicial": Duty.ADVICE},
}
CASES = [(code, label, duty) for code, labels in TABLE.items() for label, duty in labels.items()]


def declared(
    label: str, *conduct: Conduct, dispensed: bool = False, own: tuple[OwnKind, ...] = (), code: Code | None = None
) -> Minuting:
    """Nair's interest in the item that is open."""
    minuting = started(interests=own, code=code)
    minuting(Declare(who=(NAIR,), scope=ITEM_3, label=label, conduct=conduct))
    if dispensed:
        minuting(interests.Dispensation(who=(NAIR,), scope=ITEM_3))
    minuting(text.OpenItem(items=("3",)))
    return minuting


def told(minuting: Minuting) -> list[str]:
    return [one.sentence("Nair") for one in duties(minuting.record)]


@pytest.mark.parametrize(("code", "label", "duty"), CASES)
def test_what_a_code_asks_for(code: Code, label: str, duty: Duty) -> None:
    record = declared(label, code=code).record
    assert [bite.duty for bite in biting(record)] == [duty]
    assert must_leave(record) == ((NAIR,) if duty is Duty.LEAVE else ())
    assert (NAIR in may_not_vote(record)) is (duty is Duty.LEAVE)


@pytest.mark.parametrize("code", Code)
def test_every_code_has_its_table_and_its_source(code: Code) -> None:
    conduct = CODES[code]
    assert set(TABLE) == set(CODES)
    assert bool(conduct.source) is (code is not Code.NONE)
    labels = [label for kind in conduct.kinds for label in kind.labels]
    assert len(labels) == len(set(labels))
    assert all(label == label.lower() for label in labels)


@pytest.mark.parametrize("name", house_names())
def test_every_house_prints_every_label_of_every_code(name: str) -> None:
    house = load_house(name)
    for code in CODES.values():
        for kind in code.kinds:
            printed = {house.interests.kinds[label].split(" / ")[-1] for label in kind.labels}
            assert printed == {kind.called}, "in English, beside any other language"


def test_a_meeting_called_before_there_were_codes_goes_on_under_the_model_code() -> None:
    assert [bite.duty for bite in biting(declared("dpi").record)] == [Duty.LEAVE]


@pytest.mark.parametrize(
    ("consequence", "duty", "sentence"),
    [
        (Consequence.LEAVE, Duty.LEAVE, "Nair must leave: close associate interest"),
        (Consequence.NO_VOTE, Duty.NO_VOTE, "Nair may speak, may not vote: close associate interest"),
        (Consequence.STAY, Duty.STAY, "Nair may stay, speak and vote: close associate interest"),
        (Consequence.ADVICE, Duty.ADVICE, "Nair has a close associate interest: the clerk advises"),
    ],
)
def test_a_kind_of_the_bodys_own(consequence: Consequence, duty: Duty, sentence: str) -> None:
    own = (OwnKind(label="Close Associate", consequence=consequence),)
    minuting = declared("close associate", own=own)
    assert [bite.duty for bite in biting(minuting.record)] == [duty]
    assert told(minuting) == [sentence.replace("close associate", "Close Associate")]
    assert (NAIR in may_not_vote(minuting.record)) is (duty in (Duty.LEAVE, Duty.NO_VOTE))


def test_a_kind_of_the_bodys_own_goes_before_that_of_its_code() -> None:
    own = (OwnKind(label="ORI", consequence=Consequence.STAY),)
    assert [bite.duty for bite in biting(declared("ori", own=own).record)] == [Duty.STAY]


def test_a_dispensation_lifts_what_keeps_from_the_vote_but_not_council_tax_arrears() -> None:
    own = (OwnKind(label="loyalty", consequence=Consequence.NO_VOTE),)
    for label in ("dpi", "loyalty"):
        minuting = declared(label, dispensed=True, own=own)
        assert may_not_vote(minuting.record) == {}
        assert [one.weight for one in duties(minuting.record)] == [Weight.DONE]
    minuting = started()
    minuting.all(interests.Dispensation(everyone=True), text.OpenItem(items=("3",)), interests.Arrears(who=(NAIR,)))
    assert may_not_vote(minuting.record) == {NAIR: ARREARS}


SAID: list[tuple[str, Code | None, str, tuple[Conduct, ...], str, Weight]] = [
    ("who must go", None, "dpi", (), "Nair must leave: disclosable pecuniary interest", Weight.PRESSING),
    ("who has gone", None, "dpi", (Conduct.LEFT,), "Nair has left: disclosable pecuniary interest", Weight.DONE),
    ("who must, and says they stayed", None, "dpi", (Conduct.STAYED,), "Nair must leave: disclosable pecuniary interest",
     Weight.PRESSING),
    ("the clerk advises", None, "nri", (), "Nair has a non-registrable interest: the clerk advises", Weight.HEED),
    ("the chair decides", Code.NHS, "direct financial", (), "Nair has a direct financial interest: the chair decides",
     Weight.HEED),
    ("how it was managed", Code.NHS, "financial", (Conduct.STAYED, Conduct.DID_NOT_VOTE),
     "Nair stayed and did not vote: financial interest", Weight.HEED),
    ("who may stay", Code.WALES, "personal", (), "Nair may stay, speak and vote: personal interest", Weight.HEED),
    ("of what kind isn't said", None, "", (), "Nair has an interest: the clerk advises", Weight.HEED),
    ("governors withdraw", Code.GOVERNORS, "conflict of interest", (), "Nair must leave: conflict of interest",
     Weight.PRESSING),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "label", "conduct", "sentence", "weight"), [one[1:] for one in SAID], ids=[one[0] for one in SAID]
)
def test_what_is_said(
    code: Code | None, label: str, conduct: tuple[Conduct, ...], sentence: str, weight: Weight
) -> None:
    minuting = declared(label, *conduct, code=code)
    assert told(minuting) == [sentence]
    assert [one.weight for one in duties(minuting.record)] == [weight]


@pytest.mark.parametrize(
    ("code", "label", "words"),
    [
        (Code.MODEL, "dpi", "must leave before discussion, and may not speak or vote, unless dispensed"),
        (Code.MODEL, "ori", "may first speak where the public may"),
        (Code.MODEL, "nri", "a reasonable member of the public"),
        (Code.OLDER, "prejudicial", "may first speak where the public may"),
        (Code.WALES, "prejudicial", "may not seek to influence"),
        (Code.NHS, "financial", "the chair decides how it is managed"),
        (Code.GOVERNORS, "pecuniary", "leave the meeting, and may not vote"),
        (Code.NONE, "dpi", "the clerk advises"),
    ],
)
def test_the_code_says_in_a_sentence_what_is_to_be_done(code: Code, label: str, words: str) -> None:
    assert words in kind_of(declared(label, code=code).record, label).must


def test_an_interest_of_all_lets_those_stay_who_are_dispensed() -> None:
    minuting = started()
    minuting(Declare(everyone=True, scope=ITEM_3, label="dpi"))
    minuting.all(interests.Dispensation(who=(NAIR,), scope=ITEM_3), text.OpenItem(items=("3",)))
    assert NAIR not in must_leave(minuting.record)
    assert len(must_leave(minuting.record)) == 5


def test_an_interest_in_a_motion_bites_while_that_is_before_the_meeting() -> None:
    minuting = started()
    minuting(text.OpenItem(items=("3",)))
    minuting(Declare(who=(NAIR,), scope=Scope(motion=2), label="dpi"))
    minuting(Declare(who=(ORME,), scope=Scope(motion=0), label="ori"))
    assert must_leave(minuting.record) == ()
    minuting(business.Move(movers=(HALE,), words=prose("the hours be longer")))
    assert must_leave(minuting.record) == (ORME,)
    minuting(business.Amend(movers=(HALE,), words=prose("on weekdays")))
    assert must_leave(minuting.record) == (ORME,)
    minuting(business.Amend(movers=(HALE,), words=prose("by an hour")))
    assert must_leave(minuting.record) == (NAIR, ORME)
    minuting(business.Put(target=1))
    assert must_leave(minuting.record) == (ORME,)


def test_a_roll_that_gives_a_vote_to_one_who_may_not_is_flagged_in_the_codes_words() -> None:
    minuting = declared("prejudicial", code=Code.WALES)
    roll = business.Roll(steps=(RollStep(option="for", everyone=True),))
    assert breaches(minuting.record, roll) == ("Councillor Sunil Nair may not vote: a prejudicial interest.",)
