"""Text written: paragraphs, points and answers, tables, and what is said of an item itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardtui.minutes.scribe import Scribe, says
from boardtui.minutes.sentences import going_on
from boardtui.minutes.tree import Bullet, BulletList, Paragraph, Part, Quotation, Subheading, Table
from boardtui.model.acts import interests, text
from boardtui.model.agenda import ItemKey
from boardtui.model.record import Block

_IN_LISTS = text.Bullet | text.Point | text.Answer


def typed(scribe: Scribe, block: Block, act: text.TextAct) -> str:
    """The text of a block with all that goes on in it."""
    said = scribe.prose(act.text, block)
    for more in block.added:
        said = going_on(said, scribe.prose(more, block))
    return said


@says(text.DeferItem)
def say_deferred(scribe: Scribe, block: Block, act: text.DeferItem) -> tuple[Part, ...]:
    """The item was put off."""
    return scribe.paragraph(block, scribe.house.items.deferred, when=act.to, reason=act.reason)


@says(text.WithdrawItem)
def say_withdrawn(scribe: Scribe, block: Block, act: text.WithdrawItem) -> tuple[Part, ...]:
    """The item was withdrawn."""
    return scribe.paragraph(block, scribe.house.items.withdrawn, reason=act.reason)


@says(text.UrgentItem)
def say_urgent(scribe: Scribe, block: Block, act: text.UrgentItem) -> tuple[Part, ...]:
    """Why the item was taken, though it was late."""
    return scribe.paragraph(block, scribe.house.items.urgent, chair=scribe.house.words.chair, reason=act.reason)


@says(text.OpenItem)
def say_sub_item(scribe: Scribe, block: Block, _act: text.OpenItem) -> tuple[Part, ...]:
    """The heading of a sub-item, after those of the sub-items it stands below which have none yet."""
    items = [scribe.record.business[key].item for key in _headed(scribe, block) if key in scribe.record.business]
    headings = (scribe.house.items.sub_item.fill({"number": item.number or "", "title": item.title}) for item in items)
    return tuple(Subheading(text=words, source=tuple(block.parts), prepared=block.prepared) for words in headings)


def _headed(scribe: Scribe, block: Block) -> list[ItemKey]:
    """The sub-items whose headings begin here, the outermost first."""
    blocks = scribe.entry.blocks
    before = [one.sub for one in blocks[: blocks.index(block)] if isinstance(one.act, text.OpenItem)]
    keys, above = [block.sub], block.sub.rpartition(".")[0]
    while "." in above and not any(f"{sub}.".startswith(f"{above}.") for sub in before):
        keys.insert(0, above)
        above = above.rpartition(".")[0]
    return keys


@dataclass(slots=True)
class _Point:
    """A bullet that is still being written, with those below it."""

    text: str
    block: Block
    below: list[_Point] = field(default_factory=list)

    def bullet(self) -> Bullet:
        """As it stands in the tree."""
        return Bullet(
            text=self.text,
            bullets=tuple(one.bullet() for one in self.below),
            source=tuple(self.block.parts),
            prepared=self.block.prepared,
        )


@dataclass(slots=True)
class Page:
    """The parts of one minute as they are written: bullets that follow one another make a list, rows a table."""

    scribe: Scribe
    parts: list[Part] = field(default_factory=list)
    _list: list[_Point] = field(default_factory=list)
    _of_points: bool = False
    _rows: list[tuple[Block, text.TableRow]] = field(default_factory=list)

    def write(self, block: Block) -> None:
        """Write a block after what stands."""
        act = block.act
        if isinstance(act, _IN_LISTS):
            self._end_table()
            self._bullet(block, act)
        elif isinstance(act, text.TableRow):
            self._end_list()
            self._rows.append((block, act))
        elif isinstance(act, text.TextAct):
            self.end()
            self.parts.append(self._text(block, act))
        elif isinstance(act, interests.Declare):
            self._declaration(self.scribe.written(block))
        else:
            self.add(self.scribe.written(block))

    def add(self, parts: tuple[Part, ...]) -> None:
        """Add what is written already. Nothing leaves a list open."""
        if parts:
            self.end()
            self.parts += parts

    def _declaration(self, parts: tuple[Part, ...]) -> None:
        """Add a declaration: to the list or the table of those before it, if nothing stands between.

        A list or table that is finished, with nothing after it, can be no other: those that are typed stay open till then.
        """
        is_next = bool(self.parts and parts) and not self._list and not self._rows
        together = _together(self.parts[-1], parts[-1]) if is_next else None
        if together is not None:
            self.parts[-1] = together
        else:
            self.add(parts)

    def end(self) -> None:
        """End the list or the table that is open."""
        self._end_table()
        self._end_list()

    def _text(self, block: Block, act: text.TextAct) -> Part:
        words, source = typed(self.scribe, block, act), tuple(block.parts)
        if isinstance(act, text.Subheading):
            return Subheading(text=words, source=source, prepared=block.prepared)
        if isinstance(act, text.Quotation):
            quoted = self.scribe.house.text.quotation.fill({"text": words})
            return Quotation(text=quoted, source=source, prepared=block.prepared)
        return Paragraph(text=words, source=source, prepared=block.prepared)

    # --- lists

    def _bullet(self, block: Block, act: text.Bullet | text.Point | text.Answer) -> None:
        if isinstance(act, text.Point) and not (self._list and self._of_points):
            self._end_list()
            self._lead_in(block)
            self._of_points = True
        point = _Point(self._said(block, act), block)
        is_below = isinstance(act, text.Answer) or (isinstance(act, text.Bullet) and act.level == 2)
        home = self._list[-1].below if is_below and self._list else self._list
        home.append(point)

    def _said(self, block: Block, act: text.Bullet | text.Point | text.Answer) -> str:
        forms, words = self.scribe.house.text, typed(self.scribe, block, act)
        if isinstance(act, text.Bullet):
            return words
        who = self.scribe.names.text(act.by) if act.by else ""
        if isinstance(act, text.Point):
            return forms.point.fill({"who": who, "text": words})
        return (forms.answer_by if who else forms.answer).fill({"who": who, "text": words})

    def _lead_in(self, block: Block) -> None:
        """The house's words before points, unless the paragraph above leads into them."""
        above = self.parts[-1] if self.parts else None
        colon = self.scribe.house.words.before_clauses
        if isinstance(above, Paragraph | Quotation) and above.text.rstrip().endswith(colon):
            return
        words = self.scribe.house.text.points.fill({})
        if words:
            self.parts.append(Paragraph(text=words, source=tuple(block.parts), prepared=block.prepared))

    def _end_list(self) -> None:
        if self._list:
            bullets = tuple(point.bullet() for point in self._list)
            self.parts.append(BulletList(bullets=bullets, source=tuple(s for one in bullets for s in one.source)))
        self._list, self._of_points = [], False

    # --- tables

    def _end_table(self) -> None:
        if self._rows:
            rows = tuple(tuple(self.scribe.prose(cell, b) for cell in act.cells) for b, act in self._rows)
            width = max(map(len, rows))
            self.parts.append(
                Table(
                    rows=tuple(row + ("",) * (width - len(row)) for row in rows),
                    headed=_is_headed(rows),
                    source=tuple(seq for block, _ in self._rows for seq in block.parts),
                    prepared=any(block.prepared for block, _ in self._rows),
                )
            )
        self._rows = []


def _together(before: Part, more: Part) -> Part | None:
    """Two lists or two tables of declarations as one; None for anything else."""
    source = (*before.source, *more.source)
    if isinstance(before, BulletList) and isinstance(more, BulletList):
        return before.model_copy(update={"bullets": (*before.bullets, *more.bullets), "source": source})
    if isinstance(before, Table) and isinstance(more, Table):
        return before.model_copy(update={"rows": (*before.rows, *more.rows[1:]), "source": source})
    return None


def _is_headed(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Is the first row a heading: no figures in it, and figures below?"""
    first, *others = (any(char.isdigit() for cell in row for char in cell) for row in rows)
    return not first and any(others)
