"""The laws of privacy: no word said in private goes out, and nothing public depends on what was."""

from __future__ import annotations

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.model.acts import Act, business, corrections, meeting, room, text
from boardtui.model.folding import is_private
from boardtui.model.record import Record, Stage
from boardtui.model.replay import Replay
from boardtui.model.settle import settled
from boardtui.rules.confidentiality import public_record
from support.acts import Minuting, at_the_desk, prose
from support.sayings import IN_PRIVATE, SAYERS, letters
from support.scripts import MOVES, Script, scripts


def marked(script: Script, start_at: int, private: bool) -> tuple[Minuting, dict[str, int]]:
    """A meeting in which each thing said has a word of its own, and the act in which each word stands.

    private: the public are out from the start, until it is said otherwise.
    """
    minuting = at_the_desk(begun=False)
    minuting(room.Present(everyone=True))
    where: dict[str, int] = {}
    words = (letters(n) for n in count())
    for number, (say, correct) in enumerate(script):
        if number == start_at:
            minuting(meeting.Start(), "14:00")
            if private:
                minuting(meeting.Exclude(paragraphs=("3",)))
        word = next(words)
        where[word] = minuting(say(word))
        if correct is not None:
            word = next(words)
            where[word] = minuting(correct[0](word, correct[1]))
    return minuting, where


def secret_acts(record: Record) -> set[int]:
    """The acts marked when they were said, those said in private, jots, and the text of minutes restricted as a whole;

    and what corrects them, except the words that replace others in a whole item, which go wherever those others stood.
    """
    growing = Replay()
    said = [filed for filed in record.filed if not isinstance(filed.act, corrections.Correction)]
    found = {filed.seq for filed in said if filed.restricted or isinstance(filed.act, text.Jot)}
    for filed in settled(record.filed):
        then = growing.file(filed)
        entry = record.entries.get(then.entry_key)
        as_text = isinstance(filed.act, text.TextAct | business.Resolve | business.Note)
        private = then.stage is not Stage.CLOSED and is_private(then, then.entry)
        if private or (entry and entry.restricted and as_text):
            found.add(filed.seq)
    corrected = [filed for filed in record.filed if not getattr(filed.act, "whole_item", False)]
    return found | {filed.seq for filed in corrected if getattr(filed.act, "target", 0) in found}


@settings(max_examples=150)
@given(scripts, st.integers(0, 4), st.booleans())
def test_no_word_of_a_restricted_act_is_in_the_public_record(script: Script, start_at: int, private: bool) -> None:
    minuting, where = marked(script, start_at, private)
    record = minuting.record
    secret = secret_acts(record)
    out = repr(public_record(record))
    assert not [word for word, seq in where.items() if seq in secret and word in out]


@given(st.data())
def test_meetings_alike_in_public_have_the_same_public_record(data: st.DataObject) -> None:
    public = st.lists(st.sampled_from((*SAYERS, *MOVES[:4])), min_size=1, max_size=4)
    private = st.lists(st.sampled_from(IN_PRIVATE), min_size=2, max_size=5)
    one, other = at_the_desk(), at_the_desk()

    def in_both(*acts: Act) -> None:
        one.all(*acts)
        other.all(*acts)

    words = (letters(n) for n in count())
    for _ in range(2):
        in_both(*(say(next(words)) for say in data.draw(public)))
        in_both(text.OpenItem(items=("8",)), meeting.Exclude(paragraphs=("1",)), text.Paragraph(text=prose("secret")))
        here = data.draw(private)
        there = data.draw(st.lists(st.sampled_from(IN_PRIVATE), min_size=len(here), max_size=len(here)))
        one.all(*(say(next(words)) for say in here))
        other.all(*(say(next(words)) for say in there))
        in_both(meeting.Summary(text=prose("They considered it.")), meeting.Readmit())
    assert public_record(one.record) == public_record(other.record)
