"""Logging of our processes: to standard error, level by ``PALABRE_LOG`` (WARNING), never texts of people."""

import logging
import os


def configure() -> None:
    """Set logging up for a process."""
    logging.basicConfig(
        level=os.environ.get("PALABRE_LOG", "WARNING").upper(), format="%(levelname)s %(name)s: %(message)s"
    )
