"""The one pydantic base of the model: frozen, closed to unknown fields, its validator built only when it is first used."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes once made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
