"""Every writer takes any text that may be stored, in every place where text can stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import WRITERS, writer
from boardtui.model.text import clean
from support.laid_out import LAID_OUT
from support.plain_tree import EVERYTHING

KEPT = ("kind", "format", "version", "language", "date")
"""Fields that hold no text of anybody's."""


def with_text(value: Any, text: str) -> Any:
    """The tree with this text in place of every text."""
    if isinstance(value, dict):
        return {key: one if key in KEPT else with_text(one, text) for key, one in value.items()}
    if isinstance(value, list):
        return [with_text(one, text) for one in value]
    return text if isinstance(value, str) else value


@pytest.mark.parametrize("name", sorted(WRITERS))
@given(st.text().map(clean))
@example("")
@example("<b>&amp;</b> ]]> {0} %s {{x}} ${y}")
@example("一二三 é 👩‍👧 \ufffd")
@settings(max_examples=25, deadline=None)
def test_any_text(name: str, text: str) -> None:
    for tree in (EVERYTHING, LAID_OUT):
        minutes = Minutes.model_validate(with_text(tree.model_dump(mode="json"), text))
        first = writer(name)(minutes)
        assert first
        assert writer(name)(minutes) == first
