"""Minutes written over a Word file of the office's own: its page, its header and footer, its styles; our words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.numbering import NumberingPart

from boardtui.errors import InputError
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers.docx import HEADINGS, Body, Setting, packed, write_properties
from boardtui.minutes.writers.docx_base import open_base
from boardtui.minutes.writers.docx_markup import TEXT_WIDTH, Element, W, element
from boardtui.minutes.writers.docx_numbering import Numbering
from boardtui.minutes.writers.docx_styles import Styles, restyle, speak
from boardtui.minutes.writers.docx_tokens import fill, find_anchor, refuse_unknown, tokens
from boardtui.minutes.writers.dressing import language

_STORIES = ("header", "footer")
"""The kinds of part beside the text in which tokens are filled."""
_NARROWEST = 1_000
_NO_NUMBERS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)


def write_over(
    minutes: Minutes, data: bytes, name: str, *, values: Mapping[str, str], styles: Mapping[str, str]
) -> bytes:
    """The minutes in a Word file, as a new one.

    data: the file; name: what messages call it; values: token to its text; styles: part (`docx_styles.KEYS`) to the name of
    their style, '' for none in particular. The same always gives the same bytes. Raises InputError where the file can't be
    a base, says not where the minutes go, has a token that stands for nothing, or lacks a style.
    """
    document = open_base(data, name)
    body = document.element.body
    stories = [related.element for related in _stories(document)]
    anchor = find_anchor(body, (body, *stories), name)
    used = tokens((body, *stories))
    refuse_unknown(used, values, name)
    theirs = _styles_of(document, name)
    speak(theirs, language(minutes))
    known = Styles(theirs)
    chosen = known.choose(styles, name)
    numbering = Numbering(_numbers_of(document))
    own = [known.has_list(chosen[key]) for key in ("Bullet", "Bullet2")]
    setting = Setting(
        width=_width_at(anchor, body),
        bullets=numbering.new_bullets(),
        bulleted=own.index(False) if False in own else len(own),
        foreign=True,
        numbered=frozenset(style for style in HEADINGS if known.has_list(chosen[style])),
        printed=_printed(tokens((body,)), minutes),
    )
    holder = element("body")
    Body(holder, numbering, setting).write(minutes)
    restyle(holder, chosen)
    for root in (body, *stories):
        fill(root, values)
    _put(holder, anchor, body)
    write_properties(document, minutes)
    _speak_in_settings(document, language(minutes))
    return packed(document)


def _stories(document: Any) -> list[Any]:
    """Its headers and footers, in the order of their names."""
    related = {
        relation.target_part.partname: relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.rpartition("/")[2] in _STORIES
    }
    return [part for _, part in sorted(related.items())]


def _styles_of(document: Any, name: str) -> Element:
    if not any(relation.reltype == RELATIONSHIP_TYPE.STYLES for relation in document.part.rels.values()):
        raise InputError(f"{name} has no styles.", "Open it in Word, and save it as a Word Document (.docx).")
    return document.styles.element


def _numbers_of(document: Any) -> Element:
    """Its numbering, which a file without a list hasn't got: then an empty one."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        place = part.package.next_partname("/word/numbering%d.xml")
        made = NumberingPart.load(PackURI(place), CONTENT_TYPE.WML_NUMBERING, _NO_NUMBERS, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element


def _printed(used: set[str], minutes: Minutes) -> frozenset[str]:
    """Our styles whose text the file has in its own, by the tokens there: it isn't printed twice.

    Only the mark on minutes that must not go out always is: a token may stand where nobody looks.
    """
    told = {
        "Draft": "status" in used and not minutes.restricted,
        "Council": bool(used & {"council", "committee", "title"}),
    }
    told["Title"] = "title" in used or {"committee", "date"} <= used
    return frozenset(style for style, printed in told.items() if printed)


def _width_at(anchor: Element, body: Element) -> int:
    """How wide the text is where the minutes go: in the section that ends next. As on our page where it isn't said."""
    place = list(body).index(anchor)
    section = next((one for one in body.iter(f"{W}sectPr") if _place_in(one, body) >= place), None)
    if section is None:
        return TEXT_WIDTH
    page, left, right = (
        _figure(section, part, side) for part, side in (("pgSz", "w"), ("pgMar", "left"), ("pgMar", "right"))
    )
    columns, space = max(_figure(section, "cols", "num"), 1), _figure(section, "cols", "space")
    width = (page - left - right - space * (columns - 1)) // columns
    return max(width, _NARROWEST) if page else TEXT_WIDTH


def _figure(section: Element, part: str, side: str) -> int:
    """A measure of a section, in twentieths of a point; 0 where it isn't said."""
    found = section.find(W + part)
    said = "" if found is None else found.get(W + side, "")
    return int(said) if said.isdecimal() else 0


def _place_in(one: Element, body: Element) -> int:
    """Which child of the body this is in."""
    while one.getparent() is not body:
        one = one.getparent()
    return list(body).index(one)


def _put(holder: Element, anchor: Element, body: Element) -> None:
    """Put what was written in the place of the anchor. One that ends a section stays, empty, to end it."""
    for one in list(holder):
        anchor.addprevious(one)
    if anchor.find(f"{W}pPr/{W}sectPr") is not None:
        for one in [one for one in anchor if one.tag != f"{W}pPr"]:
            anchor.remove(one)
        return
    marks = {one.get(f"{W}id") for one in anchor.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")}
    body.remove(anchor)
    for one in list(body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if one.get(f"{W}id") in marks:
            one.getparent().remove(one)


def _speak_in_settings(document: Any, tag: str) -> None:
    for one in document.settings.element.iter(f"{W}themeFontLang"):
        one.set(f"{W}val", tag)
