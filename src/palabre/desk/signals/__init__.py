"""Signals as people see, correct and set them: labels, thresholds, providers, versions, Perspective keys."""
