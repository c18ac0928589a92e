"""The elements of a web page or of XML, however badly written, in time that grows with its length and never faster.

A reader of our own, because of what is handed to it: pages of Word's making, and XML with unclosed HTML inside. Nothing is
declared, fetched or expanded: an entity is one of HTML's or stays as written, so there is nothing to bomb with. What nests
deeper than any page is laid flat, and a tag that never ends is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from boardtui.errors import InputError
from boardtui.model.limits import MOST_TAGS, figure

_DEEPEST = 100
"""Elements inside one another that are kept apart; pages have some thirty."""
_LONGEST_TAG = 10_000
"""Characters within which a `>` inside quotes is known from the one that ends the tag."""
_MOST_BAD_TAGS = 200
_MOST_ATTRIBUTES = 40
_LONGEST_VALUE = 2_000
_START = re.compile(r"""<([a-z][^\s/<>]*)((?:[^>"'=]|=\s*"[^"]*"|=\s*'[^']*'|["'=])*+)>""", re.IGNORECASE)
_NAME = re.compile(r"</?([a-z][^\s/<>]{0,60})", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


_VOID = words("area base basefont br col embed frame hr img input link meta param source track wbr")
_VOID_IN_XML = words("br hr img wbr")
_NOT_READ = frozenset(("script", "style"))
_END_OF_PARAGRAPH = words(
    "address article aside blockquote center details div dl dt dd fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main menu nav ol p pre section table ul"
)
_ENDED_BY = {
    "li": (("li",), ("ul", "ol", "menu", "td", "th")),
    "dt": (("dt", "dd"), ("dl", "td", "th")),
    "dd": (("dt", "dd"), ("dl", "td", "th")),
    "option": (("option",), ("select",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr", "td", "th"), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "tr", "td", "th", "caption"), ("table",)),
}
"""An element that begins -> those it ends though no tag says so, and what stands round them."""
_ENDED_BY["tfoot"] = _ENDED_BY["thead"] = _ENDED_BY["tbody"]
_OF_TABLES = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))


class Element:
    """An element. tag: in small letters, without a namespace; inside: its texts and elements, in order; place: where its tag

    stands in the text.
    """

    __slots__ = ("attributes", "inside", "parent", "place", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], place: int = 0, parent: Element | None = None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.place = place
        self.parent = parent
        self.inside: list[str | Element] = []

    @property
    def classes(self) -> frozenset[str]:
        """The words of its class."""
        return frozenset(self.attributes.get("class", "").split())

    def everything(self) -> Iterator[Element]:
        """Itself and all elements inside it, in the order in which they begin."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [one for one in reversed(element.inside) if isinstance(one, Element)]

    def all(self, *tags: str) -> Iterator[Element]:
        """Those inside it with one of these tags."""
        return (one for one in self.everything() if one.tag in tags and one is not self)

    def first(self, *tags: str) -> Element | None:
        """The first of those, None without any."""
        return next(self.all(*tags), None)

    def of_class(self, name: str) -> Iterator[Element]:
        """Those inside it of a class."""
        return (one for one in self.everything() if name in one.classes)

    def rows(self) -> list[Element]:
        """The rows of a table, without those of tables inside it."""
        found: list[Element] = []
        for one in self.inside:
            if isinstance(one, Element) and one.tag in ("tbody", "thead", "tfoot"):
                found += one.rows()
            elif isinstance(one, Element) and one.tag == "tr":
                found.append(one)
        return found

    def text(self, without: str = "") -> str:
        """All text inside it, as it stands; a forced break is a line end. without: a class whose elements are passed over."""
        found: list[str] = []
        waiting: list[str | Element] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                found.append(one)
            elif one.tag == "br":
                found.append("\n")
            elif one.tag not in _NOT_READ and not (without and without in one.classes):
                waiting += reversed(one.inside)
        return "".join(found)

    def above(self) -> Iterator[Element]:
        """What it stands in, from the nearest outwards."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


def read_markup(text: str, name: str, *, xml: bool = False) -> Element:
    """The element that holds all others. xml: `<a/>` is empty, and but for HTML's `br` and its like nothing else is.

    Raises InputError for more tags than any page has.
    """
    return _Reading(text, name, xml).done()


class _Reading:
    """A text that is gone through once. Whatever isn't found once isn't looked for again."""

    def __init__(self, text: str, name: str, xml: bool) -> None:
        self.text, self.name, self.xml = text, name, xml
        self.root = Element("", {})
        self.stack = [self.root]
        self.open: list[dict[str, int]] = [{}]  # how many are open of each tag, anew within every part of a table
        self.place = self.tags = self.bad = 0
        self.missing: set[str] = set()

    def done(self) -> Element:
        text, end = self.text, len(self.text)
        while self.place < end:
            at = text.find("<", self.place)
            if at < 0:
                at = end
            if at > self.place:
                self._say(unescape(text[self.place : at]) if "&" in text[self.place : at] else text[self.place : at])
            self.place = at
            if at < end:
                self._counted()
                self._markup(text[at + 1 : at + 2])
        return self.root

    def _say(self, words: str) -> None:
        self.stack[-1].inside.append(words)

    def _markup(self, mark: str) -> None:
        if mark.isascii() and mark.isalpha():
            self._start()
        elif mark == "/":
            self._end()
        elif mark == "!" and self.text.startswith("<!--", self.place):
            self._skip("-->")
        elif mark == "!" and self.text.startswith("<![CDATA[", self.place):
            begins = self.place + 9
            self._skip("]]>")
            self._say(self.text[begins : max(begins, self.place - 3)])
        elif mark in ("!", "?"):
            self._skip(">")
        else:
            self._as_text()

    def _skip(self, until: str) -> None:
        """Go on behind what ends this; where nothing ends it, it is as good as text."""
        at = self._find(until, self.place + 2)
        if at < 0:
            self._as_text()
        else:
            self.place = at + len(until)

    def _find(self, what: str, start: int) -> int:
        if what in self.missing:
            return -1
        at = self.text.find(what, start)
        if at < 0:
            self.missing.add(what)
        return at

    def _as_text(self) -> None:
        self._say("<")
        self.place += 1

    def _counted(self) -> None:
        self.tags += 1
        if self.tags > MOST_TAGS:
            hint = "Save the page of the meeting alone, or copy its text into a plain text file."
            raise InputError(f"{self.name}: there are more than {figure(MOST_TAGS)} tags in it", hint)

    def _start(self) -> None:
        begins, found = self.place, None
        if self.bad < _MOST_BAD_TAGS:
            found = _START.match(self.text, begins, min(len(self.text), begins + _LONGEST_TAG))
        if found is not None:
            name, rest, self.place = found[1], found[2], found.end()
        else:
            self.bad += 1
            end, named = self._find(">", begins), _NAME.match(self.text, begins)
            if end < 0 or named is None:
                self._as_text()
                return
            name, rest, self.place = named[1], self.text[named.end() : min(end, begins + _LONGEST_TAG)], end + 1
        tag = name.lower().rpartition(":")[2]
        element = Element(tag, _attributes(rest), begins, self.stack[-1])
        self._put(element, empty=self._is_empty(tag, rest))
        if tag in _NOT_READ and not self.xml:
            self._pass_over(tag)

    def _is_empty(self, tag: str, rest: str) -> bool:
        return rest.endswith("/") or tag in _VOID_IN_XML if self.xml else tag in _VOID

    def _pass_over(self, tag: str) -> None:
        found = re.compile(f"</{tag}", re.IGNORECASE).search(self.text, self.place)
        self.place = len(self.text) if found is None else found.start()

    def _put(self, element: Element, *, empty: bool) -> None:
        tag = element.tag
        if tag in _END_OF_PARAGRAPH:
            self._close("p")
        if tag in _ENDED_BY:
            self._end_by_implication(*_ENDED_BY[tag])
        element.parent = self.stack[-1]
        self.stack[-1].inside.append(element)
        if empty or len(self.stack) >= _DEEPEST:
            return
        self.stack.append(element)
        self.open[-1][tag] = self.open[-1].get(tag, 0) + 1
        if tag in _OF_TABLES and not self.xml:
            self.open.append({})

    def _end_by_implication(self, ended: tuple[str, ...], within: tuple[str, ...]) -> None:
        outermost = 0
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag in within:
                break
            if self.stack[depth].tag in ended:
                outermost = depth
        while outermost and len(self.stack) > outermost:
            self._pop()

    def _end(self) -> None:
        named, end = _NAME.match(self.text, self.place), self._find(">", self.place)
        if named is None or end < 0:
            self._as_text()
            return
        self.place = end + 1
        tag = named[1].lower().rpartition(":")[2]
        if tag in _OF_TABLES and not self.xml:
            self._close_of_table(tag)
        else:
            self._close(tag)

    def _close(self, tag: str) -> None:
        """End the innermost that is open of this tag, and what is open inside it; a cell of a table is not left."""
        if not self.open[-1].get(tag):
            return
        while self._pop() != tag:
            pass

    def _close_of_table(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                while len(self.stack) > depth:
                    self._pop()
                return
            if self.stack[depth].tag == "table":
                return

    def _pop(self) -> str:
        tag = self.stack.pop().tag
        if tag in _OF_TABLES and not self.xml:
            self.open.pop()
        self.open[-1][tag] -= 1
        return tag


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in islice(_ATTRIBUTE.finditer(words), _MOST_ATTRIBUTES):
        value = one[2] or one[3] or one[4] or ""
        found.setdefault(one[1].lower(), unescape(value[:_LONGEST_VALUE]))
    return found
