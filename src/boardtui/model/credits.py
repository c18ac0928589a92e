"""Credits: who wrote or presents a report, read from the words of the agenda (`Liz Gould, Acting Director …`).

Nothing here is certain but the words, which are kept and printed as they stand. What is read out of them makes `@gould`
work and fills the register; so a doubtful case is read as a post, which makes nobody up.
"""

from __future__ import annotations

import re

from boardtui.model.agenda import Credit
from boardtui.model.people import can_be_name, is_role, name_parts
from boardtui.model.text import clean_line, fold


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_POSTS = _set_of(
    "accountant acting administrator adviser advisor analyst archivist assistant associate auditor bursar chair chairman "
    "chairperson chairwoman chief clerk co-ordinator commander commissioner consultant controller convener convenor "
    "coordinator councillor deputy developer director ecologist engineer executive facilitator governor head headmaster "
    "headmistress headteacher holder inspector interim joint lead leader librarian manager matron mayor member nurse "
    "officer physician planner practitioner president principal professor provost psychiatrist psychologist registrar "
    "representative secretary senco senior sergeant solicitor specialist superintendent supervisor surgeon surveyor "
    "teacher technician treasurer trustee warden worker"
)
_ORGANISATIONS = _set_of(
    "academy agency alliance ambulance assembly association authority board bureau care ccg centre charity children church "
    "city club college commission committee communities community company consortium corporate corporation council county "
    "department development directorate district division economy education england enterprise environment federation "
    "finance fire forum foundation governance group health healthcare healthwatch highways hospital hospitals housing icb "
    "institute legal libraries library limited ltd ministry museum network nhs office panel parish partners partnership people "
    "place planning plc police property public regeneration resources school service services social society strategy team "
    "town transport trust union university village ward wellbeing"
)
# Those of them that stand outside the council: after a comma they end even a post with an `of` in it.
_OUTSIDE = _set_of(
    "agency association authority board ccg college council foundation healthwatch hospital hospitals icb limited ltd nhs "
    "partnership plc police trust university"
)
_SURNAMES_TOO = frozenset(("ward", "church", "parish", "place"))
_SMALL_WORDS = _set_of("a an and at by for from in of on or the to with &")
_BRACKET = re.compile(r"\s*\(([^()]{2,})\)$")
_COMMA = re.compile(r"\s*,\s*")
_DASH = re.compile(r"\s+[-–—]\s+")


def read_credit(words: str) -> Credit:
    """Who is named in the words of a `Report of:` line, with post and organisation.

    `Name | post | organisation`, `Name, post or organisation`, `Name (post)`, or a post alone. The words themselves stay.
    """
    words = clean_line(words)
    name, post, organisation = _read_barred(words) if "|" in words else _read_plain(words)
    return Credit(words=words, name=name, post=_slot(post), organisation=_slot(organisation))


def names_several(words: str) -> bool:
    """Does one line name two people (`Anna Grey and Pete Foy`)? Then neither can be found in the register."""
    parts = re.split(r"\s+(?:and|&)\s+|\s*;\s*", words)
    return len(parts) > 1 and all(_is_name(part) for part in parts)


def _read_barred(words: str) -> tuple[str, str, str]:
    """(name, post, organisation) from `Name | post | organisation`, or from `post | organisation`."""
    first, post, organisation = (*(part.strip() for part in words.split("|", 2)), "")[:3]
    if not first:
        return "", post, organisation
    if _is_post(first) or not can_be_name(first):
        return "", first, post
    return first, post, organisation


def _slot(words: str) -> str:
    """As a post or an organisation may be written: semicolons and bars are for lists."""
    return re.sub(r"\s*[;|][\s;|]*", ", ", words).strip(" ,")


def _read_plain(words: str) -> tuple[str, str, str]:
    """(name, post, organisation) from words without bars."""
    for break_ in (_COMMA, _DASH):
        first, *rest = break_.split(words, maxsplit=1)
        if rest and _is_name(first):
            return (first, *_post_and_organisation(rest[0]))
    if (bracket := _BRACKET.search(words)) and _is_name(words[: bracket.start()]):
        return (words[: bracket.start()], *_post_and_organisation(bracket[1]))
    if _is_name(words):
        return words, "", ""
    *before, last = _COMMA.split(words)
    if before and name_parts(last).title and _is_name(last):
        return last, _without_article(", ".join(before)), ""
    return "", *_post_and_organisation(words, alone=True)


def _post_and_organisation(words: str, *, alone: bool = False) -> tuple[str, str]:
    """What follows a name: `Programme Director, UHCW` is both. alone: nobody is named, so it is a post if in doubt."""
    *before, last = _COMMA.split(words)
    post = ", ".join(before)
    known = _OUTSIDE if " of " in post else _ORGANISATIONS
    if before and _is_post(post) and _is_organisation(last, known):
        return _without_article(post), last
    if alone or _is_post(words):
        return _without_article(words), ""
    return "", words


def _is_post(words: str) -> bool:
    """Is the head of the phrase a kind of job: `Acting Director of Public Health`, but not `Board of Directors`?"""
    head = re.split(r"\s+(?:of|for|to|and)\s+|[,(]", words, maxsplit=1)[0]
    return is_role(words) or any(fold(word) in _POSTS for word in head.split())


def _is_organisation(words: str, known: frozenset[str]) -> bool:
    """Does it say so (`… Trust`, one of the known words), or is it an abbreviation (UHCW)?"""
    return any(fold(word) in known for word in words.split()) or (words.isupper() and words.isalpha())


def _is_name(words: str) -> bool:
    """Is it a person's name: begun with a title, or two to four words with capitals, none of them one of a post's words?"""
    parts = name_parts(words)
    if len(parts.mark) > 2 or not fold(parts.surname) or not can_be_name(words) or any(c.isdigit() for c in words):
        return False
    if parts.title and not is_role(words):
        return len(parts.untitled.split()) <= 4 and not _is_made_of_posts(parts.untitled)
    names = parts.untitled.split()
    if not 2 <= len(names) <= 4 or _is_made_of_posts(parts.untitled):
        return False
    return names[0][0].isupper() and names[-1][0].isupper()


def _is_made_of_posts(words: str) -> bool:
    folded = [word if word == "&" else fold(word) for word in words.split()]
    if len(folded) > 1 and folded[-1] in _SURNAMES_TOO:
        del folded[-1]
    return any(word in _POSTS or word in _ORGANISATIONS or word in _SMALL_WORDS for word in folded)


def _without_article(post: str) -> str:
    return re.sub(r"^the\s+", "", post, flags=re.IGNORECASE)
