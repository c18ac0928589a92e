"""Our parts in the styles of another Word file: those the house names, else those of the same name, else ours beside theirs."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from boardtui.errors import InputError
from boardtui.minutes.writers.docx import own_base
from boardtui.minutes.writers.docx_markup import Element, W, element

KEYS = {
    "draft": "Draft",
    "council": "Council",
    "title": "Title",
    "attendance_heading": "AttendanceHeading",
    "attendance": "Attendance",
    "attendance_labelled": "AttendanceLabelled",
    "section": "Section",
    "sub_section": "Section2",
    "heading": "MinuteHeading",
    "subheading": "Subheading",
    "text": "MinuteText",
    "bullet": "Bullet",
    "sub_bullet": "Bullet2",
    "quotation": "Quotation",
    "decision": "Decision",
    "clause": "Resolution1",
    "sub_clause": "Resolution2",
    "sub_sub_clause": "Resolution3",
    "vote": "RollLine",
    "action": "Action",
    "action_column": "ActionColumn",
    "action_heading": "ActionHeading",
    "action_beside": "ActionBeside",
    "table": "MinutesTable",
    "table_heading": "TableHeading",
    "table_text": "TableText",
    "closing": "Closing",
    "signature": "Signature",
}
"""The part, as a house names it, and the style it has in base.docx."""
_ALSO = ("Strong", "TableEnd")
_INSTEAD = {
    "AttendanceHeading": "heading 2",
    "Section": "heading 1",
    "Section2": "heading 2",
    "MinuteHeading": "heading 2",
    "Subheading": "heading 3",
    "Bullet": "list bullet",
    "Bullet2": "list bullet 2",
    "MinutesTable": "table grid",
}
"""Styles of Word's own that do where a file has none of our name."""
_DEFAULTS = {"Normal": "paragraph", "DefaultParagraphFont": "character", "TableNormal": "table"}


class Styles:
    """The styles of a file, with those of ours that it lacks added as they are needed."""

    def __init__(self, part: Element) -> None:
        """part: its `w:styles`."""
        self._part = part
        self._styles: dict[str, Element] = {one.get(f"{W}styleId", ""): one for one in part.findall(f"{W}style")}
        self._named: dict[tuple[str, str], str] = {
            (one.get(f"{W}type", "paragraph"), name): key
            for key, one in reversed(self._styles.items())
            for name in _names(one)
        }
        self._found: dict[str, str] = {}
        with zipfile.ZipFile(io.BytesIO(own_base())) as archive:
            ours = etree.fromstring(archive.read("word/styles.xml"))
        self._ours: dict[str, Element] = {one.get(f"{W}styleId"): one for one in ours.findall(f"{W}style")}

    def choose(self, wanted: Mapping[str, str], name: str) -> dict[str, str]:
        """Our styles to theirs. wanted: part to the name of a style, '' for none in particular; name: of the file.

        Raises InputError naming every style that is wanted and isn't there.
        """
        missing = {}
        for part, said in wanted.items():
            key = self._there(KEYS[part], said) if said else ""
            if key:
                self._found[KEYS[part]] = key
            elif said:
                missing[part] = said
        if missing:
            listed = ", ".join(f"“{said}” ({part})" for part, said in missing.items())
            what = "the style" if len(missing) == 1 else "these styles"
            raise InputError(
                f"{name} doesn't have {what}: {listed}.",
                "Use the name that Word shows in a paragraph that has the style, or take it out of [word] in the house style.",
            )
        return {key: self._style(key) for key in (*KEYS.values(), *_ALSO)}

    def has_list(self, key: str) -> bool:
        """Has a style, or one that it is based on, a list of its own?"""
        for _ in self._styles:  # no further than there are styles, should they be based on one another in a ring
            style = self._styles.get(key)
            if style is None:
                return False
            if style.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
                return True
            key = _value(style, "basedOn")
        return False

    def _there(self, ours: str, name: str) -> str:
        """The key of their style of a name, '' for none. It has to be of the kind that ours is."""
        kind = str(self._ours[ours].get(f"{W}type"))
        return self._named.get((kind, name.strip().lower()), "")

    def _style(self, ours: str) -> str:
        """Their style for one of ours: found, or added."""
        if ours not in self._found:
            usual = _value(self._ours[ours], "name")
            instead = self._there(ours, _INSTEAD.get(ours, ""))
            self._found[ours] = self._default(ours) or self._there(ours, usual) or instead or self._add(ours)
        return self._found[ours]

    def _default(self, ours: str) -> str:
        """Their default style of a kind, for the defaults of ours."""
        kind = _DEFAULTS.get(ours, "")
        on = ("1", "true", "on")
        return next(
            (
                key
                for key, one in self._styles.items()
                if kind and one.get(f"{W}type") == kind and one.get(f"{W}default") in on
            ),
            "",
        )

    def _add(self, ours: str) -> str:
        """Add one of ours, over the styles of theirs that it is based on. Its numbers are another file's, and stay behind."""
        key = ours
        while key in self._styles:
            key = f"Minutes{key}"
        made = copy.deepcopy(self._ours[ours])
        made.set(f"{W}styleId", key)
        made.attrib.pop(f"{W}default", None)
        self._styles[key] = made
        self._found[ours] = key
        for one in made.findall(f"{W}next"):
            made.remove(one)
        for one in made.findall(f"{W}pPr/{W}numPr"):
            one.getparent().remove(one)
        for one in made.findall(f"{W}basedOn"):
            one.set(f"{W}val", self._style(one.get(f"{W}val")))
        self._part.append(made)
        return key


def restyle(root: Element, styles: Mapping[str, str]) -> None:
    """Have what was written in our styles be in these."""
    for one in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
        one.set(f"{W}val", styles[one.get(f"{W}val")])


def speak(styles: Element, language: str) -> None:
    """Have a file that doesn't say its language say this one. styles: its `w:styles`."""
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = element("docDefaults")
        styles.insert(0, defaults)
    run = defaults.find(f"{W}rPrDefault")
    if run is None:
        run = element("rPrDefault")
        defaults.insert(0, run)
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = element("rPr", run)
    if properties.find(f"{W}lang") is None:
        element("lang", properties, val=language)


def _names(style: Element) -> list[str]:
    """The names of a style as Word shows them, in small letters."""
    said = [_value(style, "name"), *_value(style, "aliases").split(",")]
    return [name.strip().lower() for name in said if name.strip()]


def _value(style: Element, child: str) -> str:
    found = style.find(W + child)
    return "" if found is None else str(found.get(f"{W}val", ""))
