"""What erasing would do is shown before it is done, and what can't be erased is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.desk import Desk
from boardtui.desk.erasing import consequences, erase
from boardtui.desk.history import history
from boardtui.errors import InputError, Refusal
from boardtui.model.acts.corrections import Erase, Erased
from support.clock import FrozenClock
from support.desks import at_work, open_book

SECRET = "The beekeeper of Quagmire Cottage owes nine hundred guineas"


def seq_of(desk: Desk, words: str) -> int:
    """The act that says this."""
    return next(one.seq for one in desk.record.filed if words in one.act.model_dump_json())


def test_the_lines_that_go_are_told(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00", "# 3", f"{SECRET}.", "What else was said.") as desk:
        what = consequences(desk.record, desk.house, [seq_of(desk, "Quagmire")])
        assert [one.act.kind for one in what.acts] == ["paragraph"]
        assert any("Quagmire" in line for line in what.goes)
        assert not any("What else" in line for line in (*what.goes, *what.comes))
        assert desk.record.act(what.asked[0]) == what.acts[0].act


def test_its_edits_and_rewordings_go_with_it_and_its_undo_stays(tmp_path: Path) -> None:
    lines = ("/start 14:00", "# 3", f"{SECRET}.", "s/nine/eight/", "/undo", "What else was said.")
    with at_work(tmp_path, *lines) as desk:
        said = seq_of(desk, "Quagmire")
        desk.revise(said, f"{SECRET}, it is said.")
        desk.wait()
        what = consequences(desk.record, desk.house, [said])
        assert [one.act.kind for one in what.acts] == ["paragraph", "substitution", "edit"]


def test_a_point_that_was_a_jot_goes_with_it(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00", "# 3", f"~ {SECRET}", "/promote") as desk:
        what = consequences(desk.record, desk.house, [seq_of(desk, "Quagmire")])
        assert [one.act.kind for one in what.acts] == ["jot", "promote"]


def test_an_act_that_says_the_same_is_named(tmp_path: Path) -> None:
    lines = ("/start 14:00", "# 3", f"{SECRET}.", f"? {SECRET}.", "s/guineas/pounds/g", "What else was said.")
    with at_work(tmp_path, *lines) as desk:
        what = consequences(desk.record, desk.house, [seq_of(desk, "Quagmire")])
        assert [one.act.kind for one in what.quoting] == ["point", "substitution"]


@pytest.mark.parametrize(
    ("seq", "words"),
    [
        (1, "no meeting"),
        (4, "no meeting"),
        (5, "under another item"),
        (7, "stand again"),
        (8, "hangs on it"),
        (99, "no act 99"),
    ],
)
def test_what_cant_be_erased_is_refused(tmp_path: Path, seq: int, words: str) -> None:
    with at_work(tmp_path, "/start 14:00", "# 3", f"{SECRET}.", "/strike", "/exclude 3") as desk:
        with pytest.raises(InputError, match=words) as refused:
            consequences(desk.record, desk.house, [seq])
        assert refused.value.hint


def erased_desk(folder: Path) -> int:
    """A meeting in which a secret was said and erased; the seq of that."""
    with at_work(folder, "/start 14:00", "# 3", f"{SECRET}.", "What else was said.") as desk:
        said = seq_of(desk, "Quagmire")
        what = consequences(desk.record, desk.house, [said])
        done = erase(desk, what, "named the beekeeper", copies_kept=10, rescue=folder / "rescue")
        assert (done.swept.left, done.by) == ((), desk.record.last_seq + 1)
    return said


def there(folder: Path) -> Desk:
    book = Book.open(folder / "minutes.book", read_only=True)
    return Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)


def test_it_is_gone_and_the_book_is_sound(tmp_path: Path) -> None:
    said = erased_desk(tmp_path)
    assert (check(tmp_path / "minutes.book").problems, check(tmp_path / "minutes.book").erased) == ([], 1)
    assert all(b"Quagmire" not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    desk = there(tmp_path)
    assert desk.record.act(said) == Erased(was="paragraph")
    desk.book.close()


def test_erasing_it_again_sweeps_again(tmp_path: Path) -> None:
    said = erased_desk(tmp_path)
    with open_book(tmp_path) as book:
        desk = Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
        what = consequences(desk.record, desk.house, [said])
        assert (what.acts, [one.seq for one in what.again]) == ((), [said])
        done = erase(desk, what, "once more", copies_kept=10, rescue=tmp_path / "rescue")
        assert (done.by, done.swept.left) == (None, ())
    assert check(tmp_path / "minutes.book").acts == desk.record.last_seq


def test_the_history_tells_that_it_was_erased_and_the_public_one_not_why(tmp_path: Path) -> None:
    said = erased_desk(tmp_path)
    desk = there(tmp_path)
    for restricted in (True, False):
        rows = {row.seq: row for row in history(desk.record, desk.house, restricted=restricted)}
        by = desk.record.last_seq
        assert (rows[said].kind, rows[said].stands, rows[by].kind) == ("paragraph", False, "erase")
        assert rows[said].line.startswith(f"(erased by act {by}")
        assert all(("named the beekeeper" in rows[seq].line) is restricted for seq in (said, by))
    desk.book.close()


def test_nothing_about_it_can_be_said_at_the_desk(tmp_path: Path) -> None:
    said = erased_desk(tmp_path)
    with open_book(tmp_path) as book:
        desk = Desk(book, book.meetings()[0].name, clock=FrozenClock(), actor="clerk", live=False)
        for line in (f"/undo {said}", f"/redo {said}", f"/undo {desk.record.last_seq}"):
            with pytest.raises(Refusal, match="erased"):
                desk.say(line)
        with pytest.raises(Refusal, match="not erased at the desk"):
            desk.do(Erase(targets=(said,), reason="why not"))


def test_a_wrong_act_number_changes_nothing(tmp_path: Path) -> None:
    with at_work(tmp_path, "/start 14:00") as desk:
        before = desk.record.last_seq
        with pytest.raises(InputError):
            consequences(desk.record, desk.house, [77])
        assert desk.record.last_seq == before
