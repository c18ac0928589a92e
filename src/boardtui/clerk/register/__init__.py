"""Taking the register at the desk: the rows it is drawn in, and the steps in which it is taken. No screen, no rule."""
