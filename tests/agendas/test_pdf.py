"""A PDF as a clerk has it: what is read of it, what is said of one that can't be read, and that reading can be stopped."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
from pathlib import Path

import pytest

from boardtui.agendas.kinds import is_pdf
from boardtui.agendas.opening import open_source
from boardtui.agendas.parts import Part
from boardtui.agendas.pdf import read_pdf
from boardtui.agendas.source import Kind, Source, SourceLine
from boardtui.errors import InputError
from support import pdfs

FILES = Path(__file__).parent / "files"


def read(*pages: bytes) -> Source:
    return read_pdf(pdfs.pages_of(*pages), "agenda.pdf")


def texts(source: Source) -> list[str]:
    return [f"{line.marker} {line.text}".strip() for line in source.lines]


def refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as refused:
        read_pdf(data, "agenda.pdf")
    assert refused.value.hint
    return refused.value


def test_lines_come_with_what_is_printed_of_them() -> None:
    page = pdfs.text_at(57, 780, "Marrick Council", size=18, font="B") + pdfs.page_of(
        ["**Agenda", "1. Apologies", (85, "The Chair will report"), "and so on and so forth"], top=740
    )
    source = read(page)
    assert source.lines == (
        SourceLine(1, "Marrick Council", page=1, indent=57, bold=True, heading=1, apart=True),
        SourceLine(2, "Agenda", page=1, indent=57, bold=True, apart=True),
        SourceLine(3, "1. Apologies", page=1, indent=57, apart=True),
        SourceLine(4, "The Chair will report", page=1, indent=85, apart=True),
        SourceLine(5, "and so on and so forth", page=1, indent=57, apart=True),
    )


def test_a_file_is_known_by_its_bytes() -> None:
    data = pdfs.pages_of(pdfs.page_of(["Agenda"]))
    source = read_pdf(data, "agenda.pdf")
    assert (source.name, source.kind, source.digest) == ("agenda.pdf", Kind.PDF, hashlib.sha256(data).hexdigest())


def test_a_pdf_is_known_by_what_is_in_it() -> None:
    data = pdfs.pages_of(pdfs.page_of(["1. Apologies"]))
    assert open_source(data, "agenda.txt").kind is Kind.PDF
    assert is_pdf(b"Content-Type: application/pdf\n\n" + data)
    assert open_source(b"1. About %PDF-1.4 files\n2. Apologies\n", "a.pdf").kind is Kind.TEXT


def test_letters_of_the_agenda_are_kept_as_they_are() -> None:
    assert texts(read(pdfs.page_of(["Siân O’Shea – “Café” £5"]))) == ["Siân O’Shea – “Café” £5"]


def test_a_word_drawn_twice_is_bold_and_there_once() -> None:
    page = pdfs.text_at(57, 780, "Apologies") + pdfs.text_at(57.3, 780, "Apologies")
    assert [(line.text, line.bold) for line in read(page).lines] == [("Apologies", True)]


def test_a_word_across_the_page_is_left_out() -> None:
    draft = b"BT /P 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET"
    assert texts(read(pdfs.page_of(["1. Apologies"]) + draft)) == ["1. Apologies"]


def test_a_page_that_is_turned_is_read_upright() -> None:
    turned = b"BT /P 11 Tf 0 1 -1 0 60 57 Tm (1. Apologies) Tj 0 -30 Td (2. Minutes) Tj ET"
    data = pdfs.pages_of(turned).replace(b"/Type /Page /Parent", b"/Type /Page /Rotate 90 /Parent")
    assert texts(read_pdf(data, "agenda.pdf")) == ["1. Apologies", "2. Minutes"]


def test_the_head_and_foot_of_pages_are_asides_in_their_places() -> None:
    feet = [pdfs.text_at(57, 20, f"Page {page} of 2") for page in (1, 2)]
    head = pdfs.text_at(57, 820, "Marrick Council")
    source = read(head + pdfs.page_of(["1. Apologies"]) + feet[0], head + pdfs.page_of(["2. Minutes"]) + feet[1])
    assert [(line.page, line.text, line.part) for line in source.lines] == [
        (1, "Marrick Council", None),
        (1, "1. Apologies", None),
        (1, "Page 1 of 2", Part.ASIDE),
        (2, "Marrick Council", Part.ASIDE),
        (2, "2. Minutes", None),
        (2, "Page 2 of 2", Part.ASIDE),
    ]
    assert [line.number for line in source.lines] == [1, 2, 3, 4, 5, 6]


def test_a_few_lines_that_go_beyond_the_edge_dont_move_it() -> None:
    full = [
        "The Board considered a report of the Director on the care that older people have in their homes",
        "and wards.",
    ]
    beyond = "A line that runs on over the edge of the column as far as the page has room for, as addresses of pages do"
    front = pdfs.page_of([full[0], full[1], "Contact: L Knoll"], pitch=14)
    report = pdfs.page_of([*full * 12, beyond], pitch=14)
    assert texts(read(front, report))[:2] == [" ".join(full), "Contact: L Knoll"]


def test_page_numbers_at_the_right_are_those_of_the_item() -> None:
    page = pdfs.page_of(["1. Apologies", "2. Minutes"]) + pdfs.text_at(480, 756, "5 - 14")
    assert [(line.text, line.part) for line in read(page).lines] == [
        ("1. Apologies", None), ("2. Minutes", None), ("5 - 14", Part.PAGES),
    ]  # fmt: skip


def test_rules_make_a_table_of_items() -> None:
    columns, rows = (50, 90, 330, 530), (800, 770, 740)
    rules = b"".join(b"%d %d m %d %d l S\n" % (columns[0], y, columns[-1], y) for y in rows)
    rules += b"".join(b"%d %d m %d %d l S\n" % (x, rows[0], x, rows[-1]) for x in columns)
    cells = [
        (55, 780, "Item"),
        (95, 780, "Subject"),
        (335, 780, "Lead"),
        (55, 755, "1."),
        (95, 755, "Budget"),
        (335, 755, "A Grier"),
    ]
    page = rules + b"".join(pdfs.text_at(x, y, text) for x, y, text in cells)
    assert [(line.marker, line.text, line.part) for line in read(page).lines if line.part is not Part.ASIDE] == [
        ("1.", "Budget", Part.ITEM), ("", "A Grier", Part.LEAD),
    ]  # fmt: skip


def test_a_table_without_rules_goes_on_below_heads_that_are_printed_anew() -> None:
    def row(y: float, *cells: str) -> bytes:
        return b"".join(pdfs.text_at(x, y, text) for x, text in zip((57, 100, 400), cells, strict=True))

    heads = row(780, "Item", "Subject", "Lead")
    pages = [
        heads + row(760, number, title, "A Grier") + row(740, more, "Roads", "Chair")
        for number, title, more in (("1.", "Budget", "2."), ("3.", "Care", "4."))
    ]
    assert [(line.marker, line.text) for line in read(*pages).lines if line.part is Part.ITEM] == [
        ("1.", "Budget"), ("2.", "Roads"), ("3.", "Care"), ("4.", "Roads"),
    ]  # fmt: skip


def test_pages_that_are_pictures_are_told_of() -> None:
    source = read_pdf(pdfs.with_pictures(pdfs.page_of(["1. Apologies"]), pdfs.SHOWN, pdfs.SHOWN), "pack.pdf")
    assert texts(source) == ["1. Apologies"]
    assert source.remarks == ("Pages 2 and 3 are pictures without text.",)


def test_a_page_that_cant_be_read_is_told_of_and_the_others_are_read() -> None:
    source = read_pdf(pdfs.crowded(), "pack.pdf")
    assert texts(source) == ["After the crowd"]
    assert source.remarks == ("Page 1 could not be read.",)


def test_a_scan_is_refused() -> None:
    assert refusal(pdfs.with_pictures(pdfs.SHOWN, pdfs.SHOWN)).message == (
        "agenda.pdf: the pages of this PDF are pictures, as a scanner makes them, and have no text."
    )


def test_a_pdf_of_empty_pages_is_refused() -> None:
    assert refusal(pdfs.pages_of(b" ")).message == "agenda.pdf: this PDF has no text."


def test_letters_without_meaning_are_refused() -> None:
    assert refusal(pdfs.unspoken()).message == (
        "agenda.pdf: this PDF doesn't say which letters it shows, only how they look."
    )


def test_a_pdf_that_asks_for_a_password_is_refused() -> None:
    refused = refusal((FILES / "locked.pdf").read_bytes())
    assert refused.message == "agenda.pdf: this PDF asks for a password."
    assert "without" not in refused.hint and "print it to a new PDF" in refused.hint


def test_a_pdf_that_opens_without_a_password_is_read_though_it_is_encrypted() -> None:
    assert texts(read_pdf((FILES / "sealed.pdf").read_bytes(), "sealed.pdf")) == ["1. Welcome"]


def test_a_damaged_pdf_is_refused() -> None:
    data = pdfs.pages_of(pdfs.page_of(["1. Apologies"]))
    assert refusal(data[: len(data) // 2]).message == "agenda.pdf: this PDF is damaged, and can't be read."


def test_a_pdf_whose_list_of_objects_is_wrong_is_read_all_the_same() -> None:
    data = pdfs.pages_of(pdfs.page_of(["1. Apologies"]))
    assert texts(read_pdf(b"Content-Type: application/pdf\n\n" + data, "agenda.pdf")) == ["1. Apologies"]
    assert texts(read_pdf(data.replace(b"0 R", b"0  R"), "agenda.pdf")) == ["1. Apologies"]


def test_what_is_no_pdf_is_refused() -> None:
    assert refusal(b"1. Apologies").message == "agenda.pdf: this is no PDF."


def test_one_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.agendas.pdf.LARGEST_SOURCE", 500)
    assert "is larger than" in refusal(pdfs.pages_of(pdfs.page_of(["1. Apologies"]))).message


def test_one_with_too_many_pages_or_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.agendas.pdf.MOST_PDF_LETTERS", 10)
    assert "has more than 10 letters" in refusal(pdfs.pages_of(pdfs.page_of(["1. Apologies"]))).message
    monkeypatch.setattr("boardtui.agendas.pdf_apart.MOST_PDF_PAGES", 2)
    assert "has more than 1,000 pages" in refusal(pdfs.pages_of(*[b" "] * 3)).message


def test_without_pdfplumber_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "boardtui.agendas.pdf_apart.find_spec", lambda name: None if name == "pdfplumber" else found(name)
    )
    refused = refusal(pdfs.pages_of(b" "))
    assert refused.message == "Reading a PDF needs the package pdfplumber, which isn't installed."
    assert "pipx inject boardtui 'pdfplumber<0.12'" in refused.hint
    assert "pip install 'pdfplumber<0.12'" in refused.hint


def test_it_says_how_far_it_is_page_by_page() -> None:
    told: list[tuple[float, str]] = []
    read_pdf(pdfs.pages_of(*[pdfs.page_of(["x"])] * 4), "pack.pdf", lambda share, what: told.append((share, what)))
    assert told[0] == (0.0, "opening the PDF")
    pages = [one for one in told if one[1].startswith("page")]
    assert sorted(set(pages)) == [(number / 4, f"page {number} of 4") for number in (1, 2, 3, 4)]


class _Stopped(Exception):
    """The clerk doesn't want to wait."""


def test_whoever_watches_may_stop_it_and_nothing_is_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def remembered(*args: object, **options: object) -> subprocess.Popen[bytes]:
        begun.append(start(*args, **options))  # type: ignore[call-overload]
        return begun[-1]

    def stop(share: float, _what: str) -> None:
        if share > 0.4:
            raise _Stopped

    monkeypatch.setattr(subprocess, "Popen", remembered)
    with pytest.raises(_Stopped):
        read_pdf(pdfs.pages_of(*[pdfs.page_of(["x"])] * 4), "pack.pdf", stop)
    assert [process.poll() is not None for process in begun] == [True]


def test_it_may_be_stopped_while_a_page_takes_long() -> None:
    waited: list[str] = []

    def stop(_share: float, what: str) -> None:
        waited.append(what)
        if len(waited) > 2:
            raise _Stopped

    with pytest.raises(_Stopped):
        read_pdf(pdfs.forms_in_forms(), "plan.pdf", stop)
    assert waited == ["opening the PDF"] * 3


def test_a_library_in_the_folder_where_the_clerk_is_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pdfplumber.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    assert texts(read(pdfs.page_of(["1. Apologies"]))) == ["1. Apologies"]
