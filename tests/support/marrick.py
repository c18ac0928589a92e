"""The agenda of a made-up board, as a clerk might have it in Word: with automatic numbers, with typed ones, as a table.

`tools/make_agenda_files.py` writes them to `tests/agendas/files`, with the PDF that LibreOffice makes of each; what they say is
in `marrick.agenda.md` there.
"""

from __future__ import annotations

from dataclasses import dataclass

from support.word_xml import cell, level, numbering, paragraph, run, style, table, word_file


@dataclass(frozen=True)
class Business:
    """An item. notes: lines under it; report_of: whose, to the end of the line."""

    number: int
    title: str
    pages: str = ""
    report_of: str = ""
    notes: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


SHEET = (
    ("Time and Date", "2.00 pm on Monday, 11th September, 2028"),
    ("Place", "Committee Room 2 - Guildhall"),
)
BUSINESS: tuple[str | Business, ...] = (
    "# Public Business",
    Business(1, "Welcome and Apologies for Absence"),
    Business(2, "Declarations of Interest"),
    Business(
        3,
        "Minutes of Previous Meeting",
        "5 - 12",
        below=("To agree the minutes of the meeting held on 12th June, 2028", "Matters Arising"),
    ),
    "## Development Items",
    Business(4, "Wexshire Care Partnership", notes=("The Chair, Councillor Tandy, will report at the meeting",)),
    Business(
        5,
        "Healthy Streets Strategy - Progress in the First Year",
        "13 - 18",
        "Superintendent Carys Penhale, Wexshire Police",
    ),
    Business(
        6,
        "Update on the Home First, Home Safe and Home Well Work Streams",
        "19 - 26",
        "Brona Hallett, Programme Director, who will report at the meeting on:",
        below=(
            "Preventing Falls",
            "Urgent Care at Home",
            "Planned Care",
            "Maternity and Early Years",
            "Money and Buildings",
        ),
    ),
    Business(
        7,
        "Out of Hospital Care for Older People in the Northern Wards, with the Proposed Closure of the Minor Injuries Unit",
        "27 - 44",
        "Andrew Grier, Marrick and Dales Integrated Care Board",
    ),
    "## Information Item",
    Business(8, "Inspection of Adult Social Care", "45 - 52", "Petra Fenn, Director of Adult Services"),
    Business(
        9,
        "Any Other Items of Public Business",
        notes=(
            "Any other items of public business which the Chair decides to take as matters of urgency because of the special "
            "circumstances involved",
        ),
    ),
    "# Private Business",
    "Nil",
)
CLOSING = (
    "Ottoline Strake, Director of Governance, Guildhall, Marrick",
    "Friday, 1 September 2028",
    "Note: The person to contact about the agenda and documents for this meeting is Lisbet Knoll Tel: 01632 960 183 "
    "Email: lisbet.knoll@marrick.example",
    "Membership: Cllr F Abney, S Barrow, A Carne-Pollard (Deputy Chair), B Dymond, Cllr G Duxbury, L Garland, S Gilroy, "
    "A Grier, A Hartley, R Lightwood, D Longden, J Masterson, C Meyrick, G Quill, M Reeve, Cllr E Rowan, Cllr K Tandy (Chair), "
    "Cllr K Taverner, P Vance and D Willard",
    "Please note: a hearing loop is available in the committee rooms",
)
COUNCIL, BOARD = "Marrick Borough Council", "Marrick Health and Wellbeing Board"
_FOOTER = paragraph(run("Page "), '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
_OUTDENT, _INSIDE = (567, 567), (1134, 567)


def automatic() -> bytes:
    """Numbers that Word counts, by the style of the item; heading styles."""
    lists = numbering(
        [
            level(0, "decimal", "%1.", 567, more='<w:pStyle w:val="AgendaItem"/>'),
            level(1, "lowerLetter", "(%2)", 1134),
        ]
    )
    styles = (
        style("Title", letters='<w:b/><w:sz w:val="32"/>')
        + style("heading 1", '<w:outlineLvl w:val="0"/>', letters='<w:b/><w:sz w:val="28"/>')
        + style("heading 2", '<w:outlineLvl w:val="1"/>', letters='<w:b/><w:sz w:val="24"/>')
        + style("Agenda Item", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Agenda Text", '<w:ind w:left="567"/>')
    )
    body = [_front(title="Title")]
    for one in BUSINESS:
        if isinstance(one, str):
            mark, _, words = one.rpartition("# ")
            body.append(paragraph(run(words), style=f"heading{len(mark) + 1}" if "#" in one else ""))
            continue
        body.append(paragraph(*_titled(one), style="AgendaItem"))
        body += [paragraph(run(words), style="AgendaText") for words in _texts(one)]
        body += [paragraph(run(words), level=1) for words in one.below]
    return word_file("".join((*body, _closing())), numbers=lists, styles=styles, footer=_FOOTER)


def typed() -> bytes:
    """Numbers that the clerk typed, with tabs; bold for headings, and no style anywhere."""
    body = [_front()]
    for one in BUSINESS:
        if isinstance(one, str):
            body.append(paragraph(run(one.lstrip("# "), bold="#" in one)))
            continue
        body.append(paragraph(run(f"{one.number}.\t"), *_titled(one), indent=_OUTDENT))
        body += [paragraph(run(words), indent=(567, 0)) for words in _texts(one)]
        body += [
            paragraph(run(f"({letter})\t{words}"), indent=_INSIDE)
            for letter, words in zip("abcdefgh", one.below, strict=False)
        ]
    return word_file("".join((*body, _closing())), footer=_FOOTER)


def tabled() -> bytes:
    """A table: item, subject, whose report, pages; a heading is a row of one cell."""
    widths = (800, 4838, 2600, 1400)
    heads = ("Item", "Subject", "Report of", "Pages")
    rows = [[cell(paragraph(run(word, bold=True)), width=width) for word, width in zip(heads, widths, strict=True)]]
    for one in BUSINESS:
        if isinstance(one, str):
            words = paragraph(run(one.lstrip("# "), bold="#" in one))
            rows.append([cell(words, width=sum(widths), span=len(widths))])
            continue
        below = [f"({letter}) {words}" for letter, words in zip("abcdefgh", one.below, strict=False)]
        subject = [paragraph(run(one.title, bold=True)), *(paragraph(run(words)) for words in (*one.notes, *below))]
        cells = (
            [paragraph(run(f"{one.number}."))],
            subject,
            [paragraph(run(one.report_of))],
            [paragraph(run(one.pages))],
        )
        rows.append([cell(*inside, width=width) for inside, width in zip(cells, widths, strict=True)])
    return word_file("".join((_front(), table(rows, widths), _closing())), footer=_FOOTER)


WORD_FILES = {"marrick_automatic": automatic, "marrick_typed": typed, "marrick_table": tabled}


def _front(title: str = "") -> str:
    lines = [paragraph(run(COUNCIL)), paragraph(run(BOARD, bold=not title), style=title)]
    for name, words in SHEET:
        lines += [paragraph(run(name, bold=True)), paragraph(run(words))]
    return "".join(lines)


def _closing() -> str:
    return "".join(paragraph(run(words)) for words in CLOSING)


def _titled(one: Business) -> tuple[str, ...]:
    title = run(one.title, bold=True)
    return (title, run(f" (Pages {one.pages})")) if one.pages else (title,)


def _texts(one: Business) -> tuple[str, ...]:
    return (*((f"Report of {one.report_of}",) if one.report_of else ()), *one.notes)
