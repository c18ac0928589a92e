"""Awkward meetings as a table: a case is a name, a body, some lines of notation, and what must be true after any of them.

    case: an arrival recorded late
    body: parish
    with: quorum: 3
    /present @brook @dale
    /start 19:30
        quorate: no
    [20:30] /arrive @pell 19:45
        present: brook dale pell
        prints: Cllr Pell arrived at the meeting at 7.45 pm.

A line at the edge is notation; an indented one is what holds after it. `body:` names one of `BODIES`; `with:` sets or adds
a line of its front sheet; `item:` adds an item, ` | ` between its lines. `--` begins a comment.

What may hold (`CHECKS`): present, counting (for the quorum), entitled (to vote), presiding; quorate (yes, no, unknown),
needed; prints, prints not (in all of the minutes; with a house in brackets, else the body's own; ` / ` between lines), and
public prints, public prints not (in those that go out); gap,
no gap (some words of the sentence), gaps: none; kept (an override's reason, with what it is about); refused (the line before,
with these words). With `hindsight` before them present, counting, entitled, quorate and presiding are what is known at the
end of that moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from boardtui.errors import Refusal
from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.model.people import PersonKey
from boardtui.model.record import Record
from boardtui.rules.confidentiality import public_record
from boardtui.rules.gaps import gaps, look_through
from boardtui.rules.presence import Presence, presence_at
from boardtui.rules.procedure import check
from boardtui.rules.quorum import state_for
from boardtui.rules.voting import Electorate, electorate, electorate_at
from support.meetings import Taking, called
from support.minutes import text_of

BODIES = {
    "parish": """---
committee: Nether Poole Parish Council
house: parish_council
date: 1 June 2027
time: 7.30 pm
next minute number: 13/27
quorum: 3
member: Cllr Ada Brook | Chairman | | Village
member: Cllr Tom Dale | Vice-Chairman | | Village
member: Cllr Grace Hill | | | Green
member: Cllr Ned Lunn | | | Green
member: Cllr Eve Marsh | | | Village
member: Cllr Joe Pell
officer: Mrs Ruth Venn | Clerk
---
1. Apologies for Absence
2. Declarations of Interest
3. Library Van
4. Allotments
   (a) Water
   (b) Rents
5. Planning: 3 Mill Lane
6. Village Green
""",
    "board": """---
council: Saltmarsh City Council
committee: Saltmarsh Health and Wellbeing Board
house: partnership_board
date: 6 September 2027
time: 2.00 pm
next minute number: 19
quorum: 4, of which 1 councillor and 1 NHS member
member: Councillor Peter Rudge | Chair | | Harbour Group
member: Councillor Asha Nair | | | Independent
member: Dr Fay Merton | Deputy Chair | NHS Saltmarsh Integrated Care Board
member: Tom Ashby | | Saltmarsh Hospitals NHS Trust
member: Grace Oduya | | Healthwatch Saltmarsh
member: Priya Sen | Director of Public Health
member: Neil Farrow | | Wexshire Police
substitute: Gail Moss | | Wexshire Police | for Neil Farrow
officer: B Lowe | Governance Services Officer | Governance
officer: K Wray | Solicitor | Governance
---
# Public Business
1. Declarations of Interest
2. Winter Plan
3. Dentistry
4. Smoke-free Parks
""",
    "council": """---
