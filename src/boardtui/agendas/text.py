"""Agendas as plain text or Markdown, pasted, piped or in a file: its lines, without the marks that only make them look nice."""

from __future__ import annotations

import re

from boardtui.agendas.decoding import decode
from boardtui.agendas.parts import Part
from boardtui.agendas.source import Kind, Progress, Source, SourceLine, digest_of, unseen
from boardtui.model.text import clean

MOST_LINES = 100_000
"""Lines that are read; an agenda pack of a thousand pages has fewer."""
_FENCE = re.compile(r"\s*---+\s*")
_RULE = re.compile(r"\W*[-=_*~.·—–]{3,}\W*")
_COMMENT = re.compile(r"<!--.*?-->")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]{0,400})?/?>", re.IGNORECASE)
_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?: \"[^\"]*\")?\)")
_STRESS = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_ALL_BOLD = re.compile(r"(?:[(]?[\w./]{1,12}[).]?\s+)?(?:\*\*|__)[^*]+(?:\*\*|__)(?:\s+(?:\*\*|__)[^*]+(?:\*\*|__))*")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r"(?:>\s?)+")
_BULLET = re.compile(r"(?:[-*+•▪●○◦‣·–\uf0b7\uf0a7]|o(?= [a-z]))\s+(?=\S)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_SIZE = re.compile(r"\s*\bpdf icon\s+PDF\s+[\d.]+\s*[KMG]B\b|\s*\bPDF\s+[\d.]+\s*[KMG]B\b", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LONGEST = 20_000


def read_text(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a text. Raises InputError for what is no text."""
    lines = clean(decode(data, name)).replace("\x0c", "\n").split("\n")
    remarks: tuple[str, ...] = ()
    if len(lines) > MOST_LINES:
        remarks = (f"Only its first {MOST_LINES:,} lines were read.",)
        lines = lines[:MOST_LINES]
    front = _front_matter(lines)
    found: list[SourceLine] = []
    apart = False
    for number, line in enumerate(lines, start=1):
        if number % 5_000 == 0:
            progress(number / len(lines), "lines")
        read = _line(number, line[:_LONGEST], apart)
        apart = read is None or line.endswith("\\")  # so a broken line says that it was meant to be
        if read is None:
            continue
        found.append(SourceLine(number, read.text, part=Part.ASIDE) if number <= front else read)
    return Source(name, Kind.TEXT, digest_of(data), tuple(found), remarks)


def _front_matter(lines: list[str]) -> int:
    """The number of the line that ends what a web page's maker has written over it, 0 where there is none."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.fullmatch(lines[first]):
        return 0
    for at, line in enumerate(lines[first + 1 : first + 40], start=first + 1):
        if _FENCE.fullmatch(line):
            return at + 1
        if line.strip() and ":" not in line and not line.startswith((" ", "-")):
            return 0
    return 0


def _line(number: int, line: str, apart: bool) -> SourceLine | None:
    """The line without its marks; None where nothing stands on it."""
    line = _COMMENT.sub(" ", line).expandtabs(4)
    if "<" in line and _TAG.search(line):
        line = _TAG.sub("   ", line).replace("&nbsp;", " ").replace("&amp;", "&")
    indent = len(line) - len(line.lstrip())
    text = line.strip()
    if quoted := _QUOTED.match(text):
        text = text[quoted.end() :]
    heading = 0
    if marked := _HEADING.match(text):
        heading, text = len(marked[1]), text[marked.end() :].rstrip("# ")
    marker = ""
    if bullet := _BULLET.match(text):
        marker, text = "•", text[bullet.end() :]
    bold = _ALL_BOLD.fullmatch(text.strip()) is not None
    text = _plain(text)
    if not text or not any(character.isalnum() for character in text):
        return None
    return SourceLine(number, text, indent=indent, marker=marker, bold=bold, heading=heading, apart=apart)


def _plain(text: str) -> str:
    if _RULE.fullmatch(text):
        return ""
    text = _IMAGE_OR_LINK.sub(r"\1", text)
    text = _STRESS.sub(r"\2", _STRESS.sub(r"\2", text))
    text = _ESCAPED.sub(r"\1", text.removesuffix("\\"))
    return _SPACES.sub(" ", _SIZE.sub("", text)).strip()
