"""Benchmarks: run by ``make bench``, printed as tables; never timed tests."""
