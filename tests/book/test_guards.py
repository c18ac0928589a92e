"""The guards, each by itself: what they let through, what they refuse, and that trying them finds one that is gone or weak."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from boardtui.book import commits
from boardtui.book.guards import GUARDS, unguarded
from boardtui.book.tables import Changes, changes
from boardtui.model.acts import Filed, text
from boardtui.model.acts.corrections import Erase
from support.acts import begun_with, prose
from support.books import in_memory, with_token

ERASE = "UPDATE act SET payload = NULL, salt = NULL WHERE seq = 4"


@pytest.fixture
def raw() -> Iterator[sqlite3.Connection]:
    """A book with a paragraph, which is act 4."""
    raw = in_memory()
    minuting = begun_with([(text.Paragraph(text=prose("Said once")), None)])
    for one in minuting.filed:
        commits.file_act(raw, commits.Job(with_token(one), Changes()))
    assert minuting.filed[-1].seq == 4
    yield raw
    raw.close()


def say_so(raw: sqlite3.Connection) -> None:
    """An act that says that act 4 is erased, which takes no words yet."""
    raw.execute(
        "INSERT INTO act VALUES (5, 'small', 'w', NULL, 'ann', 'erase', '', 1, '{\"targets\": [4]}', 's', 'd', 'h', 't')"
    )


def test_words_go_when_an_act_says_so_and_it_is_noted(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw.execute(ERASE)
    say_so(raw)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw.execute(ERASE)
    raw.execute("INSERT INTO erasure VALUES (4, 5, 'w', 'ann', 'why')")
    raw.execute(ERASE)
    assert raw.execute("SELECT payload, salt FROM act WHERE seq = 4").fetchone() == (None, None)


@pytest.mark.parametrize("by", [1, 3, 4, 9])
def test_only_an_act_that_says_so_is_noted(raw: sqlite3.Connection, by: int) -> None:
    say_so(raw)
    with pytest.raises(sqlite3.IntegrityError, match="only an act that says so"):
        raw.execute("INSERT INTO erasure VALUES (4, ?, 'w', 'ann', 'why')", [by])


def test_trying_them_finds_them_all_and_changes_nothing(raw: sqlite3.Connection) -> None:
    before = list(raw.iterdump())
    assert unguarded(raw) == []
    assert list(raw.iterdump()) == before


@pytest.mark.parametrize("name", GUARDS)
@pytest.mark.parametrize("when", ["", "WHEN 0 "])
def test_one_that_is_gone_or_weak_is_found(raw: sqlite3.Connection, name: str, when: str) -> None:
    raw.execute(f"DROP TRIGGER {name}")
    if when:
        before, _, _ = GUARDS[name].partition("WHEN" if "WHEN" in GUARDS[name] else "BEGIN")
        raw.execute(f"{before}{when}BEGIN SELECT 1; END")
    assert unguarded(raw)


@pytest.mark.parametrize(
    ("name", "was", "instead"),
    [
        ("act_never_changed", "AND new.digest IS old.digest", ""),
        ("act_never_changed", "new.payload IS NULL AND", ""),
        ("act_never_changed", "AND new.salt IS NULL", ""),
        ("erasure_only_said", "AND kind IN ('erase', 'salvage')", ""),
        ("erasure_only_said", "AND kind NOT IN ('erase', 'salvage')", ""),
        ("erasure_only_said", "OR EXISTS (SELECT 1 FROM erasure WHERE act = new.act)", ""),
        ("act_only_appended", "OR EXISTS (SELECT 1 FROM act WHERE token = new.token)", ""),
    ],
)
def test_one_with_a_word_taken_out_is_found(raw: sqlite3.Connection, name: str, was: str, instead: str) -> None:
    assert was in GUARDS[name]
    raw.execute(f"DROP TRIGGER {name}")
    raw.execute(GUARDS[name].replace(was, instead))
    assert unguarded(raw)


class Death(BaseException):
    """The program is killed here."""


@pytest.mark.parametrize("instant", ["boardtui.book.erasing.forget", "boardtui.book.table_writing.apply"])
def test_a_death_while_words_are_erased_leaves_all_as_it_was(
    raw: sqlite3.Connection, instant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise Death

    before = list(raw.iterdump())
    minuting = begun_with([(text.Paragraph(text=prose("Said once")), None)])
    minuting(Erase(targets=(4,), reason="why"), restricted=True)
    erasure: Filed = with_token(minuting.filed[-1])
    monkeypatch.setattr(instant, dies)
    with pytest.raises(Death):
        commits.file_act(raw, commits.Job(erasure, changes(minuting.record, erasure)))
    assert list(raw.iterdump()) == before
