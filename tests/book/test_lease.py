"""One clerk at a time: the lease names its holder, ends with it, and takes nothing else for a lease."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boardtui.errors import BookError
from support.books import open_book

HOLDER = """
import subprocess, sys
from pathlib import Path
from boardtui.book import Book
book = Book.open(Path(sys.argv[1]), holder='Ann Quill')
if 'child' in sys.argv:
    child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, close_fds=False)
    print(child.pid, flush=True)
print('open', flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Another process has the book open. It, and what it printed before."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    said: list[str] = []
    while "open" not in said:
        said.append(holder.stdout.readline().strip())
    try:
        yield holder, said
    finally:
        holder.kill()
        holder.communicate()


def lock_of(path: Path) -> Path:
    return Path(f"{path}.lock")


def test_it_names_who_where_and_since_when(path: Path) -> None:
    with held(path) as (holder, _), pytest.raises(BookError) as refused:
        open_book(path)
    assert f"is open already: Ann Quill on {os.uname().nodename}, process {holder.pid}, since " in refused.value.message
    assert refused.value.hint.startswith("Close it there")


def test_it_ends_with_its_holder_at_once_however_it_ends(path: Path) -> None:
    with held(path) as (holder, _):
        holder.kill()
        holder.wait()
        open_book(path).close()


def test_a_child_of_the_holder_doesnt_keep_it(path: Path) -> None:
    with held(path, "child") as (holder, said):
        holder.kill()
        holder.wait()
        try:
            os.kill(int(said[0]), 0)  # still alive
            open_book(path).close()
        finally:
            os.kill(int(said[0]), signal.SIGKILL)


def test_of_a_suspended_holder_that_is_said(path: Path) -> None:
    with held(path) as (holder, _):
        holder.send_signal(signal.SIGSTOP)
        os.waitpid(holder.pid, os.WUNTRACED)
        with pytest.raises(BookError) as refused:
            open_book(path)
        assert refused.value.hint.startswith("It is suspended: type fg in its terminal")
        holder.send_signal(signal.SIGCONT)


STRANGE: list[tuple[str, Callable[[Path], object]]] = [
    ("is a link", lambda lock: lock.symlink_to(lock.with_name("elsewhere"))),
    ("isn't a file", lambda lock: os.mkfifo(lock)),
    ("isn't a file", lambda lock: lock.mkdir()),
    ("is something else", lambda lock: lock.write_text("somebody's notes\n" * 50)),
    ("is something else", lambda lock: (lock.touch(), lock.with_name("second").hardlink_to(lock))),
]


@pytest.mark.parametrize(("words", "put"), STRANGE, ids=["link", "pipe", "folder", "other text", "second name"])
def test_what_is_no_lease_is_refused_and_left_as_it_is(path: Path, words: str, put: Callable[[Path], object]) -> None:
    lock = lock_of(path)
    put(lock)
    before = lock.lstat()
    with pytest.raises(BookError, match=words) as refused:
        open_book(path)
    assert "move it away" in refused.value.hint
    after = lock.lstat()
    assert (after.st_ino, after.st_size, after.st_mode) == (before.st_ino, before.st_size, before.st_mode)
    assert not lock.with_name("elsewhere").exists()


def test_somebody_elses_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_of(path).touch()
    mine = path.stat().st_uid
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((stat.S_IFREG | 0o600, 1, 1, 1, mine + 1, 0, 0, 0, 0, 0)))
    with pytest.raises(BookError, match="belongs to somebody else"):
        open_book(path)


@pytest.mark.parametrize("left", ["", "\0" * 60, "Ann Quill on", "Ann Quill on desk, process 1, since 14:00"])
def test_whatever_a_dead_holder_left_keeps_nobody_out(path: Path, left: str) -> None:
    lock_of(path).write_text(left)
    open_book(path).close()


def test_where_no_lock_can_be_kept_that_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with pytest.raises(BookError, match="No lock can be kept") as refused:
        open_book(path)
    assert "a disk of this computer" in refused.value.hint


@pytest.mark.parametrize("umask", [0, 0o777])
def test_it_is_for_its_owner_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        open_book(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(lock_of(path).stat().st_mode) == 0o600
