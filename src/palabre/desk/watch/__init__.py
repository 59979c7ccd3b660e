"""Topics, the standing queries."""
