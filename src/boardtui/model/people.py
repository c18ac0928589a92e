"""People, the bodies they sit on, and their seats: what outlives a meeting."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

from boardtui.model.base import Frozen
from boardtui.model.text import clean_line, fold

TITLES = (
    "councillor", "cllr", "alderman", "ald", "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame",
    "lord", "lady", "baroness", "rev", "revd", "reverend", "canon", "father", "imam", "rabbi", "major", "col", "colonel",
    "captain", "pc", "inspector", "judge", "chief superintendent", "superintendent", "chief inspector", "chief constable",
    "sergeant", "bishop", "archdeacon", "cynghorydd", "cyng",
)  # fmt: skip
COUNCILLOR = ("councillor", "cllr", "alderman", "ald", "cynghorydd", "cyng")
_MEN, _WOMEN = ("mr", "sir", "lord"), ("mrs", "ms", "miss", "dame", "lady", "baroness")
# The offices of a body itself. Any other words beside a member's name are a post.
ROLES = (
    "Chair", "Chairman", "Chairwoman", "Chairperson", "Co-Chair", "Acting Chair", "Chair of Governors", "Vice-Chair",
    "Vice-Chairman", "Vice-Chairwoman", "Vice-Chairperson", "Vice-Chair of Governors", "Deputy Chair", "Deputy Chairman",
    "Deputy Chairwoman", "Deputy Chairperson", "Mayor", "Lord Mayor", "Deputy Mayor", "Deputy Lord Mayor", "Provost",
    "Depute Provost", "Deputy Provost", "Cathaoirleach", "Leas-Chathaoirleach", "Convenor", "Convener", "Vice-Convenor",
    "Vice-Convener", "Depute Convener", "President", "Vice-President", "Treasurer", "Secretary", "Cadeirydd",
    "Is-gadeirydd", "Maer", "Dirprwy Faer",
)  # fmt: skip
_TITLE = re.compile(rf"(?:(?:the|y)\s+)?(?:{'|'.join(TITLES)})\.?\s+", re.IGNORECASE)
_MARK = re.compile(r"\s*\(([^()]*)\)\s*$")
# By name, because a surname may be in capitals too: `Cllr Kevin LEE`.
_HONOURS = re.compile(
    r"[\s,]+(?:[KDCOM]BE|BEM|[KDC]B|[KDC]MG|CH|OM|MVO|LVO|DL|JP|MP|MEP|MSP|MS|AM|MLA|TD|QC|KC|SC|QPM|QFSM|KPM|MC|RN|RD|VR|PC"
    r"|BA|BSc|MA|MSc|MBA|LLB|PhD|DPhil|MD|FCA|ACA|FCCA|CPFA|FRS|FRSA|FRC[GSN]?P|FRCS|MRCGP|FFPH|RGN|RIBA|MRTPI|MRICS|FRICS"
    r"|PSLCC|CiLCA|FSLCC|Esq\.?|Jnr|Snr|Jr\.?|Sr\.?)(?=[\s,]|$)"
)
_PARTICLES = (
    "de", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "st", "ap", "ferch", "mac", "ní", "nic", "uí",
    "mhic", "ó",
)  # fmt: skip
_FORENAMES_TOO = ("di", "del", "mac", "van")
_TIGHT_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")


def is_honour(words: str) -> bool:
    """Are these letters behind a name (`CBE`, `JP`, `Jnr`)?"""
    return _HONOURS.fullmatch(f" {words}") is not None


def can_be_name(words: str) -> bool:
    """Could these words be a person's name: a letter, nothing that parts a list, and no mention?"""
    return bool(fold(words)) and not any(c in words for c in ';|"') and not words.startswith("@")


def _named(value: str) -> str:
    value = clean_line(value)
    if not fold(value):
        raise ValueError("a name needs a letter")
    if not can_be_name(value):
        raise ValueError("a name can't hold ; | \" or begin with @")
    return value


def _slot(value: str) -> str:
    value = clean_line(value)
    if "|" in value or ";" in value:
        raise ValueError("a post or an organisation can't hold ; or |")
    return value


