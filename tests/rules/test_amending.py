"""How a motion reads when an amendment to it is carried."""

from __future__ import annotations

import pytest

from boardtui.rules.amending import amended, instruction

TREES = "no street tree be felled without a report to the Council"


@pytest.mark.parametrize(
    ("amendment", "reads"),
    [
        ('the words "save in an emergency" be added', f"{TREES} save in an emergency"),
        ('add the words ", save in an emergency" at the end', f"{TREES}, save in an emergency"),
        ("add “in June”", f"{TREES} in June"),
        ('the word "healthy" be inserted before "street"', TREES.replace("street", "healthy street")),
        ('insert "or hedge" after "street tree"', TREES.replace("street tree", "street tree or hedge")),
        ('after "tree" insert "or hedge"', TREES.replace("tree be", "tree or hedge be")),
        ('Delete "street"', TREES.replace("street ", "")),
        ('the words "without a report to the Council" be deleted', "no street tree be felled"),
        ('leave out "a report to the Council" and insert "the consent of the Mayor"',
         "no street tree be felled without the consent of the Mayor"),
        ('for "Council" read "Cabinet"', TREES.replace("Council", "Cabinet")),
        ('that for "Council" there be', None),
        ('replace "felled" with "cut"', TREES.replace("felled", "cut")),
        ('the word "felled" be replaced by "cut"', TREES.replace("felled", "cut")),
        ('substitute "cut" for "felled"', TREES.replace("felled", "cut")),
        ('to delete the word "Council" and replace it with "Cabinet".', TREES.replace("Council", "Cabinet")),
        ("it be wide", None), ("", None), ('"street"', None),
        ('delete "hedge"', None),  # doesn't stand in it
        ('delete "e"', None), ('replace "tree be fell" with "x"', None),  # no whole words
        ('add "a" and delete "street"', None),  # more than one thing
    ],
)  # fmt: skip
def test_an_amendment_in_words_that_can_be_followed_is_made(amendment: str, reads: str | None) -> None:
    assert amended(TREES, amendment) == reads


def test_words_that_stand_there_twice_are_for_the_clerk() -> None:
    assert amended("the pond be dug and the pond be fenced", 'delete "the pond"') is None


def test_a_closing_stop_stays_at_the_end() -> None:
    assert amended("The pond be dug.", 'add "in June"') == "The pond be dug in June."


@pytest.mark.parametrize(
    ("amendment", "told"),
    [
        ("add “in June”", "add “in June”"),
        ("To delete all words after “That”", "delete all words after “That”"),
        ("Substitute “cut” for “felled”", "substitute “cut” for “felled”"),
        ("substitute members be paid", ""),
        ("it be wide", ""),
        ("the words “in June” be added", ""),
        ("additional trees be planted", ""),
        ("", ""),
    ],
)
def test_what_tells_what_to_do_is_known_from_how_it_shall_read(amendment: str, told: str) -> None:
    assert instruction(amendment) == told
