"""Every format: what it writes of a small meeting, kept as files to read; the same always; nothing restricted in public.

And what each house style that ships makes of a small meeting, in every format that is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from boardtui.errors import InputError
from boardtui.minutes.formats import FORMATS, Output, Source, outputs
from boardtui.minutes.house import house_names, load_house
from boardtui.rules.confidentiality import public_record
from support.leaks import words_in
from support.meetings import record_of

GOLDEN = Path(__file__).parent / "golden"
DOCS = Path(__file__).parents[2] / "docs" / "exports.md"
SECRETS = ("Larch", "Daughter")
KEPT = ("csv", "ics", "decisions", "paste")
"""The formats whose files of the small meeting are kept. Written anew by: python tests/minutes/test_formats.py."""


STYLES = GOLDEN / "styles"
IN_EACH_STYLE = ("txt", "md", "html", "json", "csv", "ics", "decisions", "interests")
"""The formats of which the files of a meeting in each style are kept; written anew by the same."""
OWN = ("cyngor_cymuned", "school_governors", "scrutiny")
"""The styles that have a meeting of their own kind, whose text is written by hand. The others minute the small meeting."""


def source(*, restricted: bool = False) -> Source:
    """The small meeting, for the public or whole."""
    record = record_of(*((GOLDEN / f"meeting{end}").read_text("utf-8") for end in (".agenda.md", ".notes")))
    return Source(record if restricted else public_record(record), load_house("parish_council"))


def in_style(house: str) -> Source:
    """The meeting that a style is shown with, for the public."""
    ends = (".agenda.md", ".notes")
    own = house in OWN
    texts = (
        (GOLDEN / "houses" / f"{house}{end}" if own else GOLDEN / f"meeting{end}").read_text("utf-8") for end in ends
    )
    agenda, notes = texts
    return Source(public_record(record_of(agenda.replace("parish_council", house), notes)), load_house(house))


def kept_of_style(house: str) -> Iterator[tuple[Path, bytes]]:
    """The files of a style that are kept: those whose words stand in no other. A web page without what it wears."""
    wears = resources.files("boardtui.minutes").joinpath("minutes.css").read_bytes()
    for name in IN_EACH_STYLE:
        if (name == "txt" and house in OWN) or (name in KEPT and house == "parish_council"):
            continue
        for one in outputs(name, in_style(house)):
            if not one.ending.endswith((".docx", "note.html", "interests.html")):
                yield STYLES / f"{house}{one.ending}", one.data.replace(wears, b"")


@cache
def written(name: str, *, restricted: bool = False) -> tuple[Output, ...]:
    """The files of a format of the small meeting."""
    return outputs(name, source(restricted=restricted))


def as_text(name: str) -> list[Output]:
    """Those of the files that can be read in a review. What a web page wears is looked at elsewhere."""
    return [one for one in written(name) if not one.ending.endswith((".docx", "note.html"))]


@pytest.mark.parametrize("name", KEPT)
def test_the_files_of_a_small_meeting(name: str) -> None:
    for one in as_text(name):
        path = GOLDEN / f"public{one.ending}"
        assert one.data.decode("utf-8") == path.read_bytes().decode("utf-8"), path


@pytest.mark.parametrize("house", house_names())
def test_the_files_of_a_meeting_in_each_style(house: str) -> None:
    for path, data in kept_of_style(house):
        assert data.decode("utf-8") == path.read_bytes().decode("utf-8"), path


def test_no_file_of_a_style_is_kept_that_none_writes() -> None:
    assert set(STYLES.iterdir()) == {path for house in house_names() for path, _ in kept_of_style(house)}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_meeting_gives_the_same_files(name: str) -> None:
    assert outputs(name, source()) == written(name)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_restricted_is_in_what_is_public(name: str) -> None:
    assert [one.ending for one in written(name) if words_in(one.data, SECRETS)] == []
    assert any(words_in(one.data, SECRETS) for one in written(name, restricted=True))


@pytest.mark.parametrize("name", FORMATS)
def test_a_meeting_of_which_nothing_is_known_is_written(name: str) -> None:
    empty = Source(record_of("---\ncommittee: A\ndate: some day\n---\n1. One\n", ""), load_house("partnership_board"))
    assert outputs(name, empty)


@pytest.mark.parametrize("name", FORMATS)
def test_each_is_documented_with_the_files_it_is(name: str) -> None:
    (row,) = (line for line in DOCS.read_text("utf-8").splitlines() if line.startswith(f"| `{name}` |"))
    said = row.split("|")[2]
    assert all(f"`{one.ending}`" in said for one in written(name) if "/" not in one.ending)


def test_one_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError) as refusal:
        outputs("csvs", source())
    assert refusal.value.hint == "Did you mean csv?"


if __name__ == "__main__":
    for form in KEPT:
        for output in as_text(form):
            target = GOLDEN / f"public{output.ending}"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(output.data)
    STYLES.mkdir(exist_ok=True)
    for style in house_names():
        for target, written_of_style in kept_of_style(style):
            target.write_bytes(written_of_style)
