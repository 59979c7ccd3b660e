"""Benchmarks: run by ``make bench``, printed as tables; never timed tests."""

import palabre  # noqa: F401  # before NumPy: says how many threads linear algebra may take
