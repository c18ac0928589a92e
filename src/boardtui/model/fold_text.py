"""Text and items, folded into the record."""

from __future__ import annotations

from boardtui.model.acts import text
from boardtui.model.acts.base import Filed
from boardtui.model.agenda import Item, ItemKey
from boardtui.model.folding import add_block, folds, happened, is_private, last_block, odd, restrict
from boardtui.model.motions import waiting
from boardtui.model.prose import going_on
from boardtui.model.record import OPENING, Block, Business, Clause, Entry, ItemState, Opening, Record, Stage


@folds(text.Paragraph, text.Bullet, text.Point, text.Answer, text.Quotation, text.TableRow, text.Subheading, text.Jot)
def fold_text(record: Record, filed: Filed, act: text.TextAct | text.TableRow) -> None:
    """A block of text."""
    add_block(record, filed, act)


@folds(text.Continuation)
def fold_continuation(record: Record, filed: Filed, act: text.Continuation) -> None:
    """Goes on in the block above, onto the last clause of a decision; with none above it is a paragraph."""
    block = last_block(record)
    if block is None or isinstance(block.act, text.OpenItem | text.TableRow):
        add_block(record, filed, act)
        return
    block.parts.append(filed.seq)
    clause = _last_clause(block.decision.clauses) if block.decision and not block.motion else None
    if clause is not None:
        clause.text = going_on(clause.text, act.text)
    else:
        block.added.append(act.text)


def _last_clause(clauses: list[Clause]) -> Clause | None:
    while clauses:
        if not clauses[-1].clauses:
            return clauses[-1]
        clauses = clauses[-1].clauses
    return None


@folds(text.Promote)
def fold_promote(record: Record, filed: Filed, act: text.Promote) -> None:
    """The jot becomes a point."""
    found = record.block(act.target)
    jot = found[1].act if found else None
    if found is None or not isinstance(jot, text.Jot):
        odd(record, filed, "There was no private jot to promote.")
        return
    block = found[1]
    block.act = text.Point.model_construct(text=jot.text, by="")
    block.parts.append(filed.seq)


@folds(text.OpenItem)
def fold_open(record: Record, filed: Filed, act: text.OpenItem) -> None:
    """The item is open; a sub-item opens the minute of its item, with a heading of its own in it."""
    known = tuple(key for key in act.items if key in record.business)
    if not known:
        odd(record, filed, "The item that was opened is not on the agenda.")
        return
    below = next((key for key in known if "." in key), "")
    tops = tuple(dict.fromkeys(key.split(".")[0] for key in known))
    open_entry(record, filed, tops)
    if below:
        _head_sub_item(record, filed, act, below)
    record.sub = below
    if record.openings:
        record.openings[-1].sub = below


def _head_sub_item(record: Record, filed: Filed, act: text.OpenItem, sub: ItemKey) -> None:
    """The heading of a sub-item, once; one that stood over prepared text has happened when the meeting opens it."""
    head = next((b for b in record.entry.blocks if isinstance(b.act, text.OpenItem) and b.sub == sub), None)
    if head is None:
        record.sub = ""
        add_block(record, filed, act).sub = sub
    elif record.stage is not Stage.BEFORE:
        head.prepared = False


def open_entry(record: Record, filed: Filed, items: tuple[ItemKey, ...]) -> Entry:
    """Leave the open minute, and open the one of these items: the same one if they were open before."""
    leave_entry(record)
    if record.verb_next:
        odd(record, filed, f"A decision was to read {record.verb_next}, and none came.")
        record.verb_next = ""
    entry = next((e for e in record.entries.values() if e.items == items and e.key != OPENING), None)
    if entry is None:
        entry = record.entries[filed.seq] = Entry(key=filed.seq, items=items)
    record.entry_key = entry.key
    record.sub = ""
    record.before = waiting(entry)
    if record.stage is not Stage.BEFORE:
        if entry.taken is None and record.stage is not Stage.CLOSED:
            entry.taken = filed.seq
        if record.minute is not None:
            entry.spans.append((record.moment(record.minute), None))
        record.openings.append(Opening(items, entry.key, happened(record, filed, filed.at)))
        if is_private(record, entry) and all(block.prepared for block in entry.blocks):
            restrict(entry)
    for key in items:
        if record.business[key].state in (ItemState.WAITING, ItemState.TAKEN):
            record.business[key].state = ItemState.OPEN
    return entry


def leave_entry(record: Record) -> None:
    """The open minute is left: its time ends, its items were taken."""
    entry = record.entry
    if entry.spans and entry.spans[-1][1] is None and record.minute is not None:
        entry.spans[-1] = (entry.spans[-1][0], record.moment(record.minute))
    for key in entry.items:
        business = record.business.get(key)
        if business and business.state is ItemState.OPEN:
            business.state = ItemState.WAITING if record.stage is Stage.BEFORE else ItemState.TAKEN


@folds(text.AddItem, text.UrgentItem)
def fold_added(record: Record, filed: Filed, act: text.AddItem | text.UrgentItem) -> None:
    """Business that isn't on the agenda, opened at once."""
    key = f"s{filed.seq}"
    urgent = isinstance(act, text.UrgentItem)
    reason = act.reason if isinstance(act, text.UrgentItem) else ""
    business = Business(key, Item(number=None, title=act.title), added=True, urgent=urgent, reason=reason)
    record.business[key] = business
    open_entry(record, filed, (key,))
    if urgent:
        add_block(record, filed, act)


@folds(text.MinuteNumber)
def fold_number(record: Record, _filed: Filed, act: text.MinuteNumber) -> None:
    """The number of the open minute."""
    record.entry.number, record.entry.number_said = act.number, True


@folds(text.MinuteHeading)
def fold_heading(record: Record, _filed: Filed, act: text.MinuteHeading) -> None:
    """The heading of the open minute."""
    record.entry.heading, record.entry.heading_said = act.text, True


@folds(text.Reference)
def fold_reference(record: Record, _filed: Filed, act: text.Reference) -> None:
    """A reference: of the decision just taken, else of the minute."""
    decisions = record.entry.decisions
    if decisions:
        decisions[-1].reference = act.text
    else:
        record.entry.reference = act.text


@folds(text.DeferItem, text.WithdrawItem)
def fold_put_off(record: Record, filed: Filed, act: text.DeferItem | text.WithdrawItem) -> None:
    """The open items are put off, or withdrawn."""
    state = ItemState.DEFERRED if isinstance(act, text.DeferItem) else ItemState.WITHDRAWN
    for key in (record.sub,) if record.sub else record.entry.items:
        business = record.business[key]
        business.state, business.reason = state, act.reason
        business.to = act.to if isinstance(act, text.DeferItem) else ""
    if not record.entry.items:
        odd(record, filed, "No item was open to be put off or withdrawn.")
    add_block(record, filed, act)


@folds(text.Prepared)
def fold_prepared(record: Record, filed: Filed, _act: text.Prepared) -> None:
    """What was prepared under the open item happened as written."""
    waiting: list[Block] = [block for block in record.entry.blocks if block.prepared]
    if not waiting:
        odd(record, filed, "No prepared text was waiting in this item.")
    for block in waiting:
        block.prepared = False
    if record.stage is Stage.CLOSED and record.entry.taken is None:
        record.entry.taken = filed.seq


@folds(text.Done)
def fold_done(record: Record, _filed: Filed, _act: text.Done) -> None:
    """The open items are finished."""
    for key in record.entry.items:
        record.business[key].state = ItemState.DONE
