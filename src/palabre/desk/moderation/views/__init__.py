"""Pages and answers of moderation."""
