"""Decisions, motions and amendments, folded into the record."""

from __future__ import annotations

from boardtui.model.acts import business, meeting
from boardtui.model.acts.base import Act, Filed
from boardtui.model.acts.business import Fate
from boardtui.model.divisions import ORDINARY
from boardtui.model.folding import add_block, folds, last_block, odd, whom
from boardtui.model.motions import first_undecided, of_number, root, waiting
from boardtui.model.prose import Prose
from boardtui.model.record import ActionPoint, Block, Clause, Decision, DecisionKind, Motion, Record

CARRYING = (Fate.AGREED, Fate.UNANIMOUS, Fate.CARRIED)


def new_decision(record: Record, block: Block, decision: Decision) -> Decision:
    """Enter a decision of the open minute; a verb said before it is its verb."""
    decision.verb, record.verb_next = record.verb_next, ""
    record.entry.decisions.append(decision)
    block.decision = decision
    return decision


@folds(business.Resolve)
def fold_resolve(record: Record, filed: Filed, act: business.Resolve) -> None:
    """A clause: of the decision being said, else of a new one."""
    _add_clause(_open_decision(record, filed, act), act.text, act.level, filed.seq)


@folds(business.ResolveRecommendations)
def fold_recommendations(record: Record, filed: Filed, act: business.ResolveRecommendations) -> None:
    """The report's recommendations, as clauses."""
    decision = _open_decision(record, filed, act)
    items = [record.business[key].item for key in record.open_items if key in record.business]
    decision.recommended = tuple(r.text for item in items for r in item.recommendations)
    for clause in act.clauses:
        _add_clause(decision, clause.text, clause.level, filed.seq)


def _open_decision(record: Record, filed: Filed, act: business.Resolve | business.ResolveRecommendations) -> Decision:
    """The decision being said, else a new one. What is noted or recommended takes sub-clauses, and no other clause."""
    going_on = record.decision_open
    below = isinstance(act, business.Resolve) and act.level > 1
    if going_on is not None and (below or going_on.kind is DecisionKind.RESOLVED):
        found = next((b for b in record.entry.blocks if b.decision is going_on), None)
        if found is not None:
            found.parts.append(filed.seq)
            return going_on
    superseded = _words_of_carried(record, filed)
    if superseded is not None:
        return superseded
    block = add_block(record, filed, act)
    record.decision_open = new_decision(record, block, Decision(filed.seq))
    return record.decision_open


def _words_of_carried(record: Record, filed: Filed) -> Decision | None:
    """Clauses said straight after a motion was carried as amended are that decision's words."""
    block = record.entry.blocks[-1] if record.entry.blocks else None
    if block is None or block.decision is None or not block.decision.amended:
        return None
    block.parts.append(filed.seq)
    block.decision.amended, block.decision.clauses = False, []
    record.decision_open = block.decision
    return block.decision


def _add_clause(decision: Decision, words: Prose, level: int, seq: int) -> None:
    home = decision.clauses
    for _ in range(level - 1):
        if not home:
            break
        home = home[-1].clauses
    home.append(Clause(words, seq))


@folds(business.Recommend)
def fold_recommend(record: Record, filed: Filed, act: business.Recommend) -> None:
    """For another body to decide. Several in a row to one body are the clauses of one recommendation."""
    last = last_block(record)
    said = last.decision if last is not None and record.said in last.parts else None
    if last is not None and said is not None and said.kind is DecisionKind.RECOMMENDED and said.to == act.to:
        last.parts.append(filed.seq)
        said.clauses.append(Clause(act.text, filed.seq))
        record.decision_open = said
        return
    decision = Decision(filed.seq, DecisionKind.RECOMMENDED, [Clause(act.text, filed.seq)], to=act.to)
    record.decision_open = new_decision(record, add_block(record, filed, act), decision)


@folds(business.Note)
def fold_note(record: Record, filed: Filed, act: business.Note) -> None:
    """Noted."""
    decision = Decision(filed.seq, DecisionKind.NOTED, [Clause(act.text, filed.seq)])
    record.decision_open = new_decision(record, add_block(record, filed, act), decision)


