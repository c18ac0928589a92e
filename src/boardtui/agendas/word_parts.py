"""A Word file as the three parts of it that say what an agenda says: the document, its styles and its numbering.

Only these are unpacked. Nothing in them is fetched or expanded; how much they hold is counted before they are made a tree.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

from boardtui.errors import InputError
from boardtui.model import limits
from boardtui.model.word_archive import SAVE, damaged, no_word_file, open_archive, unpack

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
"""The namespace of Strict Open XML, which says the same in other words."""
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E")
"""In UTF-8 or in either kind of UTF-16."""
_WHOLE = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class WordParts:
    """document: its w:document; styles and numbering: None where the file has none."""

    document: Element
    styles: Element | None
    numbering: Element | None


def open_parts(data: bytes, name: str) -> WordParts:
    """The parts of a .docx. name: what messages call it.

    Raises InputError: no .docx, one with a password or macros, too large, damaged, or with a DOCTYPE.
    """
    archive = open_archive(data, name)
    names = {entry.lower(): entry for entry in archive.namelist()}
    if _RELATIONS not in names or _TYPES.lower() not in names:
        raise no_word_file(name)
    _refuse_macros(archive, names, name)
    document = next(iter(_related(archive, names, "", name).get("officeDocument", ())), "")
    if not document.endswith(".xml") or document.lower() not in names:
        raise no_word_file(name)
    beside = _related(archive, names, document, name)
    wanted = {"document": document} | {kind: beside[kind][0] for kind in ("styles", "numbering") if kind in beside}
    found = {kind: names[part.lower()] for kind, part in wanted.items() if part.lower() in names}
    trees = _trees(archive, found, name)
    if trees["document"].tag != f"{W}document":
        raise no_word_file(name)
    return WordParts(trees["document"], trees.get("styles"), trees.get("numbering"))


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return element.find(W + name)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute, '' where it or the element isn't there."""
    return "" if element is None else str(element.get(W + name, ""))


def whole(text: str, otherwise: int) -> int:
    """A whole number of Word's."""
    return int(text) if _WHOLE.fullmatch(text) else otherwise


def switched(element: Element | None) -> bool | None:
    """Is it on: `<w:b/>` is, `<w:b w:val="0"/>` isn't; None where nothing is said."""
    return None if element is None else value(element) not in ("0", "false", "off")


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: Element) -> str:
    """The name of an element without its namespace; '' for a comment."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _refuse_macros(archive: zipfile.ZipFile, names: dict[str, str], name: str) -> None:
    types = unpack(archive, names[_TYPES.lower()], name)
    if b"macroenabled" in types.lower() or any("vbaproject" in one for one in names):
        raise InputError(f"{name} has macros in it.", f"{SAVE} That leaves them out.")


def _related(archive: zipfile.ZipFile, names: dict[str, str], part: str, name: str) -> dict[str, list[str]]:
    """What a part is related to inside the file, by the kind of relation."""
    folder, _, file = part.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{file}.rels").lower()
    found: dict[str, list[str]] = {}
    if relations not in names:
        return found
    for one in _trees(archive, {"": names[relations]}, name)[""].iterchildren(etree.Element):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            found.setdefault(one.get("Type", "").rpartition("/")[2], []).append(target)
    return found


def _trees(archive: zipfile.ZipFile, parts: dict[str, str], name: str) -> dict[str, Element]:
    """Parts as trees, all of which together may not be too large. Raises InputError."""
    if sum(archive.getinfo(part).file_size for part in parts.values()) > limits.LARGEST_WORD_TEXT:
        raise _too_long(name)
    blobs = {part: unpack(archive, part, name) for part in parts.values()}
    if sum(blob.count(b"<") + blob.count(b"=") for blob in blobs.values()) > limits.MOST_WORD_MARKS:
        raise _too_long(name)
    return {key: _tree(blobs[part], part, name) for key, part in parts.items()}


def _tree(blob: bytes, part: str, name: str) -> Element:
    if _DOCTYPE.search(blob):
        raise _with_doctype(name, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(blob.replace(_STRICT, _USUAL), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(name, part) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype(name, part)
    return tree


def _with_doctype(name: str, part: str) -> InputError:
    return InputError(f"{name} has a DOCTYPE in {part}, which no Word file has.", SAVE)


def _too_long(name: str) -> InputError:
    return InputError(
        f"{name} has too much text in it: some hundred pages are the most.",
        "Copy the front sheet, with the agenda, into a Word file of its own.",
    )
