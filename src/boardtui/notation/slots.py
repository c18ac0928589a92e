"""Parts of a line: where it is cut, and the backslashes that keep it from being cut.

One rule for a character that means something in its place: n backslashes directly before it are n // 2 backslashes, and
if n is odd the character is only itself. Inside quotes and brackets a backslash keeps any character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
BRACKETED = re.compile(r"\[((?:[^\]\\]|\\.)*)\]")
_KEPT_WHOLE = re.compile(rf"{QUOTED.pattern}|{BRACKETED.pattern}")
COLON = r":(?=\s|$)"
"""A colon that parts: one followed by a space. `14:32` and `C:\\` hold none."""

_PHRASE_AHEAD = re.compile(r"[^\W_]")


@lru_cache(maxsize=64)
def _runs_before(special: str) -> re.Pattern[str]:
    return re.compile(rf"(\\*)([{re.escape(special)}])")


def unescape(text: str, also: str = "") -> str:
    """The text that was meant. also: what else than `;` and `@` means something in its place."""
    if "\\" not in text:
        return text
    return _runs_before(f";@{also}").sub(lambda run: "\\" * (len(run[1]) // 2) + run[2], text)


def escape(text: str, always: str = "", *, also: str = "", at: Callable[[int], bool] | None = None) -> str:
    """The text written so that `unescape` gives it back.

    always: what is kept from cutting wherever it stands; also: what else `unescape` will look at here; at: asked of each
    `@` by its place, whether it would name somebody (not asked, only `@"` is taken for that). A semicolon is kept where it
    would call a stock phrase.
    """
    special = f";@{always}{also}"
    if not any(c in text for c in special):
        return text
    would_name = at if at is not None else lambda place: text.startswith('@"', place)
    out: list[str] = []
    done = 0
    for run in _runs_before(special).finditer(text):
        place, mark = run.start(2), run[2]
        kept = mark in always or (mark == "@" and would_name(place))
        if mark == ";" and not kept:
            kept = _calls_phrase(text, run.start(), place)
        out += [text[done : run.start()], "\\" * (2 * len(run[1]) + kept), mark]
        done = run.end()
    return "".join(out) + text[done:]


def _calls_phrase(text: str, before: int, place: int) -> bool:
    starts = before == 0 or text[before - 1].isspace() or text[before - 1] in "(["
    return starts and _PHRASE_AHEAD.match(text, place + 1) is not None


def closed(text: str) -> str:
    """A part that a character that cuts will follow at once: the backslashes at its end are doubled."""
    bare = text.rstrip("\\")
    return bare + "\\" * (2 * (len(text) - len(bare)))


@lru_cache(maxsize=32)
def _cutting(separator: str) -> re.Pattern[str]:
    return re.compile(rf'(\\*)(@"[^"]*"|{separator})')


def cut(text: str, separator: str = ";", most: int = 0) -> list[str]:
    """Cut at a separator (a regular expression), at most so often (0: everywhere); never inside `@"a name"`.

    The parts still hold the backslashes before what else is special in them.
    """
    parts: list[str] = []
    start = place = 0
    while found := _cutting(separator).search(text, place):
        odd, name = len(found[1]) % 2 == 1, found[2].startswith('@"')
        place = found.start(2) + 1 if odd else found.end()
        if odd or name:
            continue
        parts.append(text[start : found.start()] + "\\" * (len(found[1]) // 2))
        start = place
        if len(parts) == most:
            break
    return [*parts, text[start:]]


def parted(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """What stands before the pattern, outside quotes and brackets, and what after it; '' after where it isn't there."""
    whole = [(found.start(), found.end()) for found in _KEPT_WHOLE.finditer(text)]
    for found in pattern.finditer(text):
        if not any(start < found.start() < end for start, end in whole):
            return text[: found.start()].strip(), text[found.end() :].strip()
    return text.strip(), ""


def quote(text: str, also: str = "") -> str:
    """The text in quotes. also: what else than a semicolon would be taken for more where it stands."""
    return f'"{_keep(text, also)}"'


def bracket(text: str) -> str:
    """The text in square brackets: words that are to be taken whole."""
    return f"[{_keep(text, '[]')}]"


def _keep(text: str, special: str) -> str:
    """The text as it stands between quotes or brackets; an `@` there must not seem to begin a name in quotes."""
    return re.sub(rf'[\\";{re.escape(special)}]|@(?="|$)', r"\\\g<0>", text)


def kept(text: str) -> str:
    """What was written between quotes or brackets."""
    return re.sub(r"\\(.)", r"\1", text)


def reason_in_brackets(text: str) -> tuple[str, str | None]:
    """What stands before a last `(reason)`, and the reason; None if the text doesn't end in one."""
    if not text.endswith(")"):
        return text, None
    opened: list[int] = []
    found = -1
    place = 0
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if text[place] == "(":
            opened.append(place)
        if text[place] == ")":
            found = opened.pop() if opened else -1
            if place == len(text) - 1 and found >= 0:
                return text[:found].rstrip(), kept(text[found + 1 : -1]).strip()
        place += 1
    return text, None


def with_reason(text: str, reason: str) -> str:
    """The text with the reason in brackets after it, if there is one."""
    if not reason:
        return text
    return f"{text} ({_keep(reason, '()')})"
