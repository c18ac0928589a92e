"""Word files that can't be a base are refused with a sentence and a hint, before anything of them is used."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from boardtui.errors import InputError
from boardtui.minutes.writers.docx_base import open_base
from boardtui.minutes.writers.docx_over import write_over
from boardtui.model import limits
from support.trees import EMPTY
from support.word_bases import letterhead, repacked

BASE = letterhead()
RELATIONS, DOCUMENT, TYPES = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def related(kind: bytes, target: bytes = b"http://example.org/x", mode: bytes = b"External") -> bytes:
    one = b'<Relationship Id="rX" Type="%b%b" Target="%b" TargetMode="%b"/></Relationships>' % (
        OFFICE,
        kind,
        target,
        mode,
    )
    return repacked(BASE, {RELATIONS: lambda blob: blob.replace(b"</Relationships>", one)})


def in_body(xml: bytes) -> bytes:
    return repacked(BASE, {DOCUMENT: lambda blob: blob.replace(b"<w:body>", b"<w:body><w:p>" + xml + b"</w:p>")})


def typed(kind: bytes) -> bytes:
    def change(blob: bytes) -> bytes:
        return re.sub(rb"application/vnd[^\"]*document\.main\+xml", kind, blob)

    return repacked(BASE, {TYPES: change})


def field(*codes: bytes) -> bytes:
    inside = b"".join(b"<w:r><w:instrText>%b</w:instrText></w:r>" % code for code in codes)
    begin, end = (b'<w:r><w:fldChar w:fldCharType="%b"/></w:r>' % kind for kind in (b"begin", b"end"))
    return in_body(begin + inside + end)


def with_doctype() -> bytes:
    dtd = b'<!DOCTYPE x [<!ENTITY lol "lol">]><w:'
    return repacked(BASE, {DOCUMENT: lambda blob: blob.replace(b"<w:", dtd, 1)})


def locked() -> bytes:
    """Every entry marked as encrypted, here and in the directory."""
    data = bytearray(BASE)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), BASE):
            data[found.start() + place] |= 1
    return bytes(data)


def twice() -> bytes:
    stream = io.BytesIO(BASE)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("WORD/document.xml", b"<x/>")
    return stream.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a .doc or a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a .doc of an older Word, or has a"),
    "no archive": (lambda: b"Minutes", "is no Word file"),
    "nothing": (lambda: b"", "is no Word file"),
    "an archive of something else": (lambda: repacked(b"PK\x05\x06" + bytes(18), {"a.txt": b"a"}), "is no Word file"),
    "a locked archive": (locked, "has a password"),
    "a name twice": (twice, "is damaged"),
    "macros": (lambda: repacked(BASE, {"word/vbaProject.bin": b"x"}), "has macros"),
    "macros by type": (lambda: typed(b"application/vnd.ms-word.document.macroEnabled.main+xml"), "has macros"),
    "a template": (
        lambda: typed(b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        "is a Word template",
    ),
    "a spreadsheet": (
        lambda: typed(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "is no Word file",
    ),
    "strict": (
        lambda: repacked(BASE, {"_rels/.rels": lambda blob: blob.replace(OFFICE, b"http://purl.oclc.org/ooxml/officeDocument/")}),
        "Strict Open XML",
    ),
    "a doctype": (with_doctype, "has a DOCTYPE in word/document.xml"),
    "no XML": (lambda: repacked(BASE, {DOCUMENT: b"<w:p"}), "word/document.xml can't be read"),
    "a linked picture": (lambda: related(b"image"), "fetches a picture from elsewhere"),
    "a linked frame": (lambda: related(b"frame"), "fetches something from elsewhere"),
    "an object": (lambda: repacked(BASE, {"word/embeddings/sheet.xlsx": b"x"}), "has an object of another program"),
    "a chunk": (lambda: related(b"aFChunk", b"x.html", b"Internal"), "has an object of another program"),
    "a field in pieces": (lambda: field(b" inclu", b'depicture "http://example.org/x.png" '), "a field INCLUDEPICTURE"),
    "an old drawing": (
        lambda: in_body(b'<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a.b/c"/></w:pict></w:r>'),
        "fetches a picture from elsewhere",
    ),
    "a simple field": (lambda: in_body(b'<w:fldSimple w:instr=" DDEAUTO c:\\\\x "/>'), "a field DDEAUTO"),
    "a change": (lambda: in_body(b'<w:ins w:id="1" w:author="Percy"><w:r><w:t>x</w:t></w:r></w:ins>'), "has tracked changes"),
    "a comment": (lambda: in_body(b'<w:r><w:commentReference w:id="1"/></w:r>'), "has tracked changes or comments"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_base_is_refused(kind: str) -> None:
    make, says = REFUSED[kind]
    with pytest.raises(InputError) as refused:
        open_base(make(), "ours.docx")
    assert refused.value.message.startswith("ours.docx ") and says in refused.value.message
    assert refused.value.hint


def test_what_is_too_large_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(BASE, {"word/media/crest.png": bytes(3_000_000)})
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 2_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(InputError, match="is too large"):
        open_base(bomb, "ours.docx")
    monkeypatch.setattr(limits, "LARGEST_WORD_FILE", 100)
    with pytest.raises(InputError, match="is too large"):
        open_base(BASE, "ours.docx")


def test_a_directory_that_understates_its_sizes_gains_nothing() -> None:
    data = bytearray(repacked(BASE, {"word/media/crest.png": bytes(100_000)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        for found in re.finditer(re.escape(mark), bytes(data)):
            name = bytes(data[found.start() + (30 if place == 22 else 46) :][:20])
            if name == b"word/media/crest.png":
                data[found.start() + place : found.start() + place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(InputError, match="is no Word file"):
        open_base(bytes(data), "ours.docx")


def test_the_template_it_came_from_and_what_programs_keep_in_it_are_left_out() -> None:
    relation = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="%battachedTemplate" Target="file:///C:/Users/percy/Normal.dotm" TargetMode="External"/>'
        b"</Relationships>" % OFFICE
    )
    named = b'<w:docVars><w:docVar w:name="of" w:val="Percy"/></w:docVars>'
    named += b'<w:mailMerge><w:query w:val="SELECT * FROM Percy"/></w:mailMerge>'
    named += b'<w:attachedTemplate xmlns:r="%b" r:id="r1"/></w:settings>' % OFFICE.rstrip(b"/")
    base = repacked(
        BASE,
        {
            "word/_rels/settings.xml.rels": relation,
            "word/settings.xml": lambda blob: blob.replace(b"</w:settings>", named),
        },
    )
    data = write_over(
        EMPTY, base, "ours.docx", values=dict.fromkeys(("council", "committee", "date", "status"), ""), styles={}
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"ercy" in archive.read(name)]
        assert b"attachedTemplate" not in archive.read("word/settings.xml")


def test_a_link_to_click_on_stays() -> None:
    document = open_base(related(b"hyperlink"), "ours.docx")
    assert "http://example.org/x" in [one.target_ref for one in document.part.rels.values() if one.is_external]


def test_a_drawing_in_the_file_stays_whatever_it_is_called() -> None:
    crest = b'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:x" o:title="a//b"/>'
    open_base(in_body(b"<w:r><w:pict>" + crest + b"</w:pict></w:r>"), "ours.docx")
