"""The one SQLite library of this process.

Two of them on one book lose acts: closing a file in one drops the other's locks (sqlite.org/howtocorrupt.html 2.2).
sqlite-utils takes pysqlite3 where it is installed, so the same choice is made here; made without sqlite-utils, because
importing that takes longer than opening a book may.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        sqlite3 = importlib.import_module("pysqlite3")
    except ImportError:
        import sqlite3

__all__ = ["sqlite3"]
