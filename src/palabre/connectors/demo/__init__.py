"""The demo: an invented newsroom's three days, played into the product through the real intake."""

from palabre.connectors.demo.client import CONNECTOR

__all__ = ["CONNECTOR"]
