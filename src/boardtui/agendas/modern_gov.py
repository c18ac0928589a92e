"""A meeting's page of modern.gov, saved (`ieListDocuments.aspx`): what each thing in it is, its structure says.

The table of items has a row for each, with the number in a cell of its own; the title has a class, and so have the words over
what follows it (`Minutes:`). No description of these pages is published: this is what programs go by that read them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from boardtui.agendas.blocks import Lines, plain
from boardtui.agendas.headings import EXEMPT
from boardtui.agendas.markup import Element
from boardtui.agendas.parts import Part
from boardtui.agendas.problems import shortened
from boardtui.agendas.source import SourceLine

_TABLE, _NUMBER, _TITLE = "mgItemTable", "mgItemNumberCell", "mgAiTitleTxt"
_MAIN_TITLE, _SUB_TITLE, _WITHIN_ITEM = "mgMainTitleTxt", "mgSubTitleTxt", "mgSubItemTitleTxt"
_SECTION_TITLE, _SIZE, _LINKS = "mgSectionTitle", "mgFileSize", "mgActionList"
_KNOWN_CLASSES = frozenset((_TITLE, _MAIN_TITLE, _SUB_TITLE, _WITHIN_ITEM, _SECTION_TITLE, _LINKS))
_LONGEST_SIZE, _LONGEST_HEAD = 100, 1_000
"""Characters of a size behind a title, and of the heading of a page and the lines below it."""
_BELOW = 36
"""How far in, in points, what stands below an item."""
_SIZE_WORDS = re.compile(
    r"\s*(?:\b\w{2,5} icon\s*)?(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP|HTML?)[\s,]*\d[\d.,]*\s*[KMG]B\b[\s)]*$", re.IGNORECASE
)
_SIZE_IN_BRACKETS = re.compile(r"\s*\((?:PDF|DOCX?|XLSX?|PPTX?)[\s,]*\d[\d.,]*\s*[KMG]B\)\s*$", re.IGNORECASE)
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+\d{4}"
)
_CLOCK = r"\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?|noon)?"
_HEAD = re.compile(
    rf"(?P<body>.*?)(?:\s+[-–—]|,|\s+on)?\s+(?P<day>{_DAY})(?:,?\s+(?:at\s+)?(?P<clock>{_CLOCK}))?(?P<rest>.*)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?P<kind>(?:Extraordinary|Special|Annual|Budget|Ordinary|Urgent|Emergency|Additional|Reconvened|Adjourned)"
    r"(?:\s+(?:General\s+)?(?:Meeting|Council))?),\s+(?P<body>.+)",
    re.IGNORECASE,
)
_BEFORE_BODY = re.compile(r"^Agenda(?: and minutes)?(?: for| of|:)?\s+", re.IGNORECASE)
_OF_COUNCIL = re.compile(r"[\s,]*[-–—|:]\s*(?P<council>[^-–—|]{3,100}?)\s*")
_PUBLISHERS = ("dc.publisher", "dc.creator")
_LABELS = re.compile(r"(?P<label>Venue|Location|Place|Contact|Quorum)\s*:\s*(?P<said>.*)", re.IGNORECASE)
_LABELLED = {
    "venue": Part.PLACE, "location": Part.PLACE, "place": Part.PLACE, "contact": Part.CONTACT, "quorum": Part.QUORUM,
}  # fmt: skip
_DIRECTIONS = re.compile(r"[\s.:;,-]*\bView (?:directions|map)\b.*$", re.IGNORECASE)
_REACHED_BY = re.compile(r"[\s,;|]*\b(?:Tel(?:ephone)?(?:\s+No)?|Phone|E-?mail)\b\s*[:.]*\s*", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\s*\.{3}\s*view the full (?:agenda|minutes|decision)s? text for item\b.*$", re.IGNORECASE)
_RESTRICTED = re.compile(r"View the reasons why item\b.{1,40}\bis restricted", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:minutes?|decisions?|resolution|resolved|draft minutes|outcome)\s*:?", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:(?:additional|supporting|background|associated|related) (?:documents?|papers?)|attachments?|documents?|media"
    r"|webcast.*)\s*:?",
    re.IGNORECASE,
)
_NIL = re.compile(r"(?:nil|none)\.?", re.IGNORECASE)
_SINGLE_ITEM = re.compile(
    r"(?:agenda item|issue details|issue - items at meetings|decision details|issue)\b", re.IGNORECASE
)


def levels_left_open(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, with headings right over an item as such only: modern.gov doesn't say how deep they stand, their words may."""
    found = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.part is Part.SECTION and (below.part is Part.ITEM or _NIL.fullmatch(below.text)):
            found[at] = replace(line, part=None, heading=1)
    return found


