"""Where a file may be read from: the folder of uploads, and nowhere else unless the command line says so."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from palabre.connectors.shared.sentences import source_error
from palabre.connectors.shared.settings import flag_setting, text_setting


def locate(settings: Mapping[str, Any], uploads: Path) -> Path:
    """Return the file to read. Raises ``SourceError``.

    ``path`` is a name within ``uploads``, symbolic links followed and judged by where they lead. An absolute path
    is taken only with ``trusted``, which the command line sets and no form does.
    """
    told = text_setting(settings, "path")
    if not told or "\0" in told:
        raise source_error("refused", "Choisissez un fichier.", "Choose a file.")
    wanted = Path(told)
    try:
        found = (wanted if wanted.is_absolute() else uploads / wanted).resolve()
        inside = found.is_relative_to(uploads.resolve()) and not wanted.is_absolute()
        allowed = inside or (wanted.is_absolute() and flag_setting(settings, "trusted"))
        good = allowed and found.is_file()
    except (OSError, RuntimeError, ValueError):
        good = False
    if not good:
        raise source_error(
            "gone",
            f"Le fichier « {wanted.name} » n’est pas parmi les fichiers déposés. Déposez-le de nouveau.",
            f"The file “{wanted.name}” is not among the uploaded files. Upload it again.",
        )
    return found
