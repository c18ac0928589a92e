"""Minutes as a Word file, in real styles and real numbers, over our own base.docx (made by tools/make_base_docx.py).

The same minutes always make the same bytes: no clock, no name of a machine or a user goes into them. Nor does a macro, a
link or a hidden text.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, assert_never

from docx import Document

from boardtui.minutes.tree import (
    Action,
    AttendanceLine,
    AttendanceList,
    Bullet,
    BulletList,
    Clause,
    Decision,
    Minute,
    Minutes,
    Paragraph,
    Part,
    Quotation,
    Roll,
    SectionHeading,
    Subheading,
    Table,
)
from boardtui.minutes.writers.docx_markup import (
    PLAIN,
    TEXT_WIDTH,
    Column,
    Element,
    Layout,
    Run,
    W,
    add_field,
    add_run,
    columns,
    keep_last,
    marked,
    narrow,
    paragraph,
    table,
)
from boardtui.minutes.writers.docx_numbering import HANG, LEVELS, NO_NUMBER, Numbering, indent, read_scheme
from boardtui.minutes.writers.dressing import (
    HeadingLevels,
    beside,
    has_labels,
    has_words,
    heading_text,
    label_place,
    label_text,
    language,
    leads_in,
    longest_number,
    page_parts,
    rule_places,
    sentences,
    title_text,
    verb_place,
)
from boardtui.model.text import clean_line

BASE = "base.docx"
HEADINGS = {"Title": 1, "Section": 1, "Section2": 2, "MinuteHeading": 2, "Subheading": 3, "AttendanceHeading": 2}
"""The outline levels that the styles of headings have in base.docx."""
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_HANG_OF_NUMBER, _SHORT_NUMBER, _LETTER = 737, 4, 125
"""How far a numbered paragraph stands in, for a number of so many letters; and for each more, in twentieths of a point."""
_SAID_SHARE = 72
"""In per cent of the width: what was said, where actions stand in a column beside it."""
_LONGEST_PROPERTY = 255
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNDERSCORE_STRETCH, _TO_INITIAL_STRETCH = 600, 300
"""In per cent: four underscores of the house are drawn as long as a name is, or as initials are."""


def write(minutes: Minutes) -> bytes:
    """The minutes as a .docx file. Every text of the tree is in it; what no file can hold reads U+FFFD (`model.text.clean`)."""
    document = Document(io.BytesIO(own_base()))
    body = document.element.body
    Body(body, Numbering(document.part.numbering_part.element)).write(minutes)
    body.append(body.sectPr)
    _write_margins(document.sections[0], minutes)
    write_properties(document, minutes)
    return packed(document)


def own_base() -> bytes:
    """The empty file that ships, with every style in it."""
    return resources.files("boardtui.minutes").joinpath(BASE).read_bytes()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the minutes are set in. width: of the text, in twentieths of a point; bullets: the list they are in;

    bulleted: how many levels of bullets have them from their style; foreign: the styles are somebody else's, so that each
    heading says its level and stays with what follows; numbered: styles of headings with a number of theirs, which is put
    off; printed: styles whose text the file has.
    """

    width: int = TEXT_WIDTH
    bullets: int = 1
    bulleted: int = 2
    foreign: bool = False
    numbered: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()


OWN = Setting()


