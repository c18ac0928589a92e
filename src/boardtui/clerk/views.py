"""What the panes of the desk say: pure functions from the record to rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from boardtui.clerk.names import short_name
from boardtui.clerk.widgets.marked import marked_rows
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.clerk.widgets.rows import crop

if TYPE_CHECKING:
    from boardtui.minutes.tree import Bullet, Clause, Decision, Minute, Paragraph, Part, Quotation
    from boardtui.model.agenda import Item
    from boardtui.model.record import Block, Business, Record

_STATES = {
    "waiting": ("  ", "plain"), "open": ("▶ ", "here"), "taken": ("✓ ", "muted"), "done": ("✓ ", "muted"),
    "deferred": ("→ ", "muted"), "withdrawn": ("× ", "muted"),
}  # fmt: skip

_MOST_OF_A_MOTION = 3
"""Rows of a motion on notice over its item, at most."""


def agenda_rows(record: Record) -> tuple[list[Row], int | None]:
    """The agenda with its state, and the row of the open item."""
    rows = [row("AGENDA", "muted")]
    focus: int | None = None
    sections: tuple[object, ...] = ()
    for business in record.business.values():
        if business.sections != sections:
            sections = business.sections
            rows += [row(s.title, "muted") for s in business.sections[-1:]]
        if business.is_sub:
            continue
        mark, style = _STATES[business.state]
        if business.key in record.open_items:
            focus = len(rows)
        rows.append(row(crop_title(mark, business), style, key=business.key))
    return rows, focus


def crop_title(mark: str, business: Business) -> str:
    """An item in one line: its state, its number, its title."""
    number = f"{business.item.number} " if business.item.number else ("+ " if business.added else "· ")
    urgent = " (urgent)" if business.urgent else ""
    exempt = " (exempt)" if business.item.exempt is not None else ""
    return f"{mark}{number}{business.item.title}{urgent}{exempt}"


def minute_rows(
    record: Record, minute: Minute, width: int, selected: int | None = None
) -> tuple[list[Row], int | None]:
    """The open minute as it will read, with private jots in their place; and the row of the selected block."""
    rows = _introduction(record, width)
    focus: int | None = None
    parts = list(_in_order(record, minute, width))
    marked = _marked(record, selected, {seq for source, _, _ in parts for seq in source})
    for source, prepared, lines in parts:
        here = bool(marked.intersection(source))
        if here:
            focus = len(rows) + len(lines)
        gutter = Run("▌ ", "accent") if here else Run("┊ ", "prepared") if prepared else Run("  ")
        key = source[-1] if source else None
        rows += [Row((gutter, *line.runs), line.right, key) if line.runs else line for line in lines]
    return rows, focus


def _marked(record: Record, selected: int | None, printed: set[int]) -> set[int]:
    """The acts whose parts are marked: the selected block's, or, where that prints with what ended it, its motion's."""
    found = record.block(selected) if selected is not None else None
    if selected is None or selected in printed or found is None or found[1].motion is None:
        return set() if selected is None else {selected}
    motion = found[1].motion
    return {block.seq for block in found[0].blocks if block.motion is motion}


def heading_rows(record: Record, minute: Minute, width: int) -> list[Row]:
    """The heading of the open minute, which stays in sight: its number and title, and the pages of the report."""
    items = _open_items(record)
    if not items:
        return [row("No item is open", "muted")]
    pages = next((item.pages for item in items if item.pages), "")
    title = minute.heading_line or minute.heading or " and ".join(item.title for item in items)
    rows = wrapped(title, width - len(pages) - 4, "strong")
    rows[0] = Row(rows[0].runs, Run(f"pp {pages}" if pages else "", "muted"))
    return rows


def _open_items(record: Record) -> list[Item]:
    return [record.business[key].item for key in record.entry.items if key in record.business]


def _introduction(record: Record, width: int) -> list[Row]:
    """What stands over the text of the minute: whose report it is, a motion on notice, that some of the text is prepared."""
    from boardtui.rules.recorded_votes import NEEDED, needs_names

    items = _open_items(record)
    if not items:
        return [*wrapped(_stage(record), width, "muted"), Row()]
    rows: list[Row] = []
    credits = [credit.printed for item in items for credit in item.report_of + item.presented_by]
    if credits:
        rows += wrapped(f"Report of {'; '.join(credits)}", width, "muted")
    rows += _on_notice(record, width)
    if needs_names(record):
        rows += wrapped(f"{NEEDED}: F11", width, "warning", first="! ", rest="  ")
    if any(block.prepared for block in record.entry.blocks):
        rows += wrapped("┊ prepared, not yet confirmed: F5 says it happened as written", width, "prepared")
    return [*rows, Row()] if rows else []


def _on_notice(record: Record, width: int) -> list[Row]:
    """The motion on the agenda until it is moved, and the line that moves it; the beginning of a long one."""
    from boardtui.rules.voting import waits_to_be_moved

    item = waits_to_be_moved(record)
    if item is None:
        return []
    line = "/move moves it" if item.moved_by else "/move on notice @mover @seconder"
    how = f" ({line})" if record.stage == "open" else ""
    rows = wrapped(f"Motion on notice{how}: {item.motion}", width, "muted")
    if len(rows) <= _MOST_OF_A_MOTION:
        return rows
    last = "".join(run.text for run in rows[_MOST_OF_A_MOTION - 1].runs)
    return [*rows[: _MOST_OF_A_MOTION - 1], row(crop(f"{last} …", width), "muted")]


def _stage(record: Record) -> str:
    if record.stage == "before":
        return "Before the meeting. What is typed under an item now is prepared text. /start begins the meeting."
    return "Before the first item. # 1 or F6 opens it."


def _in_order(record: Record, minute: Minute, width: int) -> Iterator[tuple[tuple[int, ...], bool, list[Row]]]:
    """Parts of the minute and private jots, in the order of their blocks: source, prepared, rows."""
    from boardtui.model.acts.business import Alter
    from boardtui.model.acts.text import Jot

    place = {seq: i for i, block in enumerate(record.entry.blocks) for seq in block.parts}
    altered = {block.seq: block for block in record.entry.blocks if isinstance(block.act, Alter)}
    jots = [(i, block) for i, block in enumerate(record.entry.blocks) if isinstance(block.act, Jot)]
    for source, prepared, lines in _parts(minute, width - 2):
        at = min((place.get(seq, 0) for seq in source), default=0)
        while jots and jots[0][0] < at:
            yield _jot(record, jots.pop(0)[1].seq, width)
        yield source, prepared, lines
        for seq in altered.keys() & set(source):
            yield (), False, _changed(record, altered[seq], width - 2)
    for _, block in jots:
        yield _jot(record, block.seq, width)


def _changed(record: Record, block: Block, width: int) -> list[Row]:
    """Below a motion that was altered: what is new in it and what is gone. It isn't printed."""
    from boardtui.rules.voting import changes

    marked = marked_rows(changes(record, block), width, "muted", first="± ", rest="  ")
    return [*marked, Row()]


