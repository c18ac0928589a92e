"""The tokens in a Word file of the office's own: `{committee}`, `{date}`, filled in; `{minutes}`, where the minutes go.

Word splits a token over several runs as it likes. What takes its place is text, and is never read again.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from boardtui.errors import InputError
from boardtui.minutes.writers.docx_markup import Element, W
from boardtui.model.text import clean_line

ANCHOR = "minutes"
_TOKEN = re.compile(r"\{([a-z][a-z_ ]*)\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def find_anchor(body: Element, roots: Iterable[Element], name: str) -> Element:
    """The paragraph that holds `{minutes}` and nothing else. body: of the document; roots: it, its headers and footers.

    Raises InputError where there is none, more than one, or one that isn't a paragraph of the text by itself.
    """
    found = [paragraph for root in roots for paragraph in root.iter(f"{W}p") if "{minutes}" in _text(paragraph)]
    if not found:
        raise InputError(
            f"{name} doesn't say where the minutes go.", "Write {minutes} in a paragraph of its own, where they begin."
        )
    if len(found) > 1 or _text(found[0]).count("{minutes}") > 1:
        raise InputError(f"{name} says {{minutes}} more than once.", "Leave the one where they begin.")
    (anchor,) = found
    if anchor.getparent() is not body or _text(anchor).strip() != "{minutes}":
        raise InputError(
            f"{name} has {{minutes}} beside other words, or in a table, a box, a header or a footer.",
            "Give it a paragraph of its own in the text.",
        )
    return anchor


def tokens(roots: Iterable[Element]) -> set[str]:
    """The names of all tokens in these parts."""
    texts = (_text(paragraph) for root in roots for paragraph in root.iter(f"{W}p"))
    return {name for text in texts for name in _TOKEN.findall(text)}


def refuse_unknown(used: set[str], values: Mapping[str, str], name: str) -> None:
    """Raises InputError naming a token that there is no value for, and the nearest there is."""
    known = (*values, ANCHOR)
    for token in sorted(used.difference(known)):
        near = difflib.get_close_matches(token, known, n=1)
        listed = " ".join(f"{{{one}}}" for one in known)
        hint = f"Did you mean {{{near[0]}}}?" if near else f"There are: {listed}."
        raise InputError(f"{name} has {{{token}}} in it, which stands for nothing.", hint)


def fill(root: Element, values: Mapping[str, str]) -> None:
    """Put the values in the place of the tokens of a part. The words of a value look as the first letter of its token."""
    for paragraph in root.iter(f"{W}p"):
        pieces = list(_pieces(paragraph))
        matches = list(_TOKEN.finditer(_joined(pieces)))
        for match in reversed([one for one in matches if one[1] in values]):
            _replace(pieces, match.start(), match.end(), clean_line(values[match[1]]))


def _pieces(paragraph: Element) -> Iterator[Element]:
    """Where the words of a paragraph stand, and what parts them; not those of one in a box that hangs on it."""
    stack = list(reversed(paragraph))
    while stack:
        one = stack.pop()
        if one.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
            yield one
        elif one.tag not in (f"{W}p", f"{W}txbxContent", f"{W}pPr", f"{W}rPr"):
            stack += reversed(one)


def _written(piece: Element) -> str:
    return (piece.text or "") if piece.tag == f"{W}t" else "\n"


def _joined(pieces: Iterable[Element]) -> str:
    return "".join(_written(piece) for piece in pieces)


def _text(paragraph: Element) -> str:
    return _joined(_pieces(paragraph))


def _replace(pieces: list[Element], start: int, end: int, value: str) -> None:
    """Replace what stands from start to end, over however many pieces."""
    place = 0
    for piece in pieces:
        text = _written(piece)
        here, place = place, place + len(text)
        if place <= start or here >= end:
            continue
        head, tail = text[: max(start - here, 0)], text[max(end - here, 0) :]
        piece.text = head + (value if here <= start else "") + tail
        piece.set(_SPACE, "preserve")
