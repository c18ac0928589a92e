"""The register: everybody who belongs to the meeting, the count and the quorum, and a key for whatever is so of somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from typing_extensions import override

from boardtui.clerk.register.asking import half_typed
from boardtui.clerk.register.marking import Marking
from boardtui.clerk.register.rows import NONE, heading_runs, stage_rows
from boardtui.clerk.register.steps import NOTHING, Outcome, Step
from boardtui.clerk.screens.over import OverDesk
from boardtui.clerk.widgets.bars import Bar, Lines
from boardtui.clerk.widgets.pane import FittingPane, Run
from boardtui.clerk.widgets.pasting import fitting, pasted_lines
from boardtui.errors import BoardError
from boardtui.model.acts import Act
from boardtui.model.acts.base import PersonRef
from boardtui.model.people import PersonKey
from boardtui.rules.registering import key_of, last_said, last_taken_back, roll

if TYPE_CHECKING:
    from boardtui.desk import Desk

KeepDraft = Callable[[str, str, int], None]


class RegisterScreen(OverDesk):
    """Whatever is marked is filed at once, by a line said at the desk like any other; `…` marks what waits for the book.

    What is said together by one key is undone together. saved: the mark of the desk's heading; keep: keeps in a place of the
    meeting what is half typed here; kept: what was, by place, which is brought up to date.
    """

    CSS = """
    RegisterScreen { layout: vertical; background: $background; }
    RegisterScreen #people { padding: 0 1; }
    RegisterScreen #stage { background: $background; }
    RegisterScreen #typed { background: $surface; }
    RegisterScreen #legend { height: 2; padding: 0 1; background: $panel; }
    """

    def __init__(self, desk: Desk, saved: Callable[[], Run], keep: KeepDraft, kept: dict[str, str]) -> None:
        super().__init__(saved)
        self._desk, self._keep_draft, self._kept = desk, keep, kept
        self._steps: list[Step] = [Marking()]
        self._steps += [step for place, text in kept.items() if (step := half_typed(place, text)) is not None][:1]
        self._said: tuple[int, str] | None = None
        self._done: list[_Group] = []
        self._taken_back: list[_Group] = []
        self._stage = Lines(id="stage")
        self._people = FittingPane(id="people", resized=self._show, picked=self._picked)
        self._typed, self._legend = Bar(id="typed"), FittingPane(id="legend", resized=self._show)

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._stage
        yield self._people
        yield self.echo
        yield self._typed
        yield self._legend

    def on_mount(self) -> None:
        """Show it, and say what was half typed."""
        if len(self._steps) > 1:
            self.echo.told("This was half typed when the register was left. Esc lets it go.", "accent")
        self._show()

    @override
    def recorded(self) -> None:
        if self._said is not None and self._desk.record.last_seq >= self._said[0]:
            self.echo.recorded(self._said[1])
            self._said = None
        self._show()

    # --- keys

    @property
    def _step(self) -> Step:
        return self._steps[-1]

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn."""
        if self.is_behind(event):
            return
        event.stop()
        event.prevent_default()
        if event.key in _OWN:
            _OWN[event.key](self)
            return
        self._step.page = max(1, self._people.size.height - 2)
        self._do(lambda: self._step.press(event, self._desk.context()))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed, on one line."""
        event.stop()
        self._do(lambda: self._paste(event.text))

    def _paste(self, text: str) -> Outcome:
        line = self._step.line
        line.insert(fitting(" ".join(pasted_lines(text)), line.text))
        return NOTHING

    def _picked(self, key: str | int) -> None:
        self._do(lambda: self._step.pick(key, self._desk.context()))

    def _do(self, step: Callable[[], Outcome]) -> None:
        try:
            outcome = step()
            if outcome.acts:
                self._say(outcome.acts, outcome.about)
        except BoardError as error:
            self._tell_refusal(error)
            return
        if outcome.then is not None:
            self.echo.clear()
            self._steps.append(outcome.then)
        if outcome.told:
            self.echo.told(outcome.told)
        if outcome.back:
            self._back()
        self._keep()
        self._show()

    def _back(self) -> None:
        """Esc: out of what is asked, then out of the register."""
        if len(self._steps) == 1:
            self.leave()
        else:
            self._steps.pop()

    def _tell_refusal(self, error: BoardError) -> None:
        self._said = None
        self.echo.refused(error.message, error.hint)
        self._show()

    # --- saying

    def _say(self, acts: Sequence[Act], about: PersonRef) -> None:
        """Say these acts at the desk, line by line, and show the register whole again, with somebody marked."""
        said: list[tuple[int, str]] = []
        try:
            for act in acts:
                line = self._desk.show(act)
                said.append((self._file(line), line))
        finally:
            if said:
                self._done.append(tuple(said))
                self._taken_back.clear()
        self._wait_for("; ".join(line for _, line in said))
        self._steps = [Marking(person=key_of(self._desk.ahead, about))]

    def _file(self, line: str) -> int:
        """Say a line; what is half typed is cleared with it. Returns the seq of its act."""
        self._desk.say(line, place=self._step.draft(self._desk.context())[0])
        return self._desk.ahead.last_seq

    def _wait_for(self, words: str) -> None:
        """Show these as recorded when the book has the last act said."""
        self._said = self._desk.ahead.last_seq, words

    def _leave(self) -> None:
        """The way it was opened: what is half typed is there when it is opened again, but for letters that find somebody."""
        if len(self._steps) == 1:
            self._steps = [Marking()]
            self._keep()
        self.leave()

    def _turn(self, turned: Callable[[RegisterScreen], None]) -> None:
        """Undo or redo, where nothing is being asked."""
        if len(self._steps) > 1:
            self.echo.told("Esc first: something is being asked.")
            return
        try:
            turned(self)
        except BoardError as error:
            self._tell_refusal(error)

    def _undo(self) -> None:
        group = self._done.pop() if self._done else self._earlier(last_said(self._desk.ahead))
        for seq, _ in reversed(group):
            self._file(f"/undo {seq}")
        self._taken_back += [group] if group else []
        self._tell_turned("undo", group)

    def _redo(self) -> None:
        group = self._taken_back.pop() if self._taken_back else self._earlier(last_taken_back(self._desk.ahead))
        for seq, _ in group:
            self._file(f"/redo {seq}")
        self._done += [group] if group else []
        self._tell_turned("redo", group)

    def _earlier(self, seq: int | None) -> _Group:
        """What was said before the register was opened."""
        act = self._desk.ahead.act(seq) if seq is not None else None
        return ((seq, self._desk.show(act)),) if seq is not None and act is not None else ()

    def _tell_turned(self, command: str, group: _Group) -> None:
        if group:
            self._wait_for(f"/{command}: {'; '.join(line for _, line in group)}")
        else:
            self.echo.told(f"There is nothing of the register to {command}.")
        self._show()

    def _keep(self) -> None:
        """What is half typed goes to disk, and what was is taken away."""
        place, text = self._step.draft(self._desk.context())
        for other in [other for other in self._kept if other != place]:
            self._keep_at(other, "")
        if text != self._kept.get(place, ""):
            self._keep_at(place, text)

    def _keep_at(self, place: str, text: str) -> None:
        self._kept[place] = text
        if not text:
            del self._kept[place]
        self._keep_draft(place, text, len(text))

    # --- showing

    def _show(self) -> None:
        context, step = self._desk.context(), self._step
        width = self._people.content_size.width
        if not width:
            return  # nothing is laid out yet
        self._stage.put(stage_rows(context.record, width, timed=self._desk.now() is not None))
        rows, focus = step.rows(context, width, self._waiting())
        self._people.show(rows, focus=focus)
        self._typed.say(*step.typed(context, width))
        self._legend.show(step.legend())
        self.show_heading()

    @override
    def head(self) -> Sequence[Run]:
        return heading_runs(self._desk.record)

    def _waiting(self) -> frozenset[PersonKey]:
        """Those of whom something said is not in the book yet."""
        if not self._desk.waiting:
            return NONE
        stands = {one.person: one for one in roll(self._desk.record)}
        return frozenset(one.person for one in roll(self._desk.ahead) if stands.get(one.person) != one)


_Group = tuple[tuple[int, str], ...]
"""The acts that one key said, with their lines."""


_OWN: dict[str, Callable[[RegisterScreen], None]] = {
    "f10": RegisterScreen._leave,
    "f8": lambda register: register._turn(RegisterScreen._undo),
    "f9": lambda register: register._turn(RegisterScreen._redo),
}
"""What these keys do whatever is being asked."""
