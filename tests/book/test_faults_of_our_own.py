"""Whatever unforeseen happens in the journal's thread is said, loses nothing, and doesn't end the saving."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boardtui.book import commits
from boardtui.book.check import check
from boardtui.errors import BookError
from boardtui.model.acts import text
from support.acts import prose
from support.books import SOON, Clerk, Listener, called, half_typed, open_book

FAULTS = [MemoryError(), RecursionError("too deep"), KeyError("composer"), RuntimeError("nobody foresaw this")]


def said(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


def rescue_files(path: Path) -> list[Path]:
    return sorted((path.parent / "rescue").glob("*.json"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.book.journal.PATIENCE", 0.02)


@pytest.fixture(autouse=True)
def no_traceback(capfd: pytest.CaptureFixture[str]) -> Any:
    """Nothing is printed, neither a traceback nor a word of what was being minuted."""
    yield
    assert capfd.readouterr() == ("", "")


def failing(monkeypatch: pytest.MonkeyPatch, name: str, fault: Exception, fails: Callable[[int], bool]) -> list[int]:
    """`commits.name` raises the fault on those of its calls. Returns the calls, as they come."""
    plain, count, calls = getattr(commits, name), itertools.count(1), []

    def perhaps(*given: Any, **settings: Any) -> Any:
        calls.append(next(count))
        if fails(calls[-1]):
            raise fault
        return plain(*given, **settings)

    monkeypatch.setattr(commits, name, perhaps)
    return calls


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_it_is_said_and_the_act_is_saved_all_the_same(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    failing(monkeypatch, "file_act", fault, lambda call: call <= 2)
    filed = clerk.hand_in(said("kept"))
    assert listener.hears_of_trouble(f"stopped on a fault of its own ({type(fault).__name__})")
    assert filed.result(SOON).seq == 2
    assert listener.hears_that_all_is_well()
    assert clerk(said("and on")).seq == 3
    assert rescue_files(clerk.book.path) == []
    assert clerk.book.close().problem is None
    assert check(clerk.book.path).problems == []


def test_a_fault_after_the_commit_files_nothing_twice(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = commits._file

    def late(*given: Any, **settings: Any) -> Any:
        answer = plain(*given, **settings)
        monkeypatch.setattr(commits, "_file", plain)
        raise MemoryError(answer)

    monkeypatch.setattr(commits, "_file", late)
    assert clerk(said("once")).seq == 2
    assert listener.hears_of_trouble("MemoryError")
    assert check(clerk.book.path).acts == 2


def test_an_act_that_always_stops_it_is_refused_and_kept_and_the_next_is_saved(
    clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        failing(patched, "file_act", KeyError("x"), lambda _: True)
        answers = [clerk.hand_in(said("poison")), clerk.hand_in(said("built on it"))]
        clerk.book.journal.draft("small", "composer", "typed on")
        for answer in answers:
            with pytest.raises(BookError, match="fault of its own") as refused:
                answer.result(SOON)
            assert "boardtui rescue" in refused.value.hint
    assert listener.hears_that_all_is_well()
    (kept,) = rescue_files(clerk.book.path)
    assert [("poison" in one["payload"], one["seq"]) for one in json.loads(kept.read_text())["acts"]] == [
        (True, 2), (False, 3),
    ]  # fmt: skip
    assert clerk.book.next_seq() == 2
    again = Clerk(clerk.book)
    assert again(said("the next")).seq == 2
    clerk.book.close()
    assert kept.exists()
    found = check(clerk.book.path)
    assert (found.acts, half_typed(clerk.book.path)) == (2, ["typed on"])


def test_while_nothing_is_typed_too(clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("boardtui.book.journal.LOOK", 0.01)
        patched.setattr("boardtui.book.scribe.Scribe.whereabouts", lambda _: 1 // 0)
        clerk.book.journal.draft("small", "composer", "")
        assert listener.hears_of_trouble("ZeroDivisionError")
    assert listener.hears_that_all_is_well()
    assert clerk(said("still here")).seq == 2


def test_a_fault_in_telling_of_a_fault(clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        failing(patched, "file_act", MemoryError(), lambda call: call <= 2)
        patched.setattr("boardtui.book.rescue.Rescue.keep_waiting", lambda *_: [][0])
        answer = clerk.hand_in(said("kept"))
        assert answer.result(SOON).seq == 2
    assert listener.hears_that_all_is_well()


def test_a_listener_that_fails_stops_nothing(clerk: Clerk) -> None:
    clerk.book.journal.on_saved(lambda _: [][0])
    assert [clerk(said(f"line {number}")).seq for number in range(3)] == [2, 3, 4]
    assert clerk.book.journal.wait(SOON)
    assert clerk.book.close().unsaved == 0


def test_a_fault_that_lasts_until_the_book_is_closed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_book(path) as book:
        clerk = called(book)
        failing(monkeypatch, "keep_drafts", MemoryError(), lambda _: True)
        book.journal.draft("small", "composer", "half a sen")
        closing = book.close(0.1)
    assert closing.unsaved == 1
    assert closing.problem is not None
    (kept,) = rescue_files(path)
    assert json.loads(kept.read_text())["drafts"][0]["text"] == "half a sen"
    assert clerk.record.last_seq == 1
