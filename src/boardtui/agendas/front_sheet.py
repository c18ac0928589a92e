"""What stands over and under the items of an agenda: who meets, when, where, who belongs to it, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from boardtui.agendas.names_listed import people_in, person_on_own_line
from boardtui.agendas.numbers import said
from boardtui.agendas.parts import CERTAIN, DOUBTFUL, LIKELY, SEVERAL, Part, Placed
from boardtui.agendas.source import SourceLine
from boardtui.agendas.wording import CLOCK, DAY, Called, body_named, called_in, is_day_alone, kind_named

_LABELS = {
    Part.DATE: ("date", "time and date", "date and time", "date & time", "when", "date of meeting", "meeting date"),
    Part.TIME: ("time", "start time", "commencing"),
    Part.PLACE: ("place", "venue", "location", "where", "held at", "meeting place"),
    Part.COMMITTEE: ("committee", "board", "body", "meeting of", "name of meeting", "meeting"),
    Part.QUORUM: ("quorum",),
    Part.MEMBER: (
        "membership", "members", "committee members", "board members", "councillors", "members of the committee", "to",
        "present", "members of the board", "members of the council", "committee membership", "board membership",
        "voting members", "governors", "trustees", "members of the panel", "membership of the committee", "core members",
    ),
    Part.SUBSTITUTE: ("substitutes", "substitute members", "named substitutes", "deputies"),
    Part.OFFICER: ("officers", "officers in attendance", "in attendance", "officer", "clerk"),
    Part.CONTACT: (
        "contact", "contact officer", "further information", "contact details", "committee services", "democratic services",
        "enquiries to", "please contact", "for further information contact", "committee officer", "democratic services officer",
        "for further information please contact", "governance officer",
    ),
    Part.ISSUED: ("issued by", "issued", "published", "date of issue", "dated", "date of publication", "despatch date"),
}  # fmt: skip
_BY_LABEL = {label: part for part, labels in _LABELS.items() for label in labels}
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z &]{1,40}?)\s*(?::|\s[–-]\s)\s*(?P<said>.*)")
_ASIDE = re.compile(
    r"(?:agenda(?: and minutes)?|items?|no\.?\s*items?|order of business|business|view directions"
    r"|page \d+(?: of \d+)?|notice of meeting"
    r"|to all members.*|dear (?:councillor|member|colleague|sir|all).*|.{0,20}yours (?:sincerely|faithfully).*|\d+)\.?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:.*?\b(?:contact)\b.*?(?:\bis\b|:))?\s*(?P<name>[^\d:@]{3,60}?)[,;.]?\s*(?:on\s+)?"
    r"\(?(?:tel(?:ephone)?|phone|t|mobile|mob)\b[.:\s)]*(?P<phone>[\d() +-]{6,20}\d)(?:\s*(?:ext\.?|x)\s*\d+)?"
    r"(?:[,;.\s]*(?:or\s+)?(?:e-?mail|e)?[:\s]*(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+))?\.?",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:room|(?:guild)?hall|chambers?|centre|house|offices?|suite|pavilion"
    r"|library|school|church|club|theatre|online|microsoft teams|zoom)\b",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"^(?:place|venue|location|at|in)\s+", re.IGNORECASE)
_LONGEST_PLACE = 80
_BESIDE_HOUR = re.compile(
    r"(?:\b(?:at|time|from|start(?:s|ing)?(?: at)?|commenc(?:es|ing)(?: at)?)\b|[\s.,:–-])+", re.IGNORECASE
)
_OTHERS = re.compile(
    r"(?:apologies|absent|also present|in attendance|minute taker|clerk(?:ed)?|chaired)\b", re.IGNORECASE
)
_MID_SENTENCE = re.compile(r"[^.:;?!]$")
_DAY_BROKEN = re.compile(r"\b\w+day,?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE)
_FULL_LINE = 60
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:tel(?:ephone)?|phone|mobile|fax|e-?mail)\b[.:\s]", re.IGNORECASE)
TRAILER = re.compile(
    r"(?:note\s*:\s*)?(?:the person to contact|for (?:further|more) (?:information|details)"
    r"|(?:please )?contact\b.{0,40}:|membership\b.*:"
    r"|members(?:hip)?\s*(?:of the .{3,40})?:|please note|if you (?:require|would like|wish)|members of the (?:public|press)"
    r"|dated\b|date of (?:issue|publication|despatch)\b|distribution\b|quorum\b|councillors?\s*:?$|members\s*:?$"
    r"|(?:this|the) (?:meeting|agenda) (?:is|will be|may be) .{0,40}(?:webcast|recorded|filmed|available|open)|circulation\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Sheet:
    """What has been found so far. open: the label whose words are still to come; joined: the lines that others go on."""

    placed: list[Placed] = field(default_factory=list)
    open: Part | None = None
    open_empty: bool = True
    joined: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def add(self, part: Part, text: str, line: SourceLine, sure: float = LIKELY, doubt: str = "") -> None:
        """Place some words of a line."""
        lines = (line.number, *self.joined.get(line.number, ()))
        self.placed.append(Placed(part, text, lines, sure=sure, doubt=doubt))

    def has(self, part: Part) -> bool:
        """Was that said already?"""
        return any(one.part is part for one in self.placed)


def read_front_sheet(
    lines: Sequence[SourceLine], *, above: bool, spaced: bool = False, known: Iterable[Placed] = ()
) -> list[Placed]:
    """What these lines say of the meeting. above: they stand over the items, where a body and a day need no label.

    spaced: every line of this text stands apart; known: what has been found elsewhere. Every line is in something placed.
    """
    lines, joined = _paragraphs(lines, spaced)
    sheet = _Sheet(placed=list(known), joined=joined)
    start = len(sheet.placed)
    days = _likely_day(lines) if above else frozenset()
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        _read(sheet, line, after, above=above, days=days)
    return _settled(sheet.placed[start:])


def _paragraphs(lines: Sequence[SourceLine], spaced: bool) -> tuple[list[SourceLine], dict[int, tuple[int, ...]]]:
    """The lines with those joined that were broken because they were full; by the first's number, the numbers of the others."""
    found: list[SourceLine] = []
    joined: dict[int, tuple[int, ...]] = {}
    full = False
    for line in lines:
        above = found[-1] if found else None
        alike = above is not None and (above.bold, above.heading, above.marker) == (
            line.bold,
            line.heading,
            line.marker,
        )
        free = line.part is None and (spaced or not line.apart) and not _is_labelled(said(line))
        goes_on = above is not None and (full or _DAY_BROKEN.search(above.text)) and _MID_SENTENCE.search(above.text)
        if above is not None and goes_on and alike and free:
            found[-1] = replace(above, text=f"{above.text} {line.text}")
            joined[above.number] = (*joined.get(above.number, ()), line.number)
        else:
            found.append(line)
        full = line.indent + len(line.text) >= _FULL_LINE and line.part is None
    return found, joined


