"""``python -m palabre.training [NAME…]``: make the shipped models again, all of them or those named."""

import sys
from collections.abc import Callable, Mapping

from palabre.core.signals.linear import Model
from palabre.store.models import BUILTIN, write
from palabre.training import danger, danger_sets, hurts, languages, swindle, swindle_sets, tone, worth
from palabre.training.sources import DataMissing


def _hurts() -> Model:
    return hurts.train(hurts.hold(hurts.gather()))


def _danger() -> Model:
    return danger.train(danger.hold(danger_sets.examples()))


def _swindle() -> Model:
    return swindle.train(swindle.hold(swindle_sets.examples()))


def _worth() -> Model:
    return worth.train().model


def _tone() -> Model:
    return tone.train().model


#: The shipped models, by the name of their file: how each is made.
MODELS: Mapping[str, Callable[[], Model]] = {
    "hurts": _hurts,
    "danger": _danger,
    "swindle": _swindle,
    "worth": _worth,
    "tone": _tone,
    "language/language": languages.train,
}


def main(wanted: list[str]) -> int:
    """Train and write; 0, or 1 where the data is missing, or 2 for a name that is not known."""
    if unknown := set(wanted) - set(MODELS):
        sys.stderr.write(f"No such model: {', '.join(sorted(unknown))}. There are: {', '.join(MODELS)}.\n")
        return 2
    try:
        for name in wanted or MODELS:
            data = write(MODELS[name]())
            (BUILTIN / name).parent.mkdir(exist_ok=True)
            (BUILTIN / f"{name}.npz").write_bytes(data)
            sys.stderr.write(f"{name}: {len(data) / 1e6:.1f} MB written\n")
    except DataMissing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
