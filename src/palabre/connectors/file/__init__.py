"""The file connector: CSV, JSONL and XLSX exports, read once."""

from palabre.connectors.file.bookmark import progress
from palabre.connectors.file.client import FileConnector
from palabre.connectors.file.guess import Guess, guess_mapping

CONNECTOR = FileConnector()

__all__ = ["CONNECTOR", "FileConnector", "Guess", "guess_mapping", "progress"]
