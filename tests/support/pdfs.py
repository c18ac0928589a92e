"""PDF files written by hand, byte for byte: small ones that say what a test needs, and those made to do harm."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BOLD = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
CATALOG, PAGES, PLAIN, STRONG, FIRST = 1, 2, 3, 4, 10
"""The numbers of the objects that every one of these files has; those of pages and what they show begin at FIRST."""


def stream(data: bytes, **entries: str) -> bytes:
    """A stream with these entries in its dictionary."""
    said = "".join(f" /{name} {value}" for name, value in entries.items()).encode()
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), said, data)


def packed(data: bytes) -> bytes:
    """The same, packed."""
    return stream(zlib.compress(data, 9), Filter="/FlateDecode")


def file_of(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects by their numbers, the catalogue being number 1."""
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)
    return bytes(data)


def pages_of(*contents: bytes, resources: bytes = b"", more: Mapping[int, bytes] | None = None) -> bytes:
    """A PDF with a page for each of these contents, A4, the fonts /P (plain) and /B (bold)."""
    numbers = [FIRST + 2 * place for place in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = {
        CATALOG: b"<< /Type /Catalog /Pages 2 0 R >>",
        PAGES: b"<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842] >>" % (len(contents), kids),
        PLAIN: FONT,
        STRONG: BOLD,
    }
    for number, content in zip(numbers, contents, strict=True):
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << /Font << /P 3 0 R /B 4 0 R >> %s >> >>"
            % (number + 1, resources)
        )
        objects[number + 1] = content if content.startswith(b"<<") else packed(content)
    return file_of(objects | dict(more or {}))


def text_at(x: float, y: float, text: str, size: float = 11, font: str = "P") -> bytes:
    """Text that begins at this place, from the lower left corner."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n".encode("cp1252")


def page_of(lines: Sequence[str | tuple[float, str]], top: float = 780, pitch: float = 24) -> bytes:
    """A page with these lines under one another; how far in each begins may stand before it. `**` before a line: bold."""
    shown = b""
    for place, line in enumerate(lines):
        x, text = line if isinstance(line, tuple) else (57.0, line)
        shown += text_at(x, top - place * pitch, text.removeprefix("**"), font="B" if text.startswith("**") else "P")
    return shown


PICTURE = stream(
    bytes(64), Type="/XObject", Subtype="/Image", Width="8", Height="8", ColorSpace="/DeviceGray", BitsPerComponent="8"
)
SHOWN = b"q 595 0 0 842 0 0 cm /Scan Do Q"
"""A page that is a picture."""


def with_pictures(*contents: bytes) -> bytes:
    """Pages that may be SHOWN."""
    return pages_of(*contents, resources=b"/XObject << /Scan 5 0 R >>", more={5: PICTURE})


def unspoken() -> bytes:
    """A PDF whose letters have shapes and no meaning."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Shapes /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Shapes /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
    )
    return _with_font(*font)


def _with_font(font: bytes, below: bytes, shown: bytes = b"<00410042004300440045>", **more: bytes) -> bytes:
    content = b"BT /X 11 Tf 57 780 Td %s Tj ET" % shown
    others = {int(name[1:]): body for name, body in more.items()}
    return pages_of(content, resources=b"/Font << /X 5 0 R >>", more={5: font, 6: below, **others})


HUGE = 2_000_000_000


def widths_without_end() -> bytes:
    """A font that gives two thousand million letters a width."""
    return _with_font(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 %d 500] >>" % HUGE,
    )


def meanings_without_end() -> bytes:
    """A font that gives four thousand million letters a meaning."""
    letters = b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange"
    table = letters + b" 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    return _with_font(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X >>",
        _7=stream(table),
    )


def page_bomb(megabytes: int = 400) -> bytes:
    """A page whose content is small as long as it is packed."""
    maker = zlib.compressobj(9)
    piece = b" " * 1_000_000
    data = b"".join(maker.compress(piece) for _ in range(megabytes)) + maker.flush()
    return pages_of(stream(data, Filter="/FlateDecode"))


def twice_packed_bomb() -> bytes:
    """The same, packed twice: hundreds of millions of bytes in a thousand."""
    maker = zlib.compressobj(9)
    data = b"".join(maker.compress(b" " * 1_000_000) for _ in range(400)) + maker.flush()
    return pages_of(stream(zlib.compress(data, 9), Filter="[/FlateDecode /FlateDecode]"))


def forms_in_forms(pages: int = 1, deep: int = 9, wide: int = 10) -> bytes:
    """Pages, each of which shows a form, which shows the next ten times, and so on: a thousand million of the last."""
    more = {}
    for level in range(deep):
        shown = b"/F Do " * wide if level + 1 < deep else text_at(10, 10, "x")
        more[100 + level] = (
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            b" /Resources << /Font << /P 3 0 R >> /XObject << /F %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
            % (101 + level, len(shown), shown)
        )
    return pages_of(*[b"/F Do"] * pages, resources=b"/XObject << /F 100 0 R >>", more=more)


def crowded(letters: int = 70_000) -> bytes:
    """A page with more letters than a page has, and one behind it."""
    return pages_of(text_at(57, 780, "x" * 1_000) * (letters // 1_000), page_of(["After the crowd"]))


def drawn_without_end(lines: int = 150_000) -> bytes:
    """A page with a plan: far more lines than any table has."""
    return pages_of(
        text_at(57, 780, "A plan") + b"1 1 m 9 9 l S 5 5 20 20 re S\n" * (lines // 2), page_of(["After the plan"])
    )


def pages_in_themselves() -> bytes:
    """A tree of pages whose branch is the tree."""
    return file_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 1 /Kids [2 0 R 2 0 R] >>"})


def tables_behind_each_other() -> bytes:
    """A list of objects that says that the one before it is itself."""
    data = pages_of(page_of(["Agenda"]))
    place = data.rindex(b"xref\n0 1")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)


def objects_without_end() -> bytes:
    """A list of objects, as a stream, that says that it has two thousand million, and no tree of pages."""
    table = stream(bytes(7 * 8), Type="/XRef", Size=str(HUGE), Index=f"[0 {HUGE}]", W="[1 4 2]", Root="1 0 R")
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    return body + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))


def brackets_in_brackets(deep: int = 100_000) -> bytes:
    """A page whose content is a list in a list in a list."""
    return pages_of(b"[" * deep + b"]" * deep + b" TJ", b"<< /A " * deep)


def comment_without_end(size: int = 3_000_000) -> bytes:
    """A file that is one comment."""
    return b"%PDF-1.7\n%" + b"x" * size


HARMFUL = {
    "widths without end": widths_without_end,
    "meanings without end": meanings_without_end,
    "a page bomb": page_bomb,
    "a bomb packed twice": twice_packed_bomb,
    "forms in forms": forms_in_forms,
    "a plan": drawn_without_end,
    "pages in themselves": pages_in_themselves,
    "tables behind each other": tables_behind_each_other,
    "objects without end": objects_without_end,
    "brackets in brackets": brackets_in_brackets,
    "a comment without end": comment_without_end,
}
