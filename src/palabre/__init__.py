"""Palabre: the desk of the people who answer for a public conversation."""

import os

# One thread for linear algebra, asked for before anything loads NumPy: our products are small, and a second thread
# that waits for the next one by turning round takes a third of the time of everything else on two cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
