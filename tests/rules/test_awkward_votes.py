"""Motions, amendments and votes in awkward meetings: what is before the meeting, how it ends, and what doesn't add up.

The cases are in `awkward/votes_*.txt`, in the notation; `support.awkward` tells how they are written.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.awkward import Case, prove, read_cases

FILES = sorted(Path(__file__).with_name("awkward").glob("votes_*.txt"))


@pytest.mark.parametrize("case", [case for file in FILES for case in read_cases(file)], ids=str)
def test_an_awkward_vote_is_minuted(case: Case) -> None:
    prove(case)
