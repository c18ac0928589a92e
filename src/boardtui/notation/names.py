"""`@names`: who is meant, and the shortest way to write somebody that can mean nobody else.

A handle is a surname, initials, a beginning of either, `surname.initial` (the initial may be what stands in brackets after the
name), an organisation's only person, or an officer's post; `@"A Name"` always works, and `@"@key"` where even two whole names
are alike.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boardtui.errors import Refusal
from boardtui.model.people import Person, PersonKey, SeatKind, name_parts, same_person
from boardtui.model.record import Record
from boardtui.model.text import fold

_LETTER = r"[^\W\d_]"
_POSSESSIVE = rf"['’][sS](?!{_LETTER})"
_HANDLE = rf"(?>{_LETTER}+(?:(?!{_POSSESSIVE})[-‐'’]{_LETTER}+)*(?:\.{_LETTER}{{1,3}}(?!{_LETTER}))?)(?!\w)"
MENTION = re.compile(rf'(@@?)(?:"([^"]*)"|({_HANDLE}))')
"""A mention as typed: `@` or `@@`, then a whole name in quotes or a handle."""

_NAMED = 5
_SHORTEST_POST = 3
_SMALL_WORDS = frozenset(("a", "and", "at", "for", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Spelling:
    """The ways one name can be written, folded. mark: what tells two of a surname apart: `Councillor Doyle (J)`."""

    surname: str
    initials: tuple[str, ...]
    forenames: str
    mark: str
    untitled: str
    whole: str


@lru_cache(maxsize=4096)
def spelling(name: str) -> Spelling:
    """The folded ways to write a name. Initials are those of the whole name: `ag` for Andrea Green."""
    parts = name_parts(name)
    surname = fold(parts.surname)
    forenames = fold(parts.initials)
    initials: tuple[str, ...] = ()
    if forenames:
        words = [word for word in re.split(r"[\s\-‐]+", parts.surname) if fold(word)]
        ends = {surname[:1], "".join(fold(word)[0] for word in words)}
        initials = tuple(sorted(forenames + end for end in ends))
    return Spelling(surname, initials, forenames, fold(parts.mark), fold(parts.untitled), fold(name))


@lru_cache(maxsize=1024)
def organisation_spellings(name: str) -> tuple[str, ...]:
    """The ways an organisation can be written: whole, its abbreviation, any telling word of it."""
    words = [word for word in re.split(r"[\s,()/&]+", name) if fold(word)]
    telling = [fold(word) for word in words if word.lower() not in _SMALL_WORDS]
    return (fold(name), "".join(word[0] for word in telling), *telling)


def matches(found: re.Match[str], record: Record) -> list[PersonKey]:
    """Whom a mention (a match of `MENTION`) may mean: nobody, one, or several."""
    if found[3] is not None:
        return by_handle(found[3], record) or by_post(found[3], record)
    name = found[2]
    if name.startswith("@"):
        return [name[1:]] if name[1:] in record.people else []
    return by_whole_name(name, record) or by_handle(name, record)


class _Index:
    """The people of a meeting, by every way to write them."""

    def __init__(self, people: tuple[tuple[PersonKey, str, str], ...]) -> None:
        self.exact: dict[str, list[PersonKey]] = {}
        self.begun: list[tuple[tuple[str, ...], tuple[str, ...], PersonKey]] = []
        self.whole: dict[str, list[PersonKey]] = {}
        self.untitled: dict[str, list[PersonKey]] = {}
        self.named: list[tuple[str, tuple[str, str], PersonKey]] = []
        for key, name, organisation in people:
            spelt = spelling(name)
            ways = organisation_spellings(organisation) if organisation else ()
            begun = (spelt.surname, *spelt.initials)
            for way in dict.fromkeys((*begun, *ways[:1])):
                self.exact.setdefault(way, []).append(key)
            self.begun.append((begun, ways, key))
            self.whole.setdefault(spelt.whole, []).append(key)
            self.untitled.setdefault(spelt.untitled, []).append(key)
            self.named.append((spelt.surname, (spelt.forenames, spelt.mark), key))


_index = lru_cache(maxsize=8)(_Index)


def _people(record: Record) -> _Index:
    """The index of the people the record knows now; made anew only when they change."""
    return _index(tuple([(p.key, p.name, p.organisation) for p in record.people.values()]))


def by_whole_name(name: str, record: Record) -> list[PersonKey]:
    """Those who have this whole name, with its title or, if nobody has, without."""
    people, folded = _people(record), fold(name)
    return (people.whole.get(folded) or people.untitled.get(folded) or []) if folded else []


def by_full_name(name: str, record: Record) -> list[PersonKey]:
    """Those whom a full name without `@` means: as displayed, or forename and surname under another title or none."""
    people, said = _people(record), name_parts(name)
    if exact := people.whole.get(fold(name)):
        return exact
    if not said.forenames:
        return []
    alike = people.untitled.get(fold(said.untitled), [])
    return [key for key in alike if same_person(record.people[key].parts, said)]


def by_post(words: str, record: Record) -> list[PersonKey]:
    """The one officer on the agenda with this post, or whose post alone has this telling word: `clerk`. Else nobody."""
    wanted = fold(words)
    if len(wanted) < _SHORTEST_POST:
        return []
    posts = [(s.person, record.people[s.person].post) for s in record.seats if s.kind is SeatKind.OFFICER and s.person]
    whole = [key for key, post in posts if fold(post) == wanted]
    found = whole or [key for key, post in posts if wanted in organisation_spellings(post)]
    return found if len(found) == 1 else []


def by_handle(handle: str, record: Record) -> list[PersonKey]:
    """Whom a handle may mean. An exact surname, initials or organisation wins over a longer one that begins with it."""
    people = _people(record)
    surname, dot, initial = handle.partition(".")
    if dot:
        return _by_surname_and_initial(fold(surname), fold(initial), people)
    wanted = fold(handle)
    if not wanted or wanted in people.exact:
        return people.exact.get(wanted, []) if wanted else []
    return [key for begun, ways, key in people.begun if wanted in ways or any(way.startswith(wanted) for way in begun)]


def _by_surname_and_initial(surname: str, initial: str, people: _Index) -> list[PersonKey]:
    begun = [
        one for one in people.named if one[0].startswith(surname) and any(way.startswith(initial) for way in one[1])
    ]
    return [key for found, _, key in begun if found == surname] or [key for _, _, key in begun]


def handle(key: PersonKey, record: Record, *, plain: bool = True) -> str:
    """The shortest way to write somebody after `@`. plain: letters only if they will do, else in quotes."""
    person = record.people.get(key)
    if person is None:
        return f'"@{key}"'
    for written in _ways(person, plain=plain):
        found = MENTION.fullmatch(f"@{written}")
        if found is not None and matches(found, record) == [key]:
            return written
    return f'"@{key}"'


def _ways(person: Person, *, plain: bool) -> Iterator[str]:
    parts = person.parts
    surname = "".join(c for c in parts.surname.casefold() if c.isalpha() or c in "-'’")
    if plain and surname:
        yield surname
        for initials in (fold(parts.initials), fold(parts.mark)):
            for length in range(1, min(len(initials), 3) + 1):
                yield f"{surname}.{initials[:length]}"
    yield f'"{parts.untitled}"'
    yield f'"{person.name}"'


def which(found: re.Match[str], keys: Sequence[PersonKey], record: Record) -> Refusal:
    """Why a mention of two people is refused: both, and how to write each."""
    return Refusal(could_be(found[0], keys, record), "Write the one you mean as shown.")


def could_be(written: str, keys: Sequence[PersonKey], record: Record) -> str:
    """Whom it could mean, in a sentence, and how to write each. Of many only the first are named."""
    choices = [f"{record.people[key].name} (@{handle(key, record)})" for key in keys[:_NAMED]]
    last = f"{len(keys) - _NAMED} others" if len(keys) > _NAMED else choices.pop()
    return f"{written} could be {', '.join(choices)} or {last}."


def unknown(written: str, record: Record, *, or_new: bool = True) -> Refusal:
    """Why a name in a command's slot is refused: nobody has it. Offers the nearest.

    or_new: somebody new may stand here, and so how to write them is said too.
    """
    surnames = {spelling(p.name).surname: p.key for p in record.people.values()}
    near = difflib.get_close_matches(fold(written.lstrip("@").split(".")[0]), surnames, n=2, cutoff=0.65)
    meant = " or ".join(f"@{handle(surnames[name], record)}" for name in near)
    if not or_new:
        hint = (
            f"Did you mean {meant}?" if meant else "Only those the meeting knows can stand here: look at the register."
        )
        return Refusal(f"Nobody here is called {written}.", hint)
    new = 'for somebody new write the whole name, as "New Name"'
    hint = f"Did you mean {meant}? If not, {new}." if meant else f"{new[0].upper()}{new[1:]}."
    return Refusal(f"Nobody here is called {written}.", hint)


def person(found: re.Match[str], record: Record, *, or_new: bool = True) -> PersonKey:
    """Who is meant in a command's slot, where somebody new may stand or not. Raises Refusal for nobody and several."""
    keys = matches(found, record)
    if len(keys) > 1:
        raise which(found, keys, record)
    if not keys:
        raise unknown(found[0], record, or_new=or_new)
    return keys[0]