NameText = Annotated[str, AfterValidator(_named)]
SlotText = Annotated[str, AfterValidator(_slot)]
PersonKey = str


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: `Dr Adrian Canale-Parola MBE (J)`. Nothing is lost: `whole` is the name as it was given."""

    whole: str
    title: str = ""
    forenames: str = ""
    surname: str = ""
    honours: str = ""
    mark: str = ""

    @property
    def is_councillor(self) -> bool:
        """Is this person called councillor (or alderman)?"""
        return any(word in COUNCILLOR for word in self.title.lower().replace(".", "").split())

    @property
    def initials(self) -> str:
        """The first letters of the forenames: `K` for Kamran, `JP` for `J P`, `JP` or Jean Paul."""
        words = [word for word in re.split(r"[\s.]+", self.forenames) if word]
        return "".join(word if _are_initials(word) else word[0] for word in words).upper()

    @property
    def untitled(self) -> str:
        """Forenames and surname, without title, honours or mark."""
        return f"{self.forenames} {self.surname}".strip()


@lru_cache(maxsize=4096)
def name_parts(name: str) -> NameParts:
    """Take a display name apart: title, forenames, surname (with its particles: `de la Mare`), honours, (mark)."""
    rest = name.strip()
    mark = ""
    if found := _MARK.search(rest):
        mark, rest = found[1].strip(), rest[: found.start()]
    honours = ""
    if (found := _HONOURS.search(rest)) and found.start() > 0 and " " in rest[: found.start()]:
        honours, rest = rest[found.start() :].strip(" ,"), rest[: found.start()]
    title = ""
    while (found := _TITLE.match(rest)) and len(rest) > found.end():
        title = f"{title} {found[0].strip()}".strip()
        rest = rest[found.end() :]
    words = _TIGHT_INITIAL.sub(r"\1. ", rest).split()
    if not words:
        return NameParts(whole=name, surname=name.strip(), mark=mark)
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    if first == 1 and _begins_surname(words[0], titled=bool(title)):
        first = 0
    return NameParts(name, title, " ".join(words[:first]), " ".join(words[first:]), honours, mark)


def _begins_surname(word: str, *, titled: bool) -> bool:
    """Is the first word a particle: `de Souza`, `Cllr De Souza`? `Van Morrison` and `Cllr Di Jones` have a forename."""
    return word in _PARTICLES or (titled and word.lower() in _PARTICLES and word.lower() not in _FORENAMES_TOO)


def is_role(words: str) -> bool:
    """Are these words an office of the body itself (`ROLES`, however spelt: `vice chair`), rather than a post?"""
    return fold(words).replace("-", "") in _FOLDED_ROLES


_FOLDED_ROLES = frozenset(fold(role).replace("-", "") for role in ROLES)


class Newcomer(Frozen):
    """Somebody the meeting hasn't named yet: `Name | post | organisation` or `Name, organisation`.

    For an employee the organisation is the directorate.
    """

    name: NameText
    post: SlotText = ""
    organisation: SlotText = ""
    group: SlotText = ""


class Person(Frozen):
    """Somebody the book knows.

    key: a short name that never changes (`caan`, `green-2`); name: as displayed, title and all; post: work or office
    outside the body; organisation: whom they speak for, or an employee's directorate; group: political group;
    long_organisation: the organisation in full where the agenda gives it, else ''.
    """

    key: PersonKey
    name: NameText
    post: SlotText = ""
    organisation: SlotText = ""
    group: SlotText = ""
    long_organisation: str = ""

    @property
    def parts(self) -> NameParts:
        """The name taken apart."""
        return name_parts(self.name)


class SeatKind(StrEnum):
    """In what capacity somebody sits on a body."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OFFICER = "officer"
    VACANCY = "vacancy"


class Seat(Frozen):
    """A place on a body. person: who fills it, '' for a vacancy; role: an office of the body itself (Chair, Deputy Chair);

    stands_for: the member a substitute may stand for; label: the words of a vacancy.
    """

    kind: SeatKind
    person: PersonKey = ""
    role: str = ""
    stands_for: PersonKey = ""
    label: str = ""


class Body(Frozen):
    """A committee, board, panel, council or governing body. council: whose it is, '' if it stands alone."""

    name: str
    council: str = ""


def same_person(one: NameParts, other: NameParts) -> bool:
    """Are these two spellings of one person: the same surname, and initials that don't contradict each other?

    `A Canale-Parola` is `Dr Adrian Canale-Parola`; `J Collins` is not `M Collins`, nor Mr Collins Mrs Collins; a mark, where
    both have one, must agree.
    """
    if fold(one.surname) != fold(other.surname):
        return False
    if one.mark and other.mark and fold(one.mark) != fold(other.mark):
        return False
    if {_called(one), _called(other)} == {"man", "woman"}:
        return False
    pairs = zip(_forenames(one), _forenames(other), strict=False)
    return all(a.startswith(b) or b.startswith(a) for a, b in pairs)


def _called(parts: NameParts) -> str:
    """Does the title say man or woman? '' when it says neither."""
    words = parts.title.lower().replace(".", "").split()
    if any(word in _MEN for word in words):
        return "man"
    return "woman" if any(word in _WOMEN for word in words) else ""


def _forenames(parts: NameParts) -> list[str]:
    """One by one, folded: `J P`, `J.P.`, `JP` and `Jean-Paul` all have two."""
    words = [word for word in re.split(r"[\s.\-\u2010-\u2013]+", parts.forenames) if fold(word)]
    return [fold(name) for word in words for name in (word if _are_initials(word) else (word,))]


def _are_initials(word: str) -> bool:
    """Is this several initials without their stops, as in `JP Smith`?"""
    return word.isalpha() and word.isupper() and len(word) <= 3


def person_key(name: str, taken: Container[PersonKey]) -> PersonKey:
    """A key for somebody new: the surname, with the initials or a number where that is taken."""
    parts = name_parts(name)
    stem = fold(parts.surname) or fold(name) or "person"
    for key in (stem, f"{stem}-{fold(parts.initials)}" if parts.initials else stem):
        if key not in taken:
            return key
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
