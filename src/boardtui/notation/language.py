"""The whole language: which form reads a line, and which writes an act."""

from __future__ import annotations

import difflib
import re
from typing import Any

from pydantic import ValidationError

from boardtui.errors import Refusal
from boardtui.model.acts.base import Act
from boardtui.notation import (
    correction_forms,
    decision_forms,
    interest_forms,
    item_forms,
    meeting_forms,
    motion_forms,
    room_forms,
    text_forms,
    vote_forms,
)
from boardtui.notation.commands import BY_NAME, COMMANDS
from boardtui.notation.context import Context
from boardtui.notation.forms import Form, Wanting
from boardtui.notation.line import command_of, mark_of, substitution_of
from boardtui.notation.text_forms import ParagraphForm


def read(line: str, context: Context) -> Act:
    """The act a line says; it is tidy, and without the time before it. Raises Refusal."""
    form, rest = _form_of(line)
    try:
        return form.parse(rest, context)
    except Wanting as lacking:
        command = BY_NAME.get(form.name)
        raise Refusal(lacking.message, f"Write {command.usage}." if command else "") from lacking
    except ValidationError as wrong:
        command = BY_NAME.get(form.name)
        raise Refusal(_sentence(wrong), f"Write {command.usage}." if command else "") from wrong


def write(act: Act, context: Context) -> str:
    """The line that says an act. Raises Refusal for a summons, whose text is the agenda file."""
    form = next((form for form in (_PARAGRAPH, *FORMS) if form.says(act)), None)
    if form is None:
        raise Refusal(f"No line says {type(act).__name__}.", "A summons is written as an agenda file.")
    return form.line(act, context)


def _form_of(line: str) -> tuple[Form[Any], str]:
    if not line:
        raise Refusal("There is nothing on the line.", "Write what was said, or / for the commands.")
    if marked := mark_of(line):
        return _BY_NAME[marked[0]], marked[1]
    if substitution_of(line):
        return _BY_NAME["/replace"], line
    if (called := command_of(line)) is None:
        return _PARAGRAPH, line
    form = _BY_NAME.get(f"/{called[0]}")
    if form is None:
        raise _no_command(*called)
    if _RUN_TOGETHER.match(line):
        raise Refusal(f"After {form.name} comes a space.", "Each command stands on a line of its own.")
    return form, called[1]


def _no_command(name: str, rest: str) -> Refusal:
    said = f"{name} {rest}".casefold().rstrip(" .!")
    near = [command.name for command in COMMANDS if said in command.said_as] or _nearest(name)
    meant = f"Did you mean {' or '.join(near)}? To minute it as text, put" if near else "To minute it as text, put"
    return Refusal(f"There is no command /{name}.", f"{meant} \\ before it.")


def _nearest(name: str) -> list[str]:
    """The two commands that are most like what was typed: begun so, called so, or spelt nearly so."""
    names = [known for known in _BY_NAME if known.startswith("/")]
    begun = [known for known in names if known.startswith(f"/{name}")]
    called = [command.name for command in COMMANDS if any(said.startswith(name) for said in command.said_as)]
    spelt = difflib.get_close_matches(f"/{name}", names, n=2, cutoff=0.55)
    return list(dict.fromkeys((*begun, *called, *spelt)))[:2]


def _sentence(wrong: ValidationError) -> str:
    """What is wrong, in one sentence."""
    said = wrong.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
    return f"{said[0].upper()}{said[1:]}{'' if said.endswith('?') else '.'}"


_PARAGRAPH = ParagraphForm()
_RUN_TOGETHER = re.compile(r"/[A-Za-z-]+[^\sA-Za-z\d;:.,!?@-]")
"""A command and what is no part of it, as `/out/vote 3 1`."""
FORMS: tuple[Form[Any], ...] = (
    *text_forms.FORMS,
    *item_forms.FORMS,
    *room_forms.FORMS,
    *interest_forms.FORMS,
    *decision_forms.FORMS,
    *motion_forms.FORMS,
    *vote_forms.FORMS,
    *meeting_forms.FORMS,
    *correction_forms.forms(read, write),
)
"""Every command's form. A plain paragraph is read when none of them is named."""


def _named() -> dict[str, Form[Any]]:
    forms = {form.name: form for form in FORMS}
    aliases = {alias: forms[command.name] for command in BY_NAME.values() for alias in command.aliases}
    return forms | aliases


_BY_NAME = _named()
