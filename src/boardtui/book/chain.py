"""The chain of acts: each carries a hash over itself and the one before, so that no act can be changed or taken out unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

BEFORE_ALL = "0" * 64
"""What stands before the first act: 32 zero bytes, in hex."""

Column = str | int | None


def link(previous: str, columns: Sequence[Column]) -> str:
    """The hash of an act, in hex.

    previous: the hash of the act before it; columns: seq, meeting, wall, at, actor, kind, item, restricted, payload,
    as they stand in the table. SHA-256 of the previous hash's bytes and the columns as a JSON array, in UTF-8.
    """
    text = json.dumps(list(columns), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(bytes.fromhex(previous) + text.encode("utf-8", "surrogatepass")).hexdigest()
