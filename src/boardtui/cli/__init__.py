"""The command line. Each command imports what it needs, so that none pays for another."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from boardtui.errors import BoardError

__all__ = ["main"]

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `boardtui` with these arguments (those of the process when None, which then says nothing it isn't asked for).

    Returns the exit code: 0 done, 1 the input is wrong, 2 usage, 3 the book refuses. Errors are one line saying what and
    where and one saying what to do, on standard error; never a traceback, which could show what is exempt.
    """
    from boardtui.cli.printing import printing_literally

    if arguments is None:
        from boardtui.cli.quiet import be_quiet

        be_quiet()
    with printing_literally():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    from boardtui.cli.parser import build_parser
    from boardtui.model.text import literal

    given = build_parser().parse_args(arguments)
    try:
        code: int = given.run(given)
        sys.stdout.flush()
    except BoardError as error:
        from boardtui.cli.telling import tell

        tell(literal(error.message), sys.stderr)
        if error.hint:
            tell(literal(error.hint), sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
