"""What a meeting is made of: people, agenda, acts, and the record that follows from them. No I/O, no clock, no screen."""
