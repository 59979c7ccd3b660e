"""Palabre: the desk of the people who answer for a public conversation."""

__version__ = "0.1.0"
