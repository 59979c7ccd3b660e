"""Carries batches: receive → understand → match → propose → store → announce."""
