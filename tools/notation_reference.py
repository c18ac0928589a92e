"""Writes the tables of docs/notation.md anew, from the table of commands that the desk uses itself.

    python tools/notation_reference.py

Everything between `<!-- FAMILY -->` and `<!-- end -->` is made here; the rest of the page is written by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from boardtui.notation.commands import COMMANDS, FAMILIES, Command

PAGE = Path(__file__).parents[1] / "docs" / "notation.md"
HEAD = "| written | does | for example | found as |\n|---|---|---|---|\n"
_TABLE = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page with its tables as the commands are now. Raises ValueError where a family has no place in it, or two."""
    families = tuple(found[2] for found in _TABLE.finditer(page))
    if families != FAMILIES:
        raise ValueError(f"the page has tables of {', '.join(families)}; the commands are {', '.join(FAMILIES)}")
    return _TABLE.sub(lambda found: f"{found[1]}\n{table(found[2])}\n{found[3]}", page)


def table(family: str) -> str:
    """The commands of a family as a Markdown table."""
    return HEAD + "".join(_row(command) for command in COMMANDS if command.family == family)


def _row(command: Command) -> str:
    also = "".join(f"<br>also {_code(alias)}" for alias in command.aliases)
    examples = "<br>".join(_code(line) for line in (command.example, *command.more))
    return f"| {_code(command.usage)}{also} | {command.help} | {examples} | {', '.join(command.said_as)} |\n"


def _code(text: str) -> str:
    """Text as code in a cell of a table, where a bar must be kept from parting cells."""
    return f"`{text}`".replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
