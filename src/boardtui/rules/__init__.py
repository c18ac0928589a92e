"""What follows from a record: pure functions, each with the source of its rule."""
