"""What the chair's view says of the open item: the item, the words to say, what is before the meeting, what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from boardtui.chair import words
from boardtui.chair.figures import large
from boardtui.clerk.widgets.marked import marked_rows
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.clerk.widgets.rows import Rows, characters
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR
from boardtui.model.divisions import tie
from boardtui.model.motions import root, tree
from boardtui.model.record import DecisionKind, Stage
from boardtui.rules.amending import amended, instruction, not_written_out
from boardtui.rules.differences import differences
from boardtui.rules.recorded_votes import NEEDED, needs_names
from boardtui.rules.voting import called, listed

if TYPE_CHECKING:
    from boardtui.chair.sight import Sight
    from boardtui.model.agenda import Item, Recommendation
    from boardtui.model.prose import Prose
    from boardtui.model.record import Block, Business, Clause, Division, Motion, Record

_ROLL = ((FOR, "For"), (AGAINST, "Against"), (ABSTAINED, "Abstaining"))
_GAP = "   "


def item_rows(sight: Sight, width: int) -> list[Row]:
    """The item now: its section over it, its number three rows high, its title beside it, who reports."""
    open_now = open_business(sight.record)
    if not open_now:
        return [
            row("THE MEETING IS OPEN", "muted"),
            *title_rows("", "No item has been opened yet", width, roomy=sight.roomy),
        ]
    section = open_now[0].sections[-1].title if open_now[0].sections else ""
    pages = next((business.item.pages for business in open_now if business.item.pages), "")
    title = " and ".join(business.item.title for business in open_now)
    urgent = [business for business in open_now if business.urgent]
    above = " · ".join(part for part in ("URGENT ITEM" if urgent else "ITEM NOW", section) if part)
    number = " + ".join(business.item.number for business in open_now if business.item.number)
    rows = [row(above, "muted", right=f"pages {pages}" if pages else ""), *([Row()] if sight.roomy else [])]
    rows += title_rows(number, title, width, roomy=sight.roomy)
    for business in urgent:
        rows += wrapped(business.reason, width, "muted", first="Urgent because: ", rest="  ") if business.reason else []
    if sight.record.sub in sight.record.business:
        below = sight.record.business[sight.record.sub].item
        rows += wrapped(f"{below.number or ''} {below.title}".strip(), width, "strong", first="▸ ", rest="  ")
    if needs_names(sight.record):
        rows += wrapped(f"{NEEDED}.", width, "warning", first="! ", rest="  ")
    return rows + _credits(open_now, width)


def open_business(record: Record) -> list[Business]:
    """The items that are open, none before the first."""
    return [record.business[key] for key in record.open_items if key in record.business]


def title_rows(number: str, title: str, width: int, *, roomy: bool = False) -> list[Row]:
    """A title with its number large before it. roomy: larger still, in spaced capitals where that needs no more rows."""
    figure = _figure(number, width, roomy=roomy)
    indent = cell_len(figure[0]) + len(_GAP) if figure else 0
    room = max(12, width - indent)
    lines = _spread(title, room) if roomy else []
    if not lines or len(lines) > max(3, len(figure)):
        lines = [line.strip() for line in _lines(title, room)]
    lines = [""] * ((len(figure) - len(lines)) // 2) + lines
    rows = []
    for place in range(max(len(lines), len(figure))):
        before = f"{figure[place]}{_GAP}" if place < len(figure) else " " * indent
        rows.append(Row((Run(before, "accent"), Run(lines[place] if place < len(lines) else "", "strong"))))
    return rows


def _figure(number: str, width: int, *, roomy: bool) -> list[str]:
    """The number as large as leaves room for the title; a very long one as it is."""
    tall = [(large(number, tall=True), 3)] if roomy else []
    for rows, share in [*tall, (large(number), 2)]:
        if number and cell_len(rows[0]) <= width // share:
            return rows
    return [number] if number else []


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end].rstrip() for start, end in Rows(text, width).spans]


def _spread(text: str, width: int) -> list[str]:
    """The text in capitals with a space between any two: `R O O F   R E P A I R S`."""
    lines = _lines(text.upper(), (width + 1) // 2)
    spaced = [" ".join(characters(line.strip())) for line in lines]
    return spaced if all(cell_len(line) <= width for line in spaced) else []


def _credits(open_now: Sequence[Business], width: int) -> list[Row]:
    rows: list[Row] = []
    for business in open_now:
        item = business.item
        for lead, credits in (("Report of ", item.report_of), ("Presented by ", item.presented_by)):
            if credits:
                rows += wrapped("; ".join(credit.printed for credit in credits), width, "muted", first=lead, rest="  ")
        if item.lead:
            rows += wrapped(item.lead, width, "muted", first="Lead: ", rest="  ")
    return rows


# --- the words to say


def asked_rows(sight: Sight, width: int) -> list[Row]:
    """`The Board is asked to …`: what the report recommends under the sub-item, else the item; or the motion on notice."""
    record = sight.record
    sub = record.business.get(record.sub)
    items = [sub.item] if sub and sub.item.recommendations else [b.item for b in open_business(record)]
    rows: list[Row] = []
    asked = [one for item in items for one in item.recommendations]
    if asked:
        rows += _asked(f"THE {sight.body.upper()} IS ASKED TO", asked, width)
    for item in items:
        if item.motion and not record.entry.motions:
            rows += _on_notice(item, width)
    return rows


def _asked(heading: str, asked: Sequence[Recommendation], width: int) -> list[Row]:
    rows = [row(heading, "muted")]
    for place, one in enumerate(asked):
        first = f"{words.label(place, 0)} " if len(asked) > 1 else ""
        rows += wrapped(one.text, width, first=first, rest=" " * len(first))
        for below, clause in enumerate(one.clauses):
            inner = f"{' ' * len(first)}{words.label(below, 1)} "
            rows += wrapped(clause, width, first=inner, rest=" " * len(inner))
    return rows


def _on_notice(item: Item, width: int) -> list[Row]:
    people = [f"to be moved by {item.moved_by}" if item.moved_by else "not moved yet"]
    people += [f"seconded by {item.seconded_by}"] if item.seconded_by else []
    return [
        row("MOTION ON NOTICE", "muted"),
        *wrapped(item.motion, width, "strong", first="That ", rest=""),
        *wrapped(", ".join(people), width, "muted"),
    ]


# --- what is before the meeting


def motion_rows(sight: Sight, width: int) -> list[Row]:
    """What is on the table word for word, who moved it, its vote when taken: first what is before the meeting now."""
    record = sight.record
    before = record.before or (record.entry.motions[-1] if record.entry.motions else None)
    if before is None:
        return []
    rest = [one for one in tree(root(before) or before) if one is not before]
    rows = _motion(record, before, width, now=before is record.before)
    for one in rest:
        rows += [Row(), *_motion(record, one, width, now=False)]
    return rows


def _motion(record: Record, motion: Motion, width: int, *, now: bool) -> list[Row]:
    mark = Run("▶ ", "accent") if now else Run("  ")
    heading = called(motion).upper()
    shown = f"{heading} · NOW BEFORE THE MEETING" if now else heading
    right = Run(words.ended(motion.fate), "strong") if motion.fate else None
    rows = [Row((mark, Run(shown, "accent" if now else "muted")), right)]
    if motion.words is None:
        rows += wrapped("Its words have not been given yet.", width, "warning", first="  ", rest="  ")
    else:
        rows += _worded(record, motion, motion.words, width)
    rows += wrapped(words.moved_by(record, motion), width, "muted", first="  ", rest="  ")
    if motion.division is not None:
        rows += division_rows(record, motion.division, width)
        if motion.fate is None and tie(motion.division):
            rows += wrapped("The votes are equal. A casting vote decides.", width, "warning", first="  ! ", rest="    ")
    return rows


def _worded(record: Record, motion: Motion, text: Prose, width: int) -> list[Row]:
    """The motion word for word; of one that was altered, what is new in it and what is gone. Of an amendment that waits

    also how the motion would read with it, where its words can be followed.
    """
    said = words.said(record, text)
    made = not_written_out(motion)
    if made:
        return _as_amended(said, [words.said(record, one.words) if one.words else "" for one in made], width)
    if motion.original is not None:
        before = words.said(record, motion.original)
        return marked_rows(differences(_that(before), _that(said)), width, "strong", first="  ", rest="  ")
    if motion.parent is None:
        return wrapped(_that(said), width, "strong", first="  ", rest="  ")
    rows = wrapped(_to_do(said), width, "strong", first="  ", rest="  ")
    if motion.parent.words is None or motion.fate is not None:
        return rows
    now = words.said(record, motion.parent.words)
    then = amended(now, said)
    if then is not None:
        rows += [row("  THE MOTION WOULD READ", "muted")]
        rows += marked_rows(differences(_that(now), _that(then)), width, first="  ", rest="  ")
    return rows


def _as_amended(said: str, amendments: Sequence[str], width: int) -> list[Row]:
    """A motion whose words nobody has written out yet: with the amendments made, or a word that they are not."""
    then: str | None = said
    for one in amendments:
        then = amended(then, one) if then is not None else None
    if then is None:
        return wrapped(f"{_that(said)}, as amended", width, "strong", first="  ", rest="  ")
    return marked_rows(differences(_that(said), _that(then)), width, "strong", first="  ", rest="  ")


def _to_do(amendment: str) -> str:
    """An amendment's words: what it would do, or how it would have the motion read."""
    told = instruction(amendment)
    return f"{told[:1].upper()}{told[1:]}" if told else _that(amendment)


