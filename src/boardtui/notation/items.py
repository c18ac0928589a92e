"""Items of business in a line: by number as printed, by the beginning of the title, and by nothing else if that is unique.

`5`, `43/19`, `4a` (sub-item (a) of item 4), `50/19.2` (the second item with that number), `roof`, `"FGB 38/2021"` among
others, and `#2.1` (by place on the agenda) where nothing else tells two items apart.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from boardtui.errors import Refusal
from boardtui.model.agenda import ItemKey
from boardtui.model.record import Business, ItemState, Record
from boardtui.model.text import fold
from boardtui.notation.slots import QUOTED, kept, quote

_LINKS = frozenset(("and", "&"))
_TOKEN = re.compile(rf"{QUOTED.pattern}|[^\s\",][^\s,]*")
_NUMBER_LIKE = re.compile(r"\d+[a-z]?(?:[./]\d+)*", re.IGNORECASE)
_CALLED_ITEM = re.compile(r"items?\s+(?=\S)", re.IGNORECASE)
_GONE = (ItemState.DEFERRED, ItemState.WITHDRAWN)


@lru_cache(maxsize=4096)
def _plain(number: str) -> str:
    """A number as it is compared: small, without brackets, closing stop or doubled spaces."""
    return " ".join(number.casefold().replace("(", "").replace(")", "").rstrip(". ").split())


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """A title as it is compared: letters and digits only."""
    return fold(title)


@lru_cache(maxsize=8)
def _numbered(numbers: tuple[tuple[ItemKey, str | None], ...]) -> dict[str, list[ItemKey]]:
    """Items by every number they may be called by: their own, and for a sub-item with the numbers above it (`3gi`, `gi`)."""
    own = dict(numbers)
    found: dict[str, list[ItemKey]] = {}
    for key, number in numbers:
        if number is None:
            continue
        ways, above = [_plain(number)], key.rpartition(".")[0]
        while above:
            ways.append(_plain(own.get(above) or "") + ways[-1])
            above = above.rpartition(".")[0]
        for way in dict.fromkeys(ways):
            found.setdefault(way, []).append(key)
    return found


def _numbers(record: Record) -> dict[str, list[ItemKey]]:
    return _numbered(tuple([(key, business.item.number) for key, business in record.business.items()]))


def by_number(text: str, record: Record) -> list[ItemKey]:
    """The items with this number, exactly as printed first; then `50/19.2`; `#2.1` is a place on the agenda."""
    if text.startswith("#") and text[1:] in record.business:
        return [text[1:]]
    wanted = _plain(text)
    if not wanted:
        return []
    numbers = _numbers(record)
    if found := numbers.get(wanted):
        return found
    number, dot, place = wanted.rpartition(".")
    if not dot or not place.isdecimal() or len(place) > 3:
        return []
    same = numbers.get(number, [])
    return [same[int(place) - 1]] if 0 < int(place) <= len(same) and len(same) > 1 else []


def by_title(text: str, record: Record, *, whole: bool = False) -> list[ItemKey]:
    """The items whose title begins so; one with exactly that title wins. whole: only those with exactly that title."""
    wanted = fold(text)
    if not wanted:
        return []
    titles = [(key, folded_title(business.item.title)) for key, business in record.business.items()]
    exact = [key for key, title in titles if title == wanted]
    return exact if exact or whole else [key for key, title in titles if title.startswith(wanted)]


def item(text: str, record: Record, *, titles: bool = True) -> ItemKey:
    """The one item meant. titles: the beginning of a title will do. Raises Refusal for none and for several."""
    found = by_number(text, record) or (by_title(text, record) if titles else [])
    if len(found) > 1:
        listed = "; ".join(f"{named(key, record)} (# {handle(key, record)})" for key in found[:4])
        raise Refusal(f"“{text}” could be several items: {listed}.", "Write the one you mean as shown.")
    if not found:
        raise _no_item(text, record)
    return found[0]


def _no_item(text: str, record: Record) -> Refusal:
    wanted = fold(text)
    titles = {folded_title(b.item.title): key for key, b in record.business.items()}
    near = [key for title, key in titles.items() if len(wanted) > 2 and wanted in title]
    near += [titles[title] for title in difflib.get_close_matches(wanted, titles, n=3, cutoff=0.5)]
    listed = "; ".join(named(key, record) for key in dict.fromkeys(near[:3]))
    hint = f"Did you mean {listed}?" if listed else "For business that isn't on the agenda: /item Title."
    return Refusal(f"No item is called “{text}”.", hint)


def named(key: ItemKey, record: Record) -> str:
    """An item as a message names it: number and title."""
    business = record.business[key]
    return f"{_full_number(key, record)} {business.item.title}".strip()


def _full_number(key: ItemKey, record: Record) -> str:
    """A sub-item's number with those above it."""
    number = record.business[key].item.number or ""
    above = key.rpartition(".")[0]
    before = _full_number(above, record) if above in record.business and number else ""
    return before + (_plain(number) if before else number)


