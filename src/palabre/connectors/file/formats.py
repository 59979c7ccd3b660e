"""Which format a file is in, told from its first bytes rather than from its name. Pure."""

from typing import Literal

from palabre.connectors.contract import SourceError
from palabre.connectors.shared.sentences import source_error

Format = Literal["csv", "jsonl", "xlsx"]

#: The container of the Excel of before 2007, and of workbooks with a password.
_OLE_MARK = b"\xd0\xcf\x11\xe0"
_ZIP_MARK = b"PK\x03\x04"
_PDF_MARK = b"%PDF-"


def detect_format(first_bytes: bytes, beginning: str) -> Format:
    """Return the format. ``beginning`` is the first text of a file that is text, decompressed and decoded.

    Raises ``SourceError`` for what we cannot read, saying what to do with it.
    """
    if first_bytes.startswith(_ZIP_MARK):
        return "xlsx"
    refused = _unreadable(first_bytes, beginning.lstrip("\ufeff \t\r\n"))
    if refused is not None:
        raise refused
    return "jsonl" if beginning.lstrip("\ufeff \t\r\n").startswith("{") else "csv"


def _unreadable(first_bytes: bytes, beginning: str) -> SourceError | None:
    if first_bytes.startswith(_OLE_MARK):
        return source_error(
            "malformed",
            "Ancien format Excel ou classeur à mot de passe : enregistrez-le en .xlsx, sans protection.",
            "Old Excel format, or a workbook with a password: save it as .xlsx, without protection.",
        )
    if first_bytes.startswith(_PDF_MARK):
        return source_error("malformed", "Un PDF n’est pas un export de messages.", "A PDF is not an export.")
    if beginning.startswith(("[{", "[\n", "[ ", "[]", "[\r")):
        return source_error(
            "malformed",
            "Ce fichier est une liste JSON : il faut un objet par ligne (JSONL). « jq -c '.[]' » le convertit.",
            "This file is a single JSON list: one object a line is needed (JSONL). “jq -c '.[]'” converts it.",
        )
    if not beginning.strip():
        return source_error("malformed", "Le fichier est vide.", "The file is empty.")
    return None


def is_zip(first_bytes: bytes) -> bool:
    """Tell whether a file begins as a zip archive, which a workbook is."""
    return first_bytes.startswith(_ZIP_MARK)