def _jot(record: Record, seq: int, width: int) -> tuple[tuple[int, ...], bool, list[Row]]:
    from boardtui.model.acts.text import TextAct

    found = record.block(seq)
    act = found[1].act if found else None
    text = act.text.said(lambda m: record.people[m.person].name) if isinstance(act, TextAct) else ""
    return (seq,), False, wrapped(f"~ {text} (private)", width - 2, "muted")


def _parts(minute: Minute, width: int) -> Iterator[tuple[tuple[int, ...], bool, list[Row]]]:
    for part in minute.parts:
        yield from part_rows(part, width)


def part_rows(part: Part, width: int) -> Iterator[tuple[tuple[int, ...], bool, list[Row]]]:
    """A part of a minute as it reads: the acts it comes from, whether it is only prepared, and its rows; bullets one by one."""
    blank = Row()
    if part.kind in ("paragraph", "quotation"):
        style = "prepared" if part.prepared else "plain"
        yield part.source, part.prepared, [*wrapped(_words(part), width, style), blank]
    elif part.kind == "subheading":
        yield part.source, part.prepared, [*wrapped(part.text, width, "strong"), blank]
    elif part.kind == "bullets":
        for bullet in part.bullets:
            yield from _bullet(bullet, width, 0)
        yield (), False, [blank]
    elif part.kind == "table":
        yield part.source, part.prepared, [*table_rows(part.rows), blank]
    elif part.kind == "decision":
        head = wrapped(_words(part), width, "strong")
        yield part.source, False, [*head, *_clauses(part.clauses, width, 0), blank]
    elif part.kind == "roll":
        yield part.source, False, [*(r for line in part.lines for r in wrapped(line, width, rest="    ")), blank]
    elif part.kind == "action":
        yield part.source, False, [*wrapped(part.text, width, "accent"), blank]


