"""A PDF read back as a screen reader takes it: its tags, with the words below each. As much of PDF as Typst writes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cached_property

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n")
_STREAM = re.compile(rb"<<.*?/Length (\d+).*?>>\s*stream\r?\n", re.DOTALL)
_TOKEN = re.compile(
    rb"/(?P<kind>\w+) BMC|/\w+<<(?P<begun>(?:\([^()]*\)|[^()>]|>(?!>BDC))*)>>BDC|(?P<end>EMC)"
    rb"|/(?P<font>\w+) [\d.]+ Tf|(?P<string>\()|(?<!<)<(?P<hex>[0-9A-F]+)>",
    re.DOTALL,
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_SAID = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CHILD = re.compile(rb"<<[^<>]*/MCID (?P<mark>\d+)[^<>]*>>|(?P<element>\d+) 0 R|(?P<here>\d+)")


class PortableFile:
    """A .pdf as it is read out."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        starts = [(int(one[1]), one.end(), one.start()) for one in _OBJECT.finditer(data)]
        ends = [start for _, _, start in starts[1:]] + [len(data)]
        self.objects = {number: data[start:end] for (number, start, _), end in zip(starts, ends, strict=True)}

    def streams(self) -> Iterator[bytes]:
        """What is packed in it, unpacked."""
        for number in self.objects:
            if unpacked := self._stream(number):
                yield unpacked

    def tags(self) -> list[tuple[str, str]]:
        """The tags in the order they are read, each with all the words below it."""
        return [(self._tag(number), self._words(number)) for number in self._read]

    def bones(self) -> list[str]:
        """The tags alone."""
        return [self._tag(number) for number in self._read]

    def tagged(self, tag: str) -> list[str]:
        """The words of each element with a tag."""
        return [words for one, words in self.tags() if one == tag]

    def heading_levels(self) -> list[int]:
        """The levels of the headings, in their order."""
        return [int(tag[1]) for tag in self.bones() if re.fullmatch(r"H\d", tag)]

    def text(self) -> str:
        """All that is read, a line for each heading, paragraph, label, text of an item and cell."""
        return "\n".join(self._own_words(number) for number in self._read)

    def pages(self) -> list[str]:
        """All that is printed on each page, its head and foot too."""
        return ["".join(words for _, words in self._shown(page)) for page in self._pages]

    @cached_property
    def _pages(self) -> list[int]:
        return [number for number, one in self.objects.items() if one.startswith(b"<</Type/Page/")]

    @cached_property
    def _marked(self) -> dict[tuple[int, int | None], str]:
        """Page and number of a piece of marked text -> its words."""
        marked: dict[tuple[int, int | None], str] = {}
        for page in self._pages:
            for mark, words in self._shown(page):
                marked[page, mark] = marked.get((page, mark), "") + words
        return marked

    @cached_property
    def _read(self) -> list[int]:
        (root,) = (one for one in self.objects.values() if b"/Type/StructTreeRoot" in one)
        return [below for top in re.findall(rb"/K\[(\d+) 0 R", root) for below in self._below(int(top))]

    def _below(self, number: int) -> Iterator[int]:
        yield number
        for child in _CHILD.finditer(self._children(number)):
            if child["element"] and int(child["element"]) in self.objects and self._tag(int(child["element"])):
                yield from self._below(int(child["element"]))

    def _tag(self, number: int) -> str:
        found = re.search(rb"/Type/StructElem/S/(\w+)", self.objects[number])
        return found[1].decode() if found else ""

    def _children(self, number: int) -> bytes:
        found = re.search(rb"/K\[([^\]]*)\]", self.objects[number])
        return found[1] if found else b""

    def _words(self, number: int) -> str:
        return "".join(self._own_words(one) for one in self._below(number))

    def _own_words(self, number: int) -> str:
        page = re.search(rb"/Pg (\d+) 0 R", self.objects[number].rpartition(b"]")[2])
        words = ""
        for child in _CHILD.finditer(self._children(number)):
            place = re.search(rb"/Pg (\d+)", child[0]) or page
            mark = child["mark"] or child["here"]
            if mark and place:
                words += self._marked.get((int(place[1]), int(mark)), "")
        return words

    def _shown(self, page: int) -> list[tuple[int | None, str]]:
        """The words of a page as they are drawn, with the number of the marked piece they belong to."""
        resources, number = (self._reference(page, name) for name in (b"Resources", b"Contents"))
        fonts = {
            name: self._letters(int(font)) for name, font in re.findall(rb"/(f\d+) (\d+) 0 R", self.objects[resources])
        }
        content = self._stream(number)
        shown: list[tuple[int | None, str]] = []
        spans: list[tuple[int | None, str]] = []
        letters: dict[bytes, str] = {}
        place = 0
        while token := _TOKEN.search(content, place):
            place = token.end()
            mark, how = spans[-1] if spans else (None, "")
            if token["font"]:
                letters = fonts[token["font"]]
            elif token["end"]:
                spans.pop()
            elif token["string"] or token["hex"]:
                codes, place = (
                    _string(content, place) if token["string"] else (bytes.fromhex(token["hex"].decode()), place)
                )
                words = "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))
                words = words[::-1] if how == "ReversedChars" else words
                shown.append((mark, "" if how == "ActualText" else words))
            elif token["kind"]:
                spans.append((mark, token["kind"].decode()))
            else:
                found = re.search(rb"/MCID (\d+)", token["begun"])
                actual = re.search(rb"/ActualText<FEFF([0-9A-F]*)>", token["begun"])
                spans.append((int(found[1]) if found else mark, "ActualText" if actual else ""))
                if actual:
                    shown.append((mark, _utf16(actual[1])))
        return shown

    def _reference(self, number: int, name: bytes) -> int:
        found = re.search(rb"/" + name + rb" (\d+) 0 R", self.objects[number])
        assert found
        return int(found[1])

    def _letters(self, font: int) -> dict[bytes, str]:
        """Code of a glyph -> what it stands for."""
        table = self._stream(self._reference(font, b"ToUnicode"))
        pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", table.partition(b"beginbfchar")[2])
        return {bytes.fromhex(code.decode()): _utf16(text) for code, text in pairs}

    def _stream(self, number: int) -> bytes:
        found = _STREAM.search(self.objects[number])
        if found is None:
            return b""
        packed = self.objects[number][found.end() : found.end() + int(found[1])]
        return zlib.decompress(packed) if b"/FlateDecode" in found[0] else packed


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")


def _string(content: bytes, start: int) -> tuple[bytes, int]:
    """A string in brackets that begins at start, and where it is over; brackets in it go by pairs, or are escaped."""
    depth = 1
    for one in _BRACKET.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(one[0], 0)
        if not depth:
            return _ESCAPE.sub(_unescaped, content[start : one.start()]), one.end()
    raise AssertionError("a string without end")


def _unescaped(found: re.Match[bytes]) -> bytes:
    one = found[1]
    return bytes([int(one, 8)]) if one.isdigit() else _SAID.get(one, one)