class Body:
    """The text of the document, from the first paragraph to the last."""

    def __init__(self, body: Element, numbering: Numbering, setting: Setting = OWN) -> None:
        self._body = body
        self._numbering = numbering
        self._setting = setting
        self._levels = HeadingLevels(sections=1, minutes=2)
        self._hang = _HANG_OF_NUMBER
        self._width = setting.width
        self._heads: tuple[()] | tuple[str, str] = ()

    def write(self, minutes: Minutes) -> None:
        """Write them at the end of what is there."""
        self._heads = minutes.action_column
        self._hang = _HANG_OF_NUMBER + _LETTER * max(longest_number(minutes) - _SHORT_NUMBER, 0)
        printed = self._setting.printed
        if "Draft" not in printed:
            self._text("Draft", minutes.draft)
        if "Council" not in printed:
            self._text("Council", minutes.council)
        if "Title" not in printed:
            self._title(title_text(minutes))
        for place, attendance in enumerate(minutes.attendance):
            self._attendance(attendance, last=place == len(minutes.attendance) - 1)
        for part in minutes.body:
            if isinstance(part, SectionHeading):
                self._section(part)
            else:
                self._minute(part)
        self._end(minutes)

    def _end(self, minutes: Minutes) -> None:
        """The close and the lines to sign: on one page, and never alone on it."""
        if any(line.strip() for line in (minutes.closing, *minutes.signature)):
            keep_last(self._body)
        self._text("Closing", minutes.closing, keep=bool(minutes.signature))
        for place, line in enumerate(minutes.signature):
            self._signature(line, last=place == len(minutes.signature) - 1)

    def _add(self, style: str, runs: Sequence[Run], layout: Layout = PLAIN) -> None:
        self._body.append(paragraph(style, runs, layout))

    def _text(self, style: str, text: str, *places: tuple[int, int], keep: bool = False) -> None:
        """A paragraph, unless there is nothing in it. places: see `marked`."""
        if text.strip():
            self._add(style, marked(text, *places), Layout(keep=keep or leads_in(text)))

    def _numbered(self, style: str, text: str, *places: tuple[int, int], number: str, keep: bool = False) -> None:
        """A paragraph with its number within the minute before it, if it has one."""
        if not number or not text.strip():
            self._text(style, text, *places, keep=keep)
            return
        layout = Layout(keep=keep or leads_in(text), left=self._hang, hanging=self._hang)
        self._add(style, [Run(f"{number}\t"), *marked(text, *places)], layout)

    def _heading(self, style: str, text: str, level: int) -> None:
        if text.strip():
            foreign = self._setting.foreign
            outline = None if level == HEADINGS[style] and not foreign else level
            number = NO_NUMBER if style in self._setting.numbered else None
            self._add(style, [Run(text)], Layout(keep=foreign, outline=outline, number=number))

    def _title(self, text: str) -> None:
        if self._setting.foreign:
            self._heading("Title", text, 1)
        else:
            self._text("Title", text)

    def _attendance(self, attendance: AttendanceList, *, last: bool) -> None:
        if last and attendance.stands_alone:
            self._text("AttendanceHeading", attendance.heading)
            return
        self._heading("AttendanceHeading", attendance.heading, self._levels.attendance())
        if attendance.table is not None:
            self._table(attendance.table)
        names = _names(attendance.lines)
        if attendance.across > 1:
            self._body.append(columns(names, attendance.across, self._setting.width))
            self._add("TableEnd", [])
        else:
            self._body.extend(names)

    def _section(self, section: SectionHeading) -> None:
        if section.text.strip():
            style = "Section" if section.level <= 1 else "Section2"
            self._heading(style, section.text, self._levels.section(section.level))
        self._text("MinuteText", section.nil)

    def _minute(self, minute: Minute) -> None:
        heading = heading_text(minute)
        if heading.strip():
            self._heading("MinuteHeading", heading, self._levels.minute())
        if self._heads:
            self._with_column(minute)
        else:
            self._all(minute.parts)

    def _all(self, parts: Sequence[Part]) -> None:
        for part in parts:
            self._part(part)

    def _with_column(self, minute: Minute) -> None:
        """A minute with its actions in a column; one without any leaves the room free, so that all text is as wide."""
        whole, place = self._width, self._body
        self._width = whole * _SAID_SHARE // 100
        column, rows, start = Column(whole, self._width), beside(minute), len(place)
        if rows:
            made = column.table(self._heads)
            for row in rows:
                said, actions = column.row(made)
                self._body = said
                self._all(row.said)
                if said[-1].tag != f"{W}p":
                    self._add("MinuteText", [])
                actions.extend(paragraph("ActionBeside", [Run(text)]) for text in row.actions or ("",))
            self._body = place
            place.append(made)
            self._add("TableEnd", [])
        else:
            self._all(minute.parts)
            for written in place[start:]:
                if written.tag == f"{W}p":
                    narrow(written, whole - self._width)
        self._width = whole

    def _part(self, part: Part) -> None:
        match part:
            case Paragraph():
                self._numbered("MinuteText", part.text, number=part.paragraph)
            case Subheading():
                self._subheading(part.text)
            case Quotation():
                self._text("Quotation", part.text)
            case BulletList():
                self._bullets(part.bullets, 0)
            case Table():
                self._table(part)
            case Decision():
                self._decision(part)
            case Roll():
                self._roll(part.lines)
            case Action():
                self._text("Action", part.text, label_place(part.text))
            case _:
                assert_never(part)

    def _subheading(self, text: str) -> None:
        if text.strip():
            self._heading("Subheading", text, self._levels.subheading())

    def _bullets(self, bullets: Sequence[Bullet], level: int) -> None:
        style = "Bullet" if level == 0 else "Bullet2"
        for bullet in bullets:
            deeper = (self._setting.bullets, min(level, LEVELS - 1)) if level >= self._setting.bulleted else None
            self._add(style, [Run(bullet.text)], Layout(keep=bool(bullet.bullets), number=deeper))
            self._bullets(bullet.bullets, level + 1)

    def _table(self, grid: Table) -> None:
        """The paragraph after it makes room, and keeps two tables that follow one another apart."""
        if has_words(grid):
            self._body.append(table(grid, self._width))
            self._add("TableEnd", [])

    def _decision(self, decision: Decision) -> None:
        for number, text, follows in sentences(decision):
            self._numbered("Decision", text, verb_place(text), number=number, keep=follows)
        scheme = read_scheme(decision.clauses)
        self._clauses(decision.clauses, 0, self._numbering.new_list(scheme) if scheme else None)

    def _clauses(self, clauses: Sequence[Clause], level: int, number: int | None) -> None:
        """number: of their list; None where the labels are typed."""
        style = f"Resolution{min(level, 2) + 1}"
        for clause in clauses:
            keep = bool(clause.clauses)
            if number is not None:
                self._add(style, [Run(clause.text)], Layout(keep=keep, number=(number, level)))
            else:
                hanging = HANG if clause.label else 0
                label = [Run(f"{clause.label}\t")] if clause.label else []
                layout = Layout(keep=keep, left=indent(level), hanging=hanging)
                self._add(style, [*label, Run(clause.text)], layout)
            self._clauses(clause.clauses, level + 1, number)

    def _roll(self, lines: Sequence[str]) -> None:
        for place, line in enumerate(lines):
            self._text("RollLine", line, label_place(line), keep=place < len(lines) - 1)

    def _signature(self, line: str, *, last: bool) -> None:
        """A line to write upon has room above it, the name below it stands close."""
        if line.strip():
            rules = rule_places(line)
            runs = marked(line, *rules, strong=False, stretch=_UNDERSCORE_STRETCH)
            self._add("Signature", runs, Layout(keep=not last, before=None if rules else 60))


