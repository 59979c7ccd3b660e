"""Looking at a workbook before opening it: a zip of a few kilobytes may hold gigabytes."""

import zipfile
from collections.abc import Iterable

from palabre.connectors.contract import SourceError
from palabre.connectors.shared.sentences import source_error

#: The most that the parts of a workbook may weigh once decompressed, all together, in bytes: a full sheet of a
#: million rows of comments stays below.
MOST_BYTES = 2_000_000_000

#: Real sheets compress 5 to 60 times; a bomb 1,000 times. Small parts are not judged.
MOST_RATIO = 200
_JUDGED_FROM = 5_000_000

_MOST_PARTS = 5_000


def refusal(parts: Iterable[zipfile.ZipInfo]) -> SourceError | None:
    """Return why a workbook must not be opened, judged by its table of contents; ``None`` where it may be.

    The declared sizes can be trusted here: ``zipfile`` never gives more bytes of a part than it declares.
    """
    listed = list(parts)
    total = sum(part.file_size for part in listed)
    swollen = any(
        part.file_size > _JUDGED_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        for part in listed
    )
    if total > MOST_BYTES or swollen or len(listed) > _MOST_PARTS:
        return source_error(
            "too_large",
            f"Ce classeur se décompresse en {total // 1_000_000} Mo : il n’a pas été ouvert. Exportez-le en CSV.",
            f"This workbook decompresses to {total // 1_000_000} MB: it was not opened. Export it as CSV.",
        )
    if any(part.flag_bits & 1 for part in listed):
        return source_error(
            "refused",
            "Ce classeur est protégé par un mot de passe : enregistrez-le sans protection.",
            "This workbook is protected by a password: save it without protection.",
        )
    return None
