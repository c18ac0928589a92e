"""Minutes out: a record and a house style make a tree of minutes, and writers put the tree into files."""
