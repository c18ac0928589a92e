from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings

from boardtui.minutes.compose import compose, compose_entry
from boardtui.minutes.house import House, house_names, load_house
from boardtui.minutes.tree import Minute, Minutes, SectionHeading
from boardtui.minutes.writers import writer
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.rules.confidentiality import public_record
from support.acts import Minuting, Said, begun_with, meetings, sequences
from support.meetings import Taking, called, sample
from support.minutes import AGENDA, blocks_of, minuting, text_of, without_frame

B, P, C = "partnership_board", "parish_council", "full_council"
RESTRICTED = ("# 6", "/exclude 3 for 6", "It cost £40.", "= it be sold", "/readmit")


def body(minutes: Minutes) -> list[str]:
    """The headings of the minutes, in order; sections in capitals."""
    return [part.text.upper() if isinstance(part, SectionHeading) else part.heading_line for part in minutes.body]


def blocks(taking: Taking, *, public: bool = False) -> list[str]:
    record = public_record(taking.record) if public else taking.record
    return blocks_of(text_of(without_frame(compose(record, taking.house))))


def test_the_frame() -> None:
    taking = minuting(C, "/close 15:55")
    minutes = compose(taking.record, taking.house)
    title = "Minutes of the Meeting of Harbour Committee held in the Old Custom House on Friday, 4 September 2026 at 2.00 pm"
    assert (minutes.council, minutes.draft, minutes.title) == ("Harbour Borough Council", "DRAFT", title)
    assert (minutes.closing, minutes.signature[1]) == ("The meeting ended at 3.55 pm.", "Mayor")
    assert (minutes.date, minutes.language, minutes.house) == ("2026-09-04", "en-GB", C)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "kind: special",
            "Minutes of the Special Meeting of Harbour Committee held at 2.00 pm on Friday, 4 September 2026",
        ),
        ("kind: Ordinary", "Minutes of the Meeting of Harbour Committee held at 2.00 pm on Friday, 4 September 2026"),
    ],
)
def test_the_kind_of_meeting(line: str, title: str) -> None:
    taking = called(AGENDA.format(house=B).replace("---\ncouncil", f"---\n{line}\ncouncil", 1))
    assert compose(taking.record, taking.house).title == title


def test_a_title_without_what_is_not_known() -> None:
    text = AGENDA.format(house=B).replace("time: 2.00 pm\n", "").replace("date: 4 September 2026", "date: ?")
    taking = called(text)
    assert compose(taking.record, taking.house).title == "Minutes of the Meeting of Harbour Committee held"


def test_the_council_is_left_out_when_it_is_the_committee() -> None:
    taking = called(AGENDA.format(house=P).replace("Harbour Committee", "Harbour Borough Council"))
    assert compose(taking.record, taking.house).council == ""


def test_the_close_without_a_time() -> None:
    assert compose(minuting(B, "/close ?").record, load_house(B)).closing == "(Meeting closed)"
    assert compose(minuting(B).record, load_house(B)).closing == ""


def test_agenda_order_and_the_order_taken() -> None:
    lines = ("# 5", "/urgent Flood; it rose", "# 4", "# Questions", "# 1")
    assert body(compose(minuting(B, *lines).record, load_house(B))) == [
        "PUBLIC BUSINESS", "7. Declarations of Interest", "8. The Pond", "9. The Bandstand", "Questions", "10. The Pier",
        "11. Flood",
    ]  # fmt: skip
    assert body(compose(minuting(C, *lines).record, load_house(C))) == [
        "PUBLIC BUSINESS", "7. The Pond", "8. The Pier", "9. Flood", "10. The Bandstand", "Questions",
        "11. Declarations of Interest",
    ]  # fmt: skip
    assert body(compose(minuting(P, *lines).record, load_house(P)))[1] == "7 The Pond"


