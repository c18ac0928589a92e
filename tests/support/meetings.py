"""Whole meetings for tests, made as the desk makes them: from the text of an agenda and of a notes file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from boardtui.agendas.native import read_agenda
from boardtui.minutes.dates import spoken_date
from boardtui.minutes.house import House, load_house
from boardtui.minutes.names import text_name
from boardtui.model.acts import Act, Filed
from boardtui.model.acts.meeting import Summons
from boardtui.model.acts.text import OpenItem
from boardtui.model.record import Record
from boardtui.model.register import register
from boardtui.model.replay import Replay
from boardtui.model.room import presiding
from boardtui.model.times import ClockTime
from boardtui.notation.context import Context
from boardtui.notation.notes import read_notes
from boardtui.notation.parse import Said, parse
from boardtui.phrases import phrases_of
from boardtui.rules.confidentiality import is_restricted_now

SAMPLES = Path(__file__).parents[2] / "sample_meetings"
SAMPLE_NAMES = ("ashmere_council", "harbourne_health_board", "upper_wexcombe_parish")


@dataclass
class Taking:
    """A meeting into which lines are taken, one by one."""

    house: House
    replay: Replay = field(default_factory=Replay)

    @property
    def record(self) -> Record:
        """The meeting so far."""
        return self.replay.record

    def read(self, line: str) -> Said:
        """A line of notation as an act, not recorded."""
        return parse(line, self.context)

    def line(self, line: str) -> None:
        """Record a line of notation."""
        said = self.read(line)
        self.act(said.act, said.at)

    def act(self, act: Act, at: ClockTime | None = None) -> None:
        """Record an act, under the item that is open."""
        record = self.record
        item = record.sub or next(iter(record.open_items), "") if record.entries else ""
        restricted = is_restricted_now(record, act)
        self.replay.file(Filed(len(record.filed) + 1, "m", "2026-01-01T00:00:00Z", at, "clerk", item, restricted, act))

    @property
    def context(self) -> Context:
        """What a line is read against now."""
        return Context(
            record=self.record,
            phrases=phrases_of(self.house.phrases),
            labels=self.house.interest_labels,
            due_words=self.house.due_words,
            live=self._live(),
        )

    def _live(self) -> dict[str, str]:
        record = self.record
        item = next((record.business[key].item for key in record.open_items if key in record.business), None)
        chair = presiding(record)
        return {
            "body": self.house.words.body,
            "author": item.report_of[0].printed if item and item.report_of else "",
            "title": item.title if item else "",
            "chair": text_name(record, self.house, chair) if chair else "",
            "date": spoken_date(record.date, self.house) if record.date else "",
        }


def called(agenda_text: str, house: str = "") -> Taking:
    """A meeting that has been called, with the text its agenda has prepared. house: by default the agenda's own."""
    agenda = read_agenda(agenda_text)
    taking = Taking(load_house(house or agenda.house or "partnership_board"))
    found = register(agenda)
    taking.act(Summons(agenda=agenda, people=found.people, seats=found.seats))
    for key, item, _ in agenda.keyed():
        if item.draft:
            taking.act(OpenItem(items=(key,)))
        for line in item.draft:
            taking.line(line)
    return taking


def record_of(agenda_text: str, notes_text: str) -> Record:
    """The record of the meeting that a notes file minutes."""
    taking = called(agenda_text)
    for line in read_notes(notes_text):
        taking.line(line.text)
    return taking.record


@cache
def sample(name: str) -> Record:
    """One of the sample meetings, whole. Not to be changed."""
    return record_of(*(SAMPLES.joinpath(f"{name}{end}").read_text("utf-8") for end in (".agenda.md", ".notes")))


def lines_in(taking: Taking, lines: Iterable[str]) -> Record:
    """The record after some more lines."""
    for line in lines:
        taking.line(line)
    return taking.record
