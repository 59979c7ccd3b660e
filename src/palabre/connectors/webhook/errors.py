"""Why a call is not accepted, said so that the person who sends it can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call whose signature does not hold. ``status`` is the HTTP status, ``code`` a stable word."""

    code: str
    message_fr: str
    message_en: str
    status: int = 401


class BadCall(Exception):
    """A call that is signed and cannot be read.

    ``status`` is 400 (not JSON), 413 (too much) or 422 (a field is wrong); ``code`` is a stable word;
    ``where`` is the place: ``line 3, column 14`` or the path of a field, ``messages[3].published``.
    """

    def __init__(self, status: int, code: str, message_fr: str, message_en: str, where: str = "") -> None:
        super().__init__(f"{message_en} ({where})" if where else message_en)
        self.status = status
        self.code = code
        self.message_fr = message_fr
        self.message_en = message_en
        self.where = where
