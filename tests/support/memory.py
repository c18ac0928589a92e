"""A disk in memory for what tests write: that a sync is asked for is what counts there, not how long a real disk takes for it.

A sync costs a real disk some five milliseconds, and the suite asks for tens of thousands. Whether the product asks for each is
seen by the trials of power cuts, which count the calls. What measures time, and the long searches, are on the real disk.

    python tests/support/memory.py pytest ...
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")
ENOUGH = 250_000_000
"""Bytes that it must have free. The suite takes less than a third of that at any time."""


def memory() -> Path | None:
    """The folder of a disk in memory, if there is one with room that a library can be loaded from."""
    if not os.access(MEMORY, os.W_OK):
        return None
    disk = os.statvfs(MEMORY)
    usable = disk.f_bavail * disk.f_frsize >= ENOUGH and not disk.f_flag & os.ST_NOEXEC
    return MEMORY if usable else None


def with_files_in_memory(command: Sequence[str]) -> int:
    """Run this command with its temporary files in memory, if there is room, and take them away. Returns its exit code."""
    signal.signal(signal.SIGINT, lambda *_: None)  # the command hears Ctrl+C too, and is waited for
    with TemporaryDirectory(prefix="boardtui-tests-", dir=memory(), ignore_cleanup_errors=True) as folder:
        return subprocess.run(command, env=os.environ | {"TMPDIR": folder}).returncode


if __name__ == "__main__":
    sys.exit(with_files_in_memory(sys.argv[1:]))
