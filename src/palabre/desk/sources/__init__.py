"""Connected places: adding, testing, pausing, health."""
