"""A Word file is opened only if all of it may be unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from boardtui.errors import InputError
from boardtui.model import limits
from boardtui.model.word_archive import open_archive, unpack
from support.word_xml import paragraph, run, word_file, zipped

FILE = word_file(paragraph(run("Agenda")))


def test_a_part_of_it_is_unpacked() -> None:
    assert b">Agenda<" in unpack(open_archive(FILE, "x.docx"), "word/document.xml", "x.docx")


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_would_unpack_to_more_than_it_says_is_not_begun(packing: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        archive.writestr("word/document.xml", b"<w:document/>")
    with pytest.raises(InputError, match=r"x\.docx is no Word file"):
        open_archive(stream.getvalue(), "x.docx")


def test_a_directory_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PARTS", 2)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("it was read"))
    with pytest.raises(InputError, match="is too large"):
        open_archive(b"PK\x01\x02" * 11, "x.docx")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PARTS", 3)
    with pytest.raises(InputError, match="is too large"):
        open_archive(zipped({f"word/{number}.xml": b"" for number in range(4)}), "x.docx")


def test_a_part_that_is_not_there_is_an_error_of_the_file() -> None:
    with pytest.raises(InputError, match="is no Word file"):
        unpack(open_archive(FILE, "x.docx"), "word/other.xml", "x.docx")
