"""Books are damaged, by chance and on purpose, and `check` is asked: no act is another one without its saying so.

    python tests/faults/damage.py --rounds 10000 --seed 1

Chance: bits, bytes, sectors and pages become others, tails are cut off, pages change places, the text of the schema is hurt,
the log beside the book is hurt, cut or taken away. Purpose: another SQLite program takes the guards away, changes, adds or
removes acts, drafts or rows of the tables, and puts the guards back. The judge says what has really become of the book. Damage
that leaves acts, tables and drafts as they were may pass. A draft that only the log held goes with the log, and nothing can
tell that it was there: such cases are counted apart.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.errors import BoardError
from faults.figures import Figures, asked, in_parts
from faults.oracle import Verdict, judge
from faults.plants import plant
from faults.scenarios import Wrongs, desk_work
from faults.stage import Case, Stage, a_stage
from support.damage import Harm, bits, sectors, swapped, tail, whole_pages

KINDS = ("silent", "silent_beside_acts", "uncaught", "opened_wrong")
"""What can be wrong. silent: acts are others and check says nothing; silent_beside_acts: a table or a draft is; opened_wrong:

the product takes a book for sound whose acts are others.
"""

Damage = Callable[[Path, random.Random], None]


def _bytes(path: Path, change: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)


def _hurt(harm: Harm) -> Damage:
    """That harm, done to the bytes of the book."""
    return lambda book, rnd: _bytes(book, lambda data: harm(data, rnd))


def _byte(data: bytearray, rnd: random.Random) -> None:
    data[rnd.randrange(len(data))] = rnd.choice((0, rnd.randrange(256)))


def _flip(data: bytearray, rnd: random.Random, start: int = 0, end: int | None = None) -> None:
    if data:
        data[rnd.randrange(start, min(end or len(data), len(data)))] ^= 1 << rnd.randrange(8)


def _schema(book: Path, rnd: random.Random) -> None:
    def change(data: bytearray) -> None:
        places = [at for at in range(len(data)) if data.startswith(b"CREATE ", at)]
        at = rnd.choice(places)
        _flip(data, rnd, at, at + 200)

    _bytes(book, change)


def _log_bits(book: Path, rnd: random.Random) -> None:
    _bytes(_log(book), lambda data: _flip(data, rnd))


def _log_cut(book: Path, rnd: random.Random) -> None:
    os.truncate(_log(book), rnd.randrange(_log(book).stat().st_size or 1))


def _log_gone(book: Path, rnd: random.Random) -> None:
    _log(book).unlink()


def _log(book: Path) -> Path:
    """The log beside the book; in a closed book there is an empty one."""
    log = Path(f"{book}-wal")
    log.touch()
    return log


def _foreign(*statements: str) -> Damage:
    """Another program does this, `:n` being an act by chance, between taking the guards away and putting them back."""

    def damage(book: Path, rnd: random.Random) -> None:
        with closing(sqlite3.connect(book, isolation_level=None)) as raw:
            guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            last = raw.execute("SELECT max(seq) FROM act").fetchone()[0]
            chosen = {"n": rnd.randint(1, last)}
            for name, _ in guards:
                raw.execute(f'DROP TRIGGER "{name}"')
            for sql in statements:
                raw.execute(sql, chosen if ":n" in sql else {})
            for _, sql in guards:
                raw.execute(sql)

    return damage


_OTHER_WORDS = "UPDATE act SET payload = replace(payload, 'received', 'refused') WHERE seq >= :n"
_EMPTY_ROOM = "CREATE TEMP TABLE one AS SELECT * FROM act WHERE seq = (SELECT max(seq) FROM act)"
_ONE_MORE = "UPDATE one SET seq = seq + 1, token = 'another'"
DAMAGES: dict[str, Damage] = {
    "bits": _hurt(bits),
    "byte": _hurt(_byte),
    "sectors": _hurt(sectors),
    "pages": _hurt(whole_pages),
    "tail cut off": _hurt(tail),
    "pages swapped": _hurt(swapped),
    "schema": _schema,
    "log hurt": _log_bits,
    "log cut": _log_cut,
    "log gone": _log_gone,
    "words changed": _foreign(_OTHER_WORDS),
    "time changed": _foreign("UPDATE act SET wall = '2001-01-01T00:00:00Z' WHERE seq = :n"),
    "made public": _foreign("UPDATE act SET restricted = 1 - restricted WHERE seq = :n"),
    "act removed": _foreign("DELETE FROM act WHERE seq = :n"),
    "tail removed": _foreign("DELETE FROM act WHERE seq >= :n"),
    "act added": _foreign(_EMPTY_ROOM, _ONE_MORE, "INSERT INTO act SELECT * FROM one"),
    "draft changed": _foreign("UPDATE draft SET text = text || ' not'"),
    "table changed": _foreign("UPDATE block SET text = replace(text, 'received', 'refused')"),
    "row removed": _foreign("DELETE FROM block WHERE rowid = (SELECT min(rowid) FROM block)"),
}
"""What is done to a book."""


def books(stage: Stage) -> list[Case]:
    """What is damaged: a book that was closed, and one that wasn't, whose newest acts are in its log only."""
    closed, left_open = Case(stage.folder / "closed"), Case(stage.folder / "left-open")
    for case in (closed, left_open):
        shutil.copytree(stage.met.folder, case.folder)
    for case, act in ((closed, desk_work), (left_open, desk_work), (left_open, _work_and_die)):
        ended = stage.play(case, act)
        if ended.code and not ended.died:
            raise RuntimeError(f"A book can't be made: {ended}")
    return [closed, left_open]


