"""A line before its words are read: cleaned, its stock phrases filled in, its first mark told from text."""

from __future__ import annotations

import re

from boardtui.errors import Refusal
from boardtui.model.limits import LONGEST_LINE, figure
from boardtui.model.text import clean_line
from boardtui.notation.context import Context
from boardtui.notation.slots import cut, escape

MARKS = ("-", "--", "?", ">", "=", "==", "===", "!", "+", "~", "#", "##", '"', "|")
_MARK = re.compile(r'(--?|={1,3}|##?|[?>!+~"|])(?: |$)')
_COMMAND = re.compile(r"/([A-Za-z][A-Za-z-]*)(?=[\W\d_]|$)")
_PHRASE = re.compile(r"(?<![^\s(\[])(\\*);([^\W_][\w-]*)")
_PLACEHOLDER = re.compile(r"\{([a-z ]+)\}")
_NEEDED = {
    "author": "the author of a report, and this item has none",
    "title": "the title of an item, and none is open",
    "chair": "somebody in the chair, and nobody is known to be",
    "date": "the day of the meeting, and it is not known",
    "next number": "the number of the next minute, and it is not known",
}
"""What a phrase needs for each of its values, and why it can't be had."""
_LEADING = re.compile(r"\\+(?P<kept>[@;])?")


def tidy(line: str) -> str:
    """A line as it is read: clean, on one line, without space at its ends. Raises Refusal for one that is too long."""
    if len(line) > LONGEST_LINE:
        raise Refusal(
            f"The line is {figure(len(line))} characters long, and the most is {figure(LONGEST_LINE)}.",
            "Divide it into several.",
        )
    return clean_line(line)


def with_phrases(line: str, context: Context) -> str:
    """The line with each `;phrase` of the house in place of its name; `\\;` and names of no phrase stay.

    Raises Refusal for a phrase that needs a value there is none of now.
    """
    if ";" not in line or not context.phrases:
        return line
    phrases = {name.casefold(): text for name, text in context.phrases.items()}

    def filled(found: re.Match[str]) -> str:
        text = phrases.get(found[2].casefold())
        if text is None or len(found[1]) % 2:
            return found[0]
        if missing := lacking(text, context):
            raise _unfilled(found[2], text, missing, context)
        return "\\" * (len(found[1]) // 2) + fill(text, context)

    return tidy(_PHRASE.sub(filled, line))


def lacking(phrase: str, context: Context) -> str:
    """The first of a stock phrase's `{placeholders}` that has no value now; '' when it can be filled."""
    return next((found[1] for found in _PLACEHOLDER.finditer(phrase) if not context.live.get(found[1])), "")


def fill(phrase: str, context: Context, unknown: str = "…") -> str:
    """A stock phrase with live values for its `{placeholders}`. unknown: what stands for one that has none."""
    return _PLACEHOLDER.sub(
        lambda found: escape(context.live.get(found[1]) or unknown, at=lambda _: True),
        phrase,
    )


def _unfilled(name: str, phrase: str, missing: str, context: Context) -> Refusal:
    """Why a phrase can't be said now, and how it would begin if it were written out."""
    why = _NEEDED.get(missing, f"{{{missing}}}, which nothing gives")
    return Refusal(f"“;{name}” needs {why}.", f"Write it out: {fill(phrase, context)}")


def mark_of(line: str) -> tuple[str, str] | None:
    """The mark a line begins with and what follows it; None for text."""
    found = _MARK.match(line)
    return (found[1], line[found.end() :].strip()) if found else None


def command_of(line: str) -> tuple[str, str] | None:
    """The command a line begins with, without slash, hyphens or capitals, and what follows it; None for text."""
    found = _COMMAND.match(line)
    return (found[1].replace("-", "").lower(), line[found.end() :].strip()) if found else None


def substitution_of(line: str) -> tuple[str, str, str | None] | None:
    """Old words, new words and what stands behind the last slash of `s/old/new/`; None for text, such as `s/he said`.

    Behind it stands "", `g` for everywhere, or what means nothing there; None where the last slash was forgotten.
    """
    parts = cut(line[2:], "/", most=2) if line.startswith("s/") else []
    if len(parts) < 2:
        return None
    return parts[0], parts[1], parts[2] if len(parts) > 2 else None


def plain_of(line: str) -> str | None:
    """What a line says that a leading backslash makes a plain paragraph; None if none does.

    Backslashes directly before `@` or `;` belong to those.
    """
    found = _LEADING.match(line)
    return line[1:] if found is not None and found["kept"] is None else None
