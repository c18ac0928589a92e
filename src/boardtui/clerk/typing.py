"""Typing: what the composer's keys come to. Which block is selected or being edited, and what is refused and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardtui.book.drafts import SELECTED
from boardtui.clerk.act_lines import as_told, is_text, standing
from boardtui.clerk.copying import MinuteCopier
from boardtui.clerk.helping import Helping
from boardtui.clerk.keymap import KEY_COMMANDS, screen_asked_for, typed_in_place
from boardtui.clerk.looking import viewed
from boardtui.clerk.opening import COMPOSER, Opening
from boardtui.clerk.pasted import PastedLines
from boardtui.clerk.turns import Fingers
from boardtui.clerk.widgets.hooks import ComposerHooks
from boardtui.errors import BoardError, Hesitation
from boardtui.model.acts.text import Jot, Paragraph
from boardtui.model.prose import Prose
from boardtui.notation.completion import Completions

if TYPE_CHECKING:
    from boardtui.book.glance import Glance
    from boardtui.clerk.screens.desk import DeskScreen
    from boardtui.desk import Desk
    from boardtui.desk.mending import Typed
    from boardtui.model.acts import Act
    from boardtui.model.record import Record

ANYTHING = Paragraph(text=Prose.of("Anything said now."))
HOW_TO_EDIT = "Enter puts it in its place, Esc leaves it as it was."
LINES = {command.key: command.line for command in KEY_COMMANDS if command.line}
"""The keys that say a line."""


class Typing:
    """The hooks of the composer, and the state that goes with them.

    selected: the seq of the selected block, None for none; looking: the key of the minute looked at, None for the open one;
    editing: the seq of the act being written anew, None when a new line is typed.
    """

    def __init__(self, opening: Opening, screen: DeskScreen) -> None:
        self._opening = opening
        self._screen = screen
        self.selected: int | None = None
        self.looking: int | None = None
        self.editing: int | None = None
        self._offered = ""  # what stands in the composer only to be looked at: gone with Esc
        self._kept_at: str | None = None  # where the draft lies, None before it was taken up
        self._said = False  # is what stands in the composer recorded already?
        self._waited = False  # has a key waited for the desk, and so been done with the meeting known?
        self.fingers = Fingers()
        self._copier = MinuteCopier(lambda text: screen.app.copy_to_clipboard(text))
        self._help = Helping(lambda: screen.echo)
        self._pasted = PastedLines(self._say_pasted, self._left_of_paste, screen.set_timer, self.keep)
        self.hooks = ComposerHooks(
            record=self.record,
            edited=self.edited,
            complete=self.complete,
            ghost=self.ghost,
            take_back=self.take_back,
            escape=self.escape,
            lines_pasted=self.lines_pasted,
            other_key=self.other_key,
            elsewhere=screen.key_behind_line,
            may_copy=self.may_copy,
            refused=self._refused,
        )

    def desk_now(self) -> Desk:
        """The desk, waited for if it is still being loaded; keys typed meanwhile wait in their order.

        All that was pasted before has been recorded.
        """
        self._pasted.finish()
        self._waited = True
        return self._opening.wait_for_desk()

    @property
    def place(self) -> str:
        """Where the draft belongs: with the block that is being written anew, or that is selected."""
        if self.editing is not None:
            return f"{COMPOSER} {self.editing}"
        return COMPOSER if self.selected is None else f"{COMPOSER} {SELECTED} {self.selected}"

    # --- the draft

    def take_up(self, glance: Glance) -> None:
        """Go on where the clerk was: the text, the caret, the block being edited, the block selected."""
        self._screen.composer.load(glance.draft, glance.caret)
        self.editing, self.selected = glance.editing, glance.selected
        self._kept_at = self.place
        if self.editing is not None:
            self._tell(HOW_TO_EDIT, "accent")

    def keep(self) -> None:
        """Keep what is being typed as it stands, with the caret where it is now."""
        if self._kept_at is not None:
            composer = self._screen.composer
            self._keep("" if self._said else composer.text, composer.caret)

    def _keep(self, text: str, caret: int) -> None:
        before, self._kept_at = self._kept_at, self.place
        whole = self._pasted.before(text)
        self._opening.keep_draft(self.place, whole, caret + len(whole) - len(text))
        if before is not None and before != self.place:
            self._opening.keep_draft(before, "", 0)

    # --- hooks

    def record(self, line: str) -> bool:
        """Enter: record the line, or say why not."""
        if not line.strip():
            return False
        desk = self.desk_now()
        if line.strip() == "/edit":
            return self._take_back_selected(desk)
        if self.editing is None and (asked := screen_asked_for(line)) is not None:
            return self._asked_for(*asked)
        try:
            if self.editing is not None:
                desk.revise(self.editing, line, place=self._kept_at)
            else:
                desk.say(line, selected=self.selected, place=self._kept_at)
        except Hesitation as asked:
            self._offered = line  # it gives way to what mends what is missing, and goes with Esc
            self._tell(asked.message, "warning")
            return False
        except BoardError as error:
            self._refused(error)
            return False
        self._said = True
        self._screen.app.notices_read()
        self._opening.said(as_told(desk, line))
        self._let_go()
        self._screen.show_waiting()
        self._screen.picture.hold()
        return True

    def _asked_for(self, command: str, words: str) -> bool:
        """What a typed line asks for that is no act. Returns whether the line was taken."""
        if command == "copy":
            return self.copy_minute("Enter")
        self._screen.open_by_line(command, words)
        return True

    def copy_minute(self, key: str) -> bool:
        """Copy the minute that is shown. key: what copies it if it is restricted, pressed again. Returns whether it went."""
        desk = self.desk_now()
        done, told = self._copier.copy(desk, self.viewed(desk.ahead), key)
        self._tell(told, "good" if done else "warning")
        return done

    def say(self, line: str) -> None:
        """Record a line that a key stands for; what is typed in the composer stays."""
        desk = self.desk_now()
        before = desk.ahead.entry_key
        try:
            desk.say(line, selected=self.selected)
        except BoardError as error:
            self._refused(error)
            return
        self._follow(desk, before)
        self._opening.said(as_told(desk, line))
        self.ask_for_more()

    def do(self, act: Act) -> None:
        """Record an act that was picked with the mouse."""
        desk = self.desk_now()
        before = desk.ahead.entry_key
        try:
            desk.do(act)
        except BoardError as error:
            self._refused(error)
            return
        self._follow(desk, before)
        self._opening.said(desk.show(act))
        self.ask_for_more()

    def ask_for_more(self) -> None:
        """What follows on what was recorded, here or on a screen over the desk, is offered where nothing is being typed."""
        if not self._screen.composer.text:
            self._screen.composer.ask_again()

    def edited(self, text: str, caret: int) -> None:
        """What is typed goes to disk as soon as the disk has time."""
        self.fingers.press()
        if text:
            self._screen.picture.release()
        self._copier.typed(text)
        self._said = False
        self._keep(text, caret)
        if self.editing is None and self._opening.trouble is None:
            self._help.typed(text)

    def complete(self, text: str, caret: int) -> Completions:
        """What could stand here; nothing while the meeting is still being loaded."""
        desk = self._opening.desk
        if desk is None or not any(mark in text for mark in "/@#;"):
            return Completions()
        from boardtui.notation.complete import complete

        found = complete(text, caret, desk.context(self.selected))
        own = typed_in_place(text[:caret]) if self.editing is None else ()
        if not own:
            return found
        # Those of the notation come first where everything is offered, and last where these were begun.
        return Completions(0, caret, (*found.items, *own) if caret == 1 else (*own, *found.items))

    def ghost(self, text: str) -> str:
        """The rest of the line that could be meant."""
        desk = self._opening.desk
        if desk is None or (text and text[0] not in "/="):
            return ""
        from boardtui.notation.complete import ghost

        return ghost(text, desk.context(self.selected))

    def take_back(self) -> str | None:
        """Up in an empty composer: the selected block, or the last one, as a line to be written anew."""
        desk = self.desk_now()
        act = self._to_edit(desk.ahead)
        if act is None:
            return None
        self.editing = act
        found = standing(desk.ahead, act)
        line = desk.show(found) if found is not None else ""
        self._tell(HOW_TO_EDIT, "accent")
        return line

    def escape(self) -> None:
        """Esc: leave the edit, the selection, the pane that lies over the minutes, what was told; never the desk."""
        self._screen.app.notices_read()
        if self.editing is not None:
            self.editing = None
            self._screen.composer.load("", 0)
            self.keep()
            self._tell("The block stands as it was.")
        elif not self._screen.fold_narrow():
            if self._offered and self._screen.composer.text == self._offered:
                self._screen.composer.load("", 0)
                self.keep()
            self._offered, self.looking = "", None
            self.pick(None)
            self._screen.echo.clear()
        self._screen.show()

    def lines_pasted(self, lines: list[str]) -> str:
        """Lines of text pasted into an empty composer are recorded like typed ones, and the last one stays to be looked at.

        With a command among them, or in the middle of a line, they are put into the one line being typed.
        """
        lines = [line.strip() for line in lines if line.strip()]
        desk = self.desk_now()
        if self._screen.composer.text or self.editing is not None or not all(is_text(desk, line) for line in lines):
            return " ".join(lines)
        self._pasted.take(lines[:-1])
        return lines[-1] if lines else ""

    def _say_pasted(self, line: str) -> bool:
        try:
            self._opening.wait_for_desk().say(line, selected=self.selected)
        except BoardError as error:
            self._refused(error)
            return False
        return True

    def _left_of_paste(self, text: str) -> None:
        composer = self._screen.composer
        before = f"{text} "
        composer.load(before + composer.text, len(before) + composer.caret)
        self.keep()

    def other_key(self, key: str) -> bool:
        """A key of the desk, done in its turn: what is typed behind F6 belongs to the next item."""
        line = LINES.get(key)
        if line is not None:
            self.say(line)
        return line is not None

    def may_copy(self, key: str) -> bool:
        """What is restricted goes to the clipboard, which every program reads, only when the clerk means it."""
        if not self._is_restricted():
            return True
        self._tell(f"This is restricted. {key} again copies it.", "warning")
        return False

    def _is_restricted(self) -> bool:
        """Is what stands in the composer kept from the public, once recorded or already?"""
        desk = self._opening.desk
        if desk is None:
            return True  # nobody knows yet
        from boardtui.rules.confidentiality import is_restricted_now

        record = desk.ahead
        if any(one.restricted for one in record.filed if one.seq == self.editing):
            return True
        try:
            said = desk.parse(self._screen.composer.text, self.selected).act
        except BoardError:
            said = ANYTHING
        return isinstance(said, Jot) or any(is_restricted_now(record, one) for one in (said, ANYTHING))

    # --- blocks

    def pick(self, seq: int | None) -> None:
        """Select this block, None for none. A half-typed line is kept with it: `/strike` must not come to mean another."""
        self.selected = seq
        if self._screen.composer.text:
            self.keep()

    def select(self, step: int) -> None:
        """Select the block after (1) or before (-1); the first time, the last block."""
        record = self.desk_now().ahead
        seqs = [block.seq for block in record.entries[self.viewed(record)].blocks]
        if not seqs:
            return
        if self.selected not in seqs:
            self.pick(seqs[-1])
        else:
            self.looking = self.viewed(record)
            at = seqs.index(self.selected) + step
            self.pick(seqs[at] if 0 <= at < len(seqs) else None)
        self._tell("↑ edits it, /strike strikes it, /up and /down move it, Esc lets it go." if self.selected else "")
        self._screen.show()

    def viewed(self, record: Record) -> int:
        """The key of the minute that is shown: the open one, unless another is looked at."""
        return viewed(record, self.selected, self.looking)

    def go_to(self, entry: int | None, seq: int | None, typed: Typed, why: str) -> None:
        """Look at a minute, with a block selected there, and have the line that mends something begun in the composer, if that

        is empty. Nothing is recorded by it, and Esc leads back. why: told above the composer.
        """
        record = self.desk_now().ahead
        found = record.block(seq) if seq is not None else None
        self.looking = found[0].key if found else entry
        self.pick(found[1].seq if found else None)
        composer = self._screen.composer
        if composer.text in ("", self._offered) and typed.text:
            composer.load(typed.text, typed.caret)
            self._offered = composer.text
            self.keep()
        self._tell(why, "accent")

    def _follow(self, desk: Desk, before: int) -> None:
        """Another item was opened: what was selected or looked at is let go. before: the key of the minute open before."""
        if desk.ahead.entry_key != before:
            self.looking = None
            self.pick(None)

    def refresh_offers(self) -> None:
        """The meeting is loaded: what was typed meanwhile may have offers. They would lie over why a line was refused."""
        if not self._waited:
            self._screen.composer.ask_again()

    def _take_back_selected(self, desk: Desk) -> bool:
        line = self.take_back()
        if line is None:
            self._refused(BoardError("There is no block yet to edit.", "Type what happens; /edit takes it back."))
            return False
        self._screen.composer.load(line, len(line))  # at once: the keys typed behind the Enter belong to it
        self.keep()
        return True

    def _to_edit(self, record: Record) -> int | None:
        if self.selected is not None:
            found = record.block(self.selected)
            return found[1].parts[-1] if found else None
        blocks = record.entries[self.viewed(record)].blocks
        return blocks[-1].parts[-1] if blocks else None

    def _refused(self, error: BoardError) -> None:
        self._opening.forget_said()
        self._screen.echo.refused(error.message, error.hint)

    def _tell(self, text: str, style: str = "muted") -> None:
        self._opening.forget_said()
        self._screen.echo.told(text, style)

    def _let_go(self) -> None:
        self.editing = self.selected = self.looking = None
        self._offered = ""
        self._screen.echo.clear()
