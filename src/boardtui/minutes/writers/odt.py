"""Minutes as an OpenDocument text (ODF 1.3), for LibreOffice and archives: real headings and lists, numbers of clauses typed.

The same minutes always make the same bytes, and nothing is in it but the text, its styles and its title: no script, no
picture, no link, no name of a machine or a user.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import assert_never

from lxml import etree

from boardtui.minutes.tree import (
    Action,
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
from boardtui.minutes.writers.dressing import (
    LONG_ENOUGH_TO_INITIAL,
    HeadingLevels,
    beside,
    even_rows,
    figure_columns,
    has_labels,
    has_words,
    heading_text,
    label_place,
    label_text,
    language,
    longest_number,
    page_parts,
    rule_places,
    sentences,
    title_text,
    verb_place,
    with_long_rules,
)
from boardtui.minutes.writers.odt_markup import NAMES, Element, Variants, document, element, fill, name, write_text
from boardtui.model.text import clean_line

MIME = "application/vnd.oasis.opendocument.text"
STYLES = "odt_styles.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIELDS = {"page": "text:page-number", "pages": "text:page-count"}
_DEEPEST_CLAUSE = 3
_SAID_WIDTH, _ACTIONS_WIDTH = "11.5cm", "4.5cm"
"""The columns of what was said and of the actions beside it."""
_HANG_OF_NUMBER, _SHORT_NUMBER, _LETTER = 1.3, 4, 0.22
"""How far a numbered paragraph stands in, for a number of so many letters; and for each more, in centimetres."""
_CELL = "Bordered"


def write(minutes: Minutes) -> bytes:
    """The minutes as an .odt file. Every text of the tree is in it, as `model.text.clean` leaves it."""
    content = document("office:document-content")
    automatic = element("office:automatic-styles", content)
    cell = element("style:style", automatic, style__name=_CELL, style__family="table-cell")
    element("style:table-cell-properties", cell, fo__padding="0.1cm", fo__border="0.5pt solid #8c8c8c")
    body = element("office:text", element("office:body", content))
    _Body(body, Variants(automatic)).write(minutes)
    files = {"content.xml": content, "meta.xml": _meta(minutes), "styles.xml": _styles(minutes)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _pack(archive, "mimetype", MIME.encode(), zipfile.ZIP_STORED)  # first and unpacked, as ODF wants it
        for name, root in {**files, "META-INF/manifest.xml": _manifest(files)}.items():
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            _pack(archive, name, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _pack(archive: zipfile.ZipFile, name: str, data: bytes, how: int) -> None:
    """With a fixed date, so that the same minutes make the same bytes."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = how
    entry.create_system = 0
    archive.writestr(entry, data)


