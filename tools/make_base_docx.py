"""Makes src/boardtui/minutes/base.docx: the empty Word file that the minutes are written over.

Run it after a change of style: `python tools/make_base_docx.py`. The same script makes the same file, always. Nothing in it
comes from Word's or python-docx's own template: no thumbnail, custom XML or second set of styles; A4, British English.
"""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/boardtui/minutes/base.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAVY = "1B2A49"
GREY = "404040"
RULE = "8C8C8C"
SHADE = "EFEFEF"
# Twentieths of a point. The text is 16 cm wide; what is decided stands in from it.
TEXT_WIDTH = 9070
MARGIN = 1418
INDENT = 425
HANG = 567


@dataclass(frozen=True)
class Style:
    """A paragraph style. paragraph, run: the inside of w:pPr and w:rPr; follows: the style of the paragraph after it."""

    key: str
    name: str
    based_on: str = "Normal"
    follows: str = ""
    paragraph: str = ""
    run: str = ""


def spacing(before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def edge(side: str, colour: str, size: int = 6, space: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def box(colour: str) -> str:
    edges = "".join(edge(side, colour) for side in ("top", "left", "bottom", "right"))
    return f"<w:pBdr>{edges}</w:pBdr>"


def tab(place: int, kind: str = "left") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{place}"/></w:tabs>'


def font(size: float, colour: str = "", *, bold: bool = False, italic: bool = False, spread: int = 0) -> str:
    parts = ["<w:b/><w:bCs/>" if bold else "", "<w:i/><w:iCs/>" if italic else ""]
    parts.append(f'<w:color w:val="{colour}"/>' if colour else "")
    parts.append(f'<w:spacing w:val="{spread}"/>' if spread else "")
    parts.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>')
    return "".join(parts)


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def heading(level: int, before: int, after: int) -> str:
    return TOGETHER + spacing(before, after) + outline(level)


def listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


TOGETHER = "<w:keepNext/><w:keepLines/>"
SHADED = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
CENTRED = '<w:jc w:val="center"/>'
DRAFTED = box(GREY) + spacing(0, 240) + indent(80, 0, 80) + CENTRED
GAP = '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'
UNDERLINE = f"<w:pBdr>{edge('bottom', RULE, 6, 3)}</w:pBdr>"

STYLES = (
    Style("Heading1", "heading 1", "Normal", "MinuteText", heading(1, 360, 120), font(13, NAVY, bold=True)),
    Style("Heading2", "heading 2", "Normal", "MinuteText", heading(2, 280, 100), font(12, bold=True)),
    Style("Heading3", "heading 3", "Normal", "MinuteText", heading(3, 160, 80), font(11, GREY, bold=True)),
    Style("Draft", "Draft", "Normal", "Council", DRAFTED, font(12, bold=True, spread=60)),
    Style("Council", "Council", "Normal", "Title", TOGETHER + spacing(0, 60), font(13, NAVY, bold=True)),
    Style(
        "Title", "Title", "Normal", "AttendanceHeading",
        "<w:keepLines/>" + f"<w:pBdr>{edge('bottom', NAVY, 12, 6)}</w:pBdr>" + spacing(0, 240) + outline(1),
        font(16, bold=True),
    ),
    Style("AttendanceHeading", "Attendance Heading", "Heading2", "Attendance", spacing(200, 60), font(11)),
    Style("Attendance", "Attendance", "Normal", "", "<w:keepLines/>" + spacing(0, 20) + indent(INDENT + 284, 284)),
    Style("AttendanceLabelled", "Attendance Labelled", "Attendance", "", tab(3402) + indent(3402, 3402 - INDENT)),
    Style("Section", "Section", "Heading1", "MinuteHeading", UNDERLINE),
    Style("Section2", "Section 2", "Heading2", "MinuteHeading", "", font(12, NAVY)),
    Style("MinuteHeading", "Minute Heading", "Heading2", "MinuteText"),
    Style("Subheading", "Subheading", "Heading3", "MinuteText"),
    Style("MinuteText", "Minute Text", "Normal", "", spacing(140, 140)),
    Style("Bullet", "Bullet", "Normal", "", listed(0) + spacing(0, 80)),
    Style("Bullet2", "Bullet 2", "Normal", "", listed(1) + spacing(0, 80)),
    Style("Quotation", "Quotation", "Normal", "MinuteText", spacing(140, 140) + indent(INDENT, 0, INDENT)),
    Style("Decision", "Decision", "Normal", "", "<w:keepLines/>" + spacing(140, 140) + indent(INDENT)),
    *(
        Style(
            f"Resolution{level}", f"Resolution {level}", "Normal", "",
            spacing(0, 100) + indent(INDENT + level * HANG, HANG),
        )
        for level in (1, 2, 3)
    ),
    Style("RollLine", "Roll Line", "Normal", "", "<w:keepLines/>" + spacing(0, 60) + indent(INDENT + HANG, HANG)),
    Style("Action", "Action", "Normal", "MinuteText", "<w:keepLines/>" + SHADED + spacing(160, 160) + indent(INDENT)),
    Style("ActionHeading", "Action Heading", "Normal", "", "<w:keepNext/>" + spacing(0, 40), font(9, GREY, bold=True)),
    Style("ActionBeside", "Action Beside", "Normal", "", spacing(140, 140), font(10)),
    Style("TableText", "Table Text", "Normal", "", spacing(30, 30)),
    Style("TableHeading", "Table Heading", "TableText", "", "<w:keepNext/>", font(11, bold=True)),
    Style("TableEnd", "Table End", "Normal", "MinuteText", GAP, font(4)),
    Style("Closing", "Closing", "Normal", "Signature", spacing(320, 140)),
    Style("Signature", "Signature", "Normal", "", TOGETHER + spacing(400, 0)),
    Style("Header", "header", "Normal", "", tab(TEXT_WIDTH, "right"), font(9, GREY)),
    Style("Footer", "footer", "Normal", "", CENTRED, font(9, GREY)),
    Style("FooterInitialled", "Footer Initialled", "Footer", "", tab(TEXT_WIDTH, "right") + '<w:jc w:val="left"/>'),
)  # fmt: skip
INSIDE = ("styles", "numbering", "settings", "fontTable")
UNLISTED = ("Header", "Footer", "FooterInitialled", "TableEnd")


def style_xml(style: Style) -> str:
    follows = f'<w:next w:val="{style.follows}"/>' if style.follows else ""
    offered = "" if style.key in UNLISTED else "<w:qFormat/>"
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    # Word knows the names it has itself; the others are told to be the document's own.
    own = "" if style.name in {"Title", "Closing", "Signature"} or style.name.islower() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{follows}{offered}{paragraph}{run}</w:style>'
    )


def styles_xml() -> str:
    table_edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="269" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        + "".join(style_xml(style) for style in STYLES)
        + '<w:style w:type="table" w:customStyle="1" w:styleId="MinutesTable"><w:name w:val="Minutes Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{table_edges}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{SHADED}</w:tcPr></w:tblStylePr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="ActionColumn"><w:name w:val="Action Column"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr></w:style></w:styles>'
    )


