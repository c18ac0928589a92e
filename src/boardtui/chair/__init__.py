"""The chair's view of a meeting: a second screen that is only read, made from the public record."""
