"""The clerk's Textual app: where the meeting is typed."""
