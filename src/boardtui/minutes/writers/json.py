"""JSON: the tree itself, for archives and for other programs. `schema` is published as docs/minutes.schema.json."""

from __future__ import annotations

import json
from typing import Any

from boardtui.minutes.tree import FORMAT, VERSION, Minutes
from boardtui.model.text import clean

_INTERNAL = ("source", "prepared")
"""What only the desk uses, and no file holds."""


def write(minutes: Minutes) -> bytes:
    """The minutes as UTF-8 JSON, with the name and the version of the format."""
    return (json.dumps(_cleaned(minutes.model_dump(mode="json")), ensure_ascii=False, indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write` writes."""
    made = _without_internal(Minutes.model_json_schema(mode="serialization"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"{FORMAT}, version {VERSION}. Made by boardtui; a test keeps it current.",
        **made,
    }


def _cleaned(value: Any) -> Any:
    """Every text in it as it may go out."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value


def _without_internal(schema: dict[str, Any]) -> dict[str, Any]:
    for part in (schema, *schema.get("$defs", {}).values()):
        for name in _INTERNAL:
            part.get("properties", {}).pop(name, None)
        if "required" in part:
            part["required"] = [name for name in part["required"] if name not in _INTERNAL]
    return schema
