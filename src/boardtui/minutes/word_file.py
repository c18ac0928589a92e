"""The minutes as a Word file: ours, or over one of the office's own."""

from __future__ import annotations

from boardtui.minutes.compose import frame_values
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.writers import writer


def outputs(source: Source) -> tuple[Output, ...]:
    """The file. Raises InputError where the one of the office's own can't be a base."""
    if source.base is None:
        return (Output(".docx", writer("docx")(source.minutes)),)
    from boardtui.minutes.writers.docx_over import write_over

    styles = source.house.word.model_dump()
    base = source.base
    return (Output(".docx", write_over(source.minutes, base.data, base.name, values=values(source), styles=styles)),)


def values(source: Source) -> dict[str, str]:
    """What the tokens of a Word file stand for: each in the forms of the house, '' where it isn't known."""
    minutes = source.minutes
    return {
        "council": minutes.council or minutes.committee,
        **frame_values(source.record, source.house),
        "title": minutes.title,
        "status": minutes.draft,
    }
