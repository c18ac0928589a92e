"""The typed language: a line of notation and the act it says, both ways; and what may be offered while it is typed."""