def _names(lines: Sequence[AttendanceLine]) -> list[Element]:
    labelled = has_labels(lines)
    style = "AttendanceLabelled" if labelled else "Attendance"
    labels = ([Run(label_text(line), strong=True), Run("\t")] if labelled else [] for line in lines)
    return [paragraph(style, [*label, Run(line.text)]) for label, line in zip(labels, lines, strict=True)]


def _write_margins(section: Any, minutes: Minutes) -> None:
    """Committee and mark of draft at the head of every page but the first, which has them in its text; pages at the foot."""
    header = section.header.paragraphs[0]._p
    add_run(header, Run(clean_line(minutes.committee)))
    if minutes.draft.strip():
        add_run(header, Run("\t"))
        add_run(header, Run(clean_line(minutes.draft), strong=True))
    for footer in (section.footer, section.first_page_footer):
        _write_foot(footer.paragraphs[0]._p, minutes.page, clean_line(minutes.initials))


def _write_foot(foot: Element, page: str, initials: str) -> None:
    """The number of the page, and where the house has it the place to initial beside it, at the right."""
    if initials:
        foot.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "FooterInitialled")
    for place, part in enumerate(page_parts(page)):
        if place % 2:
            add_field(foot, _FIELDS[part])
        else:
            add_run(foot, Run(part))
    if initials:
        for run in (Run("\t"), *marked(initials, *rule_places(initials), strong=False, stretch=_TO_INITIAL_STRETCH)):
            add_run(foot, run)


def write_properties(document: Any, minutes: Minutes) -> None:
    """Title, language, whose it is and the day of the meeting; nothing of a clock, a user or a machine."""
    properties = document.core_properties
    properties.title = _property(title_text(minutes))
    properties.author = properties.last_modified_by = _property(minutes.council or minutes.committee)
    properties.language = language(minutes)
    properties.revision = 1
    if day := _date(minutes.date):
        properties.created = properties.modified = dt.datetime.combine(day, dt.time(12))
    for spoken in document.styles.element.iter(f"{W}lang"):
        spoken.set(f"{W}val", language(minutes))


def _property(text: str) -> str:
    return clean_line(text)[:_LONGEST_PROPERTY]


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def packed(document: Any) -> bytes:
    """The file, in a fixed order and with a fixed date, so that the same minutes make the same bytes."""
    stream, made = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as loose, zipfile.ZipFile(made, "w") as archive:
        for name in sorted(
            loose.namelist(), key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)
        ):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, loose.read(name))
    return made.getvalue()
