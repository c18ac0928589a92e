"""Codes of conduct: the kinds of interest each knows, what each asks of its member, and the sentence that says so.

They are tables in Python and no files: rules read nothing from a disk, and a line here changes only when a law does. A
body's own kinds stand in its agenda (`interest: LABEL | leave`) and go before those of its code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boardtui.model.law import Code, Consequence, OwnKind
from boardtui.model.record import Record


class Duty(StrEnum):
    """What an interest asks of its member, in a few words."""

    LEAVE = "must leave"
    DISPENSED = "has a dispensation"
    NO_VOTE = "may speak, may not vote"
    STAY = "may stay, speak and vote"
    ADVICE = "for advice"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of interest. labels: what a clerk may call it, in small letters; name: what it is called in a sentence;

    duty: what it asks of its member; must: the same as a sentence to them, after their name.
    """

    labels: tuple[str, ...]
    name: str
    duty: Duty
    must: str

    @property
    def called(self) -> str:
        """With its article: `a disclosable pecuniary interest`."""
        return f"{'an' if self.name[0].lower() in 'aeiou' else 'a'} {self.name}"


@dataclass(frozen=True, slots=True)
class CodeOfConduct:
    """A code of conduct. source: the law or guidance it comes from; kinds: those it knows; adviser: who says what is to be

    done where the code leaves it open, as in `the clerk advises`.
    """

    source: str
    kinds: tuple[Kind, ...]
    adviser: str = "the clerk advises"


_WITHDRAWS = "must leave before discussion, and may not speak or vote, unless dispensed"
_REPRESENTS = (
    "must leave before discussion, and may not vote, unless dispensed; "
    "may first speak where the public may, to make representations or answer questions"
)
_IF_DIRECT = (
    "must leave before discussion of what directly relates to it, and may not vote, unless dispensed; "
    "may first speak where the public may"
)
_UNINFLUENCED = f"{_REPRESENTS}; may not seek to influence the decision"
_STAYS = "declares it, and may stay, speak and vote"
_TWO_PARTS = (
    "must leave if the matter directly relates to it; if it only affects it, then where it does so more than most people "
    "of the ward, and a reasonable member of the public would think it clouds their judgement"
)
_MANAGED = "declares it; the chair decides how it is managed: leaving, staying without a vote, or staying"
_GOVERNOR = "must disclose it, leave the meeting, and may not vote on the matter"


def _kind(name: str, duty: Duty, must: str, *shorter: str) -> Kind:
    """A kind of interest. shorter: what a clerk may also call it."""
    return Kind((*shorter, name), name, duty, must)


_DPI = _kind("disclosable pecuniary interest", Duty.LEAVE, _WITHDRAWS, "dpi", "disclosable pecuniary")
_ORI = _kind("other registrable interest", Duty.LEAVE, _IF_DIRECT, "ori", "other registrable")
_NRI = _kind("non-registrable interest", Duty.ADVICE, _TWO_PARTS, "nri", "non-registrable")
_PERSONAL = _kind("personal interest", Duty.STAY, _STAYS, "personal")

CODES: dict[Code, CodeOfConduct] = {
    Code.MODEL: CodeOfConduct(
        "Localism Act 2011, ss.31 and 33; LGA Model Councillor Code of Conduct 2020, Appendix B", (_DPI, _ORI, _NRI)
    ),
    Code.OLDER: CodeOfConduct(
        "Local Authorities (Model Code of Conduct) Order 2007 (SI 2007/1159), paragraphs 8 to 12",
        (
            _PERSONAL,
            _kind("prejudicial interest", Duty.LEAVE, _REPRESENTS, "prejudicial"),
            _kind("personal and prejudicial interest", Duty.LEAVE, _REPRESENTS, "personal and prejudicial"),
        ),
    ),
    Code.WALES: CodeOfConduct(
        "Local Authorities (Model Code of Conduct) (Wales) Order 2008 (SI 2008/788), paragraphs 10 to 14",
        (
            _PERSONAL,
            _kind("prejudicial interest", Duty.LEAVE, _UNINFLUENCED, "prejudicial"),
            _kind("personal and prejudicial interest", Duty.LEAVE, _UNINFLUENCED, "personal and prejudicial"),
        ),
    ),
    Code.NHS: CodeOfConduct(
        "NHS England, Managing conflicts of interest in the NHS (2017, 2024)",
        (
            _kind("financial interest", Duty.ADVICE, _MANAGED, "financial"),
            _kind("direct financial interest", Duty.ADVICE, _MANAGED, "direct financial"),
            _kind("indirect financial interest", Duty.ADVICE, _MANAGED, "indirect financial"),
            _kind("non-financial professional interest", Duty.ADVICE, _MANAGED, "non-financial professional"),
            _kind("non-financial personal interest", Duty.ADVICE, _MANAGED, "non-financial personal"),
            _kind("indirect interest", Duty.ADVICE, _MANAGED, "indirect"),
            _kind("conflict of interest", Duty.ADVICE, _MANAGED),
        ),
        "the chair decides",
    ),
    Code.GOVERNORS: CodeOfConduct(
        "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013 (SI 2013/1624), reg. 16 and Sch. 1",
        (
            _kind("pecuniary interest", Duty.LEAVE, _GOVERNOR, "pecuniary"),
            _kind("conflict of interest", Duty.LEAVE, _GOVERNOR),
            _kind("doubt as to impartiality", Duty.LEAVE, _GOVERNOR, "impartiality"),
        ),
    ),
    Code.NONE: CodeOfConduct("", ()),
}


def code_of(record: Record) -> CodeOfConduct:
    """The code a meeting goes by; the Model Code for one called before agendas named theirs."""
    named = record.agenda.code if record.agenda else None
    return CODES[named or Code.MODEL]


_DUTIES = {
    Consequence.LEAVE: (Duty.LEAVE, _WITHDRAWS),
    Consequence.NO_VOTE: (Duty.NO_VOTE, "declares it, may stay and speak, and may not vote, unless dispensed"),
    Consequence.STAY: (Duty.STAY, _STAYS),
}


def kinds_of(record: Record) -> tuple[Kind, ...]:
    """The kinds of interest a body knows: its own first, which go before those of its code by the same label."""
    own = tuple(_own(kind, code_of(record)) for kind in record.agenda.interests) if record.agenda else ()
    return (*own, *code_of(record).kinds)


def kind_of(record: Record, label: str) -> Kind:
    """What a label means in this meeting; for one that isn't known, or none, that somebody has to advise."""
    wanted = label.lower()
    found = next((kind for kind in kinds_of(record) if wanted in kind.labels), None)
    if found is not None:
        return found
    adviser = code_of(record).adviser
    return Kind((wanted,), _named(label), Duty.ADVICE, f"declares it; {adviser}")


def _own(kind: OwnKind, code: CodeOfConduct) -> Kind:
    duty, must = _DUTIES.get(kind.consequence, (Duty.ADVICE, f"declares it; {code.adviser}"))
    return Kind((kind.label.lower(),), _named(kind.label), duty, must)


def _named(label: str) -> str:
    """A label in a sentence: `close associate interest`; without one, `interest`."""
    return label if label.lower().endswith("interest") else f"{label} interest".strip()