def _is_labelled(text: str) -> bool:
    found = _LABEL.fullmatch(text)
    return found is not None and found["label"].lower() in _BY_LABEL


def _read(sheet: _Sheet, line: SourceLine, after: SourceLine | None, *, above: bool, days: frozenset[int]) -> None:
    text = said(line).strip()
    if line.part is not None:
        _told(sheet, line)
    elif _goes_on(sheet, line, text):
        pass
    elif _ASIDE.fullmatch(text):
        sheet.open = None
        sheet.add(Part.ASIDE, text, line)
    elif not _labelled(sheet, line, text):
        sheet.open = None
        known = (
            _contact(sheet, line, text)
            or (above and _below_the_day(sheet, line, text))
            or (_called(sheet, line, text, days) if above else _signed(sheet, line, text, after))
        )
        if not known:
            sheet.add(Part.LEFT, text, line)


def _told(sheet: _Sheet, line: SourceLine) -> None:
    """What the file itself says; a member's line is a person."""
    part = line.part or Part.LEFT
    sheet.open = None
    text = line.text
    if part is Part.CONTACT and (found := _CONTACT.fullmatch(text)):
        text = _contact_words(found)
    sheet.add(part, text, line, CERTAIN)


def _labelled(sheet: _Sheet, line: SourceLine, text: str) -> bool:
    """`Venue: the Guildhall`, or a label alone, whose words follow."""
    found = _LABEL.fullmatch(text)
    label = (found["label"] if found else text.rstrip(":")).strip().lower()
    part = _BY_LABEL.get(label)
    if part is None or (label in ("to", "meeting", "board", "committee", "councillors") and not found):
        return False
    if label == "to" and found and not people_in(found["said"])[0]:
        return False
    words = found["said"].strip() if found else ""
    sheet.open, sheet.open_empty = part, not words
    if not words:
        sheet.add(Part.ASIDE, text, line)
        return True
    _words_of(sheet, part, words, line)
    return True