def _that(text: str) -> str:
    return text if text[:5].lower() == "that " else f"That {text}"


def _after_that(text: str) -> str:
    """What follows RESOLVED: a clause may begin with a comma (`, having received it, …`)."""
    return f"that{text}" if text.startswith(",") else f"that {text}"


def division_rows(record: Record, division: Division, width: int) -> list[Row]:
    """A vote: its figures, and in a recorded vote who voted how."""
    figures = words.vote(record, division)
    rows = wrapped(figures, width, "strong", first="  Vote: ", rest="        ") if figures else []
    if not division.recorded:
        return rows
    for option, heading in _ROLL:
        people = words.voted(division, option)
        if people:
            rows += wrapped(listed(record, people), width, "muted", first=f"  {heading}: ", rest="    ")
    return rows


# --- what was decided


def decided_rows(sight: Sight, width: int) -> list[Row]:
    """The decisions of this item, to be read back; one that a motion became stands with the motion."""
    rows: list[Row] = []
    for block in sight.record.entry.blocks:
        decision = block.decision
        if decision is None or decision.motion is not None:
            continue
        rows += [Row()] if rows else []
        rows += _decided(sight.record, block, width)
    return rows


def _decided(record: Record, block: Block, width: int) -> list[Row]:
    decision = block.decision
    if decision is None:
        return []
    ended = Run(words.ended(block.fate), "strong") if block.fate else None
    rows = [Row((Run(words.decided(decision), "muted"),), ended)]
    clauses = decision.clauses
    if len(clauses) == 1 and not clauses[0].clauses:
        text = words.said(record, clauses[0].text)
        rows += wrapped(text if decision.kind is DecisionKind.NOTED else _after_that(text), width, "strong")
    else:
        rows += _clauses(record, clauses, width, 0, "")
    if block.motion is not None:
        rows += wrapped(words.moved_by(record, block.motion), width, "muted")
    if block.division is not None:
        rows += division_rows(record, block.division, width)
    return rows


