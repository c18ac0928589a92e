"""Word files written as the XML they are, so that a test has in them what Word puts there and python-docx can't."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE = (2028, 9, 1, 9, 0, 0)
_PLAIN_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="DejaVu Sans Condensed" w:hAnsi="DejaVu Sans Condensed"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)


def run(text: str, *, bold: bool = False) -> str:
    """A run of text, in which a tab is a tab and a newline a line break."""
    inside = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    for character, element in (("\t", "w:tab"), ("\n", "w:br")):
        inside = inside.replace(character, f'</w:t><{element}/><w:t xml:space="preserve">')
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inside}</w:r>"


def paragraph(
    *runs: str, style: str = "", level: int | None = None, listed: int = 1, indent: tuple[int, int] | None = None
) -> str:
    """A paragraph of these runs. level: of the numbering `listed`; indent: left and hanging, in twentieths of a point."""
    inside = "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>' if level is not None else "",
            f'<w:ind w:left="{indent[0]}" w:hanging="{indent[1]}"/>' if indent else "",
        )
    )
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{''.join(runs)}</w:p>"


def style(name: str, inside: str = "", *, based_on: str = "Normal", letters: str = "") -> str:
    """A paragraph style, whose id is its name without spaces. inside: of its w:pPr; letters: of its w:rPr."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{inside}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def level(ilvl: int, form: str, text: str, left: int = 0, *, start: int = 1, more: str = "") -> str:
    """A level of a numbering: `decimal`, `%1.`. more: further elements, such as what it is linked to."""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def numbering(*lists: Iterable[str], instances: str = "") -> str:
    """numbering.xml with an abstract list of each of these, and an instance with the same number from 1."""
    abstract = [
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        for at, levels in enumerate(lists, 1)
    ]
    usual = [f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(lists) + 1)]
    return f"{HEAD}<w:numbering {NAMESPACES}>{''.join(abstract)}{''.join(usual)}{instances}</w:numbering>"


def cell(*paragraphs: str, width: int, span: int = 1) -> str:
    """A cell of a table."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def table(rows: Iterable[Iterable[str]], widths: Iterable[int]) -> str:
    """A table with lines around its cells."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    looks = f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def word_file(
    body: str, *, numbers: str = "", styles: str = "", footer: str = "", others: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A .docx with this inside its w:body: the same arguments make the same bytes. others: further parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(bool(numbers), bool(footer)),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _document(body, bool(footer)),
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}>{_PLAIN_STYLES}{styles}</w:styles>",
    }
    linked = {"rId1": ("styles", "styles.xml")}
    if numbers:
        parts["word/numbering.xml"] = numbers
        linked["rId2"] = ("numbering", "numbering.xml")
    if footer:
        parts["word/footer1.xml"] = f"{HEAD}<w:ftr {NAMESPACES}>{footer}</w:ftr>"
        linked["rId3"] = ("footer", "footer1.xml")
    parts["word/_rels/document.xml.rels"] = _relations(linked)
    return zipped({**parts, **(others or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """These parts packed, with the same clock on each."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, blob in parts.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, blob)
    return stream.getvalue()


def _document(body: str, has_footer: bool) -> str:
    footer = '<w:footerReference w:type="default" r:id="rId3"/>' if has_footer else ""
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/>'
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{footer}{page}</w:sectPr></w:body></w:document>"


def _content_types(has_numbers: bool, has_footer: bool) -> str:
    said = {"document": "document.main", "styles": "styles"}
    if has_numbers:
        said["numbering"] = "numbering"
    if has_footer:
        said["footer1"] = "footer"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{TYPES}.{kind}+xml"/>' for part, kind in said.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'
