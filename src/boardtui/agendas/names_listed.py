"""People listed in a line: `Cllr F Abbott, S Banbury, Cllr K Caan (Chair), A Canale-Parola (Deputy Chair) and D Williams`."""

from __future__ import annotations

import re

from boardtui.model.credits import read_credit
from boardtui.model.people import TITLES, can_be_name, is_honour, is_role, name_parts

_TITLES = rf"(?:{'|'.join(map(re.escape, TITLES))})"
_MANY = re.compile(r"^(?:Cllrs|Councillors)\b[.:]?\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"^(?P<one>Cllr|Councillor|Dr|Mr)s\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[;•]|,(?![^()]*\))|\band\b(?![^()]*\))|\s&\s(?![^()]*\)))\s*")
_NAME = re.compile(
    rf"(?:{_TITLES}\.?\s+)*(?:[^\W\d_][\w’'.-]*\.?\s+){{0,4}}[^\W\d_][\w’'-]*(?:\s+\([^()]+\))*", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_CAPITAL = re.compile(r"(?:(?:de|la|le|van|von|der|den|di|da|al|bin|ap|ab|y|of|the)\s+|[^\W\d_a-z])")
_NOBODY = re.compile(r"(?:(?:\d+\s+)?vacan(?:cy|cies|t)|the|all|any|this)\b.*", re.IGNORECASE)
_DASHED = re.compile(r"\s+[–—-]\s+")


def people_in(text: str) -> tuple[list[str], str]:
    """Those listed in a line, each as `name | role or post | organisation | group`, and the words that are nobody's name.

    An honour behind a comma stays with its name (`David Kershaw, CBE, JP`).
    """
    many = _MANY.match(text)
    people: list[str] = []
    strange: list[str] = []
    for part in _PARTS.split(text[many.end() :] if many else text):
        words = part.strip(" .:")
        if not words:
            continue
        if people and is_honour(words):
            people[-1] = _with_honour(people[-1], words)
        elif (one := person_in(_as_one(words, many is not None))) is not None:
            people.append(one)
        else:
            strange.append(words)
    return people, ", ".join(strange)


def _as_one(words: str, councillors: bool) -> str:
    """One of several whose title was said once: `Cllrs Abney and Barrow`."""
    if councillors and not re.match(rf"{_TITLES}\b", words, re.IGNORECASE):
        return f"Cllr {words}"
    return _SEVERAL.sub(r"\g<one> ", words)


def person_in(words: str) -> str | None:
    """Somebody with office, organisation or party, as `name | role or post | organisation | group`; None for no name."""
    brackets = [found.strip() for found in _BRACKET.findall(words)]
    name = " ".join(_BRACKET.sub("", words).split())
    if not is_name(name):
        return None
    role = next((one for one in brackets if is_role(one)), "")
    others = [one for one in brackets if one != role]
    fields = [name, role, others[0] if others else ""]
    while not fields[-1]:
        fields.pop()
    return " | ".join(fields)


def person_on_own_line(line: str) -> str | None:
    """Somebody on a line of their own: `Sarah Baxter, Coventry University (Deputy Chair)`, `Jo Pell – Clerk`."""
    role = ""
    if (found := re.search(r"\s*\(([^()]+)\)\.?$", line)) and is_role(found[1]):
        role, line = found[1], line[: found.start()]
    first, *more = re.split(r",\s+|\s+[–—-]\s+|\s*:\s+", line.strip(" .;"), maxsplit=1)
    if not is_name(first):
        return None
    rest = more[0].strip() if more else ""
    if rest and is_honour(rest):
        first, rest = f"{first}, {rest}", ""
    if rest and is_role(rest):
        role, rest = rest, ""
    if len(rest.split()) > 10 or "|" in rest or ";" in rest:
        return None
    post, organisation = "", ""
    if rest:
        credit = read_credit(f"{first}, {rest}")
        post, organisation = credit.post, credit.organisation
    fields = [first, "; ".join(part for part in (role, post) if part), organisation]
    while not fields[-1]:
        fields.pop()
    return " | ".join(fields)


def is_name(words: str) -> bool:
    """Could this be a name as front sheets write it: two to five words, the last with a capital, no figures?"""
    if not _NAME.fullmatch(words) or not can_be_name(words) or _NOBODY.fullmatch(words):
        return False
    parts = name_parts(words)
    bare = f"{parts.forenames} {parts.surname}".split()
    return (
        bool(parts.surname)
        and all(_CAPITAL.match(f"{word} ") for word in bare)
        and (len(bare) > 1 or bool(parts.title))
    )


def _with_honour(person: str, honour: str) -> str:
    name, bar, rest = person.partition(" | ")
    return f"{name}, {honour}{bar}{rest}"