@folds(business.Verb)
def fold_verb(record: Record, _filed: Filed, act: business.Verb) -> None:
    """The verb of the resolution just said, if nothing came between; else of the decision that comes next."""
    last = last_block(record)
    said = last.decision if last is not None and record.said in last.parts else None
    if said is not None and said.kind is DecisionKind.RESOLVED:
        said.verb = act.word
    else:
        record.verb_next = act.word


@folds(business.Reason)
def fold_reason(record: Record, filed: Filed, act: business.Reason) -> None:
    """The reasons for the last decision."""
    decisions = record.entry.decisions
    if not decisions:
        odd(record, filed, "There was no decision yet to give a reason for.")
        return
    decisions[-1].reason = act.text
    block = next((b for b in record.entry.blocks if b.decision is decisions[-1]), None)
    if block is not None:
        block.parts.append(filed.seq)


@folds(business.Action)
def fold_action(record: Record, filed: Filed, act: business.Action) -> None:
    """Who does what by when."""
    owners = tuple(whom(record, owner) for owner in act.owners)
    record.actions.append(ActionPoint(filed.seq, record.entry_key, owners, act.text, act.due))
    add_block(record, filed, act).people = owners


@folds(business.NoDecision)
def fold_no_decision(record: Record, _filed: Filed, _act: business.NoDecision) -> None:
    """None, on purpose."""
    record.entry.no_decision = True


def subject_block(record: Record) -> Block | None:
    """What a vote or an outcome is about when no motion is before the meeting: the last decision or earlier minutes.

    That the public go out, too, where nothing has been said since.
    """
    last = record.entry.blocks[-1] if record.entry.blocks else None
    if last is not None and is_exclusion(last):
        return last
    return next((block for block in reversed(record.entry.blocks) if is_subject(block)), None)


def is_subject(block: Block) -> bool:
    """Does this block show what can be voted on without having been moved: a decision, or earlier minutes?"""
    return block.decision is not None or isinstance(block.act, meeting.PreviousMinutes)


def is_exclusion(block: Block) -> bool:
    """Is this the resolution by which the public go out?"""
    return isinstance(block.act, meeting.Exclude) and block.act.result is meeting.ExclusionResult.RESOLVED


def has_no_words(act: Act) -> bool:
    """Tells this act of nothing but who moved what stands before it, and how it ended: names, figures and fates?"""
    if isinstance(act, business.Move):
        return act.words is None and not act.behalf
    if isinstance(act, business.Vote):
        return not act.method and not act.needing and all(one.option in ORDINARY for one in act.counts)
    return isinstance(act, business.Second | business.Outcome)


def end(record: Record, block: Block, fate: Fate | None) -> None:
    """How what stands without a motion before it ended. None: it was carried. The public stay where they weren't to go out."""
    block.fate = fate
    if not is_exclusion(block) or not isinstance(block.act, meeting.Exclude):
        return
    record.exclusion = block.act if fate in (None, *CARRYING) else None
    if record.exclusion is None:
        entry = record.entry
        entry.withheld = entry.restricted or any(one.restricted for one in entry.blocks)


@folds(business.Move)
def fold_move(record: Record, filed: Filed, act: business.Move) -> None:
    """A motion; without words it moves what was just recorded, and prints with it."""
    motion = Motion(filed.seq, record.entry_key, 0, act.words, behalf=act.behalf, on_notice=act.on_notice)
    motion.movers, motion.seconders = list(act.movers[:1]), list(act.movers[1:])
    stands = subject_block(record) if act.words is None else None
    if stands is not None and stands.motion is None:
        motion.about = stands.seq
        stands.motion = motion
        stands.parts.append(filed.seq)
        return
    record.entry.motions.append(motion)
    record.before, record.decided = motion, None
    add_block(record, filed, act).motion = motion


