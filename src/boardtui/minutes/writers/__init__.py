"""Writers put the tree of minutes into files. Each is a function from the tree to the bytes of a file."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from importlib import import_module
from typing import cast

from boardtui.errors import InputError
from boardtui.minutes.tree import Minutes

Writer = Callable[[Minutes], bytes]
"""The same tree gives the same bytes, always."""

WRITERS = {
    "docx": "boardtui.minutes.writers.docx:write",
    "html": "boardtui.minutes.writers.html:write",
    "json": "boardtui.minutes.writers.json:write",
    "md": "boardtui.minutes.writers.markdown:write",
    "odt": "boardtui.minutes.writers.odt:write",
    "pdf": "boardtui.minutes.writers.pdf:write",
    "txt": "boardtui.minutes.writers.text:write",
}
"""Format, which is also the suffix of the file, to the function that writes it; imported when it is first asked for."""


def writer(name: str) -> Writer:
    """The writer of a format. Raises InputError naming the nearest one for a format there isn't."""
    if name not in WRITERS:
        near = difflib.get_close_matches(name, WRITERS, n=1)
        known = ", ".join(WRITERS)
        raise InputError(
            f"There is no format {name!r}.", f"Did you mean {near[0]}?" if near else f"There are: {known}."
        )
    module, function = WRITERS[name].split(":")
    return cast(Writer, getattr(import_module(module), function))
