"""What a fault of our own says on the terminal: never the local variables, which hold what is being minuted."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text


class CrashNotice:
    """A calm last word. error: the fault, of which only its kind and its place are told; who: what stopped; after: what

    of the minutes, and what to do.
    """

    def __init__(self, error: BaseException, who: str, after: str) -> None:
        self.error = error
        self._who, self._after = who, after

    def __rich__(self) -> Text:
        trace = self.error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        fault = f"{type(self.error).__name__} at {where}"
        return Text(f"{self._who} stopped on a fault of its own:\n{fault}.\n{self._after}")
