"""The words to say next: the customary sentence for the step the meeting is at, read from its house style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boardtui.chair import words
from boardtui.clerk.widgets.pane import Row, row, wrapped
from boardtui.minutes.sentences import capital
from boardtui.model.acts.business import Fate
from boardtui.model.divisions import tie
from boardtui.model.fold_business import CARRYING
from boardtui.model.record import ItemState, Motion, Stage
from boardtui.model.room import declares_now
from boardtui.rules.amending import instruction
from boardtui.rules.recorded_votes import needs_names
from boardtui.rules.voting import called, listed

if TYPE_CHECKING:
    from boardtui.chair.sight import Sight
    from boardtui.minutes.chair_forms import ChairForms

_APOLOGIES = re.compile(r"\b(?:apolog|absence|ymddiheur)", re.IGNORECASE)
_MINUTES = re.compile(r"\b(?:minutes|cofnodion)\b", re.IGNORECASE)
_THAT = re.compile(r"that[ ,]\s*", re.IGNORECASE)


def saying_rows(sight: Sight, width: int) -> list[Row]:
    """The words to say, under a heading; nothing where the house has none for this step."""
    said = words_to_say(sight)
    rows = [row("TO SAY", "muted")] if said else []
    for one in said:
        rows += wrapped(f"“{one}”", width, "strong")
    return rows


def words_to_say(sight: Sight) -> list[str]:
    """The sentences for this step, one after the other."""
    record, forms = sight.record, sight.say
    if sight.curtain or record.stage in (Stage.CLOSED, Stage.ADJOURNED):
        return []
    if record.stage is Stage.BEFORE:
        said = [forms.opening.fill({})]
    elif sight.quorum.lost:
        said = [forms.no_quorum.fill({})]
    elif record.before is not None:
        said = _of_motion(sight, record.before, forms)
    else:
        said = _of_result(sight, forms) or _of_item(sight, forms) or _of_what_follows(sight, forms)
    return [one for one in said if one]


def _of_motion(sight: Sight, motion: Motion, forms: ChairForms) -> list[str]:
    """What is before the meeting: it is stated, a seconder asked for, then it is put."""
    record = sight.record
    if motion.division is not None:
        return [forms.tie.fill({})] if tie(motion.division) else []
    text = _THAT.sub("", words.said(record, motion.words), count=1).rstrip(". ") if motion.words else "…"
    change = instruction(text) if motion.parent is not None else ""
    pattern = forms.motion if motion.parent is None else forms.amendment
    values = {
        "movers": listed(record, motion.movers) if motion.movers else "",
        "seconders": listed(record, motion.seconders) if motion.seconders else "",
        "words": "" if change and "change" in pattern.slots else text,
        "change": change,
    }
    if not motion.seconders:
        return [pattern.fill(values), forms.seconder.fill({})]
    ask = forms.recorded_vote if needs_names(record) else forms.vote
    return [pattern.fill(values), forms.put.fill({"what": called(motion)}), ask.fill({})]


def _of_result(sight: Sight, forms: ChairForms) -> list[str]:
    """How the last vote went, as long as nothing else was said."""
    decided = sight.record.decided
    if decided is None or decided.entry != sight.record.entry_key or decided.fate is None:
        return []
    what = {"What": capital(called(decided))}
    if decided.fate in CARRYING:
        return [forms.carried.fill(what)]
    return [forms.lost.fill(what)] if decided.fate is Fate.LOST else []


def _of_item(sight: Sight, forms: ChairForms) -> list[str]:
    """What is asked under this item, as long as it has not been answered."""
    record = sight.record
    open_now = [record.business[key].item for key in record.open_items if key in record.business]
    title = " ".join(item.title for item in open_now)
    if not open_now or record.entry.decisions:
        return []
    if declares_now(record):
        return [] if record.none_declared or record.declarations else [forms.declarations.fill({})]
    if _APOLOGIES.search(title) and not record.entry.blocks:
        return [forms.apologies.fill({})]
    if _MINUTES.search(title) and not record.entry.blocks:
        return [forms.minutes.fill({})]
    return [forms.recommendations.fill({})] if any(item.recommendations for item in open_now) else []


def _of_what_follows(sight: Sight, forms: ChairForms) -> list[str]:
    """Before an exempt item the exclusion of the public is moved; behind the last item the meeting is closed."""
    record = sight.record
    tops = [one for one in record.business.values() if not one.is_sub]
    waiting = [one for one in tops if one.state is ItemState.WAITING]
    if not record.open_items:
        return []
    if not waiting:
        return [forms.closing.fill({})]
    here = max((place for place, one in enumerate(tops) if one.key in record.open_items), default=-1)
    following = next((one for one in tops[here + 1 :] if one.state is ItemState.WAITING), None)
    exempt = following is not None and following.item.exempt is not None
    return [forms.exclusion.fill({})] if exempt and record.exclusion is None else []
