from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.minutes.tree import Paragraph, Table
from boardtui.minutes.writers.odt import MIME, write
from boardtui.model.text import clean
from support import libreoffice
from support.trees import EMPTY, HOSTILE, HOSTILE_PLACES, RICH, hostile, minute
from support.written import ODF, OpenDocument, jumps, odf_text


def test_the_kind_of_file_stands_first_and_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(write(RICH))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read("mimetype")) == (
            "mimetype", zipfile.ZIP_STORED, MIME.encode(),
        )  # fmt: skip
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def well_formed(data: bytes, _folder: Path) -> None:
    """Every part is XML, and in the list of parts."""
    parts = OpenDocument(data).parts
    roots = {name: ElementTree.fromstring(part) for name, part in parts.items() if name.endswith(".xml")}
    listed = {one.attrib[f"{ODF % 'manifest'}full-path"] for one in roots["META-INF/manifest.xml"]}
    assert listed == {"/", *roots} - {"META-INF/manifest.xml"}


def test_minutes_of_which_nothing_is_known_are_a_file_too(tmp_path: Path) -> None:
    well_formed(write(EMPTY), tmp_path)


def test_every_style_that_is_used_is_there() -> None:
    parts = OpenDocument(write(RICH)).parts
    roots = [ElementTree.fromstring(parts[name]) for name in ("content.xml", "styles.xml")]
    made = {one.attrib.get(f"{ODF % 'style'}name") for root in roots for one in root.iter()}
    keys = [
        f"{ODF % kind}{name}" for kind in ("text", "table", "style") for name in ("style-name", "parent-style-name")
    ]
    assert {one.attrib[key] for root in roots for one in root.iter() for key in keys if key in one.attrib} <= made


def test_headings_never_jump_a_level() -> None:
    levels = OpenDocument(write(RICH)).heading_levels()
    assert levels[0] == 1
    assert jumps(levels) == []


def test_numbers_of_clauses_are_typed_and_restart() -> None:
    blocks = OpenDocument(write(RICH)).blocks()
    assert "(1)\tThe winter plan be approved, subject to the following:" in blocks
    assert "(ii)\tfailing that, before 15 January; and" in blocks
    assert "(1)\tThe fee be £4." in blocks


def test_a_heading_row_is_one_and_figures_stand_flush_right() -> None:
    rows = (("Scheme", "Cost"), ("Lounge", "£5.00"))
    body = OpenDocument(write(minute(Table(headed=True, rows=rows)))).body
    (heading,) = body.iter(f"{ODF % 'table'}table-header-rows")
    assert ["".join(cell.itertext()) for cell in heading.iter(f"{ODF % 'text'}p")] == ["Scheme", "Cost"]
    styles = [one.attrib[f"{ODF % 'text'}style-name"] for one in body.iter(f"{ODF % 'text'}p")]
    assert styles == ["CellHeading", "CellHeadingFigure", "Cell", "CellFigure", "Cell"]


def test_the_page_says_whose_it_is_that_it_is_a_draft_and_its_number() -> None:
    styles = ElementTree.fromstring(OpenDocument(write(RICH)).parts["styles.xml"])
    head, foot = ([odf_text(p) for p in styles.find(f".//{ODF % 'style'}{tag}")] for tag in ("header", "footer"))
    assert (head, foot) == (["Wexmouth Health and Wellbeing Board\tDRAFT"], ["Page 1 of 1"])
    assert b'fo:language="en" fo:country="GB"' in OpenDocument(write(RICH)).parts["styles.xml"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_is_text(kind: str) -> None:
    typed, wanted = HOSTILE[kind]
    assert OpenDocument(write(hostile(typed))).text().count(wanted) >= HOSTILE_PLACES - 2


@given(st.text(min_size=1).map(clean).filter(str.strip))
@settings(max_examples=50, deadline=None)
def test_no_character_of_a_paragraph_is_lost(text: str) -> None:
    assert OpenDocument(write(minute(Paragraph(text=text)))).blocks()[-1] == text


def opens_in_libreoffice(data: bytes, folder: Path) -> None:
    """LibreOffice reads it, with its numbers and bullets."""
    text = libreoffice.text_of(data, "odt", folder)
    assert "(ii)\tfailing that, before 15 January; and" in text
    assert "• How a family would know whom to telephone" in text


READERS: list[Callable[[bytes, Path], None]] = [well_formed]
if libreoffice.IS_HERE:
    READERS.append(opens_in_libreoffice)


@pytest.mark.parametrize("read", READERS)
def test_the_file_can_be_opened(read: Callable[[bytes, Path], None], tmp_path: Path) -> None:
    read(write(RICH), tmp_path)
