"""Decisions in their words: the lead, the verb, the clauses and what hangs from them."""

from __future__ import annotations

import pytest

from support.minutes import said

B, P = "partnership_board", "parish_council"


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED that the pond be dug.",
        "RESOLVED the pond be dug",
        "resolved that the pond be dug",
        "That the pond be dug",
    ],
)
def test_the_words_before_a_clause_are_not_said_twice(line: str) -> None:
    assert said(B, f"= {line}") == ["RESOLVED that the pond be dug."]
    assert said(P, f"= {line}", "/lost") == ["The proposal that the pond be dug was LOST."]


def test_the_verb_is_the_decisions_own() -> None:
    assert said(B, "= ORDERED that the pond be dug", "/verb ORDERED") == ["ORDERED that the pond be dug."]
    assert said(B, "= RESOLVED that the pond be dug", "/verb ORDERED") == ["ORDERED that the pond be dug."]
    assert said(B, "= resolved disputes be listed") == ["RESOLVED that resolved disputes be listed."]
    assert said(B, "/recommend Cabinet: RECOMMENDED that it be dug") == ["RECOMMENDED to Cabinet that it be dug."]


def test_what_is_noted_or_recommended_takes_sub_clauses_and_no_other_clause() -> None:
    assert said(B, "/note the decisions", "== 3 Mill Lane: granted", "== The Forge: refused", "= the fee be paid") == [
        "NOTED the decisions:",
        "a) 3 Mill Lane: granted\nb) The Forge: refused",
        "RESOLVED that the fee be paid.",
    ]
    assert said(B, "/recommend Cabinet: the pond be:", "== dug", "== filled", "= the fee be paid") == [
        "RECOMMENDED to Cabinet that the pond be:",
        "a) dug\nb) filled",
        "RESOLVED that the fee be paid.",
    ]


def test_several_recommendations_in_a_row_to_one_body_are_one() -> None:
    assert said(
        B, "/recommend Cabinet: the pond be dug", "/recommend Cabinet: the band be paid", "/recommend Council: x"
    ) == [
        "RECOMMENDED to Cabinet that:",
        "(1) The pond be dug.",
        "(2) The band be paid.",
        "RECOMMENDED to Council that x.",
    ]
    lines = ("/recommend Cabinet: the pond be dug", "The Board thought again.", "/recommend Cabinet: it be wide")
    assert said(B, *lines)[2] == "RECOMMENDED to Cabinet that it be wide."


def test_words_that_begin_with_that_and_a_comma_do_not_say_it_twice() -> None:
    assert said(B, "= That, the pond be dug.") == ["RESOLVED that the pond be dug."]
    assert said(B, "/move @birch @cedar: That, in spring, the pond be dug") == [
        "It was moved by Councillor Birch, seconded by Councillor Cedar, that in spring, the pond be dug."
    ]