def numbering_xml() -> str:
    """The bullets. Numbers are added as the minutes are written: every list of clauses has its own."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        + (f'<w:pStyle w:val="{("Bullet", "Bullet2")[level]}"/>' if level < 2 else "")
        + f'<w:lvlText w:val="{"•–"[level % 2]}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(INDENT + 340 + level * 397, 340)}</w:pPr></w:lvl>"
        for level in range(9)
    )
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:nsid w:val="5A000000"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="5B000000"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def theme_xml() -> str:
    """The smallest theme that Word takes for whole. No style uses it: black, white and Arial."""
    kinds = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    shades = {"dk1": "000000", "lt1": "FFFFFF", "lt2": SHADE}
    colours = "".join(f'<a:{kind}><a:srgbClr val="{shades.get(kind, NAVY)}"/></a:{kind}>' for kind in kinds)
    face = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="Minutes"><a:themeElements><a:clrScheme name="Minutes">{colours}'
        f'</a:clrScheme><a:fontScheme name="Minutes"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Minutes"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}'
        f"</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts_xml() -> str:
    return (
        f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def document_xml() -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{kind}{number}"/>'
        for kind in ("header", "footer")
        for number, pages in ((1, "default"), (2, "first"))
    )
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{RELATIONS}"><w:body><w:sectPr>{references}'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" '
        f'w:left="{MARGIN}" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
        "</w:sectPr></w:body></w:document>"
    )


def margin_xml(kind: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    style = kind.capitalize()
    return f'{HEAD}<w:{tag} xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:{tag}>'


def settings_xml() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
            ("useWord2013TrackBottomHyphenation", 0),
        )
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{HANG}"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatible}</w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def core_xml() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>en-GB</dc:language></cp:coreProperties>'
    )


def types_xml() -> str:
    parts = {"document": "document.main"} | {key: key for key in INSIDE}
    parts |= {f"{kind}{number}": kind for kind in ("header", "footer") for number in (1, 2)}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for part, kind in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/word/theme.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def relations_xml(relations: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in relations.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def members() -> dict[str, str]:
    """The files in base.docx, in their order."""
    inside = {key: (f"{RELATIONS}/{key}", f"{key}.xml") for key in (*INSIDE, "theme")}
    for kind in ("header", "footer"):
        inside |= {f"{kind}{number}": (f"{RELATIONS}/{kind}", f"{kind}{number}.xml") for number in (1, 2)}
    outside = {
        "document": (f"{RELATIONS}/officeDocument", "word/document.xml"),
        "core": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    }
    return {
        "[Content_Types].xml": types_xml(),
        "_rels/.rels": relations_xml(outside),
        "docProps/core.xml": core_xml(),
        "word/_rels/document.xml.rels": relations_xml(inside),
        "word/document.xml": document_xml(),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": fonts_xml(),
        "word/theme.xml": theme_xml(),
        **{f"word/{kind}{number}.xml": margin_xml(kind) for kind in ("header", "footer") for number in (1, 2)},
    }


def base_docx() -> bytes:
    """The file, the same on every machine that has the same zlib."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members().items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, text.encode())
    return stream.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(base_docx())
    sys.stdout.write(f"{TARGET}\n")
