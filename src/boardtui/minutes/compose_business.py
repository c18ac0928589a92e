"""Decisions and motions, written."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.minutes.action_list import action_words
from boardtui.minutes.compose_votes import (
    BY_VOTE,
    casting_sentence,
    ended_sentence,
    figures,
    is_tied,
    result_sentence,
    roll,
    unanimously,
)
from boardtui.minutes.dates import said_day
from boardtui.minutes.scribe import Scribe, says
from boardtui.minutes.sentences import Pattern, capital, going_on, letter, roman, stopped, words_of
from boardtui.minutes.tree import Action as ActionPart
from boardtui.minutes.tree import Clause as ClausePart
from boardtui.minutes.tree import Decision as DecisionPart
from boardtui.minutes.tree import Part
from boardtui.model.acts import business
from boardtui.model.acts.business import Fate
from boardtui.model.divisions import waits_for_casting
from boardtui.model.fold_business import CARRYING
from boardtui.model.motions import is_further
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Clause, Decision, DecisionKind, Motion
from boardtui.rules.amending import instruction

# --- decisions


@says(business.Resolve, business.ResolveRecommendations, business.Recommend, business.Note)
def say_decision(scribe: Scribe, block: Block, _act: object) -> tuple[Part, ...]:
    """A decision, or that it was lost; with the names of a recorded vote and a casting vote on it."""
    decision = block.decision
    if decision is None:
        return ()
    waits = block.division is not None and waits_for_casting(block.division)
    ended = scribe.house.decisions.tied if waits else _unless_taken(scribe, block.fate)
    if ended is None:
        parts = decided(scribe, block, decision, _lead(scribe, block, decision, moved=block.motion))
    elif block.motion is not None:
        parts = _moved_but_not_taken(scribe, block, decision, block.motion)
    else:
        parts = scribe.paragraph(block, ended, _manner_values(scribe, block), words=_all_words(scribe, decision, block))
    return (*parts, *roll(scribe, block), *casting_sentence(scribe, block), *_afterwards(scribe, block, decision))


def _moved_but_not_taken(scribe: Scribe, block: Block, decision: Decision, motion: Motion) -> tuple[Part, ...]:
    """Who moved it stands in a sentence of its own, and what became of it in another."""
    words = _all_words(scribe, decision, block)
    moved = scribe.paragraph(block, scribe.house.motions.moved, motion_values(scribe, motion), words=words)
    if block.fate is None or block.fate in BY_VOTE:
        return (*moved, *result_sentence(scribe, block))
    return (*moved, *ended_sentence(scribe, block, motion, block.fate))


def _all_words(scribe: Scribe, decision: Decision, block: Block) -> str:
    """The clauses in one run of words."""
    return scribe.house.words.proposals.join(_words(scribe, clause, block) for clause in decision.clauses)


def _unless_taken(scribe: Scribe, fate: Fate | None) -> Pattern | None:
    """How a decision reads that was proposed but not taken; None for one that was."""
    forms = scribe.house.decisions
    return {
        Fate.LOST: forms.lost,
        Fate.LAPSED: forms.lapsed,
        Fate.NOT_PUT: forms.not_put,
        Fate.DEFERRED: forms.deferred,
        Fate.WITHDRAWN: forms.withdrawn,
    }.get(fate or Fate.CARRIED)


def carried(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """The decision that a carried motion has become; none where it was only an amendment, or had no words."""
    if block.decision is None:
        return ()
    lead = _lead(scribe, block, block.decision, moved=None, told=True)
    return (*decided(scribe, block, block.decision, lead), *_afterwards(scribe, block, block.decision))


def moved_and_carried(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """A motion told once, where it was carried: who moved it, how the vote went and what was resolved in one sentence."""
    if block.decision is None:
        return ()
    lead = _lead(scribe, block, block.decision, moved=block.motion)
    return (*decided(scribe, block, block.decision, lead), *_afterwards(scribe, block, block.decision))


def motion_values(scribe: Scribe, motion: Motion) -> dict[str, str]:
    """Who moved and seconded, and for whom."""
    return {
        "movers": scribe.names.several(motion.movers),
        "seconders": scribe.names.several(motion.seconders),
        "group": motion.behalf,
    }


def _manner_values(scribe: Scribe, block: Block) -> dict[str, str]:
    return {"unanimously": unanimously(scribe, block.fate), "figures": figures(scribe, block.division)}


def manner(scribe: Scribe, block: Block) -> str:
    """What stands after RESOLVED: nothing, ` unanimously`, the figures."""
    return scribe.house.decisions.manner.fill(_manner_values(scribe, block))


def moved_lead(scribe: Scribe, block: Block, motion: Motion, verb: str = "", to: str = "") -> str:
    """`It was moved by …, seconded by … and RESOLVED that`."""
    forms = scribe.house.decisions
    values = motion_values(scribe, motion) | {
        "verb": verb or forms.resolved,
        "to": to,
        "manner": manner(scribe, block),
    }
    return forms.moved_lead.fill(values)


def _lead(scribe: Scribe, block: Block, decision: Decision, *, moved: Motion | None, told: bool = False) -> str:
    """The words before the clauses. told: the vote has just been told, so they don't say it again."""
    forms = scribe.house.decisions
    verb = _verb(scribe, decision)
    said = "" if told else manner(scribe, block)
    if decision.kind is DecisionKind.NOTED:
        values = motion_values(scribe, moved) if moved else {}
        pattern = forms.moved_noting if moved else forms.noting
        words = " ".join(_noted(scribe, decision, clause, block) for clause in decision.clauses)
        return scribe.say(pattern, values, verb=verb, manner=said, words=words)
    if moved is not None:
        return moved_lead(scribe, block, moved, verb, decision.to)
    return forms.lead.fill({"verb": verb, "manner": said, "to": decision.to})


