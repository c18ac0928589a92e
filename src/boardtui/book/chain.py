"""The chain of acts: each carries a hash over itself and the one before, so that no act can be changed or taken out unseen.

The hash covers a salted digest of what was said, in its place: so the words of an act can be erased and the chain holds, and
nobody can find them again by trying what may have stood there, because the salt goes with them.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence

BEFORE_ALL = "0" * 64
"""What stands before the first act: 32 zero bytes, in hex."""

Column = str | int | None
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def link(previous: str, columns: Sequence[Column]) -> str:
    """The hash of an act, in hex.

    previous: the hash of the act before it; columns: seq, meeting, wall, at, actor, kind, item, restricted, digest, as they
    stand in the table (in the first form of the book: payload in the place of digest). SHA-256 of the previous hash's bytes
    and the columns as a JSON array, in UTF-8.
    """
    text = _encode(list(columns))
    return hashlib.sha256(bytes.fromhex(previous) + text.encode("utf-8", "surrogatepass")).hexdigest()


def digest(salt: str, payload: str) -> str:
    """What stands for an act's words in the chain, in hex: SHA-256 of the salt's text and the payload, in UTF-8."""
    return hashlib.sha256(salt.encode() + payload.encode("utf-8", "surrogatepass")).hexdigest()


def fresh_salt() -> str:
    """A salt for one act: 32 hex characters that nobody can guess."""
    return secrets.token_hex(16)
