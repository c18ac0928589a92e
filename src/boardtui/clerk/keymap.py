"""What the desk does at a key. With the commands that are typed it makes the one table behind slash menu, palette,
keys and help."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from boardtui.notation.completion import Completion


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """Something done at a key. id: the screen's action; key: its default key, as Textual names it; keycap: as clerks do;

    label: in two words; help: in a sentence; line: what it says for the clerk, where it is the key of a typed command;
    typed: what may be typed in its place, where that is no act; over: it lays a screen of its own over the desk.
    """

    id: str
    key: str
    keycap: str
    label: str
    help: str
    line: str = ""
    typed: str = ""
    over: bool = False

    @property
    def action(self) -> str:
        """What the screen of the desk does, as Textual calls it."""
        return f"over({self.id!r})" if self.over else self.id


KEY_COMMANDS = (
    KeyCommand("help", "f1", "F1", "help", "All commands and keys."),
    KeyCommand("agenda", "f2", "F2", "agenda", "Show or hide the agenda."),
    KeyCommand("room", "f3", "F3", "room", "Show or hide who is in the room."),
    KeyCommand(
        "gaps", "f4", "F4", "gaps", "What is missing, each a jump to where it is mended.", typed="/gaps", over=True
    ),
    KeyCommand(
        "prepared", "f5", "F5", "it happened", "The prepared text of this item happened as written.", "/prepared"
    ),
    KeyCommand("next", "f6", "F6", "next item", "Open the next item; its time is stamped.", "/next"),
    KeyCommand("previous", "f7", "F7", "item before", "Go back to the item before.", "/prev"),
    KeyCommand(
        "out",
        "ctrl+l",
        "Ctrl+L",
        "out and back",
        "Who must leave for an interest goes out; who left for one comes back.",
        "/out",
    ),
    KeyCommand("undo", "f8", "F8", "undo", "Undo the last thing recorded. Nothing is erased.", "/undo"),
    KeyCommand("redo", "f9", "F9", "redo", "Record again what was undone.", "/redo"),
    KeyCommand(
        "select_up", "ctrl+up", "Ctrl+↑", "block before", "Select the block before, to edit, strike or move it."
    ),
    KeyCommand("select_down", "ctrl+down", "Ctrl+↓", "block after", "Select the block after."),
    KeyCommand("page_up", "pageup", "PgUp", "scroll up", "Look further up in the minute."),
    KeyCommand("page_down", "pagedown", "PgDn", "scroll down", "Look further down in the minute."),
    KeyCommand("palette", "ctrl+p", "Ctrl+P", "find a command", "Find any command by what you would call it."),
    KeyCommand(
        "register",
        "f10",
        "F10",
        "register",
        "Take the register: everybody here with one key, then the exceptions. In the meeting, who comes and goes.",
        typed="/register",
        over=True,
    ),
    KeyCommand(
        "roll",
        "f11",
        "F11",
        "recorded vote",
        "A vote by name: everyone at once, a party at once, then the exceptions.",
        typed="/roll",
        over=True,
    ),
    KeyCommand(
        "trail",
        "f12",
        "F12",
        "trail",
        "The history of the meeting: every act, what became of it, and what undoing it changes.",
        typed="/trail",
        over=True,
    ),
    KeyCommand(
        "draft",
        "ctrl+r",
        "Ctrl+R",
        "read the draft",
        "The whole draft as it will print, with what is missing in its place; Space has a decision large, to be read back.",
        typed="/draft",
        over=True,
    ),
    KeyCommand(
        "copy",
        "ctrl+g",
        "Ctrl+G",
        "copy minute",
        "The minute that is shown goes to the clipboard, as text.",
        typed="/copy",
    ),
    KeyCommand("theme", "ctrl+t", "Ctrl+T", "colours", "The next theme: dark, light, high contrast."),
    KeyCommand("leave", "ctrl+q", "Ctrl+Q", "leave", "Leave boardtui. Everything is saved, also what is half typed."),
)


_BY_LINE = re.compile(r"/(?:roll|recorded|recount)(?:\s+needing\s+(.+))?", re.IGNORECASE)
"""A recorded vote of which nothing is said yet, but perhaps the majority it needs."""


def bindings() -> list[BindingType]:
    """The keys, as Textual wants them. Those that open a screen to type in come first: the next letters are for it."""
    return [
        Binding(c.key, c.action, c.label, show=False, tooltip=c.help, id=c.id, priority=c.over or c.id == "palette")
        for c in KEY_COMMANDS
    ]


def screen_asked_for(line: str) -> tuple[str, str] | None:
    """The screen that a typed line opens, by the id of its key, and what more it says; None for every other line."""
    line = line.strip()
    if found := _BY_LINE.fullmatch(line):
        return "roll", found[1] or ""
    return next(((command.id, "") for command in KEY_COMMANDS if command.typed and command.typed == line), None)


def typed_in_place(begun: str) -> tuple[Completion, ...]:
    """What may be typed in the place of a key, as offers for a line begun so."""
    from boardtui.notation.commands import BY_NAME

    own = (command for command in KEY_COMMANDS if command.typed not in BY_NAME)
    found = (command for command in own if begun and command.typed.startswith(begun))
    return tuple(Completion(command.typed, command.typed, command.help) for command in found)
