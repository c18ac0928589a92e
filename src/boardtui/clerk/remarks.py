"""What is said below a line that was recorded, in runs: a pure function from the record."""

from __future__ import annotations

from boardtui.clerk.interests import told_after
from boardtui.clerk.widgets.pane import Run
from boardtui.model.record import Record
from boardtui.rules.remarks import remarks


def remark_runs(record: Record) -> list[Run]:
    """What the act recorded last came to, what is amiss with it (`!`), and whether it leaves an item ahead inquorate."""
    said = [
        Run(f"! {one.sentence}", "warning") if one.amiss else Run(one.sentence, "accent") for one in remarks(record)
    ]
    ahead = told_after(record)
    return [*said, Run(f"! {ahead}", "warning")] if ahead else said
