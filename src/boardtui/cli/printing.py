"""Everything printed goes through here, whatever prints it: no text of a book or of a file's name orders a terminal about."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

from boardtui.model.text import literal_lines


class LiteralStream:
    """A stream that lets nothing pass but literal text; what its encoding lacks becomes a question mark, and no fault.

    In all else it is the stream that it stands before.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text, literally. Returns its length."""
        shown = literal_lines(text)
        try:
            self._stream.write(shown)
        except UnicodeEncodeError:
            encoding = self._stream.encoding
            self._stream.write(shown.encode(encoding, "replace").decode(encoding))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def printing_literally() -> Iterator[None]:
    """Within this, standard output and standard error are literal."""
    with (
        redirect_stdout(cast(TextIO, LiteralStream(sys.stdout))),
        redirect_stderr(cast(TextIO, LiteralStream(sys.stderr))),
    ):
        yield
