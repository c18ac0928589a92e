"""The register in rows: the count and the quorum, everybody with what is said of them, and the keys. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from boardtui.clerk.widgets.line import Line, stop_after, stop_before
from boardtui.clerk.widgets.pane import Row, Run, row, wrapped
from boardtui.clerk.widgets.rows import crop
from boardtui.model.acts import Act, corrections, room
from boardtui.model.acts.base import PersonRef
from boardtui.model.people import Person, PersonKey, SeatKind
from boardtui.model.record import Capacity, Direction, Movement, Record, Stage, Status
from boardtui.model.text import fold
from boardtui.rules.presence import here, name_of
from boardtui.rules.quorum import quorum_state
from boardtui.rules.registering import Enrolled, Section, Whereabouts, is_on

HEADINGS = {
    Section.MEMBERS: "MEMBERS",
    Section.SUBSTITUTES: "SUBSTITUTES",
    Section.OFFICERS: "OFFICERS",
    Section.OTHERS: "OTHERS",
    Section.NAMED: "NAMED IN THE AGENDA",
}
_MARKS = {Whereabouts.HERE: "✓", Whereabouts.AWAY: "–", Whereabouts.OUT: "←", Whereabouts.UNSAID: "·"}
WAITS = "…"
"""The mark of what is said and not in the book yet."""
NONE: frozenset[PersonKey] = frozenset()
"""Nobody waits."""
HOW_TO_NAME = "Write Name, organisation, or Name | post | organisation."
_SAID, _NAME, _CALLED = 14, 0.4, 30
"""Cells for what is said of somebody; the part of the row that names may take; cells of a name in a sentence."""


# --- finding


def found(record: Record, places: Sequence[Enrolled], words: str) -> list[Enrolled]:
    """Those whose surname begins so; where nobody's does, those of whom every word begins one of their name, post or group."""
    wanted = fold(words)
    if not wanted:
        return list(places) if not words.strip() else []
    by_surname = [one for one in places if _begins(record.people[one.person].parts.surname, wanted)]
    if by_surname:
        return by_surname
    parts = [part for word in words.split() if (part := fold(word))]
    return [one for one in places if _tells(record.people[one.person], one, parts)]


def nearest(record: Record, people: Sequence[PersonKey], words: str) -> PersonKey:
    """Of those found, the first whose whole surname this is, or else the first; '' for nobody."""
    exact = (person for person in people if fold(record.people[person].parts.surname) == fold(words))
    return next(exact, next(iter(people), ""))


def _begins(surname: str, wanted: str) -> bool:
    """Does the surname begin so, or a later word of it: `de la Mare`, `Lindqvist-Øre`?"""
    words = surname.replace("-", " ").split()
    return any(fold(" ".join(words[first:])).startswith(wanted) for first in range(len(words)))


def _tells(person: Person, place: Enrolled, parts: Sequence[str]) -> bool:
    role = place.seat.role if place.seat is not None else ""
    told = f"{person.name} {person.post} {person.organisation} {person.group} {role}"
    words = [fold(word) for word in told.split()]
    return all(any(word.startswith(part) for word in words) for part in parts)


# --- the top


def heading_runs(record: Record) -> list[Run]:
    """How many count and are here, and whether they are a quorum."""
    present, state = here(record), quorum_state(record)
    runs = [Run("Register", "strong"), Run(f" · {len(present.counting)} of {present.of} here · ", "strong")]
    if state.lost:
        return [*runs, Run("NO QUORUM", "bad")]
    if state.needed is None:
        return [*runs, Run("the quorum is not known" if not state.words else f"quorum {state.words}", "muted")]
    return [*runs, Run(f"quorum {state.needed} ✓", "good")]


def stage_rows(record: Record, width: int, *, timed: bool) -> list[Row]:
    """What a mark means at this stage of the meeting. timed: whether what is marked now is given the time."""
    if is_on(record):
        now = "now" if timed else "(its time is not known today)"
        words = (
            f"The meeting is on: 1 on somebody away is an arrival {now}, 7 on somebody here a departure {now}. "
            "2, 3 and 4 put right who was here from the start."
        )
    else:
        when = "Before the meeting" if record.stage is Stage.BEFORE else "The meeting is closed"
        words = f"{when}: what you mark holds from the start."
    if not record.attendance:
        words += " * marks all members as here; then come the exceptions."
    return wrapped(words, width, "muted") + _lacking(record, width)


def _lacking(record: Record, width: int) -> list[Row]:
    """What a quorum lacks, once somebody is marked."""
    state = quorum_state(record)
    if not state.lost or not record.attendance:
        return []
    return wrapped(f"For a quorum: {', '.join(state.missing)}.", width, "warning")


# --- the list


def register_rows(
    record: Record, places: Sequence[Enrolled], at: PersonKey, width: int, *, waits: frozenset[PersonKey] = NONE
) -> tuple[list[Row], int]:
    """Those places under their headings. at: who is marked; waits: those of whom something said waits for the book.

    Returns the rows, and which of them is the marked one.
    """
    moved = {move.person: move for move in sorted(record.movements, key=lambda move: move.moment)}
    sitting = {line.stands_for: line.person for line in record.attendance if line.stands_for}
    longest = max((cell_len(person.name) for person in record.people.values()), default=0)
    names = min(longest, int(width * _NAME))
    rows: list[Row] = []
    focus, section = 0, None
    for one in places:
        if one.section is not section:
            rows += [Row()] if section is not None else []
            rows.append(row(HEADINGS[one.section], "muted"))
            section = one.section
        if one.person == at:
            focus = len(rows)
        said = WAITS if one.person in waits else _MARKS[one.whereabouts]
        notes = _notes(record, one, sitting)
        words = said_words(one, moved.get(one.person))
        rows.append(_place(record, one, f"{said} {words}", notes, names, chosen=one.person == at))
    return rows, focus


