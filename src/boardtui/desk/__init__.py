"""The desk: opens a book and a meeting in it. The only thing the screens and the commands call."""

from boardtui.desk.desk import Clock, Desk

__all__ = ["Clock", "Desk"]