def _noted(scribe: Scribe, decision: Decision, clause: Clause, block: Block) -> str:
    words = _without_verb(scribe, decision, _typed(scribe, clause, block))
    return _closed(scribe, words, clause) if clause.clauses else words


def _verb(scribe: Scribe, decision: Decision) -> str:
    return decision.verb or _house_verb(scribe, decision)


def _house_verb(scribe: Scribe, decision: Decision) -> str:
    forms = scribe.house.decisions
    return {
        DecisionKind.RESOLVED: forms.resolved,
        DecisionKind.RECOMMENDED: forms.recommended,
        DecisionKind.NOTED: forms.noted,
    }[decision.kind]


def decided(scribe: Scribe, block: Block, decision: Decision, lead: str) -> tuple[Part, ...]:
    """The lead and the clauses: one runs on, several are numbered, with capitals."""
    source = tuple(block.parts)
    if decision.kind is DecisionKind.NOTED:
        below = [clause for one in decision.clauses for clause in one.clauses]
        return (DecisionPart(text=lead, clauses=_below(scribe, below, block, 1), source=source),)
    clauses = [(_words(scribe, clause, block), clause) for clause in decision.clauses]
    if decision.amended and clauses:
        words, first = clauses[0]
        clauses[0] = (scribe.house.decisions.as_amended.fill({"words": words}), first)
    if len(clauses) == 1 and scribe.house.decisions.run_on:
        words, clause = clauses[0]
        text = _closed(scribe, going_on(lead, words), clause)
        return (DecisionPart(text=text, clauses=_below(scribe, clause.clauses, block, 1), source=source),)
    numbered = tuple(
        _clause(scribe, number, 0, capital(_closed(scribe, words, clause)), clause, block)
        for number, (words, clause) in enumerate(clauses, start=1)
    )
    many = scribe.house.decisions.lead_many.fill({"lead": lead})
    return (DecisionPart(lead=many, clauses=numbered, source=source),) if numbered else ()


def _typed(scribe: Scribe, clause: Clause, block: Block) -> str:
    return scribe.prose(clause.text, block)


def _words(scribe: Scribe, clause: Clause, block: Block) -> str:
    """A clause's words, without a leading `RESOLVED that` and the closing stop."""
    typed = _typed(scribe, clause, block)
    words = typed if block.decision is None else _without_verb(scribe, block.decision, typed)
    return words_of(words, scribe.house.words.leading)


def _without_verb(scribe: Scribe, decision: Decision, text: str) -> str:
    """The text without a verb that the lead has already: as the house writes it, or in small letters before `that`."""
    for verb in (decision.verb, _house_verb(scribe, decision)):
        rest = text[len(verb) + 1 :].lstrip()
        if not verb or not rest or text[: len(verb) + 1].lower() != f"{verb} ".lower():
            continue
        if text.startswith(verb) or any(rest.lower().startswith(f"{word} ") for word in scribe.house.words.leading):
            return rest
    return text


def _closed(scribe: Scribe, words: str, clause: Clause) -> str:
    """With its stop, which is a colon where sub-clauses follow."""
    house = scribe.house.words
    return stopped(words, house.before_clauses if clause.clauses else house.stop, house.stops)


def _below(scribe: Scribe, clauses: Sequence[Clause], block: Block, level: int) -> tuple[ClausePart, ...]:
    """Sub-clauses, as typed."""
    return tuple(
        _clause(scribe, number, level, _typed(scribe, clause, block), clause, block)
        for number, clause in enumerate(clauses, start=1)
    )