committee: Ashmere Borough Council
house: full_council
date: 14 July 2027
time: 7.00 pm
next minute number: 30
quorum: a quarter
member: Councillor Jane Ferrers | Mayor | | Labour
member: Councillor Luke Garrod | Deputy Mayor | | Labour
member: Councillor Nora Quint | | | Labour
member: Councillor Hugh Tallis | | | Conservative
member: Councillor Iris Bowyer | | | Conservative
member: Councillor Omar Saleh | | | Green
member: Councillor Beth Yarrow | | | Green
substitute: Councillor Ivor Stead | | | Labour
officer: Ms Clare Dunn | Chief Executive | Corporate
---
1. Declarations of Interest
2. Town Centre
3. Budget
4. Cycle Lanes
5. Harbour Wall
""",
}
_INDENT = "    "


@dataclass(frozen=True)
class Expected:
    """What must be true: what is looked at, in which house, and the value."""

    what: str
    house: str
    value: str


@dataclass
class Step:
    """A line of notation, its place in the file, and what holds after it."""

    line: str
    number: int
    expected: list[Expected] = field(default_factory=list)


@dataclass
class Case:
    """A case: its name, the text of its agenda, and its steps."""

    name: str
    agenda: str = BODIES["parish"]
    steps: list[Step] = field(default_factory=list)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Sight:
    """What is looked at: the meeting so far, and who is in the room and could vote now, or was at a moment looked back at."""

    taking: Taking
    could: Electorate

    @property
    def presence(self) -> Presence:
        """Who is in the room."""
        return self.could.present


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in its order."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        words = line.strip()
        if not words or words.startswith("-- "):
            continue
        if line.startswith("case: "):
            cases.append(Case(words.removeprefix("case: ")))
        elif line.startswith(_INDENT):
            cases[-1].steps[-1].expected.append(_expected(words))
        elif found := re.match(r"(body|with|item): (.*)", line):
            cases[-1].agenda = _SHEETS[found[1]](cases[-1].agenda, found[2])
        else:
            cases[-1].steps.append(Step(words, number))
    return cases


def _with_field(agenda: str, words: str) -> str:
    """The front sheet with a field set; members, substitutes, officers and vacancies are added."""
    name = words.partition(":")[0]
    if name not in ("member", "substitute", "officer", "vacancy"):
        agenda = re.sub(rf"^{name}: .*\n", "", agenda, flags=re.MULTILINE)
    return agenda.replace("\n---\n", f"\n{words}\n---\n", 1)


def _with_item(agenda: str, words: str) -> str:
    first, *below = words.split(" | ")
    return "\n".join((agenda.rstrip("\n"), first, *(f"   {line}" for line in below), ""))


_SHEETS: dict[str, Callable[[str, str], str]] = {
    "body": lambda _agenda, words: BODIES[words],
    "with": _with_field,
    "item": _with_item,
}


def _expected(words: str) -> Expected:
    found = re.fullmatch(r"([a-z ]+?)(?: \((\w+)\))?: (.*)", words)
    assert found, f"no expectation: {words}"
    what = found[1].removeprefix("hindsight ")
    assert what in CHECKS or what == "refused", f"nothing to look at: {words}"
    return Expected(found[1], found[2] or "", found[3])


# --- worked through


def prove(case: Case) -> None:
    """Take the lines of a case one by one, and look after each at what must be true; in the end at what holds in hindsight."""
    taking = called(case.agenda)
    looking_back: list[tuple[Step, int]] = []
    for step in case.steps:
        refusals = [one for one in step.expected if one.what == "refused"]
        if refusals:
            with pytest.raises(Refusal, match=re.escape(refusals[0].value)):
                _say(taking, step.line)
        else:
            _say(taking, step.line)
        looking_back.append((step, taking.record.last_seq))
        for one in step.expected:
            if one.what != "refused" and not one.what.startswith("hindsight "):
                _look(step, one, Sight(taking, electorate(taking.record)))
    for step, seq in looking_back:
        for one in step.expected:
            if one.what.startswith("hindsight "):
                could = electorate_at(taking.record, seq)
                _look(step, one, Sight(taking, replace(could, present=presence_at(taking.record, seq))))


def _say(taking: Taking, line: str) -> None:
    """Through the door: what a rule refuses is not taken."""
    said = taking.read(line)
    check(taking.record, said.act)
    taking.act(said.act, said.at)


def _look(step: Step, one: Expected, sight: Sight) -> None:
    found = CHECKS[one.what.removeprefix("hindsight ")](sight, one)
    assert not found, f"line {step.number}, {step.line}\n{one.what}: {one.value}\nbut: {found}"


def _who(find: Callable[[Sight], tuple[PersonKey, ...]]) -> Callable[[Sight, Expected], str]:
    def look(sight: Sight, one: Expected) -> str:
        found = find(sight)
        expected = [] if one.value == "nobody" else one.value.split()
        return "" if sorted(found) == sorted(expected) else " ".join(found) or "nobody"

    return look


def _quorate(sight: Sight, one: Expected) -> str:
    state = state_for(sight.taking.record, list(sight.presence.counting))
    found = "unknown" if state.needed is None else "yes" if state.met else "no"
    return "" if found == one.value else f"{found}: {state}"


def _needed(sight: Sight, one: Expected) -> str:
    needed = state_for(sight.taking.record, list(sight.presence.counting)).needed
    return "" if str(needed) == one.value else str(needed)


def _all_of_it(record: Record) -> Record:
    return record


def _printed(sight: Sight, one: Expected, of: Callable[[Record], Record]) -> str:
    house = load_house(one.house) if one.house else sight.taking.house
    lines = text_of(compose(of(sight.taking.record), house)).splitlines()
    return " / ".join(line.strip() for line in lines if line.strip())


def _prints(of: Callable[[Record], Record]) -> Callable[[Sight, Expected], str]:
    def look(sight: Sight, one: Expected) -> str:
        found = _printed(sight, one, of)
        return "" if one.value in found else found

    return look


def _prints_not(of: Callable[[Record], Record]) -> Callable[[Sight, Expected], str]:
    def look(sight: Sight, one: Expected) -> str:
        found = _printed(sight, one, of)
        return found if one.value in found else ""

    return look


def _gap(sight: Sight, one: Expected) -> str:
    found = [gap.sentence for gap in gaps(sight.taking.record)]
    return "" if any(one.value in sentence for sentence in found) else " | ".join(found) or "no gaps"


def _no_gap(sight: Sight, one: Expected) -> str:
    return " | ".join(gap.sentence for gap in gaps(sight.taking.record) if one.value in gap.sentence)


def _kept(sight: Sight, one: Expected) -> str:
    """`reason / what it is about`"""
    kept = [
        " / ".join((one.override.reason, *(gap.sentence for gap in one.gaps)))
        for one in look_through(sight.taking.record).kept
    ]
    return "" if one.value in kept else " | ".join(kept) or "nothing"


CHECKS: dict[str, Callable[[Sight, Expected], str]] = {
    "present": _who(lambda sight: sight.presence.here),
    "counting": _who(lambda sight: sight.presence.counting),
    "entitled": _who(lambda sight: sight.could.entitled),
    "presiding": _who(lambda sight: tuple(filter(None, (sight.presence.presiding,)))),
    "quorate": _quorate,
    "needed": _needed,
    "prints": _prints(_all_of_it),
    "prints not": _prints_not(_all_of_it),
    "public prints": _prints(public_record),
    "public prints not": _prints_not(public_record),
    "gap": _gap,
    "no gap": _no_gap,
    "kept": _kept,
    "gaps": lambda sight, one: " | ".join(gap.sentence for gap in gaps(sight.taking.record)),
}
"""What can be looked at. Each gives '' where it is as expected, else what was found instead."""
