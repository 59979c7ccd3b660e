"""Pages of messages: stream, search, message, author."""