class _Body:
    """The text of the document, from the first paragraph to the last."""

    def __init__(self, body: Element, variants: Variants) -> None:
        self._body = body
        self._variants = variants
        self._levels = HeadingLevels(sections=2, minutes=2)
        self._tables = self._sections = 0
        self._longest = 0
        self._heads: tuple[()] | tuple[str, str] = ()

    def write(self, minutes: Minutes) -> None:
        self._longest = longest_number(minutes)
        self._heads = minutes.action_column
        self._text("Draft", minutes.draft)
        self._text("Council", minutes.council)
        self._heading("Title", title_text(minutes), 1)
        for one in minutes.attendance:
            self._attendance(one)
        for part in minutes.body:
            if isinstance(part, SectionHeading):
                if part.text.strip():
                    self._heading("Section", part.text, self._levels.section(part.level))
                self._text("Standard", part.nil)
                continue
            self._minute(part)
        if len(self._body) and any(line.strip() for line in (minutes.closing, *minutes.signature)):
            self._keep_last()
        self._text("Closing", minutes.closing)
        for line in minutes.signature:
            self._text("SignatureRule" if rule_places(line) else "Signature", with_long_rules(line))

    def _minute(self, minute: Minute) -> None:
        heading = heading_text(minute)
        if heading.strip():
            self._heading("MinuteHeading", heading, self._levels.minute())
        if self._heads and minute.parts:
            self._with_column(minute, self._heads)
        else:
            self._all(minute.parts)

    def _all(self, parts: Sequence[Part]) -> None:
        for part in parts:
            self._part(part)

    def _with_column(self, minute: Minute, heads: tuple[str, str]) -> None:
        """A minute with its actions in a column; one without any leaves the room free, so that all text is as wide."""
        whole, rows = self._body, beside(minute)
        self._sections += 1
        if not rows:
            style = self._variants.of("", "section", fo__margin_right=_ACTIONS_WIDTH)
            self._body = element("text:section", whole, text__style_name=style, text__name=f"Minute{self._sections}")
            self._all(minute.parts)
            self._body = whole
            return
        made = element("table:table", whole, table__name=f"Actions{self._sections}")
        for width in (_SAID_WIDTH, _ACTIONS_WIDTH):
            style = self._variants.of("", "table-column", style__column_width=width)
            element("table:table-column", made, table__style_name=style)
        for cell, head in zip(self._cells(element("table:table-header-rows", made)), heads, strict=True):
            fill(element("text:p", cell, text__style_name="ActionHeading"), head)
        for row in rows:
            self._body, actions = self._cells(made)
            self._all(row.said)
            if not row.said:
                element("text:p", self._body, text__style_name="Cell")
            for text in row.actions or ("",):
                fill(element("text:p", actions, text__style_name="ActionBeside"), text)
        self._body = whole
        element("text:p", self._body, text__style_name="Cell")

    def _cells(self, table: Element) -> tuple[Element, Element]:
        """A new row: the cell for what was said, and the one for the actions, with a line between them."""
        row = element("table:table-row", table)
        edge = "0.5pt solid #8c8c8c"
        said, actions = (
            self._variants.of("", "table-cell", fo__padding="0cm", fo__padding_right="0.3cm", fo__border="none"),
            self._variants.of("", "table-cell", fo__padding="0cm", fo__padding_left="0.3cm", fo__border_left=edge),
        )
        first, second = (
            element("table:table-cell", row, table__style_name=style, office__value_type="string")
            for style in (said, actions)
        )
        return first, second

    def _keep_last(self) -> None:
        """The end never stands alone on a page: what was written last stays with it.

        LibreOffice 7.4 keeps paragraphs together only where the height of their lines is that of the font.
        """
        kept = {"fo__keep_with_next": "always"}
        before = self._body[-1].getprevious()
        if before is not None and before.tag == name("table:table"):
            before.set(name("table:style-name"), self._variants.of("", "table", **kept))
        self._variants.change(list(self._body.iter(name("text:p"), name("text:h")))[-1], **kept)

    def _text(self, style: str, text: str, bold: tuple[int, int] = (0, 0)) -> None:
        """A paragraph, unless there is nothing in it."""
        if text.strip():
            fill(element("text:p", self._body, text__style_name=style), text, bold)

    def _numbered(self, style: str, text: str, bold: tuple[int, int] = (0, 0), *, number: str) -> None:
        """A paragraph with its number within the minute before it, if it has one."""
        if not number or not text.strip():
            self._text(style, text, bold)
            return
        hang = f"{_HANG_OF_NUMBER + _LETTER * max(self._longest - _SHORT_NUMBER, 0):.2f}cm"
        style = self._variants.of(style, "paragraph", fo__margin_left=hang, fo__text_indent=f"-{hang}")
        made = element("text:p", self._body, text__style_name=style)
        write_text(made, f"{number}\t")
        fill(made, text, bold)

    def _heading(self, style: str, text: str, level: int) -> None:
        if text.strip():
            fill(element("text:h", self._body, text__style_name=style, text__outline_level=str(level)), text)

    def _attendance(self, attendance: AttendanceList) -> None:
        if attendance.heading.strip():
            self._heading("AttendanceHeading", attendance.heading, self._levels.attendance())
        if attendance.table is not None:
            self._table(attendance.table)
        columns, place = has_labels(attendance.lines), self._body
        if attendance.across > 1 and attendance.lines:
            self._sections += 1
            style = self._variants.columns(attendance.across)
            place = element(
                "text:section", self._body, text__style_name=style, text__name=f"Attendance{self._sections}"
            )
        for line in attendance.lines:
            label = label_text(line)
            words = f"{label}\t{line.text}" if columns else line.text
            if words.strip():
                style = "AttendanceLabelled" if columns else "Attendance"
                fill(element("text:p", place, text__style_name=style), words, (0, len(label)))

    def _part(self, part: Part) -> None:
        match part:
            case Paragraph():
                self._numbered("Standard", part.text, number=part.paragraph)
            case Subheading():
                if part.text.strip():
                    self._heading("Subheading", part.text, self._levels.subheading())
            case Quotation():
                self._text("Quotation", part.text)
            case BulletList():
                _bullets(self._body, part.bullets, text__style_name="Bullets")
            case Table():
                self._table(part)
            case Decision():
                for number, words, _ in sentences(part):
                    self._numbered("Decision", words, verb_place(words), number=number)
                self._clauses(part.clauses, 1)
            case Roll():
                for line in part.lines:
                    self._text("Roll", line, label_place(line))
            case Action():
                self._text("Action", part.text, label_place(part.text))
            case _:
                assert_never(part)

    def _clauses(self, clauses: Sequence[Clause], level: int) -> None:
        for clause in clauses:
            words = f"{clause.label}\t{clause.text}" if clause.label else clause.text
            self._text(f"Clause{min(level, _DEEPEST_CLAUSE)}", words)
            self._clauses(clause.clauses, level + 1)

    def _table(self, grid: Table) -> None:
        if not has_words(grid):
            return
        self._tables += 1
        rows, figures = even_rows(grid), figure_columns(grid)
        made = element("table:table", self._body, table__name=f"Table{self._tables}")
        element("table:table-column", made, table__number_columns_repeated=str(len(rows[0])))
        for place, row in enumerate(rows):
            heading = grid.headed and place == 0
            line = element("table:table-row", element("table:table-header-rows", made) if heading else made)
            for column, cell in enumerate(row):
                style = f"Cell{'Heading' if heading else ''}{'Figure' if column in figures else ''}"
                holder = element("table:table-cell", line, table__style_name=_CELL, office__value_type="string")
                fill(element("text:p", holder, text__style_name=style), cell)
        element("text:p", self._body, text__style_name="Cell")  # keeps it apart from a table that follows


