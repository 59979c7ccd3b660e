"""Pages and answers of the signals' rooms."""
