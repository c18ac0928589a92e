"""What the keys of the review do to a reading, and what they ask for first."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from boardtui.agendas import revising
from boardtui.agendas.parts import Part
from boardtui.agendas.problems import shortened
from boardtui.clerk.review.asking import Ask, ask, ask_part, middle_of
from boardtui.clerk.review.keys import ReviewKey
from boardtui.clerk.review.marking import Marking, Revise
from boardtui.clerk.widgets.bars import Echo
from boardtui.clerk.widgets.line import Line
from boardtui.clerk.widgets.pasting import fitting, pasted_lines


class Mending:
    """asked: what is being asked, None for nothing. echo: where it is told what was done."""

    def __init__(self, marking: Marking, echo: Echo) -> None:
        self._marking, self._echo = marking, echo
        self.asked: Ask | None = None

    def do(self, key: ReviewKey) -> None:
        """Do what the key says at what is marked. Raises Refusal."""
        if key.does in ("undo", "redo", "add"):
            _DOES[key.does](self)
        elif self._marking.one is None:
            self._echo.told("There is no line here.")
        elif self._marking.on_folded:
            self._echo.told("These are several lines: Enter opens them first.")
        elif key.part is not None:
            self._make(key.part)
        else:
            _DOES[key.does](self)

    def press(self, event: events.Key) -> None:
        """A key while something is asked: Esc lets it go, Enter takes it. Raises Refusal, and it is still asked."""
        asked = self.asked
        if asked is None:
            return
        if event.key == "escape":
            self.asked = None
            self._echo.clear()
        elif event.key == "enter":
            asked.take(asked.line)
            if self.asked is asked:
                self.asked = None
        else:
            asked.press(event)
            if told := asked.told(asked.line.text):
                self._echo.told(told)

    def paste(self, text: str) -> None:
        """What is pasted is typed. Raises Refusal for too much."""
        if self.asked is not None and not self.asked.moves_only:
            line = self.asked.line
            line.insert(fitting(" ".join(pasted_lines(text)), line.text))

    # --- what is done

    def _revise(self, how: Revise, what: str, *, to: int | None = None) -> None:
        """Do it, and say what was done."""
        words = shortened(revising.said(self._marking.reading.placed[self._marking.at])) if self._marking.one else ""
        self._marking.revise(how, f"{what}: {words}", to=to)
        self._echo.recorded(f"{what}: {words}")

    def _make(self, part: Part) -> None:
        self._revise(lambda reading, at: revising.made(reading, at, part), str(part))

    def _accept(self) -> None:
        self._revise(revising.accepted, "right")
        if not self._marking.next_trouble(1):
            self._echo.told("Nothing is doubtful or left over any more. F5 makes the meeting.", "good")

    def _join(self) -> None:
        self._revise(revising.joined, "joined", to=revising.above(self._marking.reading.placed, self._marking.at))

    def _move_in(self, by: int) -> None:
        self._revise(lambda reading, at: revising.moved_in(reading, at, by), "deeper" if by > 0 else "less deep")

    def _take_in(self) -> None:
        self._revise(revising.taken_in, "taken in")

    def _split(self) -> None:
        def take(line: Line) -> None:
            to = self._marking.at + 1
            self._revise(lambda reading, at: revising.split(reading, at, line.caret), "split", to=to)

        text = self._words()
        self.asked = ask("Split where? ", text, take, caret=middle_of(text), moves_only=True)
        self._echo.told("← → Ctrl+← Ctrl+→ move the caret to where the second part begins; Enter splits.")

    def _edit(self) -> None:
        def take(line: Line) -> None:
            self._revise(lambda reading, at: revising.worded(reading, at, line.text), "reworded")

        self.asked = ask(f"{self._marking.one.part if self._marking.one else ''}: ", self._words(), take)

    def _renumber(self) -> None:
        def take(line: Line) -> None:
            self._revise(lambda reading, at: revising.renumbered(reading, at, line.text), "numbered")

        self.asked = ask("Number: ", (self._marking.one.number if self._marking.one else None) or "", take)

    def _words(self) -> str:
        return self._marking.one.text if self._marking.one is not None else ""

    def _as_what(self) -> None:
        self._ask_part("As what? ", self._make)

    def _add(self) -> None:
        self._ask_part("Add what? ", self.ask_words)

    def _ask_part(self, prompt: str, take: Callable[[Part], None]) -> None:
        self.asked = ask_part(prompt, take)
        self._echo.told(self.asked.told(""))

    def ask_words(self, part: Part) -> None:
        """Ask for what the source doesn't say, to add it behind what is marked."""

        def take(line: Line) -> None:
            what = f"added: {part}: {shortened(line.text)}"
            to = self._marking.at + 1 if self._marking.one is not None else 0
            self._marking.revise(lambda reading, _: revising.added(reading, to - 1, part, line.text), what, to=to)
            self._echo.recorded(what)

        self._echo.clear()
        self.asked = ask(f"{part}: ", "", take)

    def _undo(self) -> None:
        self._tell_turned("undone", self._marking.undo())

    def _redo(self) -> None:
        self._tell_turned("redone", self._marking.redo())

    def _tell_turned(self, word: str, what: str) -> None:
        if what:
            self._echo.recorded(f"{word}: {what}")
        else:
            self._echo.told(f"There is nothing to be {word}.")


_DOES: dict[str, Callable[[Mending], None]] = {
    "accept": Mending._accept,
    "join": Mending._join,
    "split": Mending._split,
    "as_what": Mending._as_what,
    "edit": Mending._edit,
    "renumber": Mending._renumber,
    "deeper": lambda mending: mending._move_in(1),
    "shallower": lambda mending: mending._move_in(-1),
    "take_in": Mending._take_in,
    "add": Mending._add,
    "undo": Mending._undo,
    "redo": Mending._redo,
}
"""What is done at each of the keys in REVIEW_KEYS that change the reading, but for those that make a part."""
