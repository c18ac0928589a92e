"""What the clerk's screens are put together from."""