# Several items


def several(text: str, record: Record) -> tuple[ItemKey, ...]:
    """The items a slot names: one by number or title, or several by their numbers, quoted if they have spaces.

    Raises Refusal for none, or for one that can't be found.
    """
    text = text.strip()
    if not text:
        raise Refusal("Which item?", "Write its number, or the beginning of its title.")
    if not by_title(text, record):
        text = without_word(text)
    if len(found := by_number(text, record)) == 1:
        return (found[0],)
    tokens = _tokens(text)
    if len(tokens) == 1 or all(_is_apart(token, record) for token in tokens):
        return tuple(item(_unquoted(token), record) for token in tokens)
    return (item(text, record),)


def _is_apart(token: str, record: Record) -> bool:
    """Can this word only be an item by itself: in quotes, or a number?"""
    return token.startswith('"') or _NUMBER_LIKE.fullmatch(token) is not None or bool(by_number(token, record))


def without_word(text: str) -> str:
    """A slot without the word `item` or `items` before what it names."""
    return _CALLED_ITEM.sub("", text, count=1) if _CALLED_ITEM.match(text) else text


def leading(text: str, record: Record) -> tuple[tuple[ItemKey, ...], str]:
    """The item numbers a slot begins with, and what follows them. Of titles only a whole one, in quotes, will do."""
    keys: list[ItemKey] = []
    rest = text
    while token := _TOKEN.match(rest):
        written = token[0]
        if written.casefold() in _LINKS and keys:
            after = rest[token.end() :].lstrip(" ,")
            following = _TOKEN.match(after)
            if following is None or not _quietly(following[0], record):
                break
            rest = after
            continue
        found = _quietly(written, record)
        if not found:
            break
        if len(found) > 1:
            item(_unquoted(written), record)
        keys.append(found[0])
        rest = rest[token.end() :].lstrip(" ,")
    return tuple(keys), rest


def _quietly(token: str, record: Record) -> list[ItemKey]:
    if token.startswith('"'):
        words = _unquoted(token)
        return by_number(words, record) or by_title(words, record, whole=True)
    return by_number(token, record)


def looks_like_number(text: str) -> bool:
    """Does a slot begin with what can only be meant as an item's number?"""
    token = _TOKEN.match(text)
    return token is not None and _NUMBER_LIKE.fullmatch(token[0]) is not None


def _tokens(text: str) -> list[str]:
    return [token[0] for token in _TOKEN.finditer(text) if token[0].casefold() not in _LINKS]


def _unquoted(token: str) -> str:
    found = QUOTED.fullmatch(token)
    return kept(found[1]) if found else token


# Written


def handle(key: ItemKey, record: Record) -> str:
    """How to write one item so that it can mean no other: its number, else its whole title in quotes, else its place."""
    business = record.business.get(key)
    if business is not None:
        for number in (_full_number(key, record), business.item.number or ""):
            if number and by_number(number, record) == [key]:
                return number if _TOKEN.fullmatch(number) and number.casefold() not in _LINKS else quote(number)
        if numbered := _numbered_among(key, record):
            return numbered
        title = business.item.title
        if by_title(title, record, whole=True) == [key] and not by_number(title, record):
            return quote(title)
    return f"#{key}"


def _numbered_among(key: ItemKey, record: Record) -> str:
    """`50/19.2`: which of the items with the same number."""
    number = record.business[key].item.number
    same = by_number(number, record) if number else []
    if number and len(same) > 1 and key in same:
        written = f"{number}.{same.index(key) + 1}"
        if by_number(written, record) == [key] and _TOKEN.fullmatch(written):
            return written
    return ""


def write_several(keys: tuple[ItemKey, ...], record: Record) -> str:
    """Items with spaces between."""
    return " ".join(handle(key, record) for key in keys)


def beside(record: Record, step: int) -> ItemKey:
    """The item after (1) or before (-1) the open one; deferred and withdrawn ones are passed over.

    Sub-items are only met from among themselves. Raises Refusal at the ends of the agenda.
    """
    here = record.sub or (record.open_items[-1 if step > 0 else 0] if record.open_items else "")
    order = [key for key, business in record.business.items() if _is_met(business, here)]
    place = order.index(here) if here in order else (-1 if step > 0 else len(order))
    while 0 <= (place := place + step) < len(order):
        if record.business[order[place]].state not in _GONE:
            return order[place]
    if step > 0:
        raise Refusal(
            "There is no item after this one.", "Close the meeting with /close, or add business with /item Title."
        )
    raise Refusal("There is no item before this one.", "Open one by its number: # 5.")


def _is_met(business: Business, here: ItemKey) -> bool:
    above = here.rpartition(".")[0]
    return not business.is_sub or (bool(above) and business.key.rpartition(".")[0] == above)
