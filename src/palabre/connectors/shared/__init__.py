"""What several connectors need, and nothing of any network: bounded reading, robots, plain text, dates, ids."""
