"""Who is in the room in awkward meetings, whether they are enough, who presides, and how the sittings follow one another.

The cases are in `awkward/room_*.txt`, in the notation; `support.awkward` tells how they are written.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.awkward import Case, prove, read_cases

FILES = sorted(Path(__file__).with_name("awkward").glob("room_*.txt"))


@pytest.mark.parametrize("case", [case for file in FILES for case in read_cases(file)], ids=str)
def test_an_awkward_meeting_is_minuted(case: Case) -> None:
    prove(case)
