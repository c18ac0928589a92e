"""Who may read a book: its owner, and nobody else. The same goes for what lies beside it and for its copies.

Everything is made so whatever the umask says; what was made wider by somebody else is put right when the book is opened to
write, and that is said. Folders are only touched where boardtui made them: any other is the clerk's.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from boardtui.errors import BookError

FILE, FOLDER = 0o600, 0o700
OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""Whatever group and others may do."""

_NOW_PRIVATE = "It holds what is exempt, too: ask yourself who may have read it."
_KEEPS_NONE = "Put the book on a disk of this computer that keeps them, such as your own folder."


def create(path: Path) -> int:
    """Make a file that only its owner may read, where nothing stands yet, not even a link. Its handle. Raises OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE)
    with ExitStack() as closing:
        closing.callback(os.close, handle)
        os.fchmod(handle, FILE)  # a umask can have taken rights from the owner, too
        closing.pop_all()
    return handle


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, and those above it that are missing. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    for one in reversed(missing):
        with suppress(FileExistsError):  # another boardtui was quicker
            one.mkdir(mode=FOLDER)
            one.chmod(FOLDER)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def make_private_folder(folder: Path) -> None:
    """The same, and of one that is there already only its owner may enter it from now on. Raises OSError."""
    make_folder(folder)
    if folder.stat().st_mode & OTHERS:
        folder.chmod(FOLDER)


def mend(book: Path) -> list[BookError]:
    """Take away what others may do with a book, with what lies beside it and with its copies.

    Returns what is to be said of it, at most one thing. Raises BookError where others may read it and it isn't this user's
    to change, OSError where there is no book.
    """
    _be_mendable(book)
    wide = [path for path in _belongings(book) if _is_wide(path)]
    if not wide:
        return _folder_open_to_all(book.parent)
    for path in wide:
        with suppress(OSError):
            path.chmod(FOLDER if path.is_dir() else FILE)
    left = [path for path in wide if _is_wide(path)]
    if left:
        return [BookError(f"Others at this computer may read {left[0]}, and its disk keeps no rights.", _KEEPS_NONE)]
    return [BookError(f"Others could read {_listed(wide)}; from now on only you can.", _NOW_PRIVATE)]


def seen(book: Path) -> list[BookError]:
    """What is to be said of a book that is only looked at: nothing is changed."""
    if not _is_wide(book):
        return []
    return [BookError(f"Others at this computer may read {book}.", f"Make it private: chmod 600 {book.name}")]


def _be_mendable(book: Path) -> None:
    found = book.lstat()
    if found.st_mode & OTHERS and os.geteuid() not in (found.st_uid, 0):
        raise BookError(
            f"Others may read {book}, and it is not yours to change.", "Have its owner make it private, or make a copy."
        )


def _belongings(book: Path) -> Iterator[Path]:
    """The book, what lies beside it, its copies, and its folder if that is boardtui's own."""
    if _is_own_folder(book.parent):
        yield book.parent
    yield book
    for one in _beside(book):
        yield one
        if one.is_dir() and not one.is_symlink():
            yield from _entries(one)


def _beside(book: Path) -> list[Path]:
    return [one for one in _entries(book.parent) if one.name.startswith((f"{book.name}-", f"{book.name}."))]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_own_folder(folder: Path) -> bool:
    """Is it the data folder that boardtui makes? Looked at only when it might be, and is too wide: the answer takes time."""
    if folder.name != "boardtui" or not _is_wide(folder):
        return False
    from platformdirs import user_data_path

    return folder == user_data_path("boardtui", appauthor=False)


def _is_wide(path: Path) -> bool:
    """May others do anything with it? A link isn't followed: what it leads to isn't ours."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & OTHERS)


def _folder_open_to_all(folder: Path) -> list[BookError]:
    """Whoever may write in a folder may put another book in the place of one. In a sticky one, such as /tmp, they may not."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return []
    if not mode & stat.S_IWOTH or mode & stat.S_ISVTX:
        return []
    return [
        BookError(f"Everybody at this computer may change what lies in {folder}.", "Put the book in a folder of yours.")
    ]


def _listed(paths: list[Path]) -> str:
    others = len(paths) - 1
    return f"{paths[0]}" + (f" and {others} more beside it" if others else "")
