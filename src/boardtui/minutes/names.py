"""How people are named: in a sentence, in a list, as introduced, several together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boardtui.minutes.house import House
from boardtui.minutes.sentences import Pattern, joined
from boardtui.model.agenda import Item
from boardtui.model.people import NameParts, Person, PersonKey, name_parts, same_person
from boardtui.model.prose import Mention, Prose
from boardtui.model.record import Record
from boardtui.model.room import COUNTING
from boardtui.model.text import fold

_BESIDE = " / "
"""Between the words of one language and those of the other."""


def text_name(record: Record, house: House, person: PersonKey) -> str:
    """Somebody's name as it stands in a sentence."""
    return Names(record, house).text(person)


@dataclass(frozen=True, slots=True)
class _Address:
    """A name as this house would address it. councillor: by the house's own word; title: the rest of the title, or all."""

    parts: NameParts
    councillor: bool
    title: str
    likeness: tuple[str, str]


@lru_cache(maxsize=4096)
def _address(name: str, titles: tuple[str, ...]) -> _Address:
    parts = name_parts(name)
    words = parts.title.split()
    others = [word for word in words if word.lower().rstrip(".") not in titles]
    councillor = len(others) < len(words)
    title = " ".join(others)
    return _Address(parts, councillor, title, (fold(parts.surname), "" if councillor else title.lower()))


class Names:
    """The names of one record in one house."""

    def __init__(self, record: Record, house: House) -> None:
        self.record = record
        self.house = house
        self.forms = house.names
        addresses = (self._address(person.name) for person in record.people.values())
        self._alike = Counter(one.likeness for one in addresses if one.councillor or one.title)

    def _address(self, name: str) -> _Address:
        return _address(name, self.forms.councillor_titles)

    def person(self, key: PersonKey) -> Person:
        """The person of a key; one nobody knows is called by the key."""
        return self.record.people.get(key) or Person.model_construct(key=key, name=key)

    def is_councillor(self, key: PersonKey) -> bool:
        """Does the house call this person by its word for a councillor?"""
        return self._address(self.person(key).name).councillor

    def surname_order(self, key: PersonKey) -> tuple[str, str, str]:
        """What names are sorted by."""
        parts = name_parts(self.person(key).name)
        return fold(parts.surname), fold(parts.forenames), fold(parts.mark)

    def text(self, key: PersonKey) -> str:
        """In a sentence: `Councillor Caan`, `Dr Canale-Parola`, `Ben Diamond`."""
        address = self._address(self.person(key).name)
        return f"{self.forms.councillor} {self._after(address)}" if address.councillor else self._titled(address)

    def several(self, keys: Iterable[PersonKey]) -> str:
        """Several in a sentence. Councillors alone share the word in the plural: `Councillors A, B and C`."""
        people = list(dict.fromkeys(keys))
        addresses = [self._address(self.person(key).name) for key in people]
        if len(people) > 1 and all(one.councillor for one in addresses):
            return f"{self.forms.councillors} {self.joined([self._after(one) for one in addresses])}"
        return self.joined([self.text(key) for key in people])

    def joined(self, parts: Sequence[str]) -> str:
        """`A`, `A and B`, `A, B and C` in the house's words."""
        return joined(parts, self.house.words.between, self.house.words.last)

    def _after(self, address: _Address) -> str:
        """What stands after the word for a councillor."""
        alike = self._alike[address.likeness] > 1
        form = self.forms.councillor_apart if alike else self.forms.councillor_in_text
        return self._filled(form, address)

    def _titled(self, address: _Address) -> str:
        forms = self.forms
        if not address.title:
            return self._filled(forms.untitled, address)
        apart = self._alike[address.likeness] > 1 or address.title.split()[-1].lower() in forms.whole_titles
        return self._filled(forms.titled_apart if apart else forms.titled, address)

    def _filled(self, form: Pattern, address: _Address) -> str:
        parts = address.parts
        values = {
            "title": address.title,
            "forenames": parts.forenames,
            "surname": parts.surname,
            "honours": parts.honours,
            "mark": parts.mark,
        }
        return form.fill(values)

    def listed(self, key: PersonKey) -> str:
        """In a list, without post or office: `Councillor Caan`, `Dr Adrian Canale-Parola`."""
        person = self.person(key)
        address = self._address(person.name)
        if not address.councillor:
            return person.name
        alike = self._alike[address.likeness] > 1
        form = self.forms.councillor_apart if alike else self.forms.councillor_in_list
        return f"{self.forms.councillor} {self._filled(form, address)}"

    def by_initials(self, key: PersonKey) -> str:
        """Initial and surname: `J Fowles`."""
        parts = name_parts(self.person(key).name)
        return self.forms.initials.fill({"initials": parts.initials, "surname": parts.surname})

    def office(self, key: PersonKey) -> str:
        """The office of the body somebody holds now, in the house's spelling; '' for none that this house knows."""
        return self.known_office(self.record.role_of(key)) or self.known_office(self.person(key).post)

    def known_office(self, words: str) -> str:
        """These words as an office of this house, '' when they are none: then they are a post.

        An office in two languages, `Cadeirydd / Chair`, is known by the words of either.
        """
        plain = _plain(words)
        if not plain:
            return ""
        return next((office for office in self.forms.offices if plain in _ways_to_say(office)), "")

    def post(self, key: PersonKey, *, long: bool = False) -> str:
        """The post, or else the organisation. long: in its long form."""
        person = self.person(key)
        role = self.record.role_of(key)
        if role and not self.known_office(role):
            return role
        if person.post and not self.known_office(person.post):
            return person.post
        return (person.long_organisation if long else "") or person.organisation

    def introduced(self, key: PersonKey, items: Sequence[Item]) -> str:
        """As introduced in these items: in the words of the report's line, else the name in the list, and the post."""
        parts = name_parts(self.person(key).name)
        for credit in (credit for item in items for credit in (*item.report_of, *item.presented_by)):
            if credit.name and same_person(name_parts(credit.name), parts):
                return credit.printed
        post = "" if self._sits_as_councillor(key) else self.post(key, long=True)
        return self.forms.with_post.fill({"name": self.listed(key), "post": post})

    def _sits_as_councillor(self, key: PersonKey) -> bool:
        """Is it a councillor who sits on the body, or did? Then the word says it all."""
        if not self.is_councillor(key):
            return False
        line = self.record.attendance_of(key)
        return self.record.seat_of(key) is not None or (line is not None and line.capacity in COUNTING)

    def line(self, key: PersonKey, *, initials: bool, post: bool) -> str:
        """A line of the attendance, without what may follow."""
        name = self.by_initials(key) if initials else self.listed(key)
        return self.forms.with_post.fill({"name": name, "post": self.post_in_list(key) if post else ""})

    def post_in_list(self, key: PersonKey) -> str:
        """The post, or else the organisation, as a list says it: of a councillor who sits on the body neither."""
        return "" if self._sits_as_councillor(key) else self.post(key)

    def said(self, prose: Prose, items: Sequence[Item] = ()) -> str:
        """Typed text with its people named. items: those they may be introduced in."""
        return prose.said(lambda one: self._mentioned(one, items))

    def _mentioned(self, one: Mention, items: Sequence[Item]) -> str:
        return self.introduced(one.person, items) if one.introduced else self.text(one.person)


@lru_cache(maxsize=256)
def _ways_to_say(office: str) -> tuple[str, ...]:
    """An office whole, and in each of its languages."""
    return tuple(_plain(words) for words in (office, *office.split(_BESIDE)))


def _plain(words: str) -> str:
    return fold(words).replace("-", "")