def table_of_items(page: Element) -> Element | None:
    """The table of the agenda's items, None on any other page."""
    tables = [table for table in page.all("table") if _TABLE in table.classes or table.attributes.get("id") == _TABLE]
    return next((table for table in tables if next(table.of_class(_TITLE), None) is not None), None)


def is_single_item(page: Element) -> bool:
    """Is this modern.gov's page about one item of a meeting?"""
    title = next(page.of_class(_MAIN_TITLE), None)
    return title is not None and table_of_items(page) is None and bool(_SINGLE_ITEM.match(plain(title.text())))


class MeetingPage:
    """Reads the page of a meeting into lines. remarks: what the clerk should know of how it was read, a sentence each."""

    def __init__(self, page: Element, table: Element) -> None:
        self.page, self.table = page, table
        self.lines = Lines(self._known)
        self.remarks: list[str] = []
        self._has_numbers = any(_number_of(_cells(row)) for row in table.rows())
        self._row: list[Element] | None = None
        self._titled = False

    def read(self) -> None:
        """Read all of it."""
        title = self.page.first("title")
        in_title = _in_head(_HEAD, title.text()) if title is not None else None
        self.lines.say(self._council(in_title), Part.COUNCIL)
        head = next(self.page.of_class(_SUB_TITLE), None)
        if head is None and in_title is not None:
            self._heading(in_title)
        self.lines.take(self.table if head is None else _around(head, self.table))
        self.lines.found = levels_left_open(self.lines.found)

    def _council(self, in_title: re.Match[str] | None) -> str:
        for meta in self.page.all("meta"):
            if meta.attributes.get("name", "").lower() in _PUBLISHERS and meta.attributes.get("content", "").strip():
                return meta.attributes["content"]
        found = _OF_COUNCIL.fullmatch(in_title["rest"]) if in_title is not None else None
        return found["council"] if found else ""

    def _known(self, element: Element) -> bool:
        """Take what has a meaning by its structure; False for all else."""
        if element is self.table:
            for row in element.rows():
                self._take_row(_cells(row))
            self.lines.part = Part.LEFT
            return True
        classes = element.classes
        if self._row is None and element.tag in ("p", "li", "div") and not element.first("p", "div", "table"):
            return self._labelled(element.text())
        return bool(classes) and self._of_class(element, classes)

    def _of_class(self, element: Element, classes: frozenset[str]) -> bool:
        if not classes & _KNOWN_CLASSES:
            return _SIZE in classes
        words = plain(element.text())
        if _LINKS in classes:
            self._links(element)
        elif _MAIN_TITLE in classes:
            self.lines.say(words, Part.ASIDE)
        elif _SUB_TITLE in classes:
            self._sub_title(words)
        elif _SECTION_TITLE in classes and self._row is None:
            self.lines.say(words, Part.ASIDE if words.lower() == "items" else None, bold=True)
        elif _WITHIN_ITEM in classes:
            self._begin_part(words)
        elif _TITLE in classes and self._row is not None and not self._titled:
            self._title(element)
        else:
            return False
        return True

    def _sub_title(self, words: str) -> None:
        found = _in_head(_HEAD, words)
        if found is None:
            self.lines.say(words, heading=2)
        else:
            self._heading(found)
            self.lines.say(found["rest"].strip(" -–—,;:"))

    def _heading(self, found: re.Match[str]) -> None:
        """Body, day and hour."""
        body = _BEFORE_BODY.sub("", found["body"])
        if kind := _KIND.fullmatch(body):
            self.lines.say(kind["kind"], Part.MEETING_KIND)
            body = kind["body"]
        self.lines.say(body, Part.COMMITTEE)
        self.lines.say(found["day"], Part.DATE)
        self.lines.say(found["clock"] or "", Part.TIME)

    def _labelled(self, words: str) -> bool:
        """A line over the items that says what it is: `Venue: Guildhall`."""
        found = _in_head(_LABELS, words)
        if found is None:
            return False
        part = _LABELLED[found["label"].lower()]
        said = _DIRECTIONS.sub("", found["said"])
        if part is Part.CONTACT:
            said = " | ".join(word for one in _REACHED_BY.split(said) if (word := one.strip(" ,;|-")))
        self.lines.say(said, part)
        return True

    def _take_row(self, cells: list[Element]) -> None:
        """An item, or a heading over items."""
        if not cells:
            return
        if all(cell.tag == "th" for cell in cells):
            self.lines.say(" ".join(plain(cell.text()) for cell in cells), Part.ASIDE)
            return
        begins = len(self.lines.found)
        self._row, self._titled, self.lines.part = cells, False, None
        if len(cells) == 1 and next(cells[0].of_class(_TITLE), None) is None:
            self.lines.say(cells[0].text(), Part.SECTION)
        else:
            self.lines.take(cells[-1], _BELOW)
        self._row, self.lines.part = None, None
        self._cut_short(begins)

    def _title(self, element: Element) -> None:
        cells, self._titled = self._row or [], True
        number, title = _number_of(cells), _without_size(element)
        has_papers = any(
            _SIZE in one.classes or "documents/" in one.attributes.get("href", "") for one in cells[-1].all("a", "span")
        )
        if number or has_papers or not self._has_numbers:
            restricted = any(map(_is_restricted, cells[-1].of_class(_LINKS)))
            self.lines.say(f"{title} {EXEMPT}" if restricted else title, Part.ITEM, marker=number)
        else:
            self.lines.say(title, Part.SECTION)

    def _begin_part(self, words: str) -> None:
        """The words over what follows within an item: the minutes of the meeting are not its agenda."""
        aside = Part.REPORT if _ANSWERS.fullmatch(words) else Part.ASIDE if _ADDED.fullmatch(words) else None
        self.lines.part = None
        self.lines.say(words, Part.ASIDE if aside else None, indent=_BELOW, bold=True, apart=True)
        self.lines.part = aside

    def _links(self, element: Element) -> None:
        for entry in element.all("li"):
            self.lines.say(entry.text(), Part.ASIDE, indent=_BELOW)

    def _cut_short(self, begins: int) -> None:
        """The page gives only the beginning of a long text, and says so at its end."""
        for at, line in enumerate(self.lines.found[begins:], start=begins):
            if _CUT_SHORT.search(line.text):
                text = _CUT_SHORT.sub(" …", line.text)
                self.lines.found[at] = replace(line, text=text)
                if line.part is None:
                    self.remarks.append(f"The page has only the beginning of a text: {shortened(text)}")


def _in_head(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What the pattern finds in a line over the items, which is short."""
    return pattern.fullmatch(plain(text)) if len(text) <= _LONGEST_HEAD else None


def _cells(row: Element) -> list[Element]:
    return [one for one in row.inside if isinstance(one, Element) and one.tag in ("td", "th")]


def _number_of(cells: list[Element]) -> str:
    """What stands in the cell of the number, '' without one."""
    return plain(cells[0].text()) if len(cells) > 1 and cells[0].tag == "td" else ""


def _is_restricted(links: Element) -> bool:
    """Is one of these links about why the item is restricted?"""
    return _RESTRICTED.search(plain(links.text())) is not None


def _without_size(element: Element) -> str:
    """A title without the kind and the size of its file."""
    words = plain(element.text(without=_SIZE))
    begins = max(0, len(words) - _LONGEST_SIZE)
    return words[:begins] + _SIZE_WORDS.sub("", _SIZE_IN_BRACKETS.sub("", words[begins:])) or words


def _around(one: Element, other: Element) -> Element:
    """The innermost element that holds both."""
    holding = {id(element) for element in one.above()}
    return next(element for element in other.above() if id(element) in holding)
