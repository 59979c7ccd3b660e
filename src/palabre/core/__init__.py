"""The pure heart: no database, network, file or clock. Time and chance are passed in."""
