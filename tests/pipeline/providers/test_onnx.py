"""Real model files: written from scikit-learn or by hand, opened by onnxruntime, read as the desk reads them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from palabre.core.signals import features
from palabre.pipeline.providers import onnx
from palabre.pipeline.providers.model import BadAnswer, NoAnswer, Provider

from .test_asking import FILE

#: Sentences that hurt, and sentences that do not.
HURTING = ("sale clown", "quel clown minable", "tu es minable", "pauvre clown", "bande de minables", "clown fini")
CALM = (
    "merci à vous",
    "bonne journée",
    "quel beau temps",
    "le pont rouvre lundi",
    "merci pour la photo",
    "à lundi",
)
TEXTS = ("encore ce clown minable", "merci, bonne journée", "", "🤡" * 2_000)


@pytest.fixture(scope="module")
def trained() -> Any:
    """Give a scikit-learn pipeline over words."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # seconds: not for whoever collects tests
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    words = TfidfVectorizer(lowercase=False, token_pattern="[a-zà-ÿ]+")  # lower case would ask for a locale
    found = make_pipeline(words, LogisticRegression(C=10))
    return found.fit([*HURTING, *CALM], [1] * len(HURTING) + [0] * len(CALM))


def described(model: ModelProto, signals: str) -> ModelProto:
    entry = model.metadata_props.add()
    entry.key, entry.value = "signals", signals
    return model


def written(
    trained: Any, name: str, shape: Sequence[int | None], numbers: bool = False, **options: Any
) -> ModelProto:
    """Return the file of a pipeline that takes texts (or numbers) of that shape under that name."""
    from skl2onnx import to_onnx
    from skl2onnx.common.data_types import FloatTensorType, StringTensorType

    kind = FloatTensorType if numbers else StringTensorType
    model: ModelProto = to_onnx(trained, initial_types=[(name, kind(list(shape)))], **options)
    return model


def of_sklearn(trained: Any, shape: Sequence[int | None]) -> ModelProto:
    return described(written(trained, "text", shape, options={"zipmap": False}), "calm, insult")


def opened(folder: Path, model: ModelProto, provider: Provider = FILE) -> onnx.Session:
    (folder / "m.onnx").write_bytes(model.SerializeToString())
    return onnx.open_model(folder, provider)


@pytest.mark.parametrize("shape", [[None, 1], [None]])
def test_a_pipeline_of_scikit_learn_says_the_same_from_its_file(
    trained: Any, tmp_path: Path, shape: Sequence[int | None]
) -> None:
    session = opened(tmp_path, of_sklearn(trained, shape))
    found = onnx.read_with(session, FILE, TEXTS)
    wanted = trained.predict_proba(TEXTS)[:, 1]
    assert [one["insult"] for one in found] == pytest.approx(wanted.tolist(), abs=1e-5)
    assert [set(one) for one in found] == [{"insult"}] * 4, "what the provider was not asked for is left"
    assert found[0]["insult"] > 0.5 > found[1]["insult"]


def by_hand() -> ModelProto:
    """Return a model over our hashed features: what each bucket weighs, summed over each message."""
    weights = np.zeros((features.WORD_BUCKETS + features.PAIR_BUCKETS, 1), np.float32)
    weights[features.buckets("clown")[0]] = 40.0
    bias = np.array([-2.0], np.float32)
    constants = {
        "weights": weights,
        "bias": bias,
        "axis": np.array(0),
        "one": np.array([1]),
        "nothing": np.zeros((1, 1), np.float32),
        "first": np.array([0]),
        "last": np.array([-1]),
        "most": np.array([2**40]),
    }
    nodes = [
        helper.make_node("Gather", ["weights", "columns"], ["heavy"]),
        helper.make_node("Unsqueeze", ["values", "one"], ["tall"]),
        helper.make_node("Mul", ["heavy", "tall"], ["brought"]),
        helper.make_node("CumSum", ["brought", "axis"], ["sums"]),
        helper.make_node("Concat", ["nothing", "sums"], ["padded"], axis=0),
        helper.make_node("Slice", ["ends", "one", "most"], ["to"]),
        helper.make_node("Slice", ["ends", "first", "last"], ["from"]),
        helper.make_node("Gather", ["padded", "to"], ["until"]),
        helper.make_node("Gather", ["padded", "from"], ["before"]),
        helper.make_node("Sub", ["until", "before"], ["sum"]),
        helper.make_node("Add", ["sum", "bias"], ["odds"]),
        helper.make_node("Sigmoid", ["odds"], ["probabilities"]),
    ]
    given = [
        helper.make_tensor_value_info("columns", TensorProto.INT64, [None]),
        helper.make_tensor_value_info("values", TensorProto.FLOAT, [None]),
        helper.make_tensor_value_info("ends", TensorProto.INT64, [None]),
    ]
    told = [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 1])]
    arrays = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    graph = helper.make_graph(nodes, "ours", given, told, arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    return described(model, "insult")


def test_a_model_over_our_features_reads_a_batch_as_it_reads_each(tmp_path: Path) -> None:
    session = opened(tmp_path, by_hand())
    found = [one["insult"] for one in onnx.read_with(session, FILE, TEXTS)]
    assert found[0] > 0.5 > found[1]
    each = [onnx.read_with(session, FILE, [text])[0]["insult"] for text in TEXTS]
    assert found == pytest.approx(each, abs=1e-4)


def test_a_damaged_file_is_told_and_never_opened(trained: Any, tmp_path: Path) -> None:
    data = of_sklearn(trained, [None, 1]).SerializeToString()
    for broken in (data[: len(data) // 2], data[:40], b"\0" * 200, data[:100] + b"\xff" * 50 + data[150:]):
        (tmp_path / "m.onnx").write_bytes(broken)
        with pytest.raises((NoAnswer, BadAnswer)):
            onnx.read_with(onnx.open_model(tmp_path, FILE), FILE, TEXTS)


def test_a_foreign_model_is_told_by_what_it_wants_or_gives(trained: Any, tmp_path: Path) -> None:
    from sklearn.linear_model import LogisticRegression

    pixels = LogisticRegression().fit([[0.0, 1.0], [1.0, 0.0]], [0, 1])
    foreign = written(pixels, "pixels", [None, 2], numbers=True, options={"zipmap": False})
    with pytest.raises(BadAnswer, match="pixels"):
        onnx.read_with(opened(tmp_path, foreign), FILE, TEXTS)
    unnamed = written(trained, "text", [None, 1], options={"zipmap": False})
    with pytest.raises(BadAnswer, match="not a probability for each of 3"):
        onnx.read_with(opened(tmp_path, unnamed), replace(FILE, signals=("insult", "hate", "threat")), TEXTS)
    mapped = written(trained, "text", [None, 1])
    with pytest.raises(BadAnswer):
        onnx.read_with(opened(tmp_path, mapped), FILE, TEXTS)
