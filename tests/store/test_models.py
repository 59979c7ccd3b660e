"""Models as files: what is written is read back, and what is no model is told and left aside."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS
from palabre.core.signals.linear import Listed, Model
from palabre.store import models
from palabre.store.models import BUILTIN, ModelError


def small(version: str = "small-1", label: str = "a") -> Model:
    words, pairs = np.zeros((WORD_BUCKETS, 1), np.float32), np.zeros((PAIR_BUCKETS, 1), np.float32)
    words[3], pairs[5] = 1.5, -2.25
    return Model(version, (label,), words, pairs, np.array([0.5], np.float32), {"hate": {"bias": -1.0}})


def changed(**header: object) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(models.write(small()))) as old, zipfile.ZipFile(file, "w") as new:
        for one in old.infolist():
            data = old.read(one)
            if one.filename == "header.npy":
                said = json.loads(np.load(io.BytesIO(data)).tobytes()) | header
                member = io.BytesIO()
                np.save(member, np.frombuffer(json.dumps(said).encode(), np.uint8))
                data = member.getvalue()
            new.writestr(one.filename, data)
    return file.getvalue()


def test_what_is_written_is_read_back() -> None:
    back = models.read(models.write(small()), "small.npz")
    assert (back.version, back.labels, dict(back.blends)) == ("small-1", ("a",), {"hate": {"bias": -1.0}})
    assert (back.words == small().words).all() and (back.pairs == small().pairs).all()


def test_listed_words_are_read_back() -> None:
    rows = np.array([[0.5], [-1.25]], np.float32)
    listed = Listed(np.array([4, 70_000], np.uint32), rows, rows * 2)
    back = models.read(models.write(replace(small(), listed=listed)), "small.npz").listed
    assert back is not None
    assert all((ours == theirs).all() for ours, theirs in zip(listed, back, strict=True))
    assert models.read(models.write(small()), "small.npz").listed is None


def test_the_same_model_gives_the_same_bytes() -> None:
    assert models.write(small()) == models.write(small())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no model of Palabre"),
        (b"PK\x03\x04 not really", "no model of Palabre"),
        (models.write(small())[:-400], "no model of Palabre"),
        (changed(format="other-9"), "train it again"),
        (changed(layout="other features"), "train it again"),
        (changed(labels=["a", "b"]), "no model of Palabre"),
        (changed(surprise=1), "no model of Palabre"),
    ],
)
def test_what_is_no_model_says_so(data: bytes, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        models.read(data, "x.npz")


def test_a_pickle_is_never_opened() -> None:
    file = io.BytesIO()
    np.savez(
        file, header=np.array([{"a": 1}], dtype=object), words=np.zeros(1), pairs=np.zeros(1), bias=np.zeros(1)
    )
    with pytest.raises(ModelError, match="pickle"):
        models.read(file.getvalue(), "x.npz")


def test_a_bad_file_leaves_the_others_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.npz").write_bytes(models.write(small()))
    (tmp_path / "worn.npz").write_bytes(b"worn out")
    shelf = models.shelf([tmp_path])
    assert shelf.models.signals == ("hate",)
    assert len(shelf.troubles) == 1 and "worn.npz" in shelf.troubles[0]


def test_models_that_do_not_fit_together_leave_the_rules(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.npz").write_bytes(models.write(small(name)))
    shelf = models.shelf([tmp_path])
    assert shelf.models.signals == () and "rules speak alone" in shelf.troubles[0]


def test_a_later_folder_replaces_a_file_of_the_same_name(tmp_path: Path) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "hurts.npz").write_bytes(models.write(small(folder)))
    assert models.shelf([tmp_path / "old", tmp_path / "new"]).models.versions == {"hate": "new"}


def test_what_comes_with_palabre_loads_small_and_with_its_cards() -> None:
    files = sorted(BUILTIN.glob("*.npz"))
    assert models.builtin().troubles == ()
    assert sum(path.stat().st_size for path in files) < 20_000_000
    assert files and all(path.with_suffix(".md").is_file() for path in files)
