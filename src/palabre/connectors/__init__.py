"""One folder a network. Connectors never import each other; each passes the same contract test."""
