"""What a process of ours does before anything else, so that nothing of the minutes gets out beside what it is asked for.

Textual and Python can be told by variables of the environment to write what is typed and shown into files, logs and
sockets, and to print tracebacks. None of that is wanted where an exempt item may be on the screen.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import resource
import sys
import threading
import warnings

from boardtui.errors import Fault

HARMLESS = frozenset({
    "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_DRIVER", "TEXTUAL_FPS",
})  # fmt: skip
"""The variables of Textual that only say how to draw and where. Whatever else it may come to know is taken away."""
PICTURES = "240"
"""How many pictures a second Textual may draw, unless it is told otherwise. Its usual 60 let an act wait for its echo."""
TALKATIVE = ("TEXTUAL", "PYTHONASYNCIODEBUG", "PYTHONBREAKPOINT", "PYTHONINSPECT", "PYTHONWARNINGS")
"""Variables that have a program tell what it is doing."""
AFTER_A_FAULT = "What was shown as saved is in the book. Open it again with: boardtui open"


def be_quiet() -> None:
    """For the whole process, before Textual is imported: no log, no trace, no memory left on the disk.

    A fault that nobody foresaw, wherever it happens, says so in a calm sentence.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL_") and name not in HARMLESS]:
        del os.environ[name]
    for name in TALKATIVE:
        os.environ.pop(name, None)
    os.environ.setdefault("TEXTUAL_FPS", PICTURES)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.disable()
    logging.disable(logging.CRITICAL)  # asyncio logs the keys it was slow to hand on
    warnings.simplefilter("ignore")
    sys.excepthook = lambda _kind, error, _trace: say(error)
    threading.excepthook = lambda fault: say(fault.exc_value)
    sys.unraisablehook = lambda fault: say(fault.exc_value)


def say(error: BaseException | None) -> None:
    """A fault in a calm sentence, on standard error."""
    if isinstance(error, KeyboardInterrupt):
        return
    print(Fault(error or RuntimeError(), "boardtui", AFTER_A_FAULT), file=sys.stderr)
