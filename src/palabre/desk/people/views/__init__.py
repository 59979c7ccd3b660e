"""Pages of people: coming in, choosing a workspace, preferences, members, tokens."""
