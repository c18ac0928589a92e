from __future__ import annotations

from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers.text import write
from support.plain_tree import EVERYTHING

TEXT = """\
Council

DRAFT

Minutes

Present:

Members: A
B

Members of the Public: 3

Public

Nil

1. One

A paragraph:

- a
  - b
- c

| x | y |
| 1 |  |

CARRIED:
For (1): A
Against (1): B

RESOLVED that:

(1) X:

(a) y
(b) z

(2) W.

RESOLVED that it be:

(a) so

For (1): A

The end.

Closed.

Signed
Chair
"""


def test_everything_as_text() -> None:
    assert write(EVERYTHING).decode() == TEXT


def test_text_is_cleaned_and_stays_on_its_line() -> None:
    hostile = Minutes(house="x", committee="c", title="Min\x1b[2Jutes\u202e\nof", body=())
    assert write(hostile).decode() == "Minutes of\n"
