"""boardtui: minute a committee meeting live, and have the draft finished when the chair closes it."""

__version__ = "0.1.0"