def _words(part: Paragraph | Quotation | Decision) -> str:
    """The words of a paragraph or a decision, after its number within the minute."""
    text = part.text or part.lead if part.kind == "decision" else part.text
    return text if part.kind == "quotation" or not part.paragraph else f"{part.paragraph} {text}"


def table_rows(table: Sequence[tuple[str, ...]]) -> list[Row]:
    """A table with its columns under one another."""
    widths = [max(cell_len(cells[i]) for cells in table if i < len(cells)) for i in range(max(map(len, table)))]
    padded = ([set_cell_size(cell, width) for cell, width in zip(cells, widths, strict=False)] for cells in table)
    return [row("│ " + " │ ".join(cells) + " │") for cells in padded]


def _bullet(bullet: Bullet, width: int, depth: int) -> Iterator[tuple[tuple[int, ...], bool, list[Row]]]:
    style = "prepared" if bullet.prepared else "plain"
    lines = wrapped(bullet.text, width, style, first="  " * depth + " • ", rest="  " * depth + "   ")
    yield bullet.source, bullet.prepared, lines
    for below in bullet.bullets:
        yield from _bullet(below, width, depth + 1)


def _clauses(clauses: Sequence[Clause], width: int, depth: int) -> list[Row]:
    rows: list[Row] = []
    for clause in clauses:
        first = "  " * depth + f" {clause.label} "
        rows += wrapped(clause.text, width, "strong", first=first, rest=" " * len(first))
        rows += _clauses(clause.clauses, width, depth + 1)
    return rows


def room_rows(record: Record, width: int) -> list[Row]:
    """Who is in the room: quorum first, then the chair, those who count, those who don't, those who are out."""
    from boardtui.clerk.interests import ahead_rows, interest_rows
    from boardtui.model.room import COUNTING, speaking, waiting_to_speak
    from boardtui.rules.presence import here
    from boardtui.rules.quorum import quorum_state

    state, presence = quorum_state(record), here(record)
    rows = [row("ROOM", "muted"), row(f"{state.present} of {presence.of} present", "strong")]
    if state.words:
        rows += wrapped(f"quorum {state.words}", width, "muted", rest="  ")
        if state.needed is not None:
            rows.append(row("quorum ✓", "good") if state.met else row("NO QUORUM", "bad"))
        rows += [
            one
            for missing in state.missing
            for one in wrapped(f"{missing} needed", width, "bad", first="  ", rest="  ")
        ]
    for person in presence.counting:
        mark = "C " if person == presence.presiding else "  "
        rows.append(row(mark + short_name(record, person), "strong" if mark == "C " else "plain"))
    seated = [a.person for a in record.attendance if a.capacity in COUNTING and not a.resigned]
    rows += [row("- " + short_name(record, person), "muted") for person in seated if person not in presence.here]
    others = [person for person in presence.here if person not in presence.counting]
    if others:
        marked = [("C " if person == presence.presiding else "  ") + short_name(record, person) for person in others]
        rows += [Row(), row("ALSO HERE", "muted"), *(row(one) for one in marked)]
    rows += interest_rows(record, width) + ahead_rows(record, width)
    speaks, waiting = speaking(record), waiting_to_speak(record)
    if speaks or waiting:
        rows += [Row(), row("SPEAKERS", "muted")]
        rows += [row("▶ " + short_name(record, speaks), "strong")] if speaks else []
        rows += [row("  " + short_name(record, person)) for person in waiting]
    return rows