def _goes_on(sheet: _Sheet, line: SourceLine, text: str) -> bool:
    """Are these the words of the label above, or more of its people?"""
    part = sheet.open
    if part is None or _is_labelled(text):
        return False
    if part in SEVERAL:
        before = len(sheet.placed)
        if TRAILER.match(text) or _OTHERS.match(text) or not _people(sheet, part, text, line):
            del sheet.placed[before:]
            return False
        return True
    if not sheet.open_empty:
        return False
    sheet.open_empty = False
    _words_of(sheet, part, text, line)
    return True


def _words_of(sheet: _Sheet, part: Part, words: str, line: SourceLine) -> None:
    """What stands behind a label."""
    if part in (Part.DATE, Part.TIME):
        _when(sheet, words, line)
    elif part in SEVERAL:
        if not _people(sheet, part, words, line):
            sheet.add(Part.LEFT, line.text, line)
            sheet.open = None
    elif part is Part.CONTACT:
        found = _CONTACT.fullmatch(words)
        sheet.add(part, _contact_words(found) if found else words, line)
    elif part is Part.PLACE:
        sheet.add(part, re.sub(r"\.?\s*View directions$", "", words), line)
    else:
        sheet.add(part, words, line)


def _when(sheet: _Sheet, words: str, line: SourceLine) -> None:
    """A day, an hour, or both, and whatever place stands behind them."""
    day, clock = DAY.search(words), CLOCK.search(DAY.sub(" ", words))
    if day is None and clock is None:
        sheet.add(Part.LEFT, line.text, line)
        return
    called = called_in(words)
    if day:
        sheet.add(Part.DATE, day[0].strip(" ,"), line)
    if clock:
        sheet.add(Part.TIME, called.time, line)
    if called.place and not sheet.has(Part.PLACE):
        sheet.add(Part.PLACE, called.place, line)


def _people(sheet: _Sheet, part: Part, words: str, line: SourceLine) -> bool:
    """Those listed in these words; False where there is nobody in them."""
    alone = person_on_own_line(words)
    people, strange = people_in(words)
    if alone is not None and len(people) < 3 and not (len(people) == 2 and not strange):
        people, strange = [alone], ""
    if not people or _PHONE.search(words) or len(strange) > len(words) / 2:
        return False
    for one in people:
        sheet.add(part, one, line)
    if strange:
        sheet.add(Part.LEFT, strange, line, DOUBTFUL, f"Nobody was read from “{strange}”.")
    return True


def _contact(sheet: _Sheet, line: SourceLine, text: str) -> bool:
    found = _CONTACT.fullmatch(text)
    if found is None or not found["name"].strip():
        if sheet.has(Part.CONTACT) and (_MAIL.search(text) or _PHONE.match(text) or _is_contact(sheet, text)):
            sheet.add(Part.ASIDE, text, line)
            return True
        return False
    if sheet.has(Part.CONTACT):
        sheet.add(Part.ASIDE, text, line)
    else:
        sheet.add(Part.CONTACT, _contact_words(found), line)
    return True


def _below_the_day(sheet: _Sheet, line: SourceLine, text: str) -> bool:
    """The hour, or a room or a house, with a line to itself right below the day."""
    last = sheet.placed[-1].part if sheet.placed else None
    if last not in (Part.DATE, Part.TIME) or DAY.search(text):
        return False
    clock = CLOCK.search(text)
    if clock is not None and not sheet.has(Part.TIME) and not _BESIDE_HOUR.sub("", CLOCK.sub("", text, count=1)):
        sheet.add(Part.TIME, called_in(text).time or clock[0].strip(), line)
        return True
    if clock is not None or sheet.has(Part.PLACE) or len(text) > _LONGEST_PLACE or not _ROOM.search(text):
        return False
    sheet.add(Part.PLACE, _BEFORE_PLACE.sub("", text, count=1).strip(" .,"), line)
    return True


def _is_contact(sheet: _Sheet, text: str) -> bool:
    """Is this the name of the contact, said again?"""
    return any(one.part is Part.CONTACT and one.text.split(" | ")[0] == text for one in sheet.placed)


def _contact_words(found: re.Match[str]) -> str:
    return " | ".join(part.strip(" ,") for part in (found["name"], found["phone"], found["mail"]) if part)


