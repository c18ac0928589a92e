"""Reviewing an agenda that was read from a file: what it shows and what its keys do, apart from the screen."""
