"""Where a book lies: another computer's folder and a synchronised one are recognised, and nothing else is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from boardtui.book import Book, surroundings
from boardtui.book.surroundings import look_around, mount_of, told_of

MOUNTS = """\
22 27 0:21 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:50 / /home rw,relatime - nfs4 files.example.org:/home rw,vers=4.2
31 30 8:17 / /home/local rw - ext4 /dev/sdb1 rw
32 22 0:60 / /mnt/council\\040share rw - cifs //files/council rw
33 22 0:61 / /mnt/ssh rw master:3 propagate_from:2 - fuse.sshfs clerk@files: rw
34 22 0:62 / /mnt/dav rw - fuse https://cloud.example.org/dav rw
35 22 0:63 / /mnt/stick rw - fuseblk /dev/sdc1 rw
36 22 0:64 / /mnt/stacked rw - nfs files:/a rw
37 22 8:33 / /mnt/stacked rw - ext4 /dev/sdd1 rw
38 22 0:65 / /mnt/portal rw - fuse.portal portal rw
not a line of it
"""


def nothing(_: PurePath) -> Collection[str]:
    return ()


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/home/ann/minutes.book", "nfs4 at /home"),
        ("/mnt/council share/minutes.book", "cifs at /mnt/council share"),
        ("/mnt/ssh/deep/down/minutes.book", "sshfs at /mnt/ssh"),
        ("/mnt/dav/minutes.book", "fuse at /mnt/dav"),
        ("/home/local/minutes.book", ""),
        ("/homely/minutes.book", ""),
        ("/var/minutes.book", ""),
        ("/mnt/stick/minutes.book", ""),
        ("/mnt/stacked/minutes.book", ""),
        ("/mnt/portal/minutes.book", ""),
    ],
)
def test_a_folder_of_another_computer_is_told_by_what_is_mounted(path: str, share: str) -> None:
    told = told_of(PurePosixPath(path), MOUNTS, nothing)
    assert [share in one.message for one in told] == ([True] if share else [])
    assert all("boardtui backup FILE" in one.hint for one in told)


@pytest.mark.parametrize(
    "kind", ["nfs", "smb3", "9p", "afs", "ceph", "glusterfs", "davfs", "fuse.davfs", "fuse.rclone"]
)
def test_each_kind_of_share(kind: str) -> None:
    assert told_of(PurePosixPath("/m/minutes.book"), f"1 0 0:1 / /m rw - {kind} there rw\n", nothing)


def test_without_mounts_nothing_is_said_of_them() -> None:
    assert told_of(PurePosixPath("/home/ann/minutes.book"), "", nothing) == []
    assert mount_of(PurePosixPath("/home/ann"), "") is None


def test_a_share_of_windows() -> None:
    assert told_of(PureWindowsPath(r"\\files\council\minutes.book"), "", nothing)
    assert told_of(PureWindowsPath(r"C:\Users\Ann\minutes.book"), "", nothing) == []


@pytest.mark.parametrize(
    ("folder", "who"),
    [
        ("/Users/ann/Library/CloudStorage/OneDrive-NetherPoole", "OneDrive"),
        ("/home/ann/OneDrive - Nether Poole Parish Council/Board", "OneDrive"),
        ("/home/ann/onedrive", "OneDrive"),
        ("/home/ann/Dropbox (Council)/minutes", "Dropbox"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive", "Google Drive"),
        ("/home/ann/Nextcloud/Board", "Nextcloud"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/ann/Documents", ""),
        ("/home/ann/Dropbox of letters", ""),
        ("/home/dropboxer", ""),
    ],
)
def test_a_synchronised_folder_is_told_by_its_name(folder: str, who: str) -> None:
    told = told_of(PurePosixPath(folder, "minutes.book"), MOUNTS.replace("nfs4", "ext4"), nothing)
    assert [one.message.startswith(f"{who} synchronises") for one in told] == ([True] if who else [])


@pytest.mark.parametrize(
    ("name", "who"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".stfolder/", "Syncthing"),
        (".dropbox/", ""),
        ("notes.txt", ""),
    ],
)
def test_a_synchronised_folder_is_told_by_what_lies_in_it(name: str, who: str) -> None:
    told = told_of(
        PurePosixPath("/srv/cloud/board/minutes.book"), "", lambda folder: [name] if folder.name == "cloud" else []
    )
    assert [one.message.startswith(f"{who} synchronises") for one in told] == ([True] if who else [])


def test_a_book_of_the_same_name_is_no_folder() -> None:
    assert told_of(PurePosixPath("/home/local/Dropbox"), "", nothing) == []


def test_the_place_of_a_book_on_this_computer(path: Path) -> None:
    assert look_around(path) == []
    path.with_name(".nextcloudsync.log").touch()
    (told,) = look_around(path)
    assert told.message.startswith("Nextcloud synchronises")
    link = path.parent / "linked"
    link.symlink_to(path.parent)
    assert look_around(link / path.name)


def test_the_book_tells_it_once_it_is_asked(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / {tmp_path} rw - nfs files:/home rw\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    for read_only in (True, False):
        with Book.open(path, read_only=read_only) as book:
            assert [f"nfs at {tmp_path}" in one.message for one in book.notices] == [True]
