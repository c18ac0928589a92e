"""What stands in the minutes, for those that list it apart: minute by minute as they print, without what isn't minuted yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boardtui.minutes.compose import items_of, title_of
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.order import in_order
from boardtui.minutes.scribe import Scribe
from boardtui.minutes.sentences import words_of
from boardtui.minutes.tree import Decision, Paragraph, Part
from boardtui.minutes.writers.lines import decision_blocks
from boardtui.model.acts import text
from boardtui.model.acts.business import Fate
from boardtui.model.divisions import verdict, waits_for_casting
from boardtui.model.fold_business import CARRYING
from boardtui.model.record import OPENING, Block, Division, Record
from boardtui.rules.numbering import numbers


@dataclass(frozen=True, slots=True)
class Standing:
    """A minute with what stands in it. number: as printed, '' for none; items: the agenda's numbers of its items."""

    number: str
    items: str
    title: str
    scribe: Scribe
    blocks: tuple[Block, ...]


def standing(record: Record, house: House) -> Iterator[Standing]:
    """The minutes in the order they print, what was said before the first item first; no jots, nothing unconfirmed."""
    names = Names(record, house)
    entries = in_order(record, house)
    printed = numbers(record, [entry.key for entry in entries])
    opening = [record.entries[OPENING]] if OPENING in record.entries else []
    for entry in (*opening, *entries):
        title = title_of(record, house, entry)
        yield Standing(
            number=printed.get(entry.key, "") if title else "",
            items=house.words.between.join(item.number for item in items_of(record, entry) if item.number),
            title=title,
            scribe=Scribe(record, house, names, entry),
            blocks=tuple(b for b in entry.blocks if not b.prepared and not isinstance(b.act, text.Jot)),
        )


def is_taken(block: Block) -> bool:
    """Did what this block decides come about: not lost, nor put off, nor waiting for a casting vote?"""
    waits = block.division is not None and waits_for_casting(block.division)
    return block.fate in (None, *CARRYING) and not waits


def printed_words(parts: Iterable[Part]) -> str:
    """What a block decides as the minutes print it, on one line: its decision with its clauses, or else its first sentence."""
    said = [part for part in parts if isinstance(part, Decision | Paragraph)]
    first = next((part for part in said if isinstance(part, Decision)), said[0] if said else None)
    if isinstance(first, Decision):
        blocks = decision_blocks(first.text or first.lead, first.clauses, run_on=bool(first.text))
        return " ".join(line for block in blocks for line in block if line)
    return first.text if first else ""


def question_words(scribe: Scribe, block: Block) -> str:
    """What was voted upon: the motion's words as they then read, or else the decision's; '' where nobody gave any."""
    motion, decision = block.motion, block.decision
    if motion is not None and motion.words:
        return words_of(scribe.prose(motion.words, block), scribe.house.words.leading)
    words = scribe.house.words
    clauses = [scribe.prose(clause.text, block) for clause in decision.clauses] if decision else []
    return words.proposals.join(clause.rstrip(words.before_clauses) for clause in clauses)


def result(block: Block, division: Division | None) -> str:
    """How it ended, in one word that stays the same in every house; '' for not known."""
    if division is not None and waits_for_casting(division):
        return "equal"
    fate = block.fate or (verdict(division) if division is not None else None)
    return _RESULTS.get(fate, "") if fate else ""


_RESULTS = {
    Fate.AGREED: "agreed",
    Fate.UNANIMOUS: "carried unanimously",
    Fate.CARRIED: "carried",
    Fate.LOST: "lost",
    Fate.LAPSED: "lapsed",
    Fate.NOT_PUT: "not put",
    Fate.DEFERRED: "deferred",
    Fate.WITHDRAWN: "withdrawn",
}
