"""What keeps the acts as they are, whatever program opens the book: guards that SQLite itself keeps, and trying them.

An act is never changed, with one exception: its words may go for good when another act that stays says so, by name and with a
reason. Only plain SQL is used, because a book's own functions are not trusted where it is opened.
"""

from __future__ import annotations

from string import Template

from boardtui.book.library import sqlite3

ERASING = ("erase", "salvage")
"""The kinds of act by which the words of another may be gone: erased on purpose, or lost with a damaged book."""


def _refusal(name: str, when: str, table: str, condition: str, sentence: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table} {condition}BEGIN SELECT raise(ABORT, '{sentence}'); END"


_UNLESS_ERASED = """WHEN NOT (new.payload IS NULL AND new.salt IS NULL
 AND new.seq IS old.seq AND new.meeting IS old.meeting AND new.wall IS old.wall AND new.at IS old.at
 AND new.actor IS old.actor AND new.kind IS old.kind AND new.item IS old.item AND new.restricted IS old.restricted
 AND new.digest IS old.digest AND new.hash IS old.hash AND new.token IS old.token
 AND EXISTS (SELECT 1 FROM erasure JOIN act ON act.seq = erasure."by"
 WHERE erasure.act = old.seq AND act.kind IN ('erase', 'salvage'))) """
_UNLESS_SAID = """WHEN NOT EXISTS (SELECT 1 FROM act WHERE seq = new."by" AND kind IN ('erase', 'salvage'))
 OR NOT EXISTS (SELECT 1 FROM act WHERE seq = new.act AND kind NOT IN ('erase', 'salvage'))
 OR EXISTS (SELECT 1 FROM erasure WHERE act = new.act) """

FIRST_GUARDS = {
    "act_never_changed": _refusal("act_never_changed", "UPDATE", "act", "", "an act is never changed"),
    "act_never_removed": _refusal("act_never_removed", "DELETE", "act", "", "an act is never removed"),
    # The next number and no token twice: so nothing is left for INSERT OR REPLACE to replace, whatever
    # recursive_triggers says in the connection of whoever tries.
    "act_only_appended": _refusal(
        "act_only_appended",
        "INSERT",
        "act",
        "WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM act)"
        " OR EXISTS (SELECT 1 FROM act WHERE token = new.token) ",
        "an act is only appended",
    ),
}
"""The guards of a book of the first form, whose acts lost nothing."""

GUARDS = FIRST_GUARDS | {
    "act_never_changed": _refusal("act_never_changed", "UPDATE", "act", _UNLESS_ERASED, "an act is never changed"),
    "erasure_never_changed": _refusal("erasure_never_changed", "UPDATE", "erasure", "", "an erasure stays on record"),
    "erasure_never_removed": _refusal("erasure_never_removed", "DELETE", "erasure", "", "an erasure stays on record"),
    # One line for an act, of another act that says so and can't be erased itself.
    "erasure_only_said": _refusal(
        "erasure_only_said", "INSERT", "erasure", _UNLESS_SAID, "only an act that says so erases another"
    ),
}
"""The guards of a book."""

_ONE_MORE = Template(
    "INSERT INTO act SELECT coalesce(max(seq), 0) + 1, 'm', 'w', NULL, 'a', '$kind', '', 0, '{}', 's', 'd', 'h', '$token'"
    " FROM act"
)
_STAGE = (
    _ONE_MORE.substitute(kind="paragraph", token="the one that stays"),
    _ONE_MORE.substitute(kind="paragraph", token="the erased one"),
    _ONE_MORE.substitute(kind="erase", token="the one that says so"),
    "INSERT INTO erasure SELECT max(seq) - 1, max(seq), 'w', 'a', 'r' FROM act",
)
"""What is tried on: three acts more, one that stays, one that may be erased, and one that says so.

Nothing refers to the first of them, so that it is the guards that refuse and not a foreign key.
"""

_CHANGED_TOO = Template("UPDATE act SET payload = NULL, salt = NULL, $column WHERE token = 'the erased one'")
_ATTEMPTS = {
    "An act can be changed.": "UPDATE act SET payload = payload || ' '",
    "An act can be removed.": "DELETE FROM act WHERE token = 'the one that stays'",
    "An act can be replaced.": "INSERT OR REPLACE INTO act SELECT * FROM act WHERE token = 'the one that stays'",
    "An act can be put in the place of another.": "INSERT OR REPLACE INTO act SELECT (SELECT max(seq) + 1 FROM act), meeting,"
    " wall, at, actor, kind, item, restricted, payload, salt, digest, hash, token FROM act WHERE token = 'the one that stays'",
    "An act can be erased without a word of it.": "UPDATE act SET payload = NULL, salt = NULL"
    " WHERE token = 'the one that stays'",
    "An act can lose its words and keep its salt.": "UPDATE act SET payload = NULL WHERE token = 'the erased one'",
    "An act can be given other words where it is erased.": "UPDATE act SET payload = '[]', salt = NULL"
    " WHERE token = 'the erased one'",
    "An act that says what was erased can be erased.": "UPDATE act SET payload = NULL, salt = NULL"
    " WHERE token = 'the one that says so'",
    "An erasure can be noted of an act that says what was erased.": "INSERT INTO erasure"
    " SELECT max(seq), max(seq), 'w', 'a', 'r' FROM act",
    "An erasure can be noted without an act that says so.": "INSERT INTO erasure"
    " SELECT max(seq) - 2, max(seq) - 1, 'w', 'a', 'r' FROM act",
    "An erasure can be noted of an act that isn't there.": "INSERT INTO erasure"
    " SELECT max(seq) + 9, max(seq), 'w', 'a', 'r' FROM act",
    "The note of an erasure can be changed.": "UPDATE erasure SET reason = 'other'",
    "The note of an erasure can be removed.": "DELETE FROM erasure",
    "The note of an erasure can be replaced.": "INSERT OR REPLACE INTO erasure"
    " SELECT act, \"by\", wall, actor, 'other' FROM erasure",
} | {
    f"An act can be changed where it is erased ({column}).": _CHANGED_TOO.substitute(column=column)
    for column in (
        "seq = seq + 9", "meeting = 'x'", "wall = 'x'", "at = 'x'", "actor = 'x'", "kind = 'x'", "item = 'x'",
        "restricted = 1", "digest = 'x'", "hash = 'x'", "token = 'x'",
    )
}  # fmt: skip
"""What any program may try, and the sentence for what isn't refused."""


def unguarded(raw: sqlite3.Connection) -> list[str]:
    """Try to change, remove, replace and erase acts, as any program may, and take it back: what wasn't refused.

    Works on the connection it is given, inside a savepoint or transaction that never lasts.
    """
    was = raw.execute("PRAGMA recursive_triggers").fetchone()[0]
    found = []
    for setting in (0, 1):
        raw.execute(f"PRAGMA recursive_triggers={setting}")
        found += [sentence for sentence, sql in _ATTEMPTS.items() if not _refused(raw, sql)]
    raw.execute(f"PRAGMA recursive_triggers={was}")
    return list(dict.fromkeys(found))


def _refused(raw: sqlite3.Connection, sql: str) -> bool:
    raw.execute("SAVEPOINT trial")
    try:
        for prepare in _STAGE:
            raw.execute(prepare)
        return _is_refused(raw, sql)
    finally:
        raw.execute("ROLLBACK TO trial")
        raw.execute("RELEASE trial")


def _is_refused(raw: sqlite3.Connection, sql: str) -> bool:
    try:
        raw.execute(sql)
    except sqlite3.IntegrityError:
        return True
    return False
