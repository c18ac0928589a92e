from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from boardtui.errors import InputError
from boardtui.minutes import attendance_forms
from boardtui.minutes.house import House, HouseError, house_names, load_house, read_house

DOCS = Path(__file__).parents[2] / "docs" / "house-styles.md"
OWN = 'like = "parish_council"\ntitle = "Own"\n'


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(HouseError) as caught:
        read_house(text, "own.toml")
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize("name", house_names())
def test_every_house_that_ships_is_whole(name: str) -> None:
    house = load_house(name)
    assert house.name == name
    assert house.title
    assert "{author}" in house.phrases["cr"]
    assert "personal and prejudicial" in house.interest_labels
    assert "next meeting" in house.due_words


def test_an_unknown_house_names_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        load_house("parish_counsel")
    assert caught.value.message == "There is no house style 'parish_counsel'."
    assert caught.value.hint == "Did you mean parish_council?"


def test_a_house_like_another_says_only_what_differs() -> None:
    house = read_house(f'{OWN}[words]\nchair = "Town Mayor"\n', "own.toml")
    assert (house.name, house.words.chair, house.words.body) == ("own", "Town Mayor", "Council")
    assert house.motions.joined


def test_what_is_not_toml_is_refused_with_its_line() -> None:
    message, _ = refused(f"{OWN}[words\n")
    assert message.startswith("own.toml is not understood:")
    assert "line 3" in message


def test_an_unknown_key_is_refused_with_its_line_and_the_nearest_name() -> None:
    message, hint = refused(f'{OWN}\n[room]\narived = "x"\n')
    assert message == "own.toml line 5: room.arived is not a key of a house style."
    assert hint == "Did you mean arrived?"
    message, hint = refused(f"{OWN}[roam]\n")
    assert hint == "Did you mean room?"


def test_a_key_in_a_list_is_refused_too() -> None:
    message, hint = refused(f'{OWN}[[attendance.lists]]\nwho = "members"\nheading = "P"\nlable = "x"\n')
    assert message.startswith("own.toml line 6: attendance.lists.0.lable")
    assert hint == "Did you mean label?"


def test_a_missing_key_is_named() -> None:
    message, hint = refused('title = "x"\n')
    assert message == "own.toml: language is missing."
    assert 'like = "common"' in hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[room]\ntook_chair = "{whom} sat."', "room.took_chair has no {whom}: its slots are {who}."),
        ('[room]\ntook_chair = "{who sat."', "room.took_chair } is missing at the end of '{who sat.'."),
        ("[room]\ntook_chair = 3", "room.took_chair should be text in quotation marks."),
        ('[items]\norder = "any"', "items.order should be 'agenda' or 'taken'."),
    ],
)
def test_a_value_that_cannot_be_is_refused(text: str, said: str) -> None:
    message, _ = refused(OWN + text)
    assert message == f"own.toml line 4: {said}"


def test_like_names_a_house_that_ships() -> None:
    message, hint = refused('like = "nobody"\n')
    assert message == "own.toml line 1: like = 'nobody' names no house style."
    assert "parish_council" in hint


def test_the_name_is_that_of_the_file() -> None:
    message, _ = refused(f"{OWN.replace('title', 'name')}")
    assert message == "own.toml line 2: name is no key."


def test_the_example_in_the_documentation_is_a_house() -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert example
    house = read_house(example[1], "town.toml")
    assert house.words.chair == "Town Mayor"
    assert not house.room.arrived


def tables(model: type[BaseModel]) -> list[tuple[str, type[BaseModel]]]:
    kinds = [(name, field.annotation) for name, field in model.model_fields.items()]
    return [(name, kind) for name, kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def test_the_documentation_tells_every_key() -> None:
    text = DOCS.read_text("utf-8")
    for table, model in [*tables(House), ("attendance.lists", attendance_forms.ListForm)]:
        assert f"[{table}]" in text, table
        for key in model.model_fields:
            assert f"`{key}`" in text or f"`{key} =" in text, f"{table}.{key}"


def test_what_no_text_may_hold_is_in_no_word_of_a_house() -> None:
    """A title that is never ended, and a bell in another word: between them a sentence of the minutes would be gone."""
    house = read_house(
        'like = "parish_council"\n[words]\nbody = "Board\\u001b]0;"\n[interests]\n'
        'kinds = { "dpi\\u0000" = "an\\u0007 interest\\u202e" }\ncolumns = ["a\\u001b[31m", "b", "c", "d", "e"]\n',
        "mine.toml",
    )
    assert house.words.body == "Board]0;"
    assert house.interests.kinds["dpi"] == "an interest"
    assert house.interests.columns[0] == "a"
