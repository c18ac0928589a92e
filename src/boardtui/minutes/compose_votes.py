"""Votes: their figures, their names and their sentences."""

from __future__ import annotations

from boardtui.minutes.forms import MotionForms, VoteForms
from boardtui.minutes.scribe import Scribe
from boardtui.minutes.sentences import Pattern, capital
from boardtui.minutes.tree import Part, Roll
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING, Count, Fate
from boardtui.model.divisions import ON_A_RECOUNT, has_options_of_its_own
from boardtui.model.fold_business import CARRYING
from boardtui.model.people import PersonKey
from boardtui.model.record import Block, Division, Motion

BY_VOTE = (Fate.CARRIED, Fate.UNANIMOUS, Fate.LOST)
"""How something may end that was voted upon."""


def is_tied(division: Division) -> bool:
    """Are both figures stated, and equal? Where none is, a casting vote tells that they were."""
    if not division.counts:
        return division.casting is not None
    return division.number(FOR) == division.number(AGAINST) is not None


def is_called(division: Division) -> bool:
    """Was it a recorded vote, whose names still tell how it went?"""
    return division.recorded and division.method != ON_A_RECOUNT


def counts(scribe: Scribe, division: Division | None) -> str:
    """The stated figures: `7 for, 2 against, 1 abstention`. Of a recorded vote abstentions only if anybody abstained."""
    if division is None:
        return ""
    unsaid = (ABSTAINED,) if is_called(division) else ()
    stated = [one for one in division.counts if one.number is not None and (one.number or one.option not in unsaid)]
    return scribe.house.words.between.join(_figure(scribe.house.votes, one) for one in stated)


def figures(scribe: Scribe, division: Division | None) -> str:
    """The figures, and after them the method, if stated."""
    method = division.method if division else ""
    return scribe.house.words.between.join(words for words in (counts(scribe, division), method) if words)


def _figure(forms: VoteForms, one: Count) -> str:
    pattern = {
        FOR: forms.counted_for,
        AGAINST: forms.counted_against,
        ABSTAINED: forms.counted_abstained,
        NOT_VOTING: forms.counted_not_voting,
    }.get(one.option, forms.counted_option)
    return pattern.fill({"option": one.option, "number": str(one.number)}, many=one.number != 1)


def unanimously(scribe: Scribe, fate: Fate | None) -> str:
    """The word, if it was."""
    return scribe.house.votes.unanimously if fate is Fate.UNANIMOUS else ""


