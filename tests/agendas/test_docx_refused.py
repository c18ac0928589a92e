"""What can't be read as a Word file is refused in a sentence; nothing in a file makes boardtui stop, hang or fetch."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.agendas.docx import read_docx
from boardtui.agendas.opening import open_source
from boardtui.agendas.source import Kind
from boardtui.agendas.understanding import understand
from boardtui.errors import InputError
from boardtui.model import limits
from support.marrick import WORD_FILES, automatic, tabled, typed
from support.word_bases import repacked
from support.word_lines import read, texts
from support.word_xml import NAMESPACES, W, paragraph, run, word_file, zipped

DOCUMENT, TYPES, RELATIONS = "word/document.xml", "[Content_Types].xml", "_rels/.rels"
FILE = word_file(paragraph(run("Roads")))
STRICT = b"http://purl.oclc.org/ooxml/"


def changed(part: str, before: bytes, after: bytes) -> bytes:
    data = repacked(FILE, {part: lambda blob: blob.replace(before, after)})
    assert data != repacked(FILE, {})
    return data


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a .doc of an older Word, or has a password"),
    "macros": (lambda: repacked(FILE, {"word/vbaProject.bin": b"x"}), "has macros"),
    "macros by type": (
        lambda: changed(TYPES, b"openxmlformats-officedocument.wordprocessingml.document", b"ms-word.document.macroEnabled"),
        "has macros",
    ),
    "cut short": (lambda: FILE[:-40], "is no Word file"),
    "damaged inside": (lambda: damaged(FILE), "is no Word file"),
    "another kind of archive": (lambda: zipped({"word/a.txt": b"a"}), "is no Word file"),
    "without a document": (lambda: changed(RELATIONS, b"word/document.xml", b"word/other.xml"), "is no Word file"),
    "a document elsewhere": (
        lambda: changed(RELATIONS, b'Target="word/document.xml"', b'TargetMode="External" Target="word/document.xml"'),
        "is no Word file",
    ),
    "a picture for a document": (lambda: changed(RELATIONS, b"word/document.xml", b"word/a.png"), "is no Word file"),
    "another root": (lambda: repacked(FILE, {DOCUMENT: b"<x/>"}), "is no Word file"),
    "no XML": (lambda: repacked(FILE, {DOCUMENT: b"<w:p"}), "is damaged: word/document.xml can't be read"),
    "styles that are no XML": (lambda: repacked(FILE, {"word/styles.xml": b"\xff"}), "is damaged: word/styles.xml"),
    "a doctype": (lambda: with_doctype("utf-8"), "has a DOCTYPE in word/document.xml"),
    "a doctype in UTF-16": (lambda: with_doctype("utf-16"), "has a DOCTYPE in word/document.xml"),
}  # fmt: skip


def damaged(data: bytes) -> bytes:
    at = data.index(DOCUMENT.encode()) + 40
    return data[:at] + bytes(20) + data[at + 20 :]


def with_doctype(encoding: str) -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    inside = f"<w:body>{paragraph(run('LAUGH'))}</w:body>".replace("LAUGH", "&l11;")
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{laughs}]>'
    return repacked(FILE, {DOCUMENT: f"{head}<w:document {NAMESPACES}>{inside}</w:document>".encode(encoding)})


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_word_file_is_refused(kind: str) -> None:
    make, says = REFUSED[kind]
    with pytest.raises(InputError) as refused:
        read_docx(make(), "ours.docx")
    assert refused.value.message.startswith("ours.docx ") and says in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "limit", ["LARGEST_WORD_FILE", "LARGEST_UNPACKED", "MOST_PARTS", "LARGEST_WORD_TEXT", "MOST_WORD_MARKS"]
)
def test_too_much_of_anything_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, 3)
    with pytest.raises(InputError, match=r"^ours\.docx (?:is too large|has too much text)"):
        read_docx(FILE, "ours.docx")


def test_word_is_known_by_what_is_in_the_file() -> None:
    assert open_source(FILE, "agenda.txt").kind is Kind.WORD
    with pytest.raises(InputError, match=r"is a \.doc of an older Word"):
        open_source(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "agenda.docx")
    with pytest.raises(InputError, match="an Excel file"):
        open_source(zipped({"xl/workbook.xml": b""}), "agenda.docx")


def test_strict_open_xml_and_utf_16_are_read_too() -> None:
    strict = FILE
    for part in (DOCUMENT, "word/styles.xml"):
        strict = repacked(strict, {part: lambda blob: blob.replace(W.encode(), STRICT + b"wordprocessingml/main")})
    strict = repacked(
        strict,
        {
            RELATIONS: lambda blob: blob.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/", STRICT + b"officeDocument/"
            )
        },
    )
    assert texts(read_docx(strict, "x")) == ["Roads"]
    wide = repacked(FILE, {DOCUMENT: lambda blob: blob.decode().replace("UTF-8", "UTF-16").encode("utf-16")})
    assert texts(read_docx(wide, "x")) == ["Roads"]


def test_a_file_without_styles_numbers_or_body_is_read() -> None:
    bare = changed("word/_rels/document.xml.rels", b"styles.xml", b"nowhere.xml")
    assert texts(read_docx(bare, "x")) == ["Roads"]
    assert texts(read_docx(repacked(FILE, {DOCUMENT: f"<w:document {NAMESPACES}/>".encode()}), "x")) == []


def test_parts_that_are_one_and_the_same_are_read() -> None:
    assert texts(read_docx(changed("word/_rels/document.xml.rels", b"styles.xml", b"document.xml"), "x")) == ["Roads"]


def test_what_is_too_much_is_so_in_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = [zipfile.ZipFile(io.BytesIO(FILE)).read(part) for part in (DOCUMENT, "word/styles.xml")]
    marks = [blob.count(b"<") + blob.count(b"=") for blob in blobs]
    monkeypatch.setattr(limits, "MOST_WORD_MARKS", sum(marks))
    read_docx(FILE, "x")
    monkeypatch.setattr(limits, "MOST_WORD_MARKS", sum(marks) - 1)
    with pytest.raises(InputError, match="too much text"):
        read_docx(FILE, "x")


def test_what_is_nested_very_deep_is_read_or_refused() -> None:
    nested = paragraph(run("Roads"))
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert texts(read(nested)) == ["Roads"]
    with pytest.raises(InputError, match="is damaged"):
        read("<w:customXml>" * 300 + "</w:customXml>" * 300)


def test_controls_hidden_signs_and_orders_to_the_terminal_are_no_part_of_the_text() -> None:
    assert texts(read(paragraph(run("Ro\u202eads\u2028now\x9b31m")))) == ["Roads now"]


def test_a_line_without_end_is_cut_into_lines() -> None:
    source = read(paragraph(run("word " * 10_000)))
    assert max(len(line.text) for line in source.lines) <= limits.LONGEST_LINE
    assert " ".join(texts(source)).split() == ["word"] * 10_000


def parts_mutated(data: bytes, seed: int) -> bytes:
    """The file with a part of it changed somewhere, as no program would."""
    chance = random.Random(seed)

    def mutate(blob: bytes) -> bytes:
        text = blob.decode("utf-8")
        for _ in range(chance.randint(1, 4)):
            tags = text.split("<")
            at, other = (chance.randrange(1, len(tags)) for _ in "ab")
            kind = chance.randrange(5)
            if kind == 0:
                tags[at], tags[other] = tags[other], tags[at]
            elif kind == 1:
                tags.insert(at, tags[other])
            elif kind == 2:
                del tags[at]
            elif kind == 3:
                tags[at] = tags[at].replace('val="', f'val="{chance.choice(("", "-1", "999999999", "x", "0", "9"))}', 1)
            else:
                tags[at : at + 3] = [
                    f"w:{name}>" + tags[at] for name in chance.sample(("sdt", "tc", "p", "ins", "r", "tr"), 2)
                ]
            text = "<".join(tags)
        return text.encode("utf-8")

    part = chance.choice(("word/document.xml", "word/styles.xml", "word/numbering.xml"))
    return repacked(data, {part: mutate if part in names(data) else b"<x/>"})


def names(data: bytes) -> list[str]:
    return [name for name in (DOCUMENT, "word/styles.xml", "word/numbering.xml") if name.encode() in data]


def mended(data: bytes, seed: int) -> bytes:
    """The file with its document parsed leniently after a mutation: what is left is well-formed and odd."""
    from lxml import etree

    def lenient(blob: bytes) -> bytes:
        root = etree.fromstring(blob, etree.XMLParser(recover=True))
        return blob if root is None else etree.tostring(root)

    return repacked(parts_mutated(data, seed), dict.fromkeys(names(data), lenient))


def attempt(data: bytes) -> None:
    """Read it, and whatever comes of it: either lines, or a sentence."""
    try:
        source = read_docx(data, "x.docx")
    except InputError as refused:
        assert refused.message.startswith("x.docx ") and refused.hint
        return
    assert all(line.number == at for at, line in enumerate(source.lines, 1))
    _ = understand(source).agenda


MADE = [automatic(), typed(), tabled()]


def test_files_with_odd_xml_are_read_or_refused() -> None:
    for seed in range(60):
        attempt(mended(MADE[seed % 3], seed))
        attempt(parts_mutated(MADE[seed % 3], seed))


@given(st.sampled_from(MADE), st.integers(0, 4000), st.binary(max_size=20), st.integers(0, 40))
def test_files_with_odd_bytes_are_read_or_refused(data: bytes, at: int, put: bytes, taken: int) -> None:
    attempt(data[:at] + put + data[at + taken :])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    attempt(data)
    attempt(b"PK\x03\x04" + data)


@pytest.mark.soak
def test_ten_thousand_files_with_odd_xml_are_read_or_refused() -> None:
    for seed in range(10_000):
        attempt(mended(MADE[seed % 3], seed))


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_files_are_opened_as_word(name: str) -> None:
    data = (Path(__file__).parent / "files" / f"{name}.docx").read_bytes()
    assert open_source(data, name).lines == read_docx(data, name).lines
