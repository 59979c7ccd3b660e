"""Trained models as files: plain arrays with a header, never pickles. Each ``.npz`` has a card (``.md``) beside it.

A file holds ``header`` (JSON as bytes: ``format``, ``layout``, ``version``, ``labels``, ``blends``), the weights of
each label in half precision (``words``, ``pairs``) and its ``bias``; where single words are listed beside their
pieces, also their ``codes``, and what each brings (``said``, ``denied``).
``palabre.training`` makes the files that come with Palabre.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from palabre.core.signals.blend import Models
from palabre.core.signals.features import LAYOUT
from palabre.core.signals.linear import Listed, Model
from palabre.store.models.tidy import give_back

FORMAT = "palabre-linear-1"
BUILTIN = Path(__file__).parent
#: Bytes of a file, and of its arrays once open.
MAX_FILE, MAX_OPEN = 64 << 20, 512 << 20
_ARRAYS = ("header", "words", "pairs", "bias")
_LISTED = ("codes", "said", "denied")


class ModelError(Exception):
    """A file that cannot be used as a model: what is wrong, and how to mend it."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file says of itself."""

    format: str
    layout: str
    version: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    labels: Annotated[list[str], msgspec.Meta(min_length=1, max_length=64)]
    blends: dict[str, dict[str, float]]


class Shelf(NamedTuple):
    """The models that could be loaded, and a sentence for each file that could not."""

    models: Models
    troubles: tuple[str, ...]


def shelf(folders: Sequence[Path] = (BUILTIN,)) -> Shelf:
    """Load the models of folders; of two files of one name the later holds. A bad file is told and left."""
    found: dict[str, Model] = {}
    troubles: list[str] = []
    for path in [path for folder in folders for path in sorted(folder.glob("*.npz"))]:
        try:
            found[path.stem] = load(path)
        except ModelError as error:
            troubles.append(str(error))
    try:
        return Shelf(Models(list(found.values())), tuple(troubles))
    except ValueError as error:
        return Shelf(Models([]), (*troubles, f"The models do not fit together, rules speak alone: {error}"))


@cache
def builtin() -> Shelf:
    """Return the models that come with Palabre, loaded once for the process."""
    found = shelf()
    give_back()
    return found


def load(path: Path) -> Model:
    """Load one model. Raises ``ModelError`` where it is missing, too big, corrupt, or made for other features."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise ModelError(f"{path.name} is over {MAX_FILE >> 20} MB: no model of Palabre is.")
        return read(path.read_bytes(), path.name)
    except OSError as error:
        raise ModelError(
            f"{path.name} cannot be read ({error.strerror}): check the file and its rights."
        ) from error


def read(data: bytes, name: str) -> Model:
    """Return the model in the bytes of a file called ``name``. Raises ``ModelError``."""
    try:
        arrays = _arrays(data)
        header = msgspec.json.decode(arrays["header"].tobytes(), type=Header)
        _check(header, name)
        words = arrays["words"].astype(np.float16, copy=False)  # as in the file: half the memory, widened when read
        pairs, bias = (arrays[part].astype(np.float32) for part in ("pairs", "bias"))
        listed = _listed(arrays) if _LISTED[0] in arrays else None
        return Model(header.version, tuple(header.labels), words, pairs, bias, header.blends, listed)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, msgspec.DecodeError) as error:
        raise ModelError(
            f"{name} is no model of Palabre, or is damaged ({error}): make or fetch it again."
        ) from error


def _listed(arrays: Mapping[str, NDArray[np.generic]]) -> Listed:
    codes, *sides = (arrays[part] for part in _LISTED)
    return Listed(codes.astype(np.uint32), *(side.astype(np.float32) for side in sides))


def write(model: Model) -> bytes:
    """Return the bytes of a file for a model: the same model gives the same bytes."""
    header = Header(
        FORMAT, LAYOUT, model.version, list(model.labels), {k: dict(v) for k, v in model.blends.items()}
    )
    arrays: dict[str, NDArray[np.generic]] = {
        "header": np.frombuffer(msgspec.json.encode(header), np.uint8),
        "words": model.words.astype(np.float16), "pairs": model.pairs.astype(np.float16), "bias": model.bias,
    }  # fmt: skip
    if model.listed is not None:
        arrays |= {
            "codes": model.listed.codes,
            "said": model.listed.said.astype(np.float16),
            "denied": model.listed.denied.astype(np.float16),
        }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.save(member, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue(), zipfile.ZIP_DEFLATED, 6)
    return file.getvalue()


def _arrays(data: bytes) -> dict[str, NDArray[np.generic]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(one.file_size for one in archive.infolist()) > MAX_OPEN:
            raise ValueError(f"its arrays open to over {MAX_OPEN >> 20} MB")
        names = (*_ARRAYS, *(_LISTED if f"{_LISTED[0]}.npy" in archive.namelist() else ()))
        members = {name: archive.read(f"{name}.npy") for name in names}
    return {name: np.load(io.BytesIO(member), allow_pickle=False) for name, member in members.items()}


def _check(header: Header, name: str) -> None:
    if header.format != FORMAT:
        raise ModelError(f"{name} has the format {header.format!r}, this Palabre reads {FORMAT!r}: train it again.")
    if header.layout != LAYOUT:
        raise ModelError(f"{name} was made for the features {header.layout!r}, not {LAYOUT!r}: train it again.")
