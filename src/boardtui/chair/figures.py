"""Figures of several rows, for what must be read across a table: the number of the item, the clock."""

from __future__ import annotations

from rich.cells import cell_len

_SHAPES = {
    "0": "### #.# #.# #.# ###", "1": ".#. ##. .#. .#. ###", "2": "### ..# ### #.. ###", "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#", "5": "### #.. ### ..# ###", "6": "### #.. ### #.# ###", "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###", "9": "### #.# ### ..# ###", "/": "..# ..# .#. #.. #..", ":": ". # . # .",
}  # fmt: skip
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def large(text: str, *, tall: bool = False) -> list[str]:
    """A number or a time (`43/19`, `14:32`) as rows of equal width: three, or five when tall.

    What has no large shape, as the a of `7a`, stands small on the last row.
    """
    rows = [""] * (5 if tall else 3)
    for character in text:
        shape = _shape(character, tall=tall) if character in _SHAPES else _small(character, len(rows))
        gap = " " * (2 if tall else 1) if rows[0] and character in _SHAPES else ""
        rows = [row + gap + part for row, part in zip(rows, shape, strict=True)]
    return rows


def _shape(character: str, *, tall: bool) -> list[str]:
    """Square dots: two cells wide when tall, half a cell high when not."""
    lines = _SHAPES[character].split()
    if tall:
        return ["".join("██" if dot == "#" else "  " for dot in line) for line in lines]
    pairs = zip(lines[::2], [*lines[1::2], "." * len(lines[0])], strict=True)
    return ["".join(_HALVES[upper + lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs]


def _small(character: str, height: int) -> list[str]:
    return [" " * cell_len(character)] * (height - 1) + [character]
