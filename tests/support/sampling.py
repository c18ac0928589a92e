"""A sample of a long list in the suite, the whole of it in `make soak`: for lists of which each entry takes seconds."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
"""Is this a long search?"""

T = TypeVar("T")


def sampled(values: Collection[object], usual: Collection[object]) -> list[ParameterSet]:
    """Parameters of a test, of which only the usual ones are tried in the suite. They must be among the values."""
    assert set(usual) <= set(values)
    return [pytest.param(value, marks=() if value in usual else pytest.mark.soak) for value in values]


def every_third(values: Sequence[T], first: int) -> Sequence[T]:
    """Every third of these, from the first or one behind it; in a long search all of them."""
    return values if SOAK else values[first % 3 :: 3]