def _signed(sheet: _Sheet, line: SourceLine, text: str, after: SourceLine | None) -> bool:
    """Who issued the agenda: a name and post, and below it the day; or that day."""
    last = sheet.placed[-1] if sheet.placed else None
    if is_day_alone(text) and last is not None and last.part is Part.ISSUED and " | " not in last.text:
        sheet.placed[-1] = replace(last, text=f"{last.text} | {text.strip(' .')}", lines=(*last.lines, line.number))
        return True
    person = person_on_own_line(text)
    if sheet.has(Part.ISSUED) or person is None or after is None or not is_day_alone(said(after)):
        return False
    sheet.add(Part.ISSUED, text, line)
    return True


def _likely_day(lines: Sequence[SourceLine]) -> frozenset[int]:
    """The line that tells the day of the meeting, by its number: with an hour, a weekday or the word meeting beside it."""
    best, number = 0, None
    for line in lines:
        text = said(line)
        if line.part is not None or not DAY.search(text):
            continue
        score = (
            1 + 3 * bool(CLOCK.search(DAY.sub(" ", text))) + 2 * bool(re.search(r"\b(?:meeting|held)\b", text, re.I))
        )
        score += bool(re.search(r"\b\w+day\b", text)) - 3 * bool(
            re.search(r"\b(?:last|previous|minutes of)\b", text, re.I)
        )
        if score > best:
            best, number = score, line.number
    return frozenset() if number is None else frozenset((number,))


def _called(sheet: _Sheet, line: SourceLine, text: str, days: frozenset[int]) -> bool:
    """A line that names the body, or calls the meeting to a day and a place."""
    called = called_in(text)
    before = len(sheet.placed)
    here = line.number in days or not days
    _add_called(sheet, line, called, here=here)
    if called.day and not here and len(sheet.placed) == before:
        sheet.add(Part.LEFT, text, line)
        return True
    if len(sheet.placed) == before and (body := body_named(text)) and not text.endswith((".", ";")):
        _add_body(sheet, line, body)
    if (kind := kind_named(text)) and len(text.split()) <= 12 and not sheet.has(Part.MEETING_KIND):
        sheet.add(Part.MEETING_KIND, kind, line)
    return len(sheet.placed) > before


def _add_called(sheet: _Sheet, line: SourceLine, called: Called, *, here: bool) -> None:
    if called.body:
        _add_body(sheet, line, called.body)
    if called.day and here and not sheet.has(Part.DATE):
        sheet.add(Part.DATE, called.day, line)
    if called.time and (here or (not called.day and called.place)) and not sheet.has(Part.TIME):
        sheet.add(Part.TIME, called.time, line)
    if called.place and not sheet.has(Part.PLACE):
        sheet.add(Part.PLACE, called.place, line)


def _add_body(sheet: _Sheet, line: SourceLine, body: str) -> None:
    """The body that meets; of two the one that isn't just a council is it, and the other is whose it is."""
    before = next((at for at, one in enumerate(sheet.placed) if one.part is Part.COMMITTEE), None)
    if before is None:
        sheet.add(Part.COMMITTEE, body, line)
        return
    first = sheet.placed[before]
    if first.text.casefold() == body.casefold():
        sheet.add(Part.ASIDE, body, line)
    elif _is_council(first.text) and not _is_council(body) and not sheet.has(Part.COUNCIL):
        sheet.placed[before] = replace(first, part=Part.COUNCIL)
        sheet.add(Part.COMMITTEE, body, line)
    elif _is_council(body) and not _is_council(first.text) and not sheet.has(Part.COUNCIL):
        sheet.add(Part.COUNCIL, body, line)
    else:
        sheet.add(Part.LEFT, body, line)


def _is_council(body: str) -> bool:
    return re.search(r"\b(?:council|cyngor)\b", body, re.IGNORECASE) is not None and not re.search(
        r"\b(?:committee|board|panel|cabinet|governors)\b", body, re.IGNORECASE
    )


def _settled(placed: list[Placed]) -> list[Placed]:
    """Of the whole meeting each thing is said once; what comes again says nothing, and what contradicts is left over."""
    seen: dict[Part, str] = {}
    found: list[Placed] = []
    once = (Part.DATE, Part.TIME, Part.PLACE, Part.COUNCIL, Part.CONTACT, Part.QUORUM, Part.ISSUED, Part.MEETING_KIND)
    for one in placed:
        if one.part not in once:
            found.append(one)
        elif one.part not in seen:
            seen[one.part] = one.text
            found.append(one)
        else:
            same = seen[one.part].casefold() == one.text.casefold()
            found.append(replace(one, part=Part.ASIDE if same else Part.LEFT))
    return found
