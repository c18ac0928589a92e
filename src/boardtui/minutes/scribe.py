"""The scribe: one minute being written in one house, and the table of who writes which act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from boardtui.minutes.dates import suffix
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.sentences import Pattern, going_on, stopped
from boardtui.minutes.tree import Action, Decision, Paragraph, Part
from boardtui.model.acts.base import Act
from boardtui.model.agenda import Item, ItemKey
from boardtui.model.fold_business import CARRYING
from boardtui.model.motions import is_further
from boardtui.model.prose import Prose
from boardtui.model.record import Block, Entry, Motion, Record

Says = Callable[["Scribe", Block, Any], tuple[Part, ...]]
S = TypeVar("S", bound=Says)
SAYS: dict[type[Act], Says] = {}


def says(*kinds: type[Act]) -> Callable[[S], S]:
    """Say which acts a function writes."""

    def enter(function: S) -> S:
        for kind in kinds:
            SAYS[kind] = function
        return function

    return enter


@dataclass(slots=True)
class Scribe:
    """Writes one minute, block by block in their order.

    substantive: the motions (by seq) to which an amendment was carried so far; unworded: those of them whose words don't
    show it yet.
    """

    record: Record
    house: House
    names: Names
    entry: Entry
    substantive: set[int] = field(default_factory=set)
    unworded: set[int] = field(default_factory=set)

    def say(self, pattern: Pattern, values: Mapping[str, str] | None = None, *, many: bool = False, **more: str) -> str:
        """A sentence of the house. One that ends in typed words gets its stop only if they have none of their own."""
        text = pattern.fill({**(values or {}), **more}, many=many)
        words = self.house.words
        if not text or not pattern.text.endswith(words.stop):
            return text
        return stopped(text.removesuffix(words.stop), words.stop, words.stops)

    def paragraph(
        self,
        block: Block,
        pattern: Pattern,
        values: Mapping[str, str] | None = None,
        *,
        many: bool = False,
        **more: str,
    ) -> tuple[Part, ...]:
        """A sentence as a paragraph; none where the house prints nothing."""
        text = self.say(pattern, values, many=many, **more)
        return (Paragraph(text=text, source=tuple(block.parts)),) if text else ()

    def written(self, block: Block) -> tuple[Part, ...]:
        """What a block prints, in order, with what goes on in it."""
        write = SAYS.get(type(block.act))
        parts = write(self, block, block.act) if write else ()
        self._remember(block)
        for more in block.added:
            parts = _gone_on(parts, self.prose(more, block), block)
        return parts

    def _remember(self, block: Block) -> None:
        """Keep in mind which motions are no longer as they were moved."""
        motion = block.motion
        if motion is not None and motion.parent is not None and block.fate in CARRYING:
            self.substantive.add(motion.parent.seq)
            self.unworded.add(motion.parent.seq)

    def prose(self, prose: Prose, block: Block) -> str:
        """Typed text with its people named as they are in this block's items."""
        return self.names.said(prose, self.items(block)).strip()

    def items(self, block: Block) -> tuple[Item, ...]:
        """The items of the block, the sub-item it stands under first."""
        keys = (block.sub, *self.entry.items) if block.sub else self.entry.items
        return tuple(self.record.business[key].item for key in keys if key in self.record.business)

    # --- what things are called

    def number(self, key: ItemKey) -> str:
        """An item's number on the agenda, a sub-item's after its item's (`8(a)`); '' for none."""
        business = self.record.business.get(key)
        if business is None:
            return ""
        own = business.item.number or ""
        return self.number(key.rpartition(".")[0]) + own if business.is_sub and own else own

    def number_or_title(self, key: ItemKey) -> str:
        """An item's number, or its title where it has none."""
        business = self.record.business.get(key)
        return self.number(key) or (business.item.title if business else key)

    def agenda_items(self, keys: tuple[ItemKey, ...]) -> str:
        """Items as an interest or an exclusion bears on them: `agenda item 9, Title`, `agenda items 5 and 7`."""
        scopes = self.house.scopes
        if len(keys) > 1:
            return scopes.several.fill({"numbers": self.names.joined([self.number_or_title(key) for key in keys])})
        business = self.record.business.get(keys[0])
        title = business.item.title if business else keys[0]
        number = self.number(keys[0])
        return (
            scopes.one.fill({"number": number, "title": title}) if number else scopes.unnumbered.fill({"title": title})
        )

    def what(self, motion: Motion | None) -> str:
        """What a motion is called at this point: the motion, the substantive motion, the second amendment, the proposal."""
        forms = self.house.motions
        if motion is None or motion.about is not None:
            return forms.proposal
        if motion.parent is None and motion.number == 0:
            return forms.substantive if motion.seq in self.substantive else forms.motion
        several = motion.parent is not None and len(motion.parent.amendments) > 1
        if is_further(motion):
            ordinal = self.ordinal(motion.number) if several else ""
            return forms.further_amendment.fill({"ordinal": ordinal, "what": self.what(motion.parent)})
        return forms.nth_amendment.fill({"ordinal": self.ordinal(motion.number)}) if several else forms.amendment

    def ordinal(self, number: int) -> str:
        """`first`, `second`, …"""
        forms = self.house.motions
        if 1 <= number <= len(forms.ordinals):
            return forms.ordinals[number - 1]
        return forms.later_ordinal.fill({"number": str(number), "suffix": suffix(number, self.house)})


def _gone_on(parts: tuple[Part, ...], more: str, block: Block) -> tuple[Part, ...]:
    """The parts with the last one going on; after a list of clauses or names, or where there are none, a new paragraph."""
    last = parts[-1] if parts else None
    if isinstance(last, Paragraph | Action) or (isinstance(last, Decision) and last.text and not last.clauses):
        return (*parts[:-1], last.model_copy(update={"text": going_on(last.text, more)}))
    return (*parts, Paragraph(text=more, source=tuple(block.parts)))
