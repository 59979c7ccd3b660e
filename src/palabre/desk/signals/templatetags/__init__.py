"""Tags of the signals' rooms."""