def _bullets(parent: Element, bullets: Iterable[Bullet], **attributes: str) -> None:
    made = None
    for one in bullets:
        made = element("text:list", parent, **attributes) if made is None else made
        item = element("text:list-item", made)
        fill(element("text:p", item, text__style_name="Standard"), one.text)
        _bullets(item, one.bullets)


def _styles(minutes: Minutes) -> Element:
    """The styles, with the committee and the mark of draft at the head of a page and its number at the foot."""
    base = resources.files("boardtui.minutes").joinpath(STYLES).read_bytes()
    root = etree.fromstring(base, etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True))
    header, footer = (root.find(f".//{name(tag)}/{name('text:p')}") for tag in ("style:header", "style:footer"))
    committee, draft = clean_line(minutes.committee), clean_line(minutes.draft)
    fill(header, f"{committee}\t{draft}" if draft else committee)
    _write_foot(footer, minutes.page, clean_line(minutes.initials))
    tag, _, country = language(minutes).partition("-")
    for properties in root.findall(f".//{name('style:default-style')}/{name('style:text-properties')}"):
        properties.set(name("fo:language"), tag)
        properties.set(name("fo:country"), country if re.fullmatch("[A-Z]{2}", country) else "none")
    return root


def _write_foot(foot: Element, page: str, initials: str) -> None:
    """The number of the page, and where the house has it the place to initial beside it, at the right."""
    if initials:
        foot.set(name("text:style-name"), "FooterInitialled")
    for place, part in enumerate(page_parts(page)):
        if place % 2:
            element(_FIELDS[part], foot).text = "1"
        else:
            write_text(foot, part)
    if initials:
        write_text(foot, f"\t{with_long_rules(initials, LONG_ENOUGH_TO_INITIAL)}")


def _meta(minutes: Minutes) -> Element:
    root = document("office:document-meta")
    meta = element("office:meta", root)
    element("dc:title", meta).text = clean_line(title_text(minutes))
    element("dc:creator", meta).text = clean_line(minutes.council or minutes.committee)
    element("dc:language", meta).text = language(minutes)
    try:
        day = dt.date.fromisoformat(minutes.date)
    except ValueError:
        return root
    for tag in ("meta:creation-date", "dc:date"):
        element(tag, meta).text = f"{day.isoformat()}T12:00:00"
    return root


def _manifest(files: Iterable[str]) -> Element:
    root = etree.Element(name("manifest:manifest"), nsmap={"manifest": NAMES["manifest"]})
    root.set(name("manifest:version"), "1.3")
    for path, kind in (("/", MIME), *((part, "text/xml") for part in files)):
        element("manifest:file-entry", root, manifest__full_path=path, manifest__media_type=kind)
    return root
