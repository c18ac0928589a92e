"""A Word file as it is packed: opened only if all of it may be unpacked, which its directory tells beforehand."""

from __future__ import annotations

import io
import zipfile
import zlib

from boardtui.errors import InputError
from boardtui.model import limits

SAVE = "Open it in Word, and save it as a Word Document (.docx)."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Word 97 begins, and one that has a password."""
_IN_DIRECTORY = b"PK\x01\x02"
"""How each entry of the directory begins; a file inside may have some of its own."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word packs. Of what is packed otherwise Python unpacks more than it is asked for."""
_LOCKED = 1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)
"""What `zipfile` raises where packing can't be read; NotImplementedError, of a way of packing that it doesn't know."""


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive that a Word file is, nothing of it unpacked yet. name: what messages call it.

    Raises InputError: a .doc, a password, too large, damaged, or no archive at all.
    """
    if data.startswith(OLE):
        raise InputError(f"{name} is a .doc of an older Word, or has a password.", f"{SAVE} Without a password.")
    if len(data) > limits.LARGEST_WORD_FILE or data.count(_IN_DIRECTORY) > 5 * limits.MOST_PARTS:
        raise too_large(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE:
        raise no_word_file(name) from None
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > limits.MOST_PARTS or sum(entry.file_size for entry in entries) > limits.LARGEST_UNPACKED:
        raise too_large(name)
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise InputError(f"{name} has a password.", f"{SAVE} Without a password.")
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise damaged(name)
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise no_word_file(name)
    return archive


def unpack(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One part of it. name: what messages call the file. Raises InputError where it isn't there, or is damaged."""
    try:
        return archive.read(part)
    except (*_UNREADABLE, KeyError):
        raise no_word_file(name) from None


def no_word_file(name: str) -> InputError:
    """That this is another kind of file, or too damaged to tell."""
    return InputError(f"{name} is no Word file.", SAVE)


def damaged(name: str, where: str = "") -> InputError:
    """That it is a Word file, but not whole. where: the part that can't be read."""
    return InputError(f"{name} is damaged: {where} can't be read." if where else f"{name} is damaged.", SAVE)


def too_large(name: str) -> InputError:
    """That there is too much in it."""
    most = limits.figure(limits.LARGEST_WORD_FILE // 1_000_000)
    unpacked = limits.figure(limits.LARGEST_UNPACKED // 1_000_000)
    return InputError(
        f"{name} is too large: a file of {most} MB, or {unpacked} MB unpacked, is the most.",
        "Make its pictures smaller.",
    )
