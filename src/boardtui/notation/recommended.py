"""What a report asks for, turned into what was resolved: `note the report` becomes `the report be noted`.

Only what is sure is turned; any other words stay as they stand, to be put right by the clerk.
"""

from __future__ import annotations

import re

from boardtui.errors import Refusal
from boardtui.model.acts.business import Clause
from boardtui.model.agenda import Item, Recommendation
from boardtui.model.prose import Prose
from boardtui.model.record import Record

_DONE = {
    "note": "noted",
    "endorse": "endorsed",
    "support": "supported",
    "approve": "approved",
    "receive": "received",
    "adopt": "adopted",
    "accept": "accepted",
}
_VERB = "|".join(_DONE)
_DETERMINER = r"(?:the|a|an|its|their|this|that|these|those|all|any|each)\b"
# After `and` these begin something else to be done; what they do is for the clerk to put into words.
_OTHER_VERBS = (
    "acknowledge|advise|agree|amend|appoint|ask|authori[sz]e|comment|commend|confirm|consider|consult|continue|decide|defer"
    "|delegate|determine|direct|discuss|establish|express|forward|give|grant|identify|instruct|invite|make|monitor|nominate"
    "|provide|publish|ratify|recommend|refer|refuse|request|require|resolve|review|send|set|submit|thank|welcome|write"
)
_ASKED = re.compile(
    r"(?:that\s+)?(?:the\s+(?:[\w-]+\s+){1,5}?|members\s+|councillors\s+|governors\s+|it\s+)"
    r"(?:is|are)\s+(?:hereby\s+)?(?:asked|invited|requested|recommended)\b\s*(?:to\b|that\b)?\s*:?\s*",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"(?:to|that)\s+", re.IGNORECASE)
_VERBS = re.compile(rf"({_VERB})((?:\s*,\s*(?:{_VERB}))*)(?:,?\s+and\s+({_VERB}|agree))?\s+", re.IGNORECASE)
_NEXT_VERB = re.compile(rf",?\s+and\s+(?=(?:(?:{_VERB})\s+{_DETERMINER}|agree\s+that\b))", re.IGNORECASE)
_NOT_AN_OBJECT = re.compile(r"(?:and|or|with|in|by|on|for|to|how|whether|if|at)\b|,", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(rf"\b(?:and|or)\s+(?:to\s+)?(?:{_VERB}|{_OTHER_VERBS})\b", re.IGNORECASE)
_TAIL = re.compile(r",?\s+(?=(?:for information|for comment|subject to|with effect from)\b)", re.IGNORECASE)
_AGREE_THAT = re.compile(r"agree\s+that\s+(?=\S)", re.IGNORECASE)
_AGREE_TO = re.compile(rf"agree\s+to\s+(?={_DETERMINER})", re.IGNORECASE)
_AGREE_TO_DO = re.compile(r"agree\s+(?=to\s+[a-z])", re.IGNORECASE)
_AGREE = re.compile(rf"agree\s+(?={_DETERMINER})", re.IGNORECASE)


def clauses_of(record: Record) -> tuple[Clause, ...]:
    """The recommendations of what is open, as clauses. Raises Refusal when there are none."""
    items = [record.business[key].item for key in record.open_items if key in record.business]
    if record.sub in record.business:
        items = [record.business[record.sub].item]
    clauses = tuple(clause for item in items for asked in _asked(item) for clause in resolved(asked))
    if not clauses:
        what = "The open item has no recommendation." if items else "No item is open."
        raise Refusal(what, "Write what was resolved: = the report be noted")
    return clauses


def _asked(item: Item) -> tuple[Recommendation, ...]:
    return item.recommendations or tuple(asked for below in item.subitems for asked in below.recommendations)


def resolved(asked: Recommendation) -> tuple[Clause, ...]:
    """One recommendation as a clause, and what is listed under it as its sub-clauses.

    Words that only lead in (`The Board is asked to:`) go, and what was listed under them is what was resolved.
    """
    lead = _ASKED.fullmatch(f"{asked.text.strip()} ") or asked.text.strip().casefold() in ("", "to:", "that:", "that")
    if asked.clauses and lead:
        return tuple(Clause(text=Prose.of(as_resolved(text)), level=1) for text in asked.clauses)
    head = as_resolved(asked.text)
    below = tuple(Clause(text=Prose.of(text), level=2) for text in asked.clauses)
    return (Clause(text=Prose.of(head)), *below) if head else below


def as_resolved(text: str) -> str:
    """The words of a recommendation as they read after `RESOLVED that`."""
    text = " ".join(text.split())
    asked = _ASKED.match(text)
    bare = text[asked.end() :] if asked else text
    if lead := _LEAD_IN.match(bare):
        bare = bare[lead.end() :]
    colon = ":" if bare.endswith(":") else ""
    bare = bare.rstrip(":.; ")
    whole = _turned(bare) if _VERBS.match(bare) else None
    turned = [whole] if whole else [_turned(part) for part in _NEXT_VERB.split(bare)]
    if any(part is None for part in turned):
        return f"{bare}{colon}" if asked or lead else text
    return " and ".join(part for part in turned if part) + colon


def _turned(text: str) -> str | None:
    """One piece of a recommendation, turned; None where it isn't known how."""
    if found := _AGREE_THAT.match(text):
        return text[found.end() :]
    if found := _VERBS.match(text):
        what = text[found.end() :]
        return _be_done(found, what) if _is_one_thing(what) else None
    for pattern in (_AGREE_TO, _AGREE):
        if found := pattern.match(text):
            what = text[found.end() :]
            return _with_tail(what, "be agreed") if _is_one_thing(what) else None
    if found := _AGREE_TO_DO.match(text):
        return f"it be agreed {text[found.end() :]}"
    return None


def _is_one_thing(what: str) -> bool:
    """Is this what the verb is about, and nothing else to be done with it?"""
    return _NOT_AN_OBJECT.match(what) is None and _SOMETHING_ELSE.search(what) is None


def _be_done(verbs: re.Match[str], what: str) -> str:
    words = [
        verbs[1],
        *(word.strip() for word in verbs[2].split(",") if word.strip()),
        *([verbs[3]] if verbs[3] else []),
    ]
    done = [_DONE.get(word.lower(), "agreed") for word in words]
    said = "be " + (f"{', '.join(done[:-1])} and {done[-1]}" if len(done) > 1 else done[0])
    if what.lower().startswith("that ") and not re.match(r"that\s+\w+\s*$", what):
        return f"it {said} {what}"
    return _with_tail(what, said)


def _with_tail(what: str, said: str) -> str:
    """`the report, subject to …` is approved subject to …: the verb stands before what qualifies it."""
    parts = _TAIL.split(what, maxsplit=1)
    return " ".join((parts[0], said, *parts[1:]))
