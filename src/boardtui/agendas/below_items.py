"""What stands below an item on an agenda: whose report, which pages, sub-items, what is recommended, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from boardtui.agendas.numbers import said
from boardtui.agendas.parts import CERTAIN, DOUBTFUL, LIKELY, Part, Placed
from boardtui.agendas.source import SourceLine

_REPORT_OF = re.compile(
    r"\(?(?i:(?:(?:joint|verbal|oral|written|covering|annual|update|progress)\s+)?"
    r"(?:briefing note|report|paper|briefing|update)\s+(?:of|from|by)\s+(?:the\s+)?)(?=[A-Z])(?P<who>.+?)\)?",
)
_PRESENTED = re.compile(
    r"(?:to be\s+)?(?:presented|introduced)\s+by:?\s+(?:the\s+)?(?P<who>.+)"
    r"|present(?:er|ing officer|ation)s?(?:\s+(?:by|from)|\s*:)\s*(?:the\s+)?(?P<who2>.+)",
    re.IGNORECASE,
)
_SAYS = {
    Part.REPORT_OF: (r"(?:report (?:of|author|by)|author)s?\s*:\s*(?P<said>.+)",),
    Part.LEAD: (r"(?:lead(?: officer| member| person)?|owner|led by)\s*:\s*(?P<said>.+)",),
    Part.PAPERS: (
        r"(?:papers?|enclosures?|encs?\.?|appendi(?:x|ces)|attachments?)\s*:\s*(?P<said>.+)",
        r"\(?(?P<said>(?:(?:report|paper|copy|draft|documents?|papers|minutes)[^()]{0,40} )?"
        r"(?:attached|enclosed|to follow|herewith|to be tabled)|(?:verbal|oral)(?: report| update)?)\)?\.?",
    ),
    Part.PURPOSE: (
        r"(?:purpose|action required|for)\s*:\s*(?P<said>.+)",
        r"\(?(?P<said>for (?:decision|information|discussion|noting|approval|action|assurance)(?: only)?)\)?\.?",
    ),
    Part.PAGES: (r"\(?p(?:ages?|p?\.?)\s+(?P<said>\d+(?:\s*(?:[-–—]|to|and|,)\s*\d+)*)\)?\.?",),
    Part.MINUTES: (r"\(?(?:(?:duration|length|allow)\s*:?\s*)?(?P<said>\d{1,3}\s*min(?:ute)?s?)\)?\.?",),
    Part.PLANNED: (
        r"\(?(?:(?:time|timing|timed)\s*:?\s*)?(?P<said>\d{1,2}(?:[.:]\d{2})?\s*(?:a\.?m|p\.?m)\.?|\d{1,2}[.:]\d{2})"
        r"(?:\s*[-–—]\s*\d{1,2}[.:]?\d{0,2}\s*(?:am|pm)?)?\)?\.?",
    ),
}
_LABELLED = tuple((part, re.compile(one, re.IGNORECASE)) for part, several in _SAYS.items() for one in several)
_EXEMPT = re.compile(
    r"\(?(?:not for publication|exempt\b|confidential\b|part (?:2|ii)\b).{0,300}"
    r"|.{0,80}\b(?:contains?|involves?)\b.{0,60}\b(?:exempt|confidential) information\b.*",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"paragraphs?\s*(?:\(s\))?\s*(\d+[a-c]?(?:\s*(?:,|and|&)\s*\d+[a-c]?)*)", re.IGNORECASE)
_WHO_WILL = re.compile(
    r",?\s+(?:who|which)\s+(?:will|has|have|is|are)\s.*$|\s*\((?:attached|enclosed|to follow)\)$", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    r"(?:\d+[.)]?\s+)?recommend(?:ation|ed)s?\s*(?:\(s\))?\s*[:–-]?\s*(?P<said>.*)"
    r"|(?:the\s+)?[\w\s&’'-]{3,60}\b(?:is|are)\s+(?:asked|recommended|requested|invited)(?:\s+to)?\s*:?\s*(?P<asked>.*)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\(?(?P<number>[a-z])[.)]\s+(?P<title>\S.*)")
_ROMAN = re.compile(r"\(?(?P<number>x{0,2}(?:ix|iv|v?i{0,3}))[.)]\s+(?P<title>\S.*)")
_LETTERS = re.compile(r"\((?P<number>[a-z]{2})\)\s+(?P<title>\S.*)")
_DECIMAL = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2}){1,2})[.)]?\s+(?P<title>[^\W\d_].*|[“\"‘(].*)")
_IN_FIGURES = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?P<title>\S.*)")
MINUTES_FOLLOW = re.compile(r"(?:minutes|decisions?|additional documents|resolved)\s*:", re.IGNORECASE)


@dataclass(slots=True)
class Below:
    """What is known while the lines below one item are read. last: what was placed last, which a line may go on;

    asking: recommendations are being read; first: the kind of label of the outer sub-items; number: of the last of them.
    """

    last: Part = Part.ITEM
    asking: bool = False
    first: str = ""
    number: str = ""


def place_below(line: SourceLine, state: Below) -> list[Placed]:
    """What a line below an item says: always something, a note if nothing else."""
    text = said(line)
    if state.asking:
        return [_asked(line, text, state)]
    whole = text.count("(") == text.count(")")  # else it is the end of a line that was broken
    for part, pattern in _LABELLED:
        if whole and (found := pattern.fullmatch(text)):
            return [_said(line, part, found["said"].strip())]
    if (sub := _subitem(line, text, state)) is not None:
        state.last = Part.SUBITEM
        return [sub]
    if found := _REPORT_OF.fullmatch(text):
        return _credited(line, Part.REPORT_OF, found["who"])
    if found := _PRESENTED.fullmatch(text):
        return _credited(line, Part.PRESENTED_BY, found["who"] or found["who2"])
    if _EXEMPT.fullmatch(text):
        which = _PARAGRAPHS.search(text)
        return [_said(line, Part.EXEMPT, which[1] if which else "")]
    if found := _RECOMMENDS.fullmatch(text):
        return _recommends(line, found["said"] or found["asked"] or "", state)
    state.last = Part.NOTE
    return [Placed(Part.NOTE, text, (line.number,), sure=LIKELY)]


def goes_on(line: SourceLine, above: SourceLine, state: Below, *, spaced: bool) -> bool:
    """Is this line the rest of the words above? spaced: every line of this text stands apart."""
    if line.marker or line.part is not None or line.page != above.page or line.heading != above.heading:
        return False
    text = line.text
    if line.apart and not spaced:
        return False
    if line.bold != above.bold:
        return False
    ended = above.text.rstrip()[-1:] in ".:;?!" and not above.text.rstrip().endswith(("no.", "No."))
    if text[:1].islower() or above.text.rstrip()[-1:] in ",-–/&(" or _OPEN_ENDED.search(above.text):
        return not (ended and text[:1].isupper())
    full = not ended and above.indent + len(above.text) >= _FULL_LINE
    if spaced:
        return full
    indented = line.indent > above.indent + 2 and not ended
    return state.last in (Part.NOTE, Part.ITEM, Part.SUBITEM, Part.RECOMMENDATION, Part.CLAUSE) and (full or indented)


_FIRST_LABELS = frozenset(("a", "i", "aa"))
"""Sub-items begin with the first of their kind; `(b) new footpaths` alone is the middle of a sentence."""
_OPEN_ENDED = re.compile(r"\b(?:of|the|to|and|or|for|in|on|at|by|with|from|a|an|held|per|as|that)$", re.IGNORECASE)
_FULL_LINE = 60
"""The column up to which a line reaches that may have been broken because it was full."""


def _said(line: SourceLine, part: Part, text: str) -> Placed:
    return Placed(part, text, (line.number,), sure=LIKELY)


def _credited(line: SourceLine, part: Part, who: str) -> list[Placed]:
    """Who reports; what they will do besides is a note."""
    return rejoined(_said(line, part, who.strip(" .")))


def rejoined(placed: Placed) -> list[Placed]:
    """Who reports, read again once the line that went on with it is joined to it."""
    if placed.part not in (Part.REPORT_OF, Part.PRESENTED_BY):
        return [placed]
    name = _WHO_WILL.sub("", placed.text).strip(" .")
    more = placed.text[len(name) :].strip(" ,.")
    if len(more) <= 3:
        return [placed]
    return [replace(placed, text=name), Placed(Part.NOTE, more, placed.lines[-1:], sure=LIKELY)]


def _recommends(line: SourceLine, text: str, state: Below) -> list[Placed]:
    state.asking = True
    state.last = Part.RECOMMENDATION
    words = text.strip(" :-–")
    if len(words) < 3:
        return [Placed(Part.ASIDE, line.text, (line.number,))]
    return [Placed(Part.RECOMMENDATION, words, (line.number,), sure=LIKELY)]


def _asked(line: SourceLine, text: str, state: Below) -> Placed:
    """A recommendation, without its number; a letter under a numbered one is a sub-clause."""
    for pattern in (_IN_FIGURES, _DECIMAL, _LETTER, _ROMAN):
        if found := pattern.fullmatch(text):
            kind = pattern.pattern
            state.first = state.first or kind
            part = Part.RECOMMENDATION if kind == state.first else Part.CLAUSE
            state.last = part
            return Placed(part, found["title"], (line.number,), sure=LIKELY)
    part = Part.CLAUSE if state.first and line.marker else Part.RECOMMENDATION
    state.last = part
    return Placed(part, text, (line.number,), sure=LIKELY)


def _subitem(line: SourceLine, text: str, state: Below) -> Placed | None:
    """A sub-item with its label; the kind of label that came first under the item is the outer one."""
    if found := _DECIMAL.fullmatch(text):
        return Placed(Part.SUBITEM, found["title"], (line.number,), found["number"], found["number"].count("."))
    found = _LETTER.fullmatch(text) or _ROMAN.fullmatch(text) or _LETTERS.fullmatch(text)
    if found is None or not found["number"]:
        return None
    number = found["number"]
    if not state.number and number not in _FIRST_LABELS:
        return None
    kind = _kind_of(number, state)
    state.first = state.first or kind
    state.number = number if kind == state.first else state.number
    level = 1 if kind == state.first else 2
    label = text[: found.start("title")].strip().rstrip(".")
    sure = CERTAIN if line.marker else LIKELY
    return Placed(Part.SUBITEM, found["title"], (line.number,), label, level, sure)


def _kind_of(number: str, state: Below) -> str:
    """Letters or Roman figures: `i` behind `h` is a letter, else a figure."""
    roman = all(one in "ivx" for one in number)
    if not roman:
        return "letter"
    follows = (
        len(number) == 1 and state.first == "letter" and len(state.number) == 1 and ord(number) - ord(state.number) == 1
    )
    return "letter" if follows else "roman"


def doubted(placed: Placed, doubt: str) -> Placed:
    """The same, not sure, and why."""
    return replace(placed, sure=DOUBTFUL, doubt=doubt)