@folds(business.Amend)
def fold_amend(record: Record, filed: Filed, act: business.Amend) -> None:
    """An amendment to the motion before the meeting, or to one of its amendments."""
    motion = root(record.before) or (record.entry.motions[-1] if record.entry.motions else None)
    parent = of_number(motion, act.to) if motion else None
    if motion is not None and parent is None:
        odd(record, filed, f"There was no amendment {act.to} to amend.")
        parent = motion
    number = len(parent.amendments) + 1 if parent else 1
    amendment = Motion(filed.seq, record.entry_key, number, act.words, behalf=act.behalf, parent=parent)
    amendment.movers, amendment.seconders = list(act.movers[:1]), list(act.movers[1:])
    if parent is None:
        odd(record, filed, "An amendment was moved, but there was no motion.")
    else:
        parent.amendments.append(amendment)
    record.before, record.decided = amendment, None
    add_block(record, filed, act).motion = amendment


@folds(business.Second)
def fold_second(record: Record, filed: Filed, act: business.Second) -> None:
    """The seconder of what is before the meeting, or of what was moved last."""
    motion = record.before
    if motion is None:
        about = subject_block(record)
        motion = about.motion if about and about.motion else record.entry.motions[-1] if record.entry.motions else None
        if about is not None and motion is about.motion:
            about.parts.append(filed.seq)
    if motion is None:
        odd(record, filed, "There was no motion to second.")
        return
    motion.seconders += [person for person in act.who if person not in motion.seconders]


@folds(business.Put)
def fold_put(record: Record, filed: Filed, act: business.Put) -> None:
    """What is before the meeting now."""
    motion = root(record.before) or (record.entry.motions[-1] if record.entry.motions else None)
    if motion is None:
        odd(record, filed, "There was no motion to put.")
    else:
        amendment = of_number(motion, act.target)
        put = of_number(amendment, act.below) if amendment else None
        if put is None:
            number = f"{act.target}.{act.below}" if act.below else f"{act.target}"
            odd(record, filed, f"There was no amendment {number} to put.")
        else:
            record.before = put


@folds(business.Alter)
def fold_alter(record: Record, filed: Filed, act: business.Alter) -> None:
    """The motion's words are others from here: by leave, or as amendments have made them."""
    motion = record.before or (record.entry.motions[-1] if record.entry.motions else None)
    if motion is None:
        odd(record, filed, "There was no motion to alter.")
        return
    if motion.original is None:
        motion.original = motion.words
    motion.words = act.words
    motion.amended = _has_unworded_amendments(motion)
    motion.worded_at = filed.seq
    add_block(record, filed, act).motion = motion


def _has_unworded_amendments(motion: Motion) -> bool:
    """Was an amendment carried since the motion's words were last set?"""
    return any(a.fate in CARRYING and a.ended_at > motion.worded_at for a in motion.amendments)


def decide(record: Record, block: Block, motion: Motion, fate: Fate) -> None:
    """What was before the meeting has ended so; what it was moved in the midst of is before it again.

    A motion that is carried becomes the decision. The amendments that were not put by then are past.
    """
    motion.fate = block.fate = fate
    motion.ended_at = block.parts[-1]
    record.decided = motion
    for amendment in motion.amendments:
        amendment.fate = amendment.fate or Fate.NOT_PUT
    if motion.parent is not None:
        record.before = first_undecided(root(motion) or motion)
        return
    record.before = waiting(record.entry)
    if fate not in CARRYING or motion.words is None:
        return
    pending = _has_unworded_amendments(motion)
    decision = Decision(block.seq, clauses=[Clause(motion.words, motion.seq)], motion=motion, amended=pending)
    new_decision(record, block, decision)


def reopen(record: Record, block: Block, motion: Motion) -> None:
    """As if it had not ended yet: a recount or another word of the chair decides anew."""
    if block.decision is not None and block.decision in record.entry.decisions:
        record.entry.decisions.remove(block.decision)
    block.decision, block.fate, motion.fate = None, None, None
    record.before = motion
