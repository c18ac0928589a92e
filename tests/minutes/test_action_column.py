"""Actions in a column beside the minutes: what a house says of it, what the tree holds, and nothing restricted in public."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardtui.minutes.compose import compose, compose_entry
from boardtui.minutes.decision_note import note
from boardtui.minutes.formats import FORMATS, Source, outputs
from boardtui.minutes.house import House, HouseError, house_names, load_house, read_house
from boardtui.minutes.tree import Action, Minute, Minutes
from boardtui.rules.confidentiality import public_record
from support.leaks import words_in
from support.meetings import Taking
from support.minutes import blocks_of, minuting, text_of

DOCS = Path(__file__).parents[2] / "docs" / "house-styles.md"
COLUMN = '[actions]\nplacement = "column"\n'
ACTED = ("The pond was deep.", "! @elm dig the pond by 4 October 2026", "# 4", "! tell the band")
SECRET = ("# 6", "/exclude 3 for 6", "Sold.", "! @elm sack the zebra", "/readmit")


def house_with(text: str, like: str = "parish_council") -> House:
    return read_house(f'like = "{like}"\ntitle = "x"\n{text}', "x.toml")


def actions(minutes: Minutes) -> list[Action]:
    parts = (part for one in minutes.body if isinstance(one, Minute) for part in one.parts)
    return [part for part in parts if isinstance(part, Action)]


def composed(house: House, taking: Taking) -> Minutes:
    return compose(taking.record, house)


def test_an_action_reads_in_the_column_as_the_house_says_and_in_a_line_besides() -> None:
    minutes = composed(house_with(COLUMN), minuting("parish_council", *ACTED))
    assert minutes.action_column == ("Discussion", "Action")
    assert [(one.beside, one.text) for one in actions(minutes)] == [
        ("Eve Elm: dig the pond by 4 October 2026", "ACTION: Eve Elm to dig the pond by 4 October 2026."),
        ("tell the band", "ACTION: tell the band."),
    ]
    own = house_with(COLUMN + 'beside = "{owners}<, {due}>"\ncolumn = ["", "Who"]\n')
    minutes = composed(own, minuting("parish_council", *ACTED))
    assert minutes.action_column == ("", "Who")
    assert actions(minutes)[0].beside == "Eve Elm, 4 October 2026"


def test_a_house_without_words_for_the_line_has_those_of_the_column() -> None:
    taking = minuting("full_council", *ACTED)
    blocks = blocks_of(text_of(composed(house_with(COLUMN, "full_council"), taking)))
    assert "Eve Elm: dig the pond by 4 October 2026" in blocks


def test_what_goes_on_stands_in_the_column_too() -> None:
    taking = minuting("parish_council", "! @elm dig the pond", "+ and the ditch")
    (one,) = actions(composed(house_with(COLUMN), taking))
    assert one.beside == "Eve Elm: dig the pond and the ditch"


def test_on_the_desk_it_stands_where_it_was_agreed() -> None:
    taking = minuting("parish_council", *ACTED[:2])
    minute = compose_entry(taking.record, house_with(COLUMN), taking.record.entry_key)
    assert [part.text for part in minute.parts if part.kind == "action"] == [
        "ACTION: Eve Elm to dig the pond by 4 October 2026."
    ]


@pytest.mark.parametrize("name", house_names())
def test_other_places_have_no_column_and_any_house_may_have_one(name: str) -> None:
    taking = minuting(name, *ACTED)
    assert composed(load_house(name), taking).action_column == ()
    assert not any(one.beside for one in actions(composed(load_house(name), taking)))
    both = composed(house_with(COLUMN, name), taking)
    assert all(both.action_column) and all(one.beside for one in actions(both))


def test_the_note_of_decisions_has_none() -> None:
    taking = minuting("parish_council", *ACTED)
    assert note(Source(taking.record, house_with(COLUMN))).action_column == ()


@pytest.mark.parametrize("name", FORMATS)
def test_a_restricted_action_is_in_no_public_column(name: str) -> None:
    taking, house = minuting("parish_council", *ACTED, *SECRET), house_with(COLUMN)
    public = outputs(name, Source(public_record(taking.record), house))
    assert [one.ending for one in public if words_in(one.data, ("zebra",))] == []
    assert public == outputs(name, Source(public_record(taking.record), house))


def test_what_it_says_in_private_changes_no_byte_of_the_public_ones() -> None:
    house = house_with(COLUMN)
    one, other = (
        public_record(minuting("parish_council", *ACTED, *SECRET[:3], action, "/readmit").record)
        for action in ("! @elm sack the zebra", "! @birch sell the depot by 1 December 2026")
    )
    for name in ("docx", "odt", "html", "txt"):
        assert outputs(name, Source(one, house)) == outputs(name, Source(other, house))


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ('placement = "side"', "actions.placement should be 'line', 'column', 'table' or 'list'"),
        ('column = ["Action"]', "actions.column"),
        ('beside = "{owner}"', "actions.beside has no {owner}: its slots are {owners} {text} {due}"),
        ('besides = ""', "actions.besides is not a key of a house style"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(says: str, said: str) -> None:
    with pytest.raises(HouseError) as refused:
        house_with(f"[actions]\n{says}\n")
    assert refused.value.message.startswith(f"x.toml line 4: {said}")


def test_the_example_in_the_documentation_is_a_house() -> None:
    example = re.search(r'```toml\n(like = "partnership_board".*?)```', DOCS.read_text("utf-8"), re.DOTALL)
    assert example
    assert read_house(example[1], "icb.toml").actions.placement == "column"
