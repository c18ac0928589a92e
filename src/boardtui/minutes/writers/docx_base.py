"""A Word file of the office's own, looked at before anything of it is used: what can't be a base is refused with a reason.

Its size is taken from the directory of the archive, before anything is unpacked. Nothing in it may run, or fetch anything
when the minutes are opened; nothing of who wrote it goes along.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from docx import Document
from lxml import etree

from boardtui.errors import InputError
from boardtui.minutes.writers.docx import own_base
from boardtui.minutes.writers.docx_markup import Element, W
from boardtui.model.word_archive import SAVE, damaged, no_word_file, open_archive, unpack

_TYPES, _RELATIONS, _CORE = "[Content_Types].xml", "_rels/.rels", "docProps/core.xml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_LEFT_OUT = frozenset(
    {"attachedTemplate", "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml",
     "glossaryDocument", "printerSettings", "people", "stylesWithEffects"}
)  # fmt: skip
"""Kinds of relation that are left out: they tell who wrote the file, hold what nobody sees, or contradict the styles."""
_RUNS = ("vbaproject", "macroenabled", "activex", "oleobject", "embeddings/", "afchunk")
_FETCHING = re.compile(r"^\s*\\?(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b")
_WRITTEN_INTO = {"styles": "styles", "numbering": "numbering", "settings": "settings", "header": "hdr", "footer": "ftr"}
"""The kinds of part that the minutes are written into, and the element each is."""
_NEEDED = {
    "Relationship": ("Id", "Type", "Target"),
    "Override": ("PartName", "ContentType"),
    "Default": ("Extension", "ContentType"),
}
"""What the entries of a package must say."""
_DRAWING = "{urn:schemas-microsoft-com:vml}"
_MARKED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "commentReference",
)


def open_base(data: bytes, name: str) -> Any:
    """A Word file as a document to write into. name: what messages call it.

    Its properties are our own, empty ones. Raises InputError: no .docx, one with a password, macros or anything that is
    fetched from elsewhere, with changes or comments of somebody's, too large, damaged.
    """
    parts = _unpacked(data, name)
    trees = {part: _tree(blob, part, name) for part, blob in parts.items() if part.endswith((".xml", ".rels"))}
    _refuse_what_it_is_not(trees, parts, name)
    for part, tree in trees.items():
        if part.endswith(".rels"):
            _leave_out(tree, name)
        else:
            _refuse_what_fetches(tree, name)
            _refuse_what_is_marked(tree, name)
    _take_our_properties(trees, parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, blob in parts.items():
            tree = trees.get(part)
            archive.writestr(part, blob if tree is None else etree.tostring(tree, encoding="UTF-8", standalone=True))
    try:
        document = Document(io.BytesIO(stream.getvalue()))
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError):
        raise damaged(name) from None
    _refuse_what_is_not_whole(document, name)
    return document


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of the archive. Raises InputError."""
    archive = open_archive(data, name)
    names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    _refuse_what_runs(names, name)
    return {part: unpack(archive, part, name) for part in names}


def _refuse_what_runs(words: list[str], name: str) -> None:
    for word in words:
        kind = next((kind for kind in _RUNS if kind in word.lower()), "")
        if kind in ("vbaproject", "macroenabled"):
            raise InputError(f"{name} has macros in it.", f"{SAVE} That leaves them out.")
        if kind:
            raise InputError(f"{name} has an object of another program in it.", f"Remove it. {SAVE}")