def _clause(scribe: Scribe, number: int, level: int, text: str, clause: Clause, block: Block) -> ClausePart:
    labels = scribe.house.decisions.labels
    form = labels[min(level, len(labels) - 1)]
    label = form.fill({"number": str(number), "letter": letter(number), "roman": roman(number)})
    below = _below(scribe, clause.clauses, block, level + 1)
    return ClausePart(label=label, text=text, clauses=below, source=(clause.seq,))


def _afterwards(scribe: Scribe, block: Block, decision: Decision) -> tuple[Part, ...]:
    """The reasons and the reference, each a paragraph."""
    parts: tuple[Part, ...] = ()
    if decision.reason:
        text = scribe.prose(decision.reason, block)
        parts += scribe.paragraph(block, scribe.house.decisions.reason, text=text)
    if decision.reference:
        parts += scribe.paragraph(block, scribe.house.items.reference, reference=decision.reference)
    return parts


@says(business.Action)
def say_action(scribe: Scribe, block: Block, act: business.Action) -> tuple[Part, ...]:
    """Who does what by when, in a house that says it where it was agreed, or beside it."""
    placement = scribe.house.actions.placement
    if placement not in ("line", "column"):
        return ()
    owners = scribe.names.several(block.people)
    due = said_day(act.due, scribe.house.dates.sentence, scribe.house)
    words = words_of(scribe.prose(act.text, block), scribe.house.decisions.action_leading)
    text = scribe.say(scribe.house.decisions.action, owners=owners, text=words, due=due)
    beside = ""
    if placement == "column":
        todo = action_words(scribe, block, act)
        beside = scribe.house.actions.beside.fill({"owners": owners, "text": todo, "due": due})
    if not (text or beside):
        return ()
    people: tuple[PersonKey, ...] = block.people
    named = tuple(scribe.names.text(one) for one in people)
    return (ActionPart(text=text or beside, beside=beside, owners=named, due=due, source=tuple(block.parts)),)


# --- motions


@says(business.Move)
def say_move(scribe: Scribe, block: Block, _act: business.Move) -> tuple[Part, ...]:
    """A motion, where it was moved; nothing where the house tells it once and it was carried."""
    motion = block.motion
    if motion is None or is_told_once(scribe, motion):
        return ()
    forms = scribe.house.motions
    words = _moved_words(scribe, block, motion)
    pattern = forms.moved if words else forms.moved_wordless
    return scribe.paragraph(block, pattern, motion_values(scribe, motion), words=words)


def _moved_words(scribe: Scribe, block: Block, motion: Motion) -> str:
    """The words it was moved with, whatever became of them."""
    words = motion.words if motion.original is None else motion.original
    return words_of(scribe.prose(words, block), scribe.house.words.leading) if words else ""


@says(business.Amend)
def say_amend(scribe: Scribe, block: Block, _act: business.Amend) -> tuple[Part, ...]:
    """An amendment, by its number where the motion has several: how the motion shall read, or what to do to its words."""
    motion = block.motion
    if motion is None:
        return ()
    forms = scribe.house.motions
    ordinal = scribe.ordinal(motion.number)
    pattern = forms.amended
    if is_further(motion):
        pattern = forms.amended_further
    elif motion.parent is not None and len(motion.parent.amendments) > 1:
        pattern = forms.amended_nth
    words = _moved_words(scribe, block, motion)
    change = instruction(words) if "change" in pattern.slots else ""
    return scribe.paragraph(
        block,
        pattern,
        motion_values(scribe, motion),
        words="" if change else words,
        change=change,
        what=scribe.what(motion.parent),
        ordinal=ordinal,
        Ordinal=capital(ordinal),
    )


def is_told_once(scribe: Scribe, motion: Motion) -> bool:
    """Is this motion told in one sentence, where it was carried: nothing happened to it but that?"""
    return (
        scribe.house.motions.joined
        and motion.parent is None
        and motion.fate in CARRYING
        and motion.words is not None
        and motion.original is None
        and not motion.amendments
        and not any(
            one.recorded or one.lots or one.needing or one.rivals or one.casting or is_tied(one)
            for one in motion.divisions
        )
    )


@says(business.Alter)
def say_alter(scribe: Scribe, block: Block, act: business.Alter) -> tuple[Part, ...]:
    """The motion's words from here: by leave, or as amendments have made them."""
    forms = scribe.house.motions
    motion = block.motion
    by_amendment = motion is not None and motion.seq in scribe.unworded
    if motion is not None:
        scribe.unworded.discard(motion.seq)
    what = scribe.what(motion)
    words = words_of(scribe.prose(act.words, block), scribe.house.words.leading)
    pattern = forms.altered if not by_amendment else forms.altered_by_amendment
    if by_amendment and motion is not None and motion.parent is not None:
        pattern = forms.amendment_altered_by_amendment
    return scribe.paragraph(block, pattern, what=what, What=capital(what), words=words)
