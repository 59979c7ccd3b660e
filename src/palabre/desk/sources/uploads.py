"""Files that people upload: written under a name drawn at random, waiting until their columns are confirmed.

A file that waits is called ``pending-…``: those that nobody confirmed within a day are removed at the next upload.
The name travels through the form signed for its workspace, so that it opens no other file.
"""

import re
import secrets
import time
from pathlib import Path, PurePath

from django.core import signing
from django.core.files import File
from django.utils.translation import gettext as _

from palabre.desk.people.errors import Refused
from palabre.desk.sources.checks import uploads
from palabre.store import place

#: Bytes of a file, at most: a million rows are about a third of a gigabyte.
MOST_BYTES = 2 * 1024**3
PATIENCE = 24 * 3600

_PENDING = "pending-"
_SUFFIX = re.compile(r"\.(csv|tsv|txt|json|jsonl|ndjson|xlsx)(\.gz)?\Z", re.IGNORECASE)
_SALT = "palabre.sources.upload"


def keep(upload: "File[bytes]", workspace_id: int) -> str:
    """Write an upload to disk and return its ticket, for ``name_of`` and ``confirm``. Raises ``Refused``."""
    folder = place.make_private(uploads())
    _sweep(folder, time.time())
    suffix = _SUFFIX.search(PurePath(upload.name or "").name)
    if suffix is None:
        raise Refused(_("This is no CSV, JSONL nor XLSX file."), "file")
    name = f"{_PENDING}{secrets.token_hex(16)}{suffix[0].lower()}"
    _write(folder / name, upload)
    return signing.dumps([workspace_id, name], salt=_SALT)


def name_of(ticket: str, workspace_id: int) -> str:
    """Return the name of the file that waits behind ``ticket``. Raises ``Refused`` for one that is not ours."""
    try:
        workspace, name = signing.loads(ticket, salt=_SALT, max_age=PATIENCE)
    except (signing.BadSignature, ValueError):
        workspace, name = None, ""
    if workspace != workspace_id or not (uploads() / name).is_file():
        raise Refused(_("This file waited too long, or was confirmed already: upload it again."), "file")
    return str(name)


def discard(ticket: str, workspace_id: int) -> None:
    """Remove a file that cannot be read: nobody will confirm it."""
    (uploads() / name_of(ticket, workspace_id)).unlink(missing_ok=True)


def confirm(ticket: str, workspace_id: int) -> str:
    """Keep the file for good and return the name that the source knows it by. Raises ``Refused``."""
    waiting = name_of(ticket, workspace_id)
    kept = waiting.removeprefix(_PENDING)
    (uploads() / waiting).rename(uploads() / kept)
    return kept


def _write(path: Path, upload: "File[bytes]") -> None:
    written = 0
    try:
        with path.open("xb") as file:
            for chunk in upload.chunks():
                written += len(chunk)
                if written > MOST_BYTES:
                    raise Refused(_("This file is larger than 2 GB: split it."), "file")
                file.write(chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sweep(folder: Path, now: float) -> None:
    for path in folder.glob(f"{_PENDING}*"):
        if path.stat().st_mtime < now - PATIENCE:
            path.unlink(missing_ok=True)