def _tree(blob: bytes, part: str, name: str) -> Element:
    """A part as XML, of which nothing is fetched or expanded. Raises InputError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(name, part) from None
    if part.endswith(".rels") or part == _TYPES:
        entries = ((one, _NEEDED.get(etree.QName(one).localname, ())) for one in tree.iter(etree.Element))
        if any(one.get(key) is None for one, needed in entries for key in needed):
            raise damaged(name)
    if tree.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{name} has a DOCTYPE in {part}, which no Word file has.", SAVE)
    return tree


def _refuse_what_it_is_not(trees: Mapping[str, Element], parts: Mapping[str, bytes], name: str) -> None:
    """Raises InputError unless this is a plain document of Word."""
    if _TYPES not in trees or _RELATIONS not in trees:
        raise no_word_file(name)
    types = [one.get("ContentType", "") for one in trees[_TYPES].iterchildren(etree.Element)]
    _refuse_what_runs(types, name)
    if _TEMPLATE_TYPE in types:
        raise InputError(f"{name} is a Word template.", SAVE)
    if any(_STRICT in blob[:4000] for part, blob in parts.items() if part.endswith(("document.xml", ".rels"))):
        raise InputError(f"{name} is saved as Strict Open XML.", SAVE)
    if _DOCUMENT_TYPE not in types:
        raise no_word_file(name)


def _leave_out(relations: Element, name: str) -> None:
    """Take out the relations that aren't wanted. Raises InputError for one that would fetch something, or run."""
    for one in list(relations):
        kind = str(one.get("Type", "")).rpartition("/")[2]
        if kind in _LEFT_OUT:
            relations.remove(one)
        elif one.get("TargetMode") == "External" and kind != "hyperlink":
            what = {"image": "a picture"}.get(kind, "something")
            raise InputError(
                f"{name} fetches {what} from elsewhere when it is opened.", f"Put it into the file. {SAVE}"
            )
        elif kind in ("oleObject", "package", "control", "aFChunk", "subDocument"):
            raise InputError(f"{name} has an object of another program in it.", f"Remove it. {SAVE}")


def _refuse_what_fetches(tree: Element, name: str) -> None:
    """Raises InputError for a drawing or a field that would fetch something or run."""
    drawn = tree.iter(*(_DRAWING + tag for tag in ("imagedata", "fill", "stroke")))
    places = [value for one in drawn for key, value in one.attrib.items() if key.rpartition("}")[2] in ("src", "href")]
    if any("/" in value or "\\" in value for value in places):
        raise InputError(f"{name} fetches a picture from elsewhere when it is opened.", f"Put it into the file. {SAVE}")
    codes = [one.get(f"{W}instr", "") for one in tree.iter(f"{W}fldSimple")]
    code: list[str] = []
    for one in tree.iter(f"{W}fldChar", f"{W}instrText"):
        if one.tag == f"{W}instrText":
            code.append(one.text or "")
        else:
            codes.append("".join(code))
            code.clear()
    codes.append("".join(code))
    found = next((match for said in codes if (match := _FETCHING.match(said.upper()))), None)
    if found:
        raise InputError(f"{name} has a field {found[1]}, which fetches something or runs.", f"Remove it. {SAVE}")


def _refuse_what_is_marked(tree: Element, name: str) -> None:
    """Raises InputError for changes and comments, which are signed, and may hold what nobody is to read."""
    if next(tree.iter(*(W + mark for mark in _MARKED)), None) is not None:
        raise InputError(
            f"{name} has tracked changes or comments in it.",
            "In Word, accept the changes and delete the comments; save it.",
        )


def _refuse_what_is_not_whole(document: Any, name: str) -> None:
    """Raises InputError where what the minutes are written into isn't what it is said to be."""
    if document.element.find(f"{W}body") is None:
        raise damaged(name)
    for relation in document.part.rels.values():
        wanted = _WRITTEN_INTO.get(relation.reltype.rpartition("/")[2])
        found = getattr(relation.target_part, "element", None) if wanted and not relation.is_external else None
        if wanted and (found is None or found.tag != W + wanted):
            raise damaged(name)


def _take_our_properties(trees: dict[str, Element], parts: dict[str, bytes]) -> None:
    """Have it begin with our empty properties, and forget the template and the data it came from."""
    for part in [part for part in parts if part.lower() == _CORE.lower()]:
        del parts[part]
        trees.pop(part)
    with zipfile.ZipFile(io.BytesIO(own_base())) as archive:
        parts[_CORE] = archive.read(_CORE)
    types = trees[_TYPES]
    for one in [one for one in types if one.get("PartName", "").lower() == f"/{_CORE}".lower()]:
        types.remove(one)
    etree.SubElement(types, _beside(types, "Override"), PartName=f"/{_CORE}", ContentType=_CORE_TYPE)
    relations = trees[_RELATIONS]
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    etree.SubElement(relations, _beside(relations, "Relationship"), Id="minutesCore", Type=kind, Target=_CORE)
    for tree in trees.values():
        for one in list(
            tree.iter(f"{W}attachedTemplate", f"{W}dataBinding", f"{W}rsids", f"{W}docVars", f"{W}mailMerge")
        ):
            one.getparent().remove(one)


def _beside(tree: Element, tag: str) -> str:
    """A tag in the namespace of this element."""
    return f"{{{etree.QName(tree).namespace}}}{tag}"