def test_headings_and_numbers_that_were_said() -> None:
    lines = (
        "/heading Ducks",
        "# 4",
        "/number 66A",
        "# 5",
        "/number none",
        "# 6 7",
        "# Questions",
        "/heading none",
        "Why?",
    )
    minutes = compose(minuting(C, *lines).record, load_house(C))
    assert body(minutes) == [
        "PUBLIC BUSINESS", "7. Ducks", "66A. The Bandstand", "The Pier", "PRIVATE BUSINESS", "8. The Depot and The Ferry",
        "PUBLIC BUSINESS", "",
    ]  # fmt: skip
    last = minutes.body[-1]
    assert isinstance(last, Minute)
    assert (last.heading, last.heading_line, last.parts[0].kind) == ("", "", "paragraph")


def test_sub_items_have_headings_when_they_were_opened() -> None:
    taking = minuting(B, "# 4", "Both are old.", "# 4b", "It plays.", "# 4a", "It leaks.")
    printed = blocks(taking)
    assert printed[printed.index("8. The Bandstand") :] == [
        "8. The Bandstand", "Both are old.", "(b) The Band", "It plays.", "(a) The Roof", "It leaks.",
    ]  # fmt: skip
    assert "(a) The Roof" not in blocks(minuting(B, "# 4", "Both are old."))


EMPTY = """# Part I
## Recommendations
Nil
## Reports
1. One
# Petitions
Nil
# Part II
2. Two
# Part III
"""


def test_empty_sections_stand_in_their_place() -> None:
    header = AGENDA.split("# Public Business")[0].format(house=C)
    taking = called(header + EMPTY)
    for line in ("/start", "# 1", "# 2"):
        taking.line(line)
    printed = blocks(taking)
    assert printed[1:] == [
        "Part I", "Recommendations", "Nil", "Reports", "7. One", "Petitions", "Nil", "Part II", "8. Two", "Part III",
    ]  # fmt: skip


def test_what_is_said_before_the_first_item_stands_first() -> None:
    taking = called(AGENDA.format(house=B))
    for line in ("/start", "The fire alarm was explained."):
        taking.line(line)
    assert blocks(taking)[-1] == "The fire alarm was explained."


# --- what is prepared, and what is private


DRAFT = AGENDA.replace(
    "   Recommendation: note", "   Draft: ;cr which was long.\n   Draft: - A point\n   Recommendation: note"
)


def test_prepared_text_is_shown_on_the_desk_and_printed_only_when_it_happened() -> None:
    taking = called(DRAFT.format(house=B))
    for line in ("/start", "# 3", "| a | b |"):
        taking.line(line)
    minute = compose_entry(taking.record, taking.house, taking.record.entry_key)
    assert [(part.kind, getattr(part, "prepared", None)) for part in minute.parts] == [
        ("paragraph", True), ("bullets", None), ("table", False),
    ]  # fmt: skip
    bullets = minute.parts[1]
    assert bullets.kind == "bullets"
    assert bullets.bullets[0].prepared
    assert "The Board considered" not in text_of(compose(taking.record, taking.house))
    taking.line("/prepared")
    assert "The Board considered a report of Eve Elm, Director of Trees which was long." in blocks(taking)


def test_a_minute_on_the_desk_before_its_item_is_taken_has_the_number_it_will_have() -> None:
    taking = called(DRAFT.format(house=B))
    key = next(key for key, entry in taking.record.entries.items() if entry.items == ("3",))
    assert compose_entry(taking.record, taking.house, key).heading_line == "7. The Pond"
    assert compose_entry(taking.record, taking.house, 999) == Minute()


def test_every_part_knows_its_acts() -> None:
    taking = minuting(
        P, "One.", "+ Two.", "- a", "? b", "| c |", "= x", "= y", "/reason z", "! @elm dig", "/vote A 1; B 2"
    )
    minute = compose_entry(taking.record, taking.house, taking.record.entry_key)
    seqs = set(range(6, 16))
    assert all(part.source for part in minute.parts)
    assert {seq for part in minute.parts for seq in part.source} == seqs