def vote_sentence(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """What a vote came to, with the names of a recorded vote."""
    return (*result_sentence(scribe, block), *roll(scribe, block))


def result_sentence(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """What a vote came to: carried, lost, equal, or only the figures; nothing where there are none."""
    forms, division = scribe.house.votes, block.division
    called = division is not None and is_called(division)
    if division is not None and has_options_of_its_own(division):
        pattern = forms.roll_options if called else forms.options
    elif block.motion is not None and block.fate is not None:
        pattern = forms.roll_result if called else forms.result
    elif block.motion is not None and division is not None and is_tied(division):
        pattern = forms.roll_equal if called else forms.equal
    elif counts(scribe, division):
        pattern = forms.options
    else:
        return ()
    return scribe.paragraph(block, pattern, _values(scribe, block))


def equal_sentence(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """That the votes were equal."""
    return scribe.paragraph(block, scribe.house.votes.equal, _values(scribe, block))


def _values(scribe: Scribe, block: Block) -> dict[str, str]:
    what, division = scribe.what(block.motion), block.division
    return {
        "what": what,
        "What": capital(what),
        "method": division.method if division else "",
        "Method": _opening(scribe, division),
        "needing": _needing(scribe, division.needing if division else ""),
        "result": result_word(scribe, block.fate),
        "unanimously": unanimously(scribe, block.fate),
        "figures": figures(scribe, division),
        "counts": counts(scribe, division),
    }


def result_word(scribe: Scribe, fate: Fate | None) -> str:
    """CARRIED or LOST."""
    return scribe.house.votes.carried if fate in CARRYING else scribe.house.votes.lost


def _opening(scribe: Scribe, division: Division | None) -> str:
    """How a sentence begins that tells the method first."""
    forms = scribe.house.votes
    method = division.method if division else ""
    return forms.openings.get(method, capital(method) or forms.opening)


def _needing(scribe: Scribe, words: str) -> str:
    forms = scribe.house.votes
    if words.lower() in forms.shares:
        return forms.needing_share.fill({"share": words})
    return forms.needing_number.fill({"number": words}) if words.isdigit() else words


def roll(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """Who voted how, a line for each option that anybody chose; none for a vote without names."""
    division = block.division
    if division is None or not is_called(division):
        return ()
    lines = (_roll_line(scribe, division, option) for option in _options(division))
    said = tuple(line for line in lines if line)
    return (Roll(lines=said, source=tuple(block.parts)),) if said else ()


def _options(division: Division) -> tuple[str, ...]:
    """The options as they print: for, against, any others, then abstained, and last those who didn't vote."""
    others = [option for option in division.names.values() if option not in (FOR, AGAINST, ABSTAINED, NOT_VOTING)]
    return tuple(dict.fromkeys((FOR, AGAINST, *others, ABSTAINED, NOT_VOTING)))


def _roll_line(scribe: Scribe, division: Division, option: str) -> str:
    people = sorted((one for one, way in division.names.items() if way == option), key=scribe.names.surname_order)
    if not people:
        return ""
    values = {"option": option, "number": str(len(people)), "names": scribe.names.several(people)}
    return _roll_pattern(scribe.house.votes, option).fill(values)


def _roll_pattern(forms: VoteForms, option: str) -> Pattern:
    return {
        FOR: forms.roll_for,
        AGAINST: forms.roll_against,
        ABSTAINED: forms.roll_abstained,
        NOT_VOTING: forms.roll_not_voting,
    }.get(option, forms.roll_option)


def casting_sentence(scribe: Scribe, block: Block) -> tuple[Part, ...]:
    """The casting vote on what this block shows, if one was given."""
    if block.division is None or block.division.casting is None:
        return ()
    person, option = block.division.casting
    forms = scribe.house.votes
    who = scribe.names.text(person) if person else ""
    if option not in (FOR, AGAINST):
        return scribe.paragraph(block, forms.casting_option, who=who, option=option)
    values = {
        "way": _way(scribe, option),
        "what": scribe.what(block.motion),
        "result": result_word(scribe, Fate.CARRIED if option == FOR else Fate.LOST),
    }
    return scribe.paragraph(block, forms.casting if who else forms.casting_unnamed, values, who=who)


def _way(scribe: Scribe, option: str) -> str:
    return scribe.house.votes.way_for if option == FOR else scribe.house.votes.way_against


def own_vote(scribe: Scribe, block: Block, person: PersonKey, option: str) -> tuple[Part, ...]:
    """One member's own vote, recorded at their wish."""
    forms = scribe.house.votes
    who, what = scribe.names.text(person), scribe.what(block.motion)
    if option == ABSTAINED:
        return scribe.paragraph(block, forms.own_abstention, who=who, what=what)
    if option == NOT_VOTING:
        return scribe.paragraph(block, forms.own_not_voting, who=who, what=what)
    if option not in (FOR, AGAINST):
        return scribe.paragraph(block, forms.own_option, who=who, option=option)
    return scribe.paragraph(block, forms.own, who=who, way=_way(scribe, option), what=what)


def ended_sentence(scribe: Scribe, block: Block, motion: Motion, fate: Fate) -> tuple[Part, ...]:
    """How a motion or an amendment ended without a vote."""
    what = scribe.what(motion)
    pattern = _ended(scribe.house.motions, motion, fate)
    return scribe.paragraph(block, pattern, what=what, What=capital(what), body=scribe.house.words.body)


def _ended(forms: MotionForms, motion: Motion, fate: Fate) -> Pattern:
    if fate is Fate.AGREED:
        return forms.agreed_amendment if motion.parent is not None or motion.number else forms.agreed
    if fate is Fate.LAPSED:
        return forms.lapsed if motion.seconders else forms.lapsed_unseconded
    return {Fate.NOT_PUT: forms.not_put, Fate.DEFERRED: forms.deferred}.get(fate, forms.withdrawn)
