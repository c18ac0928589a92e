"""Stock phrases: the sentences a house says in every meeting, said by their name (`;cr`).

They come from the house style as plain names and texts, so that this package needs to know nothing of houses. The values in
them (`{body}`, `{author}` …) are those of the moment a phrase is said, so they stay in the text until then.
"""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.model.text import clean_line, fold


def phrases_of(house: Mapping[str, str]) -> Mapping[str, str]:
    """The phrases that can be said: name -> text on one line, with its `{values}`.

    house: the phrases of a house style. One with no text, or whose name has no letter to say it by, is left out.
    """
    said = {name.strip().lower(): clean_line(text) for name, text in house.items()}
    return {name: text for name, text in said.items() if fold(name) and text}
