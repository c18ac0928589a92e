"""The clerk's screens: the desk, the book, help, palette, gaps."""
