"""The rows of one entry: its blocks, questions, motions, votes, decisions and actions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.book.layout import Row, Value
from boardtui.book.projection_words import (
    clause_rows,
    clock,
    day,
    figures,
    known,
    minutes_of_day,
    name,
    names,
    said,
)  # fmt: skip
from boardtui.model.acts import business, interests, text
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR
from boardtui.model.motions import tree
from boardtui.model.prose import Prose
from boardtui.model.record import Block, Decision, Division, Entry, Motion, Record
from boardtui.rules.numbering import numbers, order_taken

Tables = dict[str, list[Row]]


def entry_rows(record: Record) -> list[Row]:
    """The entries themselves, each with the number it prints when minutes stand in the order in which they were taken."""
    printed = numbers(record, order_taken(record))
    return [_entry_row(record, entry, printed.get(entry.key) or None) for entry in record.entries.values()]


def _entry_row(record: Record, entry: Entry, number: str | None) -> Row:
    started = entry.spans[0][0] if entry.spans else None
    ended = entry.spans[-1][1] if entry.spans else None
    return (
        record.name, entry.key, entry.taken, "; ".join(entry.items), number, _heading(record, entry), entry.reference,
        int(entry.restricted and not entry.released), int(entry.released), said(record, entry.summary),
        int(entry.no_decision), minutes_of_day(started), minutes_of_day(ended),
    )  # fmt: skip


def _heading(record: Record, entry: Entry) -> Value:
    if entry.heading_said:
        return entry.heading
    titles = [record.business[key].item.title for key in entry.items if key in record.business]
    return "; ".join(titles) or None


def rows_in_entry(record: Record, entry: Entry) -> Tables:
    """All rows that belong to one entry, by table, without that of the entry itself."""
    return {
        "block": [_block_row(record, entry, place, block) for place, block in enumerate(entry.blocks, start=1)],
        "question": list(_question_rows(record, entry)),
        "motion": [_motion_row(record, entry, motion) for motion in _motions(entry)],
        "vote": [_vote_row(record, entry, block, vote) for block, vote in _votes(entry)],
        "ballot": [row for _, vote in _votes(entry) for row in _ballot_rows(record, entry, vote)],
        "decision": [_decision_row(record, entry, decision) for decision in entry.decisions],
        "clause": [row for decision in entry.decisions for row in _clause_rows(record, entry, decision)],
        "action": list(_action_rows(record, entry)),
    }


def _hidden(record: Record, entry: Entry, block: Block | None) -> int:
    if block is None:
        return int(entry.restricted and not entry.released)
    return int(record.is_restricted(entry, block))


def _block_row(record: Record, entry: Entry, place: int, block: Block) -> Row:
    act = block.act
    by = act.by if isinstance(act, text.Spoken) else ""
    return (
        block.seq, record.name, entry.key, place, act.kind, _words(record, block), known(record, by), clock(block.at),
        _hidden(record, entry, block), int(block.prepared), int(isinstance(act, text.Jot)),
    )  # fmt: skip


def _words(record: Record, block: Block) -> str:
    """What was said in a block, as plain text. What a house makes of it stands in the minutes, not here."""
    act = block.act
    if isinstance(act, text.TableRow):
        return " | ".join(said(record, cell) for cell in act.cells)
    if isinstance(act, text.OpenItem):
        return record.business[block.sub].item.title if block.sub in record.business else ""
    if isinstance(act, interests.Declare) and act.sensitive:
        return ""  # Localism Act 2011 s.32: the nature of a sensitive interest is not open to inspection
    parts = [_decided(record, block.decision)] if block.decision else [_own_words(record, block)]
    return " ".join(part for part in (*parts, *(said(record, more) for more in block.added)) if part)


def _own_words(record: Record, block: Block) -> str:
    act = block.act
    if isinstance(act, business.Proposal):
        return said(record, act.words)
    if isinstance(act, business.Vote | business.Roll) and block.division:
        return figures(block.division.counts)
    fields = ("text", "words", "nature", "title", "reason", "correction")
    found = next((value for value in (getattr(act, field, None) for field in fields) if value), None)
    return said(record, found) if isinstance(found, Prose) else str(found or "")


def _question_rows(record: Record, entry: Entry) -> Iterator[Row]:
    """Each point, with the answers that follow it before the next one."""
    point: Block | None = None
    answers: list[Block] = []
    for block in [*entry.blocks, None]:
        if block is not None and isinstance(block.act, text.Answer):
            answers.append(block)
        elif block is None or isinstance(block.act, text.Point):
            if point is not None:
                yield _question_row(record, entry, point, answers)
            point, answers = block, []


def _question_row(record: Record, entry: Entry, point: Block, answers: list[Block]) -> Row:
    asker = point.act.by if isinstance(point.act, text.Spoken) else ""
    speakers = [a.act.by for a in answers if isinstance(a.act, text.Spoken) and a.act.by]
    answered_by = speakers[0] if speakers else ""
    hidden = max(_hidden(record, entry, block) for block in (point, *answers))
    return (
        point.seq, record.name, entry.key, known(record, asker), name(record, asker), _words(record, point),
        known(record, answered_by), names(record, dict.fromkeys(speakers)),
        "\n".join(_words(record, answer) for answer in answers), hidden,
    )  # fmt: skip


def _motions(entry: Entry) -> list[Motion]:
    """The motions and amendments moved in this entry, each once."""
    shown = [block.motion for block in entry.blocks if block.motion is not None]
    trees = [one for motion in (*entry.motions, *shown) for one in tree(motion)]
    return list({motion.seq: motion for motion in trees if motion.entry == entry.key}.values())


def _motion_row(record: Record, entry: Entry, motion: Motion) -> Row:
    block = next((b for b in entry.blocks if motion.seq in b.parts), None)
    return (
        motion.seq, record.name, entry.key, motion.number, motion.parent.seq if motion.parent else None,
        said(record, motion.words), said(record, motion.original) if motion.original is not None else None,
        names(record, motion.movers), names(record, motion.seconders), motion.behalf, int(motion.on_notice),
        motion.fate.value if motion.fate else None, _hidden(record, entry, block),
    )  # fmt: skip


def _votes(entry: Entry) -> list[tuple[Block, Division]]:
    """The votes taken in this entry, each once, with the block that shows it first."""
    found: dict[int, tuple[Block, Division]] = {}
    for block in entry.blocks:
        if block.division is not None:
            found.setdefault(block.division.seq, (block, block.division))
    return list(found.values())


def _vote_row(record: Record, entry: Entry, block: Block, vote: Division) -> Row:
    casting = f"{name(record, vote.casting[0])}: {vote.casting[1]}" if vote.casting else ""
    lots = " ".join(part for part in (name(record, vote.lots[0]), vote.lots[1]) if part) if vote.lots else ""
    return (
        vote.seq, record.name, entry.key, block.motion.seq if block.motion else None, figures(vote.counts),
        vote.number(FOR), vote.number(AGAINST), vote.number(ABSTAINED), vote.method, vote.needing, int(vote.recorded),
        casting, lots, " / ".join(figures(counts) for counts in vote.superseded), _hidden(record, entry, block),
    )  # fmt: skip


def _ballot_rows(record: Record, entry: Entry, vote: Division) -> Iterable[Row]:
    cast = [(person, option, 0) for person, option in vote.names.items()]
    cast += [(person, option, 1) for person, option in vote.own]
    for place, (person, option, own) in enumerate(cast, start=1):
        yield vote.seq, place, record.name, entry.key, known(record, person), name(record, person), option, own


def _decided(record: Record, decision: Decision) -> str:
    return "; ".join(said(record, clause.text) for _, clause in clause_rows(decision.clauses))


def _decision_row(record: Record, entry: Entry, decision: Decision) -> Row:
    block = next((b for b in entry.blocks if b.decision is decision), None)
    return (
        decision.seq, record.name, entry.key, decision.kind.value, decision.verb, decision.to,
        _decided(record, decision), said(record, decision.reason), decision.reference, "; ".join(decision.recommended),
        decision.motion.seq if decision.motion else None, int(decision.amended), _hidden(record, entry, block),
    )  # fmt: skip


def _clause_rows(record: Record, entry: Entry, decision: Decision) -> Iterable[Row]:
    for place, (number, clause) in enumerate(clause_rows(decision.clauses), start=1):
        yield decision.seq, place, record.name, entry.key, number, said(record, clause.text), clause.seq


def _action_rows(record: Record, entry: Entry) -> Iterable[Row]:
    blocks = {block.seq: block for block in entry.blocks}
    for point in record.actions:
        if point.entry == entry.key:
            yield (
                point.seq, record.name, entry.key, names(record, point.owners), said(record, point.text),
                day(point.due), point.due.typed if point.due else "", _hidden(record, entry, blocks.get(point.seq)),
            )  # fmt: skip