def _place(record: Record, one: Enrolled, said: str, notes: Sequence[str], names: int, *, chosen: bool) -> Row:
    person = record.people[one.person]
    role = one.seat.role if one.seat is not None else ""
    details = [word for word in (role, person.post, person.organisation, person.group) if word]
    plain, strong = (
        ("here", "here") if chosen else ("plain" if one.whereabouts is Whereabouts.HERE else "muted", "accent")
    )
    runs = [
        Run("▶ " if chosen else "  ", plain),
        Run(f"{set_cell_size(said, _SAID + 2)} {set_cell_size(crop(person.name, names), names)}", plain),
    ]
    if notes:
        runs += [Run("  ", plain), Run(" · ".join(notes), strong)]
    if details:
        runs.append(Run((" · " if notes else "  ") + " · ".join(details), plain))
    return Row(tuple(runs), key=one.person)


def said_words(one: Enrolled, moved: Movement | None) -> str:
    """What is said of somebody, in a word or two. moved: their last movement, None for none."""
    said = one.attendance
    if said is None or one.whereabouts is Whereabouts.UNSAID:
        return "not said" if one.section is Section.MEMBERS else ""
    if one.whereabouts is Whereabouts.AWAY:
        return said.status.value
    if one.whereabouts is Whereabouts.OUT:
        left = moved is not None and moved.direction is Direction.LEAVE
        return f"left{_time(moved)}" if left else "out"
    if said.remote:
        return "here, remote"
    return f"arrived{_time(moved)}" if said.status is Status.ARRIVED and _arrived(moved) else "here"


def _arrived(moved: Movement | None) -> bool:
    return moved is not None and moved.direction is Direction.ARRIVE


def _time(moved: Movement | None) -> str:
    return f" {moved.at.at:%H:%M}" if moved is not None and moved.at is not None and moved.at.at is not None else ""


def _notes(record: Record, one: Enrolled, sitting: Mapping[PersonKey, PersonKey]) -> list[str]:
    """What else is said of them."""
    said, notes = one.attendance, []
    if said is not None:
        if said.status in (Status.APOLOGIES, Status.LATE, Status.ABSENT) and said.reason:
            notes.append(f"({said.reason})")
        if said.capacity is Capacity.SUBSTITUTE:
            notes.append(f"for {called(record, said.stands_for)}" if said.stands_for else "for whom is not said")
        if one.section is Section.OTHERS:
            notes.append("guest" if said.capacity is Capacity.GUEST else "other")
        notes += [word for word, so in (("not a member", said.newcomer), ("co-opted", said.coopted)) if so]
        notes += ["resigned"] if said.resigned else []
    elif one.seat is not None and one.seat.kind is SeatKind.SUBSTITUTE and one.seat.stands_for:
        notes.append(f"may sit for {called(record, one.seat.stands_for)}")
    if one.person in sitting:
        notes.append(f"{called(record, sitting[one.person])} sits for them")
    return notes


def called(record: Record, ref: PersonRef) -> str:
    """Somebody's name where a sentence speaks of them: known, or new."""
    return crop(name_of(record, ref) if isinstance(ref, str) else ref.name, _CALLED)


# --- the foot


def typed_runs(prompt: str, line: Line, width: int) -> list[Run]:
    """What is being typed, with the caret in sight."""
    text, caret = line.text, line.caret
    room = max(8, width - cell_len(prompt) - 2)
    start, used = caret, 0
    while start:
        before = stop_before(text, start)
        used += cell_len(text[before:start])
        if used > room - 1:
            break
        start = before
    end = stop_after(text, caret) if caret < len(text) else caret
    return [
        Run(prompt, "accent"),
        Run(text[start:caret], "strong"),
        Run(text[caret:end] or " ", "selected"),
        Run(text[end : end + width], "strong"),
    ]


_BECOMES: dict[type[Act], str] = {
    room.Absent: "is absent", room.Arrive: "comes in", room.Leave: "goes out", room.Return: "comes back",
    corrections.Undo: "is not here", room.Guest: "is here for this item", room.Substitute: "is here as a substitute",
}  # fmt: skip


def would_runs(record: Record, key: str, person: PersonKey, acts: Sequence[Act]) -> list[Run]:
    """What a key would say of somebody, given the acts it comes to; none where something must be asked first."""
    does = _BECOMES.get(type(acts[0]), "is here") if acts else "is here, as what is asked"
    return [Run(f"  {key}", "accent"), Run(f" {called(record, person)} {does}", "muted")]


_MARKING = (
    ("1", "here"), ("2", "apologies"), ("3", "late"), ("4", "absent"), ("5", "substitute"), ("6", "remote"), ("7", "in/out"),
)  # fmt: skip
_MORE = (
    ("*", "all here"),
    ("Space", "here or not"),
    ("+", "new person"),
    ("(", "reason"),
    ("F8", "undo"),
    ("Esc", "back"),
)


def legend_rows() -> list[Row]:
    """The keys of the register."""
    return [legend(_MARKING), legend(_MORE)]


def legend(keys: Sequence[tuple[str, str]]) -> Row:
    """Keys and what they do."""
    runs: list[Run] = []
    for key, does in keys:
        runs += [Run("  ")] if runs else []
        runs += [Run(key, "accent"), Run(f" {does}", "muted")]
    return Row(tuple(runs))
