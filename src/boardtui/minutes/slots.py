"""The slots of a house's patterns: which values each pattern of its file may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from boardtui.minutes.sentences import Pattern, PatternError, read_pattern


@dataclass(frozen=True)
class Slots:
    """The slots a pattern may use."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def _read(self, value: object) -> Pattern:
        if not isinstance(value, str):
            raise PydanticCustomError("pattern", "should be text in quotation marks")
        try:
            pattern = read_pattern(value)
        except PatternError as error:
            raise PydanticCustomError("pattern", "{reason}", {"reason": str(error)}) from None
        for name in sorted(pattern.slots - set(self.names)):
            slots = " ".join(f"{{{known}}}" for known in self.names) or "none"
            raise PydanticCustomError("slot", "has no {slot}", {"slot": f"{{{name}}}: its slots are {slots}"})
        return pattern


Fixed = Annotated[Pattern, Slots()]
Day = Annotated[Pattern, Slots("weekday", "day", "suffix", "month", "year")]
Who = Annotated[Pattern, Slots("who")]
What = Annotated[Pattern, Slots("what", "What", "body", "method", "Method")]
Dated = Annotated[Pattern, Slots("meetings", "correction", "figures", "unanimously", "lead")]
Moved = Annotated[Pattern, Slots("movers", "group", "seconders", "words")]
Amended = Annotated[Pattern, Slots("movers", "group", "seconders", "words", "change", "ordinal", "Ordinal")]
AmendedFurther = Annotated[Pattern, Slots("movers", "group", "seconders", "words", "change", "what")]
Ended = Annotated[Pattern, Slots("words", "figures", "unanimously")]
Counted = Annotated[
    Pattern,
    Slots("what", "What", "method", "Method", "needing", "result", "unanimously", "figures", "counts"),
]
