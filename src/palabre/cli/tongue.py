"""The language that a person at a terminal reads: French where the locale says so, else English."""

import os
from collections.abc import Mapping
from typing import Literal

from palabre.core.query import Diagnostic

Tongue = Literal["fr", "en"]
#: In the order in which POSIX reads them, after GNU's own list of languages.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def spoken(environment: Mapping[str, str] = os.environ) -> Tongue:
    """Return the language of the first variable that is set."""
    told = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "fr" if told.lower().startswith("fr") else "en"


def said(found: Diagnostic, tongue: Tongue) -> str:
    """Return a diagnostic as one line: where, what, how to mend it."""
    what, mend = (found.fr, found.mend_fr) if tongue == "fr" else (found.en, found.mend_en)
    return f"{found.span[0]}–{found.span[1]}: {what} {mend}"