def test_private_jots_are_in_neither() -> None:
    taking = minuting(B, "~ cross about slides", "One.")
    assert "slides" not in text_of(compose(taking.record, taking.house))
    minute = compose_entry(taking.record, taking.house, taking.record.entry_key)
    assert [part.kind for part in minute.parts] == ["paragraph"]


# --- restricted


def test_a_restricted_minute_in_full_and_in_public() -> None:
    taking = minuting(B, *RESTRICTED)
    full, public = compose(taking.record, taking.house), compose(public_record(taking.record), taking.house)
    assert full.restricted
    assert not public.restricted
    assert "It cost £40." in blocks(taking)
    printed = blocks(taking, public=True)
    assert "It cost £40." not in printed
    assert [b for b in printed if "exempt from publication" in b] == [
        "The minute of this item is exempt from publication."
    ]
    minute = public.body[-1]
    assert isinstance(minute, Minute)
    assert minute.withheld


def test_the_summary_stands_for_the_text_in_public_only() -> None:
    taking = minuting(B, *RESTRICTED, "# 6", "/summary A sale was considered.")
    assert "A sale was considered." in blocks(taking, public=True)
    assert "A sale was considered." not in blocks(taking)


def test_what_is_public_stands_round_the_summary() -> None:
    taking = minuting(C, "# 5", "It came late.", "/exclude", "It cost £4.", "/leave @elm 15:00", "/readmit", "It left.")
    printed = blocks(taking, public=True)
    at = printed.index("It came late.")
    assert printed[at + 1].startswith("RESOLVED that under section 100A(4)")
    assert printed[at + 2 :] == [
        "The minute of this item is exempt from publication.",
        "Eve Elm left the meeting at 3.00 pm.",
        "The public were readmitted to the meeting.",
        "It left.",
    ]


def test_a_released_minute_prints_in_full() -> None:
    taking = minuting(B, *RESTRICTED, "# 6", "/summary A sale was considered.", "# 7", "/release 6")
    printed = blocks(taking, public=True)
    assert "It cost £40." in printed
    assert "A sale was considered." not in printed
    assert not compose(taking.record, taking.house).restricted


def test_a_sub_item_of_an_exempt_minute_prints_nothing_in_public() -> None:
    taking = minuting(B, "/exclude 3 for 4", "# 4", "# 4a", "It cost £40.")
    printed = blocks(taking, public=True)
    assert printed[-1] == "The minute of this item is exempt from publication."
    assert printed[-2] == "8. The Bandstand"


# --- laws


@pytest.mark.parametrize("house", house_names())
@given(meetings(20))
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_compose_takes_any_meeting(house: str, meeting: Minuting) -> None:
    style = load_house(house)
    for record in (meeting.record, public_record(meeting.record)):
        minutes = compose(record, style)
        for name in ("txt", "md", "json"):
            assert writer(name)(minutes)
        for key in record.entries:
            compose_entry(record, style, key)


@given(sequences(12))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_compose_changes_nothing_and_gives_the_same_again(script: list[Said]) -> None:
    record = begun_with(script).record
    style = load_house(C)
    before = repr(record)
    assert compose(record, style) == compose(record, style)
    assert repr(record) == before


def test_compose_takes_a_record_of_nothing() -> None:
    for record in (Record(), replay([])):
        for name in house_names():
            assert compose(record, load_house(name)).body == ()


def fastest(record: Record, house: House, key: int) -> float:
    """Seconds that the open minute takes, at best of ten."""
    times = []
    for _ in range(10):
        start = time.perf_counter()
        compose_entry(record, house, key)
        times.append(time.perf_counter() - start)
    return min(times)


def test_the_open_minute_is_made_between_two_frames() -> None:
    record, house = sample("ashmere_council"), load_house(C)
    longest = max(record.entries.values(), key=lambda entry: len(entry.blocks))
    assert fastest(record, house, longest.key) < 0.010
