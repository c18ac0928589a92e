"""The table of awkward cases is looked at, not only read: what isn't so fails, and says what was found instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.awkward import BODIES, prove, read_cases

CASE = """case: two of six
body: parish
with: quorum: one third
item: 7. Budget | Recorded vote: yes
-- four have said nothing
/present @brook @dale
/start 19:30
# 7
    {expected}
/leave @brook 19:40
"""


def proved(expected: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.txt"
    file.write_text(CASE.format(expected=expected), "utf-8")
    (case,) = read_cases(file)
    prove(case)


TRUE = (
    "present: brook dale", "counting: dale brook", "entitled: brook dale", "presiding: brook", "quorate: yes", "needed: 2",
    "prints: 13/27 Budget", "prints (full_council): Present: / Councillor Ada Brook (Chairman)", "prints not: Cllr Hill",
    "public prints: 13/27 Budget", "public prints not: Cllr Hill",
    "gap: neither present nor excused", "no gap: nobody", "hindsight present: brook dale",
)  # fmt: skip
FALSE = (
    "present: brook", "counting: dale", "entitled: nobody", "presiding: dale", "quorate: no", "needed: 3", "gaps: none",
    "prints: 14/27 Budget", "prints not: 13/27 Budget", "gap: Nobody is marked present", "no gap: neither present",
    "kept: a reason", "public prints: 14/27 Budget", "public prints not: 13/27 Budget", "hindsight present: dale",
)  # fmt: skip


@pytest.mark.parametrize("expected", TRUE)
def test_what_is_so_is_proved(expected: str, tmp_path: Path) -> None:
    proved(expected, tmp_path)


@pytest.mark.parametrize("expected", FALSE)
def test_what_is_not_so_is_told_with_what_was_found(expected: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"line 8, # 7\n.*\nbut: "):
        proved(expected, tmp_path)


def test_a_line_that_was_to_be_refused_and_is_taken_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception):
        proved("refused: not started", tmp_path)


def test_what_nobody_can_look_at_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nothing to look at"):
        proved("quorum: yes", tmp_path)


@pytest.mark.parametrize("body", BODIES)
def test_the_standard_bodies_can_meet(body: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.txt"
    file.write_text(
        f"case: a meeting\nbody: {body}\n/present all\n/start 14:00\n/close 15:00\n    quorate: yes\n", "utf-8"
    )
    (case,) = read_cases(file)
    prove(case)
