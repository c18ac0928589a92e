"""Where a book lies: folders on another computer, and folders that a program copies elsewhere while it is written.

Both have lost books: over a network locks and syncs are often only promised, and a synchroniser copies the file without
its log, or puts an older copy in its place. Neither is refused, for some clerks have nowhere else; it is said, once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from boardtui.errors import BookError

Listing = Callable[[PurePath], Collection[str]]
"""The names in a folder, those of folders with a slash behind them; nothing for a folder that can't be read."""

MOUNTS = Path("/proc/self/mountinfo")
"""What is mounted where, on Linux: proc_pid_mountinfo(5)."""

_NETWORK = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "coda", "ceph", "glusterfs", "lustre", "beegfs", "gpfs",
    "ocfs2", "gfs2", "orangefs", "davfs", "davfs2", "virtiofs", "vboxsf", "vmhgfs", "prl_fs",
})  # fmt: skip
_NETWORK_FUSE = frozenset({
    "sshfs", "davfs", "davfs2", "glusterfs", "ceph", "ceph-fuse", "curlftpfs", "smbnetfs", "s3fs", "rclone", "gvfsd-fuse",
    "google-drive-ocamlfuse", "onedriver", "vmhgfs-fuse", "juicefs", "kio-fuse",
})  # fmt: skip
"""Behind `fuse.`: programs that show another computer's files as if they were here."""

_SYNCHRONISED = (
    (re.compile(r"OneDrive( ?[-–(].*)?", re.I), "OneDrive"),
    (re.compile(r"Dropbox( ?\(.*\))?", re.I), "Dropbox"),
    (re.compile(r"Google ?Drive(-.*)?|My Drive|GDrive", re.I), "Google Drive"),
    (re.compile(r"Nextcloud\d*", re.I), "Nextcloud"),
    (re.compile(r"ownCloud\d*", re.I), "ownCloud"),
    (re.compile(r"iCloud ?Drive.*|com~apple~CloudDocs|Mobile Documents", re.I), "iCloud"),
    (re.compile(r"Box Sync|Box-Box", re.I), "Box"),
    (re.compile(r"pCloud ?Drive|pCloudSync", re.I), "pCloud"),
    (re.compile(r"MEGAsync", re.I), "MEGA"),
    (re.compile(r"SynologyDrive", re.I), "Synology Drive"),
)
"""What a folder's name says of who synchronises it."""

_MARKS = (
    # In the home folder `.dropbox/` is only the program's settings: the synchronised folder has a file of that name.
    (re.compile(r"\.dropbox|\.dropbox\.cache/"), "Dropbox"),
    (re.compile(r"\.nextcloudsync\.log"), "Nextcloud"),
    (re.compile(r"\.owncloudsync\.log"), "ownCloud"),
    (re.compile(r"\._?sync_[0-9a-f]{6,}\.db"), "Nextcloud"),
    (re.compile(r"\.stfolder/?"), "Syncthing"),
    (re.compile(r"\.tmp\.drive(up|down)load/"), "Google Drive"),
    (re.compile(r"\.SynologyWorkingDirectory/"), "Synology Drive"),
    (re.compile(r"\.849C9593-D756-4E56-8D6E-42412F2A707B", re.I), "OneDrive"),
)
"""Files that a synchroniser leaves in its folder, by whatever name the clerk knows that."""

_OCTAL = re.compile(r"\\([0-7]{3})")
_HINT = "Put the book on a disk of this computer: copy it there with boardtui backup FILE, then use --book FILE."


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system. place: where it is mounted; kind: its type; source: what it is, a device or an address."""

    place: PurePath
    kind: str
    source: str

    @property
    def is_far(self) -> bool:
        """Are its files on another computer?"""
        return (
            self.kind in _NETWORK
            or self.kind.removeprefix("fuse.") in _NETWORK_FUSE
            or (self.kind.startswith("fuse") and "://" in self.source)
        )


def told_of(path: PurePath, mounts: str, listing: Listing) -> list[BookError]:
    """What is to be said of the place of a book, at most one thing.

    path: of the book, absolute, links resolved; mounts: the text of /proc/self/mountinfo, '' where there is none.
    """
    share = _share(path, mounts)
    if share:
        return [BookError(f"The book lies on another computer ({share}): a line that is cut can damage it.", _HINT)]
    who = _synchroniser(path, listing)
    if who:
        return [BookError(f"{who} synchronises the folder of the book, and can put an older book in its place.", _HINT)]
    return []


def look_around(path: Path) -> list[BookError]:
    """The same of a book on this computer, by what the system says."""
    mounts = ""
    with suppress(OSError):
        mounts = MOUNTS.read_text("utf-8", "replace")
    return told_of(Path(os.path.realpath(path)), mounts, _names)


def mount_of(path: PurePath, mounts: str) -> Mount | None:
    """The file system a path lies on: the one mounted deepest, of several in one place the one mounted last."""
    found: Mount | None = None
    for mount in filter(None, map(_mount, mounts.splitlines())):
        inside = mount.place == path or mount.place in path.parents
        if inside and (found is None or len(mount.place.parts) >= len(found.place.parts)):
            found = mount
    return found


def _mount(line: str) -> Mount | None:
    before, _, behind = line.partition(" - ")
    where, what = before.split(), behind.split()
    if len(where) < 5 or len(what) < 2:
        return None
    return Mount(PurePath(_unescaped(where[4])), what[0], _unescaped(what[1]))


def _unescaped(text: str) -> str:
    """Spaces and the like, which mountinfo writes in octal."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def _share(path: PurePath, mounts: str) -> str:
    mount = mount_of(path, mounts)
    if mount is not None and mount.is_far:
        return f"{mount.kind.removeprefix('fuse.')} at {mount.place}"
    return path.drive if path.drive.startswith(("\\\\", "//")) else ""


def _synchroniser(path: PurePath, listing: Listing) -> str:
    named = (who for part in reversed(path.parts[:-1]) for pattern, who in _SYNCHRONISED if pattern.fullmatch(part))
    marked = (
        who for folder in path.parents for name in listing(folder) for pattern, who in _MARKS if pattern.fullmatch(name)
    )
    return next(named, "") or next(marked, "")


def _names(folder: PurePath) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [f"{one.name}/" if one.is_dir(follow_symlinks=False) else one.name for one in entries]
    except OSError:
        return []
