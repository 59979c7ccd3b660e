"""A model file on this machine (ONNX), by the optional onnxruntime. Its contract: docs/howto/other-readers.md.

Inputs, one of: ``text`` (strings, one a message, in one dimension or in a column as scikit-learn has it), or
``columns``, ``values`` and ``ends``, the hashed features of ``palabre.core.signals.features`` as sparse rows.
Output: the first one that holds real numbers, probabilities, (messages, signals); the signals are those of the
metadata entry ``signals`` (with commas between them), else those that the provider names.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from palabre.core.signals import features
from palabre.core.signals.view import Words
from palabre.core.text import tokenize_many
from palabre.pipeline.providers.model import BadAnswer, NoAnswer, Provider, Scores

#: Bytes of a model file.
MOST_BYTES = 500 * 1024 * 1024


class Session(Protocol):
    """What is used of ``onnxruntime.InferenceSession``."""

    def get_inputs(self) -> Sequence[Any]:
        """Return the inputs, each with a ``name`` and a ``shape``."""
        ...

    def get_modelmeta(self) -> Any:
        """Return the metadata; ``custom_metadata_map`` holds texts."""
        ...

    def run(self, outputs: None, given: Mapping[str, Any]) -> Sequence[Any]:
        """Return the outputs."""
        ...


def open_model(folder: Path, provider: Provider) -> Session:
    """Open the file that the provider names, in the folder of models. Raises ``NoAnswer``."""
    name = str(provider.settings.get("address", ""))
    path = folder / name
    if Path(name).name != name or path.suffix != ".onnx" or not path.is_file():
        raise NoAnswer(f"there is no file {name!r} in the folder of models")
    if path.stat().st_size > MOST_BYTES:
        raise NoAnswer(f"{name} is over {MOST_BYTES >> 20} MB")
    try:
        runtime = import_module("onnxruntime")
    except ImportError:
        raise NoAnswer("onnxruntime is not installed: add palabre[onnx] to this installation") from None
    try:
        session: Session = runtime.InferenceSession(
            str(path), _options(runtime), providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # its errors are its own, and none of them is ours to let through
        raise NoAnswer(f"{name} is no ONNX model that can be opened here: {_briefly(error)}") from None
    return session


def _briefly(error: Exception) -> str:
    """Return the first line of what onnxruntime says, without the path to its own sources, bounded."""
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return f"{type(error).__name__}: {said.rpartition('[ONNXRuntimeError] : ')[2][:160]}"


def _options(runtime: Any) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the desk needs the other cores
    return options


def read_with(session: Session, provider: Provider, texts: Sequence[str]) -> list[Scores]:
    """Return what the model says of each text. Raises ``BadAnswer`` where it does not keep the contract."""
    try:
        given = _given({one.name: one for one in session.get_inputs()}, texts)
        found = _numbers(session.run(None, given))
        named = session.get_modelmeta().custom_metadata_map.get("signals", "")
    except BadAnswer:
        raise
    except Exception as error:  # a model may raise whatever it likes
        raise BadAnswer(f"the model failed ({type(error).__name__})") from None
    signals = [name.strip() for name in named.split(",") if name.strip()] or list(provider.signals)
    rows = found.reshape(len(texts), -1) if found.size else found
    if rows.shape != (len(texts), len(signals)):
        raise BadAnswer(f"the model gave {found.shape}, not a probability for each of {len(signals)} signals")
    if not (np.isfinite(rows).all() and (rows >= 0).all() and (rows <= 1).all()):
        raise BadAnswer("the model gave something else than probabilities")
    wanted = [(place, name) for place, name in enumerate(signals) if name in provider.signals]
    return [{name: float(row[place]) for place, name in wanted} for row in rows]


def _numbers(outputs: Sequence[Any]) -> NDArray[np.float64]:
    """Return the first output of real numbers: a classifier of scikit-learn gives its labels before."""
    for one in outputs:
        if isinstance(one, np.ndarray) and np.issubdtype(one.dtype, np.floating):
            return one.astype(np.float64)
    raise BadAnswer("the model gives no array of probabilities (with scikit-learn, write it with `zipmap` off)")


def _given(inputs: Mapping[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    if "text" in inputs:
        column = len(getattr(inputs["text"], "shape", None) or ()) == 2
        said = np.array(texts, dtype=object)
        return {"text": said.reshape(-1, 1) if column else said}
    if {"columns", "values", "ends"} <= inputs.keys():
        rows = features.rows([Words(tokens).words for tokens in tokenize_many(list(texts))])
        return {"columns": rows.columns, "values": rows.values, "ends": rows.ends}
    raise BadAnswer(f"the model wants {', '.join(sorted(inputs))}: give it `text`, or `columns`, `values`, `ends`")
