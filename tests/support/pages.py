"""Pages of documentation for tests: their fenced blocks, and what notes add to the minutes of the meeting they show."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from boardtui.minutes.compose import compose
from boardtui.minutes.house import House
from boardtui.model.record import Record
from boardtui.rules.confidentiality import public_record
from boardtui.rules.gaps import gaps
from support.meetings import Taking, called
from support.minutes import text_of, without_frame

ROOT = Path(__file__).parents[2]
PAGES = tuple(
    page
    for folder in (ROOT, ROOT / "docs", ROOT / "sample_meetings")
    for page in sorted(folder.glob("*.md"))
    if not page.name.endswith(".agenda.md")
)
BEGUN = ("/present all", "/start 19:30", "# 9")
"""What has been said when the notes of an example begin. The item is only open where they don't open one themselves; under
```notes before nothing has been said."""

_FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)^```$", re.MULTILINE)
_OPENS = ("# ", "/item ", "/urgent ")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page. kind and words: what stands behind the fence; line: where, as an editor counts."""

    page: Path
    line: int
    kind: str
    words: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


@dataclass(frozen=True)
class Example:
    """Notes, the agenda of the page they stand on, and what they are said to give: ```minutes and ```gaps."""

    agenda: str
    notes: Block
    gives: tuple[Block, ...]

    def __str__(self) -> str:
        return str(self.notes)


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    text = page.read_text("utf-8")
    found = []
    for fence in _FENCE.finditer(text):
        kind, *words = fence[1].split() or [""]
        found.append(Block(page, text.count("\n", 0, fence.start()) + 1, kind, tuple(words), fence[2]))
    return found


def examples(page: Path) -> Iterator[Example]:
    """The notes of a page, each with the whole agenda that stands above and what stands below that it gives."""
    agenda = ""
    found = blocks(page)
    for place, block in enumerate(found):
        if block.kind == "agenda" and block.text.startswith("---"):
            agenda = block.text
        if block.kind == "notes":
            after = found[place + 1 :]
            ends = next((i for i, other in enumerate(after) if other.kind not in ("minutes", "gaps")), len(after))
            yield Example(agenda, block, tuple(after[:ends]))


def given(example: Example, block: Block | None = None) -> str:
    """What the notes of an example give: what they add to the minutes, its blocks parted by blank lines, or the new gaps.

    block: its kind says which; its words another house than the agenda's, or `restricted` for the minutes that must not
    go out.
    """
    kind, words = (block.kind, block.words) if block else ("minutes", ())
    taking = called(example.agenda, "".join(word for word in words if word != "restricted"))
    lines = [line for line in example.notes.text.splitlines() if line.strip()]
    if "before" not in example.notes.words:
        _take(taking, [line for line in BEGUN if line[0] == "/" or not lines[0].startswith(_OPENS)])
    look = _gaps if kind == "gaps" else _withheld if "restricted" in words else _public
    before = look(taking)
    _take(taking, lines)
    after = look(taking)
    changes = difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    new = [one for change, _, _, start, end in changes if change != "equal" for one in after[start:end]]
    return ("\n" if kind == "gaps" else "\n\n").join(new)


def _take(taking: Taking, lines: Iterable[str]) -> None:
    for line in lines:
        taking.line(line)


def _gaps(taking: Taking) -> list[str]:
    return [gap.sentence for gap in gaps(taking.record)]


def _public(taking: Taking) -> list[str]:
    return _blocks(public_record(taking.record), taking.house)


def _withheld(taking: Taking) -> list[str]:
    return _blocks(taking.record, taking.house)


def _blocks(record: Record, house: House) -> list[str]:
    return text_of(without_frame(compose(record, house))).rstrip().split("\n\n")