def _clauses(record: Record, clauses: Sequence[Clause], width: int, level: int, margin: str) -> list[Row]:
    rows: list[Row] = []
    for place, clause in enumerate(clauses):
        first = f"{margin}{words.label(place, level)} "
        rows += wrapped(words.said(record, clause.text), width, "strong", first=first, rest=" " * len(first))
        rows += _clauses(record, clause.clauses, width, level + 1, " " * len(first))
    return rows


# --- when no item is open


def stage_rows(sight: Sight, width: int) -> list[Row]:
    """Before the meeting, while it is adjourned, when it is closed: that, and until when."""
    record = sight.record
    if record.stage is Stage.BEFORE:
        return _before(record, width, roomy=sight.roomy)
    if record.stage is Stage.ADJOURNED:
        return _adjourned(record, width, roomy=sight.roomy)
    rows = [row("CLOSED", "muted"), *title_rows("", "The meeting is closed", width, roomy=sight.roomy)]
    if record.closed:
        rows += [Row(), row("AT", "muted"), *wrapped(words.at(record.closed), width, "strong")]
    if record.approval:
        rows += [Row(), row("MINUTES APPROVED ON", "muted"), *wrapped(record.approval.on.typed, width, "strong")]
    if record.next_meeting:
        rows += [Row(), row("NEXT MEETING", "muted"), *wrapped(record.next_meeting, width)]
    if sight.head:
        rows += [Row(), row("NOTE FOR THE FILE", "muted"), *wrapped(sight.head, width, "strong")]
    return rows


def _before(record: Record, width: int, *, roomy: bool) -> list[Row]:
    rows = [row("BEFORE THE MEETING", "muted"), *title_rows("", "The meeting has not started", width, roomy=roomy)]
    agenda = record.agenda
    if agenda is None:
        return rows
    called = " · ".join(part for part in (agenda.date.typed, words.at(agenda.time) if agenda.time else "") if part)
    rows += [Row(), row("CALLED FOR", "muted"), *wrapped(called, width, "strong")]
    return rows + wrapped(agenda.place, width) if agenda.place else rows


def _adjourned(record: Record, width: int, *, roomy: bool) -> list[Row]:
    rows = [row("ADJOURNED", "muted"), *title_rows("", "The meeting is adjourned", width, roomy=roomy)]
    if not record.sittings:
        return rows
    last = record.sittings[-1]
    until = [last.to_day.typed if last.to_day else "", words.at(last.to_time) if last.to_time else ""]
    if any(until):
        when = " at ".join(part for part in until if part)
        rows += [Row(), row("UNTIL", "muted"), *wrapped(when, width, "strong")]
    if last.reason:
        rows += [Row(), row("FOR", "muted"), *wrapped(last.reason, width)]
    if last.end:
        rows += [Row(), row("SINCE", "muted"), *wrapped(words.at(last.end), width)]
    return rows
