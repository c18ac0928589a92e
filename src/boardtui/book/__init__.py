"""The minute book: one SQLite file, and the only code that knows SQLite. Everybody else knows `Book`."""

from boardtui.book.book import Book, local_now
from boardtui.book.commits import Filing
from boardtui.book.drafts import Draft
from boardtui.book.journal import Closing, Journal
from boardtui.book.reading import MeetingRow, Watcher
from boardtui.book.stirring import Stirring
from boardtui.book.witness import head_words

__all__ = [
    "Book",
    "Closing",
    "Draft",
    "Filing",
    "Journal",
    "MeetingRow",
    "Stirring",
    "Watcher",
    "head_words",
    "local_now",
]
