"""What was said: stream, search, the message page."""
