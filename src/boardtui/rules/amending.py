"""How a motion reads when an amendment to it is carried, where the amendment says so in words that can be followed.

Practice has few of them: that words be added, inserted, left out, or others put in their place, each quoted. What says more, or
says it otherwise, is for the clerk to write out; nothing is ever guessed.
"""

from __future__ import annotations

import re

from boardtui.model.fold_business import CARRYING
from boardtui.model.record import Motion

_QUOTED = r"(?:\"([^\"]+)\"|“([^”]+)”|‘([^’]+)’)"
_WORDS = rf"(?:the )?(?:words? |figures? |sum |phrase )?(?:of )?{_QUOTED}"
_PLACE = rf"(?P<side>after|before) {_WORDS}"
_END = r"(?: at the end(?: (?:of|thereof)(?: the motion)?)?| to the end(?: of the motion)?| to the motion)?"
_PUT = r"(?:add|insert|include)(?:ed|d)?"
_OUT = r"(?:delete|remove|leave out|omit|strike out)"
_BE_OUT = r"(?:be )?(?:deleted|removed|left out|omitted|struck out)"
_IN_PLACE = r"(?:replace|substitute|insert|add)"
_ADDED = (
    re.compile(rf"{_PUT} {_WORDS}{_END}"),
    re.compile(rf"{_WORDS} be {_PUT}{_END}"),
    re.compile(rf"at the end,? {_PUT} {_WORDS}"),
)
_INSERTED = (
    re.compile(rf"{_PUT} {_WORDS} {_PLACE}"),
    re.compile(rf"{_WORDS} be {_PUT} {_PLACE}"),
)
_INSERTED_BEHIND = (re.compile(rf"{_PLACE},? {_PUT} {_WORDS}"),)
_LEFT_OUT = (re.compile(rf"{_OUT} {_WORDS}"), re.compile(rf"{_WORDS} {_BE_OUT}"))
_REPLACED = (
    re.compile(rf"(?:for|in place of|instead of) {_WORDS},? (?:read|substitute|put|insert) {_WORDS}"),
    re.compile(rf"replace {_WORDS} (?:with|by) {_WORDS}"),
    re.compile(rf"{_WORDS} be replaced (?:with|by) {_WORDS}"),
    re.compile(rf"{_OUT} {_WORDS},? and (?:{_IN_PLACE}|replace (?:it|them) (?:with|by)) {_WORDS}"),
    re.compile(rf"{_WORDS} {_BE_OUT},? and (?:be )?replaced (?:with|by) {_WORDS}"),
)
_REPLACING = (re.compile(rf"substitute {_WORDS} for {_WORDS}"),)
_LEADING = re.compile(r"^(?:that |to |it be amended to |the motion be amended (?:to|by) )+", re.IGNORECASE)

_INSTRUCTION = re.compile(
    r"(?:to )?(?P<what>(?:add|insert|delete|remove|leave out|omit|strike out|replace) .+"
    r"|(?:include|substitute) (?:the|[\"“‘]).+)",
    re.IGNORECASE | re.DOTALL,
)


def instruction(amendment: str) -> str:
    """What an amendment tells to do, as `insert “May”` of `to insert “May”`; '' for one that says how the motion shall read."""
    found = _INSTRUCTION.fullmatch(amendment.strip())
    return f"{found['what'][:1].lower()}{found['what'][1:]}" if found else ""


def not_written_out(motion: Motion) -> list[Motion]:
    """The amendments that were carried since the motion's words were last said, in the order carried."""
    made = [one for one in motion.amendments if one.fate in CARRYING and one.ended_at > motion.worded_at]
    return sorted(made, key=lambda one: one.ended_at)


def amended(motion: str, amendment: str) -> str | None:
    """The motion with the amendment made; None where its words can't be followed, or don't stand in the motion just once."""
    said = _LEADING.sub("", amendment.strip().rstrip("."))
    said = f"{said[:1].lower()}{said[1:]}" if said[:1].isalpha() else said
    for patterns, change in _CHANGES:
        for pattern in patterns:
            found = pattern.fullmatch(said)
            if found is not None:
                return change(
                    motion, [words for words in found.groups() if words and words not in ("after", "before")], found
                )
    return None


def _add(motion: str, words: list[str], _found: re.Match[str]) -> str | None:
    stop = "." if motion.endswith(".") else ""
    return f"{_joined(motion.removesuffix('.'), words[0].strip())}{stop}"


def _insert(motion: str, words: list[str], found: re.Match[str]) -> str | None:
    return _put(motion, words[0], words[1], found["side"])


def _insert_behind(motion: str, words: list[str], found: re.Match[str]) -> str | None:
    return _put(motion, words[1], words[0], found["side"])


def _put(motion: str, new: str, place: str, side: str) -> str | None:
    at = _only_place(motion, place)
    if at is None:
        return None
    at += len(place) if side == "after" else 0
    before, after = motion[:at].rstrip(), motion[at:].lstrip()
    return _joined(_joined(before, new.strip()), after)


def _leave_out(motion: str, words: list[str], _found: re.Match[str]) -> str | None:
    return _replaced(motion, words[0], "")


def _replace(motion: str, words: list[str], _found: re.Match[str]) -> str | None:
    return _replaced(motion, words[0], words[1])


def _replace_backwards(motion: str, words: list[str], _found: re.Match[str]) -> str | None:
    return _replaced(motion, words[1], words[0])


def _replaced(motion: str, old: str, new: str) -> str | None:
    at = _only_place(motion, old)
    if at is None:
        return None
    return _joined(_joined(motion[:at].rstrip(), new.strip()), motion[at + len(old) :].lstrip())


def _only_place(motion: str, words: str) -> int | None:
    """Where these words stand, as whole words, if they do just once."""
    found = [
        place.start()
        for place in re.finditer(re.escape(words), motion)
        if not _inside_a_word(motion, place.start(), place.end())
    ]
    return found[0] if len(found) == 1 and words.strip() else None


def _inside_a_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return before or after


def _joined(before: str, after: str) -> str:
    """Two parts of a sentence, with a space between them unless one is empty or the second begins with a stop."""
    if not before or not after:
        return before or after
    return f"{before}{after}" if after[0] in ",.;:)" else f"{before} {after}"


_CHANGES = (
    (_REPLACED, _replace), (_REPLACING, _replace_backwards), (_INSERTED, _insert), (_INSERTED_BEHIND, _insert_behind),
    (_ADDED, _add), (_LEFT_OUT, _leave_out),
)  # fmt: skip
"""How an amendment may be worded, and what each does to the motion."""
