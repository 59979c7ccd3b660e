"""The charter: its articles, what is proposed from it, and the states that a message passes through. Pure."""
