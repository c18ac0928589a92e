"""What was recommended, in the words of a resolution; what isn't sure is left as it stands."""

from __future__ import annotations

import pytest

from boardtui.model.agenda import Recommendation
from boardtui.notation.recommended import as_resolved, resolved


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("note the report", "the report be noted"),
        ("Note the report.", "the report be noted"),
        ("to note the report", "the report be noted"),
        ("That the report be noted", "the report be noted"),
        ("The Board is asked to note the report", "the report be noted"),
        ("It is recommended that the fees be frozen", "the fees be frozen"),
        ("Members are asked to endorse the plan", "the plan be endorsed"),
        ("note and endorse the plan", "the plan be noted and endorsed"),
        ("receive, note and approve the accounts", "the accounts be received, noted and approved"),
        ("note and agree the plan", "the plan be noted and agreed"),
        ("note the report and approve the budget", "the report be noted and the budget be approved"),
        ("note the report and agree that a review be held", "the report be noted and a review be held"),
        ("support the programme", "the programme be supported"),
        ("adopt the policy with effect from May", "the policy be adopted with effect from May"),
        ("approve the plan, subject to funding", "the plan be approved subject to funding"),
        ("receive the report for information", "the report be received for information"),
        ("accept the tender", "the tender be accepted"),
        ("agree that a review be held", "a review be held"),
        ("agree to the proposals", "the proposals be agreed"),
        ("agree the budget", "the budget be agreed"),
        ("agree to write to the Minister", "it be agreed to write to the Minister"),
        ("note that work has begun", "it be noted that work has begun"),
        ("note the following:", "the following be noted:"),
    ],
)
def test_what_is_known_is_turned(asked: str, said: str) -> None:
    assert as_resolved(asked) == said


@pytest.mark.parametrize(
    "asked",
    [
        "consider the options",
        "review the proposals and note the next steps",
        "note the report and refer it to Cabinet",
        "note with thanks the work of the team",
        "note how the money was spent",
        "delegate authority to the Director",
        "note the council is asked to pay and to consider terms",
    ],
)
def test_what_is_not_known_is_left_as_it_stands(asked: str) -> None:
    assert as_resolved(asked) == asked


def test_sub_clauses_stay_under_what_leads_them_in() -> None:
    clauses = resolved(Recommendation(text="approve the following:", clauses=("the plan", "the budget")))
    assert [(c.level, c.text.parts[0]) for c in clauses] == [
        (1, "the following be approved:"),
        (2, "the plan"),
        (2, "the budget"),
    ]


def test_words_that_only_lead_in_go() -> None:
    clauses = resolved(Recommendation(text="The Board is asked to:", clauses=("note the plan", "approve the budget")))
    assert [(c.level, c.text.parts[0]) for c in clauses] == [(1, "the plan be noted"), (1, "the budget be approved")]
