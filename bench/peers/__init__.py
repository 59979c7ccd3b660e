"""Other programs that do the same work, measured in the same run. Each says clearly where it cannot be had."""
