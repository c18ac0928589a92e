"""Which screen a key lays over the desk, and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from boardtui.clerk.widgets.pane import Run

if TYPE_CHECKING:
    from boardtui.clerk.opening import Opening
    from boardtui.clerk.screens.over import OverDesk
    from boardtui.clerk.typing import Typing
    from boardtui.desk.history import ToldLines
    from boardtui.desk.mending import Typed
    from boardtui.desk.missing import Answered, Missing


def screen_over(
    command: str, words: str, *, typing: Typing, opening: Opening, saved: Callable[[], Run], told: ToldLines
) -> OverDesk:
    """The screen of a key, by its id. words: what more the line says that asked for it.

    typing, opening, saved: of the desk; told: the lines of the trail that have been worked out.
    """
    from boardtui.clerk.screens.draft import DraftScreen
    from boardtui.clerk.screens.gaps import GapsScreen
    from boardtui.clerk.screens.register import RegisterScreen
    from boardtui.clerk.screens.rollcall import RollCallScreen
    from boardtui.clerk.screens.trail import TrailScreen
    from boardtui.desk import missing

    desk = typing.desk_now()
    screens: dict[str, Callable[[], OverDesk]] = {
        "draft": lambda: DraftScreen(desk, saved, partial(_looks, typing)),
        "gaps": lambda: GapsScreen(
            missing.told(desk.context(), restricted=True, found=desk.missing_at_close), saved, _leads(typing)
        ),
        "register": lambda: RegisterScreen(desk, saved, opening.keep_draft, opening.half_typed("register")),
        "roll": lambda: RollCallScreen(opening, desk, saved, words),
        "trail": lambda: TrailScreen(desk, saved, told),
    }
    return screens[command]()


def _looks(typing: Typing, entry: int | None, seq: int | None) -> None:
    """From a line of the draft to its block."""
    from boardtui.desk.mending import NOTHING_TYPED

    typing.go_to(entry, seq, NOTHING_TYPED, "Esc leads back to where the meeting is.")


def _leads(typing: Typing) -> Callable[[Missing | Answered, Typed], None]:
    """From the list of what is missing to where it is mended."""
    from boardtui.desk.missing import Missing

    def go(one: Missing | Answered, typed: Typed) -> None:
        if isinstance(one, Missing):
            typing.go_to(one.gap.entry, one.gap.seq, typed, one.sentence)
        else:
            entry = next((gap.entry for gap in one.kept.gaps), None)
            typing.go_to(entry, one.kept.override.about, typed, f"Answered with: {one.reason}")

    return go