def _work_and_die(case: Case) -> int:
    with mock.patch.object(Book, "close", lambda *_: os.kill(os.getpid(), signal.SIGKILL)):
        return desk_work(case)


def _ask(case: Case) -> int:
    """Ask check and the door of a book, and print what they say."""
    problems = check(case.book).problems
    try:
        with Book.open(case.book, holder="clerk", patient=False):
            opened = True
    except BoardError:
        opened = False
    print(json.dumps({"problems": problems, "opened": opened}))
    return 0


def look(stage: Stage, case: Case, name: str, truth: Verdict, figures: Figures) -> Wrongs:
    """Ask about a damaged book, and compare with what the judge sees."""
    now = judge(case.book, guards=False, tables=True)
    ended = stage.play(case, _ask)
    if ended.code:
        return {"uncaught": f"exit {ended.code}: {ended.err[-300:]}"}
    said = json.loads(ended.out)
    same = now.sound and now.same_truth(truth)
    figures.count("unchanged" if same else "changed")
    figures.count("refused" if said["problems"] else "passed")
    wrongs: Wrongs = {}
    if said["opened"] and (after := judge(case.book, guards=False)).acts != truth.acts:
        wrongs["opened_wrong"] = after.problem or f"{len(after.acts)} acts of {len(truth.acts)}, or others"
    if same or said["problems"]:
        return wrongs
    if not now.sound or now.acts != truth.acts:
        wrongs["silent"] = now.problem or "acts are others"
    elif name.startswith("log") and now.tables | {"draft": []} == truth.tables | {"draft": []}:
        figures.count("drafts_gone_with_the_log")
    else:
        wrongs["silent_beside_acts"] = _what_differs(now, truth)
    return wrongs


def _what_differs(now: Verdict, truth: Verdict) -> str:
    if now.drafts != truth.drafts:
        return f"drafts {now.drafts} instead of {truth.drafts}"
    return ", ".join(name for name, rows in truth.tables.items() if now.tables.get(name) != rows)


def part(rounds: int, seed: int, number: int, of: int, names: Sequence[str], planted: str) -> Figures:
    """The number-th of so many parts of so many damaged books. names: of `DAMAGES`, all when empty; planted: see plants.py."""
    figures = Figures("damage")
    figures.expect("damaged", "unchanged", "changed", "refused", "passed", "drafts_gone_with_the_log", *KINDS)
    kinds = [name for name in DAMAGES if not names or name in names]
    with a_stage() as stage, plant(planted):
        starts = [(case, judge(case.book, tables=True)) for case in books(stage)]
        for which in range(rounds)[number::of]:
            rnd = random.Random(f"{seed} {which}")
            name = kinds[which % len(kinds)]
            start, truth = rnd.choice(starts)
            with stage.case(start) as case:
                DAMAGES[name](case.book, rnd)
                figures.count("damaged")
                figures.tell(
                    f"{name}, {start.folder.name} book, round {which}", look(stage, case, name, truth, figures)
                )
    return figures


def run(rounds: int, seed: int, names: Sequence[str] = (), planted: str = "") -> Figures:
    """Damage so many books. names, planted: as in `part`."""
    return in_parts("damage.py", rounds, seed, names, planted)


if __name__ == "__main__":
    sys.exit(asked(__doc__, part, run))
