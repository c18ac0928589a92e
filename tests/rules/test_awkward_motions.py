"""Motions, amendments, votes, interests, private session and earlier minutes in awkward meetings.

The cases are in `awkward/motions_*.txt`, in the notation; `support.awkward` tells how they are written.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.awkward import Case, prove, read_cases

FILES = sorted(Path(__file__).with_name("awkward").glob("motions_*.txt"))


@pytest.mark.parametrize("case", [case for file in FILES for case in read_cases(file)], ids=str)
def test_an_awkward_motion_is_minuted(case: Case) -> None:
    prove(case)
