"""What a message is, with evidence: one detector a file, each with its own tests made of real sentences."""

from palabre.core.signals.reader import names, read, reasons

__all__ = ["names", "read", "reasons"]
