from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.house import load_house
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import WRITERS, writer
from boardtui.minutes.writers.json import schema, write
from support.meetings import SAMPLE_NAMES, sample

PUBLISHED = Path(__file__).parents[3] / "docs" / "minutes.schema.json"


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_meeting_as_json_keeps_to_the_schema_and_comes_back(name: str) -> None:
    record = sample(name)
    assert record.agenda
    minutes = compose(record, load_house(record.agenda.house))
    data = json.loads(write(minutes))
    jsonschema.validate(data, schema())
    assert (data["format"], data["version"]) == ("boardtui-minutes", 1)
    assert write(Minutes.model_validate(data)) == write(minutes)


def test_what_only_the_desk_uses_is_not_written() -> None:
    text = json.dumps(schema()) + write(compose(sample(SAMPLE_NAMES[0]), load_house("full_council"))).decode()
    assert '"source"' not in text
    assert '"prepared"' not in text


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


def test_text_is_cleaned_on_the_way_out() -> None:
    assert json.loads(write(Minutes(house="x", committee="c", title="a\x1b[2Jb")))["title"] == "ab"


def test_every_format_has_a_writer() -> None:
    minutes = compose(sample("harbourne_health_board"), load_house("partnership_board"))
    for name in WRITERS:
        assert writer(name)(minutes) == writer(name)(minutes)


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        writer("htm")
    assert caught.value.message == "There is no format 'htm'."
    assert caught.value.hint == "Did you mean html?"
