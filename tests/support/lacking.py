"""What a small meeting lacks, after some acts, in sentences."""

from __future__ import annotations

from boardtui.model.acts import Act, text
from boardtui.rules.gaps import gaps
from support.acts import Minuting, started


def sentences(minuting: Minuting) -> list[str]:
    """What it lacks."""
    return [gap.sentence for gap in gaps(minuting.record)]


def after(*acts: Act, item: str = "4", then: str = "8") -> list[str]:
    """The gaps after these acts in an item that has been left again; parks, unless another is given."""
    minuting = started()
    minuting.all(text.OpenItem(items=(item,)), *acts, text.OpenItem(items=(then,)))
    return sentences(minuting)
